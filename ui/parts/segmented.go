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

// Segmented is a closed choice in one track: tabs, outcomes. Words that do not fit beside the others stand below them,
// never in smaller type.
type Segmented struct {
	chooser
	name     string
	segments []*segment
	track    *canvas.Rectangle
	room     float32 // the width it was given, on which its height depends
	// OnNav draws the track as on ground of the navigation's colour: the page's, with a line.
	OnNav bool
}

var (
	_ fyne.Widget      = (*Segmented)(nil)
	_ fyne.Focusable   = (*Segmented)(nil)
	_ fyne.Disableable = (*Segmented)(nil)
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
	s := &Segmented{track: canvas.NewRectangle(color.Transparent)}
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
	return newRendering(s, s.layout, s.minSize, s.paint, append(objects, s.ring)...)
}

// Resize lets the words go on below where they have not the room.
func (s *Segmented) Resize(size fyne.Size) {
	s.room = size.Width
	s.chooser.Resize(size)
}

// narrowest is the width of the longest word: so narrow it can get.
func (s *Segmented) narrowest() float32 { return widest(s.objects()) + 2*trackInset }

func (s *Segmented) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(s.segments))
	for i, seg := range s.segments {
		all[i] = seg
	}
	return all
}

// inLines places the segments, and returns the size they take together.
func (s *Segmented) inLines(room float32, move bool) fyne.Size {
	return inLines(s.objects(), fyne.NewSize(0, 0), room-2*trackInset, move).AddWidthHeight(2*trackInset, 2*trackInset)
}

func (s *Segmented) minSize() fyne.Size {
	return fyne.NewSize(s.inLines(0, false).Width, s.inLines(s.room, false).Height)
}

func (s *Segmented) layout(size fyne.Size) {
	s.track.Resize(s.inLines(size.Width, true))
	for _, seg := range s.segments {
		seg.Move(seg.Position().AddXY(trackInset, trackInset))
	}
	s.placeCursor()
}

func (s *Segmented) paint() {
	fill, line := look.ColorSunken, fyne.ThemeColorName("")
	if s.OnNav {
		fill, line = look.ColorPage, look.ColorLine
	}
	paintBox(s.track, fill, line)
	for i, seg := range s.segments {
		seg.set(i == s.chosen, s.Disabled())
	}
	s.placeCursor()
}

func (s *Segmented) placeCursor() {
	if s.cursor >= 0 && s.cursor < len(s.segments) {
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
