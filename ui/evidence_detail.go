package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// proofDetail is the right column of the page of evidence: one expectation, how
// well it is proved, the entries that prove it, and what would help most.
type proofDetail struct {
	p       *proof
	content *fyne.Container
	page    *fyne.Container // in the column; out of sight while nothing is chosen
	scroll  *parts.Scroller
	topic   proofTopic // what it shows

	back    *fyne.Container
	area    *parts.Text
	name    *parts.Paragraph
	text    *parts.Paragraph
	mark    *parts.StrengthMark
	state   *parts.Paragraph
	facts   *parts.Paragraph
	section *parts.Text
	whole   *fyne.Container // leads from a cell back to the row
	entries *fyne.Container
	more    *parts.Button
	moreRow *fyne.Container
	hidden  *parts.Paragraph
	lift    *parts.Paragraph
	write   *parts.Button
	pack    *parts.Button
	foot    *fyne.Container
}

// proofTopic is what the entries beside the table are behind.
type proofTopic struct {
	row    evidence.Row // the zero Row where they are behind all of them
	all    bool
	within evidence.Period
}

func newProofDetail(p *proof) *proofDetail {
	d := &proofDetail{
		p: p, area: parts.NewText("", parts.TypeCaption), name: parts.NewParagraph("", parts.TypeDetailTitle, 0),
		text: sentenceText(""), mark: parts.NewStrengthMark(0, parts.StrengthMarkPanel),
		state: parts.NewParagraph("", parts.TypeStrong, 20), facts: parts.NewParagraph("", parts.TypeCaption, 18),
		section: parts.NewText("", parts.TypeStrong), entries: parts.Down(proofEntryGap), hidden: parts.NewParagraph("", parts.TypeCaption, 18),
		lift: sentenceText(""),
	}
	d.area.Truncate = true
	d.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, p.back))
	whole := parts.NewButton(parts.Quiet, lang.L("The whole period"), look.IconNone, d.showWhole)
	whole.Padding, whole.Height = look.Space8, 24
	d.whole = container.NewStack(whole)
	d.more = parts.NewButton(parts.Quiet, "", look.IconNone, d.showMore)
	d.more.Padding = look.Space8
	d.moreRow = parts.Inset(parts.Across(0, d.more), 0, 0, 0, proofEntryLeft-look.Space8)
	d.write = parts.NewButton(parts.Primary, lang.L("Write about this"), look.IconPencil, d.writeAbout)
	d.pack = parts.NewButton(parts.Outline, lang.L("Add to pack"), look.IconPlus, d.addToPack)
	d.layOut()
	return d
}

// Where things stand beside the table.
const (
	proofEntryGap  float32 = 14
	proofEntryLeft float32 = 44 // where the words of an entry begin
)

// layOut stacks what there is to know, over what can be done about it.
func (d *proofDetail) layOut() {
	words := parts.Down(0, d.state, d.facts)
	panel := parts.Panel(container.New(besideMark{}, d.mark, words), look.Space12)
	head := parts.Across(0, d.section, parts.Spring(), d.whole)
	text := parts.Down(look.Space16,
		parts.Down(look.Space4, d.back, d.area, d.name, d.text), panel,
		parts.Down(look.Space12, head, d.entries, d.moreRow, d.hidden))
	d.scroll = parts.NewScroller(parts.Inset(parts.Gutter(text, 0, 0), look.Space40, 0, look.Space24, 0))
	d.foot = parts.Gutter(parts.Inset(parts.Down(look.Space16, parts.NewHairline(), d.lift, parts.Flow(look.Space8, look.Space8, d.write, d.pack)), 0, 0, look.Space28, 0), 0, 0)
	d.page = container.NewBorder(nil, d.foot, nil, nil, d.scroll)
	d.content = container.NewStack(d.page)
	d.page.Hide()
}

// show shows what is chosen, from its top where it is something else.
func (d *proofDetail) show(s *proofSheet, q proofQuestion) {
	row, ok := s.coverage.Row(q.chosen)
	topic := proofTopic{row: row, all: !ok && !q.within.From.IsZero(), within: q.within}
	other := topic.row.Expectation.ID != d.topic.row.Expectation.ID || topic.within != d.topic.within
	d.topic = topic
	setVisible(d.page, ok || topic.all)
	if !ok && !topic.all {
		return
	}
	if ok {
		d.showExpectation(s)
	} else {
		d.showAll(s)
	}
	d.showEntries(s)
	setVisible(d.foot, ok)
	setVisible(d.pack, len(s.list.Lines) > 0)
	d.content.Refresh()
	if other {
		d.scroll.ToTop()
	}
}

// showExpectation says what is asked for, and how well it is proved.
func (d *proofDetail) showExpectation(s *proofSheet) {
	row := d.topic.row
	x := row.Expectation
	d.area.SetText(areaName(x))
	d.name.SetText(x.Name)
	d.text.SetText(strings.TrimSpace(x.Text))
	setVisible(d.area, d.area.Text() != "")
	setVisible(d.text, d.text.Text() != "")
	proof := row.Proof
	if !d.topic.within.From.IsZero() {
		proof = row.Over(s.coverage.Period, d.topic.within)
	}
	d.mark.SetStrength(row.Strongest.Rank())
	d.state.SetText(stateLine(row))
	d.facts.SetText(factsLine(proof, s))
	d.lift.SetText(liftWords(row))
}

// showAll says what there is in some months, whatever it proves.
func (d *proofDetail) showAll(s *proofSheet) {
	d.area.Show()
	d.text.Show()
	d.area.SetText(periodWords(d.topic.within))
	d.name.SetText(lang.L("The latest evidence"))
	d.text.SetText(lang.L("Whoever decides looks at the whole period. What you did in the other months counts as much: write it down while you still remember it."))
	r := s.coverage.Recency
	d.mark.SetStrength(0)
	d.state.SetText(recencyLine(r))
	d.facts.SetText(lang.L("{{.Recent}} of {{.All}} pieces of evidence. One entry can prove several things.", values{"Recent": r.Recent, "All": inGroups(r.Evidence)}))
}

// stateLine says how well an expectation is proved: "Strong: third-party
// quote".
func stateLine(row evidence.Row) string {
	if row.State == journal.Gap {
		return lang.L("Gap: no evidence yet")
	}
	return lang.L("{{.State}}: {{.Strength}}", values{"State": proofStateName(row.State), "Strength": strengthWords(row.Strongest)})
}

// factsLine counts what is behind a proof: "7 entries, 2 people, newest today".
func factsLine(proof journal.Proof, s *proofSheet) string {
	if proof.Entries == 0 {
		return lang.L("Nothing here yet. That is where to begin.")
	}
	line := entriesLine(proof.Entries)
	if s.list.People > 0 {
		line += ", " + peopleWord(s.list.People)
	}
	return lang.L("{{.Facts}}, newest {{.Day}}", values{"Facts": line, "Day": newestWords(proof.Newest, s.today)})
}

// newestWords write a day within a sentence.
func newestWords(d, today journal.Day) string {
	switch d.DaysUntil(today) {
	case 0:
		return lang.L("today")
	case 1:
		return lang.L("yesterday")
	}
	return shortDay(d, today)
}

// showWhole leads from a cell back to its row.
func (d *proofDetail) showWhole() { d.p.choose(d.p.question.chosen, evidence.Period{}) }

// writeAbout begins an entry about what is shown.
func (d *proofDetail) writeAbout() { d.p.w.writeAbout(d.topic.row.Expectation) }

// addToPack adds the entries that are listed to the evidence pack.
func (d *proofDetail) addToPack() {
	var ids []journal.ID
	for _, line := range d.p.sheet.list.Lines {
		ids = append(ids, line.ID)
	}
	d.p.w.addToPack(ids)
}

// besideMark lays words beside the mark of a strength.
type besideMark struct{}

// Layout implements fyne.Layout.
func (besideMark) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mark := objects[0].MinSize()
	objects[0].Resize(mark)
	objects[0].Move(fyne.NewPos(0, middle(size.Height, mark.Height)))
	left := mark.Width + proofMarkGap
	giveWidth(objects[1], left, 0, fyne.Max(size.Width-left, 1))
	objects[1].Move(fyne.NewPos(left, middle(size.Height, objects[1].Size().Height)))
}

// MinSize implements fyne.Layout.
func (besideMark) MinSize(objects []fyne.CanvasObject) fyne.Size {
	mark, words := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(mark.Width+proofMarkGap+words.Width, fyne.Max(mark.Height, words.Height))
}

// proofMarkGap stands between the mark of a strength and the words beside it.
const proofMarkGap float32 = 14
