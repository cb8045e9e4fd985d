package handout_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"groundwork/journal"
	"groundwork/journal/handout"
)

func TestTheFormIsReadFromThePath(t *testing.T) {
	folder := t.TempDir()
	for _, test := range []struct {
		path, as string
		want     handout.Form
	}{
		{"a.md", "", handout.Markdown},
		{"a.HTML", "", handout.HTML},
		{"a.pdf", "", handout.PDF},
		{"a.docx", "", handout.DOCX},
		{"a.txt", "", handout.Text},
		{"a.json", "", handout.JSON},
		{"a.csv", "", handout.CSV},
		{"a.txt", "json", handout.JSON},
		{"new/", "markdown", handout.MarkdownFolder},
		{"new/", "CSV", handout.CSVFolder},
		{folder, "markdown", handout.MarkdownFolder},
		{filepath.Join(folder, "new"), "markdown", handout.Markdown},
	} {
		if got, err := handout.FormOf(test.path, test.as); got != test.want || err != nil {
			t.Errorf("%s as %q: %q, %v, want %q", test.path, test.as, got, err, test.want)
		}
	}
	for _, wrong := range [][2]string{{"a", ""}, {"a.odt", ""}, {"a.md", "odt"}, {"new/", ""}, {"new/", "pdf"}, {folder, "json"}} {
		if got, err := handout.FormOf(wrong[0], wrong[1]); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s as %q: %q, %v, want it refused", wrong[0], wrong[1], got, err)
		}
	}
}

func TestEachFormWritesWhatItIsNamedAfter(t *testing.T) {
	begins := map[handout.Form]string{handout.PDF: "%PDF-", handout.DOCX: "PK", handout.JSON: "{", handout.HTML: "<!"}
	j := written(t)
	for _, form := range handout.Forms() {
		t.Run(string(form), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out"+form.Ending())
			report, err := maker(j).Export(t.Context(), path, handout.Request{Form: form}, handout.Delivery{})
			if err != nil {
				t.Fatal(err)
			}
			if report.Tally.Entries != 2 || report.Tally.Private != 1 {
				t.Errorf("report %+v", report)
			}
			if form.IsFolder() {
				if len(lying(t, path)) < 3 {
					t.Errorf("the folder holds %v", lying(t, path))
				}
				return
			}
			text, err := os.ReadFile(path)
			if err != nil || len(text) == 0 {
				t.Fatalf("%d bytes, %v", len(text), err)
			}
			if want := begins[form]; string(text[:len(want)]) != want {
				t.Errorf("the file begins with %q, want %q", text[:len(want)], want)
			}
		})
	}
}

func TestAReportSaysWhatWentOut(t *testing.T) {
	r := handout.Report{Tally: journal.Tally{Entries: 18, Private: 2, Names: 5}}
	if got, want := r.String(), "18 entries, 2 private left out, 5 names masked"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r = handout.Report{Tally: journal.Tally{Entries: 1, Names: 1, Files: 1}}
	if got, want := r.String(), "1 entry, 1 name masked, 1 attached file left out"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
