package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Status is the quiet line that tells how something stands: "Saved 21:04". An icon stands before the words, so that
// it is not told by colour alone.
type Status struct {
	widget.BaseWidget
	text   string
	icon   look.IconName
	colour fyne.ThemeColorName

	image *canvas.Image
	word  *canvas.Text
}

var (
	_ fyne.Widget     = (*Status)(nil)
	_ fyne.Accessible = (*Status)(nil)
)

// statusGap stands between the icon and the words.
const statusGap float32 = 6

// NewStatus returns a status that says nothing.
func NewStatus() *Status {
	s := &Status{image: newIcon(look.IconSizeMedium), word: newText("", TypeLabel)}
	s.ExtendBaseWidget(s)
	s.Quiet("")
	return s
}

// Done says that it went well.
func (s *Status) Done(text string) { s.set(text, look.IconCheck, look.ColorInk2) }

// Busy says that it is on its way.
func (s *Status) Busy(text string) { s.set(text, look.IconClock, look.ColorInk2) }

// Warn says that it did not go well.
func (s *Status) Warn(text string) { s.set(text, look.IconWarning, look.ColorWarn) }

// Quiet says something without an icon, or nothing.
func (s *Status) Quiet(text string) { s.set(text, look.IconNone, look.ColorInk3) }

// Text returns what it says.
func (s *Status) Text() string { return s.text }

func (s *Status) set(text string, icon look.IconName, colour fyne.ThemeColorName) {
	if s.text == text && s.icon == icon {
		return
	}
	s.text, s.icon, s.colour = text, icon, colour
	s.Refresh()
}

// AccessibilityLabel returns what it says.
func (s *Status) AccessibilityLabel() string { return s.text }

// AccessibilityRole tells readers of the screen that this is text.
func (s *Status) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (s *Status) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, s.image, s.word)
}

func (s *Status) left() float32 {
	if s.icon == look.IconNone {
		return 0
	}
	return look.IconSizeMedium + statusGap
}

func (s *Status) minSize() fyne.Size {
	return fyne.NewSize(s.left()+measure(s.text, TypeLabel), lineHeight(TypeLabel))
}

func (s *Status) layout(size fyne.Size) {
	centred(s.image, 0, size.Height)
	centred(s.word, s.left(), size.Height)
}

func (s *Status) paint() {
	s.word.Text = s.text
	setType(s.word, TypeLabel.In(s.colour))
	iconColour := s.colour
	if s.icon == look.IconCheck {
		iconColour = look.ColorAccent
	}
	drawIcon(s.image, s.icon, iconColour)
	s.word.Refresh()
}
