package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/parts"
)

// showPrompt shows the question the entry answers, or asks today's.
func (t *today) showPrompt(e journal.Entry) {
	if e.Prompt != nil {
		t.prompt.SetPrompt(e.Prompt.Text, t.promptSource(e.Prompt.Key))
		t.prompt.SetInUse(true)
		return
	}
	t.prompt.SetInUse(false)
	t.askPrompt(t.w.guide.Today, e.Kind)
}

// promptSource names the element and the document of a question, where the
// catalogue still has it.
func (t *today) promptSource(key string) string {
	catalogue, err := t.w.guide.Catalogue()
	if err != nil {
		return ""
	}
	return catalogue.SourceLine(key)
}

func (t *today) askPrompt(ask func(context.Context, journal.Kind) (prompts.Card, error), kind journal.Kind) {
	desk := t.desk
	task(t.w, "ask a question", func(ctx context.Context) (prompts.Card, error) {
		return ask(ctx, kind)
	}, func(c prompts.Card) {
		if t.desk != desk || t.desk.draft.Entry().Prompt != nil {
			return
		}
		t.card = c
		t.prompt.SetPrompt(c.Text, cardSource(c))
	})
}

// cardSource is the small line under a question: what it is about, and which
// document it comes from.
func cardSource(c prompts.Card) string {
	switch {
	case c.Document == "":
		return lang.L("Your own question")
	case c.Element == "":
		return c.Document
	}
	return c.Element + " · " + c.Document
}

// usePrompt makes the entry an answer to the question on the card.
func (t *today) usePrompt() {
	if t.desk == nil || t.card.Key == "" || t.desk.draft.Entry().Prompt != nil {
		return
	}
	asked := &journal.Asked{Key: t.card.Key, Text: t.card.Text}
	t.edit(func(e *journal.Entry) { e.Prompt = asked })
	t.showPrompt(t.desk.draft.Entry())
	t.w.win.Canvas().Focus(t.desk.body)
}

// releasePrompt takes the question away from the entry again.
func (t *today) releasePrompt() {
	t.edit(func(e *journal.Entry) { e.Prompt = nil })
	t.showPrompt(t.desk.draft.Entry())
	t.w.win.Canvas().Focus(t.desk.body)
}

// anotherPrompt walks on to another question.
func (t *today) anotherPrompt() {
	if t.desk != nil {
		t.askPrompt(t.w.guide.Another, t.desk.draft.Entry().Kind)
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
		t.card = c
		if t.desk.draft.Entry().Prompt == nil {
			t.prompt.SetPrompt(c.Text, cardSource(c))
		}
	})
}
