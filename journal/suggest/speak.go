package suggest

import (
	"cmp"
	"math"
	"slices"

	"groundwork/journal"
)

// What it takes for words to suggest an expectation.
const (
	leastEntries = 3   // that support it
	leastHolding = 2   // of them that hold a word, for the word to count
	leastWeight  = 1.1 // of a word: it is three times as frequent there
	leastWords   = 2   // that count
	mostWords    = 5   // that are added up
	leastRight   = 3   // remembered entries for which a suggestion would be right
	leastShare   = 0.6 // of all for which it would be made
	leastChance  = 3   // standard deviations above what chance would bring
)

// speaks tells how much the words of an entry speak for an expectation, and
// which do, the most telling first; 0 and none where it is not enough.
//
// A word tells as much as the logarithm of how much more frequent it is in the
// entries that support the expectation than in the others. The few most telling
// words of an entry are added up: a long entry is not more telling for its
// length. How much is enough, each expectation learns from what was sorted
// before: see bar.
func (m *memory) speaks(words []word, expectation journal.ID) (score float64, telling []string) {
	s := m.supports[string(expectation)]
	if s == nil || s.entries < leastEntries {
		return 0, nil
	}
	type told struct {
		word   string
		weight float64
	}
	var all []told
	for _, w := range words {
		if n, known := m.numbers[w.folded]; known {
			if weight := m.weight(s, s.holding[n], m.holding[n]-s.holding[n], 0, 0); weight > 0 {
				all = append(all, told{w.spelled, weight})
			}
		}
	}
	if len(all) < leastWords {
		return 0, nil
	}
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Compare(b.weight, a.weight) })
	for _, t := range all[:min(len(all), mostWords)] {
		score += t.weight
		telling = append(telling, t.word)
	}
	if s.bar == 0 {
		s.bar = m.bar(string(expectation), s)
	}
	if score < s.bar {
		return 0, nil
	}
	return score, telling
}

// weight is how much a word tells that stands in some of the entries that
// support an expectation and in some of the others; less entries fewer are
// among the first, and others among the second. Each count is a half higher, so
// that none is zero. 0 is nothing.
func (m *memory) weight(s *support, here, there int32, less, others int) float64 {
	if here < leastHolding || there < 0 {
		return 0
	}
	of, rest := float64(s.entries-less), float64(len(m.entries)-s.entries-others)
	weight := math.Log((float64(here) + 0.5) / (of + 1) * (rest + 1) / (float64(there) + 0.5))
	if weight < leastWeight {
		return 0
	}
	return weight
}

// bar is how much words must speak for an expectation: so much that it would be
// right for at least three of five remembered entries whose words speak as
// much, and for more of them than chance would bring. Each is judged by the others, as
// if it were new; those that support nothing are not sorted yet, and tell
// nothing. Where words do not tell the entries apart there is no such bar.
func (m *memory) bar(expectation string, s *support) float64 {
	inside, outside := make([]float64, len(m.holding)), make([]float64, len(m.holding))
	for n, here := range s.holding {
		there := m.holding[n] - here
		inside[n] = m.weight(s, here-1, there, 1, 0)
		outside[n] = m.weight(s, here, there-1, 0, 1)
	}
	var all []judged
	sorted := 0
	for _, x := range m.entries {
		if len(x.supports) == 0 {
			continue
		}
		sorted++
		right := slices.Contains(x.supports, expectation)
		weights := outside
		if right {
			weights = inside
		}
		if score := loudest(x.words, weights); score > 0 {
			all = append(all, judged{score, right})
		}
	}
	return lowestBar(all, s.entries, sorted)
}

// judged is a remembered entry: how much its words speak for an expectation,
// and whether it supports it.
type judged struct {
	score float64
	right bool
}

// lowestBar finds the lowest score from which on an expectation that so many of
// the sorted entries support would be right often enough. What chance would
// bring is that of drawing from them blindly (the hypergeometric distribution).
func lowestBar(all []judged, support, sorted int) float64 {
	slices.SortFunc(all, func(a, b judged) int { return cmp.Compare(b.score, a.score) })
	share, total := float64(support)/float64(sorted), float64(sorted)
	bar, right := math.Inf(1), 0.0
	for i, j := range all {
		if j.right {
			right++
		}
		if i+1 < len(all) && all[i+1].score == j.score {
			continue
		}
		tried := float64(i + 1)
		deviation := math.Sqrt(tried * share * (1 - share) * (total - tried) / (total - 1))
		if right >= leastRight && right >= leastShare*tried && right-tried*share > leastChance*deviation {
			bar = j.score / 2 // half way to the next lower one
			if i+1 < len(all) {
				bar += all[i+1].score / 2
			}
		}
	}
	return bar
}

// loudest adds up the highest weights of some words; 0 where too few have one.
func loudest(words []int32, weights []float64) (score float64) {
	var most [mostWords]float64 // the highest first
	for _, w := range words {
		weight := weights[w]
		for i := range most {
			if weight > most[i] {
				weight, most[i] = most[i], weight
			}
		}
	}
	if most[leastWords-1] == 0 {
		return 0
	}
	for _, weight := range most {
		score += weight
	}
	return score
}
