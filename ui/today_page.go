package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// kindPills are the four kinds as the selector shows them.
func kindPills() []parts.PillOption {
	return []parts.PillOption{
		{Key: string(journal.Reflection), Label: kindName(journal.Reflection), Icon: look.IconReflection, Color: look.ColorReflection, Soft: look.ColorReflectionSoft},
		{Key: string(journal.MomentKind), Label: kindName(journal.MomentKind), Icon: look.IconStar, Color: look.ColorMoment, Soft: look.ColorMomentSoft},
		{Key: string(journal.FeedbackKind), Label: kindName(journal.FeedbackKind), Icon: look.IconFeedback, Color: look.ColorFeedback, Soft: look.ColorFeedbackSoft},
		{Key: string(journal.ApplicationKind), Label: kindName(journal.ApplicationKind), Icon: look.IconApplications, Color: look.ColorApplication, Soft: look.ColorApplicationSoft},
	}
}

// layOut stacks the page: what tells where one is above, the text in the
// middle with all the room there is, what belongs to the text below.
func (t *today) layOut() *fyne.Container {
	previous := parts.NewIconButton(look.IconChevronLeft, lang.L("Previous entry"), t.goPrevious)
	next := parts.NewIconButton(look.IconChevronRight, lang.L("Next entry"), t.goNext)
	t.head = container.NewBorder(nil, nil, nil, parts.Across(0, previous, next), t.heading)
	top := parts.Down(look.Space12, parts.Down(look.Space4, t.head, t.below), t.kinds, t.prompt,
		parts.Inset(t.title, look.Space12, 0, look.Space4, 0))
	tagLine := parts.FormRow(lang.L("Tags"), t.tagRoom)
	foot := parts.Across(look.Space16, t.saved, t.words, parts.Spring(), t.star, t.private, t.moment)
	bottom := parts.Down(look.Space12, t.long.line, t.evidence.line, t.links.line, t.attachments.object(), tagLine, parts.NewHairline(), foot)
	t.form = container.NewStack()
	t.fold = parts.NewFold("", parts.Inset(t.form, look.Space12, 0, 0, 0))
	t.fold.OnToggled = t.foldToggled
	t.depth = parts.Down(look.Space12, parts.NewHairline(), t.fold)
	t.welcome = newWelcome(t.w)
	t.under = parts.Down(0, t.welcome.content, t.depth)
	t.mentions = newMentionLine(t)
	text := container.NewBorder(nil, parts.Inset(t.mentions.chips, look.Space4, 0, 0, 0), nil, nil, t.body)
	t.shared = parts.NewShared(text, t.under, leastText)
	t.shared.Text = t.textHeight
	t.about = parts.Inset(bottom, look.Space12, 0, 0, 0)
	page := container.New(todayLayout{t}, top, t.shared, container.NewStack(t.about, t.welcome.foot))
	t.room = page
	return parts.Measure(t.w.measure(), parts.Inset(page, look.Space32, 0, look.Space16, 0))
}

// leastText is the height the text keeps when the parts of its kind are open:
// two rows and a little.
const leastText float32 = 64

// textHeight is the height the text would take.
func (t *today) textHeight() float32 {
	if t.desk == nil {
		return 0
	}
	if t.reading.on {
		return t.reading.prose.TextHeight()
	}
	return t.desk.body.TextHeight()
}
