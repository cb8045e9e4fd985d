package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps between words, with a leading of its own, which Fyne's labels do not offer.
//
// Its height follows its width, so it has to be given its width before it is asked for its height: the layouts of
// this package do so.
type Paragraph struct {
	widget.BaseWidget
	// Leading is the distance from line to line; 0 is that of the face.
	Leading float32
	// MaxLines ends the text with an ellipsis after so many lines; 0 is no limit.
	MaxLines int
	// Centred sets each line in the middle.
	Centred bool

	text  string
	typ   Type
	width float32
	lines []fyne.CanvasObject
}

var (
	_ fyne.Widget     = (*Paragraph)(nil)
	_ fyne.Accessible = (*Paragraph)(nil)
)

// NewParagraph returns a paragraph in a type, with the given leading.
func NewParagraph(text string, typ Type, leading float32) *Paragraph {
	p := &Paragraph{text: text, typ: typ, Leading: leading}
	p.ExtendBaseWidget(p)
	return p
}

// Text returns the whole text.
func (p *Paragraph) Text() string { return p.text }

// SetText changes the text.
func (p *Paragraph) SetText(text string) {
	if text == p.text {
		return
	}
	p.text = text
	p.wrap()
	p.Refresh()
}

// SetType changes how the text is set.
func (p *Paragraph) SetType(typ Type) { p.typ = typ; p.wrap(); p.Refresh() }

// AccessibilityLabel returns the whole text.
func (p *Paragraph) AccessibilityLabel() string { return p.text }

// AccessibilityRole tells readers of the screen that this is text.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Lines returns how many lines the text takes at its present width.
func (p *Paragraph) Lines() int { return len(p.lines) }

// Resize wraps the text anew if the width changed.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.wrap()
		p.BaseWidget.Resize(size)
		p.Refresh()
		return
	}
	p.BaseWidget.Resize(size)
}

// CreateRenderer is for Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.wrap()
	return &paragraphRendering{p}
}

// wrap breaks the text into lines of the present width.
func (p *Paragraph) wrap() {
	lines := wrapText(p.text, p.typ, p.width)
	if p.MaxLines > 0 && len(lines) > p.MaxLines {
		rest := strings.Join(lines[p.MaxLines-1:], " ")
		lines = append(lines[:p.MaxLines-1], shorten(rest, p.typ, p.width))
	}
	for len(p.lines) < len(lines) {
		p.lines = append(p.lines, newText("", p.typ))
	}
	p.lines = p.lines[:len(lines)]
	for i, line := range lines {
		t := p.lines[i].(*canvas.Text)
		t.Text = line
		setType(t, p.typ)
	}
}

// wrapText breaks a text into lines no wider than the width, at spaces, and at line breaks of the text's own. A word
// wider than the width stands alone and is cut into pieces.
func wrapText(text string, typ Type, width float32) []string {
	var lines []string
	for block := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapBlock(block, typ, width)...)
	}
	return lines
}

func wrapBlock(block string, typ Type, width float32) []string {
	if width <= 0 || measure(block, typ) <= width {
		return []string{block}
	}
	var lines []string
	line := ""
	for _, word := range strings.Fields(block) {
		if line != "" && measure(line+" "+word, typ) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
		for measure(line, typ) > width && len([]rune(line)) > 1 {
			head := cutWord(line, typ, width)
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	return append(lines, line)
}

// cutWord returns as much of a word as fits, at least one letter.
func cutWord(word string, typ Type, width float32) string {
	fits := 0
	for i, r := range word {
		end := i + len(string(r))
		if fits > 0 && measure(word[:end], typ) > width {
			break
		}
		fits = end
	}
	return word[:fits]
}

func (p *Paragraph) leading() float32 {
	if p.Leading > 0 {
		return p.Leading
	}
	return lineHeight(p.typ)
}

// paragraphRendering differs from the shared one in that its objects come and go with the lines.
type paragraphRendering struct{ p *Paragraph }

func (r *paragraphRendering) Objects() []fyne.CanvasObject { return r.p.lines }
func (r *paragraphRendering) Destroy()                     {}

func (r *paragraphRendering) MinSize() fyne.Size {
	widest := float32(0)
	if r.p.width <= 0 { // not placed yet: ask for little, so that columns can be narrow
		widest = measure("…", r.p.typ)
	}
	return fyne.NewSize(widest, whole(r.p.leading()*float32(len(r.p.lines))+0.9))
}

func (r *paragraphRendering) Layout(size fyne.Size) {
	leading := r.p.leading()
	for i, o := range r.p.lines {
		own := o.MinSize()
		height, left := own.Height, float32(0)
		if r.p.Centred {
			left = whole((size.Width - own.Width) / 2)
		}
		o.Resize(fyne.NewSize(size.Width-left, height))
		o.Move(fyne.NewPos(left, whole(float32(i)*leading+(leading-height)/2)))
	}
}

func (r *paragraphRendering) Refresh() {
	for _, o := range r.p.lines {
		setType(o.(*canvas.Text), r.p.typ)
		o.Refresh()
	}
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
