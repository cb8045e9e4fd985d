package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// UndoReport is what came of taking an import back. The counts are those of
// entries.
type UndoReport struct {
	Batch    ID     `json:"batch"`
	Removed  int    `json:"removed"`
	Restored int    `json:"restored"`
	Kept     []Kept `json:"kept"`
}

// Kept is something that stayed as it is, and why.
type Kept struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// The reasons for which an undo leaves something alone.
const (
	keptChanged = "It was changed after the import."
	keptUsed    = "Entries that stay refer to it."
)

// UndoImport takes an import back: what it added goes, what it changed comes
// back. Whatever the user changed since the import stays and is named in the
// report. A backup is made first. The batch is used up by it; one that is not there is an ErrNotFound.
func (j *Journal) UndoImport(ctx context.Context, batch ID) (UndoReport, error) {
	const tries = 3
	for try := 1; ; try++ {
		b, err := j.store.Batch(ctx, batch)
		if errors.Is(err, ErrNotFound) {
			what := invalid("batch", "There is no import %q that could be undone.", shorten(string(batch), 40))
			return UndoReport{}, fmt.Errorf("undo import: %w (%w)", what, err)
		}
		if err != nil {
			return UndoReport{}, fmt.Errorf("undo import: %w", err)
		}
		u, err := newUndoing(j.store, b, j.Now())
		if err != nil {
			return UndoReport{}, fmt.Errorf("undo import: %w", err)
		}
		if err := u.plan(ctx); err != nil {
			return UndoReport{}, fmt.Errorf("undo import: %w", err)
		}
		if try == 1 {
			if err := j.snapshot(ctx, BeforeImport); err != nil {
				return UndoReport{}, fmt.Errorf("undo import: %w", err)
			}
		}
		err = j.store.Apply(ctx, u.changes)
		if errors.Is(err, ErrConflict) && try < tries {
			continue // an open window saved one of these entries meanwhile: look again
		}
		if err != nil {
			return UndoReport{}, fmt.Errorf("undo import: %w", err)
		}
		j.bell.ring(Change{Kind: Reloaded})
		return u.report, nil
	}
}

// undoing is an undo on its way.
type undoing struct {
	store   Store
	batch   Batch
	changes Changes
	report  UndoReport
	used    map[string]bool // people and expectations that what stays refers to

	written  map[string]string // see importing.note
	document Extra
}

func newUndoing(store Store, b Batch, now time.Time) (*undoing, error) {
	u := &undoing{
		store: store, batch: b, changes: Changes{At: now, RemoveBatch: b.ID},
		report: UndoReport{Batch: b.ID, Kept: []Kept{}}, used: map[string]bool{},
	}
	for name, to := range map[string]any{noteWritten: &u.written, noteDocument: &u.document} {
		if text := b.Before.Extra[name]; len(text) > 0 {
			if err := json.Unmarshal(text, to); err != nil {
				return nil, fmt.Errorf("%w: the record of import %s: %w", ErrDamaged, b.ID, err)
			}
		}
	}
	if u.document == nil {
		u.document = Extra{}
	}
	return u, nil
}

func (u *undoing) plan(ctx context.Context) error {
	// Entries and the plan come first: they decide who is still referred to.
	steps := []func(context.Context) error{u.entries, u.goals, u.roster, u.rest, u.extra}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// entries removes what was added and puts back what was changed.
func (u *undoing) entries(ctx context.Context) error {
	added := idSet(u.batch.Added.Entries)
	before := make(map[ID]Entry, len(u.batch.Before.Entries))
	for _, e := range u.batch.Before.Entries {
		before[e.ID] = e
	}
	for e, err := range u.store.Entries(ctx, Filter{}) {
		if err != nil {
			return err
		}
		old, wasChanged := before[e.ID]
		switch {
		case added[e.ID] && e.Revision == 1:
			u.changes.RemoveEntries = append(u.changes.RemoveEntries, e.ID)
			u.report.Removed++
			continue
		case wasChanged && e.Revision == old.Revision+1:
			old.Revision = e.Revision
			u.changes.Entries = append(u.changes.Entries, old)
			u.report.Restored++
			e = old
		case added[e.ID] || wasChanged:
			u.keep(entryLabel(&e), keptChanged)
		}
		u.refers(&e)
	}
	return nil
}

// refers notes whom and what an entry that stays refers to.
func (u *undoing) refers(e *Entry) {
	for _, p := range e.People {
		u.used[p.Person] = true
	}
	if e.Feedback != nil {
		u.used[e.Feedback.Giver] = true
	}
	for _, v := range e.Evidence {
		u.used[v.Expectation] = true
	}
}

// goals puts the plan back.
func (u *undoing) goals(ctx context.Context) error {
	plan, err := u.store.Plan(ctx)
	if err != nil {
		return err
	}
	if before := u.batch.Before.Plan; before != nil {
		if u.untouched(writtenPlan, plan) {
			u.changes.Plan, plan = before, *before
		} else {
			u.keep("The growth plan", keptChanged)
		}
	}
	for _, g := range plan.Goals {
		u.used[g.Person] = true
	}
	return nil
}

// roster takes back people and expectations.
func (u *undoing) roster(ctx context.Context) error {
	people, err := u.store.People(ctx)
	if err != nil {
		return err
	}
	expectations, err := u.store.Expectations(ctx)
	if err != nil {
		return err
	}
	u.changes.RemovePeople, u.changes.People = takeBack(u, people, u.batch.Added.People, u.batch.Before.People,
		func(p Person) (ID, string) { return p.ID, p.Name })
	u.changes.RemoveExpectations, u.changes.Expectations = takeBack(u, expectations,
		u.batch.Added.Expectations, u.batch.Before.Expectations,
		func(x Expectation) (ID, string) { return x.ID, x.Name })
	return nil
}

// rest takes back own prompts and packs.
func (u *undoing) rest(ctx context.Context) error {
	prompts, err := u.store.OwnPrompts(ctx)
	if err != nil {
		return err
	}
	packs, err := u.store.Packs(ctx)
	if err != nil {
		return err
	}
	u.changes.RemoveOwnPrompts, u.changes.OwnPrompts = takeBack(u, prompts,
		u.batch.Added.OwnPrompts, u.batch.Before.OwnPrompts,
		func(p OwnPrompt) (ID, string) { return p.ID, p.Text })
	u.changes.RemovePacks, u.changes.Packs = takeBack(u, packs, u.batch.Added.Packs, u.batch.Before.Packs,
		func(p Pack) (ID, string) { return p.ID, p.Title })
	return nil
}

// extra puts the unknown members of the document back.
func (u *undoing) extra(ctx context.Context) error {
	if u.written[settingExtra] == "" {
		return nil
	}
	now, err := documentExtra(ctx, u.store)
	if err != nil || !u.untouched(settingExtra, now) {
		return err
	}
	text, err := encode(u.document)
	u.changes.Settings = map[string]string{settingExtra: string(text)}
	return err
}

// takeBack decides about the things of one sort: which go, and which are
// written as they were.
func takeBack[T any](u *undoing, now []T, added []ID, before []T, name func(T) (ID, string)) (remove []ID, write []T) {
	isAdded := idSet(added)
	was := make(map[ID]T, len(before))
	for _, x := range before {
		id, _ := name(x)
		was[id] = x
	}
	for _, x := range now {
		id, label := name(x)
		old, wasChanged := was[id]
		switch {
		case !isAdded[id] && !wasChanged:
		case !u.untouched(string(id), x):
			u.keep(label, keptChanged)
		case wasChanged:
			write = append(write, old)
		case u.used[string(id)]:
			u.keep(label, keptUsed)
		default:
			remove = append(remove, id)
		}
	}
	return remove, write
}

// untouched tells whether x is still what the import wrote.
func (u *undoing) untouched(key string, x any) bool {
	written, ok := u.written[key]
	return ok && written == fingerprint(x)
}

func (u *undoing) keep(name, why string) {
	u.report.Kept = append(u.report.Kept, Kept{Name: shorten(name, 80), Reason: why})
}

func idSet(ids []ID) map[ID]bool {
	set := make(map[ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
