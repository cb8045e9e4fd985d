package parts

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Initials stand for a person: the first letters of their name in a circle.
type Initials struct {
	widget.BaseWidget
	name   string
	side   float32
	circle *canvas.Circle
	word   *canvas.Text
}

var (
	_ fyne.Widget     = (*Initials)(nil)
	_ fyne.Accessible = (*Initials)(nil)
)

// The sides of the circle: on a chip, in a list, at the head of a detail.
const (
	InitialsChip float32 = 24
	InitialsRow  float32 = 36
	InitialsHead float32 = 48
)

// NewInitials returns the initials of a name in a circle of InitialsChip, InitialsRow or InitialsHead.
func NewInitials(name string, side float32) *Initials {
	i := &Initials{name: name, side: side, circle: canvas.NewCircle(color.Transparent)}
	i.word = newText(initialsOf(name), i.typ())
	i.ExtendBaseWidget(i)
	return i
}

// SetName shows those of another name.
func (i *Initials) SetName(name string) {
	if i.name != name {
		i.name = name
		i.Refresh()
	}
}

// Text returns the letters that are shown.
func (i *Initials) Text() string { return initialsOf(i.name) }

// AccessibilityLabel returns the name.
func (i *Initials) AccessibilityLabel() string { return i.name }

// AccessibilityRole tells readers of the screen that this is text.
func (i *Initials) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (i *Initials) typ() Type {
	size := look.SizeCaption
	if i.side >= InitialsHead {
		size = initialsHeadSize
	}
	return Type{SemiBold, size, look.ColorFeedback}
}

const initialsHeadSize float32 = 16

// CreateRenderer is for Fyne.
func (i *Initials) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(i, i.layout, i.minSize, i.paint, i.circle, i.word)
}

func (i *Initials) minSize() fyne.Size { return fyne.NewSquareSize(i.side) }

// layout keeps to the circle's own size, wherever it stands.
func (i *Initials) layout(fyne.Size) {
	i.circle.Resize(fyne.NewSquareSize(i.side))
	centred(i.word, whole((i.side-i.word.MinSize().Width)/2), i.side)
}

func (i *Initials) paint() {
	i.circle.FillColor = look.Color(look.ColorFeedbackSoft)
	i.circle.Refresh()
	i.word.Text = initialsOf(i.name)
	setType(i.word, i.typ())
	i.word.Refresh()
}

// nobody stands for a name without a letter.
const nobody = "?"

// initialsOf returns the first letters of the first and of the last word of a name: "ON" of "Oskar Nyman". Where words
// are written without spaces it is the first character. What is no letter, such as an emoji, is passed over.
func initialsOf(name string) string {
	var letters []string
	for _, word := range strings.Fields(name) {
		if letter := firstLetter(word); letter != "" {
			letters = append(letters, letter)
		}
	}
	switch {
	case len(letters) == 0:
		return nobody
	case len(letters) == 1, ideograph(letters[0]):
		return letters[0]
	}
	return letters[0] + letters[len(letters)-1]
}

// firstLetter returns the first letter or digit of a word as a capital, with the accents that follow it.
func firstLetter(word string) string {
	runes := []rune(word)
	for at, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		end := at + 1
		for end < len(runes) && unicode.Is(unicode.Mn, runes[end]) {
			end++
		}
		return strings.ToUpper(string(runes[at:end]))
	}
	return ""
}

// ideograph reports whether a character is of a script in which one is as much as a word.
func ideograph(character string) bool {
	for _, r := range character {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}
	return false
}
