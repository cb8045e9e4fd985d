package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// questions is the section of the preferences about what is asked on Today.
type questions struct {
	w      *Window
	drawn  *drawnFrom
	aside  *settingRow
	bring  *parts.Button
	keys   []string // of the questions that are not asked any more
	ticket int      // counts the reads; only the latest is shown
}

func newQuestions(w *Window) *questions { return &questions{w: w} }

// section is its place in the preferences.
func (q *questions) section() prefSection {
	return prefSection{
		key: prefPrompts, icon: look.IconQuote, label: lang.L("Prompts"), make: q.make, show: q.show, hear: q.hear,
		settings: []prefSetting{
			{lang.L("Where they come from"), lang.L("document, library, book, question, source, framework")},
			{lang.L("Not for me"), lang.L("skip, question, refused, never, again")},
			{lang.L("Your own questions"), lang.L("custom, add, write, import")},
		},
	}
}

// make builds the section.
func (q *questions) make() fyne.CanvasObject {
	q.drawn = newDrawnFrom(q.w)
	q.bring = parts.NewButton(parts.Outline, lang.L("Ask them again"), look.IconUndo, q.bringBack)
	q.aside = newSettingRow(look.IconMinus, lang.L("Not for me"), q.bring)
	toLibrary := parts.NewButton(parts.Outline, lang.L("Open the library"), look.IconLibrary, q.w.frame.library.goLibrary)
	own := newSettingRow(look.IconPencil, lang.L("Your own questions"), toLibrary)
	own.say(lang.L("The library holds every question with its source, and takes in your own. Each of yours can be paused there."))
	return settingsPage(lang.L("Prompts"), lang.L("Each day has one question, which leans toward what there is little to show for yet."), q.drawn.row, q.aside, own)
}

// show reads what is not asked any more.
func (q *questions) show() {
	q.load()
	q.drawn.load()
	q.w.win.Canvas().Focus(q.bring)
}

func (q *questions) hear(c journal.Change) {
	switch c.Kind {
	case journal.PromptsChanged, journal.PlanChanged, journal.Reloaded:
		q.load()
	}
	if maySet(c) {
		q.drawn.load()
	}
}

func (q *questions) load() {
	q.ticket++
	ticket, j := q.ticket, q.w.journal
	task(q.w, "read which questions are not asked", func(ctx context.Context) ([]string, error) {
		p, err := j.Read().Plan(ctx)
		return p.DismissedPrompts, err
	}, func(keys []string) {
		if ticket != q.ticket {
			return
		}
		q.keys = keys
		q.aside.say(asideLine(len(keys)))
		setEnabled(q.bring, len(keys) > 0)
	})
}

// asideLine counts the questions that are not asked any more.
func asideLine(n int) string {
	switch n {
	case 0:
		return lang.L("You said this to no question. Each of them may be asked.")
	case 1:
		return lang.L("You said this to one question. It is not asked any more.")
	}
	return lang.L("You said this to {{.Count}} questions. They are not asked any more.", values{"Count": n})
}

// bringBack has all questions asked again.
func (q *questions) bringBack() {
	keys, guide := q.keys, q.w.guide
	task(q.w, "ask questions again", func(ctx context.Context) (struct{}, error) {
		for _, key := range keys {
			if err := guide.Restore(ctx, key); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(struct{}) { q.load() })
}
