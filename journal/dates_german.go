package journal

import "strings"

// inEnglish puts the German words of a date into English, in which it is read:
// the window shows dates in German where it speaks it, and what it shows must
// be read back. The text is in lower case. Any other word stays as it is.
func inEnglish(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		words[i] = englishFor(w)
	}
	return strings.Join(words, " ")
}

func englishFor(word string) string {
	switch strings.TrimSuffix(word, ".") {
	case "januar", "jänner", "jän":
		return "january"
	case "februar", "feber":
		return "february"
	case "märz", "maerz", "mär", "mrz":
		return "march"
	case "mai":
		return "may"
	case "juni":
		return "june"
	case "juli":
		return "july"
	case "oktober", "okt":
		return "october"
	case "dezember", "dez":
		return "december"
	}
	if day, ok := englishDay(word); ok {
		return day
	}
	return word
}

func englishDay(word string) (english string, ok bool) {
	switch strings.TrimSuffix(word, ",") {
	case "heute":
		english = "today"
	case "gestern":
		english = "yesterday"
	case "morgen":
		english = "tomorrow"
	case "letzten", "letzter":
		english = "last"
	case "nächsten", "nächster":
		english = "next"
	case "montag":
		english = "monday"
	case "dienstag":
		english = "tuesday"
	case "mittwoch":
		english = "wednesday"
	case "donnerstag":
		english = "thursday"
	case "freitag":
		english = "friday"
	case "samstag", "sonnabend":
		english = "saturday"
	case "sonntag":
		english = "sunday"
	}
	return english, english != ""
}
