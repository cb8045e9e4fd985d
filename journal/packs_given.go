package journal

import (
	"context"
	"fmt"
	"slices"
)

// Talk is what came of the talk about a pack: what the pack notes of it, and
// what changes in the promotion round that it belongs to.
type Talk struct {
	Given    Given  // Application is the round, or "" for none
	NewRound bool   // begin a round where Given names none
	Stage    string // that the round has reached with the talk, or ""
	NextStep string // of the round, on Given.NextOn; "" leaves what stands there
}

// Handing is what GivePack changed, with what UndoGivePack needs.
type Handing struct {
	Pack     Pack // as it is stored now
	Round    ID   // the application that was changed or begun, or ""
	NewRound bool // it was begun

	before   *Given // of the pack
	old      Entry  // the round as it was, where there was one
	revision int64  // of the round as it is stored now
}

// GivePack notes to whom a pack was given and what they said, and in the same
// change takes the promotion round it belongs to further: a stage with the day
// of the talk, and the next step with its day. UndoGivePack takes it back. A
// new round stands on the day of the talk and goes for the target role of the
// plan. Who has the round open as a Draft flushes it before and opens it anew. A rule that is broken, or an entry that
// is no application, is an ErrInvalid, and what is not there an ErrNotFound.
func (j *Journal) GivePack(ctx context.Context, id ID, t Talk) (Handing, error) {
	var h Handing
	changes, err := j.applyTogether(ctx, func(c *Changes) error {
		p, err := j.pack(ctx, id)
		if err != nil {
			return err
		}
		h = Handing{before: p.Given}
		if err := j.takeFurther(ctx, c, &t, &h); err != nil {
			return err
		}
		given := t.Given
		given.Application = h.Round
		if p.Given != nil && given.Extra == nil {
			given.Extra = p.Given.Extra
		}
		p.Given = &given
		h.Pack = p
		return c.savePack(&p)
	})
	if err != nil {
		return Handing{}, fmt.Errorf("note what came of a pack: %w", err)
	}
	j.ringForRound(changes, h.Round, h.NewRound)
	return h, nil
}

// takeFurther changes the round that a talk was about, or begins it.
func (j *Journal) takeFurther(ctx context.Context, c *Changes, t *Talk, h *Handing) error {
	var e Entry
	switch {
	case t.Given.Application != "":
		var err error
		if e, err = j.store.Entry(ctx, t.Given.Application); err != nil {
			return err
		}
		if e.Kind != ApplicationKind {
			return invalid("given.application", "This entry is no application.")
		}
		h.old = e
		e = e.clone()
	case t.NewRound:
		var err error
		if e, err = j.newRound(ctx, t.Given.On); err != nil {
			return err
		}
		h.NewRound = true
	default:
		return nil
	}
	if e.Application == nil {
		e.Application = &Application{}
	}
	h.Round = e.ID
	if !e.Application.follow(t) && !h.NewRound {
		h.revision = e.Revision
		return nil // the pack only names it
	}
	if err := j.ready(ctx, &e, j.Now()); err != nil {
		return err
	}
	if err := j.resolveEntry(ctx, &e, c); err != nil {
		return err
	}
	h.revision = e.Revision + 1
	c.Entries = []Entry{e}
	return nil
}

// newRound makes the entry of a promotion round.
func (j *Journal) newRound(ctx context.Context, on Day) (Entry, error) {
	if on.IsZero() {
		on = j.Today(ctx)
	}
	plan, err := j.store.Plan(ctx)
	if err != nil {
		return Entry{}, err
	}
	e := j.NewEntry(ApplicationKind, on)
	e.Application = &Application{Route: RoutePromotionRound}
	if plan.TargetRole != nil {
		e.Application.Position = oneLine(plan.TargetRole.Title)
	}
	return e, nil
}

// follow takes the application as far as a talk has taken it, and tells
// whether that changed anything.
func (a *Application) follow(t *Talk) bool {
	changed := false
	if t.Stage != "" {
		a.Stages = append(a.Stages, Stage{Stage: t.Stage, Day: t.Given.On})
		changed = true
	}
	if t.NextStep != "" {
		a.NextStep, a.NextStepOn = t.NextStep, t.Given.NextOn
		changed = true
	}
	return changed
}

// UndoGivePack puts the pack and the round back to what they were before a
// GivePack. What was changed in either since stays as it is now. A pack that is
// not there any more is an ErrNotFound.
func (j *Journal) UndoGivePack(ctx context.Context, h Handing) error {
	changes, err := j.applyTogether(ctx, func(c *Changes) error {
		p, err := j.pack(ctx, h.Pack.ID)
		if err != nil {
			return err
		}
		if equal(p.Given, h.Pack.Given) {
			p.Given = h.before
		}
		c.Packs = []Pack{p}
		if h.Round == "" || h.revision == h.old.Revision {
			return nil
		}
		now, err := j.store.LinesOf(ctx, []ID{h.Round})
		if err != nil || len(now) == 0 {
			return err
		}
		e, err := j.store.Entry(ctx, h.Round)
		switch {
		case err != nil:
			return err
		case e.Revision != h.revision: // it was changed since
		case h.NewRound:
			c.RemoveEntries = []ID{h.Round}
		default:
			old := h.old
			old.Revision, old.Updated = e.Revision, j.Now()
			c.Entries = []Entry{old}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("take back what came of a pack: %w", err)
	}
	j.ringForRound(changes, h.Round, false)
	return nil
}

// ringForRound publishes what a talk moved.
func (j *Journal) ringForRound(c Changes, round ID, isNew bool) {
	switch {
	case slices.Contains(c.RemoveEntries, round):
		j.ringFor(c, Change{Kind: EntryRemoved, ID: round})
	case len(c.Entries) > 0 && isNew:
		j.ringFor(c, Change{Kind: EntryAdded, ID: round, Day: c.Entries[0].Day})
	case len(c.Entries) > 0:
		j.ringFor(c, Change{Kind: EntryChanged, ID: round, Day: c.Entries[0].Day})
	default:
		j.ringFor(c)
	}
}
