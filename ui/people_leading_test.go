package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

func TestGivenALeader_WhenOpened_ThenTheSheetOnLeadingUpShows(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	l := p.detail.leading
	if !l.content.Visible() || p.detail.about.content.Visible() || l.heading.Text() != "What Lena needs" {
		t.Fatalf("it shows %q", l.heading.Text())
	}
	var rows []string
	for _, o := range l.offers.Objects {
		date, left, right := o.(*offerRow).Words()
		rows = append(rows, date+" | "+left+" | "+right)
	}
	want := []string{"6 Mar | A Friday note | Well received", "15 Jan | To chair planning | Not now: asked Tomas"}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("the offers (-want +got):\n%s", diff)
	}
	if got := l.soFar.Text(); got != "One “not now” so far, on 15 January." {
		t.Errorf("so far: %q", got)
	}
	openPerson(s, p, "Oskar")
	if l.content.Visible() || !p.detail.about.content.Visible() {
		t.Error("somebody who does not lead has the sheet too")
	}
}

func TestGivenALeader_WhenANeedIsPressed_ThenItIsNotedBesideOwnWords(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	l := p.detail.leading
	s.win.Canvas().Focus(l.needs.Objects[1].(*parts.Chip))
	s.hit(fyne.KeyReturn)
	s.write(l.own.field.Editor, "Facts early")
	s.written(p)
	if diff := cmp.Diff([]string{"too-busy", "not-engaged", "Facts early"}, s.known("Lena Fischer").LeadingUp.Needs); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
	tap(t, l.needs.Objects[0].(*parts.Chip))
	s.settle()
	if diff := cmp.Diff([]string{"not-engaged", "Facts early"}, s.known("Lena Fischer").LeadingUp.Needs); diff != "" {
		t.Errorf("taken away (-want +got):\n%s", diff)
	}
	if got := l.own.field.Editor.Text; got != "Facts early" {
		t.Errorf("the field says %q", got)
	}
}

func TestGivenALeader_WhenAnOfferIsNoted_ThenItIsALineOfItsOwn(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	l := p.detail.leading
	tap(t, l.note)
	s.typeText("To take the minutes")
	s.hit(fyne.KeyReturn)
	up := s.known("Lena Fischer").LeadingUp
	if want := "2026-01-15 To chair planning\n2026-03-06 A Friday note\n2026-03-12 To take the minutes"; up.Offered != want {
		t.Errorf("offered: %q", up.Offered)
	}
	if _, left, right := l.offers.Objects[0].(*offerRow).Words(); left != "To take the minutes" || right != "No answer yet" {
		t.Errorf("first stands %q, %q", left, right)
	}
	tap(t, l.offers.Objects[0].(*offerRow))
	s.settle()
	panel := s.win.Canvas().Overlays().Top()
	if panel == nil {
		t.Fatal("an offer does not open")
	}
	segmented(t, panel, func(w *parts.Segmented) { w.OnChosen(journal.NotNow); w.SetSelected(journal.NotNow) })
	s.hit(fyne.KeyReturn)
	if got := s.known("Lena Fischer").LeadingUp.Received; !strings.HasSuffix(got, "\n2026-03-12 not now") {
		t.Errorf("received: %q", got)
	}
}

func TestGivenAnOffer_WhenTakenAway_ThenUndoPutsItBack(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	before := *s.known("Lena Fischer").LeadingUp
	l := p.detail.leading
	l.changeOffer(l.offers.Objects[1].(*offerRow).offer)
	(&offerPanel{l: l, person: p.chosen, offer: l.offers.Objects[1].(*offerRow).offer, overlay: s.win.Canvas().Overlays().Top().(*parts.Overlay)}).remove()
	s.settle()
	if got := s.known("Lena Fischer").LeadingUp.Offered; got != "2026-03-06 A Friday note" {
		t.Errorf("left is %q", got)
	}
	s.takeBack()
	if diff := cmp.Diff(before, *s.known("Lena Fischer").LeadingUp); diff != "" {
		t.Errorf("put back (-want +got):\n%s", diff)
	}
}

// segmented finds the one segmented control in a panel.
func segmented(t *testing.T, in fyne.CanvasObject, with func(*parts.Segmented)) {
	t.Helper()
	for _, o := range test.LaidOutObjects(in) {
		if w, ok := o.(*parts.Segmented); ok {
			with(w)
			return
		}
	}
	t.Fatal("there is no segmented control")
}

func TestGivenALeader_WhenWritingAboutIt_ThenAnEntryBeginsWithThemAndAQuestion(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	p.detail.leading.writeAbout()
	s.settle()
	e := s.today.desk.draft.Entry()
	if s.current != page(s.today) || len(e.People) != 1 || e.People[0].Person != string(s.known("Lena Fischer").ID) || e.Prompt == nil || !strings.HasPrefix(e.Prompt.Key, "leading-up/why-they-need-help/too-busy#") {
		t.Errorf("it begins with %+v and %+v", e.People, e.Prompt)
	}
}
