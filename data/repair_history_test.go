package data

import (
	"strings"
	"testing"

	"groundwork/journal"
)

// TestALostEntryIsTakenFromItsHistoryWhereThatIsNewest loses the page on which
// the entry lies, which was written at nine times since it was begun.
func TestALostEntryIsTakenFromItsHistoryWhereThatIsNewest(t *testing.T) {
	for name, test := range map[string]struct {
		backedUp int      // after how many saves; -1: never
		lose     []string // the trees whose root is lost
		want     string
		told     string
	}{
		"no backup":                      {-1, []string{"entries"}, "words of save 7", "from its history"},
		"an older backup":                {3, []string{"entries"}, "words of save 7", "from its history"},
		"a newer backup":                 {8, []string{"entries"}, "words of save 8", "from the backup"},
		"nothing tells which there were": {-1, []string{"entries", indexOfIDs("entries")}, "words of save 7", "from its history"},
		"and an older backup is there":   {3, []string{"entries", indexOfIDs("entries")}, "words of save 7", "from its history"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHome(t)
			s := openHome(t, h)
			e := begun(t, s, "first words")
			for n := range 9 {
				save(t, s, e, strings.Replace("words of save N", "N", string(rune('0'+n)), 1), clockAt(10*(n+1)))
				if n == test.backedUp {
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					backUp(t, h, journal.BackupByHand)
					s = openHome(t, h)
				}
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			for _, tree := range test.lose {
				zeroPage(t, h, rootPage(t, h, tree))
			}
			r := repaired(t, h)
			if r.Lost != 0 || !strings.Contains(strings.Join(problemsOf(r), "\n"), test.told) {
				t.Errorf("%q", problemsOf(r))
			}
			if got := bodies(t, h); got != test.want {
				t.Errorf("it holds %q, want %q", got, test.want)
			}
		})
	}
}
