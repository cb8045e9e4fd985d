package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// askedRow is one question of an element: the catalogue's, or the user's own.
type askedRow struct {
	d       *libraryDetail
	asked   journal.Asked
	kind    journal.Kind
	looking string // the first words of its caption
	row     *parts.Question
	restore *parts.Button
	holder  fyne.CanvasObject // of the button
}

// elementQuestions lists the questions of the element: the catalogue's, and
// then the user's own.
func (d *libraryDetail) elementQuestions() []*askedRow {
	var all []*askedRow
	for _, p := range d.at.Element.Prompts {
		looking := lang.L("Looking back")
		if p.Look == prompts.Forward {
			looking = lang.L("Looking ahead")
		}
		all = append(all, &askedRow{d: d, asked: journal.Asked{Key: p.Key, Text: p.Text}, kind: p.Kind, looking: looking})
	}
	for _, p := range d.l.held.ownOf(d.at.Element.Key) {
		looking := lang.L("Your own")
		if p.Paused {
			looking = lang.L("Your own, paused")
		}
		all = append(all, &askedRow{d: d, asked: journal.Asked{Key: prompts.OwnKey(p.ID), Text: p.Text}, kind: p.Kind, looking: looking})
	}
	return all
}

// sameQuestions tells whether the questions shown are those of the element.
func (d *libraryDetail) sameQuestions() bool {
	now := d.elementQuestions()
	if len(now) != len(d.asked) {
		return false
	}
	for i, q := range now {
		old := d.asked[i]
		if q.asked.Key != old.asked.Key || q.asked.Text != old.asked.Text || q.kind != old.kind || q.looking != old.looking {
			return false
		}
	}
	return true
}

// fillQuestions builds the rows of the element's questions.
func (d *libraryDetail) fillQuestions() {
	d.asked = d.elementQuestions()
	d.questions.Objects = nil
	for _, q := range d.asked {
		q.build()
		d.questions.Add(parts.Down(0, q.row, q.holder))
	}
	if !d.hasQuestion(d.inHand) {
		d.inHand = d.firstQuestion()
	}
}

func (d *libraryDetail) hasQuestion(key string) bool {
	for _, q := range d.asked {
		if q.asked.Key == key {
			return true
		}
	}
	return false
}

// firstQuestion is the one to offer: not put aside, and better one that has
// not been answered yet.
func (d *libraryDetail) firstQuestion() string {
	first := ""
	for _, q := range d.asked {
		switch {
		case d.l.held.isDismissed(q.asked.Key):
		case d.l.held.answers[q.asked.Key].Count == 0:
			return q.asked.Key
		case first == "":
			first = q.asked.Key
		}
	}
	if first == "" && len(d.asked) > 0 {
		first = d.asked[0].asked.Key
	}
	return first
}

func (q *askedRow) build() {
	icon, ink, soft := questionMark(q.kind)
	q.row = parts.NewQuestion(icon, ink, soft, q.asked.Text, "", q.take)
	q.row.OnFocus = func() { q.d.scroll.Reveal(q.row) }
	q.restore = parts.NewButton(parts.Quiet, lang.L("Bring it back"), look.IconUndo, q.bringBack)
	q.restore.OnFocus = func() { q.d.scroll.Reveal(q.restore) }
	q.holder = parts.Inset(parts.Across(0, q.restore), 0, 0, look.Space8, 32)
}

// take takes the question in hand.
func (q *askedRow) take() {
	q.d.inHand = q.asked.Key
	q.d.markInHand()
}

// markInHand shows which question is in hand, and draws hairlines between the
// others.
func (d *libraryDetail) markInHand() {
	for i, q := range d.asked {
		chosen := q.asked.Key == d.inHand
		q.row.SetChosen(chosen)
		beforeChosen := i+1 < len(d.asked) && d.asked[i+1].asked.Key == d.inHand
		q.row.SetRuled(!chosen && !beforeChosen && !q.holder.Visible() && i+1 < len(d.asked))
	}
}

// refresh brings the row up to date.
func (q *askedRow) refresh() {
	h := &q.d.l.held
	dismissed := h.isDismissed(q.asked.Key)
	caption := q.looking + ", " + h.lastLine(q.asked.Key)
	if dismissed {
		caption = lang.L("Not for me")
	}
	if !dismissed && q.holder.Visible() && q.d.l.w.win.Canvas().Focused() == q.restore {
		q.d.l.w.win.Canvas().Focus(q.row)
	}
	setVisible(q.holder, dismissed)
	q.row.SetCaption(caption)
}

// bringBack takes a "Not for me" back.
func (q *askedRow) bringBack() { q.d.l.restore(q.asked.Key) }

// restore takes a "Not for me" back.
func (l *library) restore(key string) {
	task(l.w, "bring a question back", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, l.w.guide.Restore(ctx, key)
	}, func(struct{}) {})
}

// writeAbout opens Today with a fresh entry that answers the question in hand.
func (d *libraryDetail) writeAbout() {
	for _, q := range d.asked {
		if q.asked.Key == d.inHand {
			d.l.w.today.answer(q.asked, q.kind)
			return
		}
	}
}

// addOwn begins a question of the user's own about the element.
func (d *libraryDetail) addOwn() {
	d.l.showOwn(journal.OwnPrompt{Element: d.at.Element.Key})
	d.l.w.win.Canvas().Focus(d.l.own.text.Editor)
}
