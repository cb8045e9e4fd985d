package journal_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func mustSave(t testing.TB, j *journal.Journal, e journal.Entry) journal.Entry {
	t.Helper()
	saved, err := j.SaveEntry(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestEntryThatLeavesEverythingOutTakesItsDefaults(t *testing.T) {
	j, s := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{Body: "x"})
	want := journal.Entry{
		ID: saved.ID, Kind: journal.Reflection, Day: mustDay(t, "2026-11-20"), Precision: journal.ExactDay,
		Created: evening, Updated: evening, Body: "x", Revision: 1,
	}
	if diff := cmp.Diff(want, saved, sameEntry); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(saved, s.only(t), sameEntry); diff != "" {
		t.Errorf("stored is something else: %s", diff)
	}
	if u, err := uuid.Parse(string(saved.ID)); err != nil || u.Version() != 7 {
		t.Errorf("its ID is %q, want a UUID of version 7", saved.ID)
	}
}

func TestNewEntryIsOfNowAndNotStored(t *testing.T) {
	j, s := journalAt(evening.Add(123456 * time.Nanosecond))
	e := j.NewEntry(journal.MomentKind, mustDay(t, "2026-11-19"))
	if e.ID == "" || e.Kind != journal.MomentKind || e.Day.String() != "2026-11-19" || !e.Created.Equal(evening) || e.Revision != 0 {
		t.Errorf("got %+v", e)
	}
	if len(s.all()) != 0 {
		t.Error("it is stored already")
	}
}

func TestNewEntriesHaveIDsThatSortByTime(t *testing.T) {
	j, _ := journalAt(evening)
	var ids []journal.ID
	for range 100 {
		ids = append(ids, j.NewEntry(journal.Reflection, journal.Day{}).ID)
	}
	if !slices.IsSorted(ids) || len(slices.Compact(ids)) != 100 {
		t.Errorf("got %v", ids)
	}
}

func TestSavedEntryKeepsWhenItWasWritten(t *testing.T) {
	j, _ := journalAt(evening)
	written := evening.Add(-48 * time.Hour)
	saved := mustSave(t, j, journal.Entry{Body: "x", Created: written, Updated: written})
	if !saved.Created.Equal(written) || !saved.Updated.Equal(evening) {
		t.Errorf("created %v, updated %v", saved.Created, saved.Updated)
	}
}

func TestInexactEntryIsFiledInTheMiddleOfItsTime(t *testing.T) {
	j, _ := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{Body: "x", Day: mustDay(t, "2026-03-02"), Precision: journal.InQuarter})
	if saved.Day.String() != "2026-02-15" {
		t.Errorf("filed on %v", saved.Day)
	}
}

func TestTextAndTagsAreSavedByteForByte(t *testing.T) {
	j, s := journalAt(evening)
	for _, text := range awkward {
		e := journal.Entry{Title: text, Body: text, Tags: []string{" a ", "a", "A", "a", "t" + text}}
		e.Tags = slices.DeleteFunc(e.Tags, func(tag string) bool { return strings.ContainsAny(tag, "\r\n") })
		saved := mustSave(t, j, e)
		stored, err := s.Entry(t.Context(), saved.ID)
		if err != nil || stored.Title != text || stored.Body != text || !slices.Equal(stored.Tags, e.Tags) {
			t.Errorf("%q was stored as %q with the tags %q, %v", text, stored.Body, stored.Tags, err)
		}
	}
}

func TestEntryThatBreaksARuleIsNotSaved(t *testing.T) {
	j, s := journalAt(evening)
	heard := hear(j)
	_, err := j.SaveEntry(t.Context(), journal.Entry{Body: "a\x00b", People: []journal.Involved{{Person: "Lena"}}})
	if !errors.Is(err, journal.ErrInvalid) || len(s.applied) != 0 || len(*heard) != 0 {
		t.Errorf("%v; %d writes; heard %v", err, len(s.applied), *heard)
	}
}

func TestSecondSaveFromTheSameRevisionIsAConflict(t *testing.T) {
	j, s := journalAt(evening)
	first := mustSave(t, j, journal.Entry{Body: "one"})
	mustSave(t, j, first)
	first.Body = "two"
	if _, err := j.SaveEntry(t.Context(), first); !errors.Is(err, journal.ErrConflict) {
		t.Errorf("got %v, want an ErrConflict", err)
	}
	if e := s.only(t); e.Body != "one" || e.Revision != 2 {
		t.Errorf("stored is %q at revision %d", e.Body, e.Revision)
	}
}

func TestSavingLeavesTheCallersEntryAlone(t *testing.T) {
	j, _ := journalAt(evening)
	rapid.Check(t, func(r *rapid.T) {
		e := anyEntry().Draw(r, "entry")
		e.ID = ""
		for i := range e.Evidence {
			e.Evidence[i].Strength = ""
		}
		before := toJSON(t, e)
		mustSave(t, j, e)
		if after := toJSON(t, e); after != before {
			r.Fatalf("the caller's entry became\n%s\nfrom\n%s", after, before)
		}
	})
}

func TestStrengthThatIsLeftOutIsProposed(t *testing.T) {
	j, _ := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{
		Kind: journal.FeedbackKind, Feedback: &journal.Feedback{Quote: "Well done"},
		Evidence: []journal.Evidence{{Expectation: "a"}, {Expectation: "b", Strength: journal.Number}},
	})
	if saved.Evidence[0].Strength != journal.Quote || saved.Evidence[1].Strength != journal.Number {
		t.Errorf("the evidence is %+v", saved.Evidence)
	}
}

func TestProposedStrengthFollowsWhatTheEntryHolds(t *testing.T) {
	j, _ := journalAt(evening)
	saved := mustSave(t, j, journal.Entry{Evidence: []journal.Evidence{
		{Expectation: "a"}, {Expectation: "b", Strength: journal.OwnWord, Chosen: true},
	}})
	saved.Attachments = []journal.Attachment{{URL: "https://example.org/report"}}
	saved = mustSave(t, j, saved)
	if saved.Evidence[0].Strength != journal.Artefact {
		t.Errorf("with a document added the proposal is still %s", saved.Evidence[0].Strength)
	}
	if saved.Evidence[1].Strength != journal.OwnWord {
		t.Errorf("the strength that the user chose became %s", saved.Evidence[1].Strength)
	}
}
