package lookback

import (
	"hash/fnv"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// Question chooses the question of a stretch: one that looks back, and the same
// one each time as long as the catalogue and what the user said "Not for me" to
// stay what they are. ok is false where every such question was dismissed.
func Question(c *prompts.Catalogue, dismissed []string, s journal.Span) (q prompts.Prompt, ok bool) {
	in := prompts.Input{Catalogue: c, Dismissed: dismissed, Kind: journal.Reflection, Day: s.From, Seed: seedOf(s)}
	for range mostAsked {
		choice := prompts.Pick(in)
		if choice.Again || choice.Prompt.Key == "" || choice.Reason.Code == prompts.AllDismissed {
			return prompts.Prompt{}, false
		}
		if choice.Prompt.Look == prompts.Back {
			return choice.Prompt, true
		}
		in.Walked = append(in.Walked, choice.Prompt.Key)
	}
	return prompts.Prompt{}, false
}

// mostAsked bounds the walk: about half of all questions look back.
const mostAsked = 100

// seedOf makes weeks and months ask differently.
func seedOf(s journal.Span) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.From.String() + s.Until.String())) // never fails
	return h.Sum64()
}
