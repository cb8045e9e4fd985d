package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// metricCards are what the writer measures, a card each.
type metricCards struct {
	t       *purposeTab
	content *fyne.Container
	cards   []*metricCard
	room    *fyne.Container
	add     *parts.Button
	begun   bool // a metric was just added: the cursor goes into its name
}

func newMetricCards(t *purposeTab) *metricCards {
	m := &metricCards{t: t, room: parts.TwoColumns(look.Space12)}
	m.add = parts.NewButton(parts.Outline, lang.L("Metric"), look.IconPlus, m.begin)
	m.add.OnFocus = func() { t.area.scroll.Reveal(m.add) }
	m.content = section(lang.L("What I measure myself by"), parts.NewParagraph(
		lang.L("A few numbers that show whether the work gets better. One value a month is plenty."), parts.TypeCaption, 18),
		m.room, parts.Across(0, m.add))
	return m
}

// show brings the cards up to the metrics there are.
func (m *metricCards) show(s growthSheet) {
	for len(m.cards) > len(s.plan.Metrics) {
		last := len(m.cards) - 1
		m.t.g.forget(m.cards[last].name(""))
		m.cards = m.cards[:last]
	}
	for len(m.cards) < len(s.plan.Metrics) {
		m.cards = append(m.cards, newMetricCard(m, len(m.cards)))
	}
	m.room.Objects = nil
	for i, c := range m.cards {
		c.show(s.plan.Metrics[i], s.today)
		m.room.Add(c.content)
	}
	setVisible(m.room, len(m.cards) > 0)
	m.room.Refresh()
	if m.begun && len(m.cards) > 0 {
		m.begun = false
		m.t.area.fit()
		m.t.g.w.win.Canvas().Focus(m.cards[len(m.cards)-1].title.Editor)
	}
}

// begin adds a metric without a name, with the cursor in it.
func (m *metricCards) begin() {
	m.begun = true
	m.t.g.edit("add a metric", func(p *journal.Plan) { p.Metrics = append(p.Metrics, journal.Metric{}) }, nil)
}

// metricAt gives a metric of a plan by its place, or nil where it is gone.
func metricAt(p *journal.Plan, at int) *journal.Metric {
	if at >= len(p.Metrics) {
		return nil
	}
	return &p.Metrics[at]
}

// remove takes a metric away, and offers to bring it back to its place.
func (m *metricCards) remove(at int, name string) {
	var gone journal.Metric
	removed := false
	m.t.g.edit("remove a metric", func(p *journal.Plan) {
		if x := metricAt(p, at); x != nil && x.Name == name {
			gone, removed = *x, true
			p.Metrics = slices.Delete(slices.Clone(p.Metrics), at, at+1)
		}
	}, func() {
		if !removed {
			return
		}
		m.t.g.w.win.Canvas().Focus(m.add) // what was pressed may be gone
		m.t.g.w.deleted(lang.L("The metric is removed, with its values."), func() { m.bringBack(at, gone) })
	})
}

func (m *metricCards) bringBack(at int, gone journal.Metric) {
	m.t.g.edit("bring a metric back", func(p *journal.Plan) {
		p.Metrics = slices.Insert(slices.Clone(p.Metrics), min(at, len(p.Metrics)), gone)
	}, nil)
}

// settle takes what is typed in the cards and not entered yet.
func (m *metricCards) settle() {
	for _, c := range m.cards {
		c.values.settle()
	}
}

// metricName names a field of a metric.
func metricName(at int, field string) string { return "metric/" + strconv.Itoa(at) + "/" + field }
