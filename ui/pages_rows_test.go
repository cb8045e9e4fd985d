package ui

import (
	"database/sql"
	"path/filepath"
	"testing"

	"modernc.org/sqlite"

	"groundwork/journal"
)

// effort is what something in the window costs the journal: the rows that are
// handed over, and the bytes of the file that are looked at for them.
type effort struct{ rows, bytes int }

// effortOf asks anew what was asked, on a connection that has read nothing yet.
// It counts, so it tells the same on any machine.
func (s *stage) effortOf(all []asked) (e effort) {
	s.t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(s.folder, "journal.db")+"?mode=ro")
	if err != nil {
		s.t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, a := range all {
		rows, err := conn.QueryContext(s.t.Context(), a.query, a.args...)
		if err != nil {
			s.t.Fatalf("%s: %v", a.query, err)
		}
		for rows.Next() {
			e.rows++
		}
		if err := rows.Err(); err != nil {
			s.t.Fatalf("%s: %v", a.query, err)
		}
	}
	if err := conn.QueryRowContext(s.t.Context(), "PRAGMA page_size").Scan(&e.bytes); err != nil {
		s.t.Fatal(err)
	}
	if err := conn.Raw(func(driver any) error {
		pages, _, err := driver.(sqlite.DBStatus).Status(sqlite.DBStatusCacheMiss, false)
		e.bytes *= pages
		return err
	}); err != nil {
		s.t.Fatal(err)
	}
	return e
}

// pagesThatGrow are the pages that read more rows where there is more of what they
// show, and why.
func pagesThatGrow() map[string]string {
	return map[string]string{
		"Applications": "their order follows from the stages of each",
		"Growth plan":  "it tells how far each application has come, and what is due",
		"Timeline":     "its band has the milestones of years",
		"Look back":    "it marks the days of years",
		"Pack":         "it is made from what the review period holds",
	}
}

// moreRows is by how many rows a page may differ that reads no more of them:
// what is written by hand here and there, such as a follow-up that is due.
const moreRows = 64

// TestAPageReadsAsMuchWhateverTheJournalHolds counts what a later visit to each
// page has the journal hand over and look at. Indexes grow, but much slower
// than the journal.
func TestAPageReadsAsMuchWhateverTheJournalHolds(t *testing.T) {
	few, many := effortsOf(t, 400), effortsOf(t, 1200)
	for name, e := range many {
		_, grows := pagesThatGrow()[name]
		if was := few[name]; !grows && (e.rows > was.rows+moreRows || e.bytes > 2*was.bytes) {
			t.Errorf("%s reads %d rows and %d bytes in 1,200 entries, %d and %d in 400", name, e.rows, e.bytes, was.rows, was.bytes)
		} else if grows && (e.rows > 3*was.rows+moreRows || e.bytes > 3*was.bytes) {
			t.Errorf("%s reads %d rows and %d bytes in 1,200 entries: more than three times the %d and %d in 400", name, e.rows, e.bytes, was.rows, was.bytes)
		}
	}
	for name := range pagesThatGrow() {
		if many[name].rows == 0 {
			t.Errorf("there is no page %s that reads anything", name)
		}
	}
}

func effortsOf(t *testing.T, entries int) map[string]effort {
	t.Helper()
	s, since := askedStage(t, entries)
	all := map[string]effort{}
	for _, p := range s.everyPage() {
		s.visit(p.page)
		s.leave(p.page)
		since()
		s.goTo(p.page)
		s.settle()
		all[p.name] = s.effortOf(since())
	}
	return all
}

// TestASaveInTheLedgerReadsAsMuchWhateverTheJournalHolds counts what is read
// when a piece of feedback moves that stands in the ledger in sight.
func TestASaveInTheLedgerReadsAsMuchWhateverTheJournalHolds(t *testing.T) {
	few, many := savedInLedger(t, 400), savedInLedger(t, 1200)
	if many.rows > few.rows+moreRows || many.bytes > 2*few.bytes {
		t.Errorf("a save reads %d rows and %d bytes in 1,200 entries, %d and %d in 400", many.rows, many.bytes, few.rows, few.bytes)
	}
}

func savedInLedger(t *testing.T, entries int) effort {
	t.Helper()
	s, since := askedStage(t, entries)
	l := openLedger(s)
	s.settle()
	since()
	state := journal.FeedbackPractising
	if l.detail.piece.entry.Feedback.Standing() == state {
		state = journal.FeedbackNew
	}
	l.detail.setState(state)
	s.settle()
	return s.effortOf(since())
}
