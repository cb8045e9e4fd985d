package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// memories are what was written on this day in earlier years, and a quarter
// ago, at the right of Today.
type memories struct {
	rail    *rail
	rows    *fyne.Container
	content fyne.CanvasObject
	empty   string // is said where there are none; "" is not a word of them
}

// mostMemories is how many are shown; the newest say most.
const mostMemories = 3

func newMemories(r *rail) *memories {
	m := &memories{rail: r, rows: parts.Down(look.Space16)}
	m.content = parts.Down(look.Space16, parts.NewHairline(), parts.NewSectionLabel(lang.L("On this day")), m.rows)
	m.content.Hide()
	return m
}

// refresh asks again.
func (m *memories) refresh() {
	read, day := m.rail.today.reader(), m.rail.entry.Day
	task(m.rail.today.w, "look back at this day", func(ctx context.Context) ([]lookback.Memory, error) {
		return read.memories(ctx, day)
	}, m.show)
}

// show lists the memories of the day; without any there is no word of them.
func (m *memories) show(all []lookback.Memory) {
	m.rows.Objects = nil
	for _, each := range few(all) {
		m.rows.Add(m.row(each))
	}
	if len(all) == 0 && m.empty != "" {
		m.rows.Add(sentenceText(m.empty))
	}
	setVisible(m.content, len(m.rows.Objects) > 0)
	m.rail.column.Refresh()
}

// few takes the newest years and keeps the quarter, which stands last.
func few(all []lookback.Memory) []lookback.Memory {
	if len(all) <= mostMemories {
		return all
	}
	last := all[len(all)-1]
	if last.Years > 0 {
		return all[:mostMemories]
	}
	return append(all[:mostMemories-1:mostMemories-1], last)
}

func (m *memories) row(each lookback.Memory) fyne.CanvasObject {
	color, _ := kindColors(each.Kind)
	caption := lang.L("{{.Kind}}, {{.Ago}}", values{"Kind": kindName(each.Kind), "Ago": agoName(each.Years)})
	if each.Private {
		caption += " · " + lang.L("Private")
	}
	return parts.NewMemory(kindIcon(each.Kind), color, caption, memoryText(each.Line), func() { m.rail.today.open(each.ID) })
}

// agoName says how long ago a memory is.
func agoName(years int) string {
	switch years {
	case 0:
		return lang.L("a quarter ago")
	case 1:
		return lang.L("a year ago")
	}
	return lang.L("{{.Count}} years ago", values{"Count": years}) // within a line, which begins with the kind
}

// memoryText is the beginning of the text on one line, or the title where
// there is none.
func memoryText(line journal.Line) string {
	if text := strings.Join(strings.Fields(line.Excerpt), " "); text != "" {
		return text
	}
	return lineTitle(line)
}

// memories reads what was written on this day before.
func (r reader) memories(ctx context.Context, day journal.Day) ([]lookback.Memory, error) {
	return lookback.OnThisDay(ctx, r.journal.Read(), day, r.noPrivate)
}
