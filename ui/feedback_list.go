package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// ledgerList is the left column: how much feedback there is, what of it is
// shown, and its rows.
type ledgerList struct {
	l       *ledger
	content *fyne.Container
	figures *parts.Paragraph
	balance *parts.Text
	chips   []*partChip
	choice  *fyne.Container // of chips, and of the filter behind them
	filter  *ledgerFilter
	empty   *parts.Paragraph
	clear   *fyne.Container // the way out of a filter nothing passes
	rows    *parts.Roll
	shown   ledgerRows
	pending map[int]bool // the windows that are being read
	fromTop bool         // the next rows are other ones, and begin at the top
}

func newLedgerList(l *ledger) *ledgerList {
	m := &ledgerList{
		l: l, figures: sentenceText(""), balance: parts.NewText("", parts.TypeCaption), empty: sentenceText(""), fromTop: true,
		pending: map[int]bool{},
	}
	m.balance.Truncate = true
	m.filter = newLedgerFilter(l)
	m.rows = parts.NewRoll(m.open)
	m.rows.OnEscape = l.escape
	m.choice = parts.Flow(look.Space8, look.Space8)
	for _, part := range ledgerParts() {
		c := newPartChip(part, m.choosePart)
		m.chips = append(m.chips, c)
		m.choice.Add(c.chip)
	}
	m.choice.Add(m.filter.toggle)
	m.clear = wayOf(parts.NewButton(parts.Quiet, lang.L("Show everything"), look.IconUndo, m.showAll))
	words := parts.Down(look.Space12, parts.Down(look.Space4, m.head(), m.figures, m.balance), m.choice, m.filter.content,
		m.empty, m.clear)
	m.content = container.NewStack(parts.Inset(
		parts.DownFill(0, parts.Gutter(words, 0, 0), parts.Gutter(m.rows, parts.RollReach, parts.RollReach+parts.ListBarRoom)),
		look.Space32, 0, look.Space12, 0))
	for _, o := range []fyne.CanvasObject{m.figures, m.balance, m.choice, m.empty} {
		o.Hide() // until something was read
	}
	return m
}

// head is the name of the page and what begins something.
func (m *ledgerList) head() fyne.CanvasObject {
	piece := parts.NewButton(parts.Outline, lang.L("Feedback"), look.IconPlus, m.l.newPiece)
	ask := parts.NewButton(parts.Primary, lang.L("Ask for feedback"), look.IconNone, m.l.askSomebody)
	title := parts.NewText(lang.L("Feedback"), parts.TypePageTitle)
	return container.New(&withActions{least: title.WholeWidth()}, title, parts.Across(look.Space8, piece, ask))
}

// partChip is a chip over the ledger, which shows one part of it.
type partChip struct {
	part ledgerPart
	chip *parts.FilterChip
}

// ledgerParts are the chips in their order.
func ledgerParts() []ledgerPart {
	return []ledgerPart{partAll, partFollowUp, partActedOn, partNeverActedOn, partPraise, partConstructive, partMixed}
}

func newPartChip(part ledgerPart, chosen func(ledgerPart)) *partChip {
	return &partChip{part, parts.NewFilterChip(part.label(0), func() { chosen(part) })}
}

// label is what the chip of a part says.
func (p ledgerPart) label(n int) string {
	v := values{"Count": inGroups(n)}
	switch p {
	case partFollowUp:
		return lang.L("To follow up {{.Count}}", v)
	case partActedOn:
		return lang.L("Acted on {{.Count}}", v)
	case partNeverActedOn:
		return lang.L("Never acted on {{.Count}}", v)
	case partPraise:
		return lang.L("Praise {{.Count}}", v)
	case partConstructive:
		return lang.L("Constructive {{.Count}}", v)
	case partMixed:
		return lang.L("Mixed {{.Count}}", v)
	}
	return lang.L("All {{.Count}}", v)
}

// show lists what was read.
func (m *ledgerList) show(s ledgerSheet) {
	m.figures.SetText(ledgerLine(s.counts))
	m.balance.SetText(balanceLine(s.counts.Praise, s.counts.Constructive))
	setVisible(m.figures, m.figures.Text() != "")
	setVisible(m.balance, m.balance.Text() != "")
	for _, c := range m.chips {
		c.chip.SetLabel(c.part.label(c.part.of(s.counts)))
	}
	m.showQuestion()
	m.showRows(s)
	m.sayEmpty(s)
	m.content.Refresh()
}

// showQuestion marks what the list is asked to show.
func (m *ledgerList) showQuestion() {
	q := m.l.question
	for _, c := range m.chips {
		c.chip.SetSelected(c.part == q.part)
		setVisible(c.chip, c.part != partMixed || q.part == partMixed || m.l.sheet.counts.Mixed > 0)
	}
	m.filter.show(q.filter)
}

// showRows lists the pieces, and marks the one that is open beside them.
func (m *ledgerList) showRows(s ledgerSheet) {
	clear(m.pending)
	m.shown = ledgerRows{list: m, groups: s.groups, lines: s.lines, today: s.today}
	if m.fromTop {
		m.fromTop = false
		m.rows.Fill(m.shown)
		m.rows.SetSelected(m.shown.find(m.l.question.chosen))
		return
	}
	m.rows.Update(m.shown, m.shown.find(m.l.question.chosen))
}

// sayEmpty says what to do where there is nothing to show.
func (m *ledgerList) sayEmpty(s ledgerSheet) {
	everything := m.l.question.part == partAll && !narrowed(m.l.question.filter)
	setVisible(m.choice, s.counts.All > 0 || !everything)
	setVisible(m.empty, s.groups.pieces() == 0)
	setVisible(m.clear, s.groups.pieces() == 0 && !everything)
	switch {
	case everything:
		m.empty.SetText(lang.L("Nothing here yet. Begin with the last thing somebody said about your work, in their own words: who it was, and what it was about. Later you can say here what you made of it.\n\nOr ask for it. Most people are glad to be asked."))
	case m.l.question.part == partFollowUp:
		m.empty.SetText(lang.L("Nobody is waiting for you. What is due within two weeks shows here."))
	default:
		m.empty.SetText(lang.L("No feedback is like that."))
	}
}

// sayUnread says that nothing could be read yet, where nothing shows.
func (m *ledgerList) sayUnread() {
	if m.shown.Len() == 0 {
		m.empty.SetText(lang.L("Your feedback could not be read just now."))
		m.empty.Show()
		m.content.Refresh()
	}
}

// open shows the piece of a row.
func (m *ledgerList) open(i int) {
	if p, ok := m.shown.line(i); ok {
		m.l.choose(p)
	}
}

func (m *ledgerList) choosePart(p ledgerPart) { m.l.look(p, m.l.question.filter) }

// showAll lets everything through again.
func (m *ledgerList) showAll() {
	m.l.look(partAll, journal.FeedbackFilter{})
	m.l.w.win.Canvas().Focus(m.rows)
}
