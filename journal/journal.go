package journal

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// Journal is an open journal and what can be done with it. Its methods may be
// called from any goroutine but not from the one that paints: they wait for
// the disk.
type Journal struct {
	store Store
	now   func() time.Time
	newID func() ID
	order atomic.Int32 // a DateOrder
	bell  bell

	backUp func(ctx context.Context, why BackupReason) error // nil: backups are not made here

	// naming is held from looking up the names in an entry to the commit that
	// adds those who are new, so that two entries saved at once do not make
	// two people of one; and from reading whom and what many entries name to
	// the commit that changes it, so that no save comes between. Who holds it
	// may take planning, not the other way round.
	naming sync.Mutex

	// planning is held from reading the plan to the commit that replaces it,
	// so that of two changes at once none is lost.
	planning sync.Mutex
}

// Options are what a Journal is given besides its store. Zero fields take the
// real thing.
type Options struct {
	Now   func() time.Time // the clock; its zone says when a day begins
	NewID func() ID        // makes the IDs of new things
	Order DateOrder        // in which the writer's system has the numbers of a date

	// BackUp makes a backup before something risky, which is not done when it
	// fails. Nil: none is made.
	BackUp func(ctx context.Context, why BackupReason) error
}

// New makes a Journal over an open store.
func New(store Store, o Options) *Journal {
	j := &Journal{store: store, now: o.Now, newID: o.NewID, backUp: o.BackUp}
	j.SetDateOrder(o.Order)
	if j.now == nil {
		j.now = time.Now
	}
	if j.newID == nil {
		j.newID = randomID
	}
	return j
}

// randomID makes a UUID of version 7, which sorts by the time it was made.
func randomID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }

// Read gives what can be asked of the journal.
func (j *Journal) Read() Reader { return j.store }

// Listen has to called with every Change until stop is called. It is called
// on the goroutine that made the change and must return at once.
func (j *Journal) Listen(to func(Change)) (stop func()) { return j.bell.listen(to) }

// Watch publishes Reloaded whenever another program wrote, until ctx ends.
func (j *Journal) Watch(ctx context.Context) {
	j.store.Watch(ctx, func() { j.bell.ring(Change{Kind: Reloaded}) })
}

// Apply writes changes that were made elsewhere and are whole already, such as
// those of a sample, and publishes Reloaded. Errors are those of the store.
func (j *Journal) Apply(ctx context.Context, c Changes) error {
	if err := j.store.Apply(ctx, c); err != nil {
		return fmt.Errorf("write what was made elsewhere: %w", err)
	}
	j.bell.ring(Change{Kind: Reloaded})
	return nil
}

// Close closes the store.
func (j *Journal) Close() error { return j.store.Close() }

// Now is the instant of the journal's clock, to the millisecond.
func (j *Journal) Now() time.Time { return j.now().Truncate(time.Millisecond) }

// Today is the day it is for the writer: the day begins at the hour that the
// journal's settings name, so a night owl's entry belongs to the evening.
func (j *Journal) Today(ctx context.Context) Day {
	now := j.now()
	today := DayOf(now)
	// Counted on the clock's face: on the day summer time begins, four hours
	// before four o'clock is not midnight.
	if now.Hour() < j.dayStartsAt(ctx) {
		return today.AddDays(-1)
	}
	return today
}

// NewEntry makes an empty entry of the kind for the day. It is not in the
// journal before it is saved.
func (j *Journal) NewEntry(kind Kind, day Day) Entry {
	now := j.Now()
	return Entry{ID: j.newID(), Kind: kind, Day: day, Precision: ExactDay, Created: now, Updated: now}
}

// SaveEntry writes the entry and returns it as it is stored: its defaults
// filled in, IDs of other programs replaced by own ones, the names of people
// and expectations replaced by their IDs (who is not known yet is added), its
// Revision one higher. A strength that the user did not choose follows what
// the entry holds. A rule that is broken is an ErrInvalid; another Revision
// than the stored one is an ErrConflict.
func (j *Journal) SaveEntry(ctx context.Context, e Entry) (Entry, error) {
	return j.saveEntry(ctx, e, nil)
}

// saveEntry is SaveEntry, with what also adds to the changes; it may be nil.
func (j *Journal) saveEntry(ctx context.Context, e Entry, also func(*Changes, *Entry) error) (Entry, error) {
	now := j.Now()
	if err := j.ready(ctx, &e, now); err != nil {
		return Entry{}, fmt.Errorf("save entry: %w", err)
	}
	changes, err := j.write(ctx, &e, now, also)
	if err != nil {
		return Entry{}, fmt.Errorf("save entry: %w", err)
	}
	kind := EntryChanged
	if e.Revision == 0 {
		kind = EntryAdded
	}
	e.Revision++
	j.ringFor(changes, Change{Kind: kind, ID: e.ID, Day: e.Day})
	return e, nil
}

// ready makes an entry one that can be stored, or tells which rule it breaks.
func (j *Journal) ready(ctx context.Context, e *Entry, now time.Time) error {
	if e.ID == "" {
		e.ID = j.newID()
	}
	mapEntryIDs(e)
	var today Day
	if e.Day.IsZero() {
		today = j.Today(ctx)
	}
	e.Updated = now
	complete(e, now, today)
	if e.Revision > 0 {
		proposeStrengths(e)
	}
	return e.Validate()
}

// write resolves the names in e and commits it together with who is new, and
// with what also adds, which may be nil.
func (j *Journal) write(ctx context.Context, e *Entry, now time.Time, also func(*Changes, *Entry) error) (Changes, error) {
	j.naming.Lock()
	defer j.naming.Unlock()
	changes := Changes{At: now}
	if err := j.resolveEntry(ctx, e, &changes); err != nil {
		return Changes{}, err
	}
	if also != nil {
		if err := also(&changes, e); err != nil {
			return Changes{}, err
		}
	}
	changes.Entries = []Entry{*e}
	return changes, j.store.Apply(ctx, changes)
}

// complete fills in what an entry may leave out. Its evidence is copied first:
// it may belong to the caller.
func complete(e *Entry, now time.Time, today Day) {
	if e.Kind == "" {
		e.Kind = Reflection
	}
	if e.Precision == "" {
		e.Precision = ExactDay
	}
	if e.Day.IsZero() {
		e.Day = today
	}
	e.Day = e.Precision.Middle(e.Day)
	if e.Created.IsZero() {
		e.Created = now
	}
	if e.Updated.IsZero() {
		e.Updated = e.Created
	}
	e.Evidence = slices.Clone(e.Evidence)
	for i := range e.Evidence {
		if e.Evidence[i].Strength == "" {
			e.Evidence[i].Strength = ProposeStrength(e)
		}
	}
}

// proposeStrengths brings the strengths that the user did not choose up to
// date: a quote or a document may have come since.
func proposeStrengths(e *Entry) {
	for i := range e.Evidence {
		if !e.Evidence[i].Chosen {
			e.Evidence[i].Strength = ProposeStrength(e)
		}
	}
}

// ringFor publishes what a set of changes moved, after it was written.
func (j *Journal) ringFor(c Changes, first ...Change) {
	if len(c.People) > 0 || len(c.RemovePeople) > 0 {
		first = append(first, Change{Kind: PeopleChanged})
	}
	if len(c.Expectations) > 0 || len(c.RemoveExpectations) > 0 {
		first = append(first, Change{Kind: ExpectationsChanged})
	}
	if c.Plan != nil {
		first = append(first, Change{Kind: PlanChanged})
	}
	if len(c.Packs) > 0 || len(c.RemovePacks) > 0 {
		first = append(first, Change{Kind: PacksChanged})
	}
	if len(c.Named) > 0 || len(c.Tags) > 0 || len(c.Evidence) > 0 {
		first = append(first, Change{Kind: EntriesChanged})
	}
	j.bell.ring(first...)
}
