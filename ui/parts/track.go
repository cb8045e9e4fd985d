package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// StopLook is how a stop of a Track stands. Each has a shape of its own, so that none is told by its colour alone.
type StopLook int

// The looks of a stop.
const (
	StopAhead    StopLook = iota // not reached: an outline, and dashes lead to it
	StopPassed                   // gone by without a date: an outline on the line
	StopDone                     // a disc
	StopCurrent                  // a disc within a ring
	StopAccepted                 // the end that was hoped for: a tick
	StopRejected                 // the end that was not: a cross
	StopEnded                    // an end that is neither: a dash
)

// Stop is one stop of a Track.
type Stop struct {
	Name string // read aloud
	Note string // below it: a date, or a word
	Look StopLook
}

// Track shows how far something has come, as stops on a line with their dates below. Where it is too narrow for that it
// shows the stop that was reached last, and its words beside it.
type Track struct {
	widget.BaseWidget
	ink, soft fyne.ThemeColorName

	stops  []Stop
	words  string // of the stop that was reached last
	marks  []*stopMark
	ways   []*canvas.Rectangle // from each stop to the next, where it was gone
	dashes *fyne.Container     // where it was not
	line   *Text               // the words
}

var (
	_ fyne.Widget     = (*Track)(nil)
	_ fyne.Accessible = (*Track)(nil)
)

// Where things stand on a track.
const (
	// TrackLeast is the least width of a stop on a track; a narrower track shows its words.
	TrackLeast float32 = 66

	trackMark   float32 = 22 // the room of a mark, whose middle the line goes through
	trackNote   float32 = 34 // from the top to the middle of a note
	trackTall   float32 = 43 // with the notes
	trackWay    float32 = 2
	trackDash   float32 = 3
	trackPeriod float32 = 6
	trackGap    float32 = 4 // between a mark and the dashes
)

// NewTrack returns a track without stops, in the colours of two roles.
func NewTrack(ink, soft fyne.ThemeColorName) *Track {
	t := &Track{ink: ink, soft: soft, dashes: container.NewWithoutLayout(), line: NewText("", TypeLabel)}
	t.line.Truncate = true
	t.ExtendBaseWidget(t)
	return t
}

// SetStops shows other stops. words name the stop that was reached last, and when, for a track that is narrow.
func (t *Track) SetStops(stops []Stop, words string) {
	t.stops, t.words = stops, words
	for len(t.marks) < len(stops) {
		t.marks = append(t.marks, newStopMark())
		t.ways = append(t.ways, canvas.NewRectangle(color.Transparent))
	}
	t.line.SetText(words)
	t.Refresh()
}

// Narrow reports whether the track shows its words for want of room.
func (t *Track) Narrow() bool { return t.narrow(t.Size().Width) }

func (t *Track) narrow(width float32) bool { return width < TrackLeast*float32(len(t.stops)) }

// reached is the last stop that is not ahead, or 0.
func (t *Track) reached() int {
	for i := len(t.stops) - 1; i > 0; i-- {
		if t.stops[i].Look != StopAhead {
			return i
		}
	}
	return 0
}

// AccessibilityLabel reads the stops that were reached, and when.
func (t *Track) AccessibilityLabel() string {
	var read []string
	for _, s := range t.stops {
		if s.Look != StopAhead {
			read = append(read, strings.TrimSpace(s.Name+" "+s.Note))
		}
	}
	return strings.Join(read, ", ")
}

// AccessibilityRole tells readers of the screen that this is text.
func (t *Track) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (t *Track) CreateRenderer() fyne.WidgetRenderer { return &trackRendering{t} }

// trackRendering differs from the shared one in that its objects come and go with the stops.
type trackRendering struct{ t *Track }

func (r *trackRendering) Destroy() {}

func (r *trackRendering) MinSize() fyne.Size {
	return fyne.NewSize(trackMark+look.Space8+look.Space40, trackTall)
}

func (r *trackRendering) Objects() []fyne.CanvasObject {
	t := r.t
	objects := []fyne.CanvasObject{t.dashes, t.line}
	for i := range t.stops {
		objects = append(objects, t.ways[i])
	}
	for i := range t.stops {
		objects = append(objects, t.marks[i].objects()...)
	}
	return objects
}

func (r *trackRendering) Refresh() {
	r.t.paint()
	r.Layout(r.t.Size())
	canvas.Refresh(r.t)
}

func (r *trackRendering) Layout(size fyne.Size) {
	t := r.t
	t.dashes.Resize(size)
	narrow, last := t.narrow(size.Width), t.reached()
	setVisible(t.line, narrow)
	setVisible(t.dashes, !narrow)
	for i := range t.stops {
		t.marks[i].setVisible(!narrow, !narrow || i == last)
		setVisible(t.ways[i], !narrow && i < last)
	}
	switch {
	case len(t.stops) == 0:
	case narrow:
		t.marks[last].place(trackMark/2, 0)
		t.line.Move(fyne.NewPos(trackMark+look.Space8, 0))
		t.line.Resize(fyne.NewSize(size.Width-trackMark-look.Space8, trackMark))
	default:
		t.layWays(size.Width/float32(len(t.stops)), last)
	}
}
