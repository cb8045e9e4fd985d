package ui

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"time"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// historyQuestion is what is asked about the history of an entry. It touches
// nothing of the window.
type historyQuestion struct {
	journal   *journal.Journal
	id        journal.ID
	noPrivate bool
}

// historySheet is the history of an entry as its page lists it.
type historySheet struct {
	entry journal.Entry // as it is now
	title string
	today journal.Day
	zone  *time.Location
	rows  []pastRow // the entry as it is now, and its versions, newest first
}

// pastRow is an entry as it is now or was once, and what became other with it.
type pastRow struct {
	n       int64     // the version; 0 is the entry as it is now
	saved   time.Time // when it was written that way
	damaged bool      // it cannot be read
	first   bool      // none before it can be read
	words   int       // in its text

	came, gone int             // words
	changed    []journal.Field // but for the text
	text       bool            // the text changed
	as         time.Time       // it is what it had been at that time before; zero else

	mark [sha256.Size]byte // what it says
}

// read reads what the history of an entry holds. Of the versions only two lie
// in words at a time.
func (q historyQuestion) read(ctx context.Context) (s historySheet, err error) {
	if s.entry, err = q.journal.Read().Entry(ctx, q.id); err != nil {
		return s, err
	}
	s.today, s.zone = q.journal.Today(ctx), q.journal.Now().Location()
	lines, err := q.journal.Read().LinesOf(ctx, []journal.ID{q.id})
	if err != nil {
		return s, err
	}
	for _, l := range lines {
		s.title = oneLine(lineTitle(l))
	}
	words, err := newPastWords(ctx, q)
	if err != nil {
		return s, err
	}
	now, err := words.fields(ctx, &s.entry)
	if err != nil {
		return s, err
	}
	s.rows = []pastRow{rowOf(0, s.entry, now)}
	newer := now
	for past, err := range q.journal.Read().History(ctx, q.id) {
		if err != nil {
			return s, err
		}
		if past.Err != nil {
			s.rows[len(s.rows)-1].first = true
			s.rows = append(s.rows, pastRow{n: past.N, saved: past.Saved, damaged: true})
			continue
		}
		was, err := words.fields(ctx, &past.Entry)
		if err != nil {
			return s, err
		}
		s.rows[len(s.rows)-1].since(was, newer)
		s.rows = append(s.rows, rowOf(past.N, past.Entry, was))
		s.rows[len(s.rows)-1].saved = past.Saved
		newer = was
	}
	s.finish()
	return s, nil
}

// rowOf makes the row of an entry that says so much.
func rowOf(n int64, e journal.Entry, fields []journal.FieldText) pastRow {
	text, _ := json.Marshal(fields) // texts are always JSON
	return pastRow{n: n, saved: e.Updated, words: wordCount(e.Body), mark: sha256.Sum256(text)}
}

// since notes what became other with the row, which says now, after another.
func (r *pastRow) since(was, now []journal.FieldText) {
	if r.damaged {
		return
	}
	all := journal.CompareFields(was, now)
	r.came, r.gone = journal.CountWords(all)
	for _, c := range all {
		switch {
		case !c.Changed():
		case c.Field == journal.FieldBody:
			r.text = true
		default:
			r.changed = append(r.changed, c.Field)
		}
	}
}

// finish notes which row is the oldest, and which ones are what the entry had been
// before, as one that was brought back.
func (s *historySheet) finish() {
	s.rows[len(s.rows)-1].first = true
	last := map[[sha256.Size]byte]int{} // the newest row with such words, from the oldest on
	for i := len(s.rows) - 1; i >= 0; i-- {
		r := &s.rows[i]
		if r.damaged {
			continue
		}
		if before, met := last[r.mark]; met && before > i+1 {
			r.as = s.rows[before].saved
		}
		last[r.mark] = i
	}
}

// find gives the row of a version, or that of now.
func (s *historySheet) find(n int64) int {
	for i, r := range s.rows {
		if r.n == n {
			return i
		}
	}
	return 0
}

// when writes when the entry was saved as a row has it.
func (s *historySheet) when(r pastRow) string { return pastTime(r.saved, s.today, s.zone) }

// isNow tells whether a row says what the entry says now.
func (s *historySheet) isNow(r pastRow) bool { return !r.damaged && r.mark == s.rows[0].mark }

// comparison are two states of an entry, put into words and compared.
type comparison struct {
	chosen journal.Entry
	same   bool            // nothing that is shown is other
	pairs  []parts.Passage // for two columns
	woven  []parts.Passage // for one
}

// compare compares a version with another: as they are stored, by their number,
// or 0 for the entry as it is now. Without an older one nothing is marked.
func (q historyQuestion) compare(ctx context.Context, chosen, with int64, alone bool) (c comparison, err error) {
	words, err := newPastWords(ctx, q)
	if err != nil {
		return c, err
	}
	if c.chosen, err = q.state(ctx, chosen); err != nil {
		return c, err
	}
	fields, err := words.fields(ctx, &c.chosen)
	if err != nil {
		return c, err
	}
	old, now := fields, fields
	if !alone {
		other, err := q.state(ctx, with)
		if err != nil {
			return c, err
		}
		if now, err = words.fields(ctx, &other); err != nil {
			return c, err
		}
		if with != 0 { // an older one
			old, now = now, fields
		}
	}
	all := journal.CompareFields(old, now)
	c.same = true
	for _, f := range all {
		c.same = c.same && !f.Changed()
	}
	c.pairs, c.woven = pairPassages(all), wovenPassages(all)
	return c, nil
}

// state reads the entry as it is now, or as it was.
func (q historyQuestion) state(ctx context.Context, n int64) (journal.Entry, error) {
	if n == 0 {
		return q.journal.Read().Entry(ctx, q.id)
	}
	return q.journal.Read().Version(ctx, q.id, n)
}
