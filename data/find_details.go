package data

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"groundwork/journal"
)

// foundColumns are the fields of text, in the order in which a page names them.
// Those that stand in one field are one.
var foundColumns = []struct {
	field journal.Field
	sql   string
}{
	{journal.FieldQuote, "e.feedback_quote"},
	{journal.FieldSituation, "e.moment_situation"},
	{journal.FieldSituation, "e.feedback_situation"},
	{journal.FieldTask, "e.moment_task"},
	{journal.FieldAction, "e.moment_action"},
	{journal.FieldBehaviour, "e.feedback_behaviour"},
	{journal.FieldResult, "e.moment_result"},
	{journal.FieldImpact, "trim(e.moment_impact || ' ' || e.moment_impact_unit)"},
	{journal.FieldImpact, "e.feedback_impact"},
	{journal.FieldPosition, "e.application_position"},
	{journal.FieldOrganisation, "e.application_organisation"},
	{journal.FieldNextStep, "e.application_next_step"},
	{journal.FieldLooksFor, "e.application_looks_for"},
	{journal.FieldLessons, "e.application_lessons"},
	{journal.FieldStages, "e.stages"},
	{journal.FieldBody, "e.body"},
	{journal.FieldPeople, "replace(e.people, char(10), ', ')"},
	{journal.FieldPrompt, "e.prompt_text"},
	{journal.FieldEvidence, "e.evidence"},
	{journal.FieldAttachments, "e.attachments"},
}

// atOnce is of how many entries the text is read at a time.
const atOnce = 500

// details reads what a page shows of the entries that were found.
func details(ctx context.Context, q querier, query journal.Query, window []scored, inside bool) (all []journal.Found, err error) {
	m := foundReader{matcher: query.Matcher(inside)}
	for _, tag := range query.Filter.Tags {
		m.asked = append(m.asked, fold(tag))
	}
	for some := range slices.Chunk(window, atOnce) {
		next, err := m.read(ctx, q, some)
		if err != nil {
			return nil, err
		}
		all = append(all, next...)
	}
	return all, nil
}

// foundReader reads entries and marks in them what was looked for.
type foundReader struct {
	matcher journal.Matcher
	asked   []string // the tags that the filter asks for, folded
}

func (m foundReader) read(ctx context.Context, q querier, window []scored) ([]journal.Found, error) {
	rank := make(map[int64]scored, len(window))
	place := make(map[int64]int, len(window))
	var numbers []int64
	for i, each := range window {
		rank[each.n], place[each.n] = each, i
		numbers = append(numbers, each.n)
	}
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	proofs, err := proofsOf(ctx, q, string(list))
	if err != nil {
		return nil, err
	}
	found, err := rowsOf(ctx, q, func(row *sql.Rows) (numbered, error) { return m.scan(row) }, selectFound(), string(list))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b numbered) int { return cmp.Compare(place[a.n], place[b.n]) })
	all := make([]journal.Found, len(found))
	for i, each := range found {
		each.Rank, each.Proves = rank[each.n].rank, proofs[each.n]
		all[i] = each.Found
	}
	return all, nil
}

// numbered is what was found with the number of its row.
type numbered struct {
	journal.Found
	n int64
}

func selectFound() string {
	var columns strings.Builder
	for _, c := range foundColumns {
		columns.WriteString(", " + c.sql)
	}
	return `SELECT ` + lineColumns + `, e.n, e.tags` + columns.String() + ` FROM entries AS e WHERE e.n IN (SELECT value FROM json_each(?))`
}

func (m foundReader) scan(row *sql.Rows) (f numbered, err error) {
	var tags string
	texts := make([]string, len(foundColumns))
	to := []any{&f.n, &tags}
	for i := range texts {
		to = append(to, &texts[i])
	}
	if f.Line, err = scanLineAnd(row, to...); err != nil {
		return f, err
	}
	f.Marks = m.matcher.Find(f.Title)
	f.Places = m.places(texts)
	for tag := range strings.SplitSeq(tags, "\n") {
		if tag != "" {
			f.Tags = append(f.Tags, journal.FoundTag{Tag: tag, Met: slices.Contains(m.asked, fold(tag)) || len(m.matcher.Find(tag)) > 0})
		}
	}
	return f, nil
}

// mostPlaces is of how many fields an entry shows where they match.
const mostPlaces = 2

// places gives the fields that match: first where most of what was looked for
// stands together. Where none does it gives how the entry begins.
func (m foundReader) places(texts []string) []journal.FoundPlace {
	type counted struct {
		journal.FoundPlace
		terms int
	}
	var all []counted
	begins := -1 // the field that has the entry's first words
	for i, text := range texts {
		if text == "" {
			continue
		}
		if field := foundColumns[i].field; field == journal.FieldBody || begins < 0 {
			begins = i
		}
		if e, terms := m.matcher.Excerpt(text); terms > 0 {
			all = append(all, counted{journal.FoundPlace{Field: foundColumns[i].field, Excerpt: e}, terms})
		}
	}
	slices.SortStableFunc(all, func(a, b counted) int { return b.terms - a.terms })
	var places []journal.FoundPlace
	for _, each := range all[:min(len(all), mostPlaces)] {
		places = append(places, each.FoundPlace)
	}
	if len(places) == 0 && begins >= 0 {
		e, _ := m.matcher.Excerpt(texts[begins])
		places = append(places, journal.FoundPlace{Field: foundColumns[begins].field, Excerpt: e})
	}
	return places
}

// proofsOf reads what entries prove, by the number of their row.
func proofsOf(ctx context.Context, q querier, numbers string) (map[int64][]journal.FoundProof, error) {
	type proof struct {
		n int64
		journal.FoundProof
	}
	all, err := rowsOf(ctx, q, func(row *sql.Rows) (p proof, err error) {
		return p, row.Scan(&p.n, &p.Expectation, &p.Strength)
	}, `SELECT v.entry, coalesce(x.name, v.expectation), v.strength FROM evidence AS v LEFT JOIN expectations AS x ON x.id = v.expectation
		WHERE v.entry IN (SELECT value FROM json_each(?)) ORDER BY v.entry, v.strength_rank DESC, v.position`, numbers)
	if err != nil {
		return nil, err
	}
	byEntry := map[int64][]journal.FoundProof{}
	for _, p := range all {
		byEntry[p.n] = append(byEntry[p.n], p.FoundProof)
	}
	return byEntry, nil
}
