package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// valueLine is a value in the list of them, to be changed or taken away.
type valueLine struct {
	v       *metricValues
	value   journal.MetricValue
	content fyne.CanvasObject
	day     *planDay
	number  *parts.NumberField
}

func newValueLine(v *metricValues) *valueLine {
	l := &valueLine{v: v}
	area := v.c.m.t.area
	l.day = &planDay{dayField: newPastDayField(v.c.m.t.g.w, v.c.m.t.g.today, l.setDay)}
	l.day.read = l.readDay
	l.day.line.OnFocus = func() { area.scroll.Reveal(l.day.line) }
	l.number = parts.NewNumberField(l.setNumber)
	l.number.OnFocus = func() { area.scroll.Reveal(l.number) }
	gone := parts.NewIconButton(look.IconClose, lang.L("Remove the value"), func() { v.remove(l.value) })
	gone.OnFocus = func() { area.scroll.Reveal(gone) }
	l.content = valueRow(l.day.line, l.number, gone)
	return l
}

// show shows a value in the line.
func (l *valueLine) show(value journal.MetricValue) {
	if l.value.Day != value.Day || l.value.Value != value.Value {
		l.number.SetValue(&value.Value)
	}
	l.value = value
	l.day.update(value.Day)
}

// readDay reads a day that has no value yet: there is one a day.
func (l *valueLine) readDay(text string, dates journal.Dates) (journal.Span, error) {
	span, err := dates.Span(text)
	if err == nil && span.From != l.value.Day && l.v.has(span.From) {
		return span, &journal.Invalid{Field: "metrics.day", Problem: "This day has a value already."}
	}
	return span, err
}

func (l *valueLine) setDay(d journal.Day) {
	if d.IsZero() { // a value has a day
		l.day.show(l.value.Day)
		return
	}
	l.v.replace(l.value, journal.MetricValue{Day: d, Value: l.value.Value})
}

func (l *valueLine) setNumber(n *float64) {
	if n == nil { // without a number there is no value
		l.v.remove(l.value)
		return
	}
	l.v.replace(l.value, journal.MetricValue{Day: l.value.Day, Value: *n})
}

func (l *valueLine) settle() {
	l.day.line.Take()
	l.number.Take()
}

// has tells whether a day has a value.
func (v *metricValues) has(d journal.Day) bool {
	for _, value := range v.all {
		if value.Day == d {
			return true
		}
	}
	return false
}

// replace puts a value in the place of another, which may be of another day.
func (v *metricValues) replace(was, now journal.MetricValue) {
	at := v.c.at
	v.c.m.t.g.edit("change a value", func(p *journal.Plan) {
		if x := metricAt(p, at); x != nil {
			if gone, there := x.Take(was.Day); there {
				now.Extra = gone.Extra
				x.Put(now)
			}
		}
	}, nil)
}

// remove takes a value away, and offers to bring it back.
func (v *metricValues) remove(value journal.MetricValue) {
	at, g := v.c.at, v.c.m.t.g
	var gone journal.MetricValue
	removed := false
	g.edit("remove a value", func(p *journal.Plan) {
		if x := metricAt(p, at); x != nil {
			gone, removed = x.Take(value.Day)
		}
	}, func() {
		if removed {
			g.w.win.Canvas().Focus(v.fold.Head())
			g.w.deleted(lang.L("The value is removed."), func() { v.keep(gone) })
		}
	})
}
