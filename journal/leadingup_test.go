package journal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestOffersAndHowTheyWereReceivedStandSideBySide(t *testing.T) {
	up := journal.LeadingUp{
		Offered:  "2026-01-15 To chair planning\n2026-02-02 Facts, a day early\nFriday note\n2026-03-06 To draft the plan",
		Received: "2026-01-15 not now: she asked Tomas\n2026-02-03 mixed\nRead it aloud",
	}
	want := []journal.Offer{
		{Line: 0, On: mustDay(t, "2026-01-15"), What: "To chair planning", Received: journal.Reception{On: mustDay(t, "2026-01-15"), Way: "not now", Words: "she asked Tomas"}},
		{Line: 1, On: mustDay(t, "2026-02-02"), What: "Facts, a day early", Received: journal.Reception{On: mustDay(t, "2026-02-03"), Way: "mixed"}},
		{Line: 2, What: "Friday note", Received: journal.Reception{Words: "Read it aloud"}},
		{Line: 3, On: mustDay(t, "2026-03-06"), What: "To draft the plan"},
	}
	if diff := cmp.Diff(want, up.Offers()); diff != "" {
		t.Error(diff)
	}
	if got := (*journal.LeadingUp)(nil).Offers(); got != nil {
		t.Errorf("no sheet has the offers %+v", got)
	}
}

func TestANewOfferIsALineOfItsOwn(t *testing.T) {
	up := journal.LeadingUp{Offered: "Typed\nas a text", Received: ""}
	up.SetOffer(journal.Offer{Line: -1, On: mustDay(t, "2026-03-06"), What: " Two\nlines "})
	up.SetOffer(journal.Offer{Line: -1, What: "No date", Received: journal.Reception{On: mustDay(t, "2026-03-08"), Way: journal.WellReceived, Words: "Thanks"}})
	want := journal.LeadingUp{
		Offered:  "Typed\nas a text\n2026-03-06 Two lines\nNo date",
		Received: "\n\n\n2026-03-08 well received: Thanks",
	}
	if diff := cmp.Diff(want, up); diff != "" {
		t.Error(diff)
	}
	up.RemoveOffer(2)
	if want := "Typed\nas a text\nNo date"; up.Offered != want || up.Received != "\n\n2026-03-08 well received: Thanks" {
		t.Errorf("left are %q and %q", up.Offered, up.Received)
	}
}

// sheets draws sheets as anybody may have typed them.
func sheets() *rapid.Generator[journal.LeadingUp] {
	line := rapid.SampledFrom([]string{
		"", " ", "2026-03-06 A note", "2026-03-06", "2026-03-06  two spaces", "2026-13-06 no such day", "text", "mixed: so so", "not now\r", "é 日本",
	})
	text := rapid.Map(rapid.SliceOfN(line, 0, 5), func(all []string) string { return strings.Join(all, "\n") })
	return rapid.Custom(func(t *rapid.T) journal.LeadingUp {
		return journal.LeadingUp{Offered: text.Draw(t, "offered"), Received: text.Draw(t, "received")}
	})
}

func TestOneOfferIsChangedWithoutTouchingAnyOtherLine(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		before := sheets().Draw(r, "sheet")
		at := rapid.IntRange(-1, 6).Draw(r, "line")
		after := before
		o := journal.Offer{
			Line: at, On: someDay().Draw(r, "on"), What: rapid.SampledFrom([]string{"", "A plan", "Help: all"}).Draw(r, "what"),
			Received: journal.Reception{
				On: someDay().Draw(r, "received on"), Way: oneOf(journal.Ways()).Draw(r, "way"), Words: rapid.SampledFrom([]string{"Thanks", "A: b"}).Draw(r, "words"),
			},
		}
		after.SetOffer(o)
		if at < 0 {
			at = max(countLines(before.Offered), countLines(before.Received))
		}
		for i := range 8 {
			if i != at && (lineOf(before.Offered, i) != lineOf(after.Offered, i) || lineOf(before.Received, i) != lineOf(after.Received, i)) {
				r.Fatalf("line %d changed too: %q, %q became %q, %q", i, before.Offered, before.Received, after.Offered, after.Received)
			}
		}
		o.Line = at
		for _, got := range after.Offers() {
			if got.Line == at {
				if diff := cmp.Diff(o, got); diff != "" {
					r.Fatalf("the offer is read as (-want +got):\n%s", diff)
				}
				return
			}
		}
		r.Fatalf("the offer is not in %+v", after)
	})
}

func TestAnOfferThatWasTakenAwayIsPutBackAsItStood(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		before := sheets().Draw(r, "sheet")
		up := before
		at := rapid.IntRange(0, 6).Draw(r, "line")
		offered, received := up.RemoveOffer(at)
		up.PutBack(at, offered, received)
		if len(up.Offers()) != len(before.Offers()) {
			r.Fatalf("%+v became %+v", before, up)
		}
		for i := range 8 {
			if lineOf(before.Offered, i) != lineOf(up.Offered, i) || lineOf(before.Received, i) != lineOf(up.Received, i) {
				r.Fatalf("%+v became %+v", before, up)
			}
		}
	})
}

func countLines(text string) int {
	if text == "" {
		return 0
	}
	return strings.Count(text, "\n") + 1
}

func lineOf(text string, i int) string {
	if all := strings.Split(text, "\n"); i < len(all) {
		return all[i]
	}
	return ""
}

func TestMergedSheetsKeepWhatBelongsTogetherSideBySide(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		a, b := sheets().Draw(r, "one"), sheets().Draw(r, "other")
		j, _ := journalAt(evening)
		into, from := mustPerson(t, j, journal.Person{Name: "A", LeadingUp: &a}), mustPerson(t, j, journal.Person{Name: "B", LeadingUp: &b})
		merged, err := j.MergePeople(t.Context(), from.ID, into.ID)
		if err != nil {
			r.Fatal(err)
		}
		want := append(a.Offers(), b.Offers()...)
		got := merged.LeadingUp.Offers()
		for _, all := range [][]journal.Offer{want, got} {
			for i := range all {
				all[i].Line = 0
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("merged (-want +got):\n%s", diff)
		}
	})
}

func FuzzOffersAreReadFromAnyText(f *testing.F) {
	f.Add("2026-03-06 A note\n\nplain", "2026-03-06 not now: x\nmixed")
	f.Add("2026-02-30 no day", "well received:\r\n")
	f.Fuzz(func(t *testing.T, offered, received string) {
		up := journal.LeadingUp{Offered: offered, Received: received}
		first := up.Offers()
		for _, o := range first {
			up.SetOffer(o)
		}
		for _, o := range up.Offers() {
			at := slices.IndexFunc(first, func(p journal.Offer) bool { return p.Line == o.Line })
			if at < 0 || o.What != first[at].What || o.On != first[at].On {
				t.Fatalf("%q, %q: %+v was read before as %+v", offered, received, o, first)
			}
		}
	})
}

func TestWhatALeaderNeedsIsNotedBesideOwnWords(t *testing.T) {
	up := journal.LeadingUp{Needs: []string{"Time to look up", "too-busy", "Facts early"}}
	if got := up.OwnNeeds(); got != "Time to look up\nFacts early" || !up.Has("too-busy") || up.Has("unaware") {
		t.Errorf("own words are %q of %q", got, up.Needs)
	}
	up.SetOwnNeeds("Time to look up\nFacts early")
	if len(up.Needs) != 3 {
		t.Errorf("the same words became %q", up.Needs)
	}
	up.SetNeed("unaware", true)
	up.SetNeed("unaware", true)
	up.SetNeed("too-busy", false)
	up.SetOwnNeeds("Two\nlines")
	if diff := cmp.Diff([]string{"unaware", "Two\nlines"}, up.Needs); diff != "" {
		t.Error(diff)
	}
	up.SetOwnNeeds("")
	if diff := cmp.Diff([]string{"unaware"}, up.Needs); diff != "" || (*journal.LeadingUp)(nil).OwnNeeds() != "" || (*journal.LeadingUp)(nil).Has("unaware") {
		t.Error(diff)
	}
}
