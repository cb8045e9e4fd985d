package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// applicationForm holds an application or a promotion round: what it is for,
// its stages, the next step, what is looked for, and what was learned.
type applicationForm struct {
	desk         *desk
	position     *parts.Field
	organisation *parts.Field
	route        *parts.Segmented
	stages       []*stageRow
	rows         *fyne.Container // of the stages
	next         *parts.Field
	nextOn       *dayField
	looksFor     *parts.Field
	lessons      *parts.Field
	ask          *parts.Paragraph // after a rejection
	people       *peopleLine
	content      fyne.CanvasObject
}

func newApplicationForm(d *desk) *applicationForm {
	f := &applicationForm{desk: d, rows: parts.Down(look.Space12), ask: sentenceText("")}
	f.position = d.line(lang.L("Which role?"), func(e *journal.Entry) *string { return &applicationOf(e).Position })
	f.organisation = d.line(lang.L("Where?"), func(e *journal.Entry) *string { return &applicationOf(e).Organisation })
	f.route = parts.NewSegmented(routeSegments(), f.setRoute)
	f.route.Optional = true
	f.next = d.line(lang.L("What comes next?"), func(e *journal.Entry) *string { return &applicationOf(e).NextStep })
	f.nextOn = newDayField(d.today.w, d.today.day, f.setNextOn)
	f.looksFor = d.field(lang.L("What they look for in a leader"), lang.L("In their words, from the advert or from talks"), func(e *journal.Entry) *string { return &applicationOf(e).LooksFor })
	f.lessons = d.field(lang.L("What I take from it"), lang.L("What would you do again, and what will you try next?"), func(e *journal.Entry) *string { return &applicationOf(e).Lessons })
	f.people = newPeopleLine(d, "interviewer")
	f.content = f.layOut()
	return f
}

func (f *applicationForm) layOut() fyne.CanvasObject {
	more := parts.NewButton(parts.Quiet, lang.L("Add a stage"), look.IconPlus, f.addStage)
	return parts.Down(look.Space12,
		parts.FormRow(lang.L("Role"), parts.TwoColumns(look.Space8, f.position, f.organisation)),
		parts.FormRow(lang.L("Route"), parts.Flow(0, 0, f.route)),
		parts.FormRow(lang.L("Stages"), parts.Down(look.Space8, f.rows, inLine(more))),
		f.ask,
		parts.FormRow(lang.L("Next step"), container.New(besideDate{}, f.next, f.nextOn.line)),
		parts.TwoColumns(look.Space12, f.looksFor, f.lessons),
		parts.FormRow(lang.L("People"), f.people.field),
	)
}

func (f *applicationForm) object() fyne.CanvasObject { return f.content }

func (f *applicationForm) show(e journal.Entry) {
	a := applicationOf(&e)
	f.route.SetSelected(a.Route)
	f.nextOn.show(a.NextStepOn)
	f.showNextNote(a)
	f.showStages(a)
	f.showAsk(a)
	f.people.show(e)
}

func (f *applicationForm) showNextNote(a *journal.Application) {
	switch today := f.desk.today.now; {
	case a.NextStepOn.IsZero():
		f.nextOn.line.SetNote("", false)
	case a.NextStepOn.Before(today) && !a.Ended(today):
		f.nextOn.line.SetNote(lang.L("This day is past."), true)
	default:
		f.nextOn.line.SetNote(howLongAgo(a.NextStepOn, today), false)
	}
}

// showAsk asks, gently, for what a rejection taught.
func (f *applicationForm) showAsk(a *journal.Application) {
	rejected := a.CurrentStage(f.desk.today.now) == journal.StageRejected
	if rejected && a.Lessons == "" {
		f.ask.SetText(lang.L("Thank you for noting this one too. What would you take from it, and what could you try next?"))
	}
	setVisible(f.ask, rejected && a.Lessons == "")
}

// showStages brings the rows up to the stages. Rows whose stage is still in
// its place stay, and keep the undo of their texts.
func (f *applicationForm) showStages(a *journal.Application) {
	if len(f.stages) != len(a.Stages) {
		f.stages, f.rows.Objects = nil, nil
		for i := range a.Stages {
			f.append(i)
		}
	}
	for i, row := range f.stages {
		row.show(i, a)
	}
	f.rows.Refresh()
	f.content.Refresh()
}

func (f *applicationForm) append(i int) {
	row := newStageRow(f, i)
	f.stages = append(f.stages, row)
	f.rows.Add(row.content)
}

func (f *applicationForm) note(e journal.Entry) string {
	a := applicationOf(&e)
	if len(a.Stages) == 0 {
		return ""
	}
	return stageName(a.CurrentStage(f.desk.today.now))
}

// take has nothing to fill from the text.
func (f *applicationForm) take(int, string) *parts.Field { return nil }

func (f *applicationForm) line() *peopleLine { return f.people }

func (f *applicationForm) settle() {
	f.people.settle()
	f.nextOn.line.Take()
	for _, row := range f.stages {
		row.day.line.Take()
	}
}

// addStage adds the stage that usually comes next, on today.
func (f *applicationForm) addStage() {
	e := f.desk.draft.Entry()
	stages := applicationOf(&e).Stages
	today := f.desk.today.now
	next := journal.Stage{Stage: applicationOf(&e).NextStage(today), Day: today}
	f.setStages(append(slices.Clone(stages), next))
	f.desk.today.w.win.Canvas().Focus(f.stages[len(f.stages)-1].stage)
}

// remove takes a stage away; undo brings it back.
func (f *applicationForm) remove(i int) {
	e := f.desk.draft.Entry()
	f.stages = slices.Delete(f.stages, i, i+1)
	f.rows.Objects = slices.Delete(f.rows.Objects, i, i+1)
	f.setStages(slices.Delete(slices.Clone(applicationOf(&e).Stages), i, i+1))
	for at, row := range f.stages {
		row.at = at
	}
}

func (f *applicationForm) setStages(stages []journal.Stage) {
	choose(f.desk, func(e *journal.Entry) *[]journal.Stage { return &applicationOf(e).Stages }, stages)
	if len(stages) == len(f.stages)+1 {
		f.append(len(f.stages))
	}
	f.desk.today.redraw(f.desk)
}

func (f *applicationForm) setRoute(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &applicationOf(e).Route }, key)
}

func (f *applicationForm) setNextOn(day journal.Day) {
	choose(f.desk, func(e *journal.Entry) *journal.Day { return &applicationOf(e).NextStepOn }, day)
	f.desk.today.redraw(f.desk)
}
