package data

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// hidden is a word that stands in nothing else.
const hidden = "qxvzhidden"

// openHidden opens a journal with an entry of the day, on a clock that the
// test moves.
func openHidden(t *testing.T) (h *Home, s *Store, j *journal.Journal, pass func(time.Duration)) {
	t.Helper()
	h = newHome(t)
	s = openHome(t, h)
	apply(t, s, sample(50))
	now := time.Now()
	j = journal.New(s, journal.Options{Now: func() time.Time { return now }})
	return h, s, j, func(d time.Duration) { now = now.Add(d) }
}

// TestNoByteIsLeftOfAnyThingThatWasDeletedForGood puts the word into one thing
// of each sort that can lie in the trash but an entry, which has its own test.
func TestNoByteIsLeftOfAnyThingThatWasDeletedForGood(t *testing.T) {
	for what, remove := range map[string]func(t *testing.T, j *journal.Journal) error{
		journal.TrashedPerson: func(t *testing.T, j *journal.Journal) error {
			p, err := j.SavePerson(t.Context(), journal.Person{Name: "Ada", Notes: hidden + " notes", Matters: hidden})
			_, removed := j.RemovePerson(t.Context(), p.ID)
			return errors.Join(err, removed)
		},
		journal.TrashedExpectation: func(t *testing.T, j *journal.Journal) error {
			x, err := j.SaveExpectation(t.Context(), journal.Expectation{Name: "Grows " + hidden, Text: hidden})
			e := j.NewEntry(journal.Reflection, day(t, "2026-11-20"))
			e.Body, e.Evidence = "text", []journal.Evidence{{Expectation: string(x.ID), Note: "plain"}}
			_, saved := j.SaveEntry(t.Context(), e)
			return errors.Join(err, saved, j.RemoveExpectation(t.Context(), x.ID))
		},
		journal.TrashedPrompt: func(t *testing.T, j *journal.Journal) error {
			p, err := j.AddOwnPrompt(t.Context(), journal.OwnPrompt{Text: "What of " + hidden + "?"})
			_, removed := j.RemoveOwnPrompt(t.Context(), p.ID)
			return errors.Join(err, removed)
		},
		journal.TrashedPack: func(t *testing.T, j *journal.Journal) error {
			p, err := j.SavePack(t.Context(), journal.Pack{Title: hidden, Audience: "manager"})
			_, removed := j.RemovePack(t.Context(), p.ID)
			return errors.Join(err, removed)
		},
	} {
		t.Run(what, func(t *testing.T) {
			h, s, j, _ := openHidden(t)
			if err := remove(t, j); err != nil {
				t.Fatal(err)
			}
			n, err := j.EmptyTrash(t.Context())
			if err != nil || n != 1 {
				t.Fatalf("%d things went, %v", n, err)
			}
			expect(t, "while it is open, in", nil, filesWith(t, h.folder, hidden))
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			expect(t, "after closing, in", nil, filesWith(t, h.folder, hidden))
		})
	}
}

// TestNoByteIsLeftOfAnAttachmentThatWasDeletedForGood takes a file off an entry
// whose history names it in many versions. The entry and its history stay.
func TestNoByteIsLeftOfAnAttachmentThatWasDeletedForGood(t *testing.T) {
	h, s, j, pass := openHidden(t)
	ctx := t.Context()
	file, err := j.Attach(ctx, hidden+".txt", strings.NewReader("the file of "+hidden))
	other, err2 := j.Attach(ctx, "stays.txt", strings.NewReader("another"))
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	d := j.Draft(j.NewEntry(journal.Reflection, day(t, "2026-11-20")), func(journal.DraftState) {})
	write := func(change func(*journal.Entry)) {
		t.Helper()
		d.Edit(change)
		if err := d.Flush(ctx); err != nil {
			t.Fatal(err)
		}
		pass(10 * time.Minute)
	}
	write(func(e *journal.Entry) { e.Body = "one" })
	write(func(e *journal.Entry) { e.Body, e.Attachments = "one two", []journal.Attachment{file, other} })
	write(func(e *journal.Entry) { e.Body = "one two three" })
	write(func(e *journal.Entry) { e.Attachments = []journal.Attachment{other} })
	write(func(e *journal.Entry) { e.Body = "one two three four" })
	before := versionTexts(t, s, d.Entry().ID)
	lying, err := j.InTrash(ctx)
	if err != nil || len(lying) != 1 {
		t.Fatalf("in the trash: %v, %v", lying, err)
	}
	if err := j.DeleteForGood(ctx, lying[0].ID); err != nil {
		t.Fatal(err)
	}
	expect(t, "while it is open, in", nil, filesWith(t, h.folder, hidden))
	expect(t, "the versions", before, versionTexts(t, s, d.Entry().ID))
	if _, err := s.FileSize(ctx, other.SHA256); err != nil {
		t.Errorf("the other file: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	expect(t, "after closing, in", nil, filesWith(t, h.folder, hidden))
	if r, err := h.Check(ctx); err != nil || !r.OK {
		t.Errorf("the check finds %v, %v", r.Problems, err)
	}
}

func TestAnAttachmentGoesForGoodTogetherWithItsEntry(t *testing.T) {
	_, s, j, pass := openHidden(t)
	ctx := t.Context()
	file, err := j.Attach(ctx, "a.txt", strings.NewReader("content"))
	if err != nil {
		t.Fatal(err)
	}
	d := j.Draft(j.NewEntry(journal.Reflection, day(t, "2026-11-20")), func(journal.DraftState) {})
	for _, attachments := range [][]journal.Attachment{{file}, nil} {
		d.Edit(func(e *journal.Entry) { e.Body, e.Attachments = "text", slices.Clone(attachments) })
		if err := d.Flush(ctx); err != nil {
			t.Fatal(err)
		}
		pass(10 * time.Minute)
	}
	if _, err := d.Remove(ctx); err != nil {
		t.Fatal(err)
	}
	if n, err := j.EmptyTrash(ctx); n != 2 || err != nil {
		t.Fatalf("%d went, %v", n, err)
	}
	if _, err := s.FileSize(ctx, file.SHA256); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("the file is still there: %v", err)
	}
}
