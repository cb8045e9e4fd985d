package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// besideInitials lays words beside the initials of a person, in the middle of
// them where they are fewer.
type besideInitials struct{}

// besideInitialsLeft is where the words begin.
const besideInitialsLeft = parts.InitialsRow + look.Space12

// Layout implements fyne.Layout.
func (besideInitials) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	initials, words := objects[0], objects[1]
	initials.Resize(fyne.NewSquareSize(parts.InitialsRow))
	initials.Move(fyne.NewPos(0, 0))
	width := size.Width - besideInitialsLeft
	words.Resize(fyne.NewSize(width, words.MinSize().Height)) // paragraphs have to know
	height := words.MinSize().Height
	words.Resize(fyne.NewSize(width, height))
	words.Move(fyne.NewPos(besideInitialsLeft, middle(parts.InitialsRow, height)))
}

// MinSize implements fyne.Layout.
func (besideInitials) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words := objects[1].MinSize()
	return fyne.NewSize(besideInitialsLeft+words.Width, fyne.Max(words.Height, parts.InitialsRow))
}

// tabled lays words at the right of what they are.
type tabled struct{}

// tabledLeft is where the words begin.
const tabledLeft float32 = 96

// Layout implements fyne.Layout.
func (tabled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	label, words := objects[0], objects[1]
	label.Resize(label.MinSize())
	label.Move(fyne.NewPos(0, 2))
	words.Move(fyne.NewPos(tabledLeft, 0))
	words.Resize(fyne.NewSize(fyne.Max(size.Width-tabledLeft, 1), size.Height))
}

// MinSize implements fyne.Layout.
func (tabled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(tabledLeft+look.Space40, fyne.Max(objects[0].MinSize().Height+2, objects[1].MinSize().Height))
}

// withActions lays what can be done about some words at their right, or below
// them where there is little room. It remembers its width, because its height
// depends on it.
type withActions struct {
	least float32 // the width the words need beside something
	left  float32 // where the actions begin below the words
	width float32
}

// Layout implements fyne.Layout.
func (l *withActions) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, actions := objects[0], objects[1]
	own := actions.MinSize()
	room := l.room(own)
	if room == size.Width && own.Width > size.Width-l.left {
		actions.Resize(fyne.NewSize(size.Width-l.left, own.Height))
		own = fyne.NewSize(size.Width-l.left, actions.MinSize().Height) // they go on below
	}
	actions.Resize(own)
	words.Resize(fyne.NewSize(room, words.MinSize().Height)) // paragraphs have to know
	height := words.MinSize().Height
	words.Resize(fyne.NewSize(room, height))
	if room == size.Width {
		words.Move(fyne.NewPos(0, 0))
		actions.Move(fyne.NewPos(l.left, height+look.Space8))
		return
	}
	words.Move(fyne.NewPos(0, middle(size.Height, height)))
	actions.Move(fyne.NewPos(size.Width-own.Width, middle(size.Height, own.Height)))
}

// middle is where something begins that stands in the middle of a height.
func middle(of, height float32) float32 { return fyne.Max(float32(int((of-height)/2)), 0) }

// room is the width of the words.
func (l *withActions) room(actions fyne.Size) float32 {
	if beside := l.width - actions.Width - look.Space16; beside >= l.least {
		return beside
	}
	return l.width
}

// MinSize implements fyne.Layout.
func (l *withActions) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words, actions := objects[0].MinSize(), objects[1].MinSize()
	if l.room(actions) == l.width {
		return fyne.NewSize(fyne.Max(words.Width, l.left+actions.Width), words.Height+look.Space8+actions.Height)
	}
	return fyne.NewSize(words.Width+actions.Width, fyne.Max(words.Height, actions.Height))
}

// withEnd lays something small at the end of a row.
type withEnd struct{}

// Layout implements fyne.Layout.
func (withEnd) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	end := objects[1].MinSize()
	objects[0].Resize(fyne.NewSize(fyne.Max(size.Width-end.Width-look.Space12, 1), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(end)
	objects[1].Move(fyne.NewPos(size.Width-end.Width, 0))
}

// MinSize implements fyne.Layout.
func (withEnd) MinSize(objects []fyne.CanvasObject) fyne.Size {
	row, end := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(row.Width+look.Space12+end.Width, fyne.Max(row.Height, end.Height))
}
