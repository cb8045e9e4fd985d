package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// followUpPanel says when to go back to who gave a piece, and what for. A
// piece that is followed up has none.
type followUpPanel struct {
	d       *pieceDetail
	content *fyne.Container
	ground  *parts.Surface
	icon    *parts.Icon
	title   *parts.Text
	words   *parts.Paragraph
	later   *parts.Button
	done    *parts.Button
	day     *dayField
	dayRow  *fyne.Container // shows when another day is chosen
	shown   journal.Day     // the day in the field
}

func newFollowUpPanel(d *pieceDetail) *followUpPanel {
	p := &followUpPanel{
		d: d, ground: parts.NewSurface(look.ColorSunken, "", look.RadiusCard),
		icon: parts.IconOf(look.IconClock, look.ColorInk2, look.IconSizeMedium), title: parts.NewText("", parts.TypeStrong),
		words: parts.NewParagraph("", parts.TypeUI.In(look.ColorInk), 20),
	}
	p.later = parts.NewButton(parts.Outline, lang.L("Later"), look.IconNone, p.putOff)
	p.done = parts.NewButton(parts.Primary, lang.L("Done"), look.IconCheck, p.finish)
	for _, b := range []*parts.Button{p.later, p.done} {
		b.OnFocus = func() { d.scroll.Reveal(p.content) }
	}
	p.day = newDayField(d.l.w, d.l.today, p.setDay)
	p.day.line.OnFocus = func() { d.scroll.Reveal(p.content) }
	p.dayRow = parts.Inset(parts.FormRow(lang.L("Follow up"), p.day.line), look.Space12, 0, 0, panelWords)
	p.dayRow.Hide()
	p.title.Truncate = true
	words := container.New(beside{}, p.icon, parts.Down(0, p.title, p.words))
	body := parts.Down(0, container.New(&withActions{least: panelLeast, left: panelWords}, words, parts.Across(look.Space8, p.later, p.done)), p.dayRow)
	p.content = container.NewStack(p.ground, parts.Inset(body, look.Space16, look.Space16, look.Space16, look.Space16))
	return p
}

// Where the words of the panel begin, and the width they need.
const (
	panelWords         = besideLeft
	panelLeast float32 = 190
)

// show shows when to follow up on a piece; on another one than before, with
// the field for another day put away.
func (p *followUpPanel) show(f *journal.Feedback, today journal.Day, other bool) {
	setVisible(p.content, f.Standing() != journal.FeedbackFollowedUp)
	if other {
		p.dayRow.Hide()
	}
	if other || p.shown != f.FollowUpOn { // what could not be read stays as it was typed
		p.showDay(f.FollowUpOn, today)
	}
	p.ground.Fill = look.ColorSunken
	title := fact{words: lang.L("No day to follow up yet"), ink: look.ColorInk}
	if !f.FollowUpOn.IsZero() {
		title = followUpFact(f.FollowUpOn, today)
	}
	p.later.SetText(lang.L("Another day"))
	switch {
	case f.DueBy(today):
		p.ground.Fill = look.ColorWarnSoft
		p.words.SetText(lang.L("Show what you did with it, and ask what they see now."))
		p.later.SetText(lang.L("Later"))
	case f.FollowUpOn.IsZero():
		title.ink = look.ColorInk
		p.words.SetText(lang.L("A few months is a good time to show what you did with it."))
		p.later.SetText(lang.L("Choose a day"))
	case len(f.ActedOnIn) == 0:
		title.ink = look.ColorInk
		p.words.SetText(lang.L("Until then, try it out, and link the entry in which you did."))
	default:
		title.ink = look.ColorInk
		p.words.SetText(lang.L("Until then, keep practising."))
	}
	p.icon.Set(look.IconClock, title.ink)
	p.title.SetText(title.words)
	p.title.SetType(parts.TypeStrong.In(title.ink))
	p.content.Refresh()
}

// showDay shows the day in its field, and says below how far it is.
func (p *followUpPanel) showDay(day, today journal.Day) {
	p.shown = day
	p.day.show(day)
	switch {
	case day.IsZero():
		p.day.line.SetNote("", false)
	case day.Before(today):
		p.day.line.SetNote(lang.L("This day is past."), true)
	default:
		p.day.line.SetNote(howLongAgo(day, today), false)
	}
}

// putOff opens the field for another day. What is due, or has no day, gets one
// at once, which can be changed there.
func (p *followUpPanel) putOff() {
	f, today := p.d.piece.entry.Feedback, p.d.l.today()
	switch {
	case f.FollowUpOn.IsZero():
		p.propose(later(journal.ProposeFollowUp(p.d.piece.entry.Day), today))
	case f.DueBy(today):
		p.propose(later(f.FollowUpOn.AddMonths(1), today))
	}
	p.dayRow.Show()
	p.d.scroll.Refresh()
	p.d.l.w.win.Canvas().Focus(p.day.line.Editor)
}

// later is a day still to come: the day itself, or a month from today.
func later(day, today journal.Day) journal.Day {
	if day.After(today) {
		return day
	}
	return today.AddMonths(1)
}

// propose sets a day that the writer did not choose, and says which.
func (p *followUpPanel) propose(day journal.Day) {
	p.d.edit("put a follow-up off", func(f *journal.Feedback) { f.FollowUpOn = day },
		lang.L("{{.FollowUp}}.", values{"FollowUp": followUpFact(day, p.d.l.today()).words}))
}

// setDay takes the day the writer chose. One that is past is kept, and said to
// be so.
func (p *followUpPanel) setDay(day journal.Day) {
	p.d.edit("choose a day to follow up", func(f *journal.Feedback) { f.FollowUpOn = day }, "")
}

// finish notes that the writer went back to who gave the piece.
func (p *followUpPanel) finish() { p.d.setState(journal.FeedbackFollowedUp) }
