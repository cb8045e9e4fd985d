package parts

import "reflect"

// replacement is a paste over a selection. Entry keeps it as two steps, the deletion and the insertion; the writer
// made one.
type replacement struct {
	before, after string
	between       int // bytes of the text between the two steps
}

// keptReplacements is how many pastes over a selection are undone as one step. It is small because each holds the
// text as it was.
const keptReplacements = 8

func (e *Editor) remember(r replacement) {
	if len(e.replaced) == keptReplacements {
		e.replaced = e.replaced[1:]
	}
	e.replaced = append(e.replaced, r)
}

// Undo takes back the last step.
func (e *Editor) Undo() { e.travel(e.undo) }

// Redo makes the last step taken back again.
func (e *Editor) Redo() { e.travel(e.redo) }

// travel walks through the history, after which the cursor stands where the step was made.
func (e *Editor) travel(step func()) {
	if e.Disabled() {
		return
	}
	e.belongs = whereabouts{}
	step()
	if e.MultiLine && e.atRowEnd() {
		e.skipSpaces()
	}
}

func (e *Editor) undo() {
	for i := len(e.replaced) - 1; i >= 0; i-- {
		if r := e.replaced[i]; r.after == e.Text {
			e.quietly(e.Entry.Undo)
			if len(e.Text) != r.between { // the same text by another way
				e.changed(e.Text)
				return
			}
			break
		}
	}
	e.Entry.Undo()
}

func (e *Editor) redo() {
	for i := len(e.replaced) - 1; i >= 0; i-- {
		if r := e.replaced[i]; r.before == e.Text && e.CanRedo() {
			e.quietly(e.Entry.Redo)
			if len(e.Text) != r.between {
				e.changed(e.Text)
				return
			}
			break
		}
	}
	e.Entry.Redo()
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
