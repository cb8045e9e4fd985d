package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

func TestGivenAnEmptyJournal_WhenTheTimelineOpens_ThenItSaysHowToBegin(t *testing.T) {
	s := openChronicle(t)
	p := s.openPage()
	if !p.list.none.Visible() || !p.list.begin.Visible() || p.list.clear.Visible() || s.line() != "Nothing is written yet." {
		t.Errorf("it says %q, %q", s.line(), p.list.empty.Text())
	}
	if first, end := p.band.band.InSight(); end-first != 12 {
		t.Errorf("the band shows %d months", end-first)
	}
	s.tap(p.list.begin)
	if s.current != page(s.today) {
		t.Error("nothing was begun")
	}
}

func TestGivenEntries_WhenTheTimelineOpens_ThenTheyStandByMonthUnderASentenceThatCountsThem(t *testing.T) {
	s := openChronicle(t)
	s.put(journal.Changes{Expectations: []journal.Expectation{{ID: xID(1), Name: "Delegates with context"}, {ID: xID(2), Name: "Coaches"}}})
	for i, day := range []string{"2026-03-12", "2026-03-10", "2025-12-24"} {
		e := s.journal.NewEntry(journal.MomentKind, dayOf(t, day))
		e.Title, e.Body, e.Private = fmt.Sprint("Moment ", i), "It was **good**\n\nand went on.", i == 0
		e.Evidence = []journal.Evidence{{Expectation: string(xID(1)), Strength: journal.Number, Chosen: true}}
		s.add(e)
	}
	p := s.openPage()
	if want := "3 entries since December 2025. Strong evidence now covers 1 of 2 expectations."; s.line() != want {
		t.Errorf("it says %q", s.line())
	}
	if got := s.titles(); !slices.Equal(got, []string{"Moment 0", "Moment 1", "Moment 2"}) {
		t.Errorf("the rows are %q", got)
	}
	row := newStoryRow()
	p.list.shown.Fill(0, row)
	if row.month.Text() != "March" || row.count.Text() != "2 entries" || row.day.Text() != "Thu 12" || row.kind.Text() != "Moment" ||
		row.preview.Text() != "It was good and went on." || !row.private.Visible() {
		t.Errorf("the first row says %q, %q, %q, %q, %q", row.month.Text(), row.count.Text(), row.day.Text(), row.kind.Text(), row.preview.Text())
	}
	p.list.shown.Fill(1, row)
	if row.month.Text() != "" || row.private.Visible() {
		t.Errorf("the second row is under %q", row.month.Text())
	}
	p.list.shown.Fill(2, row)
	if row.month.Text() != "December 2025" {
		t.Errorf("the third row is under %q", row.month.Text())
	}
	want := "10 March, Moment, Moment 1, It was good and went on., Delegates with context"
	if got := p.list.shown.Label(1); got != want {
		t.Errorf("it reads %q", got)
	}
}

func TestGivenManyEntries_WhenTheListIsScrolled_ThenOnlyVisibleRowsAreBuiltAndFewEntriesRead(t *testing.T) {
	s := openChronicle(t)
	s.fill(1500, "2026-03-12")
	p := s.openPage()
	if n := s.lines.Load(); n > windowRows {
		t.Errorf("%d entries were read to open the page", n)
	}
	before := s.lines.Load()
	p.list.goTo(dayOf(t, "2023-06-30"))
	s.settle()
	if n := s.lines.Load() - before; n > 2*windowRows {
		t.Errorf("%d entries were read to go to a month", n)
	}
	if first, _ := p.list.rows.InSight(); s.titles()[0] != fmt.Sprint("Entry ", first) || p.list.shown.lines == nil {
		t.Errorf("in sight is %q from row %d", s.titles(), first)
	}
	for range 40 {
		s.key(fyne.KeyPageDown)
	}
	first, end := p.list.rows.InSight()
	if built := p.list.rows.Built(); built > 2*(end-first)+2 {
		t.Errorf("%d rows were built, %d are in sight", built, end-first)
	}
	if kept := len(p.list.shown.lines); kept > mostWindows {
		t.Errorf("%d windows are kept", kept)
	}
	if slices.Contains(s.titles(), "Nothing written yet") {
		t.Errorf("a row in sight was not read: %q", s.titles())
	}
}

func TestGivenAnyRow_WhenMeasured_ThenThoseThatCarryAMonthAreAsHighAsTheOthers(t *testing.T) {
	s := openChronicle(t)
	s.fill(70, "2026-03-12")
	p := s.openPage()
	for i := range p.list.shown.Len() {
		if p.list.shown.Height(i) != storyRowHeight || p.list.shown.Sort(i) != 0 {
			t.Fatalf("row %d is %v high", i, p.list.shown.Height(i))
		}
	}
}

func TestGivenFiveHundredEntriesInADay_WhenTheLastIsGoneTo_ThenItIsRead(t *testing.T) {
	s := openChronicle(t)
	var c journal.Changes
	for i := range 500 {
		e := s.journal.NewEntry(journal.Reflection, dayOf(t, "2026-02-03"))
		e.Title, e.Created = fmt.Sprint("Entry ", i), evening.AddDate(0, 0, -i)
		c.Entries = append(c.Entries, e)
	}
	s.put(c)
	p := s.openPage()
	s.key(fyne.KeyEnd)
	if got := s.titles(); got[len(got)-1] != "Entry 499" {
		t.Errorf("at the end stands %q", got)
	}
	if b := p.sheet.band; b.Columns[b.Now-1].Entries != 500 {
		t.Errorf("February has %d", b.Columns[b.Now-1].Entries)
	}
}

func TestGivenTheBand_WhenAMonthIsOpened_ThenTheListGoesToItsNewestEntry(t *testing.T) {
	s := openChronicle(t)
	s.fill(200, "2026-03-12")
	p := s.openPage()
	p.band.openColumn(p.sheet.band.Now - 2)
	s.settle()
	line, _ := p.list.shown.line(mustFirst(p))
	if line.Day != dayOf(t, "2026-01-31") || s.win.Canvas().Focused() != fyne.Focusable(p.list.rows) {
		t.Errorf("it went to %v", line.Day)
	}
	if tip := p.band.tip(p.sheet.band.Now - 2); tip != "January 2026: 31 entries (Reflection 8, Moment 8, Feedback 8, Application 7)" {
		t.Errorf("the tip says %q", tip)
	}
}

// mustFirst is the first row in sight.
func mustFirst(c *chronicle) int {
	first, _ := c.list.rows.InSight()
	return first
}

func TestGivenScales_WhenZoomed_ThenTheyGoFromWeeksToDecadesAndKeepTheDay(t *testing.T) {
	s := openChronicle(t)
	s.fill(1200, "2026-03-12")
	p := s.openPage()
	p.band.band.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	var names []string
	for range 4 {
		p.band.band.TypedRune('-')
		s.settle()
		names = append(names, p.head.scale.Text())
	}
	if want := []string{"Quarters", "Years", "Decades", "Decades"}; !slices.Equal(names, want) {
		t.Errorf("it went over %q", names)
	}
	for range 5 {
		p.zoomIn()
		s.settle()
	}
	at := p.sheet.band.Columns[p.band.band.Column()].Span.From
	if p.head.scale.Text() != "Weeks" || at.After(dayOf(t, "2023-03-01")) {
		t.Errorf("at %v by %s", at, p.head.scale.Text())
	}
	if sum := p.sheet.facts.Entries; sum != 1200 {
		t.Errorf("by weeks there are %d entries", sum)
	}
}

func TestGivenFilters_WhenSet_ThenListBandAndSentenceAreNarrowedAndEscapeShowsEverything(t *testing.T) {
	s := openChronicle(t)
	s.fill(40, "2026-03-12")
	e := s.journal.NewEntry(journal.Reflection, dayOf(t, "2026-03-11"))
	s.put(journal.Changes{Expectations: []journal.Expectation{{ID: xID(1), Name: "Delegates"}}})
	e.Evidence = []journal.Evidence{{Expectation: string(xID(1)), Strength: journal.OwnWord}}
	e.Title, e.Tags, e.Private, e.People = "Tagged", []string{"launch"}, true, []journal.Involved{{Person: "Ada", Role: "saw"}}
	s.add(e)
	p := s.openPage()
	f := p.head.filter
	for name, c := range map[string]struct {
		set  func()
		want int
	}{
		"kind":    {func() { p.head.chooseKind(journal.FeedbackKind) }, 10},
		"tag":     {func() { f.setTag("launch") }, 1},
		"person":  {func() { f.setPerson("Ada") }, 1},
		"since":   {func() { f.setSince(dayOf(t, "2026-03-10")) }, 4},
		"until":   {func() { f.setUntil(dayOf(t, "2026-03-01")) }, 29},
		"only":    {func() { f.setPrivate(privateOnly) }, 1},
		"shows":   {func() { f.setExpectation(string(xID(1))) }, 1},
		"private": {func() { f.setPrivate(privateLeftOut) }, 40},
	} {
		c.set()
		s.settle()
		sum := 0
		for _, column := range p.sheet.band.Columns {
			sum += column.Entries
		}
		if p.sheet.facts.Entries != c.want || sum != c.want || p.list.shown.Len() != c.want {
			t.Errorf("%s: %d entries, %d in the band, %d rows", name, p.sheet.facts.Entries, sum, p.list.shown.Len())
		}
		if name != "private" && !strings.HasPrefix(s.line(), entriesLine(c.want)+" of 41 since") {
			t.Errorf("%s: it says %q", name, s.line())
		}
		s.page.escape()
		s.settle()
		if p.list.shown.Len() != 41 {
			t.Errorf("%s: after Escape %d rows", name, p.list.shown.Len())
		}
	}
	f.setTag("nowhere")
	s.settle()
	if !p.list.none.Visible() || !p.list.clear.Visible() || p.list.begin.Visible() {
		t.Error("nothing leads out of a filter that nothing passes")
	}
}

func TestGivenKinds_WhenChosen_ThenTheFirstShowsItAloneAndTheLastGoneShowsAll(t *testing.T) {
	s := openChronicle(t)
	s.fill(8, "2026-03-12")
	p := s.openPage()
	on := func() (names string) {
		for i, k := range p.head.kinds {
			if k.On() {
				names += string(journal.Kinds()[i][0])
			}
		}
		return names
	}
	got := []string{on()}
	for _, i := range []int{2, 0, 2, 0} {
		s.tap(p.head.kinds[i])
		got = append(got, on())
	}
	if want := []string{"rmfa", "f", "rf", "r", "rmfa"}; !slices.Equal(got, want) {
		t.Errorf("on are %q", got)
	}
}

func TestGivenAnEntry_WhenOpened_ThenItIsReadBesideTheListWhereThereIsRoom(t *testing.T) {
	s := openChronicle(t)
	s.fill(5, "2026-03-12")
	p := s.openPage()
	s.key(fyne.KeyDown, fyne.KeyReturn)
	line, _ := p.list.shown.line(1)
	if !p.beside.content.Visible() || p.beside.open != line.ID || p.list.rows.Selected() != 1 {
		t.Fatalf("beside the list is %q", p.beside.open)
	}
	s.key(fyne.KeyEscape)
	if p.beside.content.Visible() || p.list.rows.Selected() != -1 {
		t.Error("Escape does not close it")
	}
	s.key(fyne.KeyReturn, fyne.KeyReturn)
	if s.current != page(s.today) || s.today.desk.draft.Entry().ID != line.ID {
		t.Error("opened again it is not there to be written")
	}
	s.win.Resize(smallest)
	s.openPage()
	p.beside.close()
	s.key(fyne.KeyHome, fyne.KeyReturn)
	if s.current != page(s.today) {
		t.Error("in a small window it does not open on Today")
	}
}

func TestGivenTheTimeline_WhenEntriesComeChangeAndGo_ThenItFollowsAndStaysWhereItIs(t *testing.T) {
	s := openChronicle(t)
	s.fill(300, "2026-03-12")
	p := s.openPage()
	p.list.goTo(dayOf(t, "2025-12-31"))
	s.settle()
	before := s.titles()
	e := s.journal.NewEntry(journal.Reflection, dayOf(t, "2025-12-30"))
	e.Title = "Remembered"
	e = s.add(e)
	if got := s.titles(); got[0] != before[0] || !slices.Contains(got, "Remembered") || !strings.HasPrefix(s.line(), "301 entries") {
		t.Errorf("in sight are %q, it says %q", got, s.line())
	}
	p.read(e.ID)
	s.settle()
	e.Private = true
	s.add(e)
	s.today.togglePrivate()
	s.openPage()
	if slices.Contains(s.titles(), "Remembered") || !strings.HasPrefix(s.line(), "300 entries") {
		t.Errorf("private ones show: %q", s.titles())
	}
}

func TestGivenAJournalThatCannotBeRead_WhenTheTimelineOpens_ThenItSaysSoAndTriesAgain(t *testing.T) {
	s := openChronicle(t)
	s.fill(3, "2026-03-12")
	s.sick.Store(true)
	p := s.openPage()
	if s.door.notice == nil || p.list.empty.Text() != "Your entries could not be read just now." {
		t.Errorf("it says %q", p.list.empty.Text())
	}
	s.sick.Store(false)
	p.load()
	s.settle()
	if s.door.notice != nil || p.list.none.Visible() || len(s.titles()) != 3 {
		t.Errorf("afterwards it shows %q", s.titles())
	}
}

func TestGivenTheNavigation_WhenLookedAt_ThenTimelineIsSecondAndHasItsKey(t *testing.T) {
	s := openChronicle(t)
	s.fill(3, "2026-03-12")
	s.press(key(fyne.Key2, ctrl))
	if s.current != page(s.page) || s.frame.places[1].page != page(s.page) || !strings.Contains(s.frame.places[1].item.AccessibilityLabel(), "Timeline") {
		t.Error("Ctrl+2 does not lead to the second place")
	}
}
