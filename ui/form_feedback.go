package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
	proposed     bool // a day to follow up was proposed, or is the writer's own affair
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
	f.followUp = newDayField(d.today.day, f.setFollowUp)
	f.content = f.layOut()
	return f
}

func (f *feedbackForm) layOut() fyne.CanvasObject {
	link := parts.NewButton(parts.Quiet, lang.L("Link an entry"), look.IconPlus, f.link)
	return parts.Down(look.Space12,
		f.quote,
		parts.FormRow(lang.L("From"), container.NewGridWithColumns(2, f.giver, f.relationship)),
		parts.FormRow(lang.L("It came"), parts.Flow(look.Space12, look.Space8, fixedWidth(selectWidth, f.channel), f.requested)),
		parts.FormRow(lang.L("It is"), parts.Flow(0, 0, f.stance)),
		parts.TwoColumns(look.Space12, f.sbi[0], f.sbi[1]),
		f.sbi[2],
		parts.FormRow(lang.L("Now"), parts.Flow(look.Space12, look.Space8, f.state)),
		parts.FormRow(lang.L("Follow up"), f.followUp),
		parts.FormRow(lang.L("Acted on"), parts.Down(look.Space4, f.actedOn, parts.Across(0, link))),
	)
}

func (f *feedbackForm) object() fyne.CanvasObject { return f.content }

func (f *feedbackForm) show(e journal.Entry) {
	b := feedbackOf(&e)
	t := f.desk.today
	f.giver.SetName(t.personName(b.Giver))
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
		f.followUp.SetNote(lang.L("A few months is a good time to show what you did with it."), false)
	case b.FollowUpOn.Before(today) && b.Standing() != journal.FollowedUp:
		f.followUp.SetNote(lang.L("This day is past."), true)
	default:
		f.followUp.SetNote(howLongAgo(b.FollowUpOn, today), false)
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
	f.giver.Settle()
	f.followUp.Settle()
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
	f.desk.steps.typed()
	f.desk.draft.Edit(func(e *journal.Entry) { feedbackOf(e).Giver, e.Typing = name, true })
}

// setGiver finds out who is meant, once the name is written.
func (f *feedbackForm) setGiver(name string) {
	f.desk.today.meet(f.desk, name, f.desk.draft.Entry().Feedback, f.met)
}

// met takes over who was meant, and fills in what is known of them.
func (f *feedbackForm) met(p journal.Person) {
	f.desk.draft.Edit(func(e *journal.Entry) { e.Typing = false })
	choose(f.desk, func(e *journal.Entry) *string { return &feedbackOf(e).Giver }, string(p.ID))
	b := f.desk.draft.Entry().Feedback
	if b.Relationship == "" && p.Relationship != "" {
		f.setRelationship(p.Relationship)
	}
	f.desk.today.redraw(f.desk)
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
