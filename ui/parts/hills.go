package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Hills is a quiet landscape, of three circles so large that only their tops are in sight, with a content before it.
type Hills struct {
	widget.BaseWidget
	content fyne.CanvasObject
	view    *tall // on the content
	ground  *canvas.Rectangle
	rounds  [3]*canvas.Circle
}

var _ fyne.Widget = (*Hills)(nil)

// hill is where a circle stands: how far to the right of the window's width, how high above its foot the top is, and
// its radius in a window of the usual width.
type hill struct{ across, top, radius float32 }

// hills are from the far one to the near one, as in the picture of the lock screen.
var hills = [3]hill{{0.79, 200, 900}, {0.125, 160, 1060}, {0.703, 70, 1420}}

// hillsWidth is how wide the window is in that picture. In a wider one the hills grow.
const hillsWidth float32 = 1280

// hillsAbove is the share of the height left over that is above the content.
const hillsAbove float32 = 0.37

// hillsLowest is the height under which the landscape does not get. A content that is higher scrolls.
const hillsLowest float32 = 300

// NewHills returns the landscape with a content, which stands a little above the middle at its least size.
func NewHills(content fyne.CanvasObject) *Hills {
	h := &Hills{content: content, view: newTall(content, 0), ground: canvas.NewRectangle(color.Transparent)}
	for i := range h.rounds {
		h.rounds[i] = canvas.NewCircle(color.Transparent)
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is for Fyne.
func (h *Hills) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, h.paint, h.ground, h.rounds[0], h.rounds[1], h.rounds[2], h.view)
}

func (h *Hills) minSize() fyne.Size {
	own := h.content.MinSize().AddWidthHeight(2*look.Space20, 2*look.Space4)
	return fyne.NewSize(own.Width, fyne.Min(own.Height, hillsLowest))
}

func (h *Hills) layout(size fyne.Size) {
	h.ground.Resize(size)
	for i, at := range hills {
		radius := at.radius * fyne.Max(1, size.Width/hillsWidth)
		h.rounds[i].Resize(fyne.NewSquareSize(2 * radius))
		h.rounds[i].Move(fyne.NewPos(at.across*size.Width-radius, size.Height-at.top))
	}
	h.content.Resize(h.content.MinSize()) // gives paragraphs their width before the height is asked for
	own := h.content.MinSize()
	own.Height = fyne.Min(own.Height, size.Height-2*look.Space4)
	h.view.Resize(own)
	h.view.Move(fyne.NewPos(whole((size.Width-own.Width)/2), whole((size.Height-own.Height)*hillsAbove)))
}

func (h *Hills) paint() {
	h.ground.FillColor = look.Color(look.ColorNav)
	h.ground.Refresh()
	for i, role := range []fyne.ThemeColorName{look.ColorHillFar, look.ColorHill, look.ColorHillNear} {
		h.rounds[i].FillColor = look.Color(role)
		h.rounds[i].Refresh()
	}
}
