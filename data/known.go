package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"groundwork/journal"
)

// known asks what has to be known of the journal to make c's statements. It
// asks before the write begins. Another process may write in between: what
// must not have changed by then, the statements count on themselves.
func (s *Store) known(ctx context.Context, c journal.Changes) (known, error) {
	s.open.RLock()
	defer s.open.RUnlock()
	k := known{lists: map[journal.ID]string{}, bulkFrom: s.bulkFrom}
	if err := s.readTouched(ctx, &k, c); err != nil {
		return k, err
	}
	keeps, err := s.readChanged(ctx, &k, c)
	if err != nil {
		return k, err
	}
	if k.chains, err = s.readChains(ctx, c, keeps); err != nil {
		return k, err
	}
	if k.unwanted, err = s.readUnwanted(ctx, c.Forget); err != nil {
		return k, err
	}
	pruned, err := s.readPruned(ctx, c)
	if err != nil {
		return k, err
	}
	k.chains = append(k.chains, pruned...)
	k.moved = len(k.lists) + len(k.touched) + len(c.RemoveEntries) + len(c.RemoveAt)
	for _, p := range c.People {
		if err := s.countMoved(ctx, &k, p.ID, p.Name); err != nil {
			return k, err
		}
	}
	for _, id := range c.RemovePeople {
		if err := s.countMoved(ctx, &k, id, ""); err != nil {
			return k, err
		}
	}
	if k.moved < k.bulkFrom {
		return k, nil
	}
	return k, s.readers.QueryRowContext(ctx, `SELECT count(*) FROM entries`).Scan(&k.entries)
}

// readChanged reads what has to be known of the entries that are replaced, and
// names those of which what is stored becomes a version.
func (s *Store) readChanged(ctx context.Context, k *known, c journal.Changes) (keeps []journal.ID, err error) {
	for i := range c.Entries {
		if c.Entries[i].Revision == 0 {
			continue
		}
		id := c.Entries[i].ID
		var hash, created, updated string
		var last sql.NullString
		err := s.readers.QueryRowContext(ctx, selectChanged, string(id), c.Entries[i].Revision).Scan(&hash, &created, &updated, &last)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, fmt.Errorf("%w: the stored entry has another revision", journal.ErrConflict)
		}
		if err != nil {
			return nil, err
		}
		k.lists[id] = hash
		if last.Valid {
			created = last.String
		}
		var f firstError
		due := journal.KeepsVersion(f.instant(updated), f.instant(created), c.At)
		if f.err != nil {
			return nil, f.err
		}
		if !c.At.IsZero() && (due || slices.Contains(c.KeepVersions, id)) {
			keeps = append(keeps, id)
		}
	}
	return keeps, nil
}

const selectChanged = `SELECT e.lists_hash, e.created, e.updated,
		(SELECT saved FROM versions WHERE entry = e.id ORDER BY saved_ms DESC, n DESC LIMIT 1)
	FROM entries AS e WHERE e.id = ? AND e.revision = ?`

// countMoved counts the entries that name a person who gets another name.
func (s *Store) countMoved(ctx context.Context, k *known, id journal.ID, name string) error {
	var n int
	err := s.readers.QueryRowContext(ctx, `SELECT count(*) FROM (
			SELECT entry FROM entry_people WHERE person = ?1
			UNION SELECT n FROM entries WHERE feedback_giver = ?1 AND feedback_giver <> '')
		WHERE NOT EXISTS (SELECT 1 FROM people WHERE id = ?1 AND name = ?2)`, string(id), name).Scan(&n)
	k.moved += n
	return err
}

// readTouched reads the entries that get other tags, people or evidence.
func (s *Store) readTouched(ctx context.Context, k *known, c journal.Changes) error {
	ids := slices.Collect(maps.Keys(c.Tags))
	ids = slices.AppendSeq(ids, maps.Keys(c.Named))
	ids = slices.AppendSeq(ids, maps.Keys(c.Evidence))
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil
	}
	list, err := jsonText(ids)
	if err != nil {
		return err
	}
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // an entry and its lists are of one moment
	if err != nil {
		return err
	}
	defer tx.Rollback() // it wrote nothing
	k.touched, err = readEntries(ctx, tx, selectEntry+"WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.n", list)
	if err == nil && len(k.touched) < len(ids) {
		err = fmt.Errorf("%d entries that were to get other tags, people or evidence: %w", len(ids)-len(k.touched), journal.ErrNotFound)
	}
	return err
}
