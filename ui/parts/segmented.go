package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Segment is one of the choices of a Segmented control.
type Segment struct{ Key, Label string }

// Segmented is a closed choice in one track: tabs, outcomes. Where its words do not fit beside each other it is a field
// that opens a list of them, as a Select is: never in smaller type.
type Segmented struct {
	chooser
	name     string
	segments []*segment
	track    *canvas.Rectangle
	field    *selectField // where there is no room for the track
	folded   bool         // into the field
	hovered  bool
	list     *selectList // while it is open
	// OnNav draws the track as on ground of the navigation's colour: the page's, with a line.
	OnNav bool
}

var (
	_ fyne.Widget       = (*Segmented)(nil)
	_ fyne.Focusable    = (*Segmented)(nil)
	_ fyne.Disableable  = (*Segmented)(nil)
	_ fyne.Tappable     = (*Segmented)(nil)
	_ desktop.Hoverable = (*Segmented)(nil)
	_ listed            = (*Segmented)(nil)
)

// Where things stand in a segmented control.
const (
	trackHeight    float32 = 34
	thumbHeight    float32 = 28
	trackInset             = (trackHeight - thumbHeight) / 2
	segmentPadding float32 = 14
)

// NewSegmented returns a choice among segments, the first of which is chosen.
func NewSegmented(options []Segment, onChosen func(key string)) *Segmented {
	s := &Segmented{track: canvas.NewRectangle(color.Transparent), field: newSelectField()}
	s.track.CornerRadius = look.RadiusField
	keys := make([]string, len(options))
	for i, o := range options {
		keys[i] = o.Key
		seg := newSegment(o.Label)
		seg.press = func() { s.choose(i) }
		s.segments = append(s.segments, seg)
	}
	s.init(keys, onChosen, look.RadiusHighlight)
	s.ExtendBaseWidget(s)
	return s
}

// SetPadding changes the room beside each word, for choices of many.
func (s *Segmented) SetPadding(padding float32) {
	for _, seg := range s.segments {
		seg.padding = padding
	}
	s.Refresh()
}

// AccessibilityLabel names what is chosen, and what was.
func (s *Segmented) AccessibilityLabel() string {
	switch {
	case s.chosen < 0:
		return s.name
	case s.name == "":
		return s.segments[s.chosen].label
	}
	return s.name + ", " + s.segments[s.chosen].label
}

// SetName says what is chosen, for readers of the screen.
func (s *Segmented) SetName(name string) { s.name = name }

// CreateRenderer is for Fyne.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	objects := append([]fyne.CanvasObject{s.track}, s.objects()...)
	return newRendering(s, s.layout, s.minSize, s.paint, append(append(objects, s.field.objects()...), s.ring)...)
}

// Resize folds the words into a field where they have not the room beside each other.
func (s *Segmented) Resize(size fyne.Size) {
	const hair = 1 // widths are rounded
	if folded := size.Width > 0 && size.Width+hair < s.whole(); folded != s.folded {
		s.folded = folded
		s.closeList()
		s.Refresh()
	}
	s.chooser.Resize(size)
}

// narrowest is the width of the field with the longest word: so narrow it can get.
func (s *Segmented) narrowest() float32 {
	width := float32(0)
	for _, seg := range s.segments {
		width = fyne.Max(width, measure(seg.label, TypeUI))
	}
	return fyne.Min(whole(width+selectBeside)+1, s.whole())
}

// whole is the width of all words beside each other.
func (s *Segmented) whole() float32 { return s.inLine(false) + 2*trackInset }

func (s *Segmented) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(s.segments))
	for i, seg := range s.segments {
		all[i] = seg
	}
	return all
}

// inLine returns the width of the segments beside each other, and places them there if they are to move.
func (s *Segmented) inLine(move bool) float32 {
	return inLines(s.objects(), fyne.NewSize(0, 0), 0, move).Width
}

func (s *Segmented) minSize() fyne.Size { return fyne.NewSize(s.whole(), trackHeight) }

func (s *Segmented) layout(size fyne.Size) {
	if s.folded {
		s.field.layout(s.shown(), s.fieldType(), s.listBelow())
	} else {
		s.track.Resize(fyne.NewSize(s.inLine(true)+2*trackInset, trackHeight))
		for _, seg := range s.segments {
			seg.Move(seg.Position().AddXY(trackInset, trackInset))
		}
	}
	s.placeCursor()
}

func (s *Segmented) paint() {
	for _, o := range s.field.objects() {
		setVisible(o, s.folded)
	}
	setVisible(s.track, !s.folded)
	for i, seg := range s.segments {
		setVisible(seg, !s.folded)
		seg.set(i == s.chosen, s.Disabled())
	}
	if s.folded {
		s.field.paint(s.fieldType(), s.hovered, s.Disabled())
	} else {
		s.paintTrack()
	}
	s.placeCursor()
}

func (s *Segmented) paintTrack() {
	fill, line := look.ColorSunken, fyne.ThemeColorName("")
	if s.OnNav {
		fill, line = look.ColorPage, look.ColorLine
	}
	paintBox(s.track, fill, line)
}

func (s *Segmented) placeCursor() {
	switch {
	case s.folded:
		s.showCursor(fyne.NewPos(0, 0), s.field.box.Size())
	case s.cursor >= 0 && s.cursor < len(s.segments):
		seg := s.segments[s.cursor]
		s.showCursor(seg.Position(), seg.Size())
	}
}

// segment is one choice. Chosen it is a raised thumb.
type segment struct {
	touchable
	label   string
	padding float32
	chosen  bool
	thumb   *canvas.Rectangle
	word    *canvas.Text
}

var _ desktop.Hoverable = (*segment)(nil)

func newSegment(label string) *segment {
	s := &segment{label: label, padding: segmentPadding, thumb: canvas.NewRectangle(color.Transparent), word: newText(label, TypeLabel)}
	s.thumb.CornerRadius = look.RadiusHighlight
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is for Fyne.
func (s *segment) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.thumb, s.word)
}

func (s *segment) set(chosen, disabled bool) {
	s.chosen = chosen
	if disabled {
		s.Disable()
	} else {
		s.Enable()
	}
	s.Refresh()
}

func (s *segment) minSize() fyne.Size {
	return fyne.NewSize(whole(measure(s.label, TypeStrong)+2*s.padding), thumbHeight)
}

func (s *segment) layout(size fyne.Size) {
	s.thumb.Resize(size)
	centred(s.word, whole((size.Width-s.word.MinSize().Width)/2), size.Height)
}

func (s *segment) paint() {
	word, fill, line := TypeLabel.In(look.ColorInk2), fyne.ThemeColorName(""), fyne.ThemeColorName("")
	switch {
	case s.chosen:
		word, fill, line = TypeStrong, look.ColorCard, look.ColorLine
	case s.Disabled():
		word = word.In(look.ColorInk3)
	case s.hovered:
		fill = look.ColorHover
	}
	setType(s.word, word)
	paintBox(s.thumb, fill, line)
	s.word.Refresh()
}
