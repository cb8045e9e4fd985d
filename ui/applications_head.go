package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// applicationsHead is what stands over the table: how many there are and what
// comes next, what can be chosen, and the heads of the columns.
type applicationsHead struct {
	a       *applications
	content *fyne.Container

	line     *parts.Paragraph
	fresh    *parts.Button
	tools    *fyne.Container
	tabs     *parts.Segmented
	chips    map[trackFilter]*parts.FilterChip
	order    *parts.Select
	sorting  *fyne.Container
	position *parts.Button
	next     *parts.Button
	heads    *fyne.Container
}

func newApplicationsHead(a *applications) *applicationsHead {
	h := &applicationsHead{a: a, line: sentenceText(""), chips: map[trackFilter]*parts.FilterChip{}}
	h.fresh = parts.NewButton(parts.Primary, lang.L("New application"), look.IconPlus, a.begin)
	h.tabs = parts.NewSegmented([]parts.Segment{{Key: tabTracks, Label: lang.L("Tracks")}, {Key: tabLessons, Label: lang.L("Lessons")}}, a.turn)
	h.tools = parts.Flow(look.Space8, look.Space8, parts.Inset(h.tabs, 0, look.Space8, 0, 0))
	for _, f := range trackFilters() {
		h.chips[f] = parts.NewFilterChip(filterName(f), func() { a.choose(f) })
		h.tools.Add(parts.Inset(h.chips[f], 3, 0, 3, 0)) // as high as the tabs
	}
	h.order = parts.NewSelect(lang.L("Sort by"), trackOrders(), h.sort)
	h.sorting = parts.Across(look.Space8, parts.NewText(lang.L("Sort by"), parts.TypeCaption), fixedWidth(orderWidth, h.order))
	h.position, h.next = h.sortHead(lang.L("Position"), byPosition), h.sortHead(lang.L("Next"), byNextDate)
	h.tools.Add(parts.Inset(h.sorting, 0, 0, 0, look.Space8))
	columns := []fyne.CanvasObject{h.position}
	for c := range stageColumns {
		columns = append(columns, parts.NewText(columnName(c), parts.TypeColumnHead))
	}
	h.heads = container.New(&tableHeads{}, append(columns, h.next, parts.NewHairline())...)
	title := parts.Across(look.Space16, parts.NewText(lang.L("Applications"), parts.TypePageTitle), parts.Spring(), h.fresh)
	h.content = parts.Down(look.Space12, parts.Down(0, title, h.line), h.tools, h.heads)
	return h
}

// trackOrders are the orders as they are offered.
func trackOrders() []parts.Option {
	return []parts.Option{
		{Key: string(byLastMove), Label: lang.L("Last move")},
		{Key: string(byNextDate), Label: lang.L("Next date")},
		{Key: string(byDays), Label: lang.L("Days in stage")},
		{Key: string(byPosition), Label: lang.L("Position")},
	}
}

// orderWidth holds the longest name of an order.
const orderWidth float32 = 136

// sortHead is the head of a column that sorts the table by it.
func (h *applicationsHead) sortHead(label string, o trackOrder) *parts.Button {
	b := parts.NewButton(parts.Quiet, label, look.IconNone, func() { h.a.sort(o) })
	b.Words, b.Ink, b.Height, b.Padding = parts.TypeColumnHead, look.ColorInk3, tableHeadHeight-4, headPadding
	return b
}

func (h *applicationsHead) sort(key string) { h.a.sort(trackOrder(key)) }

// settle shows the page as it stands.
func (h *applicationsHead) settle() {
	a := h.a
	h.line.SetText("")
	if len(a.all) > 0 {
		h.line.SetText(tracksLine(a.all, a.today))
	}
	for f, chip := range h.chips {
		chip.SetLabel(filterName(f) + " " + strconv.Itoa(countPassing(a.all, f)))
		chip.SetSelected(f == a.filter)
	}
	h.tabs.SetSelected(a.tab)
	h.order.SetSelected(string(a.order))
	markSorted(h.position, a.order == byPosition)
	markSorted(h.next, a.order == byNextDate)
	tracks := a.tab == tabTracks
	setVisible(h.line, len(a.all) > 0)
	setVisible(h.tools, len(a.all) > 0)
	for _, tool := range h.tools.Objects[1:] { // the tabs stay
		setVisible(tool, tracks)
	}
	setVisible(h.heads, tracks && len(a.table.shown) > 0)
}

// markSorted shows that the table is sorted by a column.
func markSorted(head *parts.Button, sorted bool) {
	icon := look.IconNone
	if sorted {
		icon = look.IconChevronDown
	}
	head.SetIcon(icon)
}
