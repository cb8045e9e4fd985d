//go:build e2e

package e2e_test

import (
	"fmt"
	"slices"
	"testing"

	"groundwork/e2e"
)

func TestUndoAndRedoWorkAcrossASave(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("one")
	s.wants("one")
	w.types(" two")
	s.wants("one two")
	w.keys("ctrl+z")
	s.eventually(saveLimit, "another text after Undo", func(entries []e2e.Entry) bool {
		return len(entries) == 1 && entries[0].Body != "one two"
	})
	w.keys("ctrl+shift+z")
	s.wants("one two")
}

func TestCtrlNBeginsASecondEntry(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("first")
	s.wants("first")
	w.turns("ctrl+n")
	w.types("second")
	s.wants("second", "first")
}

func TestCtrlSIsHarmlessInTheMiddleOfASentence(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.types("in the ")
	w.keys("ctrl+s")
	w.types("middle")
	s.wants("in the middle")
}

func TestCtrlPageUpGoesToThePreviousEntry(t *testing.T) {
	s := sit(t)
	s.add("--day", "2026-03-05", "first")
	s.add("--day", "2026-03-06", "second")
	w := s.open() // on a fresh page for today
	w.turns("ctrl+Prior")
	w.turns("ctrl+Prior")
	w.writesInstead("another first")
	s.wants("second", "another first")
}

func TestCtrlPageDownGoesToTheNextEntry(t *testing.T) {
	s := sit(t)
	s.add("--day", "2026-03-05", "first")
	s.add("--day", "2026-03-06", "second")
	w := s.open() // on a fresh page for today
	w.turns("ctrl+Prior")
	w.turns("ctrl+Prior")
	w.turns("ctrl+Next")
	w.writesInstead("another second")
	s.wants("another second", "first")
}

// writesInstead replaces the text that has the cursor, wherever that stands.
func (w *window) writesInstead(text string) {
	w.t.Helper()
	w.keys("ctrl+a")
	w.types(text)
}

func TestCtrlReturnAnswersThePrompt(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.turns("ctrl+Return")
	w.types(sentence)
	entries := s.wants(sentence)
	if p := entries[0].Prompt; p == nil || p.Key == "" || p.Text == "" {
		t.Errorf("the entry answers %+v, want a prompt", p)
	}
}

func TestCtrlShiftAndANumberBeginsAnEntryOfThatKind(t *testing.T) {
	s := sit(t)
	w := s.open()
	// A reflection last: a fresh page is one already, so nothing would turn.
	for i, kind := range []string{"moment", "feedback", "application", "reflection"} {
		w.turns(fmt.Sprintf("ctrl+shift+%d", (i+1)%4+1))
		w.types(kind)
		s.eventually(saveLimit, "a "+kind, func(entries []e2e.Entry) bool {
			return slices.ContainsFunc(entries, func(e e2e.Entry) bool { return e.Kind == kind && e.Body == kind })
		})
	}
}

func TestCtrlGFilesAnEntryOnTheDayThatIsTyped(t *testing.T) {
	s := sit(t)
	w := s.open()
	w.goesTo("2026-03-05")
	w.types(sentence)
	if got := s.wants(sentence)[0].Day; got != "2026-03-05" {
		t.Errorf("it is filed on %s", got)
	}
}

// goesTo asks for a day through the dialog.
func (w *window) goesTo(day string) {
	w.t.Helper()
	w.turns("ctrl+g")
	w.types(day)
	w.turns("Return")
}

func TestTheWayBackToTodayLeadsToTodaysEntry(t *testing.T) {
	for name, key := range map[string]string{"ByCtrl1": "ctrl+1", "ByCtrlT": "ctrl+t"} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			s.add("today")
			w := s.open()
			w.goesTo("2026-03-05")
			w.turns(key)
			w.writesInstead("today again")
			s.wants("today again")
		})
	}
}

func TestTheCursorStandsBehindTheTextOfAnOpenedEntry(t *testing.T) {
	s := sit(t)
	s.add("today")
	w := s.open()
	w.types(" again")
	s.wants("today again")
}
