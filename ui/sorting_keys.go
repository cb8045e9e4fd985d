package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/suggest"
)

// letter hears the keys of the panel.
func (s *sorting) letter(letter rune) {
	switch {
	case letter >= '1' && letter <= '9':
		s.toggle(int(letter - '1'))
	case letter == 's' || letter == 'S':
		s.goPast()
	case letter == 'a' || letter == 'A':
		s.another()
	case letter == ' ':
		s.goOn()
	}
}

func (s *sorting) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		s.goOn()
	case fyne.KeyBackspace, fyne.KeyLeft:
		s.goBack()
	}
}

// goOn goes to the next entry, to ten more after the last, and closes the panel
// where nothing is left.
func (s *sorting) goOn() {
	switch {
	case s.entry() != nil:
		s.at++
		s.show()
		s.focus()
	case s.pile.page.Last || len(s.pile.expectations) == 0:
		s.overlay.Hide()
	default:
		s.read(s.pile.page.Next)
	}
}

// goPast goes to the next entry; what was suggested for this one is not
// suggested again.
func (s *sorting) goPast() {
	e := s.entry()
	if e == nil {
		return
	}
	for _, each := range e.Suggestions {
		if !s.chosen[e.ID][each.Expectation.ID] {
			s.w.suggester.WaveAway(e.ID, each.Expectation.ID)
		}
	}
	s.goOn()
}

// goBack goes to the entry before, with what was chosen for it.
func (s *sorting) goBack() {
	if s.at > 0 {
		s.at--
		s.show()
		s.focus()
	}
}

// another lets the writer find an expectation that was not suggested.
func (s *sorting) another() {
	e := s.entry()
	if e == nil || len(s.offered[e.ID]) >= mostSortKeys {
		return
	}
	var open []journal.Expectation
	for _, x := range s.pile.expectations {
		if !slices.ContainsFunc(s.offered[e.ID], func(o journal.Expectation) bool { return o.ID == x.ID }) {
			open = append(open, x)
		}
	}
	id := e.ID
	s.w.chooseExpectation(open, func(x journal.Expectation) {
		s.offered[id] = append(s.offered[id], x)
		s.toggle(len(s.offered[id]) - 1)
	})
}

// mostSortKeys is how many expectations can be told apart by a number key.
const mostSortKeys = 9

// sortKeys names the keys of the panel.
func sortKeys(offered int) string {
	switch offered {
	case 0:
		return lang.L("A finds an expectation · Enter goes on · S skips · Backspace goes back")
	case 1:
		return lang.L("1 chooses · A finds another · Enter goes on · S skips · Backspace goes back")
	}
	return lang.L("1 to {{.Last}} choose · A finds another · Enter goes on · S skips · Backspace goes back", values{"Last": offered})
}

// whySuggested says why expectations are suggested: the words they share with
// others.
func whySuggested(suggestions []suggest.Suggestion) string {
	var words []string
	asked := false
	for _, each := range suggestions {
		asked = asked || each.Why.Asked
		for _, word := range each.Why.Words {
			if !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	switch {
	case len(words) > 0:
		return lang.L("Suggested for the words {{.Words}}", values{"Words": strings.Join(words[:min(len(words), mostWhyWords)], ", ")})
	case asked:
		return lang.L("Suggested for the question it answers")
	}
	return ""
}

// mostWhyWords is how many words are named as a reason.
const mostWhyWords = 5
