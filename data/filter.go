package data

import (
	"cmp"
	"slices"
	"strings"

	"groundwork/journal"
)

// conditions is a WHERE clause over entries AS e with its arguments. It is
// made here and nowhere else, so that a list, a count and a search can never
// mean different things by one filter.
type conditions struct {
	where []string
	args  []any
	// picks says that a tag, a person or an expectation picks the entries out:
	// then they have to be sorted, and do not come in order from an index.
	picks bool
	// narrow says that the entries that pass can be gathered through an index,
	// and are as a rule few of all.
	narrow bool
}

// clone gives the same conditions, to add others to.
func (c *conditions) clone() *conditions {
	same := *c
	same.where, same.args = slices.Clone(c.where), slices.Clone(c.args)
	return &same
}

func (c *conditions) add(sql string, args ...any) {
	c.where = append(c.where, sql)
	c.args = append(c.args, args...)
}

// clause gives the WHERE clause, with its space, or nothing.
func (c *conditions) clause() string {
	if len(c.where) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(c.where, " AND ") + " "
}

// newestFirst is the order of entries everywhere: by day, then by instant,
// then by arrival.
const newestFirst = "ORDER BY e.day DESC, e.created_ms DESC, e.n DESC "

// filtered turns a filter into conditions.
func filtered(f journal.Filter) *conditions {
	c := &conditions{}
	if !f.Since.IsZero() {
		c.add("e.day >= ?", f.Since.String())
	}
	if !f.Until.IsZero() {
		c.add("e.day <= ?", f.Until.String())
	}
	if len(f.Kinds) > 0 {
		column := "e.kind"
		if len(f.Kinds) > 1 {
			column = "+e.kind" // several kinds come in order by day, not by kind
		}
		addIn(c, column, f.Kinds)
	}
	for _, tag := range f.Tags {
		c.add("e.n IN (SELECT entry FROM entry_tags WHERE folded = ?)", fold(tag))
	}
	if f.Expectation != "" {
		c.add(`e.n IN (`+provedBetween+`(SELECT ? UNION SELECT id FROM expectations WHERE folded = ?))`,
			f.Since.String(), cmp.Or(f.Until.String(), lastDay), f.Expectation, fold(f.Expectation))
	}
	if f.Person != "" {
		c.add(`e.n IN (
			SELECT entry FROM entry_people WHERE person IN `+meant+`
			UNION SELECT n FROM entries WHERE feedback_giver <> '' AND feedback_giver IN `+meant+`)`,
			f.Person, fold(f.Person), f.Person, fold(f.Person))
	}
	c.proving(f)
	c.picks = len(f.Tags) > 0 || f.Expectation != "" || f.Person != "" || len(f.Shows) > 0
	c.narrow = c.picks || !f.Since.IsZero() || !f.Until.IsZero() || f.Starred
	if f.Starred {
		c.add("e.starred = 1")
	}
	if f.NoPrivate {
		c.add("e.private = 0")
	}
	if f.OnlyPrivate {
		c.add("e.private = 1")
	}
	if f.NoEvidence {
		c.add("NOT EXISTS (SELECT 1 FROM evidence WHERE entry = e.n)")
	}
	return c
}

// provedBetween are the entries from a day on and up to another one that support
// one of the expectations that follow. Evidence has the day of its entry, so a
// month's is found without a look at that of other months.
const provedBetween = "SELECT entry FROM evidence WHERE day >= ? AND day <= ? AND expectation IN "

// proving adds what a filter asks of what an entry proves.
func (c *conditions) proving(f journal.Filter) {
	if all := wantedOf("", f.Shows); len(all) > 0 {
		c.add("e.n IN (SELECT n FROM ("+selectShown(len(all))+"))", wantedArgs(all)...)
	}
	if f.Proves {
		c.add("e.n IN ("+provedBetween+"(SELECT id FROM expectations WHERE retired = 0))", f.Since.String(), cmp.Or(f.Until.String(), lastDay))
	}
	if len(f.Changes) > 0 || len(f.Outcomes) > 0 || f.Numbered {
		c.add("e.kind = 'moment'")
	}
	if len(f.Changes) > 0 {
		addIn(c, "e.moment_change", f.Changes)
	}
	if len(f.Outcomes) > 0 {
		addIn(c, "e.moment_outcome", f.Outcomes)
	}
	if f.Numbered {
		c.add("e.moment_impact_value IS NOT NULL")
	}
	if f.Quoted {
		c.add("e.kind = 'feedback' AND e.feedback_quote <> ''")
	}
}

// addIn asks a column for any of some values.
func addIn[T ~string](c *conditions, column string, values []T) {
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = string(v)
	}
	c.add(column+" IN (?"+strings.Repeat(", ?", len(args)-1)+")", args...)
}

// meant are the people that an ID or a name means; its arguments are the text
// and the folded text.
const meant = `(SELECT ? UNION SELECT id FROM people WHERE folded = ?)`

// queried adds what a search asks besides its terms.
func queried(q journal.Query) *conditions {
	c := filtered(q.Filter)
	c.narrow = c.narrow || len(q.Has) > 0
	for _, has := range q.Has {
		switch has {
		case "private":
			c.add("e.private = 1")
		case "attachment":
			c.add("e.n IN (SELECT entry FROM attachments)")
		}
	}
	return c
}

// place is where an entry stands in the order of entries.
type place struct {
	day       string
	createdMs int64
	n         int64
}

// before lets pass what stands before p, so that a list can go on from there.
func (c *conditions) before(p place) {
	c.add("(e.day, e.created_ms, e.n) < (?, ?, ?)", p.day, p.createdMs, p.n)
}
