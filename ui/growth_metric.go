package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// metricCard is one metric: its name and unit, its values as a small chart and
// in words, and the way to add one.
type metricCard struct {
	m       *metricCards
	at      int // its place among the metrics
	metric  journal.Metric
	content fyne.CanvasObject

	title, unit *parts.Field
	chart       *parts.Spark
	last        *parts.Paragraph
	course      *parts.Paragraph
	values      *metricValues
}

// unitWidth holds a unit such as "hours a week".
const unitWidth float32 = 112

func newMetricCard(m *metricCards, at int) *metricCard {
	c := &metricCard{
		m: m, at: at, chart: parts.NewSpark(),
		last: parts.NewParagraph("", parts.TypeStrong, 20), course: parts.NewParagraph("", parts.TypeCaption, 18),
	}
	area, g := m.t.area, m.t.g
	c.title = area.line(g, c.name("name"), lang.L("What do you measure?"), c.wording(func(x *journal.Metric) *string { return &x.Name }))
	c.unit = area.line(g, c.name("unit"), lang.L("Unit"), c.wording(func(x *journal.Metric) *string { return &x.Unit }))
	gone := parts.NewIconButton(look.IconTrash, lang.L("Remove the metric"), c.remove)
	gone.OnFocus = func() { area.scroll.Reveal(c.content) }
	c.values = newMetricValues(c)
	head := container.NewBorder(nil, nil, nil, parts.Across(look.Space4, fixedWidth(unitWidth, c.unit), gone), parts.Inset(c.title, 0, look.Space8, 0, 0))
	words := parts.Down(0, c.last, c.course)
	c.content = parts.Card(parts.Down(look.Space12, head, c.chart, words, c.values.content), look.Space16)
	return c
}

// name names a field of the card among all of the page.
func (c *metricCard) name(field string) string { return metricName(c.at, field) }

// wording is a text of the metric.
func (c *metricCard) wording(text func(*journal.Metric) *string) wording {
	at := c.at
	return wording{
		read: func(p *journal.Plan) string {
			if x := metricAt(p, at); x != nil {
				return *text(x)
			}
			return ""
		},
		put: func(p *journal.Plan, words string, _ journal.Day) {
			if x := metricAt(p, at); x != nil {
				*text(x) = words
			}
		},
	}
}

// show shows the metric as it is. Its name and unit are filled by the page.
func (c *metricCard) show(metric journal.Metric, today journal.Day) {
	c.metric = metric
	values := metric.InOrder()
	points := make([]parts.SparkPoint, len(values))
	for i, v := range values {
		points[i] = parts.SparkPoint{At: float64(values[0].Day.DaysUntil(v.Day)), Value: v.Value}
	}
	last, course := metricWords(metric.Unit, values, today)
	c.last.SetText(last)
	c.course.SetText(course)
	c.chart.SetPoints(points, join(last, course))
	setVisible(c.chart, len(points) > 0)
	setVisible(c.course, course != "")
	c.values.show(values)
	c.content.Refresh()
}

// metricWords say what the chart shows: the last value, and the way to it.
func metricWords(unit string, values []journal.MetricValue, today journal.Day) (last, course string) {
	if len(values) == 0 {
		return lang.L("No value yet."), ""
	}
	first, newest := values[0], values[len(values)-1]
	last = lang.L("{{.Value}} on {{.Day}}", measured(unit, newest, today))
	if len(values) == 1 {
		return last, ""
	}
	v := measured(unit, first, today)
	v["Count"] = len(values)
	switch {
	case newest.Value > first.Value:
		return last, lang.L("Up from {{.Value}} on {{.Day}}, {{.Count}} values.", v)
	case newest.Value < first.Value:
		return last, lang.L("Down from {{.Value}} on {{.Day}}, {{.Count}} values.", v)
	}
	return last, lang.L("As on {{.Day}}, {{.Count}} values.", v)
}

// remove takes the metric away.
func (c *metricCard) remove() { c.m.remove(c.at, c.title.Editor.Text) }

// measured are a value with its unit, and its day, for a sentence.
func measured(unit string, v journal.MetricValue, today journal.Day) values {
	value := parts.WriteNumber(v.Value)
	if unit = oneLine(unit); unit != "" {
		value += " " + unit
	}
	return values{"Value": value, "Day": shortDay(v.Day, today)}
}
