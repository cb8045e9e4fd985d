package handout

import (
	"fmt"
	"strings"
)

// String says in a line what went out: "18 entries, 2 private left out, 5
// names masked".
func (r Report) String() string {
	said := []string{count(r.Tally.Entries, "entry", "entries")}
	if n := r.Tally.Private; n > 0 {
		said = append(said, fmt.Sprintf("%d private left out", n))
	}
	if n := r.Tally.Names; n > 0 {
		said = append(said, count(n, "name", "names")+" masked")
	}
	if r.Files > 0 {
		said = append(said, count(r.Files, "attached file", "attached files"))
	}
	if n := r.Tally.Files; n > 0 {
		said = append(said, count(n, "attached file", "attached files")+" left out")
	}
	if n := len(r.Lost); n > 0 {
		said = append(said, count(n, "attached file", "attached files")+" not found")
	}
	return strings.Join(said, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
