package data

import (
	"context"
	"database/sql"
	"fmt"

	"groundwork/journal"
)

// Packs lists the evidence packs, newest first.
func (s *Store) Packs(ctx context.Context) (all []journal.Pack, err error) {
	err = s.read(ctx, "list packs", func(q querier) error {
		at := map[int64]int{} // where in all a pack's number is
		_, err := rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			n, p, err := scanPack(row)
			at[n] = len(all)
			all = append(all, p)
			return struct{}{}, err
		}, `SELECT n, id, title, audience, made, given, given_to, given_on, given_answer, given_next_on, given_application, given_extra, extra
			FROM packs ORDER BY made_ms DESC, n DESC`)
		if err != nil {
			return err
		}
		_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n int64
			var each journal.Section
			var extra string
			if err := row.Scan(&n, &each.Key, &each.Title, &extra); err != nil {
				return struct{}{}, err
			}
			var err error
			each.Extra, err = readExtra(extra)
			p, known := at[n]
			if !known {
				return struct{}{}, errLostPart
			}
			all[p].Sections = append(all[p].Sections, each)
			return struct{}{}, err
		}, `SELECT pack, key, title, extra FROM pack_sections ORDER BY pack, position`)
		if err != nil {
			return err
		}
		_, err = rowsOf(ctx, q, func(row *sql.Rows) (struct{}, error) {
			var n, section int64
			var b journal.Bullet
			var entries, extra string
			if err := row.Scan(&n, &section, &b.Text, &b.Edited, &b.Out, &entries, &extra); err != nil {
				return struct{}{}, err
			}
			var f firstError
			b.Entries, b.Extra = keep(&f, readList[journal.ID], entries), f.extra(extra)
			p, known := at[n]
			if !known || section < 0 || section >= int64(len(all[p].Sections)) {
				return struct{}{}, errLostPart
			}
			in := &all[p].Sections[section]
			in.Bullets = append(in.Bullets, b)
			return struct{}{}, f.err
		}, `SELECT pack, section, text, edited, left_out, entries, extra FROM pack_bullets ORDER BY pack, section, position`)
		return err
	})
	return all, err
}

// errLostPart says that a part of a pack belongs to nothing that is there.
var errLostPart = fmt.Errorf("%w: a part of a pack whose whole is gone", journal.ErrDamaged)

func scanPack(row *sql.Rows) (n int64, p journal.Pack, err error) {
	var g journal.Given
	var given bool
	var made, on, nextOn, givenExtra, extra string
	err = row.Scan(&n, &p.ID, &p.Title, &p.Audience, &made, &given, &g.To, &on, &g.Answer, &nextOn, &g.Application, &givenExtra, &extra)
	if err != nil {
		return n, p, err
	}
	var f firstError
	p.Made, p.Extra = f.instant(made), f.extra(extra)
	if given {
		g.On, g.NextOn, g.Extra = f.day(on), f.day(nextOn), f.extra(givenExtra)
		p.Given = &g
	}
	return n, p, f.err
}
