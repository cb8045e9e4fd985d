//go:build e2e

package e2e_test

import (
	"slices"
	"strings"
	"testing"

	"groundwork/e2e"
)

// paragraphs is a text so long that its end, which no other text has, is not in
// sight from its top.
func paragraphs(end string) string {
	return strings.Repeat("We went on, and nobody asked why.\n\n", 40) + end
}

func TestTheTimelineOpensTheEntryThatTheArrowsGoTo(t *testing.T) {
	s := sit(t)
	s.add("--day", "2026-03-05", "first")
	s.add("--day", "2026-03-06", "second")
	w := s.open()
	w.turns("ctrl+2")
	w.turns("Down")
	w.turns("Return") // beside the list
	w.turns("Return") // and on Today
	w.types(" again")
	s.wants("second", "first again")
}

func TestASearchIsReadWhereItMatchesAndLeavesThePageAsItWas(t *testing.T) {
	s := sit(t)
	s.add("--day", "2026-03-05", paragraphs("The quorum held."))
	s.add("--day", "2026-03-06", "second")
	w := s.open()
	w.types("Today.")
	s.eventually(saveLimit, "what is typed", func(all []e2e.Entry) bool { return len(all) == 3 })
	w.turns("ctrl+f")
	w.types("quorum")
	w.turns("Escape")
	w.types(" Again.") // where one was before
	s.eventually(saveLimit, "what is typed where one was", func(all []e2e.Entry) bool { return all[0].Body == "Today. Again." })

	w.turns("ctrl+f")
	w.types("quorum") // in the place of the same word
	w.turns("Return")
	match := w.text()
	w.types("nothing of this may be written")
	w.turns("ctrl+r") // to be written
	w.turns("ctrl+r") // and read from the top
	if !w.text().Differs(match) {
		t.Error("it is read from the top")
	}
	w.turns("ctrl+r")
	w.writesInstead("found")
	s.wants("Today. Again.", "second", "found")
}

func TestQuickOpenGoesToAnEntryByAFewOfItsLettersHoweverQuickTheyAreTyped(t *testing.T) {
	s := sit(t)
	s.add("--day", "2026-03-05", "--title", "Release handover", "first")
	s.add("--day", "2026-03-06", "--title", "Gate rollout", "second")
	w := s.open()
	w.turns("ctrl+k")
	check(t, w.Changes(func() error {
		if err := w.Type("relhan"); err != nil {
			return err
		}
		return w.Keys("Return")
	}))
	w.writesInstead("found")
	s.wants("second", "found")
}

func TestALookBackIsWrittenDownAsADraftOfWhatIsNotPrivate(t *testing.T) {
	s := sit(t)
	s.add("--title", "Release handover", "The pair decides now.")
	s.add("--title", "The Fjordline rejection", "--private", "It stung.")
	w := s.open()
	w.turns("ctrl+shift+b")
	w.turns("shift+Tab", "Return") // writes it down
	w.types("I let go.")
	entries := s.eventually(saveLimit, "the look back with what is written below it", func(all []e2e.Entry) bool {
		return slices.ContainsFunc(all, isLookBack)
	})
	draft := entries[slices.IndexFunc(entries, isLookBack)]
	saysOnly(t, draft.Title+"\n"+draft.Body, []string{"Week of", "[[Release handover]]"}, []string{"Fjordline", "stung"})
}

func isLookBack(e e2e.Entry) bool { return strings.HasSuffix(e.Body, "I let go.") }
