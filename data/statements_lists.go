package data

import (
	"math"

	"groundwork/journal"
)

func (l *list) person(p journal.Person) {
	up := orEmpty(p.LeadingUp)
	needs, err := listText(up.Needs)
	l.fail(err)
	l.one(`INSERT INTO people (id, name, folded, relationship, matters, support, last_contact, notes,
			leading_up, needs, offered, received, step_back, leading_up_extra, extra)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, relationship = excluded.relationship,
			matters = excluded.matters, support = excluded.support, last_contact = excluded.last_contact, notes = excluded.notes,
			leading_up = excluded.leading_up, needs = excluded.needs, offered = excluded.offered, received = excluded.received,
			step_back = excluded.step_back, leading_up_extra = excluded.leading_up_extra, extra = excluded.extra`,
		string(p.ID), p.Name, fold(p.Name), p.Relationship, p.Matters, p.Support, p.LastContact.String(), p.Notes,
		yesNo(p.LeadingUp != nil), needs, up.Offered, up.Received, up.StepBack, l.extra(up.Extra), l.extra(p.Extra))
}

func (l *list) expectation(x journal.Expectation) {
	l.one(`INSERT INTO expectations (id, name, folded, text, area, position, source, retired, extra)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, text = excluded.text, area = excluded.area,
			position = excluded.position, source = excluded.source, retired = excluded.retired, extra = excluded.extra`,
		string(x.ID), x.Name, fold(x.Name), x.Text, x.Area, int64(x.Order), x.Source, yesNo(x.Retired), l.extra(x.Extra))
}

func (l *list) ownPrompt(p journal.OwnPrompt) {
	l.one(`INSERT INTO own_prompts (id, text, kind, element, paused, extra) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET text = excluded.text, kind = excluded.kind, element = excluded.element,
			paused = excluded.paused, extra = excluded.extra`,
		string(p.ID), p.Text, string(p.Kind), p.Element, yesNo(p.Paused), l.extra(p.Extra))
}

// trashed puts a thing into the trash, after all that lies there already.
func (l *list) trashed(t journal.Trashed) {
	content, err := jsonText(t.Content)
	l.fail(err)
	l.one(`INSERT OR REPLACE INTO trash (id, what, deleted, content) VALUES (?, ?, ?, ?)`,
		string(t.ID), t.What, instant(t.Deleted), content)
}

func (l *list) pack(p journal.Pack) {
	g := orEmpty(p.Given)
	made := int64(math.MinInt64)
	if !p.Made.IsZero() {
		made = p.Made.UnixMilli()
	}
	l.one(`INSERT INTO packs (id, title, audience, made, made_ms, given, given_to, given_on, given_answer, given_next_on,
			given_application, given_extra, extra)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET title = excluded.title, audience = excluded.audience, made = excluded.made,
			made_ms = excluded.made_ms, given = excluded.given, given_to = excluded.given_to, given_on = excluded.given_on,
			given_answer = excluded.given_answer, given_next_on = excluded.given_next_on,
			given_application = excluded.given_application, given_extra = excluded.given_extra, extra = excluded.extra`,
		string(p.ID), p.Title, p.Audience, instant(p.Made), made, yesNo(p.Given != nil), g.To, g.On.String(), g.Answer,
		g.NextOn.String(), string(g.Application), l.extra(g.Extra), l.extra(p.Extra))
	id := string(p.ID)
	l.add(`DELETE FROM pack_sections WHERE pack = (SELECT n FROM packs WHERE id = ?)`, id)
	l.add(`DELETE FROM pack_bullets WHERE pack = (SELECT n FROM packs WHERE id = ?)`, id)
	for i, s := range p.Sections {
		l.one(`INSERT INTO pack_sections (pack, position, key, title, extra)
			VALUES ((SELECT n FROM packs WHERE id = ?), ?, ?, ?, ?)`, id, int64(i), s.Key, s.Title, l.extra(s.Extra))
		for k, b := range s.Bullets {
			entries, err := listText(b.Entries)
			l.fail(err)
			l.one(`INSERT INTO pack_bullets (pack, section, position, text, edited, left_out, entries, extra)
				VALUES ((SELECT n FROM packs WHERE id = ?), ?, ?, ?, ?, ?, ?, ?)`,
				id, int64(i), int64(k), b.Text, yesNo(b.Edited), yesNo(b.Out), entries, l.extra(b.Extra))
		}
	}
}

// batch stores an import: a row for each thing it added, and one with the
// JSON of each thing it changed, as it was.
func (l *list) batch(b journal.Batch) {
	l.one(`INSERT INTO batches (id, format, made, before_extra) VALUES (?, ?, ?, ?)`,
		string(b.ID), b.Format, instant(b.Made), l.extra(b.Before.Extra))
	position := int64(0)
	item := func(what string, id journal.ID, revision int64, before any) {
		text := ""
		if before != nil {
			var err error
			text, err = jsonText(before)
			l.fail(err)
		}
		l.one(`INSERT INTO batch_items (batch, position, what, id, revision, before)
			VALUES ((SELECT n FROM batches WHERE id = ?), ?, ?, ?, ?, ?)`,
			string(b.ID), position, what, string(id), revision, text)
		position++
	}
	for _, added := range []struct {
		what string
		ids  []journal.ID
	}{
		{"entry", b.Added.Entries},
		{"person", b.Added.People},
		{"expectation", b.Added.Expectations},
		{"prompt", b.Added.OwnPrompts},
		{"pack", b.Added.Packs},
	} {
		for _, id := range added.ids {
			item(added.what, id, 0, nil)
		}
	}
	for i := range b.Before.Entries {
		item("entry", b.Before.Entries[i].ID, b.Before.Entries[i].Revision, b.Before.Entries[i])
	}
	for _, p := range b.Before.People {
		item("person", p.ID, 0, p)
	}
	for _, x := range b.Before.Expectations {
		item("expectation", x.ID, 0, x)
	}
	for _, p := range b.Before.OwnPrompts {
		item("prompt", p.ID, 0, p)
	}
	for _, p := range b.Before.Packs {
		item("pack", p.ID, 0, p)
	}
	if b.Before.Plan != nil {
		item("plan", "", 0, b.Before.Plan)
	}
}
