package evidence

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"groundwork/journal"
)

// longest is how many letters a line proposed from an entry has at most: three
// lines of a page. What is longer is cut at the end of a sentence or a word.
const longest = 320

// said tells in the writer's own words what they did and what came of it: the
// first sentence of the action, else the title, else the beginning of the
// text; and behind it the result, or the impact where that has no number (one
// with a number is said among the numbers).
func said(e *journal.Entry) string {
	var m journal.Moment
	if e.Kind == journal.MomentKind && e.Moment != nil {
		m = *e.Moment
	}
	if e.Kind == journal.FeedbackKind && e.Feedback != nil {
		m = journal.Moment{Action: e.Feedback.Behaviour, Result: e.Feedback.Impact}
	}
	lead := sentences(m.Action, 1)
	if lead == "" {
		lead = sentences(e.Title, 1)
	}
	if lead == "" && m.Result == "" {
		lead = sentences(opening(e.Body), 1)
	}
	lead, came := past(lead), past(cameOf(&m))
	switch {
	case came == "" || sameWords(lead, came):
		came = ""
	case sameWords(lead, sentences(came, 1)):
		lead = ""
	}
	return strings.Clone(Cut(strings.TrimSpace(lead+" "+came), longest))
}

// cameOf tells what came of a moment: the result, or else the impact where it
// has no number.
func cameOf(m *journal.Moment) string {
	switch {
	case m == nil:
		return ""
	case strings.TrimSpace(m.Result) == "" && m.Impact != nil && m.Impact.Value == nil:
		return sentences(m.Impact.Text, 2)
	}
	return sentences(m.Result, 2)
}

// numberSaid tells an impact that has a number: in its own words, and with the
// number where these leave it out.
func numberSaid(e *journal.Entry) string {
	i := e.Moment.Impact
	number := strconv.FormatFloat(*i.Value, 'f', -1, 64)
	amount := number
	const longestUnit = 40
	switch unit := Cut(oneLine(i.Unit), longestUnit); {
	case unit == "%":
		amount += unit
	case unit != "":
		amount += " " + unit
	}
	text, title := Cut(past(sentences(i.Text, 2)), longest), Cut(oneLine(e.Title), longest)
	switch {
	case text == "" && holdsNumber(e.Moment.Result, number):
		text = Cut(past(sentences(e.Moment.Result, 1)), longest)
	case text == "" && title != "":
		text = ended(unended(title) + ": " + amount)
	case text == "":
		text = ended(amount)
	case !holdsNumber(text, number):
		text = ended(unended(text) + " (" + amount + ")")
	}
	return strings.Clone(text)
}

// holdsNumber tells whether a number stands in a text by itself: 3 does not
// stand in 30.
func holdsNumber(text, number string) bool {
	digit := func(r rune) bool { return unicode.IsDigit(r) }
	for at := 0; ; {
		i := strings.Index(text[at:], number)
		if i < 0 {
			return false
		}
		i += at
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(number):])
		if !digit(before) && !digit(after) {
			return true
		}
		at = i + 1
	}
}

// quoted gives somebody else's words letter for letter but for the line ends.
// What is left out at the end is marked as an editor marks it.
func quoted(quote string) string {
	quote = strings.Trim(oneLine(quote), `"“”„«»`)
	if cut := Cut(quote, longest); cut != quote {
		return cut + " […]"
	}
	return strings.Clone(quote)
}

// sentences gives the first n sentences of a text on one line, each with its
// end.
func sentences(text string, n int) string {
	text = firstLines(text)
	end := 0
	for range n {
		end += sentenceEnd(text[end:])
	}
	return ended(strings.TrimSpace(text[:end]))
}

// firstLines gives the lines up to the first empty one behind words, as what
// follows it is another thought, on one line: each ends a sentence, and the
// marks of a list go.
func firstLines(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n\n")
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(oneLine(line), "-*•# ")
		if line != "" {
			lines = append(lines, ended(line))
		}
	}
	return strings.Join(lines, " ")
}

// sentenceEnd tells where the first sentence of a text ends, in bytes: behind a
// mark that ends one and is followed by a space and no small letter, and not
// behind an abbreviation or the number of an order.
func sentenceEnd(text string) int {
	for at := 0; ; {
		mark := strings.IndexAny(text[at:], ".!?…。！？")
		if mark < 0 {
			return len(text)
		}
		mark += at
		r, size := utf8.DecodeRuneInString(text[mark:])
		end := len(text) - len(strings.TrimLeft(text[mark+size:], ".!?…”\"')»")) // closing marks belong to it
		after, spaced := strings.CutPrefix(text[end:], " ")
		next, _ := utf8.DecodeRuneInString(after)
		switch {
		case end == len(text), strings.ContainsRune("。！？", r):
			return end
		case spaced && !unicode.IsLower(next) && (r != '.' || !abbreviated(text[:mark])):
			return end
		}
		at = end
	}
}

// abbreviated tells whether a text ends in a word that has its full stop for
// being short.
func abbreviated(text string) bool {
	word := text[strings.LastIndexAny(text, " (")+1:]
	if utf8.RuneCountInString(word) == 1 && !unicode.IsDigit(rune(word[0])) {
		return true // an initial
	}
	short := []string{"e.g", "i.e", "approx", "ca", "dr", "mr", "mrs", "ms", "no", "st", "vs", "inc", "ltd", "prof"}
	return slices.Contains(short, strings.ToLower(word))
}

// ended gives a sentence its end where it has none.
func ended(text string) string {
	if text == "" {
		return ""
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	if unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune("%)]”\"'", last) && !strings.ContainsAny(text[max(0, len(text)-5):], ".!?…") {
		return text + "."
	}
	return text
}

// unended takes the full stop away.
func unended(text string) string { return strings.TrimSuffix(text, ".") }

// oneLine puts a text on one line, with one space wherever it has space.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// sameWords tells whether two lines say the same but for case and marks.
func sameWords(a, b string) bool { return words(a) == words(b) }

// words gives the letters and digits of a line in one case.
func words(line string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, line)
}
