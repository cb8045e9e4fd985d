package handout_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"groundwork/journal/document/paper"
	"groundwork/journal/handout"
)

// TestThePreviewIsWhatIsWritten writes the pages of a preview as the export
// does: the same bytes.
func TestThePreviewIsWhatIsWritten(t *testing.T) {
	j := written(t)
	m := maker(j)
	path := filepath.Join(t.TempDir(), "out.pdf")
	r := handout.Request{Form: handout.PDF}
	report, err := m.Export(t.Context(), path, r, handout.Delivery{})
	if err != nil {
		t.Fatal(err)
	}
	pages, shown, err := m.Preview(t.Context(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	if shown.Tally != report.Tally {
		t.Errorf("the preview says %s, the export %s", shown, report)
	}
	setter, err := press()
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := setter.WritePDF(t.Context(), &again, pages, paper.Meta{Title: "From the journal", Made: j.Now()}); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, again.Bytes()) {
		t.Errorf("%d bytes were written, %d would be, %v", len(text), again.Len(), err)
	}
}

func TestEveryFormHasAPreview(t *testing.T) {
	m := maker(written(t))
	for _, form := range handout.Forms() {
		told := 0
		pages, report, err := m.Preview(t.Context(), handout.Request{Form: form}, func(done, of int) { told = done })
		if err != nil || pages.Len() < 1 || report.Tally.Entries != 2 || told != 2 {
			t.Errorf("%s: %v, told of %d, %v", form, report, told, err)
		}
	}
}

func TestAPreviewCanBeCancelled(t *testing.T) {
	m := maker(written(t))
	for _, form := range handout.Forms() {
		ctx, cancel := context.WithCancel(t.Context())
		_, _, err := m.Preview(ctx, handout.Request{Form: form}, func(int, int) { cancel() })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", form, err)
		}
	}
}
