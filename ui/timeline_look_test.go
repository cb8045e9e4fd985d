package ui

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/journal"
)

func TestGivenRowsOfTheTimeline_WhenDrawnWideAndNarrow_ThenTheyAreBuiltAsTheyWere(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems draw letters in other ways")
	}
	s := openChronicle(t)
	s.put(journal.Changes{Expectations: []journal.Expectation{{ID: xID(1), Name: "Delegates with context"}}})
	e := s.journal.NewEntry(journal.MomentKind, dayOf(t, "2026-03-12"))
	e.Title, e.Body, e.Private = "Handed the decision over", "The release went out with no word from me.", true
	e.Evidence = []journal.Evidence{{Expectation: string(xID(1)), Strength: journal.Number, Chosen: true}}
	s.add(e)
	p := s.openPage()
	for name, width := range map[string]float32{"timeline-row-wide.xml": 984, "timeline-row-narrow.xml": 500} {
		row := newStoryRow()
		w := test.NewWindow(row)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(width, storyRowHeight))
		p.list.shown.Fill(0, row)
		test.AssertRendersToMarkup(t, name, w.Canvas())
		w.Close()
	}
}
