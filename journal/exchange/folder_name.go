package exchange

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"groundwork/journal"
)

// entryEnding ends the name of an entry's file.
const entryEnding = ".md"

// maxName is the longest name of a file, in bytes. Most systems take 255, an
// encrypted home on Linux (eCryptfs) takes 143.
const maxName = 140

// fileNames gives each entry a file name of its own, which every system takes
// and which no system mixes up with another one.
type fileNames struct {
	fold cases.Caser
	last map[string]int // number of the last file of a name, by folded name
}

func newFileNames() *fileNames { return &fileNames{fold: cases.Fold(), last: map[string]int{}} }

// of names the file of an entry: "2026-11-20 Led the retro.md", or
// "2026-11-20 Led the retro 2.md" where that is taken.
func (n *fileNames) of(e *journal.Entry) string {
	name := "undated"
	if !e.Day.IsZero() {
		name = e.Day.String()
	}
	if title := plainTitle(e.Title); title != "" {
		name += " " + title
	}
	name = cut(name, maxName-len(entryEnding))
	for {
		folded := n.folded(name)
		n.last[folded]++
		number := n.last[folded]
		if number == 1 {
			return name + entryEnding
		}
		ending := " " + strconv.Itoa(number)
		numbered := cut(name, maxName-len(entryEnding)-len(ending)) + ending
		if again := n.folded(numbered); n.last[again] == 0 {
			n.last[again] = 1
			return numbered + entryEnding
		}
	}
}

// folded is the same for names that some system takes for one: macOS does not
// tell composed accents from decomposed ones, nor capitals, and neither does
// Windows tell those.
func (n *fileNames) folded(name string) string {
	return norm.NFC.String(n.fold.String(norm.NFD.String(name)))
}

// plainTitle is a title without what some system or Obsidian refuses in the
// name of a file: separators, signs with a meaning of their own, what cannot be
// seen, and spaces and dots at the end.
func plainTitle(title string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(beginning(title, 4*maxName)) {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune(`<>:"/\|?*#^[]`, r), r == utf8.RuneError:
			r = ' '
		case !unicode.IsGraphic(r):
			continue
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// cut cuts a name to n bytes at a letter, and takes spaces and dots from its end.
func cut(name string, n int) string {
	if len(name) > n {
		for !utf8.RuneStart(name[n]) {
			n--
		}
		name = name[:n]
	}
	return strings.TrimRight(name, " .")
}
