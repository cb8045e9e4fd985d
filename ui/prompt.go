package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// showPrompt shows the question the entry answers, or the one to ask.
func (t *today) showPrompt(e journal.Entry, s sheet) {
	t.prompt.SetInUse(e.Prompt != nil)
	switch {
	case e.Prompt != nil && s.source != "":
		t.prompt.SetPrompt(e.Prompt.Text, s.source)
	case e.Prompt != nil: // answered on this desk, and not stored yet
		t.prompt.SetPrompt(e.Prompt.Text, t.reader().source(e.Prompt.Key))
	default:
		t.showCard(s.card)
	}
}

// askPrompt asks one question of the kind that is wanted and shows it.
func (t *today) askPrompt(ask func(context.Context, journal.Kind) (prompts.Card, error)) {
	desk := t.desk
	kind := desk.draft.Entry().Kind
	if desk.anyKind {
		kind = ""
	}
	task(t.w, "ask a question", func(ctx context.Context) (prompts.Card, error) {
		return ask(ctx, kind)
	}, func(c prompts.Card) {
		if t.desk != desk || t.desk.draft.Entry().Prompt != nil {
			return
		}
		t.showCard(c)
	})
}

// showCard asks a question on the card.
func (t *today) showCard(c prompts.Card) {
	t.card = c
	t.prompt.OnWhy = nil
	if c.Why != "" {
		t.prompt.OnWhy = t.explainPrompt
	}
	t.prompt.SetPrompt(c.Text, cardSource(c))
}

// cardSource is the small line under a question: what it is about, and which
// document it comes from.
func cardSource(c prompts.Card) string {
	switch {
	case c.Document == "":
		return lang.L("Your own question")
	case c.Element == "":
		return inItsLanguage(c.Document)
	}
	return inItsLanguage(c.Element + " · " + c.Document)
}

// inItsLanguage marks what is in English where the window speaks another
// language, as the questions of the documents are.
func inItsLanguage(source string) string {
	if languageSpoken() == English {
		return source
	}
	return source + " " + lang.L("(English)")
}

// usePrompt makes the entry an answer to the question on the card.
func (t *today) usePrompt() {
	if t.desk == nil || t.w.current != page(t) || t.card.Key == "" || t.desk.draft.Entry().Prompt != nil {
		return // there is nothing to use, or the card is out of sight
	}
	asked := &journal.Asked{Key: t.card.Key, Text: t.card.Text}
	if t.desk.anyKind && t.card.Kind != "" {
		t.desk.anyKind = false
		t.edit(func(e *journal.Entry) { e.Kind = t.card.Kind })
		t.kinds.SetSelected(string(t.card.Kind))
	}
	t.edit(func(e *journal.Entry) { e.Prompt = asked })
	t.prompt.SetInUse(true)
	t.reading.leave()
	t.focusText()
}

// releasePrompt takes the question away from the entry again.
func (t *today) releasePrompt() {
	t.edit(func(e *journal.Entry) { e.Prompt = nil })
	t.prompt.SetInUse(false)
	t.askPrompt(t.w.guide.Today)
	t.focusText()
}

// explainPrompt says on the card why it asks this question.
func (t *today) explainPrompt() {
	if t.card.Why != "" {
		t.prompt.ShowWhy(told(t.card.Why))
	}
}

// answer begins a fresh entry for today that answers a question, wherever the
// question was chosen.
func (t *today) answer(asked journal.Asked, kind journal.Kind) {
	r := t.reader()
	t.bring("begin an answer", func(ctx context.Context) (sheet, error) { return r.answer(ctx, asked, kind) })
}

// anotherPrompt walks on to another question.
func (t *today) anotherPrompt() {
	if t.desk != nil {
		t.askPrompt(t.w.guide.Another)
	}
}

// dismissPrompt sees to it that the question is not asked again.
func (t *today) dismissPrompt() {
	if t.desk == nil || t.card.Key == "" {
		return
	}
	gone := t.card
	task(t.w, "put a question aside", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.w.guide.Dismiss(ctx, gone.Key)
	}, func(struct{}) {
		t.anotherPrompt()
		t.w.door.say(lang.L("You will not be asked this again."),
			parts.NoticeAction{Label: lang.L("Undo"), Do: func() { t.restorePrompt(gone) }})
	})
}

// restorePrompt takes back a "Not for me".
func (t *today) restorePrompt(c prompts.Card) {
	task(t.w, "bring a question back", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, t.w.guide.Restore(ctx, c.Key)
	}, func(struct{}) {
		if t.desk.draft.Entry().Prompt == nil {
			t.showCard(c)
		}
	})
}
