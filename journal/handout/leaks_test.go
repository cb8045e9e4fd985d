package handout_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/journal/handout"
)

// TestNothingLeavesThatMayNot writes random journals in every form, with any
// filter, and with names masked or not: no word of an entry that stays in, no
// name of somebody known only from one, no masked name, and nothing noted of
// people stands anywhere in what was written. What may go out is there.
func TestNothingLeavesThatMayNot(t *testing.T) {
	t.Parallel()
	j := openJournal(t)
	forms := slices.DeleteFunc(handout.Forms(), func(f handout.Form) bool { return !readable(t, f) })
	rapid.Check(t, func(r *rapid.T) {
		s := anySpied(r, j)
		report, err := j.Import(context.Background(), journal.Incoming{Contents: s.contents}, false)
		if err != nil || len(report.Quarantined) > 0 {
			r.Fatalf("import: %v, %+v", err, report.Quarantined)
		}
		o := s.request()
		form := rapid.SampledFrom(forms).Draw(r, "form")
		written := exported(r, j, handout.Request{Options: o, Form: form})
		for _, no := range s.mustStay(o) {
			if at := strings.Index(written, no); at >= 0 {
				r.Errorf("%s: %q leaves the journal: %q", form, no, written[max(0, at-80):min(len(written), at+80)])
			}
		}
		for _, i := range s.goingOut(o) {
			if !strings.Contains(written, s.entries[i].title) {
				r.Errorf("%s: the title %q is not there", form, s.entries[i].title)
			}
		}
		if _, err := j.UndoImport(context.Background(), report.Batch); err != nil {
			r.Fatalf("undo: %v", err)
		}
	})
}

// exported writes an export and gives all the text that can be found in it,
// folded.
func exported(t *rapid.T, j *journal.Journal, r handout.Request) string {
	place, err := os.MkdirTemp("", "leaks-*")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := os.RemoveAll(place); err != nil {
			t.Error(err)
		}
	}()
	if _, err := maker(j).Export(context.Background(), filepath.Join(place, "out"+r.Form.Ending()), r, handout.Delivery{}); err != nil {
		t.Fatalf("export: %v", err)
	}
	return folded(everythingIn(t, place))
}

// folded makes what is spelled in different ways equal.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(cases.Fold().String(text)))
}

// mustStay lists what may not stand in what is written, folded.
func (s *spied) mustStay(o journal.ExportOptions) []string {
	out := s.goingOut(o)
	titles, people := map[string]bool{}, map[int]bool{}
	allow := func(x said) {
		for _, p := range x.people {
			people[p] = true
		}
		for _, i := range x.titles { // that is a word of its own, unless the entry is private
			titles[s.entries[i].title] = !s.contents.Entries[i].Private || slices.Contains(out, i)
		}
	}
	allow(s.around)
	for _, i := range out {
		allow(s.entries[i])
	}
	var stay []string
	for i, e := range s.entries {
		if slices.Contains(out, i) {
			continue
		}
		stay = append(stay, e.words...)
		if !titles[e.title] && !o.IncludePrivate {
			stay = append(stay, e.title)
		}
	}
	for _, b := range s.bullets {
		if slices.ContainsFunc(b.entries, func(i int) bool { return !slices.Contains(out, i) }) && (!o.IncludePrivate || o.MaskNames) {
			stay = append(stay, b.words...)
		} else {
			allow(b.said)
		}
	}
	for i, name := range s.people {
		if everything := o.IncludePrivate && !o.MaskNames; !everything {
			stay = append(stay, s.notes[i])
			if o.MaskNames || !people[i] {
				stay = append(stay, folded(name[0]), folded(name[1]))
			}
		}
	}
	return stay
}
