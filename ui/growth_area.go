package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// growthArea is a column of fields that grow with their text and scroll into
// sight with the keyboard.
type growthArea struct {
	content *fyne.Container
	scroll  *parts.Scroller
	height  float32 // of the content when it was laid out last
}

func newGrowthArea() *growthArea {
	a := &growthArea{content: parts.Gutter(parts.Down(0), 0, 0)}
	a.scroll = parts.NewScroller(parts.Inset(a.content, look.Space8, 0, look.Space32, 0))
	return a
}

// hold puts in what the area shows.
func (a *growthArea) hold(o fyne.CanvasObject) { a.content.Objects = []fyne.CanvasObject{o} }

// fit lays the area out anew if what it shows has another height than before.
func (a *growthArea) fit() {
	if height := a.content.MinSize().Height; height != a.height {
		a.height = height
		a.scroll.Refresh()
	}
}

// field makes a field of several lines that is kept in the plan.
func (a *growthArea) field(g *growth, name, label, example string, in wording) *parts.Field {
	f := parts.NewField(label)
	f.Editor.SetPlaceHolder(example)
	g.write(name, f.Editor, in)
	keep := f.Editor.OnEdited
	f.Editor.OnEdited = func(text string) { keep(text); a.fit() }
	f.OnFocus = func() { a.scroll.Reveal(f) }
	return f
}

// line makes a field of one line that is kept in the plan.
func (a *growthArea) line(g *growth, name, example string, in wording) *parts.Field {
	f := parts.NewLineField()
	f.Editor.SetPlaceHolder(example)
	g.write(name, f.Editor, in)
	f.OnFocus = func() { a.scroll.Reveal(f) }
	return f
}
