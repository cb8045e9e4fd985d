package evidence_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/evidence"
)

// desk is a journal whose packs are looked at, on the evening of today.
type desk struct {
	t     testing.TB
	store journal.Store
	j     *journal.Journal
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{t: t, store: openStore(t)}
	d.open()
	return d
}

// open opens the journal over the store.
func (d *desk) open() {
	now := time.Date(today.Year, today.Month, today.Date, 21, 4, 0, 0, time.UTC)
	d.j = journal.New(d.store, journal.Options{Now: func() time.Time { return now }})
}

func (d *desk) did(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) day(s string) journal.Day {
	d.t.Helper()
	day, err := journal.ReadDay(s)
	d.did(err)
	return day
}

// write saves an entry of a day.
func (d *desk) write(day string, e journal.Entry) journal.Entry {
	d.t.Helper()
	e.Day = d.day(day)
	stored, err := d.j.SaveEntry(context.Background(), e)
	d.did(err)
	return stored
}

// moment saves a moment that proves expectations, named.
func (d *desk) moment(day string, m journal.Moment, proves ...string) journal.Entry {
	d.t.Helper()
	e := journal.Entry{Kind: journal.MomentKind, Moment: &m}
	for _, name := range proves {
		e.Evidence = append(e.Evidence, journal.Evidence{Expectation: name})
	}
	return d.write(day, e)
}

// said saves feedback.
func (d *desk) said(day string, f journal.Feedback) journal.Entry {
	d.t.Helper()
	return d.write(day, journal.Entry{Kind: journal.FeedbackKind, Feedback: &f})
}

func (d *desk) plan(change func(*journal.Plan)) {
	d.t.Helper()
	_, err := d.j.EditPlan(context.Background(), func(p *journal.Plan) error { change(p); return nil })
	d.did(err)
}

func (d *desk) remove(e journal.Entry) {
	d.t.Helper()
	d.did(d.store.Apply(context.Background(), journal.Changes{RemoveEntries: []journal.ID{e.ID}}))
}

// material reads what packs are made from.
func (d *desk) material(o journal.ExportOptions) evidence.Material {
	d.t.Helper()
	m, err := evidence.ReadMaterial(context.Background(), d.j, o)
	d.did(err)
	return m
}

// all is the material of what is not private.
func (d *desk) all() evidence.Material { d.t.Helper(); return d.material(journal.ExportOptions{}) }

// texts lists the lines of a section, those that are left out behind a cross.
func texts(p journal.Pack, key string) []string {
	s := p.Section(key)
	if s == nil {
		return nil
	}
	var all []string
	for _, b := range s.Bullets {
		text := b.Text
		if b.Out {
			text = "× " + text
		}
		all = append(all, text)
	}
	return all
}

// read gives a book as its reader reads it.
func read(t testing.TB, b document.Book) string {
	t.Helper()
	var out strings.Builder
	if err := document.WriteText(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func number(n float64) *float64 { return &n }

// outline gives what a book says, a line for each block, without the charts.
func outline(b document.Book) []string {
	var all []string
	if b.Title != nil {
		all = append(append(all, "# "+b.Title.Text), b.Title.Below...)
	}
	for d := range b.Parts {
		all = append(all, outlined(d.Blocks, "")...)
		for i, n := range d.Notes {
			all = append(all, fmt.Sprintf("[%d] %s", i+1, n.Text[0].Text))
		}
	}
	return all
}

func outlined(blocks []document.Block, before string) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Heading:
			all = append(all, strings.Repeat("#", b.Level)+" "+b.Text[0].Text)
		case document.Paragraph:
			all = append(all, before+b.Text[0].Text)
		case document.Caption:
			all = append(all, "~ "+b.Text[0].Text)
		case document.Quote:
			all = append(append(all, outlined(b.Blocks, "> ")...), "~ "+b.By[0].Text)
		case document.List:
			for _, i := range b.Items {
				all = append(all, outlined(i.Blocks, "- ")...)
			}
		}
	}
	return all
}
