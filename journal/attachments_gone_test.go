package journal_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// attachedTo begins to write an entry with two files and a link.
func attachedTo(t *testing.T, j *journal.Journal) *journal.Draft {
	t.Helper()
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	var all []journal.Attachment
	for _, name := range []string{"a.txt", "b.txt"} {
		a, err := j.Attach(t.Context(), name, strings.NewReader("content of "+name))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	all = append(all, journal.Attachment{Name: "link", URL: "https://example.org"})
	d.Edit(func(e *journal.Entry) { e.Body, e.Attachments = "text", all })
	mustFlush(t, d)
	return d
}

// keepOnly takes off all attachments but those with the names.
func keepOnly(t *testing.T, d *journal.Draft, names string) {
	t.Helper()
	d.Edit(func(e *journal.Entry) {
		var left []journal.Attachment
		for _, a := range e.Attachments {
			if strings.Contains(names, a.Name) {
				left = append(left, a)
			}
		}
		e.Attachments = left
	})
	mustFlush(t, d)
}

// trashNames lists what lies in the trash.
func trashNames(t *testing.T, j *journal.Journal) (names []string, ids []journal.ID) {
	t.Helper()
	lying, err := j.InTrash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lying {
		names, ids = append(names, l.What+": "+l.Name), append(ids, l.ID)
	}
	return names, ids
}

func TestWhatIsTakenOffAnEntryLiesInTheTrashUntilItIsAttachedAgain(t *testing.T) {
	j, _ := diskAt(t)
	d := attachedTo(t, j)
	before := d.Entry().Attachments
	keepOnly(t, d, "b.txt")
	names, _ := trashNames(t, j)
	if diff := cmp.Diff([]string{"attachment: link", "attachment: a.txt"}, names); diff != "" {
		t.Errorf("in the trash (-want +got):\n%s", diff)
	}
	d.Edit(func(e *journal.Entry) { e.Attachments = before }) // as an undo does
	mustFlush(t, d)
	if names, _ = trashNames(t, j); len(names) != 0 {
		t.Errorf("attached again, the trash holds %q", names)
	}
}

func TestAnAttachmentComesBackFromTheTrashToWhereItWas(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	d := attachedTo(t, j)
	before := d.Entry().Attachments
	keepOnly(t, d, "a.txt link")
	_, ids := trashNames(t, j)
	if err := j.RestoreFromTrash(ctx, ids[0]); err != nil {
		t.Fatal(err)
	}
	e, err := j.Read().Entry(ctx, d.Entry().ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, e.Attachments); diff != "" {
		t.Errorf("the entry has (-want +got):\n%s", diff)
	}
	if names, _ := trashNames(t, j); len(names) != 0 {
		t.Errorf("the trash holds %q", names)
	}
}

func TestAnAttachmentWithoutItsEntrySaysWhatCanBeDone(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	d := attachedTo(t, j)
	keepOnly(t, d, "a.txt b.txt")
	_, ids := trashNames(t, j)
	id := d.Entry().ID
	says := func(want string) {
		t.Helper()
		err := j.RestoreFromTrash(ctx, ids[0])
		what, _ := journal.Explain(err)
		if !errors.Is(err, journal.ErrInvalid) || !strings.Contains(what, want) {
			t.Errorf("brought back: %q, %v", what, err)
		}
	}
	if err := j.RemoveEntry(ctx, id); err != nil {
		t.Fatal(err)
	}
	says("Put the entry back first.")
	if err := j.DeleteForGood(ctx, id); err != nil {
		t.Fatal(err)
	}
	says("gone for good")
	if names, _ := trashNames(t, j); len(names) != 1 {
		t.Errorf("the trash holds %q", names)
	}
}

func TestAPrivateEntryKeepsWhatIsTakenOffItPrivate(t *testing.T) {
	j, _ := diskAt(t)
	d := attachedTo(t, j)
	d.Edit(func(e *journal.Entry) { e.Private = true })
	keepOnly(t, d, "a.txt b.txt")
	lying, err := j.InTrash(t.Context())
	if err != nil || len(lying) != 1 || !lying[0].Private || lying[0].Entry != d.Entry().ID {
		t.Errorf("in the trash: %+v, %v", lying, err)
	}
}

func TestALinkThatNobodyEverSavedLeavesNothingInTheTrash(t *testing.T) {
	j, _ := diskAt(t)
	d := j.Draft(j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")), func(journal.DraftState) {})
	d.Edit(func(e *journal.Entry) { e.Attachments = []journal.Attachment{{URL: "https://example.org"}} })
	d.Edit(func(e *journal.Entry) { e.Body, e.Attachments = "text", nil })
	mustFlush(t, d)
	if names, _ := trashNames(t, j); len(names) != 0 {
		t.Errorf("the trash holds %q", names)
	}
}
