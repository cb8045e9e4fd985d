package journal

import (
	"encoding/json"
	"fmt"
	"time"
)

// Trashed is a thing that was deleted. It stays whole until the user brings it
// back or empties the trash.
type Trashed struct {
	ID      ID     // of the thing
	What    string // it was; see TrashedEntry and the others
	Deleted time.Time
	Content json.RawMessage // the thing, as in groundwork-journal/1; an entry, a person, an expectation and an attachment in a member of that name, beside what belongs to it
}

// What a thing in the trash was.
const (
	TrashedEntry       = "entry"       // with its revision
	TrashedPrompt      = "prompt"      // a question of the user's own
	TrashedPerson      = "person"      // somebody who was removed, or merged into another
	TrashedExpectation = "expectation" // with its evidence
	TrashedPack        = "pack"        // an evidence pack
	TrashedAttachment  = "attachment"  // a file or a link that was taken off an entry; its ID is the trash's own
)

// trashed makes a thing one for the trash, with the members that this version
// does not know.
func trashed(id ID, what string, at time.Time, thing any) (Trashed, error) {
	content, err := encode(thing)
	return Trashed{ID: id, What: what, Deleted: at, Content: content}, err
}

// untrashed reads the things of one sort that lie in the trash.
func untrashed[T any](trash []Trashed, what string) ([]T, error) {
	var all []T
	for _, t := range trash {
		if t.What != what {
			continue
		}
		var thing T
		if err := json.Unmarshal(t.Content, &thing); err != nil {
			return nil, fmt.Errorf("%w: %s %s in the trash cannot be read: %w", ErrDamaged, what, t.ID, err)
		}
		all = append(all, thing)
	}
	return all, nil
}
