package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// selectField is what a closed choice looks like: a field with what is chosen, and a chevron.
type selectField struct {
	box     *canvas.Rectangle
	word    *canvas.Text
	chevron *canvas.Image
}

// selectRight is how far the chevron stands from the edge.
const selectRight float32 = 10

// selectBeside is the room that a word in the field does not have.
const selectBeside = fieldPadding + look.IconSizeMedium + 2*selectRight - 4

func newSelectField() *selectField {
	f := &selectField{box: canvas.NewRectangle(color.Transparent), word: newText("", TypeUI), chevron: newIcon(look.IconSizeMedium)}
	f.box.CornerRadius = look.RadiusField
	return f
}

// selectType is how the word in the field is set.
func selectType(chosen bool) Type {
	if chosen {
		return TypeUI.In(look.ColorInk)
	}
	return TypeUI.In(look.ColorInk3)
}

func (f *selectField) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{f.box, f.word, f.chevron}
}

// cuts tells whether a text is not whole in the field.
func (f *selectField) cuts(text string) bool { return f.word.Text != text }

func (f *selectField) layout(text string, typ Type, size fyne.Size) {
	f.box.Resize(size)
	f.word.Text = shorten(text, typ, size.Width-selectBeside)
	setType(f.word, typ)
	centred(f.word, fieldPadding, size.Height)
	centred(f.chevron, size.Width-selectRight-look.IconSizeMedium, size.Height)
}

func (f *selectField) paint(typ Type, hovered, disabled bool) {
	fill := look.ColorCard
	switch {
	case disabled:
		fill = look.ColorSunken
	case hovered:
		fill = look.ColorHover
	}
	paintBox(f.box, fill, look.ColorLine)
	setType(f.word, typ)
	drawIcon(f.chevron, look.IconChevronDown, look.ColorInk2)
	f.word.Refresh()
}
