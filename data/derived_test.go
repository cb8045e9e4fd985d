package data

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// TestDerivedTextIsAlwaysRight: after any sequence of changes the summary is
// what a count from scratch finds, the names in entries are those of the
// people, titles are found by what they are and are named by what names them,
// and the index holds what the text holds.
func TestDerivedTextIsAlwaysRight(t *testing.T) {
	empty := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		s.bulkFrom = rapid.SampledFrom([]int{1, 3, 1000}).Draw(rt, "bulkFrom")
		ctx := t.Context()
		revisions := map[journal.ID]int64{}
		rt.Repeat(map[string]func(*rapid.T){
			"save": func(rt *rapid.T) {
				c := journal.Changes{Entries: distinct(rt, rapid.OneOf(anyEntry, ledgerEntry), func(e journal.Entry) journal.ID { return e.ID }, "entries")}
				c.People = distinct(rt, anyPerson, func(p journal.Person) journal.ID { return p.ID }, "people")
				for i := range c.Entries {
					c.Entries[i].Revision = revisions[c.Entries[i].ID]
				}
				if err := s.Apply(ctx, c); err != nil {
					rt.Fatal(err)
				}
				for _, e := range c.Entries {
					revisions[e.ID]++
				}
			},
			"touch": func(rt *rapid.T) {
				c := touching(rt, slices.Sorted(maps.Keys(revisions)))
				if err := s.Apply(ctx, c); err != nil {
					rt.Fatal(err)
				}
				for id := range revisions {
					_, retagged := c.Tags[id]
					_, renamed := c.Named[id]
					_, proved := c.Evidence[id]
					if retagged || renamed || proved {
						revisions[id]++
					}
				}
			},
			"remove": func(rt *rapid.T) {
				id := anyID.Draw(rt, "gone")
				c := journal.Changes{RemoveEntries: append(some(rt, anyID), id), RemovePeople: some(rt, anyID)}
				if err := s.Apply(ctx, c); err != nil {
					rt.Fatal(err)
				}
				for _, gone := range c.RemoveEntries {
					delete(revisions, gone)
				}
			},
			"": func(rt *rapid.T) { checkDerived(rt, s) },
		})
	})
}

func checkDerived(rt *rapid.T, s *Store) {
	ctx := rt.Context()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		rt.Fatal(err)
	}
	defer tx.Rollback()
	kept := summaryRows(rt, tx)
	for _, sql := range []string{`DELETE FROM summary`, countEntries, countEvidence} {
		if _, err := tx.ExecContext(ctx, sql); err != nil {
			rt.Fatal(err)
		}
	}
	if diff := cmp.Diff(summaryRows(rt, tx), kept); diff != "" {
		rt.Fatalf("summary: counted anew -, kept +:\n%s", diff)
	}
	var wrong int
	err = tx.QueryRowContext(ctx, `SELECT count(*) FROM entries AS e JOIN people_of_entries AS p ON p.entry = e.n WHERE p.names <> e.people`).Scan(&wrong)
	if err != nil || wrong > 0 {
		rt.Fatalf("%d entries repeat wrong names (%v)", wrong, err)
	}
	err = tx.QueryRowContext(ctx, `SELECT count(*) FROM entries AS e JOIN entry_people AS w ON w.entry = e.n WHERE w.day <> e.day`).Scan(&wrong)
	if err != nil || wrong > 0 {
		rt.Fatalf("%d people stand on another day than their entry (%v)", wrong, err)
	}
	checkTitles(rt, tx)
	if _, err := tx.ExecContext(ctx, `INSERT INTO entries_fts (entries_fts, rank) VALUES ('integrity-check', 1)`); err != nil {
		rt.Fatalf("the index does not match the text: %v", err)
	}
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM bulk`).Scan(&wrong); err != nil || wrong != 0 {
		rt.Fatalf("a bulk insert was left open: %d, %v", wrong, err)
	}
}

// checkTitles looks at the folded titles, and at those that a text names.
func checkTitles(rt *rapid.T, q querier) {
	type row struct{ title, folded, body, named string }
	rows, err := rowsOf(rt.Context(), q, func(each *sql.Rows) (row, error) {
		var r row
		err := each.Scan(&r.title, &r.folded, &r.body, &r.named)
		return r, err
	}, `SELECT title, title_folded, body,
			(SELECT coalesce(group_concat(folded, char(10) ORDER BY folded), '') FROM entry_mentions WHERE entry = n) FROM entries`)
	if err != nil {
		rt.Fatal(err)
	}
	for _, r := range rows {
		var named []string
		for _, title := range journal.Mentions(r.body) {
			named = append(named, foldTitle(title))
		}
		slices.Sort(named)
		if want := strings.Join(slices.Compact(named), "\n"); r.folded != foldTitle(r.title) || r.named != want {
			rt.Fatalf("%q is found as %q; its text names %q and not %q", r.title, r.folded, r.named, want)
		}
	}
}

func summaryRows(rt *rapid.T, q querier) []string {
	rows, err := q.QueryContext(rt.Context(), `SELECT month, kind, expectation, count, strongest, newest FROM summary ORDER BY 1, 2, 3`)
	if err != nil {
		rt.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var r [5]string
		var count int
		if err := errors.Join(rows.Scan(&r[0], &r[1], &r[2], &count, &r[3], &r[4])); err != nil {
			rt.Fatal(err)
		}
		all = append(all, fmt.Sprint(r, count))
	}
	return all
}
