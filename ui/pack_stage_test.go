package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/document"
)

// packStage is a window on the page of the evidence pack.
type packStage struct {
	*stage
	page *pack
}

// openPackOn opens the page on what the journal holds.
func openPackOn(s *stage) *packStage {
	s.t.Helper()
	s.press(key(fyne.KeyE, ctrl))
	return &packStage{s, s.frame.pack}
}

// led puts a moment into the journal with what came of it.
func (s *stage) led(day, title, result string, more func(*journal.Entry)) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.MomentKind, dayOf(s.t, day))
	e.Title = title
	e.Moment = &journal.Moment{Result: result, Outcome: "costs"}
	if more != nil {
		more(&e)
	}
	return s.add(e)
}

// aYear fills the journal with what a pack is made from: two moments, a quote,
// and a private moment.
func (s *stage) aYear() {
	s.led("2026-03-10", "Saturday releases", "Handed Saturday releases to the on-call pair.", nil)
	s.led("2026-02-26", "Gate rollout", "Delayed the gate rollout by a week.", func(e *journal.Entry) {
		value := 30.0
		e.Moment.Impact = &journal.Impact{Text: "Queues got shorter", Value: &value, Unit: "%"}
	})
	s.heard("2026-03-09", "Oskar Nyman", "You made the trade-off visible.", nil)
	s.led("2026-03-01", "Staying quiet", "Stayed quiet while Priya led the review.", func(e *journal.Entry) { e.Private = true })
}

// aPack opens the page on a year.
func aPack(t testing.TB) *packStage {
	t.Helper()
	s := openWindow(t)
	s.aYear()
	return openPackOn(s)
}

// lines are what the list shows: sections as "In short, 2 of 2", bullets as
// "[x] text" with what is said of them.
func (p *packStage) lines() []string {
	var all []string
	rows := p.page.list.shown
	for i := range rows.Len() {
		b, ok := rows.bullet(i)
		switch {
		case !ok:
			all = append(all, rows.Label(i))
		case b.Out:
			all = append(all, "[ ] "+b.Text)
		default:
			all = append(all, "[x] "+b.Text)
		}
	}
	return all
}

// goToLine puts the keyboard at the line that holds some words.
func (p *packStage) goToLine(words string) {
	p.t.Helper()
	rows := p.page.list.shown
	for i := range rows.Len() {
		if b, ok := rows.bullet(i); ok && strings.Contains(b.Text, words) {
			p.page.list.rows.SetCursor(i)
			p.page.list.focus()
			return
		}
	}
	p.t.Fatalf("no line holds %q: %q", words, p.lines())
}

// packs are the saved packs, newest first.
func (p *packStage) packs() []journal.Pack {
	p.t.Helper()
	all, err := p.journal.Read().Packs(context.Background())
	if err != nil {
		p.t.Fatal(err)
	}
	return all
}

// reads is what the audience reads, as text.
func (p *packStage) reads() string {
	p.t.Helper()
	var out strings.Builder
	if err := document.WriteText(&out, p.page.handout().book); err != nil {
		p.t.Fatal(err)
	}
	return out.String()
}
