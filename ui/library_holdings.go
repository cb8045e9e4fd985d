package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// holdings are what the journal says about the questions: who answered them
// when, which are put aside, and which are the user's own.
type holdings struct {
	today     journal.Day
	answers   map[string]journal.Answered // by key of the question
	elements  map[string]journal.Answered // by key of the element
	own       []journal.OwnPrompt
	trash     []journal.OwnPrompt // the last deleted first
	goals     []journal.Goal
	dismissed []string
}

func readHoldings(ctx context.Context, j *journal.Journal) (h holdings, err error) {
	h.today = j.Today(ctx)
	if h.answers, err = j.Read().Answers(ctx); err != nil {
		return h, err
	}
	if h.own, err = j.Read().OwnPrompts(ctx); err != nil {
		return h, err
	}
	if h.trash, err = j.TrashedPrompts(ctx); err != nil {
		return h, err
	}
	plan, err := j.Read().Plan(ctx)
	if err != nil {
		return h, err
	}
	h.goals, h.dismissed = plan.Goals, plan.DismissedPrompts
	h.sum()
	return h, nil
}

// sum counts the answers of each element: those to its own questions, and
// those to the user's that belong to it.
func (h *holdings) sum() {
	h.elements = map[string]journal.Answered{}
	add := func(element string, a journal.Answered) {
		all := h.elements[element]
		all.Count += a.Count
		if a.Last.After(all.Last) {
			all.Last = a.Last
		}
		h.elements[element] = all
	}
	for key, a := range h.answers {
		if element, _, ours := strings.Cut(key, "#"); ours {
			add(element, a)
		}
	}
	for _, p := range h.own {
		if a := h.answers[prompts.OwnKey(p.ID)]; a.Count > 0 && p.Element != "" {
			add(p.Element, a)
		}
	}
}

// ownOf gives the user's own questions about an element.
func (h *holdings) ownOf(element string) []journal.OwnPrompt {
	var of []journal.OwnPrompt
	for _, p := range h.own {
		if p.Element == element {
			of = append(of, p)
		}
	}
	return of
}

// ownBy finds a question of the user's own by the key it has as a question.
func (h *holdings) ownBy(key string) (journal.OwnPrompt, bool) {
	for _, p := range h.own {
		if prompts.OwnKey(p.ID) == key {
			return p, true
		}
	}
	return journal.OwnPrompt{}, false
}

// isDismissed tells whether a question is put aside.
func (h *holdings) isDismissed(key string) bool {
	for _, k := range h.dismissed {
		if k == key {
			return true
		}
	}
	return false
}

// hasGoal tells whether an element's "Try this" is a goal already.
func (h *holdings) hasGoal(e *prompts.Element) bool {
	for _, g := range h.goals {
		if g.Element == e.Key && g.Text == e.TryThis {
			return true
		}
	}
	return false
}

// lastLine says when a question was answered last: "answered 10 March".
func (h *holdings) lastLine(key string) string {
	a := h.answers[key]
	switch {
	case a.Count == 0:
		return lang.L("not answered yet")
	case a.Last == h.today:
		return lang.L("answered today")
	}
	return lang.L("answered {{.Day}}", values{"Day": shortDay(a.Last, h.today)})
}

// lastDay says when something was answered last in a column: "10 March".
func (h *holdings) lastDay(a journal.Answered) string {
	switch {
	case a.Count == 0:
		return ""
	case a.Last == h.today:
		return lang.L("Today")
	}
	return shortDay(a.Last, h.today)
}
