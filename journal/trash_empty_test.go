package journal_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func sortedTexts(all []string) []string {
	slices.Sort(all)
	return all
}

// filled puts one thing of each sort into the trash and names them, the last
// deleted first.
func filled(t *testing.T, j *journal.Journal) (ids []journal.ID) {
	t.Helper()
	ctx := t.Context()
	e, _ := pointedTo(t, j)
	question, err1 := j.AddOwnPrompt(ctx, journal.OwnPrompt{Text: "What now?"})
	pack, err2 := j.SavePack(ctx, journal.Pack{Title: "For Lena", Audience: "manager"})
	lena, x := journal.ID(e.People[0].Person), journal.ID(e.Evidence[0].Expectation)
	_, err3 := j.RemoveOwnPrompt(ctx, question.ID)
	_, err4 := j.RemovePack(ctx, pack.ID)
	_, err5 := j.RemovePerson(ctx, lena)
	if err := errors.Join(err1, err2, err3, err4, err5, j.RemoveExpectation(ctx, x), j.RemoveEntry(ctx, e.ID)); err != nil {
		t.Fatal(err)
	}
	return []journal.ID{e.ID, x, lena, pack.ID, question.ID}
}

func TestTheTrashListsEverythingByItsName(t *testing.T) {
	j, _ := diskAt(t)
	ids := filled(t, j)
	lying, err := j.InTrash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i, l := range lying {
		names = append(names, l.What+": "+l.Name)
		if l.ID != ids[i] {
			t.Errorf("%d is %s, want %s", i, l.ID, ids[i])
		}
	}
	want := []string{"entry: A cormorant", "expectation: Grows people", "person: Lena", "pack: For Lena", "prompt: What now?"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("the trash (-want +got):\n%s", diff)
	}
	for _, id := range ids {
		if err := j.RestoreFromTrash(t.Context(), id); err != nil {
			t.Errorf("bring %s back: %v", id, err)
		}
	}
	if lying, err = j.InTrash(t.Context()); err != nil || len(lying) != 0 {
		t.Errorf("left in the trash: %v, %v", lying, err)
	}
}

func TestAnEmptiedTrashHoldsNothingAndGivesNothingBack(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	ids := filled(t, j)
	var rung []journal.Change
	defer j.Listen(func(c journal.Change) { rung = append(rung, c) })()
	if err := j.DeleteForGood(ctx, ids[1], "none"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("what is not there: %v", err)
	}
	if err := j.DeleteForGood(ctx, ids[1]); err != nil {
		t.Fatal(err)
	}
	n, err := j.EmptyTrash(ctx)
	if err != nil || n != 4 {
		t.Errorf("%d went, %v", n, err)
	}
	for _, id := range ids {
		if err := j.RestoreFromTrash(ctx, id); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s came back: %v", id, err)
		}
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.TrashChanged}, {Kind: journal.TrashChanged}}, rung); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if n, err := j.EmptyTrash(ctx); n != 0 || err != nil {
		t.Errorf("emptied again: %d, %v", n, err)
	}
}

func TestOnlyWhatLayInTheTrashForTheDaysThatAreSetIsDue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(0, 60).Draw(t, "days")
		var trash []journal.Trashed
		for _, hours := range rapid.SliceOf(rapid.IntRange(-48, 70*24)).Draw(t, "hours") {
			trash = append(trash, journal.Trashed{ID: journal.ID(rune(hours + 100)), Deleted: evening.Add(-time.Duration(hours) * time.Hour)})
		}
		due := journal.DueInTrash(trash, days, evening)
		for _, x := range trash {
			want := days > 0 && !x.Deleted.AddDate(0, 0, days).After(evening)
			if got := slices.Contains(due, x.ID); got != want {
				t.Fatalf("after %d days, deleted %v, now %v: due %v", days, x.Deleted, evening, got)
			}
		}
	})
}

func TestTheTrashIsEmptiedByItselfOnlyAfterATimeThatIsSet(t *testing.T) {
	j, clock := diskAt(t)
	ctx := t.Context()
	left := func() int {
		lying, err := j.InTrash(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(lying)
	}
	filled(t, j)
	clock.pass(10_000 * 24 * time.Hour)
	if err := j.Tidy(ctx); err != nil || left() != 5 {
		t.Fatalf("by default %d are left, %v", left(), err)
	}
	for _, bad := range []string{"-1", "soon", "99999"} {
		if err := j.SetSetting(ctx, journal.SettingTrashDays, bad); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("after %s days: %v", bad, err)
		}
	}
	if err := j.SetSetting(ctx, journal.SettingTrashDays, "20000"); err != nil {
		t.Fatal(err)
	}
	if err := j.Tidy(ctx); err != nil || left() != 5 {
		t.Fatalf("too soon %d are left, %v", left(), err)
	}
	clock.pass(10_000 * 24 * time.Hour)
	if err := j.Tidy(ctx); err != nil || left() != 0 {
		t.Errorf("in the end %d are left, %v", left(), err)
	}
}

func TestTidyThinsTheHistoryAndKeepsItWithinItsBound(t *testing.T) {
	j, clock := diskAt(t)
	ctx := t.Context()
	e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	for i := range 10 {
		e.Body = string(rune('a' + i))
		e = mustSave(t, j, e)
		clock.pass(6 * time.Minute)
	}
	count := func() int {
		all, err := j.Read().Versions(ctx, e.ID)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if count() != 9 {
		t.Fatalf("%d versions", count())
	}
	clock.pass(40 * 24 * time.Hour)
	if err := j.Tidy(ctx); err != nil || count() != 1 {
		t.Errorf("%d versions are left of one week, %v", count(), err)
	}
	for _, bad := range []string{"0", "much"} {
		if err := j.SetSetting(ctx, journal.SettingHistoryMB, bad); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("a bound of %s MB: %v", bad, err)
		}
	}
	if err := j.SetSetting(ctx, journal.SettingHistoryMB, "1"); err != nil {
		t.Fatal(err)
	}
	big := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	for i := range 3 {
		big.Body = strings.Repeat(string(rune(0x6b+i)), 900<<10)
		big = mustSave(t, j, big)
		clock.pass(time.Hour)
	}
	if err := j.Tidy(ctx); err != nil {
		t.Fatal(err)
	}
	size, err := j.Read().HistorySize(ctx)
	if err != nil || size > 1<<20 || size < 900<<10 || count() != 0 {
		t.Errorf("%d bytes of history, %d versions of the oldest, %v", size, count(), err)
	}
}
