package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// past puts a sentence of the writer's into the form of a line in a list of
// what was done: "I" at its head goes, and a verb behind it that is in the
// present goes into the past. It does so only where nothing can go wrong, for a
// wrong word in somebody's mouth is worse than a present tense: the verb is one
// of those below, and no other one of them stands in the sentence, which would
// have to change as well. Everything else stays as it is written.
//
// That a line is in the past tense is the product's own rule: what the document
// "Going After That Management Position" has somebody bring is examples, and
// these have happened.
func past(text string) string {
	end := sentenceEnd(text)
	sentence, rest := text[:end], text[end:]
	after, said := strings.CutPrefix(sentence, "I ")
	if !said || after == "" {
		return text
	}
	verb, _, _ := strings.Cut(after, " ")
	bare := strings.TrimRight(verb, ".,;:!?")
	was := pastOf(bare)
	switch {
	case was != "" && !otherVerb(after[len(verb):]):
		return capital(was) + after[len(bare):] + rest
	case was == "" && isPast(bare):
		return capital(after) + rest
	}
	return text
}

// otherVerb tells whether one of the verbs stands in a text.
func otherVerb(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		return pastOf(strings.ToLower(strings.Trim(word, ".,;:!?()\"“”"))) != ""
	})
}

// isPast tells whether a word behind "I" is a verb in the past: one of the
// irregular ones below, or one that ends as the regular ones do.
func isPast(word string) bool {
	if slices.Contains([]string{"need", "feed", "speed", "exceed", "proceed", "succeed", "heed", "bleed", "breed"}, word) {
		return false
	}
	if strings.HasSuffix(word, "ed") && len(word) > len("xed") {
		return true
	}
	if word != "" && strings.Contains(workVerbs, ">"+word+" ") {
		return true
	}
	return slices.Contains([]string{"did", "went", "was", "came", "let", "set", "put", "cut", "sent", "split"}, word)
}

// workVerbs are verbs of work whose present form, behind "I", can be nothing
// else, each with its past. Those that look alike in both are not among them.
const workVerbs = " " +
	"agree>agreed ask>asked begin>began bring>brought build>built change>changed coach>coached " +
	"coordinate>coordinated create>created decide>decided delay>delayed delegate>delegated deliver>delivered design>designed " +
	"develop>developed drive>drove explain>explained facilitate>facilitated find>found fix>fixed get>got give>gave " +
	"hand>handed help>helped hire>hired hold>held improve>improved introduce>introduced keep>kept launch>launched " +
	"lead>led listen>listened make>made manage>managed mentor>mentored move>moved negotiate>negotiated " +
	"offer>offered organise>organised organize>organized own>owned plan>planned prepare>prepared present>presented " +
	"propose>proposed reduce>reduced remove>removed replace>replaced resolve>resolved rewrite>rewrote run>ran " +
	"save>saved share>shared show>showed simplify>simplified solve>solved speak>spoke start>started stop>stopped " +
	"support>supported take>took talk>talked teach>taught tell>told train>trained turn>turned win>won work>worked " +
	"write>wrote "

// pastOf gives the past of one of the verbs of work, or "".
func pastOf(verb string) string {
	_, after, found := strings.Cut(workVerbs, " "+verb+">")
	if !found || verb == "" {
		return ""
	}
	was, _, _ := strings.Cut(after, " ")
	return was
}

// capital gives a text a capital at its head.
func capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}
