package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// feedbackForm holds feedback received: who said it and how it came, their
// words, what they were about, and what became of them.
type feedbackForm struct {
	desk         *desk
	quote        *parts.Field
	giver        *parts.NameField
	relationship *parts.Select
	channel      *parts.Select
	stance       *parts.Segmented
	requested    *parts.Segmented
	sbi          [3]*parts.Field // situation, behaviour, impact
	state        *parts.Segmented
	followUp     *dayField
	actedOn      *fyne.Container
	content      fyne.CanvasObject
	before       string // the giver, before a name was typed
	proposed     bool   // a day to follow up was proposed, or is the writer's own affair
}

func newFeedbackForm(d *desk) *feedbackForm {
	f := &feedbackForm{desk: d, actedOn: parts.Flow(look.Space8, look.Space8)}
	f.quote = d.field(lang.L("In their words"), lang.L("What did they say, word for word?"), func(e *journal.Entry) *string { return &feedbackOf(e).Quote })
	f.proposed = d.draft.Entry().Revision > 0
	keep := f.quote.Editor.OnEdited
	f.quote.Editor.OnEdited = func(text string) { keep(text); f.proposeFollowUp() }
	f.giver = parts.NewNameField(lang.L("Who said it?"), f.setGiver)
	f.giver.Suggest = d.today.suggestPeople
	f.giver.OnTyped = f.typeGiver
	f.relationship = parts.NewSelect(lang.L("Who they are to me"), optional(relationshipOptions()), f.setRelationship)
	f.channel = parts.NewSelect(lang.L("How it came"), optional(channelOptions()), f.setChannel)
	f.stance = parts.NewSegmented(stanceSegments(), f.setStance)
	f.requested = parts.NewSegmented([]parts.Segment{
		{Key: askedFor, Label: lang.L("Asked for")}, {Key: unasked, Label: lang.L("Unasked")},
	}, f.setRequested)
	f.stance.Optional, f.requested.Optional = true, true
	f.sbi = [3]*parts.Field{
		d.field(lang.L("Situation"), lang.L("When and where was it?"), func(e *journal.Entry) *string { return &feedbackOf(e).Situation }),
		d.field(lang.L("Behaviour"), lang.L("What did you do that they saw?"), func(e *journal.Entry) *string { return &feedbackOf(e).Behaviour }),
		d.field(lang.L("Impact"), lang.L("What did it do to them, or to the work?"), func(e *journal.Entry) *string { return &feedbackOf(e).Impact }),
	}
	f.state = parts.NewSegmented(stateSegments(), f.setState)
	f.followUp = newDayField(d.today.w, d.today.day, f.setFollowUp)
	f.content = f.layOut()
	return f
}

func (f *feedbackForm) layOut() fyne.CanvasObject {
	link := parts.NewButton(parts.Quiet, lang.L("Link an entry"), look.IconPlus, f.link)
	return parts.Down(look.Space12,
		f.quote,
		parts.FormRow(lang.L("From"), parts.TwoColumns(look.Space8, f.giver, f.relationship)),
		parts.FormRow(lang.L("It came"), parts.Flow(look.Space12, look.Space8, fixedWidth(selectWidth, f.channel), f.requested)),
		parts.FormRow(lang.L("It is"), parts.Flow(0, 0, f.stance)),
		parts.TwoColumns(look.Space12, f.sbi[0], f.sbi[1]),
		f.sbi[2],
		parts.FormRow(lang.L("Now"), parts.Flow(look.Space12, look.Space8, f.state)),
		parts.FormRow(lang.L("Follow up"), f.followUp.line),
		parts.FormRow(lang.L("Acted on"), parts.Down(look.Space4, f.actedOn, inLine(link))),
	)
}

func (f *feedbackForm) object() fyne.CanvasObject { return f.content }

func (f *feedbackForm) show(e journal.Entry) {
	b := feedbackOf(&e)
	t := f.desk.today
	if !e.Typing {
		f.giver.SetName(t.personName(b.Giver))
	}
	f.relationship.SetSelected(b.Relationship)
	f.channel.SetSelected(b.Channel)
	f.stance.SetSelected(b.Stance)
	f.requested.SetSelected(requestedKey(b.Requested))
	f.state.SetSelected(b.Standing())
	f.followUp.show(b.FollowUpOn)
	f.showFollowUpNote(b)
	f.showActedOn(b.ActedOnIn)
}

// showFollowUpNote says beside the date what the writer may want to know of it.
func (f *feedbackForm) showFollowUpNote(b *journal.Feedback) {
	switch today := f.desk.today.now; {
	case b.FollowUpOn.IsZero():
		f.followUp.line.SetNote(lang.L("A few months is a good time to show what you did with it."), false)
	case b.FollowUpOn.Before(today) && b.Standing() != journal.FeedbackFollowedUp:
		f.followUp.line.SetNote(lang.L("This day is past."), true)
	default:
		f.followUp.line.SetNote(howLongAgo(b.FollowUpOn, today), false)
	}
}

func (f *feedbackForm) note(e journal.Entry) string {
	b := feedbackOf(&e)
	if b.Quote == "" {
		return lang.L("Their words count most")
	}
	return stateName(b.Standing())
}

// take lets the words of the text become those of the giver, or a part.
func (f *feedbackForm) take(n int, words string) *parts.Field {
	fields := []*parts.Field{f.sbi[0], f.sbi[1], f.sbi[2], f.quote}
	if n < 1 || n > len(fields) {
		return nil
	}
	add(fields[n-1], words)
	return fields[n-1]
}

// line is nil: who said it has a field of its own.
func (f *feedbackForm) line() *peopleLine { return nil }

func (f *feedbackForm) settle() {
	f.giver.Take()
	f.followUp.line.Take()
}

// proposeFollowUp sets a day to come back to new feedback, once there is some.
func (f *feedbackForm) proposeFollowUp() {
	if f.proposed {
		return
	}
	f.proposed = true
	e := f.desk.draft.Entry()
	if !feedbackOf(&e).FollowUpOn.IsZero() {
		return
	}
	day := journal.ProposeFollowUp(e.Day)
	f.desk.draft.Edit(func(e *journal.Entry) { feedbackOf(e).FollowUpOn = day })
	f.show(f.desk.draft.Entry())
}

// typeGiver keeps a name while it is being typed, so that it is safe; nobody is
// made of it yet.
func (f *feedbackForm) typeGiver(name string) {
	if e := f.desk.draft.Entry(); !e.Typing {
		f.before = feedbackOf(&e).Giver
	}
	f.desk.steps.typed()
	f.desk.draft.TypeGiver(name)
}

// setGiver finds out who is meant, once the name is written.
func (f *feedbackForm) setGiver(string) {
	d := f.desk
	task(d.today.w, "find a person", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, d.draft.EndTyping(ctx)
	}, func(struct{}) {
		d.chosen(func(e *journal.Entry) *string { return &feedbackOf(e).Giver }, f.before)
		d.today.readPeople()
	})
}

func (f *feedbackForm) setRelationship(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &feedbackOf(e).Relationship }, key)
}

func (f *feedbackForm) setChannel(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &feedbackOf(e).Channel }, key)
}

func (f *feedbackForm) setStance(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &feedbackOf(e).Stance }, key)
}

func (f *feedbackForm) setState(key string) {
	choose(f.desk, func(e *journal.Entry) *string { return &feedbackOf(e).State }, key)
	f.desk.today.redraw(f.desk)
}

func (f *feedbackForm) setRequested(key string) {
	var asked *bool
	if key != "" {
		yes := key == askedFor
		asked = &yes
	}
	choose(f.desk, func(e *journal.Entry) **bool { return &feedbackOf(e).Requested }, asked)
}

func (f *feedbackForm) setFollowUp(day journal.Day) {
	choose(f.desk, func(e *journal.Entry) *journal.Day { return &feedbackOf(e).FollowUpOn }, day)
	f.desk.today.redraw(f.desk)
}

// Keys of what the writer knows of who asked.
const (
	askedFor = "asked"
	unasked  = "unasked"
)

func requestedKey(asked *bool) string {
	switch {
	case asked == nil:
		return ""
	case *asked:
		return askedFor
	}
	return unasked
}

// showActedOn lists the entries in which the feedback was acted on.
func (f *feedbackForm) showActedOn(ids []journal.ID) {
	f.actedOn.Objects = nil
	for _, id := range ids {
		at := slices.IndexFunc(f.desk.acted, func(l journal.Line) bool { return l.ID == id })
		if at < 0 {
			continue // it is gone, or not read yet
		}
		line := f.desk.acted[at]
		chip := f.desk.today.links.chip(line, lineTitle(line))
		chip.OnRemove = func() { f.unlink(id) }
		f.actedOn.Add(chip)
	}
	setVisible(f.actedOn, len(f.actedOn.Objects) > 0)
	f.actedOn.Refresh()
}

// link lets the writer find an entry in which the feedback was acted on.
func (f *feedbackForm) link() {
	e := f.desk.draft.Entry()
	f.desk.today.w.chooseEntry(lang.L("In which entry did you act on it?"), append(slices.Clone(feedbackOf(&e).ActedOnIn), e.ID), f.linked)
}

// linked notes the entry; new feedback is being practised then.
func (f *feedbackForm) linked(to journal.Line) {
	f.desk.acted = append(f.desk.acted, to)
	e := f.desk.draft.Entry()
	feedbackOf(&e).ActOn(to.ID)
	f.act(e.Feedback.State, e.Feedback.ActedOnIn)
}

// unlink takes an entry away again; undo brings it back.
func (f *feedbackForm) unlink(id journal.ID) {
	e := f.desk.draft.Entry()
	feedbackOf(&e).Unact(id)
	f.act(e.Feedback.State, e.Feedback.ActedOnIn)
}

// act sets in which entries the feedback was acted on and the state that goes
// with it, as one step to undo.
func (f *feedbackForm) act(state string, in []journal.ID) {
	swap := func(e *journal.Entry) {
		b := feedbackOf(e)
		b.State, state = state, b.State
		b.ActedOnIn, in = in, b.ActedOnIn
	}
	f.desk.draft.Edit(swap)
	f.desk.steps.add(swap)
	f.desk.today.redraw(f.desk)
}
