package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"groundwork/journal"
)

// takenOff is an attachment in the trash, as package journal puts it there.
type takenOff struct {
	Entry      journal.ID         `json:"entry"`
	Attachment journal.Attachment `json:"attachment"`
}

// readPruned reads the histories of the entries that what goes for good was
// attached to, and takes it out of them: they would keep its file for ever.
func (s *Store) readPruned(ctx context.Context, c journal.Changes) (chains []*chain, err error) {
	gone := map[journal.ID][]journal.Attachment{}
	for _, id := range c.Forget {
		var content string
		err := s.readers.QueryRowContext(ctx, `SELECT coalesce((SELECT content FROM trash WHERE id = ? AND what = ?), '{}')`,
			string(id), journal.TrashedAttachment).Scan(&content)
		if err != nil {
			return nil, err
		}
		var t takenOff
		if err := json.Unmarshal([]byte(content), &t); err != nil {
			return nil, fmt.Errorf("%w: attachment %s in the trash: %w", journal.ErrDamaged, id, err)
		}
		if t.Entry != "" && !slices.Contains(c.Forget, t.Entry) { // else its history goes as a whole
			gone[t.Entry] = append(gone[t.Entry], t.Attachment)
		}
	}
	for entry, attachments := range gone {
		tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return nil, err
		}
		pruned, err := readChain(ctx, tx, entry)
		_ = tx.Rollback() // it wrote nothing
		if err != nil {
			return nil, err
		}
		if err := pruned.prune(attachments); err != nil {
			return nil, err
		}
		pruned.fold(c.At)
		chains = append(chains, pruned)
	}
	return chains, nil
}

// prune takes attachments out of all versions. One that cannot be read stays as
// it is, and so do all of them then.
func (c *chain) prune(gone []journal.Attachment) error {
	if c.broken {
		return nil
	}
	pruned := false
	for _, v := range c.all {
		var e journal.Entry
		if err := json.Unmarshal([]byte(v.text), &e); err != nil {
			return fmt.Errorf("%w: version %d: %w", journal.ErrDamaged, v.n, err)
		}
		left := slices.DeleteFunc(slices.Clone(e.Attachments), func(a journal.Attachment) bool {
			return slices.ContainsFunc(gone, func(g journal.Attachment) bool { return a.SHA256 == g.SHA256 && a.URL == g.URL })
		})
		if len(left) == len(e.Attachments) {
			continue
		}
		e.Attachments = left
		text, err := jsonText(e)
		if err != nil {
			return err
		}
		v.text, v.hash, pruned = text, hashOfText(text), true
	}
	for _, v := range c.all {
		v.anew = pruned
	}
	return nil
}
