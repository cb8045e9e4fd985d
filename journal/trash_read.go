package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// TrashedText reads what was written in a thing that lies in the trash and is
// neither an entry nor attached to one: its texts, with an empty line between them. One that is not there
// is an ErrNotFound.
func (j *Journal) TrashedText(ctx context.Context, id ID) (string, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return "", fmt.Errorf("read a thing in the trash: %w", err)
	}
	at := slices.IndexFunc(trash, func(t Trashed) bool { return t.ID == id })
	if at < 0 {
		return "", fmt.Errorf("read %s in the trash: %w", id, ErrNotFound)
	}
	texts := slices.DeleteFunc(trash[at].texts(), func(t string) bool { return strings.TrimSpace(t) == "" })
	return strings.Join(texts, "\n\n"), nil
}

// texts are those of a thing but for its name. One that cannot be read has none.
func (t *Trashed) texts() []string {
	switch t.What {
	case TrashedPerson:
		var g gonePerson
		_ = json.Unmarshal(t.Content, &g)
		return []string{g.Person.Matters, g.Person.Notes}
	case TrashedExpectation:
		var g goneExpectation
		_ = json.Unmarshal(t.Content, &g)
		return []string{g.Expectation.Area, g.Expectation.Text}
	case TrashedPrompt:
		var p OwnPrompt
		_ = json.Unmarshal(t.Content, &p)
		return []string{p.Text}
	case TrashedPack:
		var p Pack
		_ = json.Unmarshal(t.Content, &p)
		var all []string
		for _, s := range p.Sections {
			for _, b := range s.Bullets {
				all = append(all, b.Text)
			}
		}
		return all
	}
	return nil
}
