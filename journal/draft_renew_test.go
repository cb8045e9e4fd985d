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
