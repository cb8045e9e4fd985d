package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// planText is a text of the plan and the field it is written in. A key on its
// way to the disk: parts.Editor.OnEdited → journal.PlanDraft.Type → its
// Autosave → EditPlan.
type planText struct {
	editor *parts.Editor
	read   func(*journal.Plan) string
	keys   int // counts the keys, to tell what was typed while the plan was read
}

// wording is a text of the plan: how to read it, and how to put what was typed
// on a day in its place. put runs off the UI goroutine, and does nothing where
// the plan has no such text any more.
type wording struct {
	read func(*journal.Plan) string
	put  func(p *journal.Plan, words string, on journal.Day)
}

// write has the text of an editor kept in the plan, letter by letter, under a
// name that no other field has.
func (g *growth) write(name string, e *parts.Editor, in wording) {
	t := &planText{editor: e, read: in.read}
	g.texts[name] = t
	e.Load(in.read(&g.sheet.plan))
	e.MaxBytes = journal.MaxText
	e.OnTooLong, e.OnUnusable = g.refuseLong, g.refuseOdd
	e.OnEscape = g.escape
	e.OnEdited = func(text string) {
		t.keys++
		on := g.today()
		g.draft.Type(name, text, func(p *journal.Plan, text string) { in.put(p, text, on) })
	}
}

// marks tells for each field how far it was typed, or -1 where that is not
// saved.
func (g *growth) marks() map[string]int {
	marks := make(map[string]int, len(g.texts))
	for name, t := range g.texts {
		marks[name] = t.keys
		if g.draft.Unsaved(name) {
			marks[name] = -1
		}
	}
	return marks
}

// fill shows in the fields what the plan says, but leaves those alone in which
// something was typed since before the plan was read.
func (g *growth) fill(marks map[string]int) {
	for name, t := range g.texts {
		mark, known := marks[name]
		if text := t.read(&g.sheet.plan); (!known || mark == t.keys) && text != t.editor.Text {
			t.editor.Load(text)
		}
	}
}

// forget leaves the fields whose names begin with a prefix: they are gone.
func (g *growth) forget(prefix string) {
	for name := range g.texts {
		if strings.HasPrefix(name, prefix) {
			delete(g.texts, name)
		}
	}
}

// reported takes a state of the draft to the head of the page.
func (g *growth) reported(s journal.DraftState) {
	if s.State != journal.Clean && s.State != journal.Failed {
		return
	}
	g.w.onUI(func() { g.showState(s) })
}

// showState tells whether what was typed is safe.
func (g *growth) showState(s journal.DraftState) {
	if s.State == journal.Failed {
		g.w.door.log.Error("save the plan", "err", s.Err)
		g.head.saved.Warn(lang.L("Not saved"))
		g.w.notSaved(s.Err, g.saveNow)
		return
	}
	g.head.saved.Done(lang.L("Saved {{.Time}}", values{"Time": clock(s.Saved)}))
	g.w.saved()
}

// saveNow writes what is not on disk yet. A failure is reported as any other.
func (g *growth) saveNow() {
	flush := g.flush()
	g.w.background(func() { _ = flush(g.w.life) })
}

// flush gives what writes what is not on disk yet, to be called off the UI
// goroutine.
func (g *growth) flush() func(context.Context) error {
	if g.draft == nil { // not built before the first visit
		return func(context.Context) error { return nil }
	}
	return g.draft.Flush
}

// unsaved is what was typed and is not on disk yet.
func (g *growth) unsaved() []string {
	if g.draft == nil {
		return nil
	}
	return g.draft.Texts()
}

// refuseLong says why a text was not taken.
func (g *growth) refuseLong() {
	g.w.today.refused(&journal.Invalid{Field: "plan", Problem: "This is more than one field can hold. Nothing was changed."})
}

// refuseOdd says why a pasted text was not taken.
func (g *growth) refuseOdd() {
	g.w.today.refused(&journal.Invalid{Field: "plan", Problem: "What was pasted is not text. Nothing was changed."})
}
