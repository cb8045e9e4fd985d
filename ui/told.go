package ui

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"
)

// languageSpoken is the language that the window speaks.
func languageSpoken() Language {
	return Language(lang.X("en ‹the language of these words›", string(English)))
}

// told gives a sentence of the journal in the language of the window: why
// something cannot be, or what is damaged. The journal says them in English,
// some with a name or a number in them, so they are no keys for lang.L: it
// would take what a user wrote for a template, and log each one it has not. A
// sentence that is not known stays as it is.
func told(sentence string) string {
	if languageSpoken() == English {
		return sentence
	}
	said := map[string]string{}
	written, err := languageFiles.ReadFile("languages/" + string(languageSpoken()) + "/errors.json")
	if err != nil || json.Unmarshal(written, &said) != nil {
		return sentence
	}
	return toldIn(said, sentence)
}

// toldIn looks for a sentence, and then for the form it was made of, the longest
// first. What fills the form may be such a sentence itself.
func toldIn(said map[string]string, sentence string) string {
	if words, ok := said[sentence]; ok {
		return words
	}
	var form string
	var fills []string
	for each := range said {
		if len(each) < len(form) || len(each) == len(form) && each < form {
			continue
		}
		if f, ok := filling(each, sentence); ok {
			form, fills = each, f
		}
	}
	if form == "" {
		return sentence
	}
	for i, f := range fills {
		fills[i] = toldIn(said, f)
	}
	return fill(said[form], fills)
}

// verbs finds where a form is filled, as fmt has it: %s, %q, %[2]d.
var verbs = regexp.MustCompile(`%(?:\[(\d)\])?([sdqv])`)

// filling tells what a form was filled with to become a sentence.
func filling(form, sentence string) (fills []string, ok bool) {
	if !strings.Contains(form, "%") {
		return nil, false
	}
	between := verbs.Split(strings.ReplaceAll(form, "%q", `"%s"`), -1)
	rest, ok := strings.CutPrefix(sentence, between[0])
	if !ok || len(between) == 1 {
		return nil, false
	}
	for _, next := range between[1 : len(between)-1] {
		words, after, found := strings.Cut(rest, next)
		if !found || words == "" {
			return nil, false
		}
		fills, rest = append(fills, words), after
	}
	words, ok := strings.CutSuffix(rest, between[len(between)-1])
	return append(fills, words), ok && words != ""
}

// fill puts words into a form; what is quoted is so as the language does it.
func fill(form string, words []string) string {
	at := -1
	return verbs.ReplaceAllStringFunc(form, func(verb string) string {
		at++
		parts := verbs.FindStringSubmatch(verb)
		which := at
		if n, err := strconv.Atoi(parts[1]); err == nil {
			which = n - 1
		}
		if parts[2] == "q" {
			return lang.L("“{{.Word}}”", values{"Word": words[which]})
		}
		return words[which]
	})
}
