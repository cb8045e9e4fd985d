package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"

	"groundwork/journal"
)

// Versions lists what an entry was before, the newest first.
func (s *Store) Versions(ctx context.Context, id journal.ID) (all []journal.Version, err error) {
	err = s.read(ctx, "list the versions of an entry", func(q querier) error {
		all, err = rowsOf(ctx, q, func(row *sql.Rows) (journal.Version, error) {
			var v journal.Version
			var saved string
			if err := row.Scan(&v.N, &saved, &v.Bytes); err != nil {
				return v, err
			}
			v.Saved, err = readInstant(saved)
			return v, err
		}, `SELECT n, saved, bytes FROM versions WHERE entry = ? ORDER BY saved_ms DESC, n DESC`, string(id))
		return err
	})
	return all, err
}

// Version reads an entry as it was in one of its versions, or answers
// ErrNotFound. A version that cannot be read is an ErrDamaged.
func (s *Store) Version(ctx context.Context, id journal.ID, n int64) (e journal.Entry, err error) {
	err = s.read(ctx, "read a version of an entry", func(q querier) error {
		c, err := readChain(ctx, q, id)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(c.all, func(v *version) bool { return v.n == n })
		if at < 0 {
			return fmt.Errorf("version %d of entry %s: %w", n, id, journal.ErrNotFound)
		}
		e, err = c.all[at].decode()
		return err
	})
	return e, err
}

// History walks what an entry was before, the newest version first. Their texts
// lie in memory together, as those of a save that keeps a version do.
func (s *Store) History(ctx context.Context, id journal.ID) iter.Seq2[journal.Past, error] {
	return func(yield func(journal.Past, error) bool) {
		var c *chain
		err := s.read(ctx, "read the history of an entry", func(q querier) (err error) {
			c, err = readChain(ctx, q, id)
			return err
		})
		if err != nil {
			yield(journal.Past{}, err)
			return
		}
		for _, v := range slices.Backward(c.all) {
			if !yield(v.past(), nil) {
				return
			}
		}
	}
}

// past is the version as it is read by others.
func (v *version) past() journal.Past {
	p := journal.Past{Version: journal.Version{N: v.n, Saved: v.saved, Bytes: int64(len(v.content))}}
	p.Entry, p.Err = v.decode()
	return p
}

// decode reads the entry that an unfolded version is of.
func (v *version) decode() (e journal.Entry, err error) {
	if v.err != nil {
		return e, v.err
	}
	if err := json.Unmarshal([]byte(v.text), &e); err != nil {
		return journal.Entry{}, fmt.Errorf("%w: version %d: %w", journal.ErrDamaged, v.n, err)
	}
	return e, nil
}

// HistorySize tells how many bytes the versions of all entries take.
func (s *Store) HistorySize(ctx context.Context) (bytes int64, err error) {
	err = s.read(ctx, "measure the history", func(q querier) error {
		return q.QueryRowContext(ctx, `SELECT coalesce(sum(bytes), 0) FROM versions`).Scan(&bytes)
	})
	return bytes, err
}

// Ageing names the entries of which journal.ThinVersions lets versions go by
// now.
func (s *Store) Ageing(ctx context.Context, now time.Time) (ids []journal.ID, err error) {
	err = s.read(ctx, "look through the history", func(q querier) error {
		var entry journal.ID
		var saved []time.Time
		thin := func() {
			if slices.Contains(journal.ThinVersions(saved, now), false) {
				ids = append(ids, entry)
			}
		}
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var id journal.ID
			var ms int64
			if err := row.Scan(&id, &ms); err != nil {
				return struct{}{}, err
			}
			if id != entry {
				thin()
				entry, saved = id, saved[:0]
			}
			saved = append(saved, time.UnixMilli(ms))
			return struct{}{}, nil
		}, `SELECT entry, saved_ms FROM versions ORDER BY entry, saved_ms`)
		thin()
		return err
	})
	return ids, err
}

// readChain reads and unfolds the history of an entry.
func readChain(ctx context.Context, q querier, id journal.ID) (*chain, error) {
	c := &chain{entry: id}
	var err error
	c.all, err = rowsOf(ctx, q, func(row *sql.Rows) (*version, error) {
		v := &version{}
		var saved string
		if err := row.Scan(&v.n, &v.base, &saved, &v.savedMs, &v.content, &v.hash); err != nil {
			return nil, err
		}
		var err error
		v.saved, err = readInstant(saved)
		return v, err
	}, `SELECT n, base, saved, saved_ms, content, text_hash FROM versions WHERE entry = ? ORDER BY saved_ms, n`, string(id))
	c.unfold()
	return c, err
}

// readChains reads the histories that a change lets grow or thins, and changes
// them.
func (s *Store) readChains(ctx context.Context, c journal.Changes, keeps []journal.ID) (chains []*chain, err error) {
	if len(keeps)+len(c.ThinHistory) == 0 {
		return nil, nil
	}
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // an entry and its history are of one moment
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // it wrote nothing
	list, err := jsonText(keeps)
	if err != nil {
		return nil, err
	}
	rows, err := readEntries(ctx, tx, selectEntry+"WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.n", list)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		grown, err := readChain(ctx, tx, row.entry.ID)
		if err != nil {
			return nil, err
		}
		text, err := jsonText(row.entry)
		if err != nil {
			return nil, err
		}
		grown.grow(text, row.entry.Updated)
		grown.fold(c.At)
		chains = append(chains, grown)
	}
	for _, id := range c.ThinHistory {
		thinned, err := readChain(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		thinned.fold(c.At)
		chains = append(chains, thinned)
	}
	return chains, nil
}
