package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Icon is an icon that stands beside words and cannot be pressed.
type Icon struct {
	widget.BaseWidget
	name  look.IconName
	ink   fyne.ThemeColorName
	image *canvas.Image
}

var _ fyne.Widget = (*Icon)(nil)

// IconOf returns an icon in the colour of a role, at a size.
func IconOf(name look.IconName, ink fyne.ThemeColorName, size float32) *Icon {
	i := &Icon{name: name, ink: ink, image: newIcon(size)}
	i.ExtendBaseWidget(i)
	return i
}

// Set shows another icon, in the colour of a role.
func (i *Icon) Set(name look.IconName, ink fyne.ThemeColorName) {
	if i.name != name || i.ink != ink {
		i.name, i.ink = name, ink
		i.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(i, i.layout, i.image.MinSize, i.paint, i.image)
}

func (i *Icon) layout(size fyne.Size) { centred(i.image, 0, size.Height) }

func (i *Icon) paint() { drawIcon(i.image, i.name, i.ink) }
