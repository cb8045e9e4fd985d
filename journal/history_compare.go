package journal

import (
	"slices"
	"unicode"
)

// Past is an entry as it was in one of its versions.
type Past struct {
	Version
	Entry Entry
	Err   error // why it cannot be read, an ErrDamaged; nil where it can
}

// FieldText is what a field of an entry says, in the words of whoever shows it.
type FieldText struct {
	Field Field
	Text  string
}

// ComparedField is a field of an entry as it was and as it became, with marks
// as CompareWords gives them.
type ComparedField struct {
	Field    Field
	Old, Now []Marked
}

// Changed tells whether the field became another.
func (c ComparedField) Changed() bool { return anyChanged(c.Old) || anyChanged(c.Now) }

func anyChanged(side []Marked) bool {
	return slices.ContainsFunc(side, func(m Marked) bool { return m.Changed })
}

// CompareFields compares two states of an entry field by field. No field stands
// twice in a state; one that only one of them has is empty in the other. The
// fields come in the order of now, with those that are gone where they stood.
func CompareFields(before, now []FieldText) []ComparedField {
	was, is := textsByField(before), textsByField(now)
	order := orderOfBoth(before, now)
	all := make([]ComparedField, len(order))
	for i, f := range order {
		all[i].Field = f
		all[i].Old, all[i].Now = CompareWords(was[f], is[f])
	}
	return all
}

func textsByField(all []FieldText) map[Field]string {
	texts := make(map[Field]string, len(all))
	for _, t := range all {
		texts[t.Field] = t.Text
	}
	return texts
}

// orderOfBoth lists the fields of two states, each once.
func orderOfBoth(before, now []FieldText) []Field {
	var order []Field
	for _, t := range now {
		order = append(order, t.Field)
	}
	at := 0
	for _, t := range before {
		if i := slices.Index(order, t.Field); i >= 0 {
			at = i + 1
			continue
		}
		order = slices.Insert(order, at, t.Field)
		at++
	}
	return order
}

// CountWords counts the words that came and those that went in compared fields.
func CountWords(all []ComparedField) (came, gone int) {
	for _, c := range all {
		came += changedWords(c.Now)
		gone += changedWords(c.Old)
	}
	return came, gone
}

func changedWords(side []Marked) (n int) {
	for _, m := range side {
		if !m.Changed {
			continue
		}
		for _, word := range cutWords(m.Text) {
			if slices.ContainsFunc([]rune(word), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				n++
			}
		}
	}
	return n
}

// Stretch is a part of two compared texts: what both hold, or what only the old
// one or only the new one does.
type Stretch struct {
	Text string
	Side Side
}

// Side tells which of two compared texts holds a stretch.
type Side int

// The sides.
const (
	BothSides Side = iota
	OldSide
	NowSide
)

// Woven puts the two sides of a comparison into one text, in which what went
// stands before what came in its place.
func Woven(old, now []Marked) []Stretch {
	var all []Stretch
	rest := [2]string{} // of the stretches that are begun, which are the same on both sides
	for len(old)+len(now) > 0 || rest[0] != "" {
		switch {
		case rest[0] == "" && len(old) > 0 && old[0].Changed:
			all = append(all, Stretch{old[0].Text, OldSide})
			old = old[1:]
			continue
		case rest[1] == "" && len(now) > 0 && now[0].Changed:
			all = append(all, Stretch{now[0].Text, NowSide})
			now = now[1:]
			continue
		}
		if rest[0] == "" {
			rest[0], old = old[0].Text, old[1:]
		}
		if rest[1] == "" {
			rest[1], now = now[0].Text, now[1:]
		}
		n := min(len(rest[0]), len(rest[1]))
		all = append(all, Stretch{rest[0][:n], BothSides})
		rest[0], rest[1] = rest[0][n:], rest[1][n:]
	}
	return all
}
