package data

import (
	"context"
	"database/sql"

	"groundwork/journal"
)

// selectAnswers counts from an index alone: no text of an entry is read.
const selectAnswers = `SELECT prompt_key, count(*), max(day) FROM entries WHERE prompt_key <> '' GROUP BY prompt_key`

// Answers tells for each prompt, by key, how many entries answer it and when
// the last did.
func (s *Store) Answers(ctx context.Context) (map[string]journal.Answered, error) {
	all := map[string]journal.Answered{}
	err := s.read(ctx, "count the answers", func(q querier) error {
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var key, last string
			var a journal.Answered
			if err := row.Scan(&key, &a.Count, &last); err != nil {
				return struct{}{}, err
			}
			var err error
			a.Last, err = readDay(last)
			all[key] = a
			return struct{}{}, err
		}, selectAnswers)
		return err
	})
	return all, err
}

// selectAnswering picks the newest answers from the index, and only then reads
// the rows themselves.
const selectAnswering = `SELECT ` + lineColumns + ` FROM entries AS e WHERE e.n IN (
		SELECT n FROM entries WHERE prompt_key <> '' AND prompt_key >= ? AND prompt_key < ?
		ORDER BY day DESC, created_ms DESC, n DESC LIMIT ?)
	` + newestFirst

// Answering reads up to limit short forms of the entries whose prompt's key
// begins with prefix, newest first; limit 0 means all of them.
func (s *Store) Answering(ctx context.Context, prefix string, limit int) (all []journal.Line, err error) {
	err = s.read(ctx, "list the answers", func(q querier) error {
		all, err = rowsOf(ctx, q, scanLine, selectAnswering, prefix, behind(prefix), noLimit(limit))
		return err
	})
	return all, err
}

// behind is the first text after all that begin with prefix. No byte of UTF-8
// is the highest there is.
func behind(prefix string) string {
	if prefix == "" {
		return "\xff"
	}
	end := []byte(prefix)
	end[len(end)-1]++
	return string(end)
}
