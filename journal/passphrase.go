package journal

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NormalPassphrase gives a passphrase the one form in which it is used: é is
// the same letter whether a keyboard makes it of one character or of two
// (Unicode's NFC, as RFC 8265 has it for passwords). Nothing else is changed.
func NormalPassphrase(typed string) string { return norm.NFC.String(typed) }

// ReadPassphrase takes a passphrase out of a file, of which one newline at the
// end is no part.
func ReadPassphrase(file []byte) string {
	text := strings.TrimSuffix(string(file), "\n")
	return NormalPassphrase(strings.TrimSuffix(text, "\r"))
}

// PassphraseStrength says how well a passphrase protects.
type PassphraseStrength int

// How well a passphrase protects a copy of the journal from somebody who tries
// passphrases on it.
const (
	NoPassphrase     PassphraseStrength = iota // nothing was typed
	WeakPassphrase                             // found within days
	FairPassphrase                             // takes somebody who wants just this journal
	StrongPassphrase                           // out of reach
)

// JudgePassphrase judges a passphrase by its length, with what everybody uses
// counting little, and gives advice, or "". It is advice: nothing is refused.
//
// A letter of its own counts one. A word of the list of common ones, a run
// (abcd, 4567, qwerty, aaaa), a year count two, wherever they stand and with
// whatever digits in place of letters. The journal's key is derived at about
// two passphrases a second and core (see package vault), so that twelve letters
// at random hold for ever, and four words from a dictionary for centuries.
func JudgePassphrase(typed string) (strength PassphraseStrength, advice string) {
	text := NormalPassphrase(typed)
	worth := passphraseWorth(text)
	switch {
	case text == "":
		return NoPassphrase, ""
	case worth < 8 && utf8.RuneCountInString(text) >= 8:
		return WeakPassphrase, "Many people use words like these. Four or five words that have nothing to do with each other are better."
	case worth < 8:
		return WeakPassphrase, "This is short. Four or five words that have nothing to do with each other are easy to keep in mind."
	case worth < 14:
		return FairPassphrase, "One more word would make it strong."
	}
	return StrongPassphrase, ""
}

// commonPassphrases are words that many people use, one to a line: the most
// frequent ones of every published count, written down by ourselves. Such a
// list of single words is nobody's work, so it has no licence.
//
//go:embed passphrase_common.txt
var commonPassphrases string

// runsOfKeys are neighbours on keyboards and in the alphabet.
var runsOfKeys = []string{
	"abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qazwsxedcrfv", "1q2w3e4r5t6z",
}

// inDisguise undoes the usual replacements of letters.
var inDisguise = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i")

// passphraseWorth counts the letters that somebody has to guess.
func passphraseWorth(text string) (worth int) {
	plain := []rune(strings.ToLower(text))
	read := []rune(inDisguise.Replace(string(plain))) // letter for letter
	words := strings.Fields(commonPassphrases)
	for at := 0; at < len(plain); {
		known := max(runLength(plain[at:]), wordLength(string(plain[at:]), words), wordLength(string(read[at:]), words))
		switch {
		case known > 0:
			worth += 2
			at += known
		case unicode.IsSpace(plain[at]):
			at++
		default:
			worth++
			at++
		}
	}
	return worth
}

// wordLength is the length of the longest of the words that text begins with.
func wordLength(text string, words []string) (longest int) {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			longest = max(longest, utf8.RuneCountInString(w))
		}
	}
	return longest
}

// runLength is the length of the run that text begins with: the same letter
// again and again, neighbours in either direction, or a year. Less than three
// are none.
func runLength(text []rune) int {
	same := 1
	for same < len(text) && text[same] == text[0] {
		same++
	}
	longest := same
	for _, run := range runsOfKeys {
		for _, keys := range [][]rune{[]rune(run), backward(run)} {
			longest = max(longest, sharedRun(text, keys))
		}
	}
	if len(text) >= 4 && (text[0] == '1' && text[1] == '9' || text[0] == '2' && text[1] == '0') && unicode.IsDigit(text[2]) && unicode.IsDigit(text[3]) {
		longest = max(longest, 4)
	}
	if longest < 3 {
		return 0
	}
	return longest
}

// sharedRun tells how far text goes along keys, from wherever it enters.
func sharedRun(text, keys []rune) int {
	from := slices.Index(keys, text[0])
	n := 0
	for from >= 0 && n < len(text) && from+n < len(keys) && text[n] == keys[from+n] {
		n++
	}
	return n
}

func backward(text string) []rune {
	letters := []rune(text)
	slices.Reverse(letters)
	return letters
}
