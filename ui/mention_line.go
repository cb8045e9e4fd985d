package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// mentionLine offers the titles of entries while one is being typed in
// [[brackets]], right below the text.
type mentionLine struct {
	today  *today
	chips  *fyne.Container
	titles []string
	at     int // the title that Enter would take
	ticket int // counts the questions; only the latest answer is shown
}

// mostMentions is how many titles are offered.
const mostMentions = 6

func newMentionLine(t *today) *mentionLine {
	m := &mentionLine{today: t, chips: parts.Flow(look.Space8, look.Space8)}
	m.chips.Hide()
	return m
}

// typed looks for titles that begin with what is typed; on is false when no
// title is being typed any more.
func (m *mentionLine) typed(prefix string, on bool) {
	m.ticket++
	if !on {
		m.offer(nil)
		return
	}
	ticket, t := m.ticket, m.today
	task(t.w, "find titles", func(ctx context.Context) ([]journal.Line, error) {
		return t.w.journal.Read().Titled(ctx, prefix, false, 2*mostMentions)
	}, func(lines []journal.Line) {
		if ticket == m.ticket {
			m.offer(lines)
		}
	})
}

// offer shows titles, each once.
func (m *mentionLine) offer(lines []journal.Line) {
	m.titles, m.at = nil, 0
	seen := map[string]bool{}
	for _, l := range lines {
		hidden := l.Private && m.today.hidePrivate
		if !hidden && !seen[l.Title] && len(m.titles) < mostMentions {
			seen[l.Title] = true
			m.titles = append(m.titles, l.Title)
		}
	}
	m.show()
}

func (m *mentionLine) show() {
	m.chips.Objects = nil
	for i, title := range m.titles {
		kind := parts.ChipAdd
		if i == m.at {
			kind = parts.ChipSoft
		}
		m.chips.Add(parts.NewChip(kind, cutWords(title, longestLink), look.IconNone, func() { m.take(i) }))
	}
	setVisible(m.chips, len(m.titles) > 0)
	m.today.shared.Refresh()
}

// key hears the keys that choose among the titles, and reports whether it took
// one.
func (m *mentionLine) key(name fyne.KeyName) bool {
	if len(m.titles) == 0 {
		return false
	}
	switch name {
	case fyne.KeyDown:
		m.at = (m.at + 1) % len(m.titles)
		m.show()
	case fyne.KeyUp:
		m.at = (m.at + len(m.titles) - 1) % len(m.titles)
		m.show()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		m.take(m.at)
	case fyne.KeyEscape:
		m.offer(nil)
	default:
		return false
	}
	return true
}

// take completes what is typed by a title.
func (m *mentionLine) take(i int) {
	if d := m.today.desk; d != nil && i < len(m.titles) {
		d.body.CompleteMention(m.titles[i])
		m.today.w.win.Canvas().Focus(d.body)
	}
	m.offer(nil)
}
