package journal

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
)

// groupsInLine is how many groups of letters stand on a line of the sheet: as
// many as stand beside each other in large letters on paper.
const groupsInLine = 4

// withoutIndex takes the search index out of a copy of the database, which
// sqlite3 before 3.42 cannot write to, and puts a table in its place that takes
// whatever a save writes into the index.
const withoutIndex = "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name='entries_fts'; PRAGMA writable_schema=RESET; " +
	"CREATE TABLE entries_fts AS SELECT *, 0 AS rowid, 0 AS entries_fts, 0 AS rank FROM entries LIMIT 0;"

// Lines gives the groups of letters line by line, as they stand on the sheet.
func (k RecoveryKey) Lines() [][]string {
	return slices.Collect(slices.Chunk(k.Groups(), groupsInLine))
}

// RecoverySheet is what stands on the sheet of a recovery key, as plain text:
// its title, then paragraphs with an empty line between them. What is to be
// kept letter under letter, the key first, is set in by four spaces.
func RecoverySheet(key RecoveryKey, folder string, made time.Time) string {
	var lines []string
	for _, groups := range key.Lines() {
		lines = append(lines, "    "+strings.Join(groups, "  "))
	}
	return fmt.Sprintf(`Recovery sheet of a Groundwork journal

Made on %s for the journal in
%s

This key opens the journal when its passphrase is lost:

    %s
%s

Keep this sheet on paper, away from the computer. Whoever has it and a copy of
the journal can read all of it. Without the passphrase and without this sheet
nobody can, and nobody can help.

In Groundwork: type the letters in place of the passphrase. Spaces, small
letters and one slip do no harm.

Without Groundwork: put the key into a file key.txt, on one line, without
spaces, beginning with %s. Then, in the journal's folder,

    age -d -i key.txt journal.age > journal.db
    sqlite3 journal.db "SELECT day, title, body FROM entries ORDER BY day;"

What was written last may lie in pending, a file for each save. In their order:

    sqlite3 journal.db "%s"
    for f in pending/*.age; do age -d -i key.txt "$f" | sqlite3 -bail journal.db; done

Attached files lie in attachments, and open in the same way.
`, made.Format("2 January 2006"), folder, recoveryHead, strings.Join(lines, "\n"), recoveryHead, withoutIndex)
}

// SheetGroup is one of the groups of letters on a recovery sheet.
type SheetGroup struct {
	Line, Place int // of the sheet, and in the line, counted from 1
	letters     string
}

// AskBack chooses so many groups of the sheet at random, in the order in which
// they stand there: whoever types them has the sheet before them.
func (k RecoveryKey) AskBack(n int) ([]SheetGroup, error) {
	var whole []SheetGroup
	for i, line := range k.Lines() {
		for j, letters := range line {
			if len(letters) == recoveryGroup {
				whole = append(whole, SheetGroup{i + 1, j + 1, letters})
			}
		}
	}
	for len(whole) > n {
		at, err := rand.Int(rand.Reader, big.NewInt(int64(len(whole))))
		if err != nil {
			return nil, fmt.Errorf("choose a part of the recovery key: %w", err)
		}
		i := int(at.Int64())
		whole = slices.Delete(whole, i, i+1)
	}
	return whole, nil
}

// Is tells whether this is what was typed: in capitals or not, with or without
// spaces, and letters that no key has taken for those they look like.
func (g SheetGroup) Is(typed string) bool {
	return string(recoveryTyped(typed)) == strings.ToLower(g.letters)
}
