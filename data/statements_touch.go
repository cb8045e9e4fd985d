package data

import (
	"time"

	"groundwork/journal"
)

// touchedEntries writes the tags, the naming and the evidence of entries that
// are there. An entry that was saved since it was read is an ErrConflict, and
// so is one that the same changes replace or remove.
func (l *list) touchedEntries(c journal.Changes, stored []*columnRow) {
	for _, row := range stored {
		e := row.entry
		tags, retagged := c.Tags[e.ID]
		if retagged {
			e.Tags = tags
		}
		naming, renamed := c.Named[e.ID]
		if renamed {
			rename(&e, naming)
		}
		evidence, proved := c.Evidence[e.ID]
		if proved {
			e.Evidence = evidence
		}
		l.touch(&e, row.listsHash, c.At)
		if retagged {
			l.clear("entry_tags", &e)
			l.tags(&e)
		}
		if renamed {
			l.clear("entry_people", &e)
			l.people(&e)
		}
		if proved {
			l.clear("evidence", &e)
			l.evidence(&e)
		}
	}
}

// rename sets who stands in the entry. The part of feedback is made where a
// giver needs it, and copied where it is there: e shares it.
func rename(e *journal.Entry, to journal.Naming) {
	e.People = to.People
	if e.Feedback == nil && to.Giver == "" {
		return
	}
	f := orEmpty(e.Feedback)
	f.Giver = to.Giver
	e.Feedback = &f
}

// touch writes the entry's own row as its next revision.
func (l *list) touch(e *journal.Entry, listsHash string, at time.Time) {
	e.Updated = at
	args, err := columnArgs(e)
	l.fail(err)
	l.one(updateEntry, append(args, string(e.ID), e.Revision, listsHash)...)
}
