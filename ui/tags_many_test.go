package ui

import (
	"fmt"
	"testing"

	"groundwork/journal"
)

// TestGivenAnEntryWithManyTags_WhenItIsOpened_ThenTheTextKeepsItsRoom: 200 of them
// once stood over the title and the text.
func TestGivenAnEntryWithManyTags_WhenItIsOpened_ThenTheTextKeepsItsRoom(t *testing.T) {
	s := openWindow(t)
	e := journal.Entry{Kind: journal.Reflection, Day: dayOf(t, "2026-11-20"), Body: "One."}
	for i := range 200 {
		e.Tags = append(e.Tags, fmt.Sprintf("tag %03d", i))
	}
	s.openEntry(s.add(e).ID)
	s.settle()
	if h := s.today.shared.Size().Height; len(s.today.tags.Tags()) != 200 || h < leastText {
		t.Errorf("with %d tags the text has %v", len(s.today.tags.Tags()), h)
	}
}
