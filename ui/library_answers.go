package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// mostAnswers bounds how many entries an element lists.
const mostAnswers = 5

// readAnswers asks for the newest entries that answer the element.
func (d *libraryDetail) readAnswers() {
	d.ticket++
	ticket := d.ticket
	prefixes := []string{d.at.Element.Key + "#"}
	for _, p := range d.l.held.ownOf(d.at.Element.Key) {
		prefixes = append(prefixes, prompts.OwnKey(p.ID))
	}
	w, open := d.l.w, !d.l.w.today.hidePrivate
	task(w, "list the answers", func(ctx context.Context) ([]journal.Line, error) {
		return answersOf(ctx, w.journal.Read(), prefixes, open)
	}, func(lines []journal.Line) {
		if ticket == d.ticket {
			d.showAnswers(lines)
		}
	})
}

// answersOf reads the newest entries whose prompt's key begins with one of the
// prefixes; the private ones only where they may be seen.
func answersOf(ctx context.Context, read journal.Reader, prefixes []string, private bool) ([]journal.Line, error) {
	var all []journal.Line
	for _, prefix := range prefixes {
		limit := mostAnswers
		if !private {
			limit = 0 // those that may be seen may lie far back
		}
		lines, err := read.Answering(ctx, prefix, limit)
		if err != nil {
			return nil, err
		}
		all = append(all, lines...)
	}
	if !private {
		all = slices.DeleteFunc(all, func(l journal.Line) bool { return l.Private })
	}
	slices.SortStableFunc(all, newestLine)
	return all[:min(len(all), mostAnswers)], nil
}

func newestLine(a, b journal.Line) int {
	if by := b.Day.Compare(a.Day); by != 0 {
		return by
	}
	return b.Created.Compare(a.Created)
}

// showAnswers lists the entries, unless they are listed already.
func (d *libraryDetail) showAnswers(lines []journal.Line) {
	if len(d.answered.Objects) > 0 && slices.Equal(lines, d.shown) {
		return
	}
	d.shown = lines
	d.answered.Objects = nil
	for _, line := range lines {
		d.answered.Add(d.answerRow(line))
	}
	if len(lines) == 0 {
		d.answered.Add(sentenceText(lang.L("No entry yet.")))
	}
	d.scroll.Refresh()
}

func (d *libraryDetail) answerRow(line journal.Line) *parts.Row {
	color, soft := kindColors(line.Kind)
	when := d.l.held.lastDay(journal.Answered{Count: 1, Last: line.Day})
	row := parts.NewRow(kindIcon(line.Kind), color, soft, lineTitle(line), when, func() { d.l.w.today.open(line.ID) })
	row.OnFocus = func() { d.scroll.Reveal(row) }
	return row
}

// makeGoal makes the element's "Try this" a goal of the plan.
func (d *libraryDetail) makeGoal() {
	if d.l.held.hasGoal(d.at.Element) {
		return
	}
	goal := journal.Goal{Kind: goalKind(d.at.Element.Key), Text: d.at.Element.TryThis, Element: d.at.Element.Key}
	w := d.l.w
	task(w, "add a goal", func(ctx context.Context) (journal.Goal, error) {
		return w.journal.AddGoal(ctx, goal)
	}, func(journal.Goal) {
		w.win.Canvas().Focus(d.write) // the other one has nothing to do any more
		w.door.say(lang.L("It is one of your goals now."))
	})
}

// goalKind is what a "Try this" becomes as a goal: something to learn where
// the element is about learning, and else a habit.
func goalKind(element string) string {
	switch element {
	case "steps/seven/skills", "steps/seven/study-leaders", "steps/seven/certifications":
		return "learning"
	}
	return "habit"
}
