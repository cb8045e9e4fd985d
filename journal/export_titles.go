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
// looks into code, behind backslashes and over the ends of lines too, and at
// titles with brackets in them: there it is no link, and just as much a title.
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
		out.WriteString(text[:begin])
		if end, instead, hidden := d.namedAt(inside); hidden {
			out.WriteString(instead)
			text = inside[end:]
			continue
		}
		out.WriteString("[")
		text = text[begin+1:]
	}
	out.WriteString(text)
	return out.String()
}

// namedAt finds what of the text behind two brackets names the title of a
// private entry, up to where a name begins anew, and what may stand there
// instead. A title may end with a bracket, so a few ends are tried.
func (d *discretion) namedAt(inside string) (end int, instead string, hidden bool) {
	const ends = 4
	inside, _, _ = strings.Cut(inside[:min(len(inside), longestLink)], "[[")
	for range ends {
		next := strings.Index(inside[end:], "]]")
		if next < 0 {
			break
		}
		end += next
		title, words, own := strings.Cut(inside[:end], "|")
		if _, hidden := d.hidden[foldTitle(title)]; hidden {
			if !own {
				words = unnamed
			}
			return end + len("]]"), words, true
		}
		end++
	}
	return 0, "", false
}

// foldTitle makes two spellings of a title equal, for whoever must not miss
// one: case, accents, how much space stands where and letters of another width
// do not count.
func foldTitle(title string) string {
	return fold(strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(title))), " "))
}
