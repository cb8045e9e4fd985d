package journal

import (
	"context"
	"fmt"
	"time"
)

// Version is an entry as it was before it was saved again. The entry as it is
// now is none of its versions.
type Version struct {
	N     int64     // names the version
	Saved time.Time // when the entry was written that way
	Bytes int64     // it takes in the journal
}

// While somebody writes, a version is kept at most once in versionEvery, and
// one of what stood for versionPause before the writing went on.
const (
	versionEvery = time.Minute
	versionPause = 5 * time.Minute
)

// KeepsVersion tells whether an entry that was saved at one instant is kept as
// a version when it is saved again now. last is when its last version was
// saved, or when the entry was made where it has none. What lies ahead is of a
// clock that went back since, and says nothing about how long ago it was.
func KeepsVersion(saved, last, now time.Time) bool {
	return now.Sub(saved) >= versionPause || saved.Sub(last) >= versionEvery ||
		saved.After(now) || last.After(saved)
}

// The ages from which versions stand for more and more time.
const (
	hourlyFrom = time.Hour
	dailyFrom  = 24 * time.Hour
	weeklyFrom = 30 * 24 * time.Hour
)

// ThinVersions tells which of an entry's versions stay: all of the last hour,
// the last one of each hour for a day, of each day for a month, and of each
// week after that. saved is when they were saved, the oldest first; hours, days
// and weeks are those of now's zone. An hour and a day grow old as a whole, by
// their end, so that to thin often leaves what to thin once leaves.
func ThinVersions(saved []time.Time, now time.Time) (stays []bool) {
	stays = make([]bool, len(saved))
	newer := stretch{}
	for i := len(saved) - 1; i >= 0; i-- {
		s := stretchOf(saved[i].In(now.Location()), now)
		stays[i] = s.all || s != newer
		newer = s
	}
	return stays
}

// stretch is the time that one version stands for.
type stretch struct {
	all        bool // each version stands for itself
	long       time.Duration
	year, part int
}

func stretchOf(saved, now time.Time) stretch {
	year, month, day := saved.Date()
	hourEnd := time.Date(year, month, day, saved.Hour()+1, 0, 0, 0, saved.Location())
	dayEnd := time.Date(year, month, day+1, 0, 0, 0, 0, saved.Location())
	switch {
	case now.Sub(saved) < hourlyFrom:
		return stretch{all: true}
	case now.Sub(hourEnd) < dailyFrom:
		return stretch{long: time.Hour, year: saved.Year(), part: saved.YearDay()*24 + saved.Hour()}
	case now.Sub(dayEnd) < weeklyFrom:
		return stretch{long: dailyFrom, year: saved.Year(), part: saved.YearDay()}
	}
	inYear, week := saved.ISOWeek()
	return stretch{long: weeklyFrom, year: inYear, part: week}
}

// RestoreVersion makes an entry again what it was and returns it as it is
// stored then. What it is now becomes a version in any case, so that this can
// be undone in the same way. People and expectations that are gone for good
// stay away. An entry or a version that is not there is an ErrNotFound.
func (j *Journal) RestoreVersion(ctx context.Context, id ID, n int64) (Entry, error) {
	var e Entry
	changes, err := j.applyTogether(ctx, func(c *Changes) error {
		now, err := j.store.Entry(ctx, id)
		if err != nil {
			return err
		}
		if e, err = j.store.Version(ctx, id, n); err != nil {
			return err
		}
		e.ID, e.Created, e.Revision, e.Updated = id, now.Created, now.Revision, j.Now()
		if err := j.resolveOld(ctx, &e, c); err != nil {
			return err
		}
		c.Entries, c.KeepVersions = []Entry{e}, []ID{id}
		return nil
	})
	if err != nil {
		return Entry{}, fmt.Errorf("bring a version back: %w", err)
	}
	e.Revision++
	j.ringFor(changes, Change{Kind: EntryChanged, ID: id, Day: e.Day})
	return e, nil
}
