package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
)

// FilterWord is a word that can be typed to narrow a search, with what it does. It says whether it is in use.
type FilterWord struct {
	pressable
	word      string
	fill, ink fyne.ThemeColorName
	used      bool

	ground *canvas.Rectangle
	name   *canvas.Text
	check  *canvas.Image
	state  *canvas.Text
	what   *Paragraph
}

var (
	_ fyne.Widget       = (*FilterWord)(nil)
	_ fyne.Focusable    = (*FilterWord)(nil)
	_ fyne.Accessible   = (*FilterWord)(nil)
	_ desktop.Hoverable = (*FilterWord)(nil)
)

// Where things stand in a filter word.
const (
	filterWordHigh  float32 = 26
	filterWordPad   float32 = 8
	filterWordBelow float32 = 5
)

var typeFilterWord = Type{Medium, look.SizeUI, look.ColorInk}

// NewFilterWord returns an example of a word with what it does.
func NewFilterWord(example, what string, onTap func()) *FilterWord {
	f := &FilterWord{
		word: example, ground: canvas.NewRectangle(color.Transparent), name: newText(example, typeFilterWord),
		check: newIcon(look.IconSizeSmall), state: newText(lang.L("in use"), TypeCaption), what: NewParagraph(what, TypeCaption, 18),
	}
	f.press = onTap
	f.ground.CornerRadius = queryRadius
	f.init(look.RadiusField)
	f.ExtendBaseWidget(f)
	return f
}

// SetUse shows the word as it is in use, with the colours of two roles, or the example.
func (f *FilterWord) SetUse(word string, fill, ink fyne.ThemeColorName, used bool) {
	if f.word == word && f.used == used && f.fill == fill {
		return
	}
	f.word, f.fill, f.ink, f.used = word, fill, ink, used
	f.Refresh()
}

// Used returns the word that is in use, or nothing.
func (f *FilterWord) Used() string {
	if !f.used {
		return ""
	}
	return f.word
}

// AccessibilityLabel reads the word, whether it is in use, and what it does.
func (f *FilterWord) AccessibilityLabel() string {
	label := f.word
	if f.used {
		label += ", " + f.state.Text
	}
	return label + ", " + f.what.Text()
}

// Resize gives the explanation its width, on which the height depends.
func (f *FilterWord) Resize(size fyne.Size) {
	f.what.Resize(fyne.NewSize(size.Width, f.what.Size().Height))
	f.pressable.Resize(size)
}

// CreateRenderer is for Fyne.
func (f *FilterWord) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, f.ground, f.name, f.check, f.state, f.what, f.ring)
}

func (f *FilterWord) minSize() fyne.Size {
	return fyne.NewSize(look.Space40, filterWordHigh+filterWordBelow+f.what.MinSize().Height)
}

func (f *FilterWord) layout(size fyne.Size) {
	beside := look.IconSizeSmall + look.Space12 + look.Space8 + measure(f.state.Text, TypeCaption)
	f.name.Text = shorten(f.word, typeFilterWord, size.Width-2*filterWordPad-beside)
	setType(f.name, f.wordType())
	wide := centred(f.name, filterWordPad, filterWordHigh).Width + 2*filterWordPad
	f.ground.Resize(fyne.NewSize(wide, filterWordHigh))
	x := wide + look.Space8
	f.check.Move(fyne.NewPos(x, (filterWordHigh-look.IconSizeSmall)/2))
	centred(f.state, x+look.IconSizeSmall+look.Space4, filterWordHigh)
	f.what.Move(fyne.NewPos(0, filterWordHigh+filterWordBelow))
	f.what.Resize(fyne.NewSize(size.Width, f.what.MinSize().Height))
	f.paintRing(size)
}

func (f *FilterWord) wordType() Type {
	if f.used && f.ink != "" {
		return typeFilterWord.In(f.ink)
	}
	return typeFilterWord
}

func (f *FilterWord) paint() {
	fill := look.ColorSunken
	switch {
	case f.lit():
		fill = look.ColorHover
	case f.used && f.fill != "":
		fill = f.fill
	}
	paintBox(f.ground, fill, "")
	setVisible(f.check, f.used)
	setVisible(f.state, f.used)
	if f.used {
		drawIcon(f.check, look.IconCheck, look.ColorAccent)
	}
	setType(f.state, TypeCaption.In(look.ColorAccent))
	setType(f.name, f.wordType())
	f.paintRing(f.Size())
}
