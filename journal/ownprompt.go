package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// MaxOwnPrompt is the longest question of the user's own, in letters.
const MaxOwnPrompt = 500

// OwnPromptPrefix begins the key of a question of the user's own in an entry's
// prompt; its ID follows.
const OwnPromptPrefix = "own/"

// AddOwnPrompt adds a question of the user's own and returns it as it is
// stored: on one line, with an ID of its own.
func (j *Journal) AddOwnPrompt(ctx context.Context, p OwnPrompt) (OwnPrompt, error) {
	p.ID = j.newID()
	return j.keepOwnPrompt(ctx, p, "add a question")
}

// ChangeOwnPrompt replaces a question of the user's own whole: its text, its
// kind, its element, and whether it is paused.
func (j *Journal) ChangeOwnPrompt(ctx context.Context, p OwnPrompt) (OwnPrompt, error) {
	if _, err := j.ownPrompt(ctx, p.ID); err != nil {
		return OwnPrompt{}, fmt.Errorf("change a question: %w", err)
	}
	return j.keepOwnPrompt(ctx, p, "change a question")
}

// keepOwnPrompt checks a question and writes it.
func (j *Journal) keepOwnPrompt(ctx context.Context, p OwnPrompt, doing string) (OwnPrompt, error) {
	p.Text = oneLine(p.Text)
	if err := checkOwnPrompt(p); err != nil {
		return OwnPrompt{}, fmt.Errorf("%s: %w", doing, err)
	}
	if err := j.store.Apply(ctx, Changes{At: j.now(), OwnPrompts: []OwnPrompt{p}}); err != nil {
		return OwnPrompt{}, fmt.Errorf("%s: %w", doing, err)
	}
	j.bell.ring(Change{Kind: PromptsChanged, ID: p.ID})
	return p, nil
}

// RemoveOwnPrompt puts a question of the user's own into the trash and returns
// it as it was. RestoreOwnPrompt brings it back.
func (j *Journal) RemoveOwnPrompt(ctx context.Context, id ID) (OwnPrompt, error) {
	p, err := j.ownPrompt(ctx, id)
	if err != nil {
		return OwnPrompt{}, fmt.Errorf("remove a question: %w", err)
	}
	c := Changes{At: j.now(), RemoveOwnPrompts: []ID{id}}
	t, err := trashed(id, TrashedPrompt, c.At, p)
	if err != nil {
		return OwnPrompt{}, fmt.Errorf("remove a question: %w", err)
	}
	c.Trash = []Trashed{t}
	if err := j.store.Apply(ctx, c); err != nil {
		return OwnPrompt{}, fmt.Errorf("remove a question: %w", err)
	}
	j.bell.ring(Change{Kind: PromptsChanged, ID: id})
	return p, nil
}

// RestoreOwnPrompt brings a question back from the trash, as it was. Where
// another one has its ID meanwhile (an import may bring it), both stay: the
// one from the trash gets a new ID.
func (j *Journal) RestoreOwnPrompt(ctx context.Context, id ID) error {
	p, err := j.restoreOwnPrompt(ctx, id)
	if err != nil {
		return fmt.Errorf("bring a question back: %w", err)
	}
	j.bell.ring(Change{Kind: PromptsChanged, ID: p.ID})
	return nil
}

func (j *Journal) restoreOwnPrompt(ctx context.Context, id ID) (OwnPrompt, error) {
	all, err := j.TrashedPrompts(ctx)
	if err != nil {
		return OwnPrompt{}, err
	}
	at := slices.IndexFunc(all, func(p OwnPrompt) bool { return p.ID == id })
	if at < 0 {
		return OwnPrompt{}, fmt.Errorf("question %s: %w", id, ErrNotFound)
	}
	p := all[at]
	switch _, err := j.ownPrompt(ctx, id); {
	case err == nil:
		p.ID = j.newID()
	case !errors.Is(err, ErrNotFound):
		return OwnPrompt{}, err
	}
	return p, j.store.Apply(ctx, Changes{At: j.now(), OwnPrompts: []OwnPrompt{p}, RemoveTrash: []ID{id}})
}

// TrashedPrompts lists the questions in the trash, the last deleted first.
func (j *Journal) TrashedPrompts(ctx context.Context) ([]OwnPrompt, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return nil, err
	}
	return untrashed[OwnPrompt](trash, TrashedPrompt)
}

// ownPrompt finds a question of the user's own, or answers ErrNotFound.
func (j *Journal) ownPrompt(ctx context.Context, id ID) (OwnPrompt, error) {
	all, err := j.store.OwnPrompts(ctx)
	if err != nil {
		return OwnPrompt{}, err
	}
	at := slices.IndexFunc(all, func(p OwnPrompt) bool { return p.ID == id })
	if at < 0 {
		return OwnPrompt{}, fmt.Errorf("question %s: %w", id, ErrNotFound)
	}
	return all[at], nil
}

// oneLine puts a question on one line, without space around it.
func oneLine(text string) string {
	text = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(text)
	return strings.TrimSpace(text)
}

// checkOwnPrompt tells whether a question that the user writes obeys the
// rules, in words that fit its field.
func checkOwnPrompt(p OwnPrompt) error {
	switch {
	case p.Text == "":
		return invalid("text", "A question needs some words.")
	case utf8.RuneCountInString(p.Text) > MaxOwnPrompt:
		return invalid("text", "A question can hold at most %d letters.", MaxOwnPrompt)
	}
	return p.Validate()
}
