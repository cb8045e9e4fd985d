package data

import (
	"context"

	"groundwork/journal"
)

// asking turns what a query asks besides its terms into conditions. A person or
// an expectation that no entry has by the whole name is one whose name holds
// what was typed: person:lena is Lena Berg.
func asking(ctx context.Context, q querier, query journal.Query) (*conditions, error) {
	f, person, expectation := query.Filter, "", ""
	if known, err := named(ctx, q, journal.Filter{Person: f.Person}, f.Person); err != nil {
		return nil, err
	} else if !known {
		person, query.Filter.Person = f.Person, ""
	}
	if known, err := named(ctx, q, journal.Filter{Expectation: f.Expectation}, f.Expectation); err != nil {
		return nil, err
	} else if !known {
		expectation, query.Filter.Expectation = f.Expectation, ""
	}
	c := queried(query)
	if person != "" {
		c.likePerson(person)
	}
	if expectation != "" {
		c.narrow = true
		c.add(`e.n IN (SELECT entry FROM evidence WHERE expectation IN (SELECT id FROM expectations WHERE instr(folded, ?) > 0))`, fold(expectation))
	}
	return c, nil
}

// named tells whether any entry passes the filter for a name; without a name
// there is nothing to ask.
func named(ctx context.Context, q querier, f journal.Filter, name string) (known bool, err error) {
	if name == "" {
		return true, nil
	}
	c := filtered(f)
	err = q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM entries AS e `+c.clause()+`)`, c.args...).Scan(&known)
	return known, err
}

// likePerson lets pass what names somebody with a name that begins so.
func (c *conditions) likePerson(name string) {
	words, exact := journal.Term{Text: name}.Words()
	if !words || exact {
		c.add("instr(e.people, ?) > 0", name)
		return
	}
	c.narrow = true
	c.add("e.n IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)", "people : "+matchText([]journal.Term{{Text: clean(name), Prefix: true}}, nil))
}
