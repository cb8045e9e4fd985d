package journal_test

import (
	"errors"
	"slices"
	"testing"

	"groundwork/journal"
)

// openPair begins to write an entry that names Lena and carries two tags.
func openPair(t *testing.T) (*desk, journal.ID) {
	t.Helper()
	d := openDesk()
	d.Edit(func(e *journal.Entry) {
		e.Body, e.Tags = "Mine", []string{"win", "x"}
		e.People = []journal.Involved{{Person: "Lena"}}
		e.Feedback = &journal.Feedback{Giver: "Lena"}
	})
	d.flush(t)
	return d, d.shelf.people[0].ID
}

func TestADraftGoesOnAfterManyEntriesWereChanged(t *testing.T) {
	d, lena := openPair(t)
	ctx := t.Context()
	if _, err := d.journal.RemovePerson(ctx, lena); err != nil {
		t.Fatal(err)
	}
	if _, err := d.journal.RenameTag(ctx, "win", "success"); err != nil {
		t.Fatal(err)
	}
	d.write("Mine, longer")
	d.flush(t)
	e := d.shelf.only(t)
	if e.Body != "Mine, longer" || e.People[0].Person != "Lena" || e.Feedback.Giver != "Lena" || !slices.Equal(e.Tags, []string{"success", "x"}) {
		t.Errorf("stored is %+v with %+v", e, e.Feedback)
	}
	if d.State().Split || len(d.shelf.people) != 0 {
		t.Errorf("split: %v; the people are %+v", d.State().Split, d.shelf.people)
	}
}

func TestARenewedDraftHoldsWhatIsStoredAndWhatIsTyped(t *testing.T) {
	d, lena := openPair(t)
	ctx := t.Context()
	d.Edit(func(e *journal.Entry) { e.Title, e.Tags = "Typed", append(e.Tags, "typed") })
	if _, err := d.journal.RemovePerson(ctx, lena); err != nil {
		t.Fatal(err)
	}
	if err := d.Renew(ctx); err != nil {
		t.Fatal(err)
	}
	if e := d.Entry(); e.Title != "Typed" || e.Feedback.Giver != "Lena" || len(e.Tags) != 3 || e.Revision != d.shelf.only(t).Revision {
		t.Errorf("the draft holds %+v with %+v", e, e.Feedback)
	}
	d.flush(t)
	if e := d.shelf.only(t); e.Title != "Typed" || len(e.Tags) != 3 || e.People[0].Person != "Lena" {
		t.Errorf("stored is %+v", e)
	}
}

func TestADraftTakesOverWhatItsEntrySupports(t *testing.T) {
	d := openDesk()
	ctx := t.Context()
	coaches := mustExpect(t, d.journal, journal.Expectation{Name: "Coaches"})
	delivers := mustExpect(t, d.journal, journal.Expectation{Name: "Delivers"})
	d.Edit(func(e *journal.Entry) {
		e.Body, e.Evidence = "Mine", []journal.Evidence{{Expectation: string(coaches.ID)}, {Expectation: string(delivers.ID)}}
	})
	d.flush(t)
	d.write("Mine, longer")
	if err := d.journal.RemoveExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	if err := d.Renew(ctx); err != nil {
		t.Fatal(err)
	}
	if e := d.Entry(); e.Body != "Mine, longer" || len(e.Evidence) != 1 || e.Evidence[0].Expectation != string(delivers.ID) {
		t.Errorf("the draft holds %+v", e)
	}
	if err := d.journal.RestoreExpectation(ctx, coaches.ID); err != nil {
		t.Fatal(err)
	}
	d.flush(t)
	if e := d.shelf.only(t); e.Body != "Mine, longer" || len(e.Evidence) != 2 || d.State().Split {
		t.Errorf("stored is %+v; split: %v", e, d.State().Split)
	}
}

func TestADraftTakesNothingOverWhereTheTextIsAnotherOne(t *testing.T) {
	d, _ := openPair(t)
	d.elsewhere(t, "Theirs")
	before := d.Entry()
	if err := d.Renew(t.Context()); !errors.Is(err, journal.ErrConflict) {
		t.Errorf("got %v", err)
	}
	if e := d.Entry(); e.Revision != before.Revision || e.Body != "Mine" {
		t.Errorf("the draft became %+v", e)
	}
}

func TestADraftThatIsNotStoredHasNothingToRenew(t *testing.T) {
	d := openDesk()
	d.shelf.unreadable = journal.ErrDamaged
	if err := d.Renew(t.Context()); err != nil {
		t.Error(err)
	}
}
