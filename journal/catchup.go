package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// MonthLine is a month of the review period: how much stands in it already, and
// the line in which the writer said what it was about.
type MonthLine struct {
	Month   Day  // its first day
	Entries int  // of any kind, the line among them
	Line    Line // without an ID where there is none yet
}

// The months of a catch-up where the plan names no period, and at most.
const (
	usualMonths = 12
	mostMonths  = 36
)

// CatchUpMonths gives the first days of the months of the review period that
// have begun by today, newest last: at most the 36 newest, and the twelve up to
// today where the plan names no period, or none that has begun.
func CatchUpMonths(plan Plan, today Day) []Day {
	last := Day{Year: today.Year, Month: today.Month, Date: 1}
	if until := plan.ReviewUntil; !until.IsZero() && until.Before(last) {
		last = Day{Year: until.Year, Month: until.Month, Date: 1}
	}
	first := last.AddMonths(1 - usualMonths)
	if from := plan.ReviewFrom; !from.IsZero() && !from.After(today) {
		from.Date = 1
		if first = from; first.After(last) { // a period that ends before it begins
			last = Day{Year: today.Year, Month: today.Month, Date: 1}
		}
	}
	if earliest := last.AddMonths(1 - mostMonths); first.Before(earliest) {
		first = earliest
	}
	var months []Day
	for m := first; !m.After(last); m = m.AddMonths(1) {
		months = append(months, m)
	}
	return months
}

// MonthLines reads the lines of months. A month's line is the oldest reflection
// that is filed under it as a month. The count holds private entries too;
// noPrivate leaves private lines out.
func (j *Journal) MonthLines(ctx context.Context, months []Day, noPrivate bool) ([]MonthLine, error) {
	if len(months) == 0 {
		return nil, nil
	}
	span := Span{From: months[0], Until: months[len(months)-1].AddMonths(1).AddDays(-1)}
	cells, err := j.store.Cells(ctx, span)
	if err != nil {
		return nil, fmt.Errorf("read the months: %w", err)
	}
	count := map[Day]int{}
	for _, c := range cells {
		if c.Expectation == "" {
			count[c.Month] += c.Count
		}
	}
	all := make([]MonthLine, len(months))
	for i, month := range months {
		all[i] = MonthLine{Month: month, Entries: count[month]}
		if all[i].Line, err = j.monthLine(ctx, month, noPrivate); err != nil {
			return nil, fmt.Errorf("read the months: %w", err)
		}
	}
	return all, nil
}

// monthLine reads the line of one month, or one without an ID.
func (j *Journal) monthLine(ctx context.Context, month Day, noPrivate bool) (Line, error) {
	day := InMonth.Middle(month)
	lines, err := j.store.Lines(ctx, Filter{Since: day, Until: day, Kinds: []Kind{Reflection}, NoPrivate: noPrivate}, "", 0)
	if err != nil {
		return Line{}, err
	}
	for i := len(lines) - 1; i >= 0; i-- { // the oldest is the last
		if lines[i].Precision == InMonth {
			return lines[i], nil
		}
	}
	return Line{}, nil
}

// NewMonthLine makes the entry for the line of a month. It is not in the
// journal before it is saved.
func (j *Journal) NewMonthLine(month Day) Entry {
	e := j.NewEntry(Reflection, InMonth.Middle(month))
	e.Precision = InMonth
	return e
}

// TellsWhatWasDone tells whether the entry is the line of a month that begins
// with something done: "Led the winter drill". Whoever catches up need not make
// a moment of it first.
func (e *Entry) TellsWhatWasDone() bool {
	return e.Kind == Reflection && e.Precision == InMonth && proposeKind(e.Title) == MomentKind
}

// longestTitle is the longest line, in letters, that makes a title.
const longestTitle = 120

// Entry makes a proposal an entry: its first line is the title, unless it is
// as long as a text. It is not in the journal before it is saved.
func (p Proposal) Entry(j *Journal) Entry {
	e := j.NewEntry(p.Kind, p.Day)
	e.Precision = p.Precision
	title, body, _ := strings.Cut(p.Text, "\n")
	if utf8.RuneCountInString(title) > longestTitle {
		title, body = "", p.Text
	}
	e.Title, e.Body = title, strings.Trim(body, "\n")
	if quote := quotation(p.Text); p.Kind == FeedbackKind && quote != "" {
		e.Feedback = &Feedback{Quote: quote}
	}
	return e
}

// FormatCatchUp is the format of a batch that AddEntries made.
const FormatCatchUp = "catch-up"

// AddEntries adds entries that were made of a pasted list, as one transaction
// that also writes what is left of the list, and as one batch that UndoImport
// can take back. Names of people and expectations that nobody has yet are added.
// Where one of the entries breaks a rule nothing is written, and the error is
// an ErrInvalid.
func (j *Journal) AddEntries(ctx context.Context, entries []Entry, rest PastedList) (batch ID, err error) {
	entries = slices.Clone(entries)
	for i := range entries {
		if entries[i].ID == "" {
			entries[i].ID = j.newID()
		}
		if err := entries[i].Validate(); err != nil {
			return "", fmt.Errorf("add entries: %w", err)
		}
	}
	left, err := rest.setting()
	if err != nil {
		return "", fmt.Errorf("add entries: %w", err)
	}
	j.naming.Lock()
	defer j.naming.Unlock()
	m := &importing{store: j.store, now: j.Now(), today: j.Today(ctx)}
	in := Incoming{Format: FormatCatchUp, Contents: Contents{Entries: entries}}
	if err := m.plan(ctx, in, j.newID()); err != nil {
		return "", fmt.Errorf("add entries: %w", err)
	}
	m.changes.Settings = map[string]string{settingPasted: left}
	if err := j.store.Apply(ctx, m.changes); err != nil {
		return "", fmt.Errorf("add entries: %w", err)
	}
	j.bell.ring(Change{Kind: Reloaded})
	return m.batch.ID, nil
}
