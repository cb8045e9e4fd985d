package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// SavePack writes an evidence pack and returns it as it is stored: a new one,
// made now unless it says when, where p has no ID, else in the place of the one
// with that ID. A rule that is broken is an ErrInvalid, and a pack that is not
// there an ErrNotFound.
func (j *Journal) SavePack(ctx context.Context, p Pack) (Pack, error) {
	if p.ID != "" {
		return j.EditPack(ctx, p.ID, func(stored *Pack) { *stored = p })
	}
	p.ID = j.newID()
	if p.Made.IsZero() {
		p.Made = j.Now()
	}
	err := j.together(ctx, func(c *Changes) error { return c.savePack(&p) })
	if err != nil {
		return Pack{}, fmt.Errorf("add a pack: %w", err)
	}
	return p, nil
}

// EditPack changes a stored pack and returns it as it is stored then. No change
// of another goroutine is lost. Errors as SavePack's.
func (j *Journal) EditPack(ctx context.Context, id ID, change func(*Pack)) (Pack, error) {
	var p Pack
	err := j.together(ctx, func(c *Changes) (err error) {
		if p, err = j.pack(ctx, id); err != nil {
			return err
		}
		change(&p)
		p.ID = id
		return c.savePack(&p)
	})
	if err != nil {
		return Pack{}, fmt.Errorf("change a pack: %w", err)
	}
	return p, nil
}

// savePack adds a pack to the changes.
func (c *Changes) savePack(p *Pack) error {
	if err := p.Validate(); err != nil {
		return err
	}
	c.Packs = []Pack{*p}
	return nil
}

// RemovePack puts a pack into the trash and returns it as it was. RestorePack
// brings it back. One that is not there is an ErrNotFound.
func (j *Journal) RemovePack(ctx context.Context, id ID) (Pack, error) {
	var p Pack
	err := j.together(ctx, func(c *Changes) (err error) {
		if p, err = j.pack(ctx, id); err != nil {
			return err
		}
		t, err := trashed(id, TrashedPack, c.At, p)
		c.Trash, c.RemovePacks = []Trashed{t}, []ID{id}
		return err
	})
	if err != nil {
		return Pack{}, fmt.Errorf("remove a pack: %w", err)
	}
	return p, nil
}

// RestorePack brings a pack back from the trash, as it was. Where another one
// has its ID meanwhile (an import may bring it), both stay: the one from the
// trash gets a new ID. One that is not in the trash is an ErrNotFound.
func (j *Journal) RestorePack(ctx context.Context, id ID) error {
	err := j.together(ctx, func(c *Changes) error {
		p, err := j.gonePack(ctx, id)
		if err != nil {
			return err
		}
		switch _, err := j.pack(ctx, id); {
		case err == nil:
			p.ID = j.newID()
		case !errors.Is(err, ErrNotFound):
			return err
		}
		c.Packs, c.RemoveTrash = []Pack{p}, []ID{id}
		return nil
	})
	if err != nil {
		return fmt.Errorf("bring a pack back: %w", err)
	}
	return nil
}

// pack finds a pack by ID, to be changed in place but for its Extra, or answers
// ErrNotFound.
func (j *Journal) pack(ctx context.Context, id ID) (Pack, error) {
	all, err := j.store.Packs(ctx)
	if err != nil {
		return Pack{}, err
	}
	at := slices.IndexFunc(all, func(p Pack) bool { return p.ID == id })
	if at < 0 {
		return Pack{}, fmt.Errorf("pack %s: %w", id, ErrNotFound)
	}
	return all[at].Clone(), nil
}

// gonePack finds a pack in the trash, or answers ErrNotFound.
func (j *Journal) gonePack(ctx context.Context, id ID) (Pack, error) {
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return Pack{}, err
	}
	trash = slices.DeleteFunc(trash, func(t Trashed) bool { return t.ID != id })
	all, err := untrashed[Pack](trash, TrashedPack)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("pack %s: %w", id, ErrNotFound)
	}
	if err != nil {
		return Pack{}, err
	}
	return all[0], nil
}

// Clone copies the pack, so that a change to a part of the one is not seen in
// the other. Extra is shared: nobody changes it in place.
func (p *Pack) Clone() Pack {
	c := *p
	c.Given = clonePart(p.Given)
	c.Sections = slices.Clone(p.Sections)
	for i := range c.Sections {
		bullets := slices.Clone(c.Sections[i].Bullets)
		for k := range bullets {
			bullets[k].Entries = slices.Clone(bullets[k].Entries)
		}
		c.Sections[i].Bullets = bullets
	}
	return c
}

// Section finds a section by its key, to be changed in place, or gives nil.
func (p *Pack) Section(key string) *Section {
	at := slices.IndexFunc(p.Sections, func(s Section) bool { return s.Key == key })
	if at < 0 {
		return nil
	}
	return &p.Sections[at]
}
