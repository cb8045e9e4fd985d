package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// showEntries lists the entries behind what is chosen.
func (d *proofDetail) showEntries(s *proofSheet) {
	list := s.list
	d.section.SetText(lang.L("Entries"))
	partly := !d.topic.within.From.IsZero()
	if partly {
		d.section.SetText(lang.L("Entries, {{.Period}}", values{"Period": periodWords(d.topic.within)}))
	}
	setVisible(d.whole, partly && !d.topic.all)
	d.entries.Objects = nil
	for _, line := range list.Lines {
		d.entries.Add(d.entry(line, s.today))
	}
	setVisible(d.entries, len(list.Lines) > 0)
	setVisible(d.section, len(list.Lines) > 0 || partly)
	rest := list.Entries - len(list.Lines)
	d.more.SetText(lang.L("{{.Count}} more", values{"Count": inGroups(rest)}))
	setVisible(d.moreRow, rest > 0)
	d.showHidden(s)
}

// showHidden counts the private entries that are out of sight.
func (d *proofDetail) showHidden(s *proofSheet) {
	n := 0
	if !d.topic.all {
		proof := d.topic.row.Proof
		if !d.topic.within.From.IsZero() {
			proof = d.topic.row.Over(s.coverage.Period, d.topic.within)
		}
		n = proof.Entries - s.list.Entries
	}
	setVisible(d.hidden, n > 0)
	if n == 1 {
		d.hidden.SetText(lang.L("1 private entry is hidden."))
		return
	}
	d.hidden.SetText(lang.L("{{.Count}} private entries are hidden.", values{"Count": inGroups(n)}))
}

// entry is an entry beside the table: what it is, when it was, how strongly it
// proves, and why.
func (d *proofDetail) entry(line journal.EvidenceLine, today journal.Day) fyne.CanvasObject {
	color, soft := kindColors(line.Kind)
	row := parts.NewRow(kindIcon(line.Kind), color, soft, proofTitle(line), proofDay(line.Line, today), func() { d.p.w.openEntry(line.ID) })
	row.SetMark(strengthIcon(line.Strength), strengthNames()[max(line.Strength.Rank(), 1)-1])
	row.OnFocus = func() { d.scroll.Reveal(row) }
	if strings.TrimSpace(line.Note) == "" {
		return row
	}
	note := parts.NewParagraph(strings.TrimSpace(line.Note), parts.TypeCaption.In(look.ColorInk3), 18)
	note.MaxLines = 2
	return parts.Down(2, row, parts.Inset(note, 0, 0, 0, proofEntryLeft))
}

// proofTitle is what an entry is called: feedback without a title by who said
// what.
func proofTitle(line journal.EvidenceLine) string {
	quote := strings.Join(strings.Fields(line.Quote), " ")
	switch {
	case line.Title != "" || quote == "":
		return lineTitle(line.Line)
	case line.Giver == "":
		return lang.L("“{{.Quote}}”", values{"Quote": quote})
	}
	return lang.L("{{.Name}}: “{{.Quote}}”", values{"Name": line.Giver, "Quote": quote})
}

// proofDay writes when an entry was, today by its name.
func proofDay(line journal.Line, today journal.Day) string {
	when := lineDay(line, today)
	if line.Precision == journal.ExactDay && line.Day == today {
		when = lang.L("Today")
	}
	if line.Private {
		when += " · " + lang.L("Private")
	}
	return when
}

// showMore lists more of the entries.
func (d *proofDetail) showMore() {
	d.p.question.most += moreProofs
	d.p.list()
}
