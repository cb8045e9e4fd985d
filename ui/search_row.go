package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Where things stand in the row of an entry that was found, from its top.
const (
	foundTile    float32 = 34
	foundTop     float32 = 19
	foundPlaces  float32 = 44 // the first field that matches
	foundLeading float32 = 24 // for each of them
	foundLabels  float32 = 33 // with the room above it
	foundFoot    float32 = 20
	foundField   float32 = 72 // from the name of a field to its words

	foundMoreRow float32 = 48
)

// foundRow is an entry that was found: its title and day, the fields that
// match, its tags and what it proves.
type foundRow struct {
	widget.BaseWidget
	tile   *parts.Surface
	icon   *parts.Icon
	title  *parts.Marked
	day    *parts.Text
	places []*placeLine
	labels *parts.Labels
}

// placeLine is a field that matches.
type placeLine struct {
	name  *parts.Text
	words *parts.Marked
}

// mostPlaces is how many fields a row can show.
const mostPlaces = 2

func newFoundRow(kind journal.Kind) *foundRow {
	color, soft := kindColors(kind)
	r := &foundRow{
		tile: parts.NewSurface(soft, "", look.RadiusField), icon: parts.IconOf(kindIcon(kind), color, look.IconSizeNav),
		title: parts.NewMarked(parts.TypeRowTitle), day: parts.NewText("", parts.TypeCaption), labels: parts.NewLabels(),
	}
	for range mostPlaces {
		r.places = append(r.places, &placeLine{parts.NewText("", parts.TypeFieldLabel), parts.NewMarked(parts.TypeMemory)})
	}
	r.ExtendBaseWidget(r)
	return r
}

// show shows an entry in the row.
func (r *foundRow) show(f *journal.Found, today journal.Day) {
	r.title.SetText(foundTitle(f), foundMarks(f))
	r.day.SetText(foundDay(f.Line, today))
	for i, p := range r.places {
		there := i < len(f.Places)
		setVisible(p.name, there)
		setVisible(p.words, there)
		if there {
			p.name.SetText(fieldName(f.Places[i].Field))
			p.words.SetText(f.Places[i].Text, extents(f.Places[i].Marks))
		}
	}
	labels := foundLabelsOf(f)
	setVisible(r.labels, len(labels) > 0)
	r.labels.SetLabels(labels)
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *foundRow) CreateRenderer() fyne.WidgetRenderer {
	all := []fyne.CanvasObject{r.tile, r.icon, r.title, r.day, r.labels}
	for _, p := range r.places {
		all = append(all, p.name, p.words)
	}
	return widget.NewSimpleRenderer(container.New(foundLayout{r}, all...))
}

// foundLayout lays out an entry in its row.
type foundLayout struct{ r *foundRow }

// Layout implements fyne.Layout.
func (l foundLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(fyne.Max(width, 1), height))
	}
	left, right := parts.RollTextLeft, size.Width
	put(r.tile, 0, foundTop-4, foundTile, foundTile)
	inset := (foundTile - look.IconSizeNav) / 2
	put(r.icon, inset, foundTop-4+inset, look.IconSizeNav, look.IconSizeNav)
	title, day := r.title.MinSize().Height, r.day.MinSize()
	put(r.day, right-day.Width, foundTop+float32(int((title-day.Height)/2)), day.Width, day.Height)
	put(r.title, left, foundTop, right-left-day.Width-look.Space16, title)
	y := foundPlaces
	for _, p := range r.places {
		if !p.name.Visible() {
			continue
		}
		name, words := p.name.MinSize().Height, p.words.MinSize().Height
		put(p.name, left, y+float32(int((foundLeading-name)/2)), foundField, name)
		put(p.words, left+foundField, y+float32(int((foundLeading-words)/2)), right-left-foundField, words)
		y += foundLeading
	}
	put(r.labels, left, y+foundLabels-look.ChipHeight, right-left, look.ChipHeight)
}

// MinSize implements fyne.Layout.
func (l foundLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.RollTextLeft+foundField+look.Space40, foundPlaces)
}

// moreRow lists more of what was found.
type moreRow struct {
	widget.BaseWidget
	words *parts.Text
}

func newMoreRow() *moreRow {
	r := &moreRow{words: parts.NewText("", parts.TypeLabel.In(look.ColorAccent))}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *moreRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.Inset(r.words, 0, 0, 0, parts.RollTextLeft))
}
