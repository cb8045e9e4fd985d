package data

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// figureEntry makes entries of few values, so that they meet.
var figureEntry = rapid.Custom(func(t *rapid.T) journal.Entry {
	e := anyEntry.Draw(t, "entry")
	e.Day = figureDay.Draw(t, "day")
	e.Prompt = nil
	if key := rapid.SampledFrom(append(questions(), "", "")).Draw(t, "question"); key != "" {
		e.Prompt = &journal.Asked{Key: key, Text: "?"}
	}
	e.Tags = some(t, rapid.SampledFrom([]string{"x", "y"}))
	e.Evidence = some(t, rapid.Custom(func(t *rapid.T) journal.Evidence {
		return journal.Evidence{
			Expectation: rapid.SampledFrom([]string{string(testID(501)), string(testID(502)), string(testID(503)), "a name"}).Draw(t, "expectation"),
			Strength:    oneOf(append(journal.Strengths(), "")...).Draw(t, "strength"),
		}
	}))
	if m := e.Moment; m != nil {
		m.Change = rapid.SampledFrom([]string{"", journal.Initiated, journal.Supported}).Draw(t, "change")
		m.Outcome = rapid.SampledFrom(append(journal.Outcomes()[:2], "")).Draw(t, "outcome")
	}
	if f := e.Feedback; f != nil {
		f.Quote = rapid.SampledFrom([]string{"", "said"}).Draw(t, "quote")
	}
	return e
})

var figureDay = rapid.Custom(func(t *rapid.T) journal.Day {
	return journal.Day{Year: 2027, Month: 12, Date: 28}.AddDays(rapid.IntRange(0, 80).Draw(t, "day"))
})

// questions are of elements whose keys begin alike, and of the user's own.
func questions() []string {
	return []string{"a/b/c#1", "a/b/c#2", "a/b/c#12", "a/b/cd#1", "a/b#1", journal.OwnPromptPrefix + string(testID(700)), journal.OwnPromptPrefix + "gone"}
}

// figureLists are expectations, one of them retired, and a question of the
// user's own.
func figureLists() journal.Changes {
	return journal.Changes{
		Expectations: []journal.Expectation{
			{ID: testID(501), Name: "One", Source: "a/b/c"},
			{ID: testID(502), Name: "Two", Source: "a/b/c", Retired: true},
			{ID: testID(503), Name: "Three"},
		},
		OwnPrompts: []journal.OwnPrompt{{ID: testID(700), Text: "?", Element: "a/b/c"}, {ID: testID(701), Text: "?"}},
	}
}

var figureFilter = rapid.Custom(func(t *rapid.T) journal.Filter {
	pick := func() bool { return rapid.IntRange(0, 3).Draw(t, "filter by this?") == 0 }
	var f journal.Filter
	if pick() {
		f.Since = figureDay.Draw(t, "since")
	}
	if pick() {
		f.Until = figureDay.Draw(t, "until")
	}
	if pick() {
		f.Kinds = rapid.SliceOfNDistinct(rapid.SampledFrom(journal.Kinds()), 1, 2, rapid.ID[journal.Kind]).Draw(t, "kinds")
	}
	if pick() {
		f.Tags = []string{"x"}
	}
	if pick() {
		f.Expectation = rapid.SampledFrom([]string{string(testID(501)), "two"}).Draw(t, "expectation")
	}
	if pick() {
		f.Shows = shows.Draw(t, "shows")
	}
	if pick() {
		f.Changes = rapid.SampledFrom([][]string{{journal.Initiated}, {journal.Initiated, journal.Supported}}).Draw(t, "changes")
	}
	if pick() {
		f.Outcomes = rapid.SampledFrom([][]string{journal.Outcomes(), journal.Outcomes()[:1]}).Draw(t, "outcomes")
	}
	f.Proves, f.Numbered, f.Quoted, f.Starred, f.NoPrivate, f.OnlyPrivate = pick(), pick(), pick(), pick(), pick(), pick()
	return f
})

var shows = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a/b/c", "a/b", "a/b/c#1", "a/x", "a/b/cd#1"}), 1, 3, rapid.ID[string])

// TestEveryFigureIsWhatAPlainCountFinds writes a journal in two steps, the
// second in the place of some of the first, and counts.
func TestEveryFigureIsWhatAPlainCountFinds(t *testing.T) {
	empty := template(t)
	id := func(e journal.Entry) journal.ID { return e.ID }
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		c := figureLists()
		c.Entries = rapid.SliceOfNDistinct(figureEntry, 0, 12, id).Draw(rt, "entries")
		if err := s.Apply(t.Context(), c); err != nil {
			rt.Fatal(err)
		}
		second := journal.Changes{Entries: rapid.SliceOfNDistinct(figureEntry, 0, 4, id).Draw(rt, "changed")}
		for i, e := range second.Entries {
			if slices.ContainsFunc(c.Entries, func(first journal.Entry) bool { return first.ID == e.ID }) {
				second.Entries[i].Revision = 1
			}
		}
		if err := s.Apply(t.Context(), second); err != nil {
			rt.Fatal(err)
		}
		checkFigures(rt, s)
	})
}

func checkFigures(t *rapid.T, s *Store) {
	ctx, r := t.Context(), recountOf(t, s)
	f := figureFilter.Draw(t, "filter")
	count, err := s.Count(ctx, f)
	same(t, "Count", len(r.passing(f)), count, err)
	cells, err := s.CellsOf(ctx, f)
	same(t, "CellsOf", r.cells(f), cells, err)
	kept, err := s.Cells(ctx, journal.Span{})
	same(t, "Cells", r.cells(journal.Filter{}), kept, err)

	days, err := s.DayCounts(ctx, f)
	same(t, "DayCounts", r.days(f), days, err)
	lines, err := s.TimelineLines(ctx, f, "", 0)
	same(t, "TimelineLines", r.support(f), supportOfLines(lines), err)

	span, noPrivate := journal.Span{From: f.Since, Until: f.Until}, f.NoPrivate
	groups := map[string][]string{"one": shows.Draw(t, "one"), "other": shows.Draw(t, "other"), "none": nil}
	showing, err := s.Showing(ctx, groups, span, noPrivate)
	same(t, "Showing", r.showing(groups, span, noPrivate, rowNumbers(t, s)), showing, err)
	moments, err := s.MomentCounts(ctx, span, noPrivate)
	same(t, "MomentCounts", r.moments(span, noPrivate), moments, err)
}

// passing are the entries that pass a filter, newest first.
func (r recount) passing(f journal.Filter) []journal.Entry {
	var all []journal.Entry
	for _, e := range r.entries {
		m, b := orEmpty(e.Moment), orEmpty(e.Feedback)
		moment := e.Kind == journal.MomentKind
		if (f.Since.IsZero() || !e.Day.Before(f.Since)) && (f.Until.IsZero() || !e.Day.After(f.Until)) &&
			(len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.Kind)) &&
			(len(f.Tags) == 0 || slices.Contains(e.Tags, f.Tags[0])) &&
			(f.Expectation == "" || supports(e, string(testID(501)), f.Expectation != "two") || supports(e, string(testID(502)), f.Expectation == "two")) &&
			(len(f.Shows) == 0 || slices.ContainsFunc(f.Shows, func(key string) bool { return showsKey(e, key) })) &&
			(!f.Proves || supports(e, string(testID(501)), true) || supports(e, string(testID(503)), true)) &&
			(len(f.Changes) == 0 || moment && slices.Contains(f.Changes, m.Change)) &&
			(len(f.Outcomes) == 0 || moment && slices.Contains(f.Outcomes, m.Outcome)) &&
			(!f.Numbered || moment && orEmpty(m.Impact).Value != nil) &&
			(!f.Quoted || e.Kind == journal.FeedbackKind && b.Quote != "") &&
			(!f.Starred || e.Starred) && (!f.NoPrivate || !e.Private) && (!f.OnlyPrivate || e.Private) {
			all = append(all, e)
		}
	}
	return all
}

func supports(e journal.Entry, x string, asked bool) bool {
	return asked && slices.ContainsFunc(e.Evidence, func(v journal.Evidence) bool { return v.Expectation == x })
}

// showsKey tells whether an entry shows an element or answers a question, by
// the expectations and the own question of figureLists.
func showsKey(e journal.Entry, key string) bool {
	answers := orEmpty(e.Prompt).Key
	if strings.Contains(key, "#") {
		return answers == key
	}
	return strings.HasPrefix(answers, key+"#") ||
		key == "a/b/c" && (answers == journal.OwnPromptPrefix+string(testID(700)) || supports(e, string(testID(501)), true) || supports(e, string(testID(502)), true))
}

// cells counts the entries that pass a filter as the summary does.
func (r recount) cells(f journal.Filter) []journal.Cell {
	type place struct {
		month, kind, expectation string
	}
	all := map[place]journal.Cell{}
	add := func(e journal.Entry, x string, s journal.Strength, more int) {
		month := journal.Day{Year: e.Day.Year, Month: e.Day.Month, Date: 1}
		at := place{month.String(), string(e.Kind), x}
		c := all[at]
		c.Month, c.Kind, c.Expectation, c.Count = month, e.Kind, journal.ID(x), c.Count+more
		if s.Rank() > c.Strongest.Rank() {
			c.Strongest = s
		}
		if e.Day.After(c.Newest) {
			c.Newest = e.Day
		}
		all[at] = c
	}
	for _, e := range r.passing(f) {
		add(e, "", "", 1)
		seen := map[string]bool{}
		for _, v := range e.Evidence {
			add(e, "", v.Strength, 0)
			more := 1
			if seen[v.Expectation] {
				more = 0
			}
			seen[v.Expectation] = true
			add(e, v.Expectation, v.Strength, more)
		}
	}
	var cells []journal.Cell
	for _, c := range all {
		cells = append(cells, c)
	}
	slices.SortFunc(cells, func(a, b journal.Cell) int {
		return strings.Compare(a.Month.String()+string(a.Kind)+"\x00"+string(a.Expectation), b.Month.String()+string(b.Kind)+"\x00"+string(b.Expectation))
	})
	return cells
}

// showing counts what is shown; numbers are those of the rows, in the order in
// which entries were added.
func (r recount) showing(groups map[string][]string, span journal.Span, noPrivate bool, numbers map[journal.ID]int64) map[string]journal.Showing {
	all := map[string]journal.Showing{}
	for name, keys := range groups {
		if len(keys) == 0 {
			continue
		}
		found := r.passing(journal.Filter{Since: span.From, Until: span.Until, NoPrivate: noPrivate, Shows: keys})
		if len(found) == 0 {
			continue
		}
		c := journal.Showing{Entries: len(found), Last: found[0].Day}
		for _, e := range found {
			if e.Day == c.Last && numbers[e.ID] > numbers[c.Newest] {
				c.Newest = e.ID
			}
		}
		all[name] = c
	}
	return all
}

func (r recount) moments(span journal.Span, noPrivate bool) journal.MomentCounts {
	var m journal.MomentCounts
	for _, e := range r.passing(journal.Filter{Since: span.From, Until: span.Until, NoPrivate: noPrivate, Kinds: []journal.Kind{journal.MomentKind}}) {
		part := orEmpty(e.Moment)
		numbered := orEmpty(part.Impact).Value != nil
		tied := m.Outcomes[part.Outcome]
		tied.Moments++
		for _, each := range []struct {
			counts bool
			count  *int
		}{
			{true, &m.All},
			{part.Change == journal.Initiated, &m.Initiated},
			{part.Change == journal.Supported, &m.Supported},
			{numbered, &m.Numbered},
			{numbered, &tied.Numbered},
		} {
			if each.counts {
				*each.count++
			}
		}
		if part.Outcome != "" {
			if m.Outcomes == nil {
				m.Outcomes = map[string]journal.OutcomeCount{}
			}
			m.Outcomes[part.Outcome] = tied
		}
	}
	return m
}

func rowNumbers(t *rapid.T, s *Store) map[journal.ID]int64 {
	rows, err := s.readers.Query(`SELECT id, n FROM entries`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[journal.ID]int64{}
	for rows.Next() {
		var id journal.ID
		var n int64
		if err := rows.Scan(&id, &n); err != nil {
			t.Fatal(err)
		}
		all[id] = n
	}
	return all
}
