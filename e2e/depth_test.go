//go:build e2e

package e2e_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/e2e"
)

// fills types into one field after the other, the Tab key leading on. A text of
// "" is a choice whose first answer is taken with the space bar.
func (w *window) fills(texts ...string) {
	w.t.Helper()
	for _, text := range texts {
		w.keys("Tab")
		if text == "" {
			w.keys("space")
			continue
		}
		w.types(text)
	}
}

// afterKill gives the one entry of the journal after the window was killed, a
// save's time after the last key.
func (s *seat) afterKill(w *window) e2e.Entry {
	s.t.Helper()
	time.Sleep(saveTime) // the requirement itself
	w.Kill()
	all := s.entries()
	if len(all) != 1 {
		s.t.Fatalf("the journal holds %d entries, want one", len(all))
	}
	return all[0]
}

func TestEveryPartOfAMomentIsOnDiskOneSecondAfterTheLastKey(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+shift+2")
	w.types("It went well.")
	w.turns("ctrl+period")
	w.fills("The situation", "The task", "The action", "The result", "Rollback time", "12", "minutes", "", "")
	got := s.afterKill(w).Moment
	want := map[string]any{
		"situation": "The situation", "task": "The task", "action": "The action", "result": "The result",
		"impact":  map[string]any{"text": "Rollback time", "value": 12.0, "unit": "minutes"},
		"outcome": "revenue", "change": "initiated",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the moment differs (-want +got):\n%s", diff)
	}
}

func TestANameThatIsBeingTypedIsOnDiskToo(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+shift+3")
	w.types("After the session.")
	w.turns("ctrl+period") // closes the parts, and again opens them with the keyboard there
	w.turns("ctrl+period")
	w.fills("You made the trade-off visible.", "Oskar Ny")
	got := s.afterKill(w).Feedback
	if got["quote"] != "You made the trade-off visible." || got["giver"] != "Oskar Ny" {
		t.Errorf("the feedback is %v", got)
	}
}

func TestAltAndANumberTakeASentenceIntoTheMoment(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("It was late. Nobody called me.")
	w.turns("alt+4")
	got := s.afterKill(w)
	if got.Kind != "moment" || got.Moment["result"] != "Nobody called me." || got.Body != "It was late. Nobody called me." {
		t.Errorf("the entry is a %s with the text %q and the moment %v", got.Kind, got.Body, got.Moment)
	}
}

func TestAStageOfAnApplicationIsWrittenWithTheKeyboardAlone(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+shift+4")
	w.types("A start.")
	w.turns("ctrl+period")
	w.turns("ctrl+period")
	w.fills("Engineering Manager", "Halden Rail", "") // and the first route
	w.keys("Tab")
	w.turns("space") // adds a stage, and stands in it
	w.keys("Tab", "ctrl+a")
	w.types("1 feb 2026")
	w.fills("Told Lena")
	got := s.afterKill(w).Application
	want := map[string]any{
		"position": "Engineering Manager", "organisation": "Halden Rail", "route": "promotion-round",
		"stages": []any{map[string]any{"stage": "saved", "day": "2026-02-01", "note": "Told Lena"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the application differs (-want +got):\n%s", diff)
	}
}
