package parts

import (
	"reflect"
	"slices"
)

// Entry keeps what one change of ours does as several steps: a paste over a selection as the deletion and the
// insertion, a replacement as the insertion and the deletion. The text between two of them is a middle, in which
// neither undo nor redo may come to rest.

// keptMiddles is how many middles are known. It is small because each is a whole text.
const keptMiddles = 8

// pass remembers a middle.
func (e *Editor) pass(middle string) {
	if len(e.middles) == keptMiddles {
		e.middles = e.middles[1:]
	}
	e.middles = append(e.middles, middle)
}

// Undo takes back the last step.
func (e *Editor) Undo() { e.travel(e.Entry.Undo) }

// Redo makes the last step taken back again.
func (e *Editor) Redo() { e.travel(e.Entry.Redo) }

// travel walks through the history, after which the cursor stands where the step was made.
func (e *Editor) travel(step func()) {
	if e.Disabled() {
		return
	}
	e.belongs = whereabouts{}
	before := e.Text
	e.quietly(func() {
		for from := ""; ; {
			from = e.Text
			step()
			if e.Text == from || !slices.Contains(e.middles, e.Text) {
				return
			}
		}
	})
	if e.Text != before {
		e.changed(e.Text)
	}
	if e.MultiLine && e.atRowEnd() {
		e.skipSpaces()
	}
	e.followCursor()
}

// quietly does a step without telling of it.
func (e *Editor) quietly(step func()) {
	e.loading = true
	step()
	e.loading = false
}

// CanUndo reports whether there is a step to take back.
func (e *Editor) CanUndo() bool {
	index, _, ok := e.history()
	return !ok || index > 0
}

// CanRedo reports whether there is a step to make again.
func (e *Editor) CanRedo() bool {
	index, steps, ok := e.history()
	return !ok || index < steps
}

// history reads where Entry is in its list of steps. Entry keeps that to itself, so it is looked up by name; should a
// later Fyne call it otherwise, ok is false and both commands are offered, as they would be without this.
func (e *Editor) history() (index, steps int, ok bool) {
	stack := reflect.ValueOf(&e.Entry).Elem().FieldByName("undoStack")
	if !stack.IsValid() {
		return 0, 0, false
	}
	at, items := stack.FieldByName("index"), stack.FieldByName("items")
	if !at.IsValid() || !items.IsValid() || !at.CanInt() || items.Kind() != reflect.Slice {
		return 0, 0, false
	}
	return int(at.Int()), items.Len(), true
}
