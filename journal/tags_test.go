package journal_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// tagged opens a journal with one entry for each list of tags.
func tagged(t testing.TB, all ...[]string) (*journal.Journal, *shelf, []journal.ID) {
	t.Helper()
	j, s := journalAt(evening)
	var ids []journal.ID
	for i, tags := range all {
		e := mustSave(t, j, journal.Entry{ID: journal.ID(fmt.Sprintf("018f4d2e-0000-7000-8000-%012d", i)), Tags: tags})
		ids = append(ids, e.ID)
	}
	return j, s, ids
}

func (s *shelf) tags(ids []journal.ID) [][]string {
	var all [][]string
	for _, id := range ids {
		all = append(all, s.entries[id].Tags)
	}
	return all
}

func TestATagIsRenamedInEveryEntryAndUndone(t *testing.T) {
	before := [][]string{{"a", "big win", "z"}, {"Big Win"}, {"other"}, {"BIG WIN", "b"}}
	j, s, ids := tagged(t, before...)
	heard, transactions := hear(j), len(s.applied)
	change, err := j.RenameTag(t.Context(), "Big win", "  Milestone ")
	if err != nil || change.Entries != 3 || change.Merged || change.To != "Milestone" {
		t.Fatalf("%+v, %v", change, err)
	}
	want := [][]string{{"a", "Milestone", "z"}, {"Milestone"}, {"other"}, {"Milestone", "b"}}
	if diff := cmp.Diff(want, s.tags(ids)); diff != "" || len(s.applied) != transactions+1 {
		t.Errorf("in %d transactions (-want +got):\n%s", len(s.applied)-transactions, diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.EntriesChanged}}, *heard); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if err := j.UndoTagChange(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.tags(ids)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}

func TestATagThatIsThereAlreadyTakesTheOtherIn(t *testing.T) {
	before := [][]string{{"win", "x", "Success"}, {"success", "win"}, {"win"}, {"success"}}
	j, s, ids := tagged(t, before...)
	change, err := j.RenameTag(t.Context(), "win", "success")
	if err != nil || change.Entries != 3 || !change.Merged {
		t.Fatalf("%+v, %v", change, err)
	}
	want := [][]string{{"success", "x"}, {"success"}, {"success"}, {"success"}}
	if diff := cmp.Diff(want, s.tags(ids)); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	if err := j.UndoTagChange(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, s.tags(ids)); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
}

func TestATagThatOnlyChangesItsCaseIsNotMerged(t *testing.T) {
	j, s, ids := tagged(t, []string{"WIN"}, []string{"win"})
	change, err := j.RenameTag(t.Context(), "win", "Win")
	if err != nil || change.Merged || change.Entries != 2 {
		t.Errorf("%+v, %v", change, err)
	}
	if diff := cmp.Diff([][]string{{"Win"}, {"Win"}}, s.tags(ids)); diff != "" {
		t.Error(diff)
	}
}

func TestUndoOfATagLeavesEntriesAloneThatWereChangedSince(t *testing.T) {
	j, s, ids := tagged(t, []string{"win"}, []string{"win"}, []string{"win"})
	change, err := j.RemoveTag(t.Context(), "win")
	if err != nil || change.Entries != 3 || change.Merged || len(s.tags(ids)[0]) != 0 {
		t.Fatalf("%+v, %v; %q", change, err, s.tags(ids))
	}
	edit(t, j, ids[1], func(e *journal.Entry) { e.Tags = []string{"new"} })
	if err := s.Apply(t.Context(), journal.Changes{RemoveEntries: ids[2:]}); err != nil {
		t.Fatal(err)
	}
	if err := j.UndoTagChange(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"win"}, {"new"}, nil}, s.tags(ids)); diff != "" {
		t.Error(diff)
	}
}

func TestATagThatBreaksARuleRenamesNothing(t *testing.T) {
	j, s, ids := tagged(t, []string{"win"})
	for to, want := range map[string]string{
		" ":                      "A tag needs at least one letter.",
		strings.Repeat("x", 201): "A tag can hold at most 200 letters.",
		"two\nlines":             "A tag stands on one line.",
	} {
		_, err := j.RenameTag(t.Context(), "win", to)
		if _, what := sentence(t, err); what != want || s.tags(ids)[0][0] != "win" {
			t.Errorf("%q: %s", to, what)
		}
	}
	s.unreadable = journal.ErrDamaged
	_, renamed := j.RenameTag(t.Context(), "win", "x")
	_, removed := j.RemoveTag(t.Context(), "win")
	if !errors.Is(renamed, journal.ErrDamaged) || !errors.Is(removed, journal.ErrDamaged) {
		t.Errorf("%v, %v", renamed, removed)
	}
}

func TestRenamingATagLosesNoOtherAndIsUndoneExactly(t *testing.T) {
	tag := rapid.SampledFrom([]string{"a", "A", "b", "B", "été", "ÉTÉ", "c d", "c/d"})
	rapid.Check(t, func(r *rapid.T) {
		before := rapid.SliceOfN(rapid.SliceOfN(tag, 0, 5), 1, 5).Draw(r, "tags")
		j, s, ids := tagged(t, before...)
		from, to := tag.Draw(r, "from"), tag.Draw(r, "to")
		change, err := j.RenameTag(t.Context(), from, to)
		if err != nil {
			r.Fatal(err)
		}
		for i, after := range s.tags(ids) {
			others := func(tags []string) []string {
				return slices.DeleteFunc(slices.Clone(tags), func(t string) bool { return strings.EqualFold(t, from) || strings.EqualFold(t, to) })
			}
			if !slices.Equal(others(before[i]), others(after)) {
				r.Fatalf("%q became %q", before[i], after)
			}
			carried := slices.ContainsFunc(before[i], func(t string) bool { return strings.EqualFold(t, from) })
			if carried && len(after) != len(others(after))+1 {
				r.Fatalf("%q became %q", before[i], after)
			}
		}
		if err := j.UndoTagChange(t.Context(), change); err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(before, s.tags(ids)); diff != "" {
			r.Fatalf("undone (-want +got):\n%s", diff)
		}
	})
}
