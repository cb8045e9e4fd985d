package data

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
	program "groundwork/journal/sample"
)

//go:embed testdata/searches.txt
var listedSearches string

// searches are the listed queries, one a line.
func searches(t testing.TB) (all []string) {
	t.Helper()
	for line := range strings.Lines(listedSearches) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, line)
		}
	}
	if len(all) != 200 {
		t.Fatalf("%d searches are listed", len(all))
	}
	return all
}

// searched opens a journal of sample entries, in which the listed searches find something.
func searched(b *testing.B, n int) *Store {
	b.Helper()
	return filled(b, "sample", n, func(s *Store) {
		if err := program.Fill(b.Context(), s, n, 1, searchDay); err != nil {
			b.Fatal(err)
		}
	})
}

// searchDay is the day on which the listed searches are asked.
var searchDay = journal.Day{Year: 2026, Month: 11, Date: 20}

// BenchmarkSearch times the listed queries as the window asks them, with what
// it shows of the first 50, and the sqlite3 shell with the same questions on the
// same index in turn: each query on one side and then on the other. The index of
// the shell is without secure-delete, which older shells cannot read.
func BenchmarkSearch(b *testing.B) {
	n := benchEntries(b)
	s := searched(b, n)
	shell := newShell(b, s)
	var ours, shells []time.Duration
	slow := map[time.Duration]string{}
	for b.Loop() {
		for _, text := range searches(b) {
			q := journal.ReadTyping(text, journal.Dates{Today: searchDay})
			start := time.Now()
			if _, err := s.Find(context.Background(), q, journal.FindWindow{Limit: 50}); err != nil {
				b.Fatal(err)
			}
			took := time.Since(start)
			ours, slow[took] = append(ours, took), text
			shells = append(shells, shell.ask(b, shellQuery(q)))
		}
	}
	for _, took := range slices.Backward(slices.Sorted(slices.Values(ours))) {
		if took < 15*time.Millisecond*time.Duration(n/10_000) {
			break
		}
		b.Logf("%8v %s", took, slow[took])
	}
	for name, all := range map[string][]time.Duration{"ours": ours, "shell": shells} {
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)/2]), name+"-p50-ns")
		b.ReportMetric(float64(all[len(all)*95/100]), name+"-p95-ns")
	}
}

// shell is a sqlite3 shell on a copy of the journal.
type shell struct {
	in  *bufio.Writer
	out *bufio.Scanner
}

func newShell(b *testing.B, s *Store) *shell {
	b.Helper()
	file := filepath.Join(b.TempDir(), "copy.db")
	var index string
	if err := s.writer.QueryRow(`SELECT sql FROM sqlite_schema WHERE name = 'entries_fts'`).Scan(&index); err != nil {
		b.Fatal(err)
	}
	for _, statement := range []string{
		`VACUUM INTO '` + file + `'`, `ATTACH '` + file + `' AS copy`,
		`DROP TABLE copy.entries_fts`,
		strings.Replace(index, "entries_fts", "copy.entries_fts", 1),
		`INSERT INTO copy.entries_fts (entries_fts) VALUES ('rebuild')`,
		`DETACH copy`,
	} {
		if _, err := s.writer.Exec(statement); err != nil {
			b.Fatalf("%s: %v", statement, err)
		}
	}
	command := exec.Command("sqlite3", "-batch", file)
	in, err := command.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := command.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := command.Start(); err != nil {
		b.Skip("no sqlite3 shell: ", err)
	}
	b.Cleanup(func() { _ = in.Close(); _ = command.Wait() })
	sh := &shell{bufio.NewWriter(in), bufio.NewScanner(out)}
	sh.out.Buffer(nil, 1<<24)
	sh.ask(b, ".timer on\nSELECT 1;")
	return sh
}

// ask tells how long the shell takes for a query by its own clock.
func (s *shell) ask(b *testing.B, query string) time.Duration {
	b.Helper()
	fmt.Fprintf(s.in, "%s\n", query)
	if err := s.in.Flush(); err != nil {
		b.Fatal(err)
	}
	for s.out.Scan() {
		if real, found := bytes.CutPrefix(s.out.Bytes(), []byte("Run Time: real ")); found {
			seconds, err := strconv.ParseFloat(strings.Fields(string(real))[0], 64)
			if err != nil {
				b.Fatal(err)
			}
			return time.Duration(seconds * float64(time.Second))
		}
	}
	b.Fatal("the shell ended at: ", query)
	return 0
}

// shellQuery asks the plain way: everything that matches by rank, or where
// nothing can be looked up in the index, all text.
func shellQuery(q journal.Query) string {
	t := sortTerms(q.Terms)
	c := queried(q)
	for _, part := range t.parts {
		c.holds(part.Text)
	}
	const columns = `SELECT e.id, e.kind, e.day, e.title, `
	if len(t.words) == 0 {
		if len(t.notWords) > 0 {
			c.add("e.n NOT IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", matchText(nil, t.notWords))
		}
		return literal(columns+`substr(e.body, 1, 200) FROM entries AS e `+c.clause()+newestFirst+`LIMIT 50;`, c.args)
	}
	for i := range t.words {
		t.words[i].Prefix = t.words[i].Prefix || t.words[i].Typing
	}
	c.add("entries_fts MATCH ?", matchText(t.words, t.notWords))
	return literal(columns+`snippet(entries_fts, -1, '<', '>', '…', 24), entries_fts.rank
		FROM entries_fts CROSS JOIN entries AS e ON e.n = entries_fts.rowid `+c.clause()+`ORDER BY entries_fts.rank LIMIT 50;`, c.args)
}

// literal puts the arguments into a statement.
func literal(query string, args []any) string {
	for _, arg := range args {
		query = strings.Replace(query, "?", "'"+strings.ReplaceAll(fmt.Sprint(arg), "'", "''")+"'", 1)
	}
	return query
}
