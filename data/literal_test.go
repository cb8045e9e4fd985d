package data

import (
	"bufio"
	"context"
	"database/sql"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// asSQL writes a statement with its arguments in their places.
func asSQL(t interface{ Fatal(...any) }, s statement) string {
	var text strings.Builder
	w := bufio.NewWriter(&text)
	if err := writeSQL(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestAStatementSaysTheSameWithItsArgumentsInIt, to SQLite, of any values.
func TestAStatementSaysTheSameWithItsArgumentsInIt(t *testing.T) {
	db, err := openMemory(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	value := rapid.OneOf(
		rapid.Just[any](nil), rapid.Map(rapid.Int64(), func(v int64) any { return v }), rapid.Map(rapid.Float64(), func(v float64) any { return v }),
		rapid.Map(rapid.String(), func(v string) any { return v }),
		rapid.Map(rapid.SampledFrom([]string{"", "'", "a\r\nb", "\x00", "?1 ? ''", "e\u0301", "\n.quit\n/\ngo\n", "\xff\xfe", "1e5"}), func(v string) any { return v }),
	)
	rapid.Check(t, func(rt *rapid.T) {
		args := rapid.SliceOfN(value, 4, 4).Draw(rt, "args")
		const query = `SELECT typeof(?) || '?' || "quote"(?2), hex(?), ?4, quote(?4), typeof(?4), ?1`
		read := func(query string, args ...any) []string {
			all, err := rowsOf(context.Background(), db, scanTexts(6), query, args...)
			if err != nil || len(all) != 1 {
				rt.Fatalf("%s: %v, %v", query, all, err)
			}
			return all[0]
		}
		want := read(query, args...)
		got := read(asSQL(rt, statement{sql: query, args: args}))
		if strings.Join(want, "\n") != strings.Join(got, "\n") {
			rt.Fatalf("want %q, got %q", want, got)
		}
	})
}

// scanTexts reads a row as texts; what is nothing is told from what is empty.
func scanTexts(n int) func(row *sql.Rows) ([]string, error) {
	return func(row *sql.Rows) ([]string, error) {
		cells, to := make([]sql.NullString, n), make([]any, n)
		for i := range cells {
			to[i] = &cells[i]
		}
		err := row.Scan(to...)
		texts := make([]string, n)
		for i, c := range cells {
			if texts[i] = "nothing"; c.Valid {
				texts[i] = "=" + c.String
			}
		}
		return texts, err
	}
}
