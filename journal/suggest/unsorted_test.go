package suggest_test

import (
	"fmt"
	"slices"
	"testing"

	"groundwork/journal"
	"groundwork/journal/suggest"
)

func TestGivenAPileThenMomentsAndFeedbackComeFirst(t *testing.T) {
	d := open(t, noElement)
	const telling = "My mentee did the pairing with patience"
	moment := d.save(journal.Entry{Kind: journal.MomentKind, Title: "moment", Body: telling})
	d.save(journal.Entry{Kind: journal.ApplicationKind, Title: "application", Body: ofCoaching})
	d.save(journal.Entry{Title: "telling", Body: telling})
	d.save(journal.Entry{Kind: journal.FeedbackKind, Title: "private", Private: true})
	d.save(journal.Entry{Kind: journal.FeedbackKind, Title: "feedback"})
	old := d.save(journal.Entry{Kind: journal.MomentKind, Title: "old"})
	span := journal.Span{From: old.Day.AddDays(1), Until: moment.Day}
	for name, c := range map[string]struct {
		pile suggest.Pile
		want []string
	}{
		"all of it":       {suggest.Pile{}, []string{"moment Coaches: patience mentee pairing", "private ", "feedback ", "old ", "telling Coaches: patience mentee pairing"}},
		"of a period":     {suggest.Pile{Span: span}, []string{"moment Coaches: patience mentee pairing", "private ", "feedback ", "telling Coaches: patience mentee pairing"}},
		"without private": {suggest.Pile{Span: span, NoPrivate: true}, []string{"moment Coaches: patience mentee pairing", "feedback ", "telling Coaches: patience mentee pairing"}},
	} {
		for _, size := range []int{1, 2, 3, 10} {
			if got := d.pages(c.pile, size); !slices.Equal(got, c.want) {
				t.Errorf("%s by %d: %q, want %q", name, size, got, c.want)
			}
		}
	}
}

func TestGivenLinesOfMonthsThenThoseThatTellWhatWasDoneAreInThePile(t *testing.T) {
	d := open(t, noElement)
	d.save(journal.Entry{Title: "A month of thoughts", Precision: journal.InMonth})
	d.save(journal.Entry{Title: "Led the winter drill", Precision: journal.InMonth})
	if got, want := d.pages(suggest.Pile{}, 10), []string{"Led the winter drill "}; !slices.Equal(got, want) {
		t.Errorf("the pile holds %q, want %q", got, want)
	}
}

// pages reads a pile page by page.
func (d *desk) pages(pile suggest.Pile, size int) []string {
	d.Helper()
	var all []string
	for from, last := (suggest.Place{}), false; !last; {
		page, err := d.suggest.Unsorted(d.Context(), pile, from, size)
		if err != nil {
			d.Fatal(err)
		}
		if len(page.Entries) > size || len(all) > 100 {
			d.Fatalf("a page of %d holds %d", size, len(page.Entries))
		}
		for _, u := range page.Entries {
			all = append(all, u.Title+" "+short(u.Suggestions))
		}
		from, last = page.Next, page.Last
	}
	return all
}

func TestGivenAnEntryThatWasSortedOrRemovedThenThePileGoesOn(t *testing.T) {
	d := open(t, noElement)
	var moments []journal.Entry
	for i := range 4 {
		moments = append(moments, d.save(journal.Entry{Kind: journal.MomentKind, Title: fmt.Sprint(i)}))
	}
	page, err := d.suggest.Unsorted(t.Context(), suggest.Pile{}, suggest.Place{}, 2)
	if err != nil || len(page.Entries) != 2 || page.Entries[1].ID != moments[1].ID {
		t.Fatalf("%+v, %v", page, err)
	}
	moments[1].Evidence = proof("Coaches")
	d.save(moments[1])
	rest, err := d.suggest.Unsorted(t.Context(), suggest.Pile{}, page.Next, 10)
	if err != nil || len(rest.Entries) != 2 || rest.Entries[0].ID != moments[2].ID || !rest.Last {
		t.Errorf("after it was sorted: %+v, %v", rest, err)
	}
	if err := d.store.Apply(t.Context(), journal.Changes{At: evening, RemoveEntries: []journal.ID{moments[1].ID}}); err != nil {
		t.Fatal(err)
	}
	again, err := d.suggest.Unsorted(t.Context(), suggest.Pile{}, page.Next, 10)
	if err != nil || len(again.Entries) != 3 || again.Entries[0].ID != moments[0].ID {
		t.Errorf("after it was removed: %+v, %v", again, err)
	}
}
