package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
)

// sort says how the things of one sort are imported.
type sort[T any] struct {
	id       func(*T) *ID
	label    func(*T) string
	prepare  func(*T) // maps the IDs of a copy
	validate func(*T) error
	known    func(T) // told of each that is taken in; may be nil
}

// taken is what an import does with the things of one sort.
type taken[T any] struct {
	write, before []T
	added         []ID
}

// takeAll compares the incoming things with the stored ones.
func takeAll[T any](m *importing, incoming, stored []T, s sort[T]) taken[T] {
	var out taken[T]
	there := make(map[ID]*T, len(stored))
	for i := range stored {
		there[*s.id(&stored[i])] = &stored[i]
	}
	seen := map[ID]string{}
	for _, x := range incoming {
		s.prepare(&x)
		id, print := *s.id(&x), fingerprint(x)
		first, again := seen[id]
		switch err := s.validate(&x); {
		case err != nil:
			m.quarantine(s.label(&x), reason(err), x, false)
			continue
		case again && first != print:
			m.quarantine(s.label(&x), "Another one in the file has the same id.", x, false)
			continue
		case again:
			continue
		}
		seen[id] = print
		if s.known != nil {
			s.known(x)
		}
		old := there[id]
		if old != nil && fingerprint(*old) == print {
			continue
		}
		out.write = append(out.write, x)
		m.written[string(id)] = print
		if old == nil {
			out.added = append(out.added, id)
		} else {
			out.before = append(out.before, *old)
		}
	}
	return out
}

// quarantine leaves something out and says so.
func (m *importing) quarantine(name, why string, x any, entry bool) {
	raw, _ := encode(x)
	if name == "" {
		name = "(without a name)"
	}
	m.report.Quarantined = append(m.report.Quarantined, Quarantined{
		Name: shorten(name, 80), Reason: why, Raw: shorten(string(raw), 64<<10), Entry: entry,
	})
}

// reason is the sentence of an error.
func reason(err error) string {
	var wrong *Invalid
	if errors.As(err, &wrong) {
		return wrong.Problem
	}
	return err.Error()
}

// equal tells whether two things are written the same way.
func equal(a, b any) bool {
	x, errX := encode(a)
	y, errY := encode(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// fingerprint is short, and differs where two things are not written the same
// way.
func fingerprint(x any) string {
	text, err := encode(x)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return base64.RawURLEncoding.EncodeToString(sum[:15])
}
