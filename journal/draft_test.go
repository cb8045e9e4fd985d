package journal_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// desk is a draft on a shelf, with everything it reported.
type desk struct {
	*journal.Draft
	journal *journal.Journal
	shelf   *shelf

	mu      sync.Mutex
	reports []journal.DraftState
}

// openDesk begins to write a new entry in an empty journal whose clock is the
// real one, or the bubble's.
func openDesk() *desk {
	s := newShelf()
	d := &desk{shelf: s, journal: journal.New(s, journal.Options{Now: time.Now})}
	return d.open(d.journal.NewEntry(journal.Reflection, journal.Day{Year: 2026, Month: 11, Date: 20}))
}

// open puts another entry on the desk.
func (d *desk) open(e journal.Entry) *desk {
	d.Draft = d.journal.Draft(e, func(s journal.DraftState) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.reports = append(d.reports, s)
	})
	return d
}

func (d *desk) write(body string) { d.Edit(func(e *journal.Entry) { e.Body = body }) }

func (d *desk) flush(t *testing.T) {
	t.Helper()
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) last() journal.DraftState {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.reports[len(d.reports)-1]
}

// elsewhere changes the stored entry as another program would.
func (d *desk) elsewhere(t *testing.T, body string) {
	t.Helper()
	other := journal.New(d.shelf, journal.Options{})
	e, err := d.shelf.Entry(t.Context(), d.Entry().ID)
	if err != nil {
		t.Fatal(err)
	}
	e.Body = body
	if _, err := other.SaveEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
}

// bodies gives the stored texts in order.
func (d *desk) bodies() []string {
	var texts []string
	for _, e := range d.shelf.all() {
		texts = append(texts, e.Body)
	}
	slices.Sort(texts)
	return texts
}

func TestBlankDraftIsNotStored(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := openDesk()
		d.Edit(func(e *journal.Entry) { e.Kind = journal.MomentKind })
		wait(second)
		if n := len(d.shelf.all()); n != 0 {
			t.Errorf("%d entries are stored though nothing was written", n)
		}
		if s := d.State(); s.State != journal.Clean || !s.Saved.IsZero() {
			t.Errorf("the draft says %+v, want Clean and never saved", s)
		}
	})
}

func TestFirstLetterStoresTheDraft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := openDesk()
		id := d.Entry().ID
		d.write("A")
		wait(second)
		if e := d.shelf.only(t); e.Body != "A" || e.ID != id || e.Revision != 1 {
			t.Errorf("stored is %+v", e)
		}
	})
}

func TestEditsUpdateTheSameEntry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := openDesk()
		for _, body := range []string{"One", "One and two", "One, two and three"} {
			d.write(body)
			wait(second)
		}
		if e := d.shelf.only(t); e.Body != "One, two and three" || e.Revision != 3 {
			t.Errorf("stored is %q at revision %d", e.Body, e.Revision)
		}
		if got := d.Entry().Revision; got != 3 {
			t.Errorf("the draft stands at revision %d, want 3", got)
		}
	})
}

func TestDraftOfAStoredEntryGoesOnFromIt(t *testing.T) {
	d := openDesk()
	d.write("Yesterday")
	d.flush(t)
	stored := d.shelf.only(t)
	d.open(stored)
	if s := d.State(); s.State != journal.Clean || !s.Saved.Equal(stored.Updated) {
		t.Errorf("before anything is typed the draft says %+v", s)
	}
	d.write("Yesterday and today")
	d.flush(t)
	if e := d.shelf.only(t); e.ID != stored.ID || e.Body != "Yesterday and today" || e.Revision != 2 {
		t.Errorf("stored is %+v", e)
	}
}

func TestEmptiedEntryStaysStored(t *testing.T) {
	d := openDesk()
	d.write("Second thoughts")
	d.flush(t)
	d.write("")
	d.flush(t)
	if e := d.shelf.only(t); e.Body != "" || e.Revision != 2 {
		t.Errorf("stored is %q at revision %d, want an empty text at 2", e.Body, e.Revision)
	}
}

func TestDraftKeepsBothTextsWhenChangedElsewhere(t *testing.T) {
	d := openDesk()
	d.write("Mine")
	d.flush(t)
	id := d.Entry().ID
	d.elsewhere(t, "Theirs")
	d.write("Mine, longer")
	d.flush(t)
	if got, want := d.bodies(), []string{"Mine, longer", "Theirs"}; !slices.Equal(got, want) {
		t.Errorf("stored are %q, want %q", got, want)
	}
	if got := d.Entry(); got.ID == id || got.Revision != 1 {
		t.Errorf("the draft is still the entry %s at revision %d", got.ID, got.Revision)
	}
	if !d.State().Split || !d.last().Split {
		t.Error("nobody was told that the draft is an entry of its own now")
	}
}

func TestDraftGoesOnAsTheEntryOfItsOwn(t *testing.T) {
	d := openDesk()
	d.write("Mine")
	d.flush(t)
	d.elsewhere(t, "Theirs")
	d.write("Mine, longer")
	d.flush(t)
	d.write("Mine, the longest")
	d.flush(t)
	if !d.State().Split {
		t.Error("after the next save nobody can tell any more that the draft is an entry of its own")
	}
	if got, want := d.bodies(), []string{"Mine, the longest", "Theirs"}; !slices.Equal(got, want) {
		t.Errorf("stored are %q, want %q", got, want)
	}
}

func TestDraftIsKeptWhenItsEntryWasDeletedElsewhere(t *testing.T) {
	d := openDesk()
	d.write("Mine")
	d.flush(t)
	if err := d.shelf.Apply(t.Context(), journal.Changes{RemoveEntries: []journal.ID{d.Entry().ID}}); err != nil {
		t.Fatal(err)
	}
	d.write("Mine, still")
	d.flush(t)
	if e := d.shelf.only(t); e.Body != "Mine, still" || !d.State().Split {
		t.Errorf("stored is %q; split: %v", e.Body, d.State().Split)
	}
}

func TestDraftIsKeptWhenTheStoreDoesNotFindItsEntry(t *testing.T) {
	d := openDesk()
	d.write("Mine")
	d.flush(t)
	d.shelf.meanwhile = func() {
		d.shelf.refuseWith(journal.ErrNotFound)
		d.shelf.meanwhile = func() { d.shelf.refuseWith(nil) }
	}
	d.write("Mine, still")
	d.flush(t)
	if !slices.Contains(d.bodies(), "Mine, still") || !d.State().Split {
		t.Errorf("stored are %q; split: %v", d.bodies(), d.State().Split)
	}
}

func TestTextTypedDuringAConflictIsKeptToo(t *testing.T) {
	d := openDesk()
	d.write("Mine")
	d.flush(t)
	d.elsewhere(t, "Theirs")
	d.write("Mine, longer")
	d.shelf.meanwhile = func() { d.write("Mine, longer still") }
	d.flush(t)
	d.flush(t)
	if got, want := d.bodies(), []string{"Mine, longer still", "Theirs"}; !slices.Equal(got, want) {
		t.Errorf("stored are %q, want %q", got, want)
	}
}

func TestDraftReportsEachStateWithWhenItWasSaved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := openDesk()
		d.write("A")
		wait(second)
		var states []journal.SaveState
		for _, r := range d.reports {
			states = append(states, r.State)
		}
		if want := []journal.SaveState{journal.Dirty, journal.Saving, journal.Clean}; !slices.Equal(states, want) {
			t.Fatalf("reported were %v, want %v", states, want)
		}
		if !d.reports[0].Saved.IsZero() || !d.last().Saved.Equal(d.shelf.only(t).Updated) {
			t.Errorf("reported were %+v", d.reports)
		}
	})
}

func TestDraftSaysWhyItIsNotSavedAndSavesWhenItCan(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := openDesk()
		d.shelf.refuseWith(fmt.Errorf("write: %w", journal.ErrNoSpace))
		d.write("On a full disk")
		wait(second)
		if s := d.State(); s.State != journal.Failed || !s.Saved.IsZero() {
			t.Fatalf("the draft says %+v", s)
		}
		if what, _ := journal.Explain(d.last().Err); what != "The disk is full." {
			t.Errorf("the reason is given as %q", what)
		}
		d.shelf.refuseWith(nil)
		wait(2 * second)
		if e := d.shelf.only(t); e.Body != "On a full disk" {
			t.Errorf("stored is %q", e.Body)
		}
	})
}

func TestTextThatBreaksARuleIsNotSavedButKept(t *testing.T) {
	d := openDesk()
	d.write("fine")
	d.flush(t)
	d.write(strings.Repeat("x", journal.MaxText+1))
	if _, what := sentence(t, d.Flush(t.Context())); !strings.HasPrefix(what, "This text is longer than") {
		t.Errorf("Flush answers %s", what)
	}
	if e := d.shelf.only(t); e.Body != "fine" || len(d.Entry().Body) != journal.MaxText+1 {
		t.Errorf("stored are %d bytes, the draft holds %d", len(e.Body), len(d.Entry().Body))
	}
	d.write("shorter")
	d.flush(t)
	if e := d.shelf.only(t); e.Body != "shorter" {
		t.Errorf("stored is %q", e.Body)
	}
}

func TestPersonStaysOneWhenRenamedWhileTheDraftIsOpen(t *testing.T) {
	d := openDesk()
	d.Edit(func(e *journal.Entry) {
		e.People = []journal.Involved{{Person: "Lena"}}
		e.Feedback = &journal.Feedback{Giver: "Omar"}
		e.Evidence = []journal.Evidence{{Expectation: "Grows people"}}
	})
	d.flush(t)
	for i := range d.shelf.people {
		d.shelf.people[i].Name += " renamed"
	}
	d.shelf.expectations[0].Name = "Develops people"
	d.write("more")
	d.flush(t)
	if p, x := len(d.shelf.people), len(d.shelf.expectations); p != 2 || x != 1 {
		t.Errorf("there are %d people and %d expectations, want 2 and 1", p, x)
	}
}

func TestNameTypedDuringASaveIsNotOverwritten(t *testing.T) {
	d := openDesk()
	d.Edit(func(e *journal.Entry) {
		e.People = []journal.Involved{{Person: "Lena"}}
		e.Feedback = &journal.Feedback{Giver: "Lena"}
	})
	d.shelf.meanwhile = func() {
		d.Edit(func(e *journal.Entry) {
			e.People = append(e.People, journal.Involved{Person: "Omar"})
			e.Feedback.Giver = "Omar"
		})
	}
	d.flush(t)
	d.flush(t)
	omar := d.shelf.people[1]
	e := d.shelf.only(t)
	if omar.Name != "Omar" || len(e.People) != 2 || e.People[1].Person != string(omar.ID) || e.Feedback.Giver != string(omar.ID) {
		t.Errorf("stored are %+v and the giver %s; the people are %+v", e.People, e.Feedback.Giver, d.shelf.people)
	}
}

func TestEditsFromManyGoroutinesAreAllKept(t *testing.T) {
	d := openDesk()
	var writers sync.WaitGroup
	for i := range 8 {
		writers.Go(func() {
			for k := range 50 {
				d.Edit(func(e *journal.Entry) {
					e.Tags = append(e.Tags, fmt.Sprintf("%d/%d", i, k))
					if e.Moment == nil {
						e.Moment = &journal.Moment{Impact: &journal.Impact{}}
					}
					e.Moment.Result += "x"
					e.Moment.Impact.Text += "y"
				})
				if e := d.Entry(); len(e.Tags) > 0 {
					e.Tags[0] = "changed in a copy"
					e.Moment.Result = "changed in a copy"
				}
				if k%20 == i {
					if err := d.Flush(context.Background()); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	writers.Wait()
	d.flush(t)
	e := d.shelf.only(t)
	if len(e.Tags) != 400 || len(e.Moment.Result) != 400 || len(e.Moment.Impact.Text) != 400 {
		t.Errorf("stored are %d tags, %d and %d letters; want 400 of each", len(e.Tags), len(e.Moment.Result), len(e.Moment.Impact.Text))
	}
	if slices.Contains(e.Tags, "changed in a copy") {
		t.Error("a copy of the entry reaches into the draft")
	}
}

// TestEntryOfADraftIsACopy changes everything that can be reached from a copy
// of the entry, so that a field that is added later is looked at too.
func TestEntryOfADraftIsACopy(t *testing.T) {
	j, _ := journalAt(evening)
	rapid.Check(t, func(r *rapid.T) {
		given := anyEntry().Draw(r, "entry")
		before := toJSON(t, given)
		d := j.Draft(given, func(journal.DraftState) {})
		overwrite(reflect.ValueOf(&given).Elem())
		copied := d.Entry()
		overwrite(reflect.ValueOf(&copied).Elem())
		if got := toJSON(t, d.Entry()); got != before {
			r.Fatalf("the draft became\n%s\nfrom\n%s", got, before)
		}
	})
}

// overwrite changes every text, number and mark in place, also behind slices
// and pointers, but not in Extra, which nobody changes in place.
func overwrite(v reflect.Value) {
	switch {
	case v.Type() == reflect.TypeFor[journal.Extra](), v.Type() == reflect.TypeFor[time.Time]():
		return
	case v.Kind() == reflect.Pointer && !v.IsNil():
		overwrite(v.Elem())
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			overwrite(v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i))
		}
	case v.Kind() == reflect.String:
		v.SetString("changed")
	case v.Kind() == reflect.Bool:
		v.SetBool(!v.Bool())
	case v.CanFloat():
		v.SetFloat(v.Float() + 1)
	}
}
