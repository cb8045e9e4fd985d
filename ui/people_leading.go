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

// leadingSheet is the sheet on one's own leader, after the document "Leading
// Up": what they need, what was offered and how it was received, and when to
// step back.
type leadingSheet struct {
	d        *personDetail
	content  *fyne.Container
	scroll   *parts.Scroller
	heading  *parts.Text
	needs    *fyne.Container // chips, one for each reason of the document
	own      *typedText
	heads    *fyne.Container
	offers   *fyne.Container
	none     *parts.Paragraph
	more     *parts.Button
	stepBack *typedText
	soFar    *parts.Paragraph
	note     *parts.Button

	listed int // how many offers show at most
}

// fewOffers is how many offers a sheet shows before it is asked for the rest.
const fewOffers = 40

func newLeadingSheet(d *personDetail) *leadingSheet {
	l := &leadingSheet{
		d: d, heading: parts.NewText("", parts.TypeStrong), needs: parts.Flow(look.Space8, look.Space8), offers: parts.Down(0),
		none:  sentenceText(lang.L("Nothing is offered yet. Begin small: one thing that saves them time this week.")),
		soFar: parts.NewParagraph("", parts.TypeCaption, 18), listed: fewOffers,
	}
	l.own = newTypedText(d, textNeeds, lang.L("In your words"), lang.L("What does their week look like, and what do they miss?"))
	l.stepBack = newTypedText(d, textStepBack, lang.L("My rule"), lang.L("When do I stop offering, and do the work well all the same?"))
	l.heads = parts.PairHead(lang.L("What I offered"), lang.L("How it was received"))
	l.more = parts.NewButton(parts.Quiet, lang.L("Show earlier ones"), look.IconNone, l.showAll)
	l.note = parts.NewButton(parts.Primary, lang.L("Note an offer"), look.IconPlus, l.noteOffer)
	about := parts.NewButton(parts.Outline, lang.L("Write about this"), look.IconPencil, l.writeAbout)
	l.scroll = parts.NewScroller(parts.Inset(parts.Gutter(l.layOut(), 0, 0), 0, 0, look.Space8, 0))
	l.own.scroll, l.stepBack.scroll = l.scroll, l.scroll
	l.content = withFoot(l.scroll, l.note, about)
	return l
}

func (l *leadingSheet) layOut() fyne.CanvasObject {
	clock := parts.IconOf(look.IconClock, look.ColorInk2, look.IconSizeNav)
	stepBack := parts.Panel(parts.Down(look.Space8,
		parts.Across(look.Space8, clock, parts.NewText(lang.L("When to step back"), parts.TypeStrong)),
		l.soFar, l.stepBack.field), look.Space16)
	mark := parts.IconOf(look.IconDocument, look.ColorInk3, look.IconSizeSmall)
	source := container.New(beside{}, mark, parts.NewParagraph(leadingUpSource, parts.TypeCaption, 18))
	return parts.Down(look.Space16,
		parts.Down(look.Space8, l.heading, l.needs, l.own.field),
		parts.Down(look.Space8, l.heads, parts.Down(0, parts.NewHairline(), l.offers), l.none, parts.Across(0, l.more)),
		stepBack, source)
}

// leadingUpSource is the title of the document the sheet follows.
const leadingUpSource = "Leading Up – Time To Lead Your Leader"

// withFoot lays buttons at the foot of what scrolls.
func withFoot(body fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	foot := parts.Gutter(parts.Inset(parts.Flow(look.Space8, look.Space8, buttons...), look.Space12, 0, look.Space24, 0), 0, 0)
	return container.New(footed{}, body, foot)
}

// show shows the sheet on a person.
func (l *leadingSheet) show(s peopleSheet) {
	p := s.person.Person
	l.heading.SetText(lang.L("What {{.Name}} needs", values{"Name": firstName(p.Name)}))
	l.showNeeds(p.LeadingUp)
	l.own.show(p)
	l.stepBack.show(p)
	l.showOffers(p.LeadingUp.Offers(), s.today)
	l.scroll.Refresh()
}

// showNeeds shows why the leader needs help; each reason can be pressed.
func (l *leadingSheet) showNeeds(up *journal.LeadingUp) {
	focused := l.d.p.w.win.Canvas().Focused()
	for i, need := range journal.Needs() {
		kind, icon := parts.ChipAdd, look.IconNone
		if up.Has(need) {
			kind, icon = parts.ChipSoft, look.IconCheck
		}
		chip := parts.NewChip(kind, needName(need), icon, func() { l.toggle(need) })
		chip.OnFocus = func() { l.scroll.Reveal(chip) }
		if i == len(l.needs.Objects) {
			l.needs.Add(chip)
			continue
		}
		had := focused == l.needs.Objects[i].(fyne.Focusable)
		l.needs.Objects[i] = chip
		if had {
			defer l.d.p.w.win.Canvas().Focus(chip)
		}
	}
	l.needs.Refresh()
}

// toggle notes a reason, or takes it away.
func (l *leadingSheet) toggle(need string) {
	stored := l.d.stored()
	on := !stored.LeadingUp.Has(need)
	l.d.change(func(p *journal.Person) { leadingUpOf(p).SetNeed(need, on) })
}

// showOffers lists the offers, the latest first, and what came of them so far.
func (l *leadingSheet) showOffers(offers []journal.Offer, today journal.Day) {
	l.soFar.SetText(soFarLine(offers, today))
	setVisible(l.none, len(offers) == 0)
	setVisible(l.heads, len(offers) > 0)
	setVisible(l.more, len(offers) > l.listed)
	offers = slices.Clone(offers)
	slices.Reverse(offers)
	offers = offers[:min(len(offers), l.listed)]
	l.offers.Objects = l.offers.Objects[:min(len(l.offers.Objects), len(offers))]
	for i, o := range offers {
		if i == len(l.offers.Objects) {
			l.offers.Add(newOfferRow(l))
		}
		l.offers.Objects[i].(*offerRow).show(o, today)
	}
	l.offers.Refresh()
}

// showAll lists every offer.
func (l *leadingSheet) showAll() {
	stored := l.d.stored()
	offers := stored.LeadingUp.Offers()
	l.listed = len(offers)
	l.showOffers(offers, l.d.today())
	l.scroll.Refresh()
}

// writeAbout begins an entry with the leader in it, and with the question that
// goes with what they need.
func (l *leadingSheet) writeAbout() {
	p, guide := l.d.stored(), l.d.p.w.guide
	l.d.p.w.beginEntry(journal.Reflection, func(e *journal.Entry) {
		e.People = []journal.Involved{{Person: string(p.ID), Role: "involved"}}
		catalogue, err := guide.Catalogue()
		if err != nil {
			return // the entry is begun without a question
		}
		if at, ok := catalogue.Element(leadingElement(p.LeadingUp)); ok && len(at.Element.Prompts) > 0 {
			e.Prompt = &journal.Asked{Key: at.Element.Prompts[0].Key, Text: at.Element.Prompts[0].Text}
		}
	})
}

// leadingElement is the element of the document that goes with what a leader
// needs first, else the one on where to begin.
func leadingElement(up *journal.LeadingUp) string {
	for _, need := range journal.Needs() {
		if up.Has(need) {
			return "leading-up/why-they-need-help/" + need
		}
	}
	return "leading-up/how/start-with-you"
}
