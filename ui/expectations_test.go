package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// role opens the page on five expectations, one of which is put aside; Coaches
// has two entries.
func role(t *testing.T) (*stage, *demands) {
	t.Helper()
	s := openWindow(t)
	ctx := context.Background()
	for _, x := range []journal.Expectation{
		{Name: "Coaches", Area: "People", Text: "Makes time", Source: "steps/better-leader/coach-develop"},
		{Name: "Delivers", Area: "Delivery"},
		{Name: "Gives feedback", Area: "People"},
		{Name: "Decides"},
		{Name: "Recruits", Area: "People", Retired: true},
	} {
		if _, err := s.journal.SaveExpectation(ctx, x); err != nil {
			t.Fatal(err)
		}
	}
	for _, note := range []string{"First", "Second"} {
		e := s.journal.NewEntry(journal.Reflection, dayOf(t, "2026-03-10"))
		e.Body, e.Evidence = note, []journal.Evidence{{Expectation: "Coaches", Strength: journal.Quote, Chosen: true, Note: note}}
		s.add(e)
	}
	s.showExpectations()
	s.settle()
	return s, s.frame.demands
}

// asked lists what the journal holds, in its order, as "Area: Name", with a
// hash behind what is put aside.
func (s *stage) asked() []string {
	s.t.Helper()
	var all []string
	for _, x := range s.stored() {
		text := x.Area + ": " + x.Name
		if x.Retired {
			text += " #"
		}
		all = append(all, text)
	}
	return all
}

func (s *stage) stored() []journal.Expectation {
	s.t.Helper()
	all, err := s.journal.Read().Expectations(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// listedDemands is what the list says, headings included.
func listedDemands(d *demands) []string {
	var all []string
	for i := range d.list.shown.Len() {
		all = append(all, d.list.shown.Label(i))
	}
	return all
}

// openDemand opens the row of an expectation.
func openDemand(s *stage, d *demands, name string) {
	s.t.Helper()
	for _, x := range d.sheet.all {
		if x.Name == name {
			d.list.open(d.list.shown.find(x.ID))
			s.settle()
			return
		}
	}
	s.t.Fatalf("the list has no %q: %q", name, listedDemands(d))
}

// inPanel finds the parts of a sort in the panel that lies on top.
func inPanel[T fyne.CanvasObject](s *stage) []T {
	s.t.Helper()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		s.t.Fatal("no panel is open")
	}
	var all []T
	for _, o := range test.LaidOutObjects(top) {
		if part, ok := o.(T); ok {
			all = append(all, part)
		}
	}
	return all
}

// pressIn presses the button of the panel on top whose words begin so.
func (s *stage) pressIn(words string) {
	s.t.Helper()
	for _, b := range inPanel[*parts.Button](s) {
		if strings.HasPrefix(b.Text(), words) && b.Visible() && !b.Disabled() {
			tap(s.t, b)
			s.settle()
			return
		}
	}
	s.t.Fatalf("the panel has no button %q", words)
}

func sameAsked(t *testing.T, s *stage, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, s.asked()); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
}

func TestGivenExpectations_WhenThePageOpens_ThenTheyStandInTheirAreasAndThoseAsideBelow(t *testing.T) {
	s, d := role(t)
	want := []string{
		"People, 2", "Coaches, 2 entries", "Gives feedback, No entry yet", "Delivery, 1", "Delivers, No entry yet",
		"Without an area, 1", "Decides, No entry yet", "Put aside, 1", "Recruits, No entry yet",
	}
	if diff := cmp.Diff(want, listedDemands(d)); diff != "" {
		t.Errorf("the list (-want +got):\n%s", diff)
	}
	if got := d.list.figures.Text(); got != "4 expectations, 1 put aside." {
		t.Errorf("the head says %q", got)
	}
	if f := d.form; f.name.Editor.Text != "Coaches" || f.area.Editor.Text != "People" || f.text.Editor.Text != "Makes time" {
		t.Errorf("beside the list stand %q, %q, %q", f.name.Editor.Text, f.area.Editor.Text, f.text.Editor.Text)
	}
	if got, want := d.form.facts.Text(), "2 entries · Coach and develop people · How To Get Into a Leadership Role at Work: 7 Steps"; got != want {
		t.Errorf("the facts are %q", got)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(d.list.rows) || s.marked() != page(s.frame.evidence) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestGivenNoExpectation_WhenThePageOpens_ThenItSaysHowToBegin(t *testing.T) {
	s := openWindow(t)
	s.showExpectations()
	s.settle()
	d := s.frame.demands
	if !d.list.empty.Visible() || d.form.page.Visible() || s.win.Canvas().Focused() != fyne.Focusable(d.list.starter) {
		t.Errorf("it says %q; the keyboard is at %T", d.list.empty.Text(), s.win.Canvas().Focused())
	}
}

func TestGivenAText_WhenTyped_ThenItIsSavedAndStaysWithItsExpectation(t *testing.T) {
	s, d := role(t)
	s.rewrite(d.form.text.Editor, "Asks first")
	openDemand(s, d, "Delivers")
	s.write(d.form.text.Editor, "On the day")
	openDemand(s, d, "Coaches")
	if got := d.form.text.Editor.Text; got != "Asks first" {
		t.Errorf("Coaches says %q", got)
	}
	d.saveNow()
	s.settle()
	if all := s.stored(); all[0].Text != "Asks first" || all[1].Text != "On the day" || len(d.unsaved()) != 0 {
		t.Errorf("stored are %q and %q; unsaved %q", all[0].Text, all[1].Text, d.unsaved())
	}
}

func TestGivenAName_WhenItsFieldIsLeft_ThenItIsTakenOrRefusedBesideIt(t *testing.T) {
	s, d := role(t)
	s.rewrite(d.form.name.Editor, "Coaches others")
	sameAsked(t, s, "People: Coaches", "Delivery: Delivers", "People: Gives feedback", ": Decides", "People: Recruits #")
	s.leaveField()
	if got := d.form.title.Text(); got != "Coaches others" || s.stored()[0].Name != got {
		t.Errorf("the head says %q, stored is %q", got, s.stored()[0].Name)
	}
	for name, want := range map[string]string{
		"DELIVERS": "There is an expectation with this name already.",
		"recruits": "You retired an expectation with this name. Bring it back, and what proves it stays in one place.",
		"":         "A name needs at least one letter.",
	} {
		s.rewrite(d.form.name.Editor, name+" ")
		s.leaveField()
		if got := d.form.name.Problem(); got != want || s.stored()[0].Name != "Coaches others" {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestGivenAnArea_WhenAnotherIsTyped_ThenItMovesThere(t *testing.T) {
	s, d := role(t)
	s.rewrite(d.form.area.Editor, "delivery")
	s.leaveField()
	sameAsked(t, s, "Delivery: Delivers", "Delivery: Coaches", "People: Gives feedback", ": Decides", "People: Recruits #")
	if got := d.form.area.Editor.Text; got != "Delivery" {
		t.Errorf("the field says %q", got)
	}
	if got := d.form.areasLike("pe"); !cmp.Equal(got, []string{"People"}) {
		t.Errorf("it offers %q", got)
	}
}

func TestEscapeLeadsFromTheFormToTheListAndToTheEvidence(t *testing.T) {
	s, d := role(t)
	s.win.Resize(smallest)
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	if s.win.Canvas().Focused() != fyne.Focusable(d.form.name.Editor) || !d.form.back.Visible() {
		t.Fatalf("Enter leads to %T", s.win.Canvas().Focused())
	}
	s.win.Canvas().Focus(d.form.text.Editor)
	s.hit(fyne.KeyEscape)
	if s.win.Canvas().Focused() != fyne.Focusable(d.list.rows) {
		t.Fatalf("Escape leads to %T", s.win.Canvas().Focused())
	}
	s.hit(fyne.KeyEscape)
	if s.current != page(s.frame.evidence) {
		t.Errorf("in sight is %T", s.current)
	}
}

func TestTheSmallestWindowHoldsTheExpectations(t *testing.T) {
	s, d := role(t)
	room := smallest.SubtractWidthHeight(0, look.MenuBarHeight)
	s.win.Resize(room)
	for _, at := range []int{0, 1} {
		d.split.Go(at)
		if got := s.win.Content().MinSize(); got.Width > room.Width || got.Height > room.Height {
			t.Errorf("it needs %v, and has %v", got, room)
		}
	}
}

func TestOnlyTheRowsInSightAreBuilt(t *testing.T) {
	s, d := role(t)
	var xs []journal.Expectation
	for i := range 300 {
		xs = append(xs, journal.Expectation{Name: "Expectation " + strings.Repeat("x", i%100) + string(rune('a'+i/100)), Area: "Many"})
	}
	if _, err := s.journal.AddExpectations(context.Background(), xs); err != nil {
		t.Fatal(err)
	}
	s.settle()
	if n := d.list.rows.Built(); n > 40 {
		t.Errorf("%d rows were built for %d", n, d.list.shown.Len())
	}
}
