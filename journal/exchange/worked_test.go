package exchange_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// TestAJournalThatWasWorkedInComesBackTheSame: whatever the functions of a
// journal made of it, its JSON or its Markdown folder read into an empty journal
// gives the same JSON, letter for letter.
func TestAJournalThatWasWorkedInComesBackTheSame(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(r *rapid.T) {
		j := emptyJournal(t)
		c := anyContents(r)
		withoutTwins(&c)
		if _, err := j.Import(ctx, readBack(r, written(r, whole(c))), false); err != nil {
			r.Fatalf("import: %v", err)
		}
		w := worker{anything{T: r}, j}
		for range rapid.IntRange(1, 8).Draw(r, "steps") {
			rapid.SampledFrom([]func(){
				w.write, w.edit, w.actOn, w.addPerson, w.editPerson, w.removePerson, w.restorePerson, w.mergePeople,
				w.renameTag, w.removeTag, w.addGoal,
			}).Draw(r, "step")()
		}
		text := exportOf(r, j)
		out := readBack(r, text)
		if rapid.Bool().Draw(r, "as a folder") {
			_, disk := exportWith(r, j, journal.ExportOptions{IncludePrivate: true})
			out = fromFolder(r, disk, "j")
		}
		other := emptyJournal(t)
		if _, err := other.Import(ctx, out, false); err != nil {
			r.Fatalf("import again: %v\n%s", err, text)
		}
		if diff := cmp.Diff(text, exportOf(r, other)); diff != "" {
			r.Fatalf("the JSON of the second journal (-first +second):\n%s", diff)
		}
	})
}

func exportOf(t failer, j *journal.Journal) string {
	x, err := j.Export(context.Background(), journal.ExportOptions{IncludePrivate: true})
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	return written(t, x)
}

// worker does to a journal what a user can do to it.
type worker struct {
	anything
	j *journal.Journal
}

// did fails the test for an error that no use of a journal should have.
func (w *worker) did(err error) {
	if err != nil && !errors.Is(err, journal.ErrNotFound) && !errors.Is(err, journal.ErrInvalid) {
		w.Fatalf("%v", err)
	}
}

// anEntry picks an entry of the journal, or "".
func (w *worker) anEntry() journal.ID {
	lines, err := w.j.Read().Lines(context.Background(), journal.Filter{}, "", 100)
	w.did(err)
	if len(lines) == 0 {
		return ""
	}
	return rapid.SampledFrom(lines).Draw(w.T, "entry").ID
}

// aPerson picks somebody of the journal, or "".
func (w *worker) aPerson() journal.ID {
	people, err := w.j.Read().People(context.Background())
	w.did(err)
	if len(people) == 0 {
		return ""
	}
	return rapid.SampledFrom(people).Draw(w.T, "person").ID
}

// aName is who is typed into an entry: somebody known, somebody new, or a name
// that may be that of somebody who went.
func (w *worker) aName() string {
	return w.choice([]string{string(w.aPerson()), "Lena", "Omar", "lena ", w.named(1)})
}

// rewrite puts other parts, people and tags into an entry.
func (w *worker) rewrite(e *journal.Entry) {
	drawn := w.anything.entry(string(e.ID))
	e.Kind, e.Title, e.Body, e.Tags, e.Private, e.Starred = drawn.Kind, drawn.Title, drawn.Body, drawn.Tags, drawn.Private, drawn.Starred
	e.Moment, e.Feedback, e.Application = drawn.Moment, drawn.Feedback, drawn.Application
	e.Links, e.Attachments, e.Evidence = drawn.Links, drawn.Attachments, drawn.Evidence
	if w.bool() {
		e.People = append(e.People, journal.Involved{Person: w.named(2), Role: w.optional(journal.PersonRoles())})
	}
	if e.Feedback != nil && w.bool() {
		e.Feedback.Giver = w.aName()
	}
}

func (w *worker) write() {
	e := w.j.NewEntry(journal.Kind(w.choice(kinds())), w.day())
	w.rewrite(&e)
	_, err := w.j.SaveEntry(context.Background(), e)
	w.did(err)
}

func (w *worker) edit() {
	id := w.anEntry()
	stored, err := w.j.Read().Entry(context.Background(), id)
	if w.did(err); err != nil {
		return
	}
	w.rewrite(&stored)
	_, err = w.j.EditEntry(context.Background(), id, func(e *journal.Entry) { *e = stored })
	w.did(err)
}

func (w *worker) actOn() {
	by := w.anEntry()
	_, err := w.j.EditEntry(context.Background(), w.anEntry(), func(e *journal.Entry) {
		if e.Feedback == nil {
			return
		}
		f := *e.Feedback
		f.ActedOnIn = slices.Clone(f.ActedOnIn)
		f.ActOn(by)
		f.FollowUpOn = journal.ProposeFollowUp(e.Day)
		e.Feedback = &f
	})
	w.did(err)
}

func (w *worker) addPerson() {
	p := w.person("", 3)
	_, err := w.j.SavePerson(context.Background(), p)
	w.did(err)
}

func (w *worker) editPerson() {
	drawn := w.person("", 4)
	_, err := w.j.EditPerson(context.Background(), w.aPerson(), func(p *journal.Person) {
		*p = drawn
		p.LeadingUp = &journal.LeadingUp{Needs: []string{"too-busy"}}
		p.LeadingUp.SetOffer(journal.Offer{Line: -1, On: w.maybeDay(), What: w.text()})
	})
	w.did(err)
}

func (w *worker) removePerson() {
	_, err := w.j.RemovePerson(context.Background(), w.aPerson())
	w.did(err)
}

func (w *worker) restorePerson() {
	trash, err := w.j.Read().Trash(context.Background())
	w.did(err)
	if len(trash) > 0 {
		w.did(w.j.RestorePerson(context.Background(), rapid.SampledFrom(trash).Draw(w.T, "gone").ID))
	}
}

func (w *worker) mergePeople() {
	_, err := w.j.MergePeople(context.Background(), w.aPerson(), w.aPerson())
	w.did(err)
}

func (w *worker) aTag() string {
	tags, err := w.j.Read().Tags(context.Background())
	w.did(err)
	if len(tags) == 0 {
		return "none"
	}
	return rapid.SampledFrom(tags).Draw(w.T, "tag").Tag
}

func (w *worker) renameTag() {
	change, err := w.j.RenameTag(context.Background(), w.aTag(), w.choice([]string{w.aTag(), "New", w.named(5)}))
	w.did(err)
	if err == nil && w.bool() {
		w.did(w.j.UndoTagChange(context.Background(), change))
	}
}

func (w *worker) removeTag() {
	_, err := w.j.RemoveTag(context.Background(), w.aTag())
	w.did(err)
}

func (w *worker) addGoal() {
	_, err := w.j.AddGoal(context.Background(), journal.Goal{
		Kind: w.optional(journal.GoalKinds()), Text: w.named(6), Person: string(w.aPerson()), Due: w.maybeDay(),
	})
	w.did(err)
}
