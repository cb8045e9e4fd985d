package journal_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestWhatWasWrittenInAThingInTheTrashCanBeRead(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	lena, err1 := j.SavePerson(ctx, journal.Person{Name: "Lena", Matters: "Numbers", Notes: "Met in May."})
	x, err2 := j.SaveExpectation(ctx, journal.Expectation{Name: "Grows people", Text: "Who grew?"})
	q, err3 := j.AddOwnPrompt(ctx, journal.OwnPrompt{Text: "What now?"})
	p, err4 := j.SavePack(ctx, journal.Pack{Title: "For Lena", Audience: "manager", Sections: []journal.Section{
		{Key: "summary", Bullets: []journal.Bullet{{Text: "Led."}, {Text: "Grew."}}},
	}})
	_, err5 := j.RemovePerson(ctx, lena.ID)
	_, err6 := j.RemoveOwnPrompt(ctx, q.ID)
	_, err7 := j.RemovePack(ctx, p.ID)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7, j.RemoveExpectation(ctx, x.ID)); err != nil {
		t.Fatal(err)
	}
	got := map[journal.ID]string{}
	for _, id := range []journal.ID{lena.ID, x.ID, q.ID, p.ID} {
		text, err := j.TrashedText(ctx, id)
		if err != nil {
			t.Errorf("read %s: %v", id, err)
		}
		got[id] = text
	}
	want := map[journal.ID]string{lena.ID: "Numbers\n\nMet in May.", x.ID: "Who grew?", q.ID: "What now?", p.ID: "Led.\n\nGrew."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the texts (-want +got):\n%s", diff)
	}
	if _, err := j.TrashedText(ctx, "none"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("what is not there: %v", err)
	}
}
