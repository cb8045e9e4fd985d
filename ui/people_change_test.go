package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

func TestGivenAPerson_WhenWritingAboutThem_ThenItIsSavedAndStays(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Tomas")
	f := p.detail.about
	s.write(f.matters.field.Editor, "Risk first")
	s.write(f.notes.field.Editor, "Plays chess")
	s.written(p)
	f.relationship.OnChosen("sponsor")
	p.detail.support.OnChosen("advocate")
	f.contact.line.Editor.Load("")
	s.write(f.contact.line.Editor, "yesterday")
	s.leaveField()
	want := s.known("Tomas Berg")
	if want.Matters != "Risk first" || want.Notes != "Plays chess" || want.Relationship != "sponsor" || want.Support != "advocate" || want.LastContact.String() != "2026-03-11" {
		t.Errorf("stored is %+v", want)
	}
	if f.notes.field.Editor.Text != "Plays chess" || p.detail.support.Selected() != "advocate" || !strings.Contains(p.detail.line.Text(), "Sponsor. Last spoke yesterday.") {
		t.Errorf("the page shows %q, %q, %q", f.notes.field.Editor.Text, p.detail.support.Selected(), p.detail.line.Text())
	}
}

func TestGivenTypedNotes_WhenSomebodyElseIsOpened_ThenBothKeepTheirOwn(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Tomas")
	s.write(p.detail.about.notes.field.Editor, "About Tomas")
	openPerson(s, p, "Henrik")
	if got := p.detail.about.notes.field.Editor.Text; got != "" {
		t.Fatalf("Henrik's notes say %q", got)
	}
	s.write(p.detail.about.notes.field.Editor, "About Henrik")
	openPerson(s, p, "Tomas")
	s.written(p)
	if got := p.detail.about.notes.field.Editor.Text; got != "About Tomas" || s.known("Tomas Berg").Notes != got || s.known("Henrik Dahl").Notes != "About Henrik" {
		t.Errorf("the page shows %q; stored are %q and %q", got, s.known("Tomas Berg").Notes, s.known("Henrik Dahl").Notes)
	}
}

func TestGivenAName_WhenItsFieldIsLeft_ThenThePersonIsRenamedEverywhere(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	openTab(s, p, tabAbout)
	field := p.detail.about.name
	s.win.Canvas().Focus(field.Editor)
	field.Editor.CursorToEnd()
	s.typeText("-Berg")
	s.settle()
	s.known("Lena Fischer") // not before the field is left
	s.leaveField()
	id := s.known("Lena Fischer-Berg").ID
	if p.detail.name.Text() != "Lena Fischer-Berg" || p.chosen != id {
		t.Errorf("the page shows %q", p.detail.name.Text())
	}
	lines, err := s.journal.Read().Feedback(context.Background(), journal.FeedbackFilter{})
	if err != nil || lines[0].Giver != "Lena Fischer-Berg" {
		t.Errorf("the ledger names %+v, %v", lines, err)
	}
}

func TestGivenANameThatIsNone_WhenLeft_ThenASentenceStandsBesideItAndTheRestIsKept(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Tomas")
	f := p.detail.about
	s.write(f.notes.field.Editor, "Kept")
	for text, want := range map[string]string{
		strings.Repeat("x", 300): "A name can hold at most 200 letters.",
		" ":                      "A name needs at least one letter.",
	} {
		f.name.Editor.Load(text)
		s.win.Canvas().Focus(f.name.Editor)
		s.leaveField()
		if got := f.name.Problem(); got != want {
			t.Errorf("beside the name stands %q, want %q", got, want)
		}
		s.written(p)
		if got := s.known("Tomas Berg"); got.Notes != "Kept" {
			t.Errorf("stored is %+v", got)
		}
	}
}

func TestGivenSomebodyNew_WhenAdded_ThenTheyAreBesideTheList(t *testing.T) {
	s, p := office(t)
	tap(t, p.list.add)
	s.typeText(strings.Repeat("y", 300))
	s.hit(fyne.KeyReturn)
	if s.win.Canvas().Overlays().Top() == nil {
		t.Fatal("a name of 300 letters was taken")
	}
	editor := s.win.Canvas().Focused().(*parts.Editor)
	editor.Load("Priya Raman")
	s.hit(fyne.KeyReturn)
	if p.detail.name.Text() != "Priya Raman" || !p.detail.about.content.Visible() || p.list.shown.find(s.known("Priya Raman").ID) != p.list.rows.Selected() {
		t.Errorf("beside the list stands %q", p.detail.name.Text())
	}
}

func TestGivenSomebodyDeleted_WhenUndone_ThenTheyAreBackWithWhatTheySaid(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Lena")
	id := p.chosen
	p.remove()
	s.settle()
	if got := len(p.sheet.all); got != 4 || p.detail.name.Text() != "Oskar Nyman" {
		t.Fatalf("%d are left, beside the list stands %q", got, p.detail.name.Text())
	}
	if got := s.piece(s.entries()[1].ID).Giver; got != "Lena Fischer" {
		t.Errorf("her feedback is by %q", got)
	}
	s.takeBack()
	if got := s.piece(s.entries()[1].ID).Giver; got != string(id) || p.detail.name.Text() != "Lena Fischer" {
		t.Errorf("brought back, her feedback is by %q, and beside the list stands %q", got, p.detail.name.Text())
	}
}

func TestGivenTypedNotes_WhenThePersonIsDeletedAndBack_ThenNothingIsLost(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Tomas")
	s.write(p.detail.about.notes.field.Editor, "Last words")
	p.remove()
	s.settle()
	s.takeBack()
	if got := s.known("Tomas Berg").Notes; got != "Last words" || p.detail.about.notes.field.Editor.Text != got {
		t.Errorf("stored is %q, the field says %q", got, p.detail.about.notes.field.Editor.Text)
	}
}

func TestGivenTwoOfOnePerson_WhenMerged_ThenTheyAreOneUntilItIsUndone(t *testing.T) {
	s, p := office(t)
	twin := s.knows(journal.Person{Name: "L. Fischer", Matters: "A quiet Friday"})
	s.heard("2026-03-01", "L. Fischer", "Slower, please.", nil)
	openPerson(s, p, "Lena")
	p.merge()
	s.settle()
	s.typeText("l. f")
	s.hit(fyne.KeyReturn) // finds the twin
	s.hit(fyne.KeyReturn) // and merges
	if got := s.known("Lena Fischer"); got.Matters != "A quiet Friday" || len(p.sheet.all) != 5 || p.sheet.person.Feedback != 2 {
		t.Errorf("merged is %+v with %d pieces of feedback; %d people", got, p.sheet.person.Feedback, len(p.sheet.all))
	}
	s.takeBack()
	if got := s.known("Lena Fischer"); got.Matters != "" || len(p.sheet.all) != 6 || p.chosen != twin.ID || p.sheet.person.Feedback != 1 {
		t.Errorf("undone, she is %+v, and beside the list stands %q", got, p.detail.name.Text())
	}
}

func TestGivenAnEntryOnTheDesk_WhenItsPersonIsDeleted_ThenWritingGoesOn(t *testing.T) {
	s, p := office(t)
	entry := s.entries()[0]
	s.openEntry(entry.ID)
	s.settle()
	s.press(key(fyne.Key7, ctrl))
	openPerson(s, p, "Ada")
	p.remove()
	s.settle()
	s.press(key(fyne.Key1, ctrl))
	s.openEntry(entry.ID)
	s.settle()
	s.write(s.today.desk.body, "More")
	s.save()
	all := s.entries()
	if len(all) != 2 || all[0].Body != "More" || all[0].People[1].Person != "Ada" {
		t.Errorf("%d entries; the newest is %q with %+v", len(all), all[0].Body, all[0].People)
	}
}

func TestGivenATypedName_WhenTheWindowCloses_ThenItIsKept(t *testing.T) {
	s, p := office(t)
	openPerson(s, p, "Ada")
	s.write(p.detail.about.name.Editor, " Lovelace")
	s.write(p.detail.about.notes.field.Editor, "Counts")
	s.win.Canvas().Focus(p.detail.about.name.Editor)
	s.quit()
	s.settle()
	if got := s.known("Ada Lovelace"); got.Notes != "Counts" {
		t.Errorf("stored is %+v", got)
	}
}
