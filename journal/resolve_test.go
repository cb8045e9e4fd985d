package journal_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"groundwork/journal"
)

func TestNamesBecomePeopleAndExpectationsOnce(t *testing.T) {
	j, s := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{
		Kind: journal.FeedbackKind,
		People: []journal.Involved{
			{Person: "Lena Berg", Role: "saw"},
			{Person: " lena BERG ", Role: "helped"},
			{Person: "José"},
			{Person: "Jose\u0301"}, // the same name with the accent apart
		},
		Feedback: &journal.Feedback{Giver: "LENA BERG", Quote: "Well done"},
		Evidence: []journal.Evidence{{Expectation: "Grows people"}, {Expectation: "grows people"}, {Expectation: "Strategy"}},
	})
	var names []string
	for _, p := range s.people {
		names = append(names, p.Name)
	}
	if want := []string{"Lena Berg", "José"}; !slices.Equal(names, want) {
		t.Fatalf("the people are %q, want %q", names, want)
	}
	lena, jose := string(s.people[0].ID), string(s.people[1].ID)
	var people []string
	for _, p := range saved.People {
		people = append(people, p.Person)
	}
	if want := []string{lena, lena, jose, jose}; !slices.Equal(people, want) || saved.Feedback.Giver != lena {
		t.Errorf("the entry names %q and the giver %q; want %q and %q", people, saved.Feedback.Giver, want, lena)
	}
	if len(s.expectations) != 2 || s.expectations[0].Name != "Grows people" || s.expectations[1].Order <= s.expectations[0].Order {
		t.Errorf("the expectations are %+v", s.expectations)
	}
	if e := saved.Evidence; e[0].Expectation != string(s.expectations[0].ID) || e[1].Expectation != e[0].Expectation {
		t.Errorf("the evidence is %+v", e)
	}
}

func TestKnownPeopleAndExpectationsAreReused(t *testing.T) {
	j, s := journalAt(evening)
	const lena, grows = journal.ID("018f4d2e-0000-7000-8000-00000000000a"), journal.ID("018f4d2e-0000-7000-8000-00000000000b")
	s.people = []journal.Person{{ID: lena, Name: "Lena"}, {ID: "other", Name: "lena"}}
	s.expectations = []journal.Expectation{{ID: grows, Name: "Grows people", Order: 7}}
	for name, ref := range map[string]string{"name": "lena", "ID": string(lena), "ID in upper case": strings.ToUpper(string(lena))} {
		saved := mustSave(t, j, journal.Entry{People: []journal.Involved{{Person: ref}}})
		if got := saved.People[0].Person; got != string(lena) {
			t.Errorf("by its %s, the person is %s", name, got)
		}
	}
	saved := mustSave(t, j, journal.Entry{Evidence: []journal.Evidence{{Expectation: "GROWS PEOPLE"}, {Expectation: "New"}}})
	if saved.Evidence[0].Expectation != string(grows) || len(s.people) != 2 {
		t.Errorf("the evidence is %+v, the people are %+v", saved.Evidence, s.people)
	}
	if added := s.expectations[1]; added.Name != "New" || added.Order != 8 {
		t.Errorf("the new expectation is %+v, want it behind the others", added)
	}
}

func TestPersonFromAnotherProgramIsFoundByTheirID(t *testing.T) {
	j, s := journalAt(evening)
	// The same mapping that an entry's own ID goes through.
	own := mustSave(t, j, journal.Entry{ID: "crm-17", Body: "x"}).ID
	s.people = []journal.Person{{ID: own, Name: "Lena"}}
	saved := mustSave(t, j, journal.Entry{People: []journal.Involved{{Person: "crm-17"}}})
	if saved.People[0].Person != string(own) || len(s.people) != 1 {
		t.Errorf("the entry names %+v; the people are %+v", saved.People, s.people)
	}
}

func TestNewGiverTakesTheRelationshipOfTheFeedback(t *testing.T) {
	j, s := journalAt(evening)
	mustSave(t, j, journal.Entry{Kind: journal.FeedbackKind, Feedback: &journal.Feedback{Giver: "Omar", Relationship: "mentor"}})
	if p := s.people[0]; p.Name != "Omar" || p.Relationship != "mentor" {
		t.Errorf("the person is %+v", p)
	}
}

func TestGiverOfSpacesIsNobody(t *testing.T) {
	j, s := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{Kind: journal.FeedbackKind, Feedback: &journal.Feedback{Giver: "  ", Quote: "x"}})
	if saved.Feedback.Giver != "" || len(s.people) != 0 {
		t.Errorf("the giver is %q; the people are %+v", saved.Feedback.Giver, s.people)
	}
}

// dawdling is a store that leaves others time between what it reads and what is
// made of it.
type dawdling struct{ *shelf }

func (d dawdling) People(ctx context.Context) ([]journal.Person, error) {
	people, err := d.shelf.People(ctx)
	for range 1000 {
		runtime.Gosched()
	}
	return people, err
}

func TestTwoEntriesSavedAtOnceMakeOnePersonOfOneName(t *testing.T) {
	s := newShelf()
	j := journal.New(dawdling{s}, journal.Options{Now: at(evening)})
	var saves sync.WaitGroup
	for range 16 {
		saves.Go(func() { mustSave(t, j, journal.Entry{People: []journal.Involved{{Person: "Lena"}}}) })
	}
	saves.Wait()
	if len(s.people) != 1 {
		t.Errorf("there are %d people of that name", len(s.people))
	}
}

func TestNothingIsSavedWhenNamesCannotBeLookedUp(t *testing.T) {
	j, s := journalAt(evening)
	heard := hear(j)
	s.unreadable = journal.ErrDamaged
	_, err := j.SaveEntry(t.Context(), journal.Entry{Day: mustDay(t, "2026-11-20"), People: []journal.Involved{{Person: "Lena"}}})
	if !errors.Is(err, journal.ErrDamaged) || len(s.applied) != 0 || len(*heard) != 0 {
		t.Errorf("%v; %d writes; heard %v", err, len(s.applied), *heard)
	}
}

func TestForeignIDsBecomeTheSameOwnIDsEachTime(t *testing.T) {
	for foreign, want := range map[journal.ID]journal.ID{
		"018F4D2E-0000-7000-8000-00000000000A": "018f4d2e-0000-7000-8000-00000000000a",
		"018F4D2E000070008000000000000000":     "018f4d2e-0000-7000-8000-000000000000", // as Day One writes them
		"note-17":                              "3420792a-b22e-55be-9013-5a6401aaab34", // for good: an import must find it again
	} {
		j, _ := journalAt(evening)
		saved := mustSave(t, j, journal.Entry{
			ID: foreign, Links: []journal.ID{foreign}, Feedback: &journal.Feedback{ActedOnIn: []journal.ID{foreign}},
		})
		for what, got := range map[string]journal.ID{"ID": saved.ID, "link": saved.Links[0], "acted on in": saved.Feedback.ActedOnIn[0]} {
			if got != want {
				t.Errorf("%s: %s became %s, want %s", what, foreign, got, want)
			}
		}
	}
}
