package journal_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// marks writes a side with what changed in brackets.
func marks(side []journal.Marked) string {
	var b strings.Builder
	for _, m := range side {
		if m.Changed {
			b.WriteString("[" + m.Text + "]")
		} else {
			b.WriteString(m.Text)
		}
	}
	return b.String()
}

func TestTwoTextsAreComparedByTheirWords(t *testing.T) {
	for _, c := range []struct{ before, after, old, now string }{
		{"", "", "", ""},
		{"the same", "the same", "the same", "the same"},
		{"", "all new", "", "[all new]"},
		{"all gone", "", "[all gone]", ""},
		{"I led the team.", "I led the whole team.", "I led the team.", "I led the[ whole] team."},
		{"I was asked to lead.", "I chose to lead.", "I [was asked] to lead.", "I [chose] to lead."},
		{"two plain words", "three other words", "[two plain] words", "[three other] words"},
		{"one\r\ntwo", "one\ntwo", "one[\r\n]two", "one[\n]two"},
		{"我带领团队", "我带领大团队", "我带领团队", "我带领[大]团队"},
		{"cafe\u0301 au lait", "cafe au lait", "[cafe\u0301] au lait", "[cafe] au lait"},
		{"one day.", "one day.\ntwo day.", "one day.", "one day.[\ntwo day.]"},
		{"a b\nc b\nd", "c b\nd", "[a b\n]c b\nd", "c b\nd"},
		{"I led.\nWe won.", "I led.\nI led.\nWe won.", "I led.\nWe won.", "[I led.\n]I led.\nWe won."},
		{"Done, at last", "Done at last", "Done[,] at last", "Done at last"},
	} {
		old, now := journal.CompareWords(c.before, c.after)
		if got := marks(old); got != c.old {
			t.Errorf("%q to %q: the old side is %s, want %s", c.before, c.after, got, c.old)
		}
		if got := marks(now); got != c.now {
			t.Errorf("%q to %q: the new side is %s, want %s", c.before, c.after, got, c.now)
		}
	}
}

// anyWords are few different words, so that two texts have much in common.
var anyWords = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", "b", "c", "d", " ", " ", "  ", "\n", ".", "ä", "日", "e\u0301", "\xff", "\u0301",
	}), 0, 40).Draw(t, "words"), "")
})

func TestBothSidesOfAComparisonAreRestoredFromTheMarks(t *testing.T) {
	text := rapid.OneOf(anyWords, rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		checkSides(t, before, after)
	})
}

func FuzzCompareWords(f *testing.F) {
	f.Add("one two", "one three")
	f.Add("\xff\xfe", "a\u0301")
	f.Fuzz(func(t *testing.T, before, after string) { checkSides(t, before, after) })
}

func checkSides(t interface {
	Helper()
	Errorf(string, ...any)
}, before, after string,
) {
	t.Helper()
	old, now := journal.CompareWords(before, after)
	wholeOld, sameOld := joinMarked(old)
	wholeNow, sameNow := joinMarked(now)
	if wholeOld != before || wholeNow != after {
		t.Errorf("%q to %q: the marks give %q and %q", before, after, wholeOld, wholeNow)
	}
	if sameOld != sameNow {
		t.Errorf("%q to %q: %q stayed on one side and %q on the other", before, after, sameOld, sameNow)
	}
	if before == after && wholeOld != sameOld {
		t.Errorf("%q is marked as changed though it is the same", before)
	}
	for _, side := range [][]journal.Marked{old, now} {
		for i, m := range side {
			if m.Text == "" || i > 0 && side[i-1].Changed == m.Changed {
				t.Errorf("%q to %q: a stretch is empty or cut in two: %v", before, after, side)
			}
		}
	}
}

func joinMarked(side []journal.Marked) (whole, same string) {
	for _, m := range side {
		whole += m.Text
		if !m.Changed {
			same += m.Text
		}
	}
	return whole, same
}

func TestTwoLongTextsWithLittleInCommonAreComparedAllTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range 6000 {
			fmt.Fprintf(&b, "w%d ", r.IntN(3000))
		}
		return b.String()
	}
	checkSides(t, text(), text())
}

func TestASentenceThatMovedIsMarkedOnceOnEachSide(t *testing.T) {
	old, now := journal.CompareWords("First. Second one here. Third.", "Second one here. First. Third.")
	count := func(side []journal.Marked) (n int) {
		for _, m := range side {
			if m.Changed {
				n++
			}
		}
		return n
	}
	if diff := cmp.Diff([]int{1, 1}, []int{count(old), count(now)}); diff != "" {
		t.Errorf("marks on each side (-want +got):\n%s\n%s\n%s", diff, marks(old), marks(now))
	}
}
