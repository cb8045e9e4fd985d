package journal

import (
	"cmp"
	"slices"
	"time"
)

// BackupRule says which backups are kept.
type BackupRule struct {
	Days, Weeks, Months int           // of so many of each that have a backup, the newest one
	Special             time.Duration // those made by hand or before something risky are all kept for so long
	Bytes               int64         // beyond so much room the oldest go, too; 0: no bound
}

// DefaultBackupRule keeps 7 daily, 8 weekly and 24 monthly backups, and for
// thirty days every one that was made by hand or before something risky.
func DefaultBackupRule() BackupRule {
	return BackupRule{Days: 7, Weeks: 8, Months: 24, Special: 30 * 24 * time.Hour, Bytes: defaultBackupBytes}
}

// Thin names the backups that need not be kept. Days, weeks and months without
// a backup do not count, so that a pause in writing costs no backup. The
// newest is always kept. So is what stands for no other one: what is not
// verified, which only a person may judge, and what was made in the future,
// when the clock was wrong. now gives the zone in which days are counted.
func (r BackupRule) Thin(all []Backup, now time.Time) (gone []Backup) {
	sound := slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return !b.Verified || b.Made.After(now) })
	slices.SortStableFunc(sound, func(a, b Backup) int {
		return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.File, a.File)) // newest first
	})
	kept := r.newestOfEach(sound, now.Location())
	var bytes int64
	for i, b := range sound {
		safe := i == 0 || b.Why.special() && now.Sub(b.Made) < r.Special
		if safe || kept[i] && (r.Bytes == 0 || bytes+b.Bytes <= r.Bytes) {
			bytes += b.Bytes
			continue
		}
		if kept[i] {
			// The room is used up: what is older goes, however small it is.
			bytes = r.Bytes
		}
		gone = append(gone, b)
	}
	return gone
}

// newestOfEach marks the newest backup of each of the last days, weeks and
// months; sound is sorted, newest first.
func (r BackupRule) newestOfEach(sound []Backup, zone *time.Location) []bool {
	kept := make([]bool, len(sound))
	for _, period := range []struct {
		count int
		of    func(time.Time) [2]int
	}{
		{r.Days, func(t time.Time) [2]int { return [2]int{t.Year(), t.YearDay()} }},
		{r.Weeks, func(t time.Time) [2]int { year, week := t.ISOWeek(); return [2]int{year, week} }},
		{r.Months, func(t time.Time) [2]int { return [2]int{t.Year(), int(t.Month())} }},
	} {
		seen := map[[2]int]bool{}
		for i, b := range sound {
			if key := period.of(b.Made.In(zone)); !seen[key] && len(seen) < period.count {
				seen[key], kept[i] = true, true
			}
		}
	}
	return kept
}

// BackupDue tells whether it is time for the daily backup of a journal with
// this stamp: today, by now's zone, none was made yet, and something changed
// since the newest one. One that seems to be of a later day is of a clock that
// went wrong, and does not count.
func BackupDue(all []Backup, stamp string, now time.Time) bool {
	var newest *Backup
	for i := range all {
		b := &all[i]
		switch {
		case !b.Verified || b.Made.After(now):
		case newest == nil || b.Made.After(newest.Made):
			newest = b
		}
	}
	return newest == nil || newest.Stamp != stamp && DayOf(newest.Made.In(now.Location())) != DayOf(now)
}
