package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"groundwork/journal"
)

// yesNo is how yes and no are stored.
func yesNo(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// instant is how a point in time is stored: RFC 3339 with its offset, and
// nothing for none. RFC 3339 has no seconds in an offset; a time that has
// them is stored in UTC, so that the instant stays exact.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return t.Format(time.RFC3339Nano)
}

// readInstant reads what instant wrote.
func readInstant(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: an instant cannot be read: %w", journal.ErrDamaged, err)
	}
	return t, nil
}

// readDay reads a stored day; nothing is the zero Day.
func readDay(text string) (journal.Day, error) {
	if text == "" {
		return journal.Day{}, nil
	}
	d, err := journal.ReadDay(text)
	if err != nil {
		return journal.Day{}, fmt.Errorf("%w: a day cannot be read", journal.ErrDamaged)
	}
	return d, nil
}

// extraText is how unknown members are stored: a JSON object, and nothing for
// none.
func extraText(x journal.Extra) (string, error) {
	if len(x) == 0 {
		return "", nil
	}
	return jsonText(x)
}

// readExtra reads what extraText wrote.
func readExtra(text string) (journal.Extra, error) {
	if text == "" {
		return nil, nil
	}
	var x journal.Extra
	if err := json.Unmarshal([]byte(text), &x); err != nil {
		return nil, fmt.Errorf("%w: unknown members cannot be read: %w", journal.ErrDamaged, err)
	}
	return x, nil
}

// jsonText writes v as JSON and leaves <, > and & as they are, so that what
// is read back is the same byte for byte.
func jsonText(v any) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", fmt.Errorf("%w: unknown members are not JSON: %w", journal.ErrInvalid, err)
	}
	return string(bytes.TrimSuffix(out.Bytes(), []byte("\n"))), nil
}

// listText is how a plain list of texts lies in one column.
func listText[T ~string](list []T) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	return jsonText(list)
}

// readList reads what listText wrote.
func readList[T ~string](text string) ([]T, error) {
	if text == "" {
		return nil, nil
	}
	var list []T
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return nil, fmt.Errorf("%w: a list cannot be read: %w", journal.ErrDamaged, err)
	}
	return list, nil
}

// firstError keeps the first error of several conversions, so that a row is
// read in straight lines.
type firstError struct{ err error }

func (f *firstError) day(text string) journal.Day   { return keep(f, readDay, text) }
func (f *firstError) instant(text string) time.Time { return keep(f, readInstant, text) }
func (f *firstError) extra(text string) journal.Extra {
	return keep(f, readExtra, text)
}

// extraText converts the other way, for writing.
func (f *firstError) extraText(x journal.Extra) string { return keep(f, extraText, x) }

func keep[In, Out any](f *firstError, convert func(In) (Out, error), in In) Out {
	out, err := convert(in)
	if err != nil && f.err == nil {
		f.err = err
	}
	return out
}
