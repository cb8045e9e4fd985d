package data

import (
	"encoding/json"
	"fmt"

	"groundwork/journal"
)

// tellFrom tells a text by what is different from a base: as a JSON list of
// texts and of stretches [from, to) of the base, in bytes. retell reads it.
func tellFrom(base, text string) string {
	old, now := journal.CompareWords(base, text)
	parts := []any{}
	at := 0 // in the base
	for _, m := range now {
		if m.Changed {
			parts = append(parts, m.Text)
			continue
		}
		for left := len(m.Text); left > 0; {
			for old[0].Changed || old[0].Text == "" {
				at += len(old[0].Text)
				old = old[1:]
			}
			n := min(left, len(old[0].Text))
			parts = append(parts, [2]int{at, at + n})
			at, left = at+n, left-n
			old[0].Text = old[0].Text[n:]
		}
	}
	told, err := jsonText(parts)
	if err != nil {
		return "" // texts and numbers are always JSON
	}
	return told
}

// retell puts a text together from its base.
func retell(base, told string) (string, error) {
	var parts []json.RawMessage
	if err := json.Unmarshal([]byte(told), &parts); err != nil {
		return "", fmt.Errorf("%w: a version cannot be read: %w", journal.ErrDamaged, err)
	}
	var text []byte
	for _, p := range parts {
		var own string
		var stretch [2]int
		switch {
		case json.Unmarshal(p, &own) == nil:
			text = append(text, own...)
		case json.Unmarshal(p, &stretch) == nil && 0 <= stretch[0] && stretch[0] <= stretch[1] && stretch[1] <= len(base):
			text = append(text, base[stretch[0]:stretch[1]]...)
		default:
			return "", fmt.Errorf("%w: a version is told from what its base does not hold", journal.ErrDamaged)
		}
	}
	return string(text), nil
}
