package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// offerRow is an offer on the sheet. Pressed, it can be changed.
type offerRow struct {
	*parts.Pair
	offer journal.Offer
}

func newOfferRow(l *leadingSheet) *offerRow {
	r := &offerRow{}
	r.Pair = parts.NewPair(func() { l.changeOffer(r.offer) })
	r.OnFocus = func() { l.scroll.Reveal(r) }
	return r
}

func (r *offerRow) show(o journal.Offer, today journal.Day) {
	r.offer = o
	on := ""
	if !o.On.IsZero() {
		on = shortDate(o.On, today)
	}
	icon, ink := wayMark(o.Received.Way)
	r.Set(on, o.What, icon, ink, receivedWords(o.Received))
}

// shortDate writes "6 Mar", with the year where it is not this one.
func shortDate(d, today journal.Day) string {
	v := values{"Day": d.Date, "Month": monthShort(d.Month), "Year": d.Year % 100}
	if d.Year == today.Year {
		return lang.L("{{.Day}} {{.Month}}", v)
	}
	return lang.L("{{.Month}} ’{{.Year}}", v)
}

// wayMark is the icon of how an offer was received; words stand beside it.
func wayMark(way string) (look.IconName, fyne.ThemeColorName) {
	switch way {
	case journal.WellReceived:
		return look.IconThumb, look.ColorAccent
	case journal.MixedReception:
		return look.IconMinus, look.ColorInk2
	case journal.NotNow:
		return look.IconClose, look.ColorWarn
	}
	return look.IconNone, look.ColorInk2
}

// wayName is how an offer was received, as the window calls it.
func wayName(way string) string {
	switch way {
	case journal.WellReceived:
		return lang.L("Well received")
	case journal.MixedReception:
		return lang.L("Mixed")
	case journal.NotNow:
		return lang.L("Not now")
	}
	return way
}

// receivedWords say how an offer was received.
func receivedWords(r journal.Reception) string {
	switch {
	case r.Way == "" && r.Words == "":
		return lang.L("No answer yet")
	case r.Way == "":
		return r.Words
	case r.Words == "":
		return wayName(r.Way)
	}
	return lang.L("{{.Way}}: {{.Words}}", values{"Way": wayName(r.Way), "Words": r.Words})
}

// soFarLine counts how often the leader said "not now", and says when that is
// a reason to step back.
func soFarLine(offers []journal.Offer, today journal.Day) string {
	count, inARow := 0, 0
	var last journal.Day
	for _, o := range offers {
		switch o.Received.Way {
		case journal.NotNow:
			count, inARow = count+1, inARow+1
			if last = o.Received.On; last.IsZero() {
				last = o.On
			}
		case "":
		default:
			inARow = 0
		}
	}
	v := values{"Count": count, "Day": shortDay(last, today)}
	switch {
	case inARow > 1:
		return lang.L("“Not now” {{.Count}} times in a row: a good time to step back for a while.", values{"Count": inARow})
	case count == 0:
		return lang.L("No “not now” so far.")
	case count == 1 && last.IsZero():
		return lang.L("One “not now” so far.")
	case count == 1:
		return lang.L("One “not now” so far, on {{.Day}}.", v)
	case last.IsZero():
		return lang.L("{{.Count}} times “not now” so far.", v)
	}
	return lang.L("{{.Count}} times “not now” so far, last on {{.Day}}.", v)
}

// offerPanel is where an offer is written down, with how it was received.
type offerPanel struct {
	l       *leadingSheet
	person  journal.ID
	offer   journal.Offer
	on      *dayField
	what    *parts.Field
	way     *parts.Segmented
	words   *parts.Field
	overlay *parts.Overlay
}

// noteOffer writes a new offer down.
func (l *leadingSheet) noteOffer() { l.changeOffer(journal.Offer{Line: -1, On: l.d.today()}) }

// changeOffer shows an offer to be changed.
func (l *leadingSheet) changeOffer(o journal.Offer) {
	f := &offerPanel{l: l, person: l.d.person.ID, offer: o, what: parts.NewLineField(), words: parts.NewLineField()}
	f.on = newPastDayField(l.d.p.w, l.d.today, f.setDay)
	f.on.show(o.On)
	f.what.Editor.SetPlaceHolder(lang.L("A Friday note: three lines, one decision"))
	f.what.Editor.Load(o.What)
	f.way = parts.NewSegmented(segments(journal.Ways(), wayName), func(way string) { f.offer.Received.Way = way })
	f.way.Optional = true
	f.way.SetSelected(o.Received.Way)
	f.words.Editor.SetPlaceHolder(lang.L("What did they say or do?"))
	f.words.Editor.Load(o.Received.Words)
	f.what.Editor.OnEnter, f.words.Editor.OnEnter = f.keep, f.keep
	for _, e := range []*parts.Editor{f.what.Editor, f.words.Editor} {
		e.MaxBytes = mostOfLine
	}
	f.show()
}

// mostOfLine is how long a line of the sheet may be, in bytes.
const mostOfLine = 2000

func (f *offerPanel) show() {
	keep := parts.NewButton(parts.Primary, lang.L("Keep"), look.IconCheck, f.keep)
	foot := parts.Across(look.Space8, parts.Spring(), keep)
	title := lang.L("Note an offer")
	if f.offer.Line >= 0 {
		title = lang.L("An offer")
		foot = parts.Across(look.Space8, parts.Spring(), parts.NewButton(parts.Quiet, lang.L("Take it away"), look.IconTrash, f.remove), keep)
	}
	f.overlay = f.l.d.p.w.overlay(title,
		parts.Down(look.Space12,
			parts.FormRow(lang.L("When"), f.on.line), parts.FormRow(lang.L("I offered"), f.what),
			parts.FormRow(lang.L("It was"), parts.Flow(0, 0, f.way)), parts.FormRow(lang.L("Answer"), f.words)),
		foot)
	f.l.d.p.w.win.Canvas().Focus(f.what.Editor)
}

func (f *offerPanel) setDay(day journal.Day) { f.offer.On = day }

// keep writes the offer down.
func (f *offerPanel) keep() {
	f.on.line.Take()
	if f.on.line.Problem() != "" {
		f.l.d.p.w.win.Canvas().Focus(f.on.line.Editor)
		return
	}
	o := f.offer
	o.What, o.Received.Words = f.what.Editor.Text, f.words.Editor.Text
	if strings.TrimSpace(o.What) == "" {
		f.what.SetProblem(lang.L("What did you offer?"))
		f.l.d.p.w.win.Canvas().Focus(f.what.Editor)
		return
	}
	if o.Received.On.IsZero() {
		o.Received.On = o.On
	}
	f.overlay.Hide()
	f.l.d.p.edit(f.person, func(p *journal.Person) { leadingUpOf(p).SetOffer(o) })
}

// remove takes the offer away, and offers to take that back.
func (f *offerPanel) remove() {
	f.overlay.Hide()
	p, id, at := f.l.d.p, f.person, f.offer.Line
	var offered, received string
	p.edit(id, func(x *journal.Person) { offered, received = leadingUpOf(x).RemoveOffer(at) })
	p.w.deleted(lang.L("The offer is taken away."), func() {
		p.edit(id, func(x *journal.Person) { leadingUpOf(x).PutBack(at, offered, received) })
	})
}
