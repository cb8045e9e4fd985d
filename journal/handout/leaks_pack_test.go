package handout_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/evidence"
	"groundwork/journal/handout"
)

// TestNothingLeavesInAPackThatMayNot makes packs for every audience from random
// journals: what is proposed, what was saved and edited, the rehearsal and the
// sheet for a new manager. What may not leave in an export may not leave in
// them.
func TestNothingLeavesInAPackThatMayNot(t *testing.T) {
	t.Parallel()
	j := openJournal(t)
	forms := slices.DeleteFunc(handout.PackForms(), func(f handout.Form) bool { return !readable(t, f) })
	rapid.Check(t, func(r *rapid.T) {
		s := anySpied(r, j)
		report, err := j.Import(context.Background(), journal.Incoming{Contents: s.contents}, false)
		if err != nil || len(report.Quarantined) > 0 {
			r.Fatalf("import: %v, %+v", err, report.Quarantined)
		}
		o := s.request()
		form := rapid.SampledFrom(forms).Draw(r, "form")
		written := s.handed(form, o)
		for _, no := range s.mustStay(o) {
			if at := strings.Index(written, no); at >= 0 {
				r.Errorf("%s: %q leaves the journal: %q", form, no, written[max(0, at-80):min(len(written), at+80)])
			}
		}
		if _, err := j.UndoImport(context.Background(), report.Batch); err != nil {
			r.Fatalf("undo: %v", err)
		}
	})
}

// handed writes what is drawn of a pack and gives its text, folded.
func (s *spied) handed(form handout.Form, o journal.ExportOptions) string {
	m, err := evidence.ReadMaterial(context.Background(), s.j, o)
	if err != nil {
		s.Fatal(err)
	}
	audience := rapid.SampledFrom(journal.Audiences()).Draw(s.T, "audience")
	saved := s.contents.Packs[0]
	saved.Audience = audience
	saved, _ = evidence.Rebuild(m, saved)
	books := map[string]document.Book{
		"proposed":  evidence.Book(m, evidence.Propose(m, audience)),
		"saved":     evidence.Book(m, saved),
		"rehearsal": document.Of(nil, evidence.Rehearsal(m, saved)),
		"manager":   evidence.NewManager(m, saved),
	}
	book := books[rapid.SampledFrom([]string{"proposed", "saved", "rehearsal", "manager"}).Draw(s.T, "book")]
	place, err := os.MkdirTemp("", "leaks-*")
	if err != nil {
		s.Fatal(err)
	}
	defer func() {
		if err := os.RemoveAll(place); err != nil {
			s.Error(err)
		}
	}()
	if err := maker(s.j).Hand(context.Background(), filepath.Join(place, "out"+form.Ending()), book, form, handout.Delivery{}); err != nil {
		s.Fatal(err)
	}
	return folded(everythingIn(s.T, place))
}
