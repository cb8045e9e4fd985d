package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// incoming is an entry on its way in, and what its file left out.
type incoming struct {
	entry                Entry
	noCreated, noUpdated bool
}

// takeEntries sorts the entries into new, same, changed and quarantined.
func (m *importing) takeEntries(ctx context.Context, in *Contents) error {
	ready, order := m.prepareEntries(in.Entries)
	found := make(map[ID]bool, len(ready))
	err := m.storedEntries(ctx, order, func(stored Entry) {
		if x, ok := ready[stored.ID]; ok {
			found[stored.ID] = true
			m.compareEntry(x, stored)
		}
	})
	if err != nil {
		return err
	}
	// A journal's own file begins with the newest: of two of one instant the
	// later written is the newer one.
	for _, id := range slices.Backward(order) {
		if found[id] {
			continue
		}
		e := ready[id].entry
		e.Revision = 0
		m.report.New++
		m.writeEntry(e)
		m.batch.Added.Entries = append(m.batch.Added.Entries, id)
	}
	return nil
}

// prepareEntries brings the entries into the form in which they are stored
// and leaves out those that break a rule.
func (m *importing) prepareEntries(entries []Entry) (ready map[ID]incoming, order []ID) {
	ready = make(map[ID]incoming, len(entries))
	alike := map[ID]int{} // entries without an ID, by their content
	for _, e := range entries {
		if e.ID == "" {
			e.ID = contentID("", fingerprint(e))
			alike[e.ID]++
			e.ID = contentID("", fmt.Sprint(e.ID, alike[e.ID]))
		}
		x := incoming{entry: e, noCreated: e.Created.IsZero(), noUpdated: e.Updated.IsZero()}
		if err := m.prepareEntry(&x.entry); err != nil {
			m.quarantine(entryLabel(&e), reason(err), e, true)
			continue
		}
		first, again := ready[x.entry.ID]
		switch {
		case again && equal(first.entry, x.entry):
			m.report.Same++
		case again:
			m.quarantine(entryLabel(&e), "Another entry in the file has the same id.", e, true)
		default:
			m.wantFiles(&x.entry)
			ready[x.entry.ID] = x
			order = append(order, x.entry.ID)
		}
	}
	return ready, order
}

// prepareEntry maps IDs and names, fills in defaults and checks the rules. An
// entry without a day is filed on the day it was created, where it was
// created: a day is never guessed.
func (m *importing) prepareEntry(e *Entry) error {
	if e.Day.IsZero() {
		if e.Created.IsZero() {
			return invalid("day", "It has no date.")
		}
		e.Day = DayOf(e.Created)
	}
	mapEntryIDs(e)
	plainZero(e)
	complete(e, m.now, m.today)
	if err := e.Validate(); err != nil {
		return err
	}
	for _, p := range e.People {
		m.knowPerson(p.Person, "")
	}
	if e.Feedback != nil && strings.TrimSpace(e.Feedback.Giver) != "" {
		m.knowPerson(e.Feedback.Giver, e.Feedback.Relationship)
	}
	for _, v := range e.Evidence {
		m.knowExpectation(v.Expectation)
	}
	m.names.entry(e)
	return nil
}

// knowPerson adds who is not known yet. Its ID follows from the name, so that
// the same file makes the same person in every journal.
func (m *importing) knowPerson(ref, relationship string) {
	if _, stays := m.names.stay[ref]; stays {
		return
	}
	if _, ok := m.names.find(m.names.people, ref); ok {
		return
	}
	p := Person{ID: ownID(ID(strings.TrimSpace(ref))), Name: strings.TrimSpace(ref), Relationship: relationship}
	m.names.knowPerson(p)
	m.changes.People = append(m.changes.People, p)
	m.batch.Added.People = append(m.batch.Added.People, p.ID)
	m.written[string(p.ID)] = fingerprint(p)
}

// knowExpectation adds what is not known yet, as knowPerson does.
func (m *importing) knowExpectation(ref string) {
	if _, ok := m.names.find(m.names.expectations, ref); ok {
		return
	}
	x := Expectation{ID: ownID(ID(strings.TrimSpace(ref))), Name: strings.TrimSpace(ref), Order: m.names.order + 1}
	m.names.knowExpectation(x)
	m.changes.Expectations = append(m.changes.Expectations, x)
	m.batch.Added.Expectations = append(m.batch.Added.Expectations, x.ID)
	m.written[string(x.ID)] = fingerprint(x)
}

// compareEntry decides about an entry that is stored already.
func (m *importing) compareEntry(x incoming, stored Entry) {
	e := x.entry
	if x.noCreated {
		e.Created = stored.Created
	}
	if x.noUpdated {
		e.Updated = stored.Updated
	}
	e.Revision = stored.Revision
	if equal(e, stored) {
		m.report.Same++
		return
	}
	m.report.Changed++
	m.writeEntry(e)
	m.batch.Before.Entries = append(m.batch.Before.Entries, stored)
}

func (m *importing) writeEntry(e Entry) {
	m.countFiles(&e)
	m.changes.Entries = append(m.changes.Entries, e)
}

// storedEntries visits those of the IDs that are stored; where there are many
// of them it may visit others too, since walking the journal once is quicker
// than asking for each.
func (m *importing) storedEntries(ctx context.Context, ids []ID, visit func(Entry)) error {
	const many = 500
	if len(ids) > many {
		for e, err := range m.store.Entries(ctx, Filter{}) {
			if err != nil {
				return err
			}
			visit(e)
		}
		return nil
	}
	for _, id := range ids {
		e, err := m.store.Entry(ctx, id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		visit(e)
	}
	return nil
}

// AddEntry adds an entry that another program made: its IDs are mapped as an
// import maps them, what it leaves out takes its default, and it keeps the
// instants it brings. An entry that is there already is an ErrConflict.
func (j *Journal) AddEntry(ctx context.Context, e Entry) (Entry, error) {
	now := j.Now()
	if e.ID == "" {
		e.ID = j.newID()
	}
	e.Revision = 0
	mapEntryIDs(&e)
	if e.Updated.IsZero() {
		e.Updated = now
	}
	complete(&e, now, j.Today(ctx))
	if err := e.Validate(); err != nil {
		return Entry{}, fmt.Errorf("add entry: %w", err)
	}
	changes, err := j.write(ctx, &e, now, nil)
	if err != nil {
		return Entry{}, fmt.Errorf("add entry: %w", err)
	}
	e.Revision++
	j.ringFor(changes, Change{Kind: EntryAdded, ID: e.ID, Day: e.Day})
	return e, nil
}

// entryLabel names an entry for the user.
func entryLabel(e *Entry) string {
	if e.Title != "" {
		return e.Title
	}
	first, _, _ := strings.Cut(strings.TrimSpace(e.Body), "\n")
	if first != "" {
		return shorten(first, 60)
	}
	return string(e.ID)
}
