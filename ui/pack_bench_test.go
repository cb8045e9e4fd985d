package ui

import (
	"fmt"
	"path/filepath"
	"testing"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/sample"
)

// BenchmarkOpenThePack measures what the page of the evidence pack waits for
// off the UI goroutine, in a journal of 10,000 entries: the entries read, for
// the writer and over all of them, and the pack looked at again after a change.
func BenchmarkOpenThePack(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "journal")
	store, err := data.NewHome(folder, data.Options{}).Open(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	if err := sample.Fill(b.Context(), store, 10_000, 1, journal.DayOf(evening)); err != nil {
		b.Fatal(err)
	}
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	s := openWindowOn(b, folder)
	for _, look := range []evidence.Look{evidence.LookReview, evidence.LookAll} {
		r := packReader{s.journal, packQuestion{anew: true, look: look}}
		var read packSheet
		b.Run(fmt.Sprintf("read, %s", look), func(b *testing.B) {
			for b.Loop() {
				if read, err = r.sheet(b.Context(), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("changed, %s", look), func(b *testing.B) {
			for b.Loop() {
				at := evidence.Place{Section: evidence.SectionEvidence}
				read.after(read.material, evidence.LeaveOut(read.pack, at, true))
			}
		})
		b.Run(fmt.Sprintf("show, %s", look), func(b *testing.B) {
			p := openPackOn(s).page
			for b.Loop() {
				p.list.show(&read)
			}
		})
	}
}
