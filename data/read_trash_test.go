package data

import (
	"errors"
	"testing"
	"time"

	"groundwork/journal"
)

func TestWhatIsInTheTrashComesBackNewestFirst(t *testing.T) {
	s := newStore(t)
	deleted := time.Date(2026, 11, 20, 21, 4, 0, 123456789, time.FixedZone("", 3600))
	first := journal.Trashed{ID: testID(1), What: journal.TrashedPrompt, Deleted: deleted, Content: []byte(`{"text":"<é & \u2028>","x":1.50}`)}
	second := journal.Trashed{ID: testID(2), What: "later", Deleted: deleted.Add(-time.Hour), Content: []byte(`[]`)}
	apply(t, s, journal.Changes{Trash: []journal.Trashed{first, second}})
	inTrash(t, s, second, first)

	first.Deleted, first.Content = deleted.AddDate(0, 0, 1), []byte(`{"text":"again"}`)
	apply(t, s, journal.Changes{Trash: []journal.Trashed{first}})
	inTrash(t, s, first, second)

	err := s.Apply(t.Context(), journal.Changes{RemoveTrash: []journal.ID{first.ID}, Trash: []journal.Trashed{{ID: testID(3), Content: []byte(`{`)}}})
	if !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("what is no JSON: %v", err)
	}
	inTrash(t, s, first, second)
	apply(t, s, journal.Changes{RemoveTrash: []journal.ID{first.ID, testID(9)}})
	inTrash(t, s, second)
}

func inTrash(t *testing.T, s *Store, want ...journal.Trashed) {
	t.Helper()
	got, err := s.Trash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "the trash", want, got)
}
