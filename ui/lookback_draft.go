package ui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/lookback"
)

// writeDown begins a reflection from what the stretch holds. What is private
// stays out of it, shown or not: the reflection itself is not private.
func (r *retrospect) writeDown() {
	j, s := r.w.journal, r.sheet
	task(r.w, "draft a look back", func(ctx context.Context) (lookback.Summary, error) {
		return lookback.Read(ctx, j, s.sum.Span, true)
	}, func(open lookback.Summary) {
		title, body := draftTitle(s), draftOf(open, s.today)
		r.w.beginEntry(journal.Reflection, func(e *journal.Entry) {
			e.Title, e.Body = title, body
			if s.question.Key != "" {
				e.Prompt = &journal.Asked{Key: s.question.Key, Text: s.question.Text}
			}
		})
	})
}

// draftTitle names the stretch.
func draftTitle(s retrospectSheet) string {
	from := s.sum.Span.From
	if s.stretch == lookback.Month {
		return lang.L("{{.Month}} {{.Year}}", values{"Month": monthName(from.Month), "Year": from.Year})
	}
	return lang.L("Week of {{.Day}}", values{"Day": fullDay(from)})
}

// draftOf writes what a stretch holds as Markdown, with room to go on after it.
func draftOf(s lookback.Summary, today journal.Day) string {
	var d strings.Builder
	section := func(name string, lines []string) {
		if len(lines) > 0 {
			fmt.Fprintf(&d, "## %s\n\n%s\n\n", name, strings.Join(lines, "\n"))
		}
	}
	section(lang.L("What moved"), draftMoved(s))
	section(lang.L("What others said"), draftSaid(s))
	section(lang.L("What I wrote"), draftWritten(s, today))
	section(lang.L("What is due"), draftDue(s, today))
	fmt.Fprintf(&d, "## %s\n\n", lang.L("What I take from it"))
	return d.String()
}

func draftMoved(s lookback.Summary) []string {
	var lines []string
	for _, m := range s.Moved {
		lines = append(lines, "- **"+plainLine(m.Expectation.Name)+"**: "+movedWords(m))
	}
	for _, g := range s.Goals {
		lines = append(lines, "- "+lang.L("Goal met: {{.Goal}}", values{"Goal": plainLine(g.Text)}))
	}
	for _, m := range s.Milestones {
		lines = append(lines, "- "+plainLine(milestoneSaid(m)))
	}
	return lines
}

func draftSaid(s lookback.Summary) []string {
	var lines []string
	for i, f := range s.Feedback {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, "> "+plainLine(saidWords(f)), "> — "+plainLine(nameOr(f.Giver)))
	}
	return lines
}

// draftWritten leads to the entries by their titles; one that no link can name
// is named by its first words.
func draftWritten(s lookback.Summary, today journal.Day) []string {
	var lines []string
	for i := len(s.Lines) - 1; i >= 0; i-- {
		l := s.Lines[i]
		name := plainLine(lineTitle(l))
		if link := "[[" + strings.TrimSpace(l.Title) + "]]"; len(journal.Mentions(link)) == 1 {
			name = link
		}
		lines = append(lines, "- "+lineDay(l, today)+": "+name)
	}
	return lines
}

func draftDue(s lookback.Summary, today journal.Day) []string {
	var lines []string
	for _, due := range s.Due {
		lines = append(lines, "- [ ] "+plainLine(dueWords(due))+" ("+dueDay(due.On, today)+")")
	}
	return lines
}

// plainLine is a text on one line, short enough to be one of many.
func plainLine(text string) string {
	const most = 160
	text = oneLine(text)
	if letters := []rune(text); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + "…"
	}
	return text
}
