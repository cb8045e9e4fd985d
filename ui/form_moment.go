package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// momentForm holds the parts of a leadership moment: situation, task, action,
// result, what it changed, for which outcome, who set it in motion, and who
// saw it.
type momentForm struct {
	desk    *desk
	star    [4]*parts.Field // situation, task, action, result
	impact  *parts.Field
	value   *parts.NumberField
	unit    *parts.NameField
	outcome *parts.Segmented
	change  *parts.Segmented
	people  *peopleLine
	content fyne.CanvasObject
}

func newMomentForm(d *desk) *momentForm {
	f := &momentForm{desk: d}
	f.star = [4]*parts.Field{
		d.field(lang.L("Situation"), lang.L("What was going on, and for whom?"), func(e *journal.Entry) *string { return &momentOf(e).Situation }),
		d.field(lang.L("Task"), lang.L("What was yours to do?"), func(e *journal.Entry) *string { return &momentOf(e).Task }),
		d.field(lang.L("Action"), lang.L("What did you do, you yourself?"), func(e *journal.Entry) *string { return &momentOf(e).Action }),
		d.field(lang.L("Result"), lang.L("What was different afterwards?"), func(e *journal.Entry) *string { return &momentOf(e).Result }),
	}
	f.impact = d.line(lang.L("Did X, which moved Y from A to B, by Z"), func(e *journal.Entry) *string { return &impactOf(e).Text })
	f.value = parts.NewNumberField(f.setValue)
	f.value.Editor.SetPlaceHolder(lang.L("12"))
	f.unit = parts.NewNameField(lang.L("unit"), f.setUnit)
	f.unit.Suggest = suggestUnits
	f.outcome = parts.NewSegmented(outcomeSegments(), f.setOutcome)
	f.outcome.SetPadding(tightSegment)
	f.change = parts.NewSegmented([]parts.Segment{
		{Key: journal.Initiated, Label: lang.L("Initiated")}, {Key: journal.Supported, Label: lang.L("Supported")},
	}, f.setChange)
	f.outcome.Optional, f.change.Optional = true, true
	f.people = newPeopleLine(d, "saw")
	for i, field := range f.star[:3] {
		field.Editor.Next, f.star[i+1].Editor.Previous = f.star[i+1].Editor, field.Editor
	}
	f.content = f.layOut()
	return f
}

func (f *momentForm) layOut() fyne.CanvasObject {
	figure := container.New(figureLayout{}, f.impact, f.value, f.unit)
	return parts.Down(look.Space12,
		parts.TwoColumns(look.Space12, f.star[0], f.star[1], f.star[2], f.star[3]),
		parts.FormRow(lang.L("Impact"), figure),
		parts.FormRow(lang.L("Outcome"), parts.Flow(0, 0, f.outcome)),
		parts.FormRow(lang.L("Change"), parts.Flow(0, 0, f.change)),
		parts.FormRow(lang.L("Seen by"), f.people.field),
	)
}

func (f *momentForm) object() fyne.CanvasObject { return f.content }

func (f *momentForm) show(e journal.Entry) {
	m := momentOf(&e)
	i := impactOf(&e)
	f.value.SetValue(i.Value)
	f.unit.SetName(i.Unit)
	f.outcome.SetSelected(m.Outcome)
	f.change.SetSelected(m.Change)
	f.people.show(e)
}

func (f *momentForm) note(e journal.Entry) string {
	m := momentOf(&e)
	switch n := filled(m.Situation, m.Task, m.Action, m.Result); n {
	case 0:
		return lang.L("Select words above and press Alt 1 to 4")
	case 4:
		return lang.L("All four filled")
	default:
		return lang.L("{{.Count}} of four filled", values{"Count": n})
	}
}

func (f *momentForm) take(n int, words string) *parts.Field {
	if n < 1 || n > len(f.star) {
		return nil
	}
	add(f.star[n-1], words)
	return f.star[n-1]
}

func (f *momentForm) line() *peopleLine { return f.people }

func (f *momentForm) settle() { f.people.settle() }

func (f *momentForm) setValue(v *float64) {
	choose(f.desk, func(e *journal.Entry) **float64 { return &impactOf(e).Value }, v)
}

func (f *momentForm) setUnit(unit string) {
	choose(f.desk, func(e *journal.Entry) *string { return &impactOf(e).Unit }, unit)
}

func (f *momentForm) setOutcome(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &momentOf(e).Outcome }, key)
}

func (f *momentForm) setChange(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &momentOf(e).Change }, key)
}

// tightSegment is the room beside each of the five outcomes.
const tightSegment float32 = 10

// suggestUnits offers units that go with what is typed.
func suggestUnits(prefix string) []string {
	return beginningWith(prefix, []string{
		"%", lang.L("minutes"), lang.L("hours"), lang.L("days"), lang.L("weeks"), lang.L("people"), lang.L("customers"), "€", "$", "£",
	})
}

// figureLayout puts the words of an impact, its number and its unit in one
// row; the words take what the others leave.
type figureLayout struct{}

// The widths of a number and of its unit, and the room between.
const (
	figureNumber float32 = 64
	figureUnit   float32 = 122
	figureGap    float32 = 8
)

// Layout implements fyne.Layout.
func (figureLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	words := size.Width - figureNumber - figureUnit - 2*figureGap
	x := float32(0)
	for i, width := range []float32{words, figureNumber, figureUnit} {
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, objects[i].MinSize().Height))
		x += width + figureGap
	}
}

// MinSize implements fyne.Layout.
func (figureLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return fyne.NewSize(figureNumber+figureUnit+2*figureGap+look.Space40, height)
}
