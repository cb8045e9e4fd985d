package data

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// shuffled makes entries of few days, so that the instant and the arrival
// decide their order, and answers with their ids newest first.
func shuffled(t testing.TB, s *Store, n int) []journal.ID {
	t.Helper()
	var c journal.Changes
	for i := range n {
		e := written((i*7)%5, fmt.Sprintf("entry %d", i), strings.Repeat("é", 300))
		e.ID = testID(i)
		e.Created = e.Created.Add(time.Duration((i*13)%4) * time.Minute)
		c.Entries = append(c.Entries, e)
	}
	apply(t, s, c)
	slices.SortStableFunc(c.Entries, func(a, b journal.Entry) int {
		if d := b.Day.Compare(a.Day); d != 0 {
			return d
		}
		if d := b.Created.Compare(a.Created); d != 0 {
			return d
		}
		return cmpText(string(b.ID), string(a.ID)) // arrival
	})
	ids := make([]journal.ID, n)
	for i, e := range c.Entries {
		ids[i] = e.ID
	}
	return ids
}

func TestEveryListHasTheSameOrder(t *testing.T) {
	s := newStore(t)
	want := shuffled(t, s, window+57) // more than one window
	ctx := t.Context()
	var walked []journal.ID
	for e, err := range s.Entries(ctx, journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		walked = append(walked, e.ID)
	}
	expect(t, "Entries", want, walked)

	var paged []journal.ID
	var after journal.ID
	for {
		page, err := s.Lines(ctx, journal.Filter{}, after, 10)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, l := range page {
			paged = append(paged, l.ID)
			if l.Excerpt != strings.Repeat("é", 240) {
				t.Fatalf("the excerpt has %d letters", len([]rune(l.Excerpt)))
			}
		}
		after = paged[len(paged)-1]
	}
	expect(t, "Lines", want, paged)

	hits, err := s.Search(ctx, journal.Query{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []journal.ID
	for _, h := range hits {
		found = append(found, h.ID)
	}
	expect(t, "Search without words", want, found)

	for i, id := range want {
		older, err := s.Neighbour(ctx, id, -1)
		if err != nil || i+1 < len(want) && older != want[i+1] || i+1 == len(want) && older != "" {
			t.Fatalf("before %s: %s, %v", id, older, err)
		}
		newer, err := s.Neighbour(ctx, id, +1)
		if err != nil || i > 0 && newer != want[i-1] || i == 0 && newer != "" {
			t.Fatalf("after %s: %s, %v", id, newer, err)
		}
	}
}

func TestAWalkStopsWhereItsCallerStops(t *testing.T) {
	s := newStore(t)
	shuffled(t, s, 20)
	seen := 0
	for _, err := range s.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		if seen == 3 {
			break
		}
	}
	// A save in the middle of a walk: no transaction is held.
	for e, err := range s.Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Entries(ctx, journal.Filter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a cancelled walk: %v", err)
		}
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	_, entry := s.Entry(ctx, testID(1))
	_, neighbour := s.Neighbour(ctx, testID(1), 1)
	_, lines := s.Lines(ctx, journal.Filter{}, testID(1), 5)
	_, batch := s.Batch(ctx, testID(1))
	for name, err := range map[string]error{"Entry": entry, "Neighbour": neighbour, "Lines": lines, "Batch": batch} {
		if !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	plan, err := s.Plan(ctx)
	if err != nil {
		t.Error(err)
	}
	expect(t, "the plan of an empty journal", journal.Plan{}, plan)
	settings, err := s.Settings(ctx)
	if err != nil || settings == nil {
		t.Errorf("settings of an empty journal: %v, %v", settings, err)
	}
}

// filterCases are entries 1 to 6 and who passes which filter.
func filterCases(t testing.TB, s *Store) map[string]struct {
	filter journal.Filter
	want   []int
} {
	t.Helper()
	ada := journal.Person{ID: testID(901), Name: "Ada Lovelace"}
	trust := journal.Expectation{ID: testID(801), Name: "Builds trust"}
	var c journal.Changes
	for i := 1; i <= 6; i++ {
		c.Entries = append(c.Entries, written(i, "", "")) // on the 19th, 18th, …
	}
	e := func(n int) *journal.Entry { return &c.Entries[n-1] }
	c.People, c.Expectations = []journal.Person{ada}, []journal.Expectation{trust}
	e(1).Tags, e(2).Tags, e(3).Tags = []string{"Größe", "x"}, []string{"GRÖSSE"}, []string{"x", "gro\u0308ße "}
	e(1).Kind, e(4).Kind = journal.MomentKind, journal.FeedbackKind
	e(2).Starred, e(5).Starred, e(5).Private = true, true, true
	e(3).People = []journal.Involved{{Person: string(ada.ID), Role: "saw"}}
	e(4).Feedback = &journal.Feedback{Giver: string(ada.ID)}
	e(5).People = []journal.Involved{{Person: "Grace"}}
	e(6).Evidence = []journal.Evidence{{Expectation: string(trust.ID), Strength: journal.Number}}
	e(1).Evidence = []journal.Evidence{{Expectation: string(trust.ID)}, {Expectation: string(trust.ID)}}
	e(6).Attachments = []journal.Attachment{{Name: "a"}}
	apply(t, s, c)
	type cases = map[string]struct {
		filter journal.Filter
		want   []int
	}
	return cases{
		"none":                {journal.Filter{}, []int{1, 2, 3, 4, 5, 6}},
		"since":               {journal.Filter{Since: e(3).Day}, []int{1, 2, 3}},
		"until":               {journal.Filter{Until: e(3).Day}, []int{3, 4, 5, 6}},
		"both":                {journal.Filter{Since: e(4).Day, Until: e(3).Day}, []int{3, 4}},
		"kind":                {journal.Filter{Kinds: []journal.Kind{journal.MomentKind}}, []int{1}},
		"kinds":               {journal.Filter{Kinds: []journal.Kind{journal.MomentKind, journal.FeedbackKind}}, []int{1, 4}},
		"tag of any case":     {journal.Filter{Tags: []string{"größe"}}, []int{1, 2, 3}},
		"all of the tags":     {journal.Filter{Tags: []string{"GRÖẞE", "X"}}, []int{1, 3}},
		"no such tag":         {journal.Filter{Tags: []string{"gro"}}, nil},
		"expectation by id":   {journal.Filter{Expectation: string(trust.ID)}, []int{1, 6}},
		"expectation by name": {journal.Filter{Expectation: " builds TRUST"}, []int{1, 6}},
		"person by id":        {journal.Filter{Person: string(ada.ID)}, []int{3, 4}},
		"person by name":      {journal.Filter{Person: "ada lovelace"}, []int{3, 4}},
		"a name without id":   {journal.Filter{Person: "Grace"}, []int{5}},
		"starred":             {journal.Filter{Starred: true}, []int{2, 5}},
		"not private":         {journal.Filter{NoPrivate: true, Starred: true}, []int{2}},
		"without evidence":    {journal.Filter{NoEvidence: true}, []int{2, 3, 4, 5}},
	}
}

// TestAFilterMeansTheSameEverywhere asks each filter of every method that
// takes one.
func TestAFilterMeansTheSameEverywhere(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	for name, test := range filterCases(t, s) {
		var want []journal.ID
		for _, n := range test.want {
			want = append(want, testID(n))
		}
		var walked, listed, found []journal.ID
		for e, err := range s.Entries(ctx, test.filter) {
			if err != nil {
				t.Fatal(err)
			}
			walked = append(walked, e.ID)
		}
		lines, err := s.Lines(ctx, test.filter, "", 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			listed = append(listed, l.ID)
		}
		hits, err := s.Search(ctx, journal.Query{Filter: test.filter}, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			found = append(found, h.ID)
		}
		count, err := s.Count(ctx, test.filter)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name+": Entries", want, walked)
		expect(t, name+": Lines", want, listed)
		expect(t, name+": Search", want, found)
		if count != len(want) {
			t.Errorf("%s: Count is %d, want %d", name, count, len(want))
		}
	}
	for has, want := range map[string]journal.ID{"private": testID(5), "attachment": testID(6)} {
		hits, err := s.Search(ctx, journal.Query{Has: []string{has}}, 0)
		if err != nil || len(hits) != 1 || hits[0].ID != want {
			t.Errorf("has %s: %v, %v", has, hits, err)
		}
	}
}

func TestMarksAndTags(t *testing.T) {
	s := newStore(t)
	filterCases(t, s)
	marks, err := s.Marks(t.Context(), journal.Span{From: day(t, "2026-11-16"), Until: day(t, "2026-11-19")})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "marks", []journal.Mark{
		{Day: day(t, "2026-11-16"), Kind: journal.FeedbackKind},
		{Day: day(t, "2026-11-17"), Kind: journal.Reflection},
		{Day: day(t, "2026-11-18"), Kind: journal.Reflection},
		{Day: day(t, "2026-11-19"), Kind: journal.MomentKind},
	}, marks)
	tags, err := s.Tags(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "tags", []journal.TagCount{{Tag: "GRÖSSE", Count: 3}, {Tag: "x", Count: 2}}, tags)
}

func TestCellsFollowWhatIsWritten(t *testing.T) {
	s := newStore(t)
	filterCases(t, s)
	trust := testID(801)
	cells, err := s.Cells(t.Context(), journal.Span{From: day(t, "2026-11-30"), Until: day(t, "2026-11-30")})
	if err != nil {
		t.Fatal(err)
	}
	november := day(t, "2026-11-01")
	expect(t, "cells", []journal.Cell{
		{Month: november, Kind: journal.FeedbackKind, Count: 1, Newest: day(t, "2026-11-16")},
		{Month: november, Kind: journal.MomentKind, Count: 1, Newest: day(t, "2026-11-19")},
		{Month: november, Kind: journal.MomentKind, Expectation: trust, Count: 1, Newest: day(t, "2026-11-19")},
		{Month: november, Kind: journal.Reflection, Count: 4, Strongest: journal.Number, Newest: day(t, "2026-11-18")},
		{Month: november, Kind: journal.Reflection, Expectation: trust, Count: 1, Strongest: journal.Number, Newest: day(t, "2026-11-14")},
	}, cells)
	if cells, err = s.Cells(t.Context(), journal.Span{Until: day(t, "2026-10-31")}); err != nil || len(cells) > 0 {
		t.Errorf("cells of October: %v, %v", cells, err)
	}
}

// TestNothingScansTheTexts looks at SQLite's plans: what a page asks must come
// from an index, for the table itself holds every word.
func TestNothingScansTheTexts(t *testing.T) {
	s := newStore(t)
	span := journal.Filter{Since: journal.Day{Year: 2026, Month: 1, Date: 1}, Until: journal.Day{Year: 2026, Month: 12, Date: 31}}
	queries := map[string]*conditions{}
	for name, f := range map[string]journal.Filter{
		"all": {}, "span": span, "kind": {Kinds: []journal.Kind{journal.MomentKind}}, "tag": {Tags: []string{"x"}}, "person": {Person: "Ada"},
		"expectation": {Expectation: "x"}, "starred": {Starred: true}, "no private": {NoPrivate: true},
		"no proof": {NoEvidence: true}, "no proof of a kind": {NoEvidence: true, Kinds: []journal.Kind{journal.MomentKind}},
	} {
		queries[name] = filtered(f)
		later := filtered(f)
		later.before(place{day: "2026-05-05", createdMs: 5, n: 5})
		queries[name+", next page"] = later
	}
	type plan struct {
		query string
		args  []any
	}
	plans := map[string]plan{
		"neighbour before": {neighbourBefore, []any{"2026-01-01", 1, 1}},
		"neighbour after":  {neighbourAfter, []any{"2026-01-01", 1, 1}},
		"entry":            {selectEntry + "WHERE e.id = ?", []any{"x"}},
		"marks":            {selectMarks(filtered(span)), filtered(span).args},
		"tags":             {selectTags, nil},
	}
	for name, c := range queries {
		plans["lines: "+name] = plan{selectLines(c), append(slices.Clone(c.args), 50)}
		plans["entries: "+name] = plan{selectEntry + c.clause() + newestFirst + "LIMIT ?", append(slices.Clone(c.args), 50)}
		plans["count: "+name] = plan{selectCount(c), c.args}
	}
	for name, p := range plans {
		steps := explainPlan(t, s, p.query, p.args)
		for _, step := range steps {
			if step == "SCAN e" || step == "SCAN entries" || strings.HasPrefix(step, "SCAN t") && !strings.Contains(step, "INDEX") {
				t.Errorf("%s reads every entry: %q", name, steps)
			}
			// Only what a tag, a person or an expectation picks out is sorted.
			picked := strings.Contains(name, "tag") || strings.Contains(name, "person") || strings.Contains(name, "expectation")
			if strings.Contains(step, "TEMP B-TREE FOR ORDER BY") && !picked {
				t.Errorf("%s sorts: %q", name, steps)
			}
		}
	}
	// The latest that match come out of the index, and only those are sorted.
	steps := strings.Join(explainPlan(t, s, selectRanked(""), []any{"x", 50}), "|")
	if !strings.HasPrefix(steps, "CO-ROUTINE") || strings.Count(steps, "ORDER BY") != 1 || !strings.HasSuffix(steps, "ORDER BY") {
		t.Errorf("search by rank sorts all that matches: %q", steps)
	}
	many := filtered(journal.Filter{})
	many.add("+e.n IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", "x")
	if steps := strings.Join(explainPlan(t, s, selectNewest(many), []any{"x", 50}), "|"); strings.Contains(steps, "ORDER BY") {
		t.Errorf("search by day sorts: %q", steps)
	}
}

func explainPlan(t testing.TB, s *Store, query string, args []any) (steps []string) {
	t.Helper()
	rows, err := s.readers.Query("EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}
