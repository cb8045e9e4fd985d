package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// targetQuestion asks for the role the writer wants: which, when it is
// decided, and what it asks. Each of the three may be left out.
type targetQuestion struct {
	w       *Window
	today   journal.Day
	sets    []prompts.StarterSet
	role    *parts.Field
	what    *parts.Segmented // is decided on the day
	day     *dayField
	on      journal.Day
	set     *parts.Select
	overlay *parts.Overlay
}

// What can be decided on the day that is asked for.
const (
	decideRound  = "round"
	decideReview = "review"
)

// askForTarget asks for the target role.
func (w *Window) askForTarget() {
	if w.journal == nil {
		return
	}
	type read struct {
		today journal.Day
		plan  journal.Plan
		sets  []prompts.StarterSet
	}
	j, guide := w.journal, w.guide
	task(w, "read the target role", func(ctx context.Context) (r read, err error) {
		r.today = j.Today(ctx)
		if r.plan, err = j.Read().Plan(ctx); err != nil {
			return r, err
		}
		catalogue, err := guide.Catalogue()
		if err == nil {
			r.sets = catalogue.StarterSets()
		}
		return r, err
	}, func(r read) { newTargetQuestion(w, r.today, r.sets).show(&r.plan) })
}

func newTargetQuestion(w *Window, today journal.Day, sets []prompts.StarterSet) *targetQuestion {
	q := &targetQuestion{w: w, today: today, sets: sets, role: parts.NewLineField()}
	q.role.Editor.SetPlaceHolder(lang.L("Engineering manager, head of sales…"))
	q.role.Editor.MaxBytes = journal.MaxText
	q.role.Editor.OnEnter = q.submit
	q.what = parts.NewSegmented([]parts.Segment{
		{Key: decideRound, Label: lang.L("Promotion round")}, {Key: decideReview, Label: lang.L("Review")},
	}, nil)
	q.what.SetSelected(decideRound)
	q.day = newDayField(w, func() journal.Day { return q.today }, q.setDay)
	choices := []parts.Option{{Label: lang.L("Later")}}
	for _, s := range sets {
		choices = append(choices, parts.Option{Key: s.Key, Label: lang.L("{{.Title}} ({{.Count}})", values{"Title": s.Title, "Count": len(s.Expectations)})})
	}
	q.set = parts.NewSelect("", choices, nil)
	q.set.Name = lang.L("What it asks")
	q.set.SetSelected("")
	return q
}

// show shows the questions, with what the plan answers already.
func (q *targetQuestion) show(p *journal.Plan) {
	q.role.Editor.Load(roleOf(p, targetRole).Title)
	if q.on = p.NextRound; q.on.IsZero() && !p.ReviewUntil.IsZero() {
		q.on = p.ReviewUntil
		q.what.SetSelected(decideReview)
	}
	q.day.show(q.on)
	skip := parts.NewButton(parts.Quiet, lang.L("Not now"), look.IconNone, func() { q.overlay.Hide() })
	keep := parts.NewButton(parts.Primary, lang.L("Set the role"), look.IconNone, q.submit)
	q.overlay = q.w.overlay(lang.L("The role you want"),
		sentenceText(lang.L("Leave out what you do not know yet. All of it can be changed later, under Growth plan and Expectations.")),
		parts.FormRow(lang.L("Role"), q.role),
		parts.FormRow(lang.L("Decided at"), parts.Flow(look.Space12, look.Space8, q.what, fixedWidth(dateWidth, q.day.line))),
		parts.FormRow(lang.L("It asks"), parts.Down(look.Space4, q.set,
			parts.NewParagraph(lang.L("A set to start from, out of the library. Your own come later."), parts.TypeCaption, 18))),
		parts.Across(look.Space8, parts.Spring(), skip, keep))
	q.w.win.Canvas().Focus(q.role.Editor)
}

func (q *targetQuestion) setDay(d journal.Day) {
	q.on = d
	q.overlay.Refresh() // what is wrong with it takes room
}

// submit keeps what was answered, and shows what the role asks where something
// was chosen.
func (q *targetQuestion) submit() {
	q.day.line.Take()
	if q.day.line.Problem() != "" {
		q.overlay.Refresh()
		q.w.win.Canvas().Focus(q.day.line.Editor)
		return
	}
	j, change, xs := q.w.journal, q.change(), q.expectations()
	taskOr(q.w, "set the target role", func(ctx context.Context) (struct{}, error) {
		if _, err := j.EditPlan(ctx, change); err != nil {
			return struct{}{}, err
		}
		_, err := j.AddExpectations(ctx, xs)
		return struct{}{}, err
	}, q.refuse, q.kept)
}

// kept closes the question. Who was asked before writing anything writes next.
func (q *targetQuestion) kept(struct{}) {
	q.overlay.Hide()
	if t := q.w.today; t.welcome.on && q.w.current == page(t) {
		q.w.win.Canvas().Focus(t.desk.body)
	}
}

// change gives what writes the answers into a plan. A day that is empty or as
// it was changes nothing.
func (q *targetQuestion) change() func(*journal.Plan) error {
	title, on, review := q.role.Editor.Text, q.on, q.what.Selected() == decideReview
	return func(p *journal.Plan) error {
		writeRole(p, targetRole, func(r *journal.Role) { r.Title = title })
		switch {
		case on.IsZero():
		case review:
			p.ReviewUntil = on
		default:
			p.NextRound = on
		}
		return nil
	}
}

// expectations are those of the set that was chosen.
func (q *targetQuestion) expectations() []journal.Expectation {
	at := slices.IndexFunc(q.sets, func(s prompts.StarterSet) bool { return s.Key == q.set.Selected() })
	if at < 0 {
		return nil
	}
	return q.sets[at].Expectations
}

// refuse says below the role what is wrong.
func (q *targetQuestion) refuse(err error) {
	q.role.SetProblem(sentence(err))
	q.overlay.Refresh()
	q.w.win.Canvas().Focus(q.role.Editor)
}
