package data

import (
	"strings"
	"testing"

	"groundwork/journal"
)

func TestZZ(t *testing.T) {
	h := newHome(t)
	s := openHome(t, h)
	apply(t, s, sample(400))
	var v string
	s.readers.QueryRow(`select sqlite_version()`).Scan(&v)
	t.Log(v)
	const secret = "zyxwvutsecret"
	e := fullEntry(5001)
	e.Title, e.Tags = secret, append(e.Tags, "tag"+secret)
	e.Created, e.Updated = clockAt(0), clockAt(0)
	apply(t, s, journal.Changes{At: clockAt(0), Entries: []journal.Entry{e}})
	e.Revision++
	check := func(at string, i int) {
		p, err := s.checkFile(t.Context())
		_, err2 := s.Search(t.Context(), journal.ReadQuery(secret, journal.Dates{}), 0)
		if len(p) > 0 || err != nil || err2 != nil {
			t.Fatal(at, i, p, err, err2)
		}
	}
	check("begun", 0)
	for i := range 30 {
		save(t, s, &e, e.Body+strings.Repeat(" more of "+secret, i), clockAt(10*(i+1)))
		check("save", i)
	}
	apply(t, s, journal.Changes{At: clockAt(0), RemoveEntries: []journal.ID{e.ID}})
	check("removed", 0)
}
