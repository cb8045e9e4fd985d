package journal

import (
	"context"
	"fmt"
)

// When it is time to offer to protect a plain journal: by then it holds what
// its writer would not like to lose to others.
const (
	offerAfterDays    = 3  // with entries, before today
	offerAfterEntries = 10 // in all
)

// OfferProtection tells whether it is time to offer to protect the journal,
// which is a plain one: the offer was not answered yet, and there are entries of
// three days before today, or ten.
func (j *Journal) OfferProtection(ctx context.Context) (bool, error) {
	answered, err := j.Setting(ctx, SettingProtectionOffered)
	if err != nil || answered == "true" {
		return false, err
	}
	counts, err := j.store.DayCounts(ctx, Filter{})
	if err != nil {
		return false, fmt.Errorf("count the days with entries: %w", err)
	}
	return offerProtection(counts, j.Today(ctx)), nil
}

// offerProtection tells whether a journal with entries on these days holds
// enough for the offer.
func offerProtection(counts []DayCount, today Day) bool {
	days, entries := map[Day]bool{}, 0
	for _, c := range counts {
		entries += c.Count
		if c.Day.Before(today) {
			days[c.Day] = true
		}
	}
	return len(days) >= offerAfterDays || entries >= offerAfterEntries
}
