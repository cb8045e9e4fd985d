package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Extent is a part of a text, in bytes.
type Extent struct{ From, To int }

// Marked is a line of text in which what was found is marked: by a soft fill, and by a line below it. It is cut at a
// word where it is too long.
type Marked struct {
	widget.BaseWidget
	typ     Type
	text    string
	marks   []Extent
	objects []fyne.CanvasObject // grounds first
	width   float32             // for which they were made
}

var (
	_ fyne.Widget     = (*Marked)(nil)
	_ fyne.Accessible = (*Marked)(nil)
)

// NewMarked returns an empty line of a type.
func NewMarked(typ Type) *Marked {
	m := &Marked{typ: typ}
	m.ExtendBaseWidget(m)
	return m
}

// SetText shows a text with marks in it, which are in order and do not overlap.
func (m *Marked) SetText(text string, marks []Extent) {
	m.text, m.marks = text, marks
	m.Refresh()
}

// Text returns the whole text, cut or not.
func (m *Marked) Text() string { return m.text }

// Marks returns what is marked of it.
func (m *Marked) Marks() []string {
	all := make([]string, len(m.marks))
	for i, s := range m.marks {
		all[i] = m.text[s.From:s.To]
	}
	return all
}

// AccessibilityLabel returns the whole text.
func (m *Marked) AccessibilityLabel() string { return m.text }

// AccessibilityRole tells readers of the screen that this is text.
func (m *Marked) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (m *Marked) CreateRenderer() fyne.WidgetRenderer { return &markedRendering{m} }

// markedRendering differs from the shared one in that its objects come with the text.
type markedRendering struct{ m *Marked }

func (r *markedRendering) Objects() []fyne.CanvasObject { return r.m.objects }
func (r *markedRendering) Destroy()                     {}
func (r *markedRendering) MinSize() fyne.Size {
	return fyne.NewSize(measure("…", r.m.typ), lineHeight(r.m.typ))
}

func (r *markedRendering) Layout(size fyne.Size) {
	if size.Width != r.m.width {
		r.m.draw(size)
	}
}

func (r *markedRendering) Refresh() {
	r.m.draw(r.m.Size())
	canvas.Refresh(r.m)
}

// markReach is how far the ground of a mark goes beyond its words, and markLine how thick the line below is.
const (
	markReach float32 = 1
	markLine  float32 = 1.5
)

// draw makes the words and what lies behind them, as far as there is room.
func (m *Marked) draw(size fyne.Size) {
	m.width = size.Width
	shown := shorten(m.text, m.typ, size.Width)
	whole := strings.TrimSuffix(shown, "…")
	if shown == m.text {
		whole = shown
	}
	var grounds, words []fyne.CanvasObject
	x, at := float32(0), 0
	say := func(to int) float32 {
		t := newText(whole[at:to], m.typ)
		min := t.MinSize()
		t.Move(fyne.NewPos(x, 0))
		t.Resize(min)
		words = append(words, t)
		at = to
		return min.Width
	}
	for _, s := range m.marks {
		if s.From >= len(whole) {
			break
		}
		x += say(s.From)
		width := say(min(s.To, len(whole)))
		grounds = append(grounds, m.ground(x, width)...)
		x += width
	}
	x += say(len(whole))
	if whole != shown {
		end := newText("…", m.typ)
		end.Move(fyne.NewPos(x, 0))
		end.Resize(end.MinSize())
		words = append(words, end)
	}
	m.objects = append(grounds, words...)
}

// ground is what lies behind a match, and the line below it.
func (m *Marked) ground(x, width float32) []fyne.CanvasObject {
	fill, line := canvas.NewRectangle(look.Color(look.ColorMomentSoft)), canvas.NewRectangle(look.Color(look.ColorMoment))
	foot := baseline(m.typ) + 4
	fill.CornerRadius = 3
	fill.Move(fyne.NewPos(x-markReach, whole(foot-m.typ.Size-6)))
	fill.Resize(fyne.NewSize(width+2*markReach, m.typ.Size+6))
	line.Move(fyne.NewPos(x-markReach, whole(foot)))
	line.Resize(fyne.NewSize(width+2*markReach, markLine))
	return []fyne.CanvasObject{fill, line}
}
