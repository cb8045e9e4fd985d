package data

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"groundwork/data/salvage"
	"groundwork/journal"
)

// What is missing comes back from a backup by this rule: it comes back if the
// damaged file still names it, in the index of IDs or in a row that broke off.
// Where neither a table nor its index could be read whole, nobody can tell what
// was there; then all comes back that the newest good backup holds, for a thing
// that was deleted for good is deleted once more more easily than a lost one is
// written again. What lies in the trash stays there. Where the entry's own
// history holds a newer text than any backup, that is taken.

// filling is what is still looked for in backups.
type filling struct {
	missing map[journal.ID]bool // entries of which nothing could be read
	anyMore bool                // nobody can tell which entries there were
	tables  []*salvage.Table    // others of which something could not be read
}

func (f *filling) done(w *repairing) bool {
	return len(f.missing)+len(f.tables)+len(w.altered) == 0 && !f.anyMore
}

// fill takes what is missing from the newest good backup that holds it.
func (w *repairing) fill(ctx context.Context, s *Store) error {
	w.fromOld = map[journal.ID]bool{}
	f, err := w.wanted(ctx, s)
	if err != nil {
		return err
	}
	backups, err := w.goodBackups(ctx, s)
	if err != nil {
		return err
	}
	if w.rows.put == 0 && len(backups) == 0 {
		return journal.ErrBeyondRepair
	}
	for _, b := range backups {
		if f.done(w) {
			break
		}
		if err := w.fillFrom(ctx, s, b, f); err != nil {
			return err
		}
	}
	if err := w.fillFromHistory(ctx, s, f); err != nil {
		return err
	}
	w.tellWhatIsLeft(f)
	return nil
}

// wanted lists what is missing.
func (w *repairing) wanted(ctx context.Context, s *Store) (*filling, error) {
	f := &filling{missing: map[journal.ID]bool{}}
	for id := range w.rows.named["entries"] {
		f.missing[journal.ID(id)] = true
	}
	whole := w.rows.from.Whole
	if f.anyMore = !whole("entries") && !whole(indexOfIDs("entries")); f.anyMore {
		ids, err := s.withHistory(ctx) // who is deleted for good has none
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			f.missing[id] = true
		}
	}
	tables, err := readTables(ctx, s.readers)
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		if t.Name != "entries" && !slices.Contains(besideEntries, t.Name) && !whole(t.Name) {
			f.tables = append(f.tables, t)
		}
	}
	return f, w.forgetPresent(ctx, s, f)
}

// forgetPresent takes from what is missing the entries that are there, or in
// the trash.
func (w *repairing) forgetPresent(ctx context.Context, s *Store, f *filling) error {
	present, err := rowsOf(ctx, s.readers, scanID, `SELECT id FROM entries UNION ALL SELECT id FROM trash`)
	for _, id := range present {
		delete(f.missing, id)
	}
	return err
}

// goodBackups lists the backups of this journal, newest first: its own, and
// those in the second folder, if that can be reached.
func (w *repairing) goodBackups(ctx context.Context, s *Store) ([]journal.Backup, error) {
	all, err := w.h.listBackups(ctx, backupsIn(w.h.folder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	settings, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if second, _ := journal.ReadBackupSettings(settings); second != "" {
		more, err := w.h.listBackups(ctx, second)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err == nil {
			all = append(all, more...)
		}
	}
	slices.SortStableFunc(all, func(a, b journal.Backup) int { return b.Made.Compare(a.Made) })
	own := settings[journal.SettingJournal]
	known := w.rows.from == nil || w.rows.from.Whole("settings") // nil: nothing is wrong with the file
	return slices.DeleteFunc(all, func(b journal.Backup) bool {
		return !b.Verified || b.File == w.result.Backup || known && b.Journal != "" && b.Journal != own
	}), nil
}

// fillFrom takes from one backup what it holds of what is missing. One that
// cannot be used is passed over.
func (w *repairing) fillFrom(ctx context.Context, s *Store, b journal.Backup, f *filling) (err error) {
	from, err := w.h.openBackup(ctx, b.File)
	if err != nil {
		return ctx.Err()
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	made := b.Made.Format("2006-01-02 15:04")
	if err := w.fillTables(ctx, s, from.Store, f, made); err != nil {
		return err
	}
	if f.anyMore {
		ids, err := from.allIDs(ctx)
		if err != nil {
			return err
		}
		for _, id := range ids {
			f.missing[id] = true
		}
		f.anyMore = false
		if err := w.forgetPresent(ctx, s, f); err != nil {
			return err
		}
	}
	return w.fillEntries(ctx, s, from.Store, f, made)
}

// fillEntries takes entries from a backup, if they are sound there.
func (w *repairing) fillEntries(ctx context.Context, s, from *Store, f *filling, made string) error {
	var c journal.Changes
	for _, id := range slices.Sorted(maps.Keys(f.missing)) {
		row, err := soundEntry(ctx, from, id)
		if err != nil {
			return err
		}
		if row == nil {
			continue
		}
		past, err := newestVersion(ctx, s, id)
		if err != nil {
			return err
		}
		if past != nil && past.Saved.After(row.entry.Updated) {
			c.Restored = append(c.Restored, w.fromHistory(f, past))
			continue
		}
		c.Restored = append(c.Restored, row.entry)
		delete(f.missing, id)
		w.fromBackup(id, "The entry could not be read. It was taken from the backup of "+made+".")
	}
	for _, id := range slices.Sorted(maps.Keys(w.altered)) {
		row, err := soundEntry(ctx, from, id)
		if err != nil {
			return err
		}
		if row == nil || !w.altered[id].was(row) {
			continue
		}
		row.entry.Revision = w.altered[id].revision // which is what stands there
		c.Entries = append(c.Entries, row.entry)
		delete(w.altered, id)
		w.fromBackup(id, "The text was not what was saved. It was taken from the backup of "+made+".")
	}
	return s.Apply(ctx, c)
}

func (w *repairing) fromBackup(id journal.ID, what string) {
	w.fromOld[id] = true
	w.tell(journal.Problem{What: what, Entry: id, Repaired: true})
}

// soundEntry reads an entry whose text is what was saved; nil where there is
// none.
func soundEntry(ctx context.Context, from *Store, id journal.ID) (found *columnRow, err error) {
	rows, err := readEntries(ctx, from.readers, selectEntry+"WHERE e.id = ?", string(id))
	if errors.Is(err, journal.ErrDamaged) {
		return nil, nil
	}
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	if same, err := rows[0].asSaved(); err != nil || !same {
		return nil, err
	}
	return rows[0], nil
}

// tellWhatIsLeft reports what no backup holds.
func (w *repairing) tellWhatIsLeft(f *filling) {
	for _, id := range slices.Sorted(maps.Keys(w.altered)) {
		w.tell(journal.Problem{What: "The text is not what was saved, and no backup holds it. It stays as it can be read.", Entry: id})
	}
	for _, id := range slices.Sorted(maps.Keys(f.missing)) {
		w.tell(journal.Problem{What: "The entry could not be read, and no backup holds it.", Entry: id})
		w.result.Lost++
	}
	if f.anyMore {
		w.tell(journal.Problem{What: "Entries may be missing: nothing tells any more how many there were."})
	}
	for _, t := range f.tables {
		w.tell(journal.Problem{What: "Part of " + wordsFor(t.Name) + " could not be read and may be missing."})
	}
}
