package prompts

import (
	"hash/fnv"
	"strconv"
	"strings"

	"groundwork/journal"
)

// OwnKey is the key of a question of the user's own, as it stands in entries
// and among the dismissed.
func OwnKey(id journal.ID) string { return journal.OwnPromptPrefix + string(id) }

// candidates lists everything that could be asked, always in the same order.
func candidates(c *Catalogue, own []journal.OwnPrompt) []candidate {
	all := make([]candidate, 0, len(c.prompts)+len(own))
	for at := range c.Prompts() {
		all = append(all, candidate{
			Prompt:        *at.Prompt,
			element:       at.Element.Key,
			framework:     at.Framework.Key,
			source:        at.Source.Key,
			frameworkName: at.Framework.Name,
		})
	}
	for _, o := range own {
		if !o.Paused && strings.TrimSpace(o.Text) != "" {
			all = append(all, ownCandidate(c, o))
		}
	}
	return all
}

// ownCandidate puts an own question into the framework of its element. Without
// one it belongs to one of a few frameworks that only own questions make up:
// few, so that many own questions do not drown the catalogue.
func ownCandidate(c *Catalogue, o journal.OwnPrompt) candidate {
	key := OwnKey(o.ID)
	out := candidate{Prompt: Prompt{Key: key, Text: o.Text, Kind: o.Kind}, own: true}
	if at, ok := c.Element(o.Element); ok {
		out.element, out.framework, out.source = at.Element.Key, at.Framework.Key, at.Source.Key
		out.frameworkName = at.Framework.Name
		return out
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(key)) // a hash never fails to write
	out.framework = journal.OwnPromptPrefix + strconv.Itoa(int(h.Sum32()%ownGroups))
	out.element, out.source = "", journal.OwnPromptPrefix
	return out
}

// dayNumber counts days from a fixed one.
func dayNumber(d journal.Day) int {
	return journal.Day{Year: 1, Month: 1, Date: 1}.DaysUntil(d)
}

func setOf(keys []string) map[string]bool {
	set := make(map[string]bool, len(keys))
	for _, k := range keys {
		set[k] = true
	}
	return set
}

func keep[T any](all []T, when func(T) bool) []T {
	out := make([]T, 0, len(all))
	for _, x := range all {
		if when(x) {
			out = append(out, x)
		}
	}
	return out
}
