package timeline

import (
	"slices"

	"groundwork/journal"
)

// Band is growth over time in columns, the oldest first.
type Band struct {
	Scale   Scale
	Today   journal.Day
	Columns []Column
	Now     int // the column that holds today
	Asked   int // the expectations that are not retired: the most that can be strong
}

// Column is what a band tells of one stretch of time.
type Column struct {
	Span    journal.Span
	Entries int
	Kinds   []int // the entries of each kind, in the order of journal.Kinds
	Strong  int   // the expectations that were strong at its end, or are today (see strong)
	Ahead   bool  // it begins after today
}

// Band makes columns of the facts.
func (f *Facts) Band() Band {
	p := f.Period()
	spans := f.Scale.spans(p, f.Week)
	b := Band{Scale: f.Scale, Today: f.Today, Columns: make([]Column, len(spans))}
	kinds := make([]int, len(spans)*len(journal.Kinds()))
	for i, span := range spans {
		n := len(journal.Kinds())
		b.Columns[i] = Column{Span: span, Kinds: kinds[:n:n], Ahead: span.From.After(f.Today)}
		kinds = kinds[n:]
	}
	b.Now, _ = b.At(f.Today)
	f.count(&b)
	f.cover(&b, p)
	return b
}

// count adds up the entries of each column. What lies outside the band is left
// out.
func (f *Facts) count(b *Band) {
	if f.Scale == ByWeek {
		for _, d := range f.days {
			b.add(d.Day, d.Kind, d.Count)
		}
		return
	}
	for _, c := range f.cells {
		if c.Expectation == "" {
			b.add(c.Month, c.Kind, c.Count)
		}
	}
}

func (b *Band) add(d journal.Day, k journal.Kind, n int) {
	i, ok := b.At(d)
	kind := slices.Index(journal.Kinds(), k)
	if !ok || kind < 0 {
		return
	}
	b.Columns[i].Entries += n
	b.Columns[i].Kinds[kind] += n
}

// At tells in which column a day lies; ok is false for a day outside the band.
func (b *Band) At(d journal.Day) (column int, ok bool) {
	last := len(b.Columns) - 1
	if last < 0 || d.Before(b.Columns[0].Span.From) || d.After(b.Columns[last].Span.Until) {
		return 0, false
	}
	return b.Scale.place(b.Columns[0].Span.From, d), true
}

// Along tells how far along the band a day lies, in columns from its beginning:
// 2.5 is the middle of the third column. ok is false for a day outside.
func (b *Band) Along(d journal.Day) (at float64, ok bool) {
	i, ok := b.At(d)
	if !ok {
		return 0, false
	}
	span := b.Columns[i].Span
	return float64(i) + (float64(span.From.DaysUntil(d))+0.5)/float64(span.From.DaysUntil(span.Until)+1), true
}
