package parts

import (
	"strings"

	"fyne.io/fyne/v2"
)

// answer is a field of one line that is read when it is left, never while it is typed in. What cannot be read stays as
// it was typed, with the reason below.
type answer struct {
	Field
	// read makes out a text, and returns how it is shown, or what is wrong with it.
	read func(text string) (shown, problem string)
	// taken is told of a text that was made out and is another than before; an empty one clears.
	taken func(text string)

	good string // what is shown when nothing is being typed
}

// init prepares the line; part is the widget the answer belongs to.
func (a *answer) init(part fyne.Widget) {
	a.Field.init("", NewEditor(Line))
	a.Editor.OnBlur = a.left
	a.Editor.OnEnter = a.Take
	a.Editor.OnEscape = a.giveUp
	a.ExtendBaseWidget(part)
}

func (a *answer) left() {
	a.lost()
	a.Take()
}

// Take reads what is typed, as if the keyboard had left the field.
func (a *answer) Take() {
	text := strings.TrimSpace(a.Editor.Text)
	if text == a.good {
		a.put(a.good)
		return
	}
	shown := ""
	if text != "" {
		var problem string
		if shown, problem = a.read(text); problem != "" {
			a.SetProblem(problem)
			return
		}
	}
	a.put(shown)
	if a.taken != nil {
		a.taken(text)
	}
}

// put shows a text that is right.
func (a *answer) put(text string) {
	a.good = text
	if a.Editor.Text != text {
		a.Editor.Load(text)
		a.Editor.CursorToEnd()
	}
	a.SetProblem("")
}

// set shows a text from elsewhere. It leaves alone what is being typed, unless something else than before is to be
// shown.
func (a *answer) set(text string) {
	if a.focused && text == a.good {
		return
	}
	a.put(text)
}

// giveUp brings back what was there before; with nothing typed, Escape is for whoever else hears it.
func (a *answer) giveUp() {
	if a.Editor.Text == a.good && a.problem == "" {
		escape()
		return
	}
	a.put(a.good)
}
