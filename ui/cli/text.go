package cli

import (
	"bufio"
	"fmt"
	"strings"
	"unicode"

	"groundwork/journal"
)

// dayText shows a day as exactly as it is known.
func dayText(d journal.Day, p journal.Precision) string {
	switch p {
	case journal.InMonth:
		return fmt.Sprintf("%s %d", d.Month, d.Year)
	case journal.InQuarter:
		return fmt.Sprintf("Q%d %d", (int(d.Month)-1)/3+1, d.Year)
	default:
		return d.String()
	}
}

// lineOf shows an entry on one line: day, kind, the beginning of its id, what
// it is about, tags and marks.
func lineOf(e *journal.Entry) string {
	line := fmt.Sprintf("%-14s  %-11s  %s  %s", dayText(e.Day, e.Precision), e.Kind, shortID(e.ID), headline(e))
	for _, tag := range e.Tags {
		line += "  #" + clean(tag)
	}
	if e.Private {
		line += "  [private]"
	}
	if e.Starred {
		line += "  ★"
	}
	return line
}

// shortID is enough of an id to show the entry by: of an id made here, all of
// the instant it was made at.
func shortID(id journal.ID) string { return string(id[:min(len(id), 13)]) }

// headline says in a few words what an entry is about.
func headline(e *journal.Entry) string {
	about := []string{e.Title, firstLine(e.Body)}
	switch {
	case e.Kind == journal.MomentKind && e.Moment != nil:
		about = append(about, firstLine(e.Moment.Situation), firstLine(e.Moment.Action), firstLine(e.Moment.Result))
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		about = append(about, firstLine(e.Feedback.Quote), firstLine(e.Feedback.Behaviour))
	case e.Kind == journal.ApplicationKind && e.Application != nil:
		about = append(about, strings.Trim(e.Application.Position+", "+e.Application.Organisation, ", "))
	}
	for _, text := range about {
		if strings.TrimSpace(text) != "" {
			return cut(clean(text), 72)
		}
	}
	return "(without text)"
}

func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(strings.TrimLeft(line, "#>-* \t")); line != "" {
			return line
		}
	}
	return ""
}

// clean makes text fit for one line of a terminal: line ends and control
// characters, which a terminal would obey, become spaces.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// cut shortens text to n characters.
func cut(text string, n int) string {
	count := 0
	for i := range text {
		if count++; count > n {
			return strings.TrimRight(text[:i], " ") + "…"
		}
	}
	return text
}

// plural writes "1 entry" and "2 entries".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// output collects results for standard output; its error comes with flush.
func (a *app) output() *bufio.Writer { return bufio.NewWriterSize(a.env.Stdout, 1<<16) }

func flush(out *bufio.Writer) error {
	return unwritten(out.Flush())
}

// unwritten explains why a result did not reach standard output.
func unwritten(err error) error {
	if err == nil {
		return nil
	}
	return failed("The result could not be written: %s.", err)
}
