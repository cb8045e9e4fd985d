package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// proposeKind guesses what a pasted text is about: feedback where it begins
// with a quotation or says what somebody said, an application where somebody
// applied, a moment where it begins with something done, else a reflection. It
// is no more than a proposal, and reads English and German.
func proposeKind(text string) Kind {
	words := plainWords(text)
	switch {
	case quotation(text) != "" || isSaid(words) || saidInGerman(words):
		return FeedbackKind
	case isApplied(words) || appliedInGerman(words):
		return ApplicationKind
	case isDone(words) || doneInGerman(text, words):
		return MomentKind
	}
	return Reflection
}

// wordsRead is how many words of a text are looked at.
const wordsRead = 40

// plainWords gives the first words of a text, in lower case and without the
// marks around them.
func plainWords(text string) []string {
	var words []string
	for word := range strings.FieldsSeq(text) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		words = append(words, strings.ToLower(word))
		if len(words) == wordsRead {
			break
		}
	}
	return words
}

// quotation gives what stands between the quotation marks with which a text
// begins, or nothing.
func quotation(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	ends := map[rune]string{'"': `"`, '“': `”"`, '„': "“”", '«': "»", '»': "«", '‘': "’"}[first]
	if ends == "" {
		return ""
	}
	inside := text[size:]
	if end := strings.LastIndexAny(inside, ends); end >= 0 {
		return strings.TrimSpace(inside[:end])
	}
	return ""
}

// isSaid tells whether a text begins with what somebody else said: "Lena said",
// "Tomas told me".
func isSaid(words []string) bool {
	const farthest = 3 // "My new manager said"
	for i, word := range words[:min(len(words), farthest+1)] {
		switch word {
		case "i", "we":
			return false
		case "feedback":
			return i == 0
		case "said", "says":
			return i > 0
		case "told", "thanked", "praised", "complimented":
			return i > 0 && i+1 < len(words) && slices.Contains([]string{"me", "us", "my", "our"}, words[i+1])
		}
	}
	return false
}

// isApplied tells whether a text begins with an application: "Applied for".
func isApplied(words []string) bool {
	words = pastFillers(words)
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "applied":
		return slices.Contains([]string{"for", "to", "as", "at", "internally", "externally"}, words[1])
	case "application", "interview", "interviewed":
		return slices.Contains([]string{"for", "at", "with"}, words[1])
	}
	return false
}

// isDone tells whether a text says what the writer did: it begins with a deed,
// or holds "I" or "we" and one.
func isDone(words []string) bool {
	if rest := pastFillers(words); len(rest) > 0 && isDeed(rest[0]) {
		return true
	}
	for i, word := range words {
		if (word == "i" || word == "we") && i+1 < len(words) && isDeed(words[i+1]) {
			return true
		}
	}
	return false
}

func pastFillers(words []string) []string {
	for len(words) > 0 && slices.Contains([]string{"i", "we", "also", "then", "finally", "successfully", "just"}, words[0]) {
		words = words[1:]
	}
	return words
}

// isDeed tells whether a word is a verb in the past that says what was done,
// and not what was felt, asked or sat through.
func isDeed(word string) bool {
	switch word {
	case "led", "took", "won", "built", "rebuilt", "wrote", "rewrote", "spoke", "ran", "held", "gave", "made", "cut", "set",
		"grew", "taught", "began", "brought", "kept", "drove", "chose", "sold", "found", "put", "drew", "stood",
		"stepped", "overcame", "oversaw", "sent":
		return true
	case "asked", "wanted", "tried", "hoped", "needed", "liked", "loved", "missed", "noticed", "learned", "realised",
		"realized", "wondered", "worried", "discussed", "talked", "chatted", "considered", "attended", "watched",
		"listened", "received", "struggled", "failed", "planned", "based", "mixed", "tired", "excited",
		"interested", "unexpected", "indeed", "hundred", "speed", "exceed", "proceed", "succeed", "wished", "enjoyed",
		"seemed", "happened", "remembered", "believed", "decided", "used", "supposed", "allowed":
		return false
	}
	const shortest = 5 // "added"; "need" and "feed" are none
	return len(word) >= shortest && strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed")
}
