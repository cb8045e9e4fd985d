package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"groundwork/ui/look"
)

// CreateRenderer is for Fyne.
func (h *Heat) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(h, h.layout, h.minSize, h.paint, h.holder)
}

func (h *Heat) minSize() fyne.Size {
	return fyne.NewSize(heatLeft+heatLeast*heatPitch, heatTop+7*heatPitch)
}

func (h *Heat) layout(size fyne.Size) {
	h.holder.Resize(size)
	weeks := min(heatWeeks, int((size.Width-heatLeft)/heatPitch))
	if weeks != h.weeks {
		h.weeks = weeks
		h.build()
		h.paint()
	}
	h.place()
}

// build makes a square for each day there is room for.
func (h *Heat) build() {
	h.squares, h.months, h.holder.Objects = nil, nil, nil
	if h.weeks <= 0 || h.last == (Date{}) {
		return
	}
	for range h.number(h.last) + 1 {
		square := canvas.NewRectangle(color.Transparent)
		h.squares = append(h.squares, square)
		h.holder.Objects = append(h.holder.Objects, square)
	}
	for i, day := range h.days {
		if i%2 == 0 { // every other letter: the rows are closer than the letters are high
			h.holder.Objects = append(h.holder.Objects, day)
		}
	}
	h.nameMonths()
	h.holder.Objects = append(h.holder.Objects, h.ring)
}

// nameMonths puts the name of each month over the week in which it begins,
// where it has room. Of the first one there may be a week or two only: then it
// leaves the room to the next.
func (h *Heat) nameMonths() {
	before := Date{}
	free := float32(0)
	for week := range h.weeks {
		d := h.start().AddDays(7 * week)
		if d.Month == before.Month {
			continue
		}
		before = d
		if week == 0 && d.AddDays(2*7).Month != d.Month {
			continue
		}
		text := newText(string([]rune(h.names.Months[d.Month-1])[:3]), TypeCaption.In(look.ColorInk3))
		x := heatLeft + float32(week)*heatPitch
		if x < free || x+text.MinSize().Width > heatLeft+float32(h.weeks)*heatPitch {
			continue
		}
		free = x + text.MinSize().Width + look.Space8
		text.Move(fyne.NewPos(x, 0))
		text.Resize(text.MinSize())
		h.months = append(h.months, text)
		h.holder.Objects = append(h.holder.Objects, text)
	}
}

// place puts every day into its room.
func (h *Heat) place() {
	if len(h.squares) == 0 {
		return
	}
	sides := heatSides()
	for i, square := range h.squares {
		d := h.start().AddDays(i)
		side := sides[h.level(d)]
		square.CornerRadius = side / 4
		square.Resize(fyne.NewSquareSize(side))
		square.Move(h.cell(d).AddXY((heatSide-side)/2, (heatSide-side)/2))
	}
	for i, day := range h.days {
		day.Move(fyne.NewPos(0, heatTop+float32(i)*heatPitch+(heatSide-day.MinSize().Height)/2))
		day.Resize(day.MinSize())
	}
	h.ring.Move(h.cell(h.cursor).SubtractXY(2, 2))
	h.ring.Resize(fyne.NewSquareSize(heatSide + 4))
}

// level is how much was written on a day: 0 for nothing, up to 4.
func (h *Heat) level(d Date) int { return min(h.counts[d], len(heatSides())-1) }

func (h *Heat) paint() {
	fills := []fyne.ThemeColorName{
		look.ColorLineStrong, look.ColorStrength2, look.ColorStrength3, look.ColorStrength3, look.ColorStrength4,
	}
	for i, square := range h.squares {
		paintBox(square, fills[h.level(h.start().AddDays(i))], "")
	}
	for i, day := range h.days {
		day.Text = h.names.Weekdays[(int(h.first)+i)%7]
		setType(day, TypeCaption.In(look.ColorInk3))
	}
	for _, month := range h.months {
		setType(month, TypeCaption.In(look.ColorInk3))
	}
	outline(h.ring, look.Color(look.ColorAccent), ringWidth)
	setVisible(h.ring, h.focused)
}
