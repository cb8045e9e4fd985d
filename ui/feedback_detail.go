package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// pieceDetail is the right column: one piece of feedback in the words of who
// gave it, when to go back to them, and what it led to.
type pieceDetail struct {
	l       *ledger
	piece   *pieceSheet
	content *fyne.Container // in the column
	scroll  *parts.Scroller

	back     *fyne.Container
	toEntry  *parts.Button
	quote    *parts.Paragraph
	initials *parts.Initials
	name     *parts.Paragraph
	came     *parts.Paragraph
	chips    *fyne.Container
	table    *fyne.Container // what it was about, where that is filled in
	followUp *followUpPanel
	state    *parts.Segmented
	led      *ledTo
	notes    *fyne.Container
	own      *parts.Paragraph // in the notes
}

// quoteLeading is the distance from line to line of a quote at large.
const quoteLeading float32 = 36

func newPieceDetail(l *ledger) *pieceDetail {
	d := &pieceDetail{
		l: l, quote: parts.NewParagraph("", parts.TypeQuote, quoteLeading), initials: parts.NewInitials("", parts.InitialsRow),
		name: parts.NewParagraph("", parts.TypeRowTitle, 20), came: parts.NewParagraph("", parts.TypeCaption, 18),
		chips: parts.Flow(look.Space8, look.Space8), table: parts.Down(look.Space8),
		own: parts.NewParagraph("", parts.TypeUI.In(look.ColorInk), 20),
	}
	d.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, l.back))
	d.toEntry = parts.NewButton(parts.Quiet, lang.L("Open the entry"), look.IconPencil, d.openEntry)
	d.toEntry.Padding = look.Space8
	d.followUp, d.led = newFollowUpPanel(d), newLedTo(d)
	d.state = parts.NewSegmented(stateSegments(), d.setState)
	d.state.OnFocus = func() { d.scroll.Reveal(d.state) }
	d.name.MaxLines = 2
	d.notes = parts.Down(look.Space8, parts.NewText(lang.L("My notes"), parts.TypeStrong), d.own)
	d.scroll = parts.NewScroller(parts.Inset(parts.Gutter(d.layOut(), -look.Space12, -look.Space12), look.Space32, 0, look.Space24, 0))
	d.content = container.NewStack(d.scroll)
	d.scroll.Hide()
	return d
}

// layOut stacks what there is to know of a piece.
func (d *pieceDetail) layOut() fyne.CanvasObject {
	mark := parts.IconOf(look.IconQuote, look.ColorFeedback, quoteMark)
	d.toEntry.OnFocus = func() { d.scroll.Reveal(d.toEntry) }
	head := parts.Across(look.Space8, mark, parts.Spring(), d.toEntry)
	giver := container.New(besideInitials{}, d.initials, parts.Down(0, d.name, d.came))
	state := parts.FormRow(lang.L("Now"), parts.Flow(0, 0, d.state))
	return parts.Down(look.Space16,
		parts.Down(look.Space8, d.back, head, d.quote),
		giver, d.chips, d.table, d.followUp.content, state, d.led.content, d.notes)
}

// quoteMark is how large the mark over a quote is.
const quoteMark float32 = 24

// show shows the piece of a sheet, from its top where it is another one.
func (d *pieceDetail) show(s ledgerSheet) {
	other := d.piece == nil || s.detail == nil || d.piece.entry.ID != s.detail.entry.ID
	d.piece = s.detail
	setVisible(d.scroll, d.piece != nil)
	if d.piece == nil {
		return
	}
	f := d.piece.entry.Feedback
	d.showWords(s)
	d.showChips(f)
	d.showTable(f)
	d.followUp.show(f, s.today, other)
	d.state.SetSelected(f.Standing())
	d.led.show(d.piece.led, s.today)
	d.own.SetText(notesOf(d.piece.entry))
	setVisible(d.notes, d.own.Text() != "")
	d.content.Refresh()
	if other {
		d.scroll.ToTop()
	}
}

// showWords shows what was said, who said it and how it came.
func (d *pieceDetail) showWords(s ledgerSheet) {
	e := d.piece.entry
	f := e.Feedback
	d.quote.SetType(parts.TypeQuote)
	d.quote.SetText(strings.TrimSpace(f.Quote))
	if d.quote.Text() == "" {
		d.quote.SetType(parts.TypeQuote.In(look.ColorInk3))
		d.quote.SetText(lang.L("Nobody’s words are written down yet."))
	}
	d.initials.SetName(d.piece.giver)
	d.name.SetText(nameOr(d.piece.giver))
	d.came.SetText(d.cameLine(s.today))
}

// cameLine says what the giver is to the writer, how the piece came, and
// whether it was asked for.
func (d *pieceDetail) cameLine(today journal.Day) string {
	e := d.piece.entry
	f := e.Feedback
	var sentences []string
	if name := relationshipName(f.Relationship); name != "" {
		sentences = append(sentences, name)
	}
	sentences = append(sentences, cameBy(f.Channel, lineDay(journal.Line{Day: e.Day, Precision: e.Precision}, today)))
	if f.Requested != nil {
		asked := lang.L("Not asked for")
		if *f.Requested {
			asked = lang.L("You asked for it")
		}
		sentences = append(sentences, asked)
	}
	return strings.Join(sentences, ". ") + "."
}

// showChips shows what kind of feedback it is, and that it is private.
func (d *pieceDetail) showChips(f *journal.Feedback) {
	d.chips.Objects = nil
	if stance := stanceFact(f.Stance); stance.words != "" {
		d.chips.Add(parts.NewChip(parts.ChipPlain, stance.words, stance.icon, nil))
	}
	if d.piece.entry.Private {
		d.chips.Add(parts.NewChip(parts.ChipPlain, lang.L("Private"), look.IconPrivate, nil))
	}
	setVisible(d.chips, len(d.chips.Objects) > 0)
}

// showTable shows what the piece was about, as far as that is filled in.
func (d *pieceDetail) showTable(f *journal.Feedback) {
	rows := []struct{ label, words string }{
		{lang.L("Situation"), f.Situation}, {lang.L("Behaviour"), f.Behaviour}, {lang.L("Impact"), f.Impact},
	}
	d.table.Objects = nil
	for _, row := range rows {
		if words := strings.TrimSpace(row.words); words != "" {
			d.table.Add(container.New(tabled{}, parts.NewText(row.label, parts.TypeCaption.In(look.ColorInk3)),
				parts.NewParagraph(words, parts.TypeUI.In(look.ColorInk), 20)))
		}
	}
	setVisible(d.table, len(d.table.Objects) > 0)
	if len(d.table.Objects) > 0 {
		d.table.Objects = append([]fyne.CanvasObject{parts.NewHairline()}, d.table.Objects...)
	}
}

// notesOf is what the writer wrote beside the words of others: the title and
// the beginning of the text. The whole is on Today.
func notesOf(e journal.Entry) string {
	const most = 600
	text := strings.TrimSpace(strings.TrimSpace(e.Title) + "\n" + strings.TrimSpace(e.Body))
	if runes := []rune(text); len(runes) > most {
		text = strings.TrimSpace(string(runes[:most])) + "…"
	}
	return text
}

// openEntry opens the piece on Today, where it is written.
func (d *pieceDetail) openEntry() { d.l.w.openEntry(d.piece.entry.ID) }
