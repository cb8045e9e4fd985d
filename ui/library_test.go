package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

const space = "steps/qualities/space"

// openLibrary opens the Library with the Twelve qualities in the middle.
func openLibrary(t *testing.T) (*stage, *library) {
	t.Helper()
	s := openWindow(t)
	s.press(key(fyne.Key8, ctrl))
	l := s.frame.library
	l.choose("steps/qualities")
	s.settle()
	return s, l
}

// answer puts an entry into the journal that answers a question.
func (s *stage) answer(day, question, title string) journal.Entry {
	s.t.Helper()
	d, err := journal.ReadDay(day)
	if err != nil {
		s.t.Fatal(err)
	}
	e := s.journal.NewEntry(journal.Reflection, d)
	e.Title, e.Prompt = title, &journal.Asked{Key: question, Text: "?"}
	return s.add(e)
}

// openElement opens a row of the middle column by its title.
func openElement(t *testing.T, s *stage, l *library, title string) {
	t.Helper()
	for i := range l.list.rows.Len() {
		if l.list.rows.Item(i).Title == title {
			l.list.rows.SetSelected(i)
			l.open(i)
			s.settle()
			return
		}
	}
	t.Fatalf("the list has no row %q", title)
}

func (s *stage) hit(names ...fyne.KeyName) {
	s.t.Helper()
	for _, name := range names {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		s.settle()
	}
}

func TestTheLibraryOpensWithTheKeyboardInTheTree(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key8, ctrl))
	l := s.frame.library
	if s.win.Canvas().Focused() != fyne.Focusable(l.tree.tree) {
		t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	if got, want := l.tree.counts.Text(), "5 documents, 121 elements, 367 prompts"; got != want {
		t.Errorf("the head says %q, want %q", got, want)
	}
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	if got := l.list.title.Text(); got != "Twelve qualities" {
		t.Errorf("Down and Enter show %q", got)
	}
	if n, built := l.list.rows.Len(), l.list.rows.Built(); n != 12 || built > 14 {
		t.Errorf("%d elements in %d rows", n, built)
	}
	s.hit(fyne.KeyLeft, fyne.KeyReturn)
	if !l.reading.text.Visible() || !strings.HasPrefix(l.reading.title.Text(), "How To Get Into") || len(l.reading.open.Objects) < 5 {
		t.Errorf("the title of the document shows %q with %d notes", l.reading.title.Text(), len(l.reading.open.Objects))
	}
	s.hit(fyne.KeyLeft)
	if got := l.tree.tree.Open(); got != "" {
		t.Errorf("Left leaves %q open", got)
	}
}

func TestOneDocumentIsOpenAtATime(t *testing.T) {
	_, l := openLibrary(t)
	if got := l.tree.tree.Open(); got != "steps" {
		t.Errorf("open is %q", got)
	}
	l.choose("purpose")
	if got := l.tree.tree.Open(); got != "purpose" {
		t.Errorf("open is %q", got)
	}
}

func TestElementsTellHowOftenTheyWereAnswered(t *testing.T) {
	s, l := openLibrary(t)
	if row := l.list.rows.Item(5); row.Title != "Space" || row.Note != "none" || !row.Quiet || row.Below != "" {
		t.Fatalf("before an answer the row is %+v", row)
	}
	s.answer("2026-03-10", space+"#1", "Handed over")
	s.answer("2026-03-02", space+"#2", "Asked instead")
	s.answer("2026-03-11", "steps/qualities/service#1", "Cleared")
	if row := l.list.rows.Item(5); row.Note != "2" || row.Quiet || row.Below != "10 March" {
		t.Errorf("after two answers the row is %+v", row)
	}
	openElement(t, s, l, "Space")
	var captions []string
	for _, q := range l.detail.asked {
		captions = append(captions, q.row.Caption())
	}
	want := []string{"Looking back, answered 10 March", "Looking ahead, answered 2 March", "Looking back, not answered yet"}
	if diff := cmp.Diff(want, captions); diff != "" {
		t.Errorf("captions (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Handed over, 10 March", "Asked instead, 2 March"}, answered(l)); diff != "" {
		t.Errorf("answered in (-want +got):\n%s", diff)
	}
	tap(t, l.detail.answered.Objects[1].(*parts.Row))
	s.settle()
	if s.current != page(s.today) || s.today.desk.title.Text != "Asked instead" {
		t.Errorf("the entry opens with the title %q", s.today.desk.title.Text)
	}
}

// answered is what the detail lists under "Answered in".
func answered(l *library) []string {
	var all []string
	for _, o := range l.detail.answered.Objects {
		if row, ok := o.(*parts.Row); ok {
			all = append(all, row.AccessibilityLabel())
		}
	}
	return all
}

func tap(t testing.TB, o fyne.Tappable) {
	t.Helper()
	o.Tapped(&fyne.PointEvent{})
}

func TestPrivateAnswersHideWithTheOthers(t *testing.T) {
	s, l := openLibrary(t)
	for i := range 7 {
		e := s.answer("2026-03-0"+string(rune('1'+i)), space+"#1", "Secret")
		e.Private = true
		s.add(e)
	}
	s.answer("2026-01-01", space+"#1", "Open")
	s.press(key(fyne.KeyH, ctrl|shift))
	openElement(t, s, l, "Space")
	if diff := cmp.Diff([]string{"Open, 1 January"}, answered(l)); diff != "" {
		t.Errorf("answered in (-want +got):\n%s", diff)
	}
}

func TestWriteAboutThisLandsInTodayWithTheQuestionInUse(t *testing.T) {
	s, l := openLibrary(t)
	openElement(t, s, l, "Space")
	tap(t, l.detail.asked[2].row)
	tap(t, l.detail.write)
	s.settle()
	if s.current != page(s.today) || !s.today.prompt.InUse() {
		t.Fatal("Today is not in sight with the question in use")
	}
	if n := len(s.entries()); n != 0 {
		t.Fatalf("%d entries before a word is written", n)
	}
	s.typeText("They chose the tool.")
	s.save()
	got := s.only()
	if got.Prompt == nil || got.Prompt.Key != space+"#3" || got.Prompt.Text != l.detail.asked[2].asked.Text || got.Kind != journal.MomentKind {
		t.Errorf("the entry is a %s that answers %+v", got.Kind, got.Prompt)
	}
	s.press(key(fyne.Key8, ctrl))
	if row := l.list.rows.Item(5); row.Note != "1" || row.Below != "Today" {
		t.Errorf("right after it the row is %+v", row)
	}
}

func TestWhatIsNotForMeIsBroughtBack(t *testing.T) {
	s, l := openLibrary(t)
	if err := s.guide.Dismiss(context.Background(), space+"#2"); err != nil {
		t.Fatal(err)
	}
	s.settle()
	openElement(t, s, l, "Space")
	q := l.detail.asked[1]
	if q.row.Caption() != "Not for me" || !q.holder.Visible() || l.detail.inHand == q.asked.Key {
		t.Fatalf("put aside, its caption is %q, and in hand is %s", q.row.Caption(), l.detail.inHand)
	}
	l.choose(chooseDismissed)
	s.settle()
	if l.list.rows.Len() != 1 || l.list.rows.Item(0).Title != q.asked.Text || l.detail.inHand != q.asked.Key {
		t.Fatalf("%d are put aside; in hand is %s", l.list.rows.Len(), l.detail.inHand)
	}
	tap(t, l.detail.asked[1].restore)
	s.settle()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil || len(plan.DismissedPrompts) > 0 {
		t.Errorf("put aside is still %v, %v", plan.DismissedPrompts, err)
	}
	if l.list.rows.Len() != 0 || l.detail.asked[1].holder.Visible() {
		t.Error("the page does not show that it is back")
	}
}

func TestTryThisBecomesAGoalOnce(t *testing.T) {
	s, l := openLibrary(t)
	openElement(t, s, l, "Space")
	tap(t, l.detail.goal)
	s.settle()
	tap(t, l.detail.goal)
	s.settle()
	plan, err := s.journal.Read().Plan(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Goals) != 1 || plan.Goals[0].Element != space || plan.Goals[0].Kind != "habit" || plan.Goals[0].State != "open" ||
		plan.Goals[0].Text != l.detail.at.Element.TryThis {
		t.Errorf("the goals are %+v", plan.Goals)
	}
	if got := l.detail.goal.Text(); got != "Already a goal" {
		t.Errorf("the button says %q", got)
	}
}

func TestSearchFindsElementsAndPromptsByAllWords(t *testing.T) {
	s, l := openLibrary(t)
	s.win.Canvas().Focus(l.tree.search)
	s.typeText("SPÁCE")
	s.settle()
	var titles []string
	for i := range l.list.rows.Len() {
		titles = append(titles, l.list.rows.Item(i).Title)
	}
	if !slices.Contains(titles, "Space") || l.tree.tree.Selected() != "" {
		t.Errorf("found %q", titles)
	}
	for range len("SPÁCE") {
		s.hit(fyne.KeyBackspace)
	}
	if got := l.list.title.Text(); got != "Twelve qualities" {
		t.Errorf("emptied, it shows %q", got)
	}
	s.win.Canvas().Focus(l.tree.search)
	s.typeText("rule someone bent")
	s.settle()
	if l.list.rows.Len() != 1 || l.detail.at.Element.Name != "Fairness" || l.detail.inHand != "steps/qualities/fairness#3" {
		t.Errorf("found %d, open is %s", l.list.rows.Len(), l.detail.inHand)
	}
	s.typeText(" xyzzy")
	if !l.list.empty.Visible() || l.list.rows.Len() != 0 {
		t.Error("nothing found, and nothing said")
	}
	s.hit(fyne.KeyEscape)
	if l.query != "" || l.tree.search.Text != "" || l.list.title.Text() != "Twelve qualities" {
		t.Errorf("after Escape it searches for %q and shows %q", l.query, l.list.title.Text())
	}
}

func TestEverywhereIsReachedByTab(t *testing.T) {
	s, l := openLibrary(t)
	openElement(t, s, l, "Space")
	s.win.Canvas().Focus(l.tree.tree)
	reached := map[fyne.Focusable]bool{}
	for range 24 {
		s.win.Canvas().FocusNext()
		reached[s.win.Canvas().Focused()] = true
	}
	for name, want := range map[string]fyne.Focusable{
		"the list": l.list.rows, "a question": l.detail.asked[0].row, "Write about this": l.detail.write, "Make it a goal": l.detail.goal, "the search": l.tree.search,
	} {
		if !reached[want] {
			t.Errorf("Tab does not come by %s", name)
		}
	}
}

func TestInANarrowWindowOneColumnShowsWithAWayBack(t *testing.T) {
	s, l := openLibrary(t)
	s.win.Resize(fyne.NewSize(640, 560))
	l.choose("steps/qualities")
	if l.tree.content.Visible() || !l.middle.Visible() || !l.list.back.Visible() {
		t.Fatal("the list does not stand alone with a way back")
	}
	s.hit(fyne.KeyReturn)
	if l.middle.Visible() || !l.right.Visible() || s.win.Canvas().Focused() != fyne.Focusable(l.detail.write) {
		t.Fatalf("Enter does not open the element alone; the keyboard is at %T", s.win.Canvas().Focused())
	}
	l.back()
	s.hit(fyne.KeyEscape)
	if !l.tree.content.Visible() || s.win.Canvas().Focused() != fyne.Focusable(l.tree.tree) {
		t.Error("Back and Escape do not lead to the tree")
	}
	s.win.Resize(firstSize)
	if !l.tree.content.Visible() || !l.middle.Visible() || !l.right.Visible() || l.list.back.Visible() {
		t.Error("wide again, it does not show three columns")
	}
}
