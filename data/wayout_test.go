package data

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// TestTheWayOutNeedsNothingOfOurs does what the recovery sheet says with the
// programs of the system alone: with the key on the sheet, and with the
// passphrase, which age asks for on a terminal.
func TestTheWayOutNeedsNothingOfOurs(t *testing.T) {
	for _, program := range []string{"age", "sqlite3", "script", "sh"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatal(program + " is not installed: tools/system.sh test does that")
		}
	}
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	sheet := makeProtected(t, h)
	s := openHome(t, h)
	fillMarked(t, s)
	addEntry(t, s, 500, "in the file")
	if err := s.image(t.Context(), s.imageAtOnce); err != nil {
		t.Fatal(err)
	}
	text := "a line\r\nand 'quotes' \u2014 \U0001f389\n.quit\n/\ngo\n"
	addEntry(t, s, 501, text)
	fillMarkedAgain(t, s)
	s.bulkFrom = 2 // so that the index is written as after an import
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(502, "", text), written(503, "", "")}})
	want := answers(t, s)
	for name, key := range map[string]string{
		"the sheet":      "printf '%s\\n' " + string(sheet) + " > key.txt",
		"the passphrase": "printf '" + passphrase + "\\n' | script -qec 'age -d -o key.txt identity.age' /dev/null > /dev/null",
	} {
		t.Run(name, func(t *testing.T) {
			folder := copyOf(t, h).folder
			for _, line := range append([]string{key}, steps(t, sheet)...) {
				cmd := exec.CommandContext(t.Context(), "sh", "-ec", line)
				cmd.Dir = folder
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("%s: %v\n%s", line, err, out)
				}
			}
			cmd := exec.CommandContext(t.Context(), "sqlite3", "journal.db", asked)
			cmd.Dir = folder
			out, err := cmd.Output()
			if err != nil || strings.TrimSpace(string(out)) != want {
				t.Errorf("it holds\n%s\nand not\n%s\n%v", out, want, err)
			}
			found := exec.CommandContext(t.Context(), "sh", "-ec", `for f in attachments/*.age; do age -d -i key.txt "$f" | sha256sum; done`)
			found.Dir = folder
			if out, err := found.Output(); err != nil || !strings.Contains(string(out), sumOf(marker)) {
				t.Errorf("attached files: %s, %v", out, err)
			}
		})
	}
}

// asked is what is compared of both.
const asked = `SELECT group_concat(line, '|') FROM (
	SELECT id || ' ' || revision || ' ' || hex(title) || ' ' || hex(body) || ' ' || hex(people) AS line FROM entries
	UNION ALL SELECT month || kind || expectation || count || strongest || newest FROM summary
	UNION ALL SELECT entry || ' ' || hex(content) FROM versions
	UNION ALL SELECT id || ' ' || hex(content) FROM trash ORDER BY 1)`

func answers(t testing.TB, s *Store) (text string) {
	t.Helper()
	if err := s.readers.QueryRow(asked).Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

// steps are the commands that the sheet names.
func steps(t testing.TB, key journal.RecoveryKey) (lines []string) {
	t.Helper()
	for _, line := range strings.Split(journal.RecoverySheet(key, "/somewhere", time.Unix(0, 0)), "\n") {
		if command, ok := strings.CutPrefix(line, "    "); ok && !strings.HasPrefix(command, "AGE-") && strings.ContainsAny(command, "|>;\"") {
			lines = append(lines, command)
		}
	}
	if len(lines) != 4 {
		t.Fatalf("the sheet names %q", lines)
	}
	return lines
}
