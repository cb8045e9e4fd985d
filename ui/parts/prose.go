package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Passage is a block of Prose: its words, and what it stands in.
type Passage struct {
	Sort   PassageSort
	Level  int   // of a heading, 1 to 6
	Runs   []Run // the words, and of code its text
	Beside []Run // of a pair: what stands at the right
	Table  *ProseTable
	// Within is what the passage stands in, from the outside.
	Within []Frame
	// Marker stands before the first line, in the innermost frame; Box does so instead.
	Marker string
	Box    *ProseBox
	// Tight passages stand close below the one before.
	Tight bool
}

// PassageSort is what a passage is.
type PassageSort int

// The sorts of passages.
const (
	PassageWords PassageSort = iota
	PassageHeading
	PassageCode // on a sunken ground
	PassageTable
	PassageRule  // across
	PassageLabel // names what stands below it
	PassageSmall // words in a smaller type, as in a pair
	PassagePair  // two texts beside each other, to be compared
)

// Run is words of one look. A "\n" in it ends a line.
type Run struct {
	Text string
	Look RunLook
	Link ProseLink
}

// RunLook is how words look: any of the looks together.
type RunLook uint8

// The looks.
const (
	RunStrong RunLook = 1 << iota
	RunEmphasis
	RunStruck // crossed out
	RunCode
	RunMarked // found by a search
	RunCame   // not in the text it is compared with, which is older
	RunGone   // not in the text it is compared with, which is newer
)

// ProseLink is where words lead; the zero link leads nowhere. An inner one leads to another place of the program.
type ProseLink struct {
	To    string
	Inner bool
}

// Frame is what passages stand in: a quote by its number, or with 0 an item of a list, whose longest marker has so many
// letters.
type Frame struct {
	Quote   int
	Letters int
}

// ProseBox is a box to tick. Key is what OnTick is told.
type ProseBox struct {
	Key    int
	Ticked bool
}

// ProseTable is rows of cells, the first of which is the head. A row may have fewer cells than there are columns.
type ProseTable struct {
	Columns []fyne.TextAlign
	Rows    [][][]Run
}

// Prose is a text to be read. It breaks its lines itself, because Fyne knows neither a leading nor styles within a
// line, and builds only the lines in sight. It is one stop for the keyboard: arrows, PageUp, PageDown, Home, End and
// Space scroll, Tab goes from link to link and box to box, Enter and Space open or tick, n and p go from mark to mark.
type Prose struct {
	widget.BaseWidget
	// OnLink is told which link was opened.
	OnLink func(ProseLink)
	// OnTick is told the key of the box that was pressed. The box stays as it is until Update.
	OnTick func(key int)
	// OnShortcut is told of shortcuts.
	OnShortcut func(fyne.Shortcut)
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()
	// OnMark is told which mark the keyboard went to, from 0 on, and how many there are.
	OnMark func(at, of int)
	// Wide lets lines be as wide as there is room, and not only as is good to read.
	Wide bool

	passages []Passage
	sheet    sheet
	ruler    ruler
	width    float32 // for which the sheet was laid out
	stop     int     // the link or box the keyboard is at, or -1
	toMark   bool    // the first mark is to be brought into sight once there is a size
	mark     int     // the mark the keyboard went to last, or -1
	focused  bool
	back     func() bool // whether Tab goes back
	scroll   *container.Scroll
	body     *proseBody
	bar      *canvas.Rectangle
}

var (
	_ fyne.Widget       = (*Prose)(nil)
	_ fyne.Focusable    = (*Prose)(nil)
	_ fyne.Tabbable     = (*Prose)(nil)
	_ fyne.Shortcutable = (*Prose)(nil)
	_ fyne.Accessible   = (*Prose)(nil)
)

// NewProse returns a view without a text.
func NewProse() *Prose {
	p := &Prose{stop: -1, mark: -1, back: shiftHeld, bar: canvas.NewRectangle(color.Transparent)}
	p.body = newProseBody(p)
	p.scroll = container.NewVScroll(p.body)
	p.scroll.OnScrolled = p.scrolled
	p.bar.CornerRadius = proseBar / 2
	p.bar.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// Fill shows another text, from its top.
func (p *Prose) Fill(passages []Passage) {
	p.stop, p.mark = -1, -1
	p.scroll.ScrollToTop()
	p.Update(passages)
}

// FillAtMark shows another text, from where the first words stand that are marked.
func (p *Prose) FillAtMark(passages []Passage) {
	p.toMark = true
	p.Fill(passages)
}

// Update shows the same text as it is now. It stays where it is scrolled to, and the keyboard at its link or box.
func (p *Prose) Update(passages []Passage) {
	p.passages, p.width = passages, 0
	p.Refresh()
}

// Built returns how many lines are built.
func (p *Prose) Built() int { return len(p.body.built) }

// TextHeight returns how high the text is at the present width.
func (p *Prose) TextHeight() float32 { return p.sheet.height }

// Stops returns the words of the links and boxes, from the top.
func (p *Prose) Stops() []string {
	all := make([]string, len(p.sheet.stops))
	for i, s := range p.sheet.stops {
		all[i] = s.label
	}
	return all
}

// AccessibilityLabel reads the link or box the keyboard is at, else the text.
func (p *Prose) AccessibilityLabel() string {
	if p.stop >= 0 {
		return p.sheet.stops[p.stop].label
	}
	return p.sheet.text()
}

// AccessibilityRole tells readers of the screen that this is text.
func (p *Prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(p, p.layout, p.minSize, p.paint, p.scroll, p.bar)
}

func (p *Prose) minSize() fyne.Size { return fyne.NewSize(look.Space40, look.Space40) }

// Where things stand beside the text.
const (
	proseReach   float32 = 6  // how far a ring may reach beyond the words
	proseBarRoom float32 = 12 // free at the right for the bar that tells how far it is scrolled
	proseBar     float32 = 2  // the bar that shows the keyboard's focus
	proseBarOut  float32 = 12 // how far it stands off
)

func (p *Prose) layout(size fyne.Size) {
	width := size.Width - proseBarRoom
	if !p.Wide {
		width = fyne.Min(width, look.EditorWidth)
	}
	if width != p.width && width > 0 {
		p.width = width
		p.sheet = p.ruler.layOut(p.passages, width)
		p.stop, p.mark = min(p.stop, len(p.sheet.stops)-1), min(p.mark, len(p.sheet.marks)-1)
		p.body.forget()
	}
	p.scroll.Move(fyne.NewPos(-proseReach, 0))
	p.scroll.Resize(size.AddWidthHeight(proseReach, 0))
	p.scroll.Refresh()
	p.revealMark(size.Height)
	p.body.update()
	p.bar.Move(fyne.NewPos(-proseBarOut, 0))
	p.bar.Resize(fyne.NewSize(proseBar, size.Height))
}

func (p *Prose) paint() {
	p.bar.FillColor = look.Color(look.ColorAccent)
	setVisible(p.bar, p.focused && p.stop < 0)
	p.body.forget()
}

func (p *Prose) scrolled(fyne.Position) { p.body.update() }
