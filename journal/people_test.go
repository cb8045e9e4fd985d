package journal_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func mustPerson(t testing.TB, j *journal.Journal, p journal.Person) journal.Person {
	t.Helper()
	stored, err := j.SavePerson(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func TestANewPersonHasTheirNameOnOneLine(t *testing.T) {
	j, s := journalAt(evening)
	heard := hear(j)
	lena := mustPerson(t, j, journal.Person{Name: "  Lena\r\nBerg \n", Support: "neutral"})
	if lena.ID == "" || lena.Name != "Lena Berg" || lena.Support != "neutral" {
		t.Errorf("stored as %+v", lena)
	}
	if diff := cmp.Diff([]journal.Person{lena}, s.people); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.PeopleChanged}}, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestTwoPeopleMayShareAName(t *testing.T) {
	j, s := journalAt(evening)
	first, second := mustPerson(t, j, journal.Person{Name: "Lena"}), mustPerson(t, j, journal.Person{Name: "Lena"})
	if first.ID == second.ID || len(s.people) != 2 {
		t.Errorf("the people are %+v", s.people)
	}
}

func TestANameThatIsNoneOrTooLongIsRefusedInASentence(t *testing.T) {
	j, s := journalAt(evening)
	for name, want := range map[string]string{
		"":                       "A name needs at least one letter.",
		" \n ":                   "A name needs at least one letter.",
		strings.Repeat("é", 201): "A name can hold at most 200 letters.",
	} {
		_, err := j.SavePerson(t.Context(), journal.Person{Name: name})
		if field, what := sentence(t, err); field != "name" || what != want {
			t.Errorf("%q: %s, %s", name, field, what)
		}
	}
	if len(s.people) != 0 {
		t.Errorf("the people are %+v", s.people)
	}
	mustPerson(t, j, journal.Person{Name: strings.Repeat("é", 200)})
}

func TestALongNameFromElsewhereDoesNotStandInTheWayOfAnythingElse(t *testing.T) {
	j, s := journalAt(evening)
	long := strings.Repeat("x", 300)
	s.people = []journal.Person{{ID: "1", Name: long}}
	p, err := j.EditPerson(t.Context(), "1", func(p *journal.Person) { p.Notes = "Met in May" })
	if err != nil || p.Name != long || p.Notes != "Met in May" {
		t.Errorf("stored as %+v, %v", p, err)
	}
}

func TestAPersonIsChangedWithoutLosingWhatOthersChange(t *testing.T) {
	j, s := journalAt(evening)
	lena := mustPerson(t, j, journal.Person{Name: "Lena"})
	var edits sync.WaitGroup
	for range 20 {
		edits.Go(func() {
			if _, err := j.EditPerson(t.Context(), lena.ID, func(p *journal.Person) { p.Notes += "x" }); err != nil {
				t.Error(err)
			}
		})
	}
	edits.Wait()
	if got := s.people[0].Notes; got != strings.Repeat("x", 20) {
		t.Errorf("the notes are %q", got)
	}
}

func TestSomebodyWhoIsNotThereIsNotFound(t *testing.T) {
	j, _ := journalAt(evening)
	ctx := t.Context()
	lena := mustPerson(t, j, journal.Person{Name: "Lena"})
	_, saved := j.SavePerson(ctx, journal.Person{ID: "nobody", Name: "Lena"})
	_, removed := j.RemovePerson(ctx, "nobody")
	_, from := j.MergePeople(ctx, "nobody", lena.ID)
	_, into := j.MergePeople(ctx, lena.ID, "nobody")
	for what, err := range map[string]error{
		"save": saved, "remove": removed, "merge from": from, "merge into": into, "restore": j.RestorePerson(ctx, lena.ID),
	} {
		if !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// office is a journal in which Lena stands in many ways, and Omar beside her.
func office(t *testing.T) (j *journal.Journal, s *shelf, lena, omar journal.Person) {
	t.Helper()
	j, s = journalAt(evening)
	up := journal.LeadingUp{Needs: []string{"too-busy"}, Offered: "2026-03-06 A Friday note"}
	lena = mustPerson(t, j, journal.Person{
		Name: "Lena", Relationship: "manager", Notes: "Likes tea", LastContact: mustDay(t, "2026-03-01"), LeadingUp: &up,
		Extra: journal.Extra{"desk": json.RawMessage(`12`)},
	})
	omar = mustPerson(t, j, journal.Person{Name: "Omar", Support: "neutral", Notes: "Plays go"})
	extra := journal.Extra{"seat": json.RawMessage(`"left"`)}
	mustSave(t, j, journal.Entry{
		ID: "018f4d2e-0000-7000-8000-000000000001", Kind: journal.FeedbackKind,
		People:   []journal.Involved{{Person: "Omar", Role: "saw"}, {Person: "Lena", Role: "helped", Extra: extra}},
		Feedback: &journal.Feedback{Giver: "Lena", Quote: "Well done"},
	})
	mustSave(t, j, journal.Entry{
		ID: "018f4d2e-0000-7000-8000-000000000002", Body: "Both saw it",
		People: []journal.Involved{{Person: "Lena", Role: "saw"}, {Person: "Omar", Role: "saw"}},
	})
	mustSave(t, j, journal.Entry{ID: "018f4d2e-0000-7000-8000-000000000003", People: []journal.Involved{{Person: "Omar"}}})
	s.plan = journal.Plan{Goals: []journal.Goal{
		{ID: "g1", Text: "Ask", Person: string(lena.ID)}, {ID: "g2", Text: "Read"}, {ID: "g3", Text: "Ask", Person: "Lena"},
	}}
	return j, s, lena, omar
}

const (
	saidByLena  = journal.ID("018f4d2e-0000-7000-8000-000000000001")
	seenByBoth  = journal.ID("018f4d2e-0000-7000-8000-000000000002")
	seenByOmar  = journal.ID("018f4d2e-0000-7000-8000-000000000003")
	nobodysName = "Lena"
)

// state is all that a change of people or of expectations may move, without
// revisions.
func (s *shelf) state(t *testing.T) string {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	expectations := map[journal.ID]journal.Expectation{}
	for _, x := range s.expectations {
		expectations[x.ID] = x
	}
	return toJSON(t, map[string]any{
		"entries": s.entries, "people": byID(s.people), "expectations": expectations, "plan": s.plan, "trash": len(s.trash),
	})
}

func byID(people []journal.Person) map[journal.ID]journal.Person {
	all := map[journal.ID]journal.Person{}
	for _, p := range people {
		all[p.ID] = p
	}
	return all
}

func TestWhoIsRemovedLeavesTheirNameWithWhatTheySaid(t *testing.T) {
	j, s, lena, omar := office(t)
	before, transactions := s.state(t), len(s.applied)
	heard := hear(j)
	gone, err := j.RemovePerson(t.Context(), lena.ID)
	if diff := cmp.Diff(lena, gone); err != nil || diff != "" {
		t.Fatalf("removed, %v (-want +got):\n%s", err, diff)
	}
	if len(s.applied) != transactions+1 || len(s.people) != 1 || len(s.all()) != 3 {
		t.Errorf("in %d transactions; left are %+v and %d entries", len(s.applied)-transactions, s.people, len(s.all()))
	}
	e := s.entries[saidByLena]
	if e.Feedback.Giver != nobodysName || e.Feedback.Quote != "Well done" || e.People[1].Person != nobodysName || e.People[0].Person != string(omar.ID) {
		t.Errorf("her feedback is %+v of %+v", e.Feedback, e.People)
	}
	if got := s.plan.Goals[0].Person; got != nobodysName {
		t.Errorf("the goal names %q", got)
	}
	want := []journal.Change{{Kind: journal.PeopleChanged}, {Kind: journal.PlanChanged}, {Kind: journal.EntriesChanged}}
	if diff := cmp.Diff(want, *heard); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if err := j.RestorePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.state(t)); diff != "" {
		t.Errorf("brought back (-before +after):\n%s", diff)
	}
	if err := j.RestorePerson(t.Context(), lena.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a second time: %v", err)
	}
}

func TestWhoComesBackStandsWhereTheirNameStillIs(t *testing.T) {
	j, s, lena, omar := office(t)
	if _, err := j.RemovePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	edit(t, j, saidByLena, func(e *journal.Entry) {
		e.Feedback.Giver = "Priya"
		e.People = append(e.People, journal.Involved{Person: "Ruth"})
	})
	edit(t, j, seenByBoth, func(e *journal.Entry) { e.People = e.People[1:] })
	s.plan.Goals[0].Person = "Priya"
	if err := j.RestorePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	e := s.entries[saidByLena]
	if e.Feedback.Giver == string(lena.ID) || e.People[1].Person != string(lena.ID) || len(e.People) != 3 {
		t.Errorf("the changed entry has %+v and %+v", e.Feedback, e.People)
	}
	if e := s.entries[seenByBoth]; len(e.People) != 1 || e.People[0].Person != string(omar.ID) {
		t.Errorf("the entry she was taken from has %+v", e.People)
	}
	if got := s.plan.Goals[0].Person; got != "Priya" {
		t.Errorf("the goal names %q", got)
	}
}

func edit(t *testing.T, j *journal.Journal, id journal.ID, change func(*journal.Entry)) journal.Entry {
	t.Helper()
	e, err := j.EditEntry(t.Context(), id, change)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestAnEntryOfSomebodyRemovedMakesNobodyNewWhenItIsSavedAgain(t *testing.T) {
	j, s, lena, _ := office(t)
	if _, err := j.RemovePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	e := edit(t, j, saidByLena, func(e *journal.Entry) {
		e.Body = "Changed"
		e.People = append(e.People, journal.Involved{Person: "Ruth"})
	})
	if e.Feedback.Giver != nobodysName || e.People[1].Person != nobodysName {
		t.Errorf("she is %q and %q", e.Feedback.Giver, e.People[1].Person)
	}
	if len(s.people) != 2 || s.people[1].Name != "Ruth" {
		t.Errorf("the people are %+v", s.people)
	}
	fresh := mustSave(t, j, journal.Entry{People: []journal.Involved{{Person: nobodysName}}})
	if len(s.people) != 3 || fresh.People[0].Person != string(s.people[2].ID) {
		t.Errorf("in a new entry the name is %q", fresh.People[0].Person)
	}
	again := edit(t, j, saidByLena, func(e *journal.Entry) { e.Body = "Changed again" })
	if again.Feedback.Giver != nobodysName {
		t.Errorf("what the first Lena said went to the second: %q", again.Feedback.Giver)
	}
}

func TestAnEntryWithoutNamesIsSavedWithoutReadingItFirst(t *testing.T) {
	j, s, _, omar := office(t)
	e := s.entries[seenByOmar]
	e.People = append(e.People, journal.Involved{Person: string(omar.ID), Role: "helped"})
	s.noEntry = true
	mustSave(t, j, e)
}

func TestAnEntryThatWasOpenWhileSomebodyWentNamesWhoHasTheirPlace(t *testing.T) {
	j, s, lena, omar := office(t)
	ruth := mustPerson(t, j, journal.Person{Name: "Ruth"})
	ctx := t.Context()
	if _, err := j.MergePeople(ctx, lena.ID, omar.ID); err != nil {
		t.Fatal(err)
	}
	open := journal.Entry{People: []journal.Involved{{Person: string(lena.ID)}, {Person: string(ruth.ID)}}}
	if saved := mustSave(t, j, open); saved.People[0].Person != string(omar.ID) || saved.People[1].Person != string(ruth.ID) {
		t.Errorf("after a merge it names %+v", saved.People)
	}
	for _, id := range []journal.ID{omar.ID, ruth.ID} {
		if _, err := j.RemovePerson(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	if saved := mustSave(t, j, open); saved.People[0].Person != "Omar" || saved.People[1].Person != "Ruth" || len(s.people) != 0 {
		t.Errorf("after they went it names %+v; the people are %+v", saved.People, s.people)
	}
}

func TestWhoComesBackReplacesNoOther(t *testing.T) {
	j, s, lena, _ := office(t)
	if _, err := j.RemovePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	s.people = append(s.people, journal.Person{ID: lena.ID, Name: "Lena of an import"})
	if err := j.RestorePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.people) != 3 || s.people[2].Name != "Lena" || s.people[2].ID == lena.ID {
		t.Fatalf("the people are %+v", s.people)
	}
	if got := s.entries[saidByLena].Feedback.Giver; got != string(s.people[2].ID) {
		t.Errorf("her feedback is by %q", got)
	}
}

func TestMergedPeopleAreOneEverywhere(t *testing.T) {
	j, s, lena, omar := office(t)
	before, transactions := s.state(t), len(s.applied)
	merged, err := j.MergePeople(t.Context(), lena.ID, omar.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := journal.Person{
		ID: omar.ID, Name: "Omar", Support: "neutral", Relationship: "manager", Notes: "Plays go\n\nLikes tea",
		LastContact: lena.LastContact, LeadingUp: lena.LeadingUp, Extra: lena.Extra,
	}
	if diff := cmp.Diff(want, merged); diff != "" || len(s.people) != 1 || len(s.applied) != transactions+1 {
		t.Errorf("in %d transactions %d people (-want +got):\n%s", len(s.applied)-transactions, len(s.people), diff)
	}
	id := string(omar.ID)
	if e := s.entries[saidByLena]; e.Feedback.Giver != id || len(e.People) != 2 || e.People[0].Person != id || e.People[1].Person != id {
		t.Errorf("the feedback is %+v of %+v", e.Feedback, e.People)
	}
	if e := s.entries[seenByBoth]; len(e.People) != 1 || e.People[0].Person != id {
		t.Errorf("who saw it is now %+v", e.People)
	}
	if s.plan.Goals[0].Person != id || s.plan.Goals[2].Person != "Lena" {
		t.Errorf("the goals are %+v", s.plan.Goals)
	}
	if err := j.RestorePerson(t.Context(), lena.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.state(t)); diff != "" {
		t.Errorf("undone (-before +after):\n%s", diff)
	}
}

func TestUndoingAMergeKeepsWhatWasChangedSince(t *testing.T) {
	j, s, lena, omar := office(t)
	ctx := t.Context()
	if _, err := j.MergePeople(ctx, lena.ID, omar.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := j.EditPerson(ctx, omar.ID, func(p *journal.Person) { p.Matters = "Sundays off" }); err != nil {
		t.Fatal(err)
	}
	edit(t, j, seenByBoth, func(e *journal.Entry) { e.People = append(e.People, journal.Involved{Person: "Ruth"}) })
	if err := j.RestorePerson(ctx, lena.ID); err != nil {
		t.Fatal(err)
	}
	want := omar
	want.Matters = "Sundays off"
	now := byID(s.people)
	if diff := cmp.Diff([]journal.Person{want, lena}, []journal.Person{now[omar.ID], now[lena.ID]}); diff != "" {
		t.Errorf("the two (-want +got):\n%s", diff)
	}
	var names []string
	for _, p := range s.entries[seenByBoth].People {
		names = append(names, now[journal.ID(p.Person)].Name)
	}
	if diff := cmp.Diff([]string{"Lena", "Omar", "Ruth"}, names); diff != "" {
		t.Errorf("who saw it (-want +got):\n%s", diff)
	}
}

func TestAPersonIsNotMergedWithThemselves(t *testing.T) {
	j, s, lena, _ := office(t)
	_, err := j.MergePeople(t.Context(), lena.ID, lena.ID)
	if _, what := sentence(t, err); what != "Choose two different people." || len(s.people) != 2 {
		t.Errorf("%s; the people are %+v", what, s.people)
	}
}

func TestNobodyIsRemovedWhereTheJournalCannotBeReadOrWritten(t *testing.T) {
	for _, refused := range []error{journal.ErrDamaged, journal.ErrNoSpace} {
		j, s, lena, omar := office(t)
		before, heard := s.state(t), hear(j)
		if refused == journal.ErrDamaged {
			s.unreadable = refused
		} else {
			s.refuse = refused
		}
		_, removed := j.RemovePerson(t.Context(), lena.ID)
		_, merged := j.MergePeople(t.Context(), lena.ID, omar.ID)
		if !errors.Is(removed, refused) || !errors.Is(merged, refused) || s.state(t) != before || len(*heard) != 0 {
			t.Errorf("%v, %v; published %v", removed, merged, *heard)
		}
	}
}

func TestAnEntryDeletedMeanwhileDoesNotKeepAnybodyFromGoing(t *testing.T) {
	j, s, lena, _ := office(t)
	s.meanwhile = func() {
		if err := s.Apply(t.Context(), journal.Changes{RemoveEntries: []journal.ID{saidByLena}}); err != nil {
			t.Error(err)
		}
	}
	if _, err := j.RemovePerson(t.Context(), lena.ID); err != nil || len(s.people) != 1 {
		t.Errorf("%v; the people are %+v", err, s.people)
	}
}

func TestSupportersAreMissedUntilSomebodyStandsBehindTheWriter(t *testing.T) {
	person := func(relationship, support string) journal.Person {
		return journal.Person{Name: "x", Relationship: relationship, Support: support}
	}
	for _, c := range []struct {
		people []journal.Person
		want   []string
	}{
		{nil, []string{"manager", "leader-above", "sponsor", "mentor", "peer"}},
		{[]journal.Person{person("manager", "supportive"), person("manager", "not-yet"), person("peer", "neutral"), person("mentor", "")}, []string{"leader-above", "sponsor", "mentor", "peer"}},
		{[]journal.Person{person("manager", "advocate"), person("leader-above", "advocate"), person("sponsor", "advocate"), person("mentor", "supportive"), person("peer", "supportive"), person("report", "not-yet")}, nil},
	} {
		if diff := cmp.Diff(c.want, journal.MissingSupporters(c.people)); diff != "" {
			t.Errorf("of %+v (-want +got):\n%s", c.people, diff)
		}
	}
}

func TestTheSheetOnLeadingUpIsAboutWhoLeads(t *testing.T) {
	for _, c := range []struct {
		person journal.Person
		want   bool
	}{
		{journal.Person{Relationship: "manager"}, true},
		{journal.Person{Relationship: "leader-above"}, true},
		{journal.Person{Relationship: "peer"}, false},
		{journal.Person{Relationship: "peer", LeadingUp: &journal.LeadingUp{}}, true}, // written while they led
	} {
		if got := c.person.Leads(); got != c.want {
			t.Errorf("%+v: %v", c.person, got)
		}
	}
}
