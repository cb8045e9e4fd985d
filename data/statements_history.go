package data

// histories writes the chains that changed. What another one wrote meanwhile is
// seen by the base: then nothing is written, and it is an ErrConflict.
func (l *list) histories(all []*chain) {
	for _, c := range all {
		for _, v := range c.all {
			if v.n == 0 {
				l.one(`INSERT INTO versions (entry, saved, saved_ms, base, content, text_hash) VALUES (?, ?, ?, 0, ?, ?)`,
					string(c.entry), instant(v.saved), v.savedMs, v.text, v.hash)
			}
		}
		for _, v := range c.all {
			if v.n == 0 || !v.moved {
				continue
			}
			switch {
			case v.from == nil:
				l.one(tellFromOther, v.content, v.hash, int64(0), v.n, v.base)
			case v.from.n == 0:
				l.one(tellFromNewest, v.content, v.hash, string(c.entry), v.n, v.base)
			default:
				l.one(tellFromOther, v.content, v.hash, v.from.n, v.n, v.base)
			}
		}
		for _, v := range c.gone {
			l.one(`DELETE FROM versions WHERE n = ? AND base = ?`, v.n, v.base)
		}
	}
}

const (
	tellFromOther = `UPDATE versions SET content = ?, text_hash = ?, base = ? WHERE n = ? AND base = ?`

	tellFromNewest = `UPDATE versions SET content = ?, text_hash = ?, base = (SELECT max(n) FROM versions WHERE entry = ?) WHERE n = ? AND base = ?`

	// dropOldest leaves the newest versions, as many as the bound has room for.
	// The versions of an entry go from the oldest on, so that none is left that
	// is told from one that is gone.
	dropOldest = `DELETE FROM versions WHERE n IN (
		SELECT n FROM (SELECT n, sum(bytes) OVER (ORDER BY saved_ms DESC, n DESC) AS upTo FROM versions) WHERE upTo > ?)`
)
