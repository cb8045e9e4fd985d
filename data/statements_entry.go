package data

import "groundwork/journal"

func (l *list) changedEntries(all []journal.Entry, stored map[journal.ID]string) {
	for i := range all {
		if all[i].Revision > 0 {
			l.changeEntry(&all[i], stored)
		}
	}
}

// newEntries adds entries; many of them enter the index together, unless the
// whole of it is made anew anyway.
func (l *list) newEntries(all, restored []journal.Entry, bulkFrom int, everything bool) {
	added := len(restored)
	for i := range all {
		if all[i].Revision == 0 {
			added++
		}
	}
	bulk := added >= bulkFrom && !everything
	if bulk {
		l.add(beginBulk, int64(0))
	}
	for i := range all {
		if all[i].Revision == 0 {
			l.addEntry(&all[i])
		}
	}
	for i := range restored {
		l.addEntry(&restored[i])
	}
	if bulk {
		// A larger heap of words means fewer pieces of index to merge: it takes
		// 16 MB for the time of the import.
		l.add(setHeapOfIndex, int64(16<<20))
		l.add(indexNewEntries)
		l.add(setHeapOfIndex, int64(1<<20))
		l.endBulk()
	}
}

func (l *list) addEntry(e *journal.Entry) {
	args, err := columnArgs(e)
	l.fail(err)
	l.one(insertEntry, append([]any{string(e.ID), e.Revision + 1}, args...)...)
	l.entryLists(e)
}

// changeEntry replaces the entry whose revision is the stored one. Its tags,
// people and other lists are left alone when they are as they were: an
// autosave of the body is one statement.
func (l *list) changeEntry(e *journal.Entry, stored map[journal.ID]string) {
	args, err := columnArgs(e)
	l.fail(err)
	before := stored[e.ID]
	l.one(updateEntry, append(args, string(e.ID), e.Revision, before)...)
	if lists, _, err := hashes(e); err != nil || lists == before {
		l.fail(err)
		return
	}
	if before != "" {
		l.clearLists(e)
	}
	l.entryLists(e)
}

// besideEntries are the tables that hold the lists of entries.
var besideEntries = []string{"entry_tags", "entry_people", "entry_links", "acted_on", "stages", "evidence", "attachments"}

// clearLists removes what lies in the tables beside entries.
func (l *list) clearLists(e *journal.Entry) {
	for _, table := range besideEntries {
		l.clear(table, e)
	}
}

// clear removes the entry's rows from a table beside entries.
func (l *list) clear(table string, e *journal.Entry) {
	l.add("DELETE FROM "+table+" WHERE entry = (SELECT n FROM entries WHERE id = ?)", string(e.ID))
}

func (l *list) tags(e *journal.Entry) {
	for i, tag := range e.Tags {
		l.one(`INSERT INTO entry_tags (entry, position, tag, folded)
			VALUES ((SELECT n FROM entries WHERE id = ?), ?, ?, ?)`, string(e.ID), int64(i), tag, fold(tag))
	}
}

func (l *list) people(e *journal.Entry) {
	for i, p := range e.People {
		l.one(`INSERT INTO entry_people (entry, position, person, role, extra, day)
			SELECT n, ?, ?, ?, ?, day FROM entries WHERE id = ?`, int64(i), p.Person, p.Role, l.extra(p.Extra), string(e.ID))
	}
}

func (l *list) evidence(e *journal.Entry) {
	for i, v := range e.Evidence {
		l.one(`INSERT INTO evidence (entry, position, expectation, strength, chosen, note, extra, day, kind)
			SELECT n, ?, ?, ?, ?, ?, ?, day, kind FROM entries WHERE id = ?`,
			int64(i), v.Expectation, string(v.Strength), yesNo(v.Chosen), v.Note, l.extra(v.Extra), string(e.ID))
	}
}

// entryLists inserts what lies in the tables beside entries.
func (l *list) entryLists(e *journal.Entry) {
	l.tags(e)
	l.people(e)
	id := string(e.ID)
	for i, to := range e.Links {
		l.one(`INSERT INTO entry_links (entry, position, target)
			VALUES ((SELECT n FROM entries WHERE id = ?), ?, ?)`, id, int64(i), string(to))
	}
	if e.Feedback != nil {
		for i, to := range e.Feedback.ActedOnIn {
			l.one(`INSERT INTO acted_on (entry, position, target)
				VALUES ((SELECT n FROM entries WHERE id = ?), ?, ?)`, id, int64(i), string(to))
		}
	}
	if e.Application != nil {
		for i, s := range e.Application.Stages {
			l.one(`INSERT INTO stages (entry, position, stage, day, note, lesson, extra)
				VALUES ((SELECT n FROM entries WHERE id = ?), ?, ?, ?, ?, ?, ?)`,
				id, int64(i), s.Stage, s.Day.String(), s.Note, s.Lesson, l.extra(s.Extra))
		}
	}
	l.evidence(e)
	for i, a := range e.Attachments {
		l.one(`INSERT INTO attachments (entry, position, name, type, sha256, url, extra)
			VALUES ((SELECT n FROM entries WHERE id = ?), ?, ?, ?, ?, ?, ?)`,
			id, int64(i), a.Name, a.Type, a.SHA256, a.URL, l.extra(a.Extra))
	}
}

// indexAnew tells whether it is quicker to make the index anew than to correct
// it: to take the words of one entry out of it costs about as much as to put
// in those of 60 (measured: 6 ms and 0.1 ms).
func (k known) indexAnew() bool { return k.moved >= k.bulkFrom && k.moved*60 >= k.entries }

// endBulk counts the summary anew and lets the triggers work again.
func (l *list) endBulk() {
	l.add(`DELETE FROM summary`)
	l.add(countEntries)
	l.add(countEvidence)
	l.add(`DELETE FROM bulk`)
}

// These do at the end of a bulk change what the triggers do for one entry.
const (
	beginBulk = `INSERT INTO bulk (after_n, everything) SELECT coalesce(max(n), 0), ? FROM entries`

	indexEverything = `INSERT INTO entries_fts (entries_fts) VALUES ('rebuild')`

	setHeapOfIndex = `INSERT INTO entries_fts (entries_fts, rank) VALUES ('hashsize', ?)`

	indexNewEntries = `INSERT INTO entries_fts (rowid,
			title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
			moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
			application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
			stages, evidence, attachments)
		SELECT n,
			title, body, tags, people, prompt_text, moment_situation, moment_task, moment_action, moment_result,
			moment_impact, moment_impact_unit, feedback_quote, feedback_situation, feedback_behaviour, feedback_impact,
			application_position, application_organisation, application_next_step, application_looks_for, application_lessons,
			stages, evidence, attachments
		FROM entries WHERE n > (SELECT max(after_n) FROM bulk) ORDER BY n`

	countEntries = `INSERT INTO summary (month, kind, expectation, count, strongest, newest)
		SELECT c.month, c.kind, '', c.counted,
			CASE coalesce(v.strongest, 0) WHEN 1 THEN 'own-word' WHEN 2 THEN 'number' WHEN 3 THEN 'quote' WHEN 4 THEN 'artefact' ELSE '' END,
			c.newest
		FROM (SELECT substr(day, 1, 7) AS month, kind, count(*) AS counted, max(day) AS newest FROM entries GROUP BY 1, 2) AS c
		LEFT JOIN (SELECT substr(day, 1, 7) AS month, kind, max(strength_rank) AS strongest FROM evidence GROUP BY 1, 2) AS v
			ON v.month = c.month AND v.kind = c.kind`

	countEvidence = `INSERT INTO summary (month, kind, expectation, count, strongest, newest)
		SELECT substr(day, 1, 7), kind, expectation, count(DISTINCT entry),
			CASE max(strength_rank) WHEN 1 THEN 'own-word' WHEN 2 THEN 'number' WHEN 3 THEN 'quote' WHEN 4 THEN 'artefact' ELSE '' END,
			max(day)
		FROM evidence WHERE expectation <> '' GROUP BY 1, 2, 3`
)
