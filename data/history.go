package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"groundwork/journal"
)

// chain is the history of one entry: each version but the newest is told by
// what is different from the next newer one. It is unfolded to be changed, and
// folded again.
type chain struct {
	entry  journal.ID
	all    []*version // the oldest first
	gone   []*version // those that were dropped
	broken bool       // it cannot be read: it stays as it is, and may grow
}

// version is a row of the table versions.
type version struct {
	n       int64 // 0: it is not stored yet
	base    int64 // n of the one it is stored as told from; 0: whole
	saved   time.Time
	savedMs int64
	content string
	hash    string
	text    string // the whole, once it is unfolded
	err     error  // why it could not be

	from  *version // the one it is told from, once it is folded; nil: none
	moved bool     // that is another one than it is stored with
	anew  bool     // its text, or that of the one it is told from, is another than what is stored
}

func hashOfText(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}

// unfold gives every version its whole text, or the reason why it has none.
func (c *chain) unfold() {
	read := make(map[int64]*version, len(c.all))
	for _, v := range slices.Backward(c.all) {
		v.text, v.err = v.whole(read[v.base])
		if v.err == nil && hashOfText(v.text) != v.hash {
			v.err = fmt.Errorf("%w: version %d is not what was saved", journal.ErrDamaged, v.n)
		}
		c.broken = c.broken || v.err != nil
		read[v.n] = v
	}
}

// whole gives the text of a version that is told from a base.
func (v *version) whole(base *version) (string, error) {
	switch {
	case v.base == 0:
		return v.content, nil
	case base == nil:
		return "", fmt.Errorf("%w: version %d is told from one that is gone", journal.ErrDamaged, v.n)
	case base.err != nil:
		return "", base.err
	}
	return retell(base.text, v.content)
}

// grow adds a newest version.
func (c *chain) grow(text string, saved time.Time) {
	v := &version{saved: saved, savedMs: saved.UnixMilli(), content: text, hash: hashOfText(text), text: text}
	if n := len(c.all); n > 0 {
		v.savedMs = max(v.savedMs, c.all[n-1].savedMs) // a clock may go back
	}
	c.all = append(c.all, v)
}

// fold drops the versions that are to go by now and tells each that stays from
// the next newer one.
func (c *chain) fold(now time.Time) {
	if c.broken {
		return
	}
	stays := journal.ThinVersions(c.times(), now)
	var left []*version
	for i, v := range c.all {
		switch {
		case stays[i]:
			left = append(left, v)
		case v.n != 0:
			c.gone = append(c.gone, v)
		}
	}
	c.all = left
	for i, v := range left {
		if i == len(left)-1 {
			v.tell(nil)
		} else {
			v.tell(left[i+1])
		}
	}
}

// times are those by which versions are thinned.
func (c *chain) times() []time.Time {
	times := make([]time.Time, len(c.all))
	for i, v := range c.all {
		times[i] = time.UnixMilli(v.savedMs)
	}
	return times
}

// tell tells the version from another one, or whole where there is none.
func (v *version) tell(from *version) {
	v.from = from
	same := from == nil && v.base == 0 || from != nil && from.n != 0 && from.n == v.base
	switch {
	case same && !v.anew:
		return
	case from == nil:
		v.content = v.text
	default:
		v.content = tellFrom(from.text, v.text)
	}
	v.moved = true
}

// size is how many bytes the versions take.
func (c *chain) size() (bytes int) {
	for _, v := range c.all {
		bytes += len(v.content)
	}
	return bytes
}
