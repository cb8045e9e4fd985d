package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// unsorted puts a moment into the journal that proves nothing yet.
func (s *proofStage) unsortedMoment(day, title string, more func(*journal.Entry)) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.MomentKind, dayOf(s.t, day))
	e.Title = title
	if more != nil {
		more(&e)
	}
	return s.add(e)
}

// openSorting opens the panel, and gives what is in it by its keys.
func (s *proofStage) openSorting() *parts.KeyStop {
	s.t.Helper()
	s.sortEntries()
	s.settle()
	stop, ok := s.win.Canvas().Focused().(*parts.KeyStop)
	if !ok {
		s.t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	return stop
}

func (s *proofStage) keys(stop *parts.KeyStop, keys ...any) {
	for _, k := range keys {
		switch k := k.(type) {
		case rune:
			stop.TypedRune(k)
		case fyne.KeyName:
			stop.TypedKey(&fyne.KeyEvent{Name: k})
		}
		s.settle()
	}
}

// proves are the expectations that an entry supports.
func (s *proofStage) proves(id journal.ID) string {
	s.t.Helper()
	e, err := s.journal.Read().Entry(context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for _, v := range e.Evidence {
		all = append(all, fmt.Sprintf("%s %s", v.Expectation[len(v.Expectation)-1:], v.Strength))
	}
	return strings.Join(all, ", ")
}

// aboutService is an answer to a question about the third expectation.
func aboutService(e *journal.Entry) {
	e.Prompt = &journal.Asked{Key: "steps/qualities/service#1", Text: "Whom did you serve?"}
}

func TestGivenAnEntryWithASuggestion_WhenItsNumberIsPressed_ThenTheEntryProvesIt_AndTheSameKeyTakesItBack(t *testing.T) {
	s := openProofs(t, three()...)
	e := s.unsortedMoment("2026-03-02", "Carried the pager", aboutService)
	stop := s.openSorting()
	s.keys(stop, '1')
	if got := s.proves(e.ID); got != "3 own-word" {
		t.Errorf("it proves %q", got)
	}
	s.keys(stop, '1')
	if got := s.proves(e.ID); got != "" {
		t.Errorf("taken back, it proves %q", got)
	}
}

func TestGivenTwoEntries_WhenEnterAndBackspaceArePressed_ThenTheyLeadOnAndBackWithWhatWasChosen(t *testing.T) {
	s := openProofs(t, three()...)
	first := s.unsortedMoment("2026-03-03", "First", aboutService)
	second := s.unsortedMoment("2026-03-02", "Second", aboutService)
	stop := s.openSorting()
	s.keys(stop, '1', fyne.KeyReturn)
	if !strings.HasSuffix(stop.Label, "Second") {
		t.Errorf("it shows %q", stop.Label)
	}
	s.keys(stop, '1', fyne.KeyBackspace, '1')
	if got := s.proves(first.ID) + "/" + s.proves(second.ID); got != "/3 own-word" {
		t.Errorf("they prove %q", got)
	}
}

func TestGivenAnEntryThatIsSkipped_ThenItProvesNothingAndTheNextOneComes(t *testing.T) {
	s := openProofs(t, three()...)
	e := s.unsortedMoment("2026-03-03", "First", aboutService)
	s.unsortedMoment("2026-03-02", "Second", nil)
	stop := s.openSorting()
	s.keys(stop, 's')
	if !strings.HasSuffix(stop.Label, "Second") || s.proves(e.ID) != "" {
		t.Errorf("it shows %q", stop.Label)
	}
}

func TestGivenElevenEntries_WhenTenAreSorted_ThenTheLastComesWithEnterAndThenThePanelCloses(t *testing.T) {
	s := openProofs(t, three()...)
	for i := range 11 {
		s.unsortedMoment(fmt.Sprintf("2026-03-%02d", 11-i), fmt.Sprintf("Entry %d", i), nil)
	}
	stop := s.openSorting()
	for range 10 {
		s.keys(stop, fyne.KeyReturn)
	}
	if !strings.Contains(stop.Label, "Ten more") {
		t.Fatalf("after ten it says %q", stop.Label)
	}
	s.keys(stop, fyne.KeyReturn)
	if !strings.HasSuffix(stop.Label, "Entry 10") {
		t.Fatalf("then it shows %q", stop.Label)
	}
	s.keys(stop, fyne.KeyReturn, fyne.KeyReturn)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("the panel stays")
	}
}

func TestGivenAnExpectationThatWasNotSuggested_WhenItIsFound_ThenItIsChosen(t *testing.T) {
	s := openProofs(t, three()...)
	e := s.unsortedMoment("2026-03-03", "First", nil)
	stop := s.openSorting()
	s.keys(stop, 'a')
	s.typeText("coaches")
	s.settle()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if got := s.proves(e.ID); got != "2 own-word" {
		t.Errorf("it proves %q", got)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(stop) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestGivenNothingToSort_WhenThePanelOpens_ThenItSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		expectations []journal.Expectation
		want         string
	}{
		"no expectations": {nil, "There are no expectations yet"},
		"no entries":      {three(), "Nothing is left to sort"},
	} {
		t.Run(name, func(t *testing.T) {
			s := openProofs(t, c.expectations...)
			stop := s.openSorting()
			if !strings.HasPrefix(stop.Label, c.want) {
				t.Errorf("it says %q", stop.Label)
			}
			s.keys(stop, '1', 's', 'a', fyne.KeyBackspace, fyne.KeyReturn)
			if s.win.Canvas().Overlays().Top() != nil {
				t.Error("the panel stays")
			}
		})
	}
}

func TestGivenPrivateEntriesAreHidden_ThenTheyAreNotOffered(t *testing.T) {
	s := openProofs(t, three()...)
	s.unsortedMoment("2026-03-03", "Secret", func(e *journal.Entry) { e.Private = true })
	s.today.togglePrivate()
	s.settle()
	stop := s.openSorting()
	if strings.Contains(stop.Label, "Secret") {
		t.Errorf("it shows %q", stop.Label)
	}
}
