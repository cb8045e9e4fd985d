package journal

import (
	"context"
	"fmt"
	"strconv"
)

// DefaultHistoryMB is how much room the history of all entries takes at most,
// in MB, where SettingHistoryMB says nothing else.
const DefaultHistoryMB = 100

// thinAtOnce is how many histories are thinned in one transaction, so that
// nobody who saves has to wait for long.
const thinAtOnce = 50

// Tidy does what time asks for, at the start and once a day: it finishes what was
// being deleted for good when the program was closed, thins the versions that
// have come of age, keeps all of them within their bound, and deletes for good
// what the settings want out of the trash.
func (j *Journal) Tidy(ctx context.Context) error {
	if err := j.store.Apply(ctx, Changes{Wipe: true}); err != nil {
		return fmt.Errorf("finish what is deleted for good: %w", err)
	}
	if err := j.thinHistory(ctx); err != nil {
		return fmt.Errorf("thin the history: %w", err)
	}
	if err := j.emptyOldTrash(ctx); err != nil {
		return fmt.Errorf("empty the trash of what is old: %w", err)
	}
	return nil
}

func (j *Journal) thinHistory(ctx context.Context) error {
	ids, err := j.store.Ageing(ctx, j.now())
	if err != nil {
		return err
	}
	for len(ids) > 0 {
		some := ids[:min(thinAtOnce, len(ids))]
		ids = ids[len(some):]
		_, err := j.applyTogether(ctx, func(c *Changes) error {
			c.ThinHistory = some
			return nil
		})
		if err != nil {
			return err
		}
	}
	bound, err := j.historyBound(ctx)
	if err != nil {
		return err
	}
	size, err := j.store.HistorySize(ctx)
	if err != nil || size <= bound {
		return err
	}
	return j.store.Apply(ctx, Changes{At: j.now(), HistoryBound: bound})
}

// historyBound is how many bytes the history may take.
func (j *Journal) historyBound(ctx context.Context) (int64, error) {
	value, err := j.Setting(ctx, SettingHistoryMB)
	mb, ok := readHistoryMB(value)
	if !ok {
		mb = DefaultHistoryMB
	}
	return int64(mb) << 20, err
}

// readHistoryMB reads a bound of the history; nothing stands for the default.
func readHistoryMB(value string) (mb int, ok bool) {
	if value == "" {
		return DefaultHistoryMB, true
	}
	mb, err := strconv.Atoi(value)
	return mb, err == nil && mb >= 1 && mb <= 100_000
}

// emptyOldTrash deletes for good what has lain in the trash for as long as the
// settings say.
func (j *Journal) emptyOldTrash(ctx context.Context) error {
	value, err := j.Setting(ctx, SettingTrashDays)
	if err != nil {
		return err
	}
	days, ok := readTrashDays(value)
	if !ok || days == 0 {
		return nil // what cannot be read must not delete anything
	}
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return err
	}
	return j.forget(ctx, DueInTrash(trash, days, j.now()))
}

// readTrashDays reads after how many days the trash is emptied; nothing, or 0,
// stands for never.
func readTrashDays(value string) (days int, ok bool) {
	if value == "" {
		return 0, true
	}
	days, err := strconv.Atoi(value)
	return days, err == nil && days >= 0 && days <= 36_500
}
