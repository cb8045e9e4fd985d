package data

import (
	"context"
	"database/sql/driver"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"modernc.org/sqlite"

	"groundwork/journal"
)

// find searches as a person types in the window.
func find(t testing.TB, s *Store, text string, w journal.FindWindow) journal.Finding {
	t.Helper()
	q := journal.ReadTyping(text, journal.Dates{Today: journal.Day{Year: 2026, Month: 11, Date: 20}})
	f, err := s.Find(t.Context(), q, w)
	if err != nil {
		t.Fatalf("find %q: %v", text, err)
	}
	return f
}

func idsOf(f journal.Finding) (ids []journal.ID) {
	for _, each := range f.Found {
		ids = append(ids, each.ID)
	}
	return ids
}

func TestEveryFieldThatMatchesIsNamedWithItsOwnWords(t *testing.T) {
	s := newStore(t)
	e := fullEntry(1)
	e.Moment.Situation, e.Feedback.Situation, e.Feedback.Behaviour, e.Feedback.Impact = "sit", "seat", "behaved", "impressed"
	apply(t, s, journal.Changes{
		People: []journal.Person{{ID: testID(900), Name: "Ada Lovelace"}, {ID: testID(901), Name: "Grace"}}, Entries: []journal.Entry{e, written(2, "other", "nothing")},
	})
	for word, want := range map[string]struct {
		field journal.Field
		text  string
	}{
		"two":       {journal.FieldBody, "Line one  Line [two] — e\u0301 🎉 שלום 中文"},
		"中文":        {journal.FieldBody, "Line one  Line two — e\u0301 🎉 שלום [中文]"},
		"lovelace":  {journal.FieldPeople, "Grace, Ada [Lovelace], Nobody known"},
		"you":       {journal.FieldPrompt, "What did [you] do?"},
		"sit":       {journal.FieldSituation, "[sit]"},
		"seat":      {journal.FieldSituation, "[seat]"},
		"task":      {journal.FieldTask, "[task]"},
		"action":    {journal.FieldAction, "[action]"},
		"result":    {journal.FieldResult, "[result]"},
		"less":      {journal.FieldImpact, "[less] %"},
		"impressed": {journal.FieldImpact, "[impressed]"},
		"done":      {journal.FieldQuote, "well [done]"},
		"behaved":   {journal.FieldBehaviour, "[behaved]"},
		"lead":      {journal.FieldPosition, "[Lead]"},
		"org":       {journal.FieldOrganisation, "[Org]"},
		"call":      {journal.FieldNextStep, "[call]"},
		"looks":     {journal.FieldLooksFor, "[looks]"},
		"lessons":   {journal.FieldLessons, "[lessons]"},
		"early":     {journal.FieldStages, "sent [early]"},
		"note":      {journal.FieldEvidence, "[note]"},
		"pdf":       {journal.FieldAttachments, "a.[pdf] https://example.org/x"},
		"esul":      {journal.FieldResult, "r[esul]t"},
	} {
		f := find(t, s, word, journal.FindWindow{Limit: 5})
		if len(f.Found) != 1 || len(f.Found[0].Places) == 0 {
			t.Errorf("%s finds %+v", word, f)
			continue
		}
		place := f.Found[0].Places[0]
		got := strings.NewReplacer(journal.MatchStart, "[", journal.MatchEnd, "]").Replace(place.Marked())
		if place.Field != want.field || got != want.text {
			t.Errorf("%s is found in %s: %q, want %s: %q", word, place.Field, got, want.field, want.text)
		}
	}
}

func TestWhatWasFoundHasItsTitleTagsAndProofs(t *testing.T) {
	s := newStore(t)
	e := written(1, "Budget talk", "About the budget.")
	e.Tags = []string{"Money", "budget/2026"}
	e.Evidence = []journal.Evidence{
		{Expectation: "by name", Strength: journal.OwnWord}, {Expectation: string(testID(800)), Strength: journal.Quote},
	}
	apply(t, s, journal.Changes{Expectations: []journal.Expectation{{ID: testID(800), Name: "Keeps a budget"}}, Entries: []journal.Entry{e}})
	got := find(t, s, "tag:money about", journal.FindWindow{Limit: 5}).Found[0]
	expect(t, "title", "Budget talk", got.Title)
	expect(t, "marks", []journal.Match{{From: 0, To: 6}}, find(t, s, "budget", journal.FindWindow{}).Found[0].Marks)
	expect(t, "tags", []journal.FoundTag{{Tag: "Money", Met: true}, {Tag: "budget/2026"}}, got.Tags)
	expect(t, "proofs", []journal.FoundProof{{Expectation: "Keeps a budget", Strength: journal.Quote}, {Expectation: "by name", Strength: journal.OwnWord}}, got.Proves)
}

func TestAFilterAloneListsTheNewestWithHowTheyBegin(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(2, "b", "older"), written(1, "a", "newer\nline")}})
	f := find(t, s, "kind:reflection", journal.FindWindow{Limit: 1})
	if f.Total != 2 || f.More || len(f.Found) != 1 || f.Found[0].Places[0].Text != "newer line" {
		t.Errorf("%+v", f)
	}
}

func TestBestAndNewestAndTheWindowOfThem(t *testing.T) {
	s := newStore(t)
	var c journal.Changes
	for i := range 30 {
		e := written(i, "none", strings.Repeat("word ", 1+i%7)+"other")
		if i == 20 {
			e.Title = "word"
		}
		c.Entries = append(c.Entries, e)
	}
	slices.Reverse(c.Entries) // the newest came first into the journal
	apply(t, s, c)
	if best := find(t, s, "word", journal.FindWindow{Limit: 1}); best.Found[0].ID != testID(20) || best.Total != 30 {
		t.Errorf("best: %v of %d", idsOf(best), best.Total)
	}
	newest := find(t, s, "word", journal.FindWindow{Newest: true, From: 10, Limit: 3})
	expect(t, "newest", []journal.ID{testID(10), testID(11), testID(12)}, idsOf(newest))
	all := find(t, s, "word", journal.FindWindow{Limit: 10})
	var paged []journal.ID
	for from := 0; from < 30; from += 10 {
		paged = append(paged, idsOf(find(t, s, "word", journal.FindWindow{From: from, Limit: 10}))...)
	}
	expect(t, "first page", idsOf(all), paged[:10])
	slices.Sort(paged)
	if len(slices.Compact(paged)) != 30 {
		t.Error("the pages of a search overlap")
	}
	if past := find(t, s, "word", journal.FindWindow{From: 40, Limit: 10}); len(past.Found) != 0 || past.Total != 30 {
		t.Errorf("past the end: %v", idsOf(past))
	}
}

func TestACommonWordRanksOnlyTheLatest(t *testing.T) {
	s := newStore(t)
	var c journal.Changes
	for i := range journal.MostRanked + 200 {
		e := written(i%300, "", "common")
		e.ID = testID(i)
		if i%100 == 0 {
			e.Tags = []string{"rare"}
		}
		c.Entries = append(c.Entries, e)
	}
	apply(t, s, c)
	f := find(t, s, "common", journal.FindWindow{Limit: 50})
	if f.Total != journal.MostRanked || !f.More || len(f.Found) != 50 {
		t.Errorf("%d of %d, more: %v", len(f.Found), f.Total, f.More)
	}
	if f := find(t, s, "common tag:rare", journal.FindWindow{Limit: 50}); f.Total != 12 || f.More {
		t.Errorf("with a filter: %d, more: %v", f.Total, f.More)
	}
	if f := find(t, s, "common", journal.FindWindow{}); f.Total != journal.MostRanked+200 || f.More {
		t.Errorf("all of them: %d, more: %v", f.Total, f.More)
	}
	newest := find(t, s, "common", journal.FindWindow{Newest: true, Limit: 4})
	for _, each := range newest.Found {
		if each.Day != c.Entries[0].Day {
			t.Errorf("the newest of all is of %v", each.Day)
		}
	}
}

func TestAWordThatIsBeingTypedFindsWhatBeginsSo(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(1, "", "delegating"), written(2, "", "the del key"), written(3, "", "none")}})
	for text, want := range map[string]int{"deleg": 1, "dele": 1, "del": 2, "del ": 1, "none del": 0, "del none": 0} {
		if f := find(t, s, text, journal.FindWindow{Limit: 5}); f.Total != want && !f.Inside {
			t.Errorf("%q finds %d, want %d", text, f.Total, want)
		}
	}
	found := find(t, s, "none the", journal.FindWindow{})
	if found.Terms[1].Typing || !found.Terms[1].Prefix {
		t.Errorf("it was looked for %+v", found.Terms)
	}
	if f := find(t, s, "elegat", journal.FindWindow{Limit: 5}); f.Total != 1 || !f.Inside {
		t.Errorf("a part of a word: %+v", f)
	}
}

func TestAWordIsFoundRightAfterItsSaveAndNotAfterItWasTakenOut(t *testing.T) {
	s := newStore(t)
	e := written(1, "", "before")
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	e.Body, e.Revision = "afterwards", 1
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if find(t, s, "afterwards", journal.FindWindow{}).Total != 1 || find(t, s, "before", journal.FindWindow{}).Total != 0 {
		t.Error("a save is not found, or what it replaced still is")
	}
}

func TestWhatIsInTheTrashIsNotFound(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{
		Entries: []journal.Entry{written(1, "", "kept")},
		Trash:   []journal.Trashed{{ID: testID(50), What: "prompt", Content: []byte(`{"text":"secret"}`)}},
	})
	for _, text := range []string{"secret", "secre", "ecre", "prompt"} {
		if f := find(t, s, text, journal.FindWindow{}); f.Total != 0 {
			t.Errorf("%s is found in the trash", text)
		}
	}
}

func TestHiddenPrivateEntriesAreNotFound(t *testing.T) {
	s := newStore(t)
	e := written(1, "secret", "secret 秘密")
	e.Private = true
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	for _, text := range []string{"secret", "ecre", "秘密", "kind:reflection", "is:private"} {
		q := journal.ReadTyping(text, journal.Dates{})
		q.Filter.NoPrivate = true
		for _, newest := range []bool{false, true} {
			f, err := s.Find(t.Context(), q, journal.FindWindow{Newest: newest})
			if err != nil || f.Total != 0 {
				t.Errorf("%s finds %d, %v", text, f.Total, err)
			}
		}
	}
}

func TestAPersonAndAnExpectationAreFoundByAPartOfTheirNameUnlessItIsTheWholeOneOfAnother(t *testing.T) {
	s := newStore(t)
	e, other := written(1, "", "one"), written(2, "", "two")
	e.People = []journal.Involved{{Person: string(testID(900))}}
	e.Evidence = []journal.Evidence{{Expectation: string(testID(800)), Strength: journal.OwnWord}}
	other.People = []journal.Involved{{Person: "Omar"}}
	apply(t, s, journal.Changes{
		People:       []journal.Person{{ID: testID(900), Name: "Lena Omar-Berg"}},
		Expectations: []journal.Expectation{{ID: testID(800), Name: "Coaches and mentors"}},
		Entries:      []journal.Entry{e, other},
	})
	for text, want := range map[string][]journal.ID{
		"person:lena": {e.ID}, "person:BERG": {e.ID}, `person:"lena omar"`: {e.ID}, "person:len one": {e.ID}, "person:Omar": {other.ID},
		"person:nobody": nil, `person:"`: nil, "person:*": nil, "person:-": {e.ID}, "person:+ one": nil,
		"expectation:coaches": {e.ID}, "expectation:mentors one": {e.ID}, "expectation:mentors two": nil, "expectation:%": nil,
	} {
		if got := idsOf(find(t, s, text, journal.FindWindow{Limit: 5})); !slices.Equal(got, want) && text != `person:"` {
			t.Errorf("%s finds %v", text, got)
		}
	}
}

// TestACancelledSearchStopsWithinAFewRows counts the rows that a query looks at
// after it was cancelled.
func TestACancelledSearchStopsWithinAFewRows(t *testing.T) {
	var looked atomic.Int64
	ctx, cancel := context.WithCancel(t.Context())
	err := sqlite.RegisterScalarFunction("looked_at", 1, func(_ *sqlite.FunctionContext, _ []driver.Value) (driver.Value, error) {
		if looked.Add(1) > 10 {
			cancel()
			runtime.Gosched() // as any other work would, sooner or later
		}
		return int64(0), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	const rows = 20_000
	s := newStore(t)
	var c journal.Changes
	for i := range rows {
		c.Entries = append(c.Entries, written(i%3000, "", "word"))
		c.Entries[i].ID = testID(i)
	}
	apply(t, s, c)
	err = s.read(ctx, "search", func(q querier) error {
		c := queried(journal.Query{})
		c.add("looked_at(e.n)")
		_, err := rowsOf(ctx, q, scanScored, selectNewest(c), append(c.args, 50)...)
		return err
	})
	if !errors.Is(err, context.Canceled) || looked.Load() >= rows {
		t.Errorf("%v after %d of %d rows", err, looked.Load(), rows)
	}
}

// FuzzFind: whatever is typed is a question, and never SQL or the index's own
// language.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		`person:"a" OR 1=1 --`, `expectation:%_\'`, `person:* NEAR(a b)`, `tag:' on:2026 "x" -"y" z*`, "person:\x00\xff", `people : x`, `{title} : y ^z`, "中 -文 a+",
	} {
		f.Add(seed)
	}
	s := newStore(f)
	apply(f, s, journal.Changes{Entries: []journal.Entry{fullEntry(1), written(2, "other", "text")}})
	f.Fuzz(func(t *testing.T, text string) {
		q := journal.ReadTyping(text, journal.Dates{Today: journal.Day{Year: 2026, Month: 11, Date: 20}})
		for _, w := range []journal.FindWindow{{Limit: 5}, {Newest: true, From: 1, Limit: 5}, {}} {
			if _, err := s.Find(t.Context(), q, w); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
		}
	})
}
