package journal_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"groundwork/journal"
)

// sameInstants compares instants by moment, and a list without items like none.
var sameInstants = []cmp.Option{cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)}

// pointedTo writes an entry with evidence, people and a file, and others that
// point to it in every way there is.
func pointedTo(t *testing.T, j *journal.Journal) (e, feedback journal.Entry) {
	t.Helper()
	ctx := t.Context()
	file, err := j.Attach(ctx, "notes.txt", strings.NewReader("what was in the file"))
	if err != nil {
		t.Fatal(err)
	}
	e = j.NewEntry(journal.MomentKind, mustDay(t, "2026-11-20"))
	e.Title, e.Body, e.Tags = "A cormorant", "It dived.", []string{"birds"}
	e.People, e.Evidence = []journal.Involved{{Person: "Lena"}}, []journal.Evidence{{Expectation: "Grows people", Note: "much"}}
	e.Attachments = []journal.Attachment{file}
	e = mustSave(t, j, e)
	feedback = j.NewEntry(journal.FeedbackKind, mustDay(t, "2026-11-19"))
	feedback.Body, feedback.Links = "See [[A cormorant]].", []journal.ID{e.ID}
	feedback.Feedback = &journal.Feedback{Quote: "Well done", ActedOnIn: []journal.ID{e.ID}}
	feedback = mustSave(t, j, feedback)
	if _, err := j.EditPlan(ctx, func(p *journal.Plan) error {
		p.Goals = []journal.Goal{{ID: "018f4d2e-0000-7000-8000-000000000009", Kind: "stretch", Text: "g", State: "open", Entries: []journal.ID{e.ID}}}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return e, feedback
}

// allSides is what a journal says of an entry from all sides.
type allSides struct {
	Entry    journal.Entry
	Links    []journal.Link
	Cells    []journal.Cell
	Hits     int
	File     int64
	Versions int
	Goals    []journal.ID
}

func fromAllSides(t *testing.T, j *journal.Journal, e journal.Entry) allSides {
	t.Helper()
	ctx, r := t.Context(), j.Read()
	var all allSides
	var err error
	keep := func(is error) { err = errors.Join(err, is) }
	var is error
	all.Entry, is = r.Entry(ctx, e.ID)
	keep(is)
	all.Entry.Revision = 0
	all.Links, is = r.LinksTo(ctx, e.ID)
	keep(is)
	all.Cells, is = r.Cells(ctx, journal.Span{From: e.Day, Until: e.Day})
	keep(is)
	hits, is := r.Search(ctx, journal.ReadQuery("cormorant", journal.Dates{}), 0)
	keep(is)
	all.Hits = len(hits)
	all.File, is = j.AttachmentSize(ctx, e.Attachments[0])
	keep(is)
	versions, is := r.Versions(ctx, e.ID)
	keep(is)
	all.Versions = len(versions)
	plan, is := r.Plan(ctx)
	keep(is)
	all.Goals = plan.Goals[0].Entries
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestARemovedEntryLiesInTheTrashWholeAndComesBackWithAllThatPointedToIt(t *testing.T) {
	j, clock := diskAt(t)
	ctx := t.Context()
	e, feedback := pointedTo(t, j)
	clock.pass(time.Hour)
	e.Body = "It dived twice."
	e = mustSave(t, j, e)
	before := fromAllSides(t, j, e)
	var rung []journal.Change
	defer j.Listen(func(c journal.Change) { rung = append(rung, c) })()

	if err := j.RemoveEntry(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Read().Entry(ctx, e.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("the entry is still there: %v", err)
	}
	hits, err := j.Read().Search(ctx, journal.ReadQuery("cormorant dived", journal.Dates{}), 0)
	if err != nil || len(hits) != 0 {
		t.Errorf("a search finds what is in the trash: %v, %v", hits, err)
	}
	if _, text := export(t, j, journal.ExportOptions{IncludePrivate: true}); strings.Contains(text, "dived") {
		t.Errorf("an export holds what is in the trash:\n%s", text)
	}
	lying, err := j.InTrash(ctx)
	want := []journal.InTrash{{ID: e.ID, What: journal.TrashedEntry, Name: "A cormorant", Kind: e.Kind, Day: e.Day, Deleted: clock.now}}
	if diff := cmp.Diff(want, lying, sameInstants...); err != nil || diff != "" {
		t.Errorf("in the trash, %v (-want +got):\n%s", err, diff)
	}
	feedback.Title = "it is saved meanwhile"
	feedback = mustSave(t, j, feedback)

	if err := j.RestoreFromTrash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	for i := range before.Links {
		if before.Links[i].ID == feedback.ID {
			before.Links[i].Title = feedback.Title
		}
	}
	if diff := cmp.Diff(before, fromAllSides(t, j, e), sameInstants...); diff != "" {
		t.Errorf("brought back (-want +got):\n%s", diff)
	}
	wantRung := []journal.Change{
		{Kind: journal.EntryRemoved, ID: e.ID, Day: e.Day},
		{Kind: journal.EntryChanged, ID: feedback.ID, Day: feedback.Day},
		{Kind: journal.EntryAdded, ID: e.ID, Day: e.Day},
	}
	if diff := cmp.Diff(wantRung, rung); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if err := j.RestoreEntry(ctx, e.ID); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("brought back twice: %v", err)
	}
}

func TestADraftDoesNotBringARemovedEntryBack(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	e.Body = "first"
	e = mustSave(t, j, e)
	d := j.Draft(e, func(journal.DraftState) {})
	if err := j.RemoveEntry(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	writeBody(d, "first and more")
	mustFlush(t, d)
	if own := d.Entry(); own.ID == e.ID || !d.State().Split {
		t.Errorf("the draft wrote %s in the place of what was removed", own.ID)
	}
	lying, err := j.TrashedEntryOf(ctx, e.ID)
	if err != nil || lying.Body != "first" {
		t.Errorf("in the trash: %q, %v", lying.Body, err)
	}
}

func TestADraftGoesOnAfterItsEntryWasBroughtBack(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	e.Body = "first"
	e = mustSave(t, j, e)
	d := j.Draft(e, func(journal.DraftState) {})
	if err := errors.Join(j.RemoveEntry(ctx, e.ID), j.RestoreEntry(ctx, e.ID)); err != nil {
		t.Fatal(err)
	}
	writeBody(d, "first and more")
	mustFlush(t, d)
	got, err := j.Read().Entry(ctx, e.ID)
	if err != nil || got.Body != "first and more" || d.State().Split {
		t.Errorf("the entry is %q, split %v, %v", got.Body, d.State().Split, err)
	}
}

func TestAnEntryFromTheTrashReplacesNoOther(t *testing.T) {
	j, _ := diskAt(t)
	ctx := t.Context()
	e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	for _, body := range []string{"oldest", "older"} { // the second as an import would bring it
		e.Body, e.Revision = body, 0
		mustSave(t, j, e)
		if err := j.RemoveEntry(ctx, e.ID); err != nil {
			t.Fatal(err)
		}
	}
	e.Body = "there"
	mustSave(t, j, e)
	lying, err := j.InTrash(ctx)
	if err != nil || len(lying) != 2 {
		t.Fatalf("in the trash: %v, %v", lying, err)
	}
	if err := j.RestoreEntry(ctx, lying[0].ID, lying[1].ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"older", "oldest", "there"}, entryBodies(t, j)); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func entryBodies(t *testing.T, j *journal.Journal) (texts []string) {
	t.Helper()
	for e, err := range j.Read().Entries(t.Context(), journal.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, e.Body)
	}
	return sortedTexts(texts)
}

func TestEvidenceComesBackWhicheverCameBackFirst(t *testing.T) {
	for name, entryFirst := range map[string]bool{"the entry": true, "the expectation": false} {
		t.Run(name, func(t *testing.T) {
			j, _ := diskAt(t)
			ctx := t.Context()
			e, _ := pointedTo(t, j)
			x := journal.ID(e.Evidence[0].Expectation)
			restore := []func() error{
				func() error { return j.RestoreFromTrash(ctx, e.ID) }, func() error { return j.RestoreFromTrash(ctx, x) },
			}
			if !entryFirst {
				restore[0], restore[1] = restore[1], restore[0]
			}
			if err := errors.Join(j.RemoveExpectation(ctx, x), j.RemoveEntry(ctx, e.ID), restore[0](), restore[1]()); err != nil {
				t.Fatal(err)
			}
			got, err := j.Read().Entry(ctx, e.ID)
			if diff := cmp.Diff(e.Evidence, got.Evidence); err != nil || diff != "" {
				t.Errorf("evidence, %v (-want +got):\n%s", err, diff)
			}
		})
	}
}

func TestEntriesAreRemovedTogetherOrNotAtAll(t *testing.T) {
	j, _ := diskAt(t)
	e := mustSave(t, j, j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20")))
	if err := j.RemoveEntry(t.Context(), e.ID, e.ID, "none"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("removed: %v", err)
	}
	if _, err := j.Read().Entry(t.Context(), e.ID); err != nil {
		t.Errorf("the one that is there went: %v", err)
	}
}
