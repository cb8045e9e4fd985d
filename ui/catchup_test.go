package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/look"
)

// openCatchUp opens the page; reviewed is the review period, or nothing.
func openCatchUp(t *testing.T, reviewed ...string) (*stage, *catchUp) {
	t.Helper()
	s := openWindow(t)
	if len(reviewed) == 2 {
		s.review(reviewed[0], reviewed[1])
	}
	s.press(key(fyne.KeyU, ctrl))
	return s, s.frame.catchUp
}

func (s *stage) review(from, until string) {
	s.t.Helper()
	_, err := s.journal.EditPlan(context.Background(), func(p *journal.Plan) error {
		p.ReviewFrom, p.ReviewUntil = day(s.t, from), day(s.t, until)
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

// line adds an entry that is filed under a month.
func (s *stage) line(month, title, body string) journal.Entry {
	s.t.Helper()
	e := s.journal.NewMonthLine(day(s.t, month+"-01"))
	e.Title, e.Body = title, body
	return s.add(e)
}

// flushed has everything on the desks and in the list written.
func (s *stage) flushed() {
	s.t.Helper()
	s.settle()
	if err := flush(context.Background(), s.today.desks.drafts()); err != nil {
		s.t.Fatal(err)
	}
	if err := s.frame.catchUp.flush()(context.Background()); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

// row gives the row of a month by its name.
func (c *catchUp) row(t testing.TB, month string) *monthRow {
	t.Helper()
	for _, r := range c.months.rows {
		if r.name.Text() == month {
			return r
		}
	}
	t.Fatalf("there is no month %s", month)
	return nil
}

// at puts the cursor into the line of a month.
func (s *stage) at(month string) *monthRow {
	s.t.Helper()
	r := s.frame.catchUp.row(s.t, month)
	s.win.Canvas().Focus(r.line.Editor)
	s.settle()
	return r
}

func TestTheMonthsAreThoseOfTheReview(t *testing.T) {
	s, c := openCatchUp(t, "2025-07-01", "2026-04-10")
	s.line("2025-08", "Priya joined", "")
	var names []string
	for _, r := range c.months.rows {
		names = append(names, r.name.Text()+" "+r.count.Text()+" "+r.line.Editor.Text)
	}
	if len(names) != 9 || names[0] != "July Nothing yet " || names[1] != "August 1 entry Priya joined" || !strings.HasPrefix(names[8], "March") {
		t.Errorf("the months are %q", names)
	}
	if got := words(s); !strings.Contains(got, "Review in 29 days.") || !strings.Contains(got, "1 of 9 months have their line") {
		t.Errorf("the page says %q", got)
	}
	if !s.frame.places[0].item.Selected() {
		t.Error("the navigation does not show Today")
	}
}

func TestALineIsAnEntryThatIsFiledUnderItsMonth(t *testing.T) {
	s, _ := openCatchUp(t, "2025-07-01", "2026-04-10")
	s.typeText("First month leading the gate rollout")
	s.hit(fyne.KeyReturn)
	s.typeText("Priya joined")
	s.hit(fyne.KeyUp)
	s.flushed()
	var got []string
	for _, e := range s.entries() {
		got = append(got, e.Day.String()+" "+string(e.Precision)+" "+string(e.Kind)+" "+e.Title)
	}
	want := []string{"2025-08-15 month reflection Priya joined", "2025-07-15 month reflection First month leading the gate rollout"}
	if !slices.Equal(got, want) {
		t.Errorf("stored are %q, want %q", got, want)
	}
	if got := words(s); !strings.Contains(got, "Saved 21:04") || !strings.Contains(got, "2 of 9 months have their line") {
		t.Errorf("the page says %q", got)
	}
}

func TestLookingAtTheMonthsWritesNothing(t *testing.T) {
	s, c := openCatchUp(t)
	for range c.months.rows {
		s.hit(fyne.KeyDown)
	}
	s.flushed()
	if n := len(s.entries()); n != 0 {
		t.Errorf("%d entries are stored", n)
	}
}

func TestTheLineOfAMonthIsChangedInItsEntry(t *testing.T) {
	s, _ := openCatchUp(t)
	s.line("2026-01", "Hired two", "with a long story")
	r := s.at("January")
	r.line.Editor.CursorToEnd()
	s.typeText(" juniors")
	s.flushed()
	if e := s.only(); e.Title != "Hired two juniors" || e.Body != "with a long story" {
		t.Errorf("stored is %q, %q", e.Title, e.Body)
	}
	if !r.way.Visible() {
		t.Error("nothing tells that the entry is longer than its line")
	}
}

func TestAnEntryWithoutATitleShowsItsFirstLine(t *testing.T) {
	s, c := openCatchUp(t)
	s.line("2026-01", "", "\nHired two juniors.\nMore of it.")
	if got := c.row(t, "January").line.Editor.Text; got != "Hired two juniors." {
		t.Errorf("the line is %q", got)
	}
}

func TestALineThatIsOpenOnTodayIsOneTextInBothPlaces(t *testing.T) {
	s, _ := openCatchUp(t)
	e := s.line("2026-01", "Hired", "a story")
	s.openEntry(e.ID)
	s.settle()
	s.win.Canvas().Focus(s.today.desk.title)
	s.today.desk.title.CursorToEnd()
	s.typeText(" two")
	s.press(key(fyne.KeyU, ctrl))
	r := s.at("January")
	r.line.Editor.CursorToEnd()
	s.typeText(" juniors")
	s.press(key(fyne.Key1, ctrl))
	s.openEntry(e.ID)
	s.settle()
	if got := s.today.desk.title.Text; got != "Hired two juniors" {
		t.Errorf("on Today its title is %q", got)
	}
	s.win.Canvas().Focus(s.today.desk.body)
	s.typeText("more of ")
	s.flushed()
	if e := s.only(); e.Title != "Hired two juniors" || !strings.Contains(e.Body, "more of ") {
		t.Errorf("stored is %q, %q", e.Title, e.Body)
	}
}

func TestAnEmptiedLineStaysAndSaysSo(t *testing.T) {
	s, _ := openCatchUp(t)
	s.line("2026-01", "Hired two", "")
	r := s.at("January")
	r.line.Editor.CursorToEnd()
	for range "Hired two" {
		s.hit(fyne.KeyBackspace)
	}
	s.flushed()
	s.hit(fyne.KeyDown)
	s.flushed()
	if e := s.only(); e.Title != "Hired two" || r.line.Editor.Text != "Hired two" {
		t.Errorf("stored is %q, the line is %q", e.Title, r.line.Editor.Text)
	}
	if got := words(s); !strings.Contains(got, "The line of January stays as it was") {
		t.Errorf("the page says %q", got)
	}
}

func TestTheLineOfALongerEntryCanBeEmptied(t *testing.T) {
	s, _ := openCatchUp(t)
	s.line("2026-01", "Hired two", "with a long story")
	r := s.at("January")
	r.line.Editor.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.hit(fyne.KeyDelete)
	s.hit(fyne.KeyDown)
	s.flushed()
	if e := s.only(); e.Title != "" || e.Body != "with a long story" {
		t.Errorf("stored is %q, %q", e.Title, e.Body)
	}
}

func TestALineEmptiedBeforeItWasSavedIsNothing(t *testing.T) {
	s, _ := openCatchUp(t)
	r := s.at("January")
	s.typeText("H")
	s.hit(fyne.KeyBackspace)
	s.hit(fyne.KeyDown)
	s.flushed()
	if n := len(s.entries()); n != 0 || r.line.Editor.Text != "" {
		t.Errorf("%d entries are stored, the line is %q", n, r.line.Editor.Text)
	}
}

func TestCtrlUGoesFromTheMonthsToTheListAndBack(t *testing.T) {
	s, c := openCatchUp(t)
	first := s.win.Canvas().Focused()
	s.press(key(fyne.KeyU, ctrl))
	if s.win.Canvas().Focused() != fyne.Focusable(c.list.field.Editor) {
		t.Error("the cursor is not in the list")
	}
	s.press(key(fyne.KeyU, ctrl))
	if s.win.Canvas().Focused() != first {
		t.Error("the cursor is not back in the months")
	}
}

func TestCtrlEnterOpensTheMonthsEntryOnToday(t *testing.T) {
	s, _ := openCatchUp(t)
	s.at("January")
	s.typeText("Hired two")
	s.press(key(fyne.KeyReturn, ctrl))
	if s.current != page(s.today) || s.today.desk.title.Text != "Hired two" {
		t.Errorf("open is %T with %q", s.current, s.today.desk.title.Text)
	}
}

func TestEscapeGoesBackToToday(t *testing.T) {
	s, _ := openCatchUp(t)
	s.typeText("Hired two")
	s.hit(fyne.KeyEscape)
	if s.current != page(s.today) {
		t.Errorf("in sight is %T", s.current)
	}
	s.flushed()
	if got := s.only().Title; got != "Hired two" {
		t.Errorf("stored is %q", got)
	}
}

func TestWhatIsAddedElsewhereShowsWithoutDisturbingTheCursor(t *testing.T) {
	s, c := openCatchUp(t)
	r := s.at("January")
	s.typeText("Hir")
	s.line("2026-02", "Cut the wait", "")
	s.typeText("ed")
	if got := c.row(t, "February").line.Editor.Text; got != "Cut the wait" {
		t.Errorf("the line of February is %q", got)
	}
	if !r.line.Focused() || r.line.Editor.Text != "Hired" {
		t.Errorf("the line of January is %q, with the cursor: %v", r.line.Editor.Text, r.line.Focused())
	}
}

func TestPrivateLinesHide(t *testing.T) {
	s, c := openCatchUp(t)
	e := s.line("2026-01", "Hired two", "")
	s.editEntry(e.ID, "hide it", func(e *journal.Entry) { e.Private = true }, nil)
	s.settle()
	s.press(key(fyne.KeyH, ctrl|shift))
	s.press(key(fyne.KeyU, ctrl))
	if got := c.row(t, "January").line.Editor.Text; got != "" {
		t.Errorf("the line of January is %q", got)
	}
}

func TestThePeriodIsSetInThePlan(t *testing.T) {
	s, c := openCatchUp(t)
	if !c.head.period.Visible() {
		t.Fatal("without a period there are no fields for it")
	}
	s.win.Canvas().Focus(c.head.from.line.Editor)
	s.typeText("July 2025")
	s.win.Canvas().Focus(c.head.until.line.Editor)
	s.typeText("10 April")
	s.hit(fyne.KeyReturn)
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil || plan.ReviewFrom != day(t, "2025-07-01") || plan.ReviewUntil != day(t, "2026-04-10") {
		t.Errorf("the plan says %v to %v, %v", plan.ReviewFrom, plan.ReviewUntil, err)
	}
	if len(c.months.rows) != 9 || !strings.Contains(words(s), "Review in 29 days.") {
		t.Errorf("there are %d months, and the page says %q", len(c.months.rows), c.head.below.Text())
	}
}

func TestAPeriodThatCannotBeHasASentenceBesideItsField(t *testing.T) {
	s, c := openCatchUp(t, "2025-07-01", "2026-04-10")
	c.head.toggle()
	for text, want := range map[string]string{
		"32 May":    `"32 may" is not a date. Write it as 2026-11-20.`,
		"June 2025": "The period would end before it begins.",
	} {
		s.win.Canvas().Focus(c.head.until.line.Editor)
		c.head.until.line.Editor.Load("")
		s.typeText(text)
		s.hit(fyne.KeyReturn)
		if got := c.head.until.line.Problem(); got != want {
			t.Errorf("%q: the sentence is %q, want %q", text, got, want)
		}
	}
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil || plan.ReviewUntil != day(t, "2026-04-10") {
		t.Errorf("the plan says %v, %v", plan.ReviewUntil, err)
	}
}

func TestTheReviewIsSaidInDays(t *testing.T) {
	for until, want := range map[string]string{
		"":           "When is your review?",
		"2026-03-31": "Review in 19 days.",
		"2026-03-13": "Review tomorrow.",
		"2026-03-12": "Review today.",
		"2025-12-31": "The review period ended on 31 December 2025.",
	} {
		plan := journal.Plan{}
		if until != "" {
			plan.ReviewUntil = day(t, until)
		}
		if got := reviewLine(plan, day(t, "2026-03-12")); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", until, got, want)
		}
	}
}

func TestASmallWindowShowsOneColumnAtATime(t *testing.T) {
	s, c := openCatchUp(t)
	s.win.Resize(smallest.SubtractWidthHeight(0, look.MenuBarHeight))
	if !c.head.paste.Visible() || c.list.content.Visible() {
		t.Fatal("there is no way to the list")
	}
	c.goList()
	if !c.list.content.Visible() || c.months.scroll.Visible() && !c.list.back.Visible() {
		t.Error("the list is not in sight, or there is no way back")
	}
	s.hit(fyne.KeyEscape)
	if c.panes.At() != 0 || s.current != page(c) {
		t.Error("Escape does not go back to the months")
	}
	if min := c.centre().MinSize(); min.Width > smallest.Width-look.NavCompactWidth {
		t.Errorf("the page needs %v", min)
	}
}

func TestTheLineWithTheCursorIsInSightInASmallWindow(t *testing.T) {
	s := openWindow(t)
	s.review("2025-04-01", "2026-04-10")
	s.win.Resize(smallest.SubtractWidthHeight(0, look.MenuBarHeight))
	for m := day(t, "2025-04-15"); m.Before(day(t, "2026-02-15")); m = m.AddMonths(1) {
		s.line(m.String()[:7], "Written", "")
	}
	s.press(key(fyne.KeyU, ctrl))
	c := s.frame.catchUp
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	r := c.row(t, "February")
	top, bottom := where(r.content).Y, where(r.content).Y+r.content.Size().Height
	if view := where(c.months.scroll).Y; !r.line.Focused() || top < view || bottom > view+c.months.scroll.Size().Height {
		t.Errorf("the line stands from %v to %v, and the view from %v to %v", top, bottom, view, view+c.months.scroll.Size().Height)
	}
}

func TestALineThatFindsNoRoomSaysSoAndIsSavedWhenThereIsRoom(t *testing.T) {
	s, full := openOnFullDisk(t)
	s.press(key(fyne.KeyU, ctrl))
	full.Store(true)
	s.typeText("Hired two")
	_ = flush(context.Background(), s.today.desks.drafts())
	s.settle()
	if got := words(s); !strings.Contains(got, "Not saved") || !strings.Contains(got, "The disk is full.") {
		t.Errorf("the page says %q", got)
	}
	s.copyUnsaved()
	if got := s.app.Clipboard().Content(); got != "Hired two" {
		t.Errorf("on the clipboard is %q", got)
	}
	full.Store(false)
	s.flushed()
	if got := words(s); strings.Contains(got, "Not saved") || strings.Contains(got, "The disk is full.") {
		t.Errorf("after it is saved the page says %q", got)
	}
	if got := s.only().Title; got != "Hired two" {
		t.Errorf("stored is %q", got)
	}
}
