package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// trackRow is a row of the table: one application on its track.
type trackRow struct {
	widget.BaseWidget
	content *fyne.Container
	layout  *trackLayout

	title        *parts.Text
	organisation *parts.Text
	route        *fyne.Container
	routeIcon    *parts.Icon
	routeName    *parts.Text
	private      *fyne.Container
	track        *parts.Track
	next, when   *parts.Text
	mark         *parts.Icon
}

func newTrackRow() *trackRow {
	r := &trackRow{
		layout:       &trackLayout{},
		title:        cutText(parts.TypeRowTitle),
		organisation: cutText(parts.TypeUI),
		routeIcon:    parts.IconOf(look.IconNone, look.ColorApplication, look.IconSizeSmall),
		routeName:    parts.NewText("", parts.TypeUI.In(look.ColorApplication)),
		track:        parts.NewTrack(look.ColorApplication, look.ColorApplicationSoft),
		next:         cutText(parts.TypeLabel),
		when:         cutText(parts.TypeCaption),
		mark:         parts.IconOf(look.IconChevronDown, look.ColorInk2, look.IconSizeMedium),
	}
	const iconGap = 6
	r.route = parts.Across(iconGap, r.routeIcon, r.routeName)
	r.private = parts.Across(iconGap, parts.IconOf(look.IconPrivate, look.ColorInk2, look.IconSizeSmall), parts.NewText(lang.L("Private"), parts.TypeCaption))
	place := container.New(yielding{}, r.organisation, parts.Across(look.Space12, r.route, r.private))
	r.content = container.New(r.layout, r.title, place, r.track, r.next, r.when, r.mark)
	r.ExtendBaseWidget(r)
	return r
}

// cutText is a line of words that is cut where there is no room.
func cutText(typ parts.Type) *parts.Text {
	t := parts.NewText("", typ)
	t.Truncate = true
	return t
}

// CreateRenderer is for Fyne.
func (r *trackRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// show fills the row with an application.
func (r *trackRow) show(t *tracked, today journal.Day, open bool) {
	r.layout.open = open
	r.title.SetText(t.title())
	r.organisation.SetText(firstLine(t.Organisation))
	r.routeIcon.Set(routeIcon(t.Route), look.ColorApplication)
	r.routeName.SetText(routeName(t.Route))
	setVisible(r.route, t.Route != "")
	setVisible(r.private, t.Private)
	r.track.SetStops(t.stops(today), t.standsAt(today))
	next, when, warn := t.nextLines(today)
	r.next.SetText(next)
	r.when.SetText(when)
	r.when.SetType(parts.TypeCaption)
	if warn {
		r.when.SetType(parts.TypeCaption.In(look.ColorWarn))
	}
	setVisible(r.mark, open)
	r.content.Refresh()
}

// yielding lays a line of words that gives way to what stands right after it.
type yielding struct{}

// Layout implements fyne.Layout.
func (yielding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, second := objects[0].(*parts.Text), objects[1]
	const gap = 16
	room := second.MinSize()
	width := fyne.Min(first.WholeWidth(), fyne.Max(size.Width-room.Width-gap, 0))
	left := width
	if width > 0 {
		left += gap
	}
	first.Resize(fyne.NewSize(width, first.MinSize().Height))
	first.Move(fyne.NewPos(0, float32(int((size.Height-first.MinSize().Height)/2))))
	second.Resize(fyne.NewSize(size.Width-left, room.Height))
	second.Move(fyne.NewPos(left, float32(int((size.Height-room.Height)/2))))
}

// MinSize implements fyne.Layout.
func (yielding) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(objects[1].MinSize())
}
