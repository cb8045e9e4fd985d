package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func TestGivenAYear_WhenThePackOpens_ThenItIsProposedAndNothingIsWritten(t *testing.T) {
	p := aPack(t)
	if p.win.Canvas().Focused() != fyne.Focusable(p.page.list.rows) {
		t.Errorf("the keyboard is at %T", p.win.Canvas().Focused())
	}
	if got := p.packs(); len(got) != 0 {
		t.Errorf("%d packs are in the journal before anything was chosen", len(got))
	}
	if strings.Contains(strings.Join(p.lines(), "\n")+p.reads(), "Stayed quiet") {
		t.Error("a private entry is in the pack")
	}
}

func TestGivenAProposal_WhenALineIsUnticked_ThenThePackIsInTheJournalWithoutIt(t *testing.T) {
	p := aPack(t)
	p.goToLine("Handed Saturday")
	p.typeText(" ")
	p.settle()
	if got := p.packs(); len(got) != 1 || got[0].Audience != "myself" {
		t.Fatalf("saved: %+v", got)
	}
	if !slices.Contains(p.lines(), "[ ] Saturday releases. Handed Saturday releases to the on-call pair.") {
		t.Errorf("the list: %q", p.lines())
	}
	p.goToLine("Delayed")
	p.typeText(" ")
	p.settle()
	if got := p.packs(); len(got) != 1 {
		t.Errorf("there are %d packs after a second line", len(got))
	}
}

func TestGivenChangesToAPack_WhenUndoneAndRedone_ThenTheyGoAndComeInTheirOrder(t *testing.T) {
	p := aPack(t)
	first := p.lines()
	p.goToLine("Gate rollout")
	p.typeText(" ")
	p.settle()
	second := p.lines()
	p.press(key(fyne.KeyDown, alt))
	third := p.lines()
	if slices.Equal(second, third) {
		t.Fatal("Alt Down moved nothing")
	}
	for i, want := range [][]string{second, first} {
		p.press(&fyne.ShortcutUndo{})
		if diff := cmp.Diff(want, p.lines()); diff != "" {
			t.Errorf("undo %d (-want +got):\n%s", i+1, diff)
		}
	}
	for i, want := range [][]string{second, third} {
		p.press(key(fyne.KeyZ, ctrl|shift))
		if diff := cmp.Diff(want, p.lines()); diff != "" {
			t.Errorf("redo %d (-want +got):\n%s", i+1, diff)
		}
	}
}
