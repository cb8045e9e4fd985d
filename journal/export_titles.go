package journal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unnamed stands where a text names the title of a private entry that stays in.
const unnamed = "a private entry"

// quiet takes the titles of private entries out of a text that names them as
// [[title]] or [[title|words]]; the words stay, which are the text's own. It
// looks into code and behind backslashes too: there it is no link, and just as
// much a title.
func (d *discretion) quiet(text string) string {
	if len(d.hidden) == 0 || !strings.Contains(text, "[[") {
		return text
	}
	var out strings.Builder
	for {
		begin := strings.Index(text, "[[")
		if begin < 0 {
			break
		}
		inside := text[begin+len("[["):]
		end := strings.IndexAny(inside, "[]\r\n")
		if end < 0 || !strings.HasPrefix(inside[end:], "]]") {
			out.WriteString(text[:begin+1])
			text = text[begin+1:]
			continue
		}
		title, words, own := strings.Cut(inside[:end], "|")
		out.WriteString(text[:begin])
		switch _, hidden := d.hidden[foldTitle(title)]; {
		case !hidden:
			out.WriteString(text[begin : begin+len("[[")+end+len("]]")])
		case own:
			out.WriteString(words)
		default:
			out.WriteString(unnamed)
		}
		text = inside[end+len("]]"):]
	}
	out.WriteString(text)
	return out.String()
}

// foldTitle makes two spellings of a title equal, for whoever must not miss
// one: case, accents, outer space and letters of another width do not count.
func foldTitle(title string) string {
	return fold(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(title)))
}
