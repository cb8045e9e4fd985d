package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The chips of a card.
const (
	chipWhen   = "when"
	chipKind   = "kind"
	chipProves = "proves"
)

// cardRows shows the pieces of a list as cards.
type cardRows struct{ p *pastedList }

// Len is how many there are.
func (r cardRows) Len() int { return len(r.p.entries) }

// Height is that of a card with the room below it.
func (r cardRows) Height(int) float32 { return parts.TickCardHeight + look.Space8 }

// Sort is one: all cards look alike.
func (r cardRows) Sort(int) int { return 0 }

// Make returns an empty card.
func (r cardRows) Make(int) fyne.CanvasObject { return parts.NewTickCard() }

// Fill shows a piece on a card.
func (r cardRows) Fill(i int, row fyne.CanvasObject) {
	card, e := row.(*parts.TickCard), r.p.entries[i]
	card.Set(firstLine(e.Text), e.In, r.p.chips(e))
	card.OnTick = func() { r.p.tickCard(i) }
	card.OnPress = func(chip string) { r.p.correct(i, chip) }
}

// Opens reports that every card can be opened.
func (r cardRows) Opens(int) bool { return true }

// Label is what readers of the screen hear of a card.
func (r cardRows) Label(i int) string {
	e := r.p.entries[i]
	label := firstLine(e.Text)
	for _, chip := range r.p.chips(e) {
		label += ", " + chip.Label
	}
	if e.In {
		label += " ✓"
	}
	return label
}

// chips are the date, the kind and the expectations of a piece.
func (p *pastedList) chips(e journal.PastedEntry) []parts.CardChip {
	ink, soft := kindColors(e.Kind)
	when := parts.CardChip{Key: chipWhen, Label: lang.L("When was it?"), Icon: look.IconCalendar, Ink: look.ColorWarn, Fill: look.ColorWarnSoft}
	if e.Known {
		when.Label, when.Ink, when.Fill = entryDate(e.Day, e.Precision, p.c.read.today), look.ColorInk2, look.ColorSunken
	}
	chips := []parts.CardChip{when, {Key: chipKind, Label: kindName(e.Kind), Icon: kindIcon(e.Kind), Ink: ink, Fill: soft}}
	names := p.proves(e)
	switch {
	case len(p.c.read.expectations) == 0:
		return chips
	case len(names) == 0:
		return append(chips, parts.CardChip{Key: chipProves, Label: lang.L("Expectation"), Icon: look.IconPlus})
	case len(names) == 1:
		return append(chips, parts.CardChip{Key: chipProves, Label: names[0], Icon: look.IconCheck, Ink: look.ColorAccent, Fill: look.ColorAccentSoft})
	}
	label := lang.L("{{.Count}} expectations", values{"Count": len(names)})
	return append(chips, parts.CardChip{Key: chipProves, Label: label, Icon: look.IconCheck, Ink: look.ColorAccent, Fill: look.ColorAccentSoft})
}

// proves names the expectations that a piece supports.
func (p *pastedList) proves(e journal.PastedEntry) []string {
	var names []string
	for _, x := range p.c.read.expectations {
		if slices.Contains(e.Expectations, x.ID) {
			names = append(names, x.Name)
		}
	}
	return names
}

// change changes a piece and shows it.
func (p *pastedList) change(i int, e journal.PastedEntry) {
	p.entries[i] = e
	p.keep(p.now().Correct(e))
	p.cards.Update(cardRows{p}, -1)
	p.tell()
}

// tickCard takes a piece in or out. One without a date is asked for it.
func (p *pastedList) tickCard(i int) {
	e := p.entries[i]
	if !e.Known {
		p.correct(i, chipWhen)
		return
	}
	e.In = !e.In
	p.change(i, e)
}

// openCard opens a piece to be corrected.
func (p *pastedList) openCard(i int) {
	p.cards.SetSelected(-1)
	p.correct(i, "")
}
