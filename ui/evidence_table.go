package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// proofTable is the left column of the page of evidence: what there is, how it
// is looked at, and the table itself.
type proofTable struct {
	p       *proof
	content *fyne.Container
	line    *parts.Paragraph
	recency *parts.Button
	tools   *fyne.Container
	units   *parts.Segmented
	orders  *parts.Segmented
	sort    *parts.Button
	asked   *parts.Button // leads to what the role expects
	pack    *parts.Button // leads to what is made of it
	states  []*stateChip
	matrix  *parts.Matrix
	legend  *fyne.Container
	body    *fyne.Container
	empty   *proofEmpty

	ids     []journal.ID // of each row; "" for a heading
	columns []evidence.Period
	anew    bool // the table is another one, to be shown from its top
	wanted  bool // the keyboard is to come into the table once it is there
}

// stateChip is a chip over the table, which shows the rows of one state.
type stateChip struct {
	state journal.EvidenceState
	chip  *parts.FilterChip
	room  *fyne.Container // around it
}

func newProofTable(p *proof) *proofTable {
	t := &proofTable{p: p, line: sentenceText(""), anew: true}
	t.recency = parts.NewButton(parts.Quiet, "", look.IconClock, t.showRecent)
	t.recency.Padding, t.recency.Ink = look.Space8, look.ColorWarn
	t.units = parts.NewSegmented([]parts.Segment{
		{Key: strconv.Itoa(int(evidence.ByMonth)), Label: lang.L("Months")},
		{Key: strconv.Itoa(int(evidence.ByQuarter)), Label: lang.L("Quarters")},
		{Key: strconv.Itoa(int(evidence.ByYear)), Label: lang.L("Years")},
	}, t.chooseUnit)
	t.orders = parts.NewSegmented([]parts.Segment{
		{Key: string(byArea), Label: lang.L("By area")}, {Key: string(gapsFirst), Label: lang.L("Gaps first")},
	}, t.chooseOrder)
	t.matrix = parts.NewMatrix(t.chosen)
	t.matrix.Offer, t.matrix.OnOffer, t.matrix.Label = lang.L("Write about this"), t.offered, t.label
	t.legend, t.empty = proofLegend(), newProofEmpty(p)
	t.layOut()
	return t
}

// layOut stacks the column.
func (t *proofTable) layOut() {
	title := parts.NewText(lang.L("Evidence"), parts.TypePageTitle)
	t.sort = parts.NewButton(parts.Quiet, lang.L("Sort entries"), look.IconTag, t.p.w.sortEntries)
	t.asked = parts.NewButton(parts.Quiet, lang.L("Expectations"), look.IconPencil, t.p.w.showExpectations)
	t.pack = parts.NewButton(parts.Quiet, lang.L("Open pack"), look.IconDocument, t.p.w.frame.pack.goPack)
	for _, b := range []*parts.Button{t.sort, t.asked, t.pack} {
		b.Padding = look.Space8
	}
	head := container.New(&withActions{least: title.WholeWidth()}, title, parts.Across(look.Space8, t.pack, t.asked, t.sort, t.orders))
	t.tools = parts.Flow(look.Space8, look.Space8, parts.Inset(t.units, 0, look.Space8, 0, 0))
	for _, state := range append([]journal.EvidenceState{""}, journal.EvidenceStates()...) {
		c := &stateChip{state: state, chip: parts.NewFilterChip("", func() { t.chooseState(state) })}
		c.room = parts.Inset(c.chip, 3, 0, 3, 0) // as high as the units
		t.states = append(t.states, c)
		t.tools.Add(c.room)
	}
	words := parts.Down(look.Space12, parts.Down(0, head, t.line, parts.Inset(parts.Across(0, t.recency), 0, 0, 0, -recencyOut)), t.tools)
	foot := parts.Down(look.Space12, parts.NewHairline(), t.legend)
	table := container.NewBorder(nil, parts.Inset(parts.Gutter(foot, 0, 0), 0, 0, look.Space16, 0), nil, nil,
		parts.Gutter(t.matrix, parts.RollReach, parts.RollReach+parts.ListBarRoom))
	t.body = container.NewStack(table, parts.Gutter(t.empty.content, parts.RollReach, parts.RollReach))
	t.content = container.NewStack(parts.Inset(parts.DownFill(look.Space20, parts.Gutter(words, 0, 0), t.body), look.Space28, 0, 0, 0))
	for _, o := range []fyne.CanvasObject{t.line, t.recency, t.asked, t.sort, t.orders, t.tools, table, t.empty.content} {
		o.Hide() // until something was read
	}
}

// recencyOut is how far the warning reaches to the left, so that its icon is in
// line with the words above.
const recencyOut float32 = 6

// proofLegend names the marks, from the weakest to the strongest.
func proofLegend() *fyne.Container {
	end := func(word string) fyne.CanvasObject {
		return parts.Inset(parts.NewText(word, parts.TypeCaption), 4, 0, 0, 0)
	}
	marks := parts.Flow(look.Space8, look.Space8, end(lang.L("Weaker")))
	for i, s := range journal.Strengths() {
		marks.Add(parts.Across(look.Space8, parts.NewStrengthMark(i+1, parts.StrengthMarkLine), parts.NewText(strengthWords(s), parts.TypeCaption)))
	}
	marks.Add(end(lang.L("Stronger")))
	return marks
}

// show shows what was read.
func (t *proofTable) show(s *proofSheet, q proofQuestion) {
	some := s.coverage.Totals.Expectations > 0
	for _, o := range []fyne.CanvasObject{t.line, t.asked, t.sort, t.orders, t.tools, t.body.Objects[0]} {
		setVisible(o, some)
	}
	t.empty.show(!some, len(s.expectations) > 0)
	if some {
		t.line.SetText(coverageLine(s))
		t.showTools(s, q)
		t.showRows(s, q)
	}
	recency := recencyLine(s.coverage.Recency)
	t.recency.SetText(recency)
	setVisible(t.recency, recency != "")
	t.content.Refresh()
	if t.wanted {
		t.focus()
	}
}

// showTools shows how the table is looked at, and how many rows are how well
// proved.
func (t *proofTable) showTools(s *proofSheet, q proofQuestion) {
	t.units.SetSelected(strconv.Itoa(int(q.by)))
	t.orders.SetSelected(string(q.order))
	totals := s.coverage.Totals
	counts := map[journal.EvidenceState]int{
		"": totals.Expectations, journal.Gap: totals.Gaps, journal.Thin: totals.Thin, journal.Old: totals.Old, journal.Strong: totals.Strong,
	}
	for _, c := range t.states {
		name := lang.L("All")
		if c.state != "" {
			name = proofStateName(c.state)
		}
		c.chip.SetLabel(name + " " + strconv.Itoa(counts[c.state]))
		c.chip.SetSelected(c.state == q.state)
		setVisible(c.room, counts[c.state] > 0 || c.state == q.state)
	}
}

// sayUnread says that nothing could be read yet.
func (t *proofTable) sayUnread() {
	t.line.SetText(lang.L("Your evidence could not be read just now."))
	t.line.Show()
	t.content.Refresh()
}

// focus puts the keyboard into the table or to what begins one, as soon as it
// is known which.
func (t *proofTable) focus() {
	table, empty := t.body.Objects[0].Visible(), t.empty.content.Visible()
	t.wanted = !table && !empty
	switch {
	case table:
		t.p.w.focusOn(t.p, t.matrix)
	case empty:
		t.p.w.focusOn(t.p, t.empty.begin)
	}
}

func (t *proofTable) chooseUnit(key string) {
	by, err := strconv.Atoi(key)
	if err != nil {
		return
	}
	t.p.turn(func(q *proofQuestion) { q.by, q.within = evidence.Unit(by), evidence.Period{} })
}

func (t *proofTable) chooseOrder(key string) {
	t.p.turn(func(q *proofQuestion) { q.order = proofOrder(key) })
}

func (t *proofTable) chooseState(state journal.EvidenceState) {
	t.p.turn(func(q *proofQuestion) { q.state = state })
}

// showRecent lists the entries of the last sixth, whatever they prove.
func (t *proofTable) showRecent() { t.p.choose("", t.p.sheet.coverage.Period.LastSixth()) }
