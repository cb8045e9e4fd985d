package journal_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// fieldTexts reads "title: words | body: words".
func fieldTexts(all string) (texts []journal.FieldText) {
	for _, each := range strings.Split(all, "|") {
		if field, text, ok := strings.Cut(strings.TrimSpace(each), ": "); ok {
			texts = append(texts, journal.FieldText{Field: journal.Field(field), Text: text})
		}
	}
	return texts
}

func TestTwoStatesOfAnEntryAreComparedFieldByField(t *testing.T) {
	for _, c := range []struct{ before, now, want string }{
		{"title: A day | body: I led.", "title: A day | body: I led well.", "title A day/A day, body I led./I led[ well]."},
		{"body: text | task: Plan | tags: x", "body: text | tags: x", "body text/text, task [Plan]/, tags x/x"},
		{"body: text", "quote: Said | body: text", "quote /[Said], body text/text"},
		{"a: 1 | b: 2", "b: 2 | a: 1", "b 2/2, a 1/1"},
		{"", "", ""},
	} {
		var got []string
		for _, f := range journal.CompareFields(fieldTexts(c.before), fieldTexts(c.now)) {
			got = append(got, fmt.Sprintf("%s %s/%s", f.Field, marks(f.Old), marks(f.Now)))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q to %q: %s, want %s", c.before, c.now, got, c.want)
		}
	}
}

func TestTheWordsThatCameAndWentAreCounted(t *testing.T) {
	for _, c := range []struct {
		before, now string
		came, gone  int
	}{
		{"body: I led the team.", "body: I led the whole big team!", 2, 0},
		{"body: two words here", "body: here", 0, 2},
		{"title: Old", "title: New | body: three more words", 4, 1},
		{"body: 团队", "body: 大团队", 1, 0},
		{"body: same", "body: same", 0, 0},
	} {
		came, gone := journal.CountWords(journal.CompareFields(fieldTexts(c.before), fieldTexts(c.now)))
		if came != c.came || gone != c.gone {
			t.Errorf("%q to %q: %d came and %d went, want %d and %d", c.before, c.now, came, gone, c.came, c.gone)
		}
	}
}

func TestWovenTogetherBothSidesAreWholeAndInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, after := anyWords.Draw(t, "before"), anyWords.Draw(t, "after")
		var old, now strings.Builder
		for _, s := range journal.Woven(journal.CompareWords(before, after)) {
			if s.Text == "" {
				t.Fatal("an empty stretch")
			}
			if s.Side != journal.NowSide {
				old.WriteString(s.Text)
			}
			if s.Side != journal.OldSide {
				now.WriteString(s.Text)
			}
		}
		if old.String() != before || now.String() != after {
			t.Fatalf("%q and %q are woven of %q and %q", old.String(), now.String(), before, after)
		}
	})
}
