package data

import (
	"testing"

	"groundwork/journal"
)

func TestLooseNamesAreThoseThatAreNobodys(t *testing.T) {
	s := newStore(t)
	one, two := written(1, "one", ""), written(2, "two", "")
	one.People = []journal.Involved{{Person: string(testID(100))}, {Person: "Zora"}, {Person: "Mei"}}
	two.People = []journal.Involved{{Person: "Mei"}}
	two.Feedback = &journal.Feedback{Giver: "Abel"}
	apply(t, s, journal.Changes{Entries: []journal.Entry{one, two}, People: []journal.Person{{ID: testID(100), Name: "Priya"}}})
	names, err := s.LooseNames(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "names", []string{"Abel", "Mei", "Zora"}, names)
}
