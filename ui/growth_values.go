package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// metricValues is where the values of a metric are added, changed and taken
// away. The list of them is made when it is opened.
type metricValues struct {
	c       *metricCard
	content *fyne.Container
	day     *dayField
	number  *parts.NumberField
	on      journal.Day // for the value that is added
	value   *float64    // nil for none
	add     *parts.Button
	fold    *parts.Fold
	rows    *fyne.Container
	lines   []*valueLine          // those in the rows
	all     []journal.MetricValue // the oldest first
	more    *parts.Button
	listed  int // how many are listed at most
}

// someValues is how many values are listed, and how many more when they are
// asked for.
const someValues = 12

func newMetricValues(c *metricCard) *metricValues {
	v := &metricValues{c: c, rows: parts.Down(look.Space8), listed: someValues}
	v.day = newPastDayField(c.m.t.g.w, c.m.t.g.today, func(d journal.Day) { v.on = d })
	v.number = parts.NewNumberField(func(n *float64) { v.value = n })
	v.number.Editor.SetPlaceHolder(lang.L("Value"))
	v.add = parts.NewButton(parts.Outline, lang.L("Add"), look.IconNone, v.put)
	v.more = parts.NewButton(parts.Quiet, lang.L("Show older ones"), look.IconNone, v.listMore)
	v.fold = parts.NewFold(lang.L("All values"), parts.Inset(parts.Down(look.Space8, v.rows, inLine(v.more)), look.Space8, 0, 0, 0))
	v.fold.OnToggled = func(bool) { v.list() }
	area := c.m.t.area
	v.day.line.OnFocus = func() { area.scroll.Reveal(v.day.line) }
	v.number.OnFocus = func() { area.scroll.Reveal(v.number) }
	v.add.OnFocus = func() { area.scroll.Reveal(v.add) }
	v.fold.OnFocus = func() { area.scroll.Reveal(v.fold) }
	v.content = parts.Down(look.Space4, valueRow(v.day.line, v.number, v.add), v.fold)
	return v
}

// valueRow lays a day, a number and what can be done about them in a row.
func valueRow(day, number, action fyne.CanvasObject) *fyne.Container {
	return container.New(valueLayout{}, day, number, action)
}

// valueLayout shares a row: what can be done takes its own width, day and
// number share the rest. Each stands at the top, for a sentence may stand below.
type valueLayout struct{}

// dayShare is what the day takes of the width it shares with a number.
const dayShare float32 = 0.6

// Layout implements fyne.Layout.
func (valueLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	day, number, action := objects[0], objects[1], objects[2]
	own := action.MinSize()
	room := size.Width - own.Width - 2*look.Space8
	wide := float32(int(room * dayShare))
	giveWidth(day, 0, 0, wide)
	giveWidth(number, wide+look.Space8, 0, room-wide)
	action.Resize(own)
	action.Move(fyne.NewPos(size.Width-own.Width, middle(look.FieldHeight, own.Height)))
}

// MinSize implements fyne.Layout.
func (valueLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return fyne.NewSize(look.Space40, height)
}

// show takes over the values as they are. The day for the next one is today,
// unless the writer chose another.
func (v *metricValues) show(values []journal.MetricValue) {
	v.all = values
	if v.on.IsZero() && v.day.line.Editor.Text == "" {
		v.on = v.c.m.t.g.today()
		v.day.show(v.on)
	}
	setVisible(v.fold, len(values) > 0)
	v.fold.SetNote(valueCount(len(values)))
	v.list()
}

func valueCount(n int) string {
	if n == 1 {
		return lang.L("1 value")
	}
	return lang.L("{{.Count}} values", values{"Count": n})
}

// list lists the values, the newest first, where the list is open.
func (v *metricValues) list() {
	shown := 0
	if v.fold.Open() {
		shown = min(len(v.all), v.listed)
	}
	for len(v.lines) < shown {
		v.lines = append(v.lines, newValueLine(v))
	}
	v.rows.Objects = nil
	for i, line := range v.lines[:shown] {
		line.show(v.all[len(v.all)-1-i])
		v.rows.Add(line.content)
	}
	setVisible(v.more, len(v.all) > v.listed)
	v.rows.Refresh()
	v.c.m.t.area.fit()
}

// listMore lists more of the older values.
func (v *metricValues) listMore() {
	v.listed += someValues
	v.list()
	v.c.m.t.g.w.win.Canvas().Focus(v.fold.Head())
}

// put adds the value that was typed, unless something about it is missing,
// which is said beside its field.
func (v *metricValues) put() {
	v.day.line.Take()
	v.number.Take()
	w := v.c.m.t.g.w
	switch {
	case v.day.line.Problem() != "" || v.number.Problem() != "":
	case v.on.IsZero():
		v.day.line.SetProblem(lang.L("When was that?"))
		w.win.Canvas().Focus(v.day.line.Editor)
	case v.value == nil:
		v.number.SetProblem(lang.L("Which number?"))
		w.win.Canvas().Focus(v.number.Editor)
	default:
		v.keep(journal.MetricValue{Day: v.on, Value: *v.value})
	}
	v.c.m.t.area.fit()
}

// keep writes a value down and is ready for the next. One that takes the place
// of another says so.
func (v *metricValues) keep(value journal.MetricValue) {
	at, g := v.c.at, v.c.m.t.g
	var before journal.MetricValue
	replaced := false
	g.edit("add a value", func(p *journal.Plan) {
		if x := metricAt(p, at); x != nil {
			before, replaced = x.Put(value)
		}
	}, func() {
		v.value = nil
		v.number.SetValue(nil)
		v.number.SetProblem("")
		if replaced && before.Value != value.Value {
			g.say(lang.L("The value of {{.Day}} is replaced.", values{"Day": shortDay(value.Day, g.today())}),
				func() { v.replace(value, before) })
		}
	})
}

// settle takes what is typed and not entered yet.
func (v *metricValues) settle() {
	v.day.line.Take()
	v.number.Take()
	for _, line := range v.lines {
		line.settle()
	}
}
