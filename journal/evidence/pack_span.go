package evidence

import (
	"encoding/json"
	"maps"
	"strconv"

	"groundwork/journal"
)

// Look is over which time a pack looks.
type Look string

// The times a pack can look over.
const (
	LookReview Look = "review" // the review period of the plan
	LookYear   Look = "year"   // this year
	LookAll    Look = "all"
)

// lookName is the member of a pack's JSON that says over which time it looks;
// groundwork-journal/1 names none.
const lookName = "looksOver"

// LookOver has a pack look over another time.
func LookOver(p journal.Pack, l Look) journal.Pack {
	p = p.Clone()
	p.Extra = maps.Clone(p.Extra)
	if p.Extra == nil {
		p.Extra = journal.Extra{}
	}
	p.Extra[lookName] = json.RawMessage(strconv.Quote(string(l)))
	return p
}

// LooksOver tells over which time a pack looks: the review period unless it
// says otherwise.
func LooksOver(p journal.Pack) Look {
	var l Look
	if json.Unmarshal(p.Extra[lookName], &l) != nil || l != LookYear && l != LookAll {
		return LookReview
	}
	return l
}

// Filter lets the entries of that time pass.
func (l Look) Filter(plan journal.Plan, today journal.Day) journal.Filter {
	switch l {
	case LookYear:
		return journal.Filter{Since: journal.Day{Year: today.Year, Month: 1, Date: 1}}
	case LookAll:
		return journal.Filter{}
	}
	span := ReviewPeriod(plan, today).Span()
	return journal.Filter{Since: span.From, Until: span.Until}
}
