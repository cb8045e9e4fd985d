package evidence_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

func TestAnEntryThatIsIncludedIsInThePackOnce(t *testing.T) {
	d, entries, p := three(t)
	m := d.all()
	left, id := p.Clone(), entries[0].ID
	for i := range left.Sections {
		for k := range left.Sections[i].Bullets {
			left.Sections[i].Bullets[k].Out = true
		}
	}
	back, place, ok := evidence.Include(m, left, id)
	if b := back.Section(place.Section).Bullets[place.At]; !ok || b.Out || !slices.Contains(b.Entries, id) {
		t.Errorf("what was left out: %+v at %+v, %v", b, place, ok)
	}
	again, _, _ := evidence.Include(m, back, id)
	if diff := cmp.Diff(back, again); diff != "" {
		t.Errorf("what is in already (-was +is)\n%s", diff)
	}
	bare := p.Clone()
	for i := range bare.Sections {
		bare.Sections[i].Bullets = nil
	}
	for range 2 {
		bare, _, ok = evidence.Include(m, bare, entries[1].ID)
	}
	n := 0
	for _, s := range bare.Sections {
		for _, b := range s.Bullets {
			if slices.Contains(b.Entries, entries[1].ID) {
				n++
			}
		}
	}
	if !ok || n != 1 {
		t.Errorf("an entry that was asked for twice is there %d times, %v", n, ok)
	}
}

func TestWhatStaysInIsNotIncluded(t *testing.T) {
	d, _, p := three(t)
	hidden := d.write("2026-03-08", journal.Entry{Kind: journal.Reflection, Body: "Kept to myself.", Private: true})
	if _, _, ok := evidence.Include(d.all(), p, hidden.ID); ok {
		t.Error("a private entry is in a pack")
	}
}

func TestALineStandsAsItsEntriesDo(t *testing.T) {
	d, entries, p := three(t)
	b := p.Section(led).Bullets[0]
	if m := d.all(); !evidence.GoesOut(m, b) || evidence.Gone(m, b) {
		t.Error("a line of an entry that is there does not go out")
	}
	if _, err := d.j.SavePack(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		d.remove(e)
	}
	if m := d.all(); evidence.GoesOut(m, b) || !evidence.Gone(m, b) {
		t.Error("a line of an entry that is gone goes out")
	}
}

func TestAPackKeepsOverWhichTimeItLooks(t *testing.T) {
	today := journal.Day{Year: 2026, Month: 11, Date: 22}
	var plan journal.Plan
	p := journal.Pack{Extra: journal.Extra{"theirs": []byte(`1`)}}
	if got := evidence.LooksOver(p); got != evidence.LookReview {
		t.Errorf("a pack that says nothing looks over %q", got)
	}
	for look, since := range map[evidence.Look]string{evidence.LookReview: "2025-12-01", evidence.LookYear: "2026-01-01", evidence.LookAll: ""} {
		with := evidence.LookOver(p, look)
		if got := evidence.LooksOver(with); got != look || len(with.Extra) != 2 || len(p.Extra) != 1 {
			t.Errorf("%s is kept as %q, with %v", look, got, with.Extra)
		}
		if got := look.Filter(plan, today).Since; got.String() != since && !(since == "" && got.IsZero()) {
			t.Errorf("%s begins on %s, want %s", look, got, since)
		}
	}
}
