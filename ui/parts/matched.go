package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Range is a part of a text, in bytes, from its first to behind its last.
type Range struct{ From, To int }

// Matched is a line of text in which letters that were found stand out: semibold, in the accent, and underlined. Where
// it is too long it ends with an ellipsis.
type Matched struct {
	widget.BaseWidget
	typ    Type
	text   string
	found  []Range
	pieces []*canvas.Text
	lines  []*canvas.Rectangle // below the pieces that were found
	wide   float32
}

var (
	_ fyne.Widget     = (*Matched)(nil)
	_ fyne.Accessible = (*Matched)(nil)
)

// Sizes of what stands below the letters.
const (
	matchedLine    float32 = 1.5
	matchedLineGap float32 = 1
)

// NewMatched returns an empty line in a type.
func NewMatched(typ Type) *Matched {
	m := &Matched{typ: typ}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a text and what was found in it, in order.
func (m *Matched) Set(text string, found []Range) {
	m.text, m.found = text, found
	m.cut(m.Size().Width)
	m.Refresh()
}

// Text returns the whole text.
func (m *Matched) Text() string { return m.text }

// Wide returns how wide the text is drawn.
func (m *Matched) Wide() float32 { return m.wide }

// AccessibilityLabel reads the whole text.
func (m *Matched) AccessibilityLabel() string { return m.text }

// AccessibilityRole tells readers of the screen that this is text.
func (m *Matched) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Resize cuts the text anew if the width changed.
func (m *Matched) Resize(size fyne.Size) {
	if size.Width != m.Size().Width {
		m.cut(size.Width)
		m.BaseWidget.Resize(size)
		m.Refresh()
		return
	}
	m.BaseWidget.Resize(size)
}

// cut divides what fits of the text into pieces.
func (m *Matched) cut(width float32) {
	m.pieces, m.lines, m.wide = nil, nil, 0
	at := 0
	for _, r := range m.found {
		if r.From < at || r.To > len(m.text) || r.To <= r.From {
			continue
		}
		if !m.add(m.text[at:r.From], false, width) || !m.add(m.text[r.From:r.To], true, width) {
			return
		}
		at = r.To
	}
	m.add(m.text[at:], false, width)
}

// add appends a piece, or what fits of it; it reports whether all did.
func (m *Matched) add(text string, found bool, width float32) bool {
	if text == "" {
		return true
	}
	typ := m.typ
	if found {
		typ = m.hit()
	}
	room := width - m.wide
	wide := measure(text, typ)
	fits := wide <= room
	if !fits {
		text = shorten(text, typ, room)
		wide = measure(text, typ)
	}
	piece := newText(text, typ)
	piece.Move(fyne.NewPos(m.wide, 0))
	m.pieces = append(m.pieces, piece)
	if found {
		line := canvas.NewRectangle(color.Transparent)
		line.Move(fyne.NewPos(m.wide, lineHeight(m.typ)+matchedLineGap-matchedLine))
		line.Resize(fyne.NewSize(wide, matchedLine))
		m.lines = append(m.lines, line)
	}
	m.wide += wide
	return fits
}

// hit is how letters are set that were found.
func (m *Matched) hit() Type {
	return Type{Face: SemiBold, Size: m.typ.Size, Color: look.ColorAccent}
}

// CreateRenderer is for Fyne.
func (m *Matched) CreateRenderer() fyne.WidgetRenderer { return &matchedRendering{m} }

// matchedRendering differs from the shared one in that its objects come and go with the text.
type matchedRendering struct{ m *Matched }

func (r *matchedRendering) Destroy() {}

func (r *matchedRendering) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range r.m.pieces {
		all = append(all, p)
	}
	for _, l := range r.m.lines {
		all = append(all, l)
	}
	return all
}

func (r *matchedRendering) MinSize() fyne.Size {
	return fyne.NewSize(look.Space40, whole(lineHeight(r.m.typ)+matchedLineGap))
}

func (r *matchedRendering) Layout(fyne.Size) {
	for _, p := range r.m.pieces {
		p.Resize(p.MinSize())
	}
}

func (r *matchedRendering) Refresh() {
	accent := look.Color(look.ColorAccent)
	found := 0
	for _, p := range r.m.pieces {
		p.Color = look.Color(r.m.typ.Color)
		if found < len(r.m.lines) && p.Position().X == r.m.lines[found].Position().X {
			p.Color = accent
			r.m.lines[found].FillColor = accent
			found++
		}
	}
	r.Layout(r.m.Size())
	canvas.Refresh(r.m)
}
