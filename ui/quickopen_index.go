package ui

import (
	"context"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/unicode/norm"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// quickGroup is a heading of quick open.
type quickGroup int

// The groups, in their order.
const (
	quickEntries quickGroup = iota
	quickNames
	quickCommands
)

// quickThing is something that quick open can go to.
type quickThing struct {
	group quickGroup
	key   string // tells it among the recent ones
	name  string
	note  string // after the name, in small
	hint  string // at the right: the shortcut
	icon  look.IconName
	ink   fyne.ThemeColorName
	open  func()
	plain plainName
}

// quickIndex is what quick open looks through. It is read when it is opened,
// and forgotten when it closes.
type quickIndex struct {
	things []quickThing // the entries newest first, then tags and people, then pages and commands
	recent []string     // keys, the last used first
}

// mostTitles bounds how many entries are matched letter by letter: the newest.
// Older ones are found by the words that begin their titles, and by what stands
// in them.
const mostTitles = 5000

// readQuickIndex reads the entries, tags and people. commands are put behind
// them.
func (w *Window) readQuickIndex(ctx context.Context, noPrivate bool, commands []quickThing) (x quickIndex, err error) {
	read := w.journal.Read()
	today := w.journal.Today(ctx)
	if x.recent, err = w.recentThings(ctx); err != nil {
		return x, err
	}
	lines, err := read.Lines(ctx, journal.Filter{NoPrivate: noPrivate}, "", mostTitles)
	if err != nil {
		return x, err
	}
	for _, l := range lines {
		x.things = append(x.things, w.quickEntry(l, today))
	}
	tags, err := read.Tags(ctx)
	if err != nil {
		return x, err
	}
	for _, t := range tags {
		x.things = append(x.things, w.quickTag(t))
	}
	people, err := read.People(ctx)
	if err != nil {
		return x, err
	}
	for _, p := range people {
		x.things = append(x.things, w.quickPerson(p))
	}
	x.things = append(x.things, commands...)
	for i := range x.things {
		x.things[i].plain = plainNameOf(x.things[i].name)
	}
	return x, nil
}

func (w *Window) quickEntry(l journal.Line, today journal.Day) quickThing {
	color, _ := kindColors(l.Kind)
	return quickThing{
		group: quickEntries, key: "entry/" + string(l.ID), name: firstWords(lineTitle(l)), note: lineDay(l, today),
		icon: kindIcon(l.Kind), ink: color, open: func() { w.openEntry(l.ID) },
	}
}

func (w *Window) quickTag(t journal.TagCount) quickThing {
	return quickThing{
		group: quickNames, key: "tag/" + t.Tag, name: t.Tag, note: entriesLine(t.Count),
		icon: look.IconTag, ink: look.ColorInk2, open: func() { w.openTag(t.Tag) },
	}
}

func (w *Window) quickPerson(p journal.Person) quickThing {
	return quickThing{
		group: quickNames, key: "person/" + string(p.ID), name: p.Name, note: relationshipName(p.Relationship),
		icon: look.IconPeople, ink: look.ColorInk2, open: func() { w.frame.people.open(p.ID) },
	}
}

// quickCommands are all that the menu holds, and the documents of the Library.
// They are made on the UI goroutine, as the menu is.
func (w *Window) quickCommands() []quickThing {
	var all []quickThing
	add := func(i *fyne.MenuItem, name string) {
		if i.IsSeparator || i.Action == nil || i.Disabled {
			return
		}
		thing := quickThing{group: quickCommands, key: "command/" + name, name: name, icon: look.IconArrow, ink: look.ColorInk2, open: i.Action}
		if i.Shortcut != nil {
			thing.hint = shortcutName(i.Shortcut)
		}
		all = append(all, thing)
	}
	for _, menu := range w.menu().Items {
		for _, i := range menu.Items {
			if i.ChildMenu == nil {
				add(i, i.Label)
				continue
			}
			for _, child := range i.ChildMenu.Items {
				add(child, i.Label+": "+child.Label)
			}
		}
	}
	return append(all, w.quickDocuments()...)
}

func (w *Window) quickDocuments() []quickThing {
	catalogue, err := w.guide.Catalogue()
	if err != nil {
		return nil // the Library says so
	}
	var all []quickThing
	for i := range catalogue.Sources {
		source := &catalogue.Sources[i]
		all = append(all, quickThing{
			group: quickCommands, key: "document/" + source.Key, name: lang.L("Library") + ": " + source.Title,
			icon: look.IconLibrary, ink: look.ColorInk2, open: func() { w.frame.library.openSource(source.Key) },
		})
	}
	return all
}

// firstWords is the beginning of a title or of a text, on one line.
func firstWords(text string) string {
	const most = 120
	text = oneLine(text)
	if len(text) <= most {
		return text
	}
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most])
	}
	return text
}

// plainName is a name without accents, and where its letters come from.
type plainName struct {
	text string
	from []int // for each byte of text and its end, the byte of the name
}

// beginning gives the bytes of a name in which words stand as they were typed,
// where a word begins; nil where they do not. Capitals do not matter.
func (p plainName) beginning(words string) []int {
	inWord := false
	for at, r := range p.text {
		if end := at + len(words); !inWord && end <= len(p.text) && strings.EqualFold(p.text[at:end], words) {
			found := make([]int, 0, len(words))
			for i := range words {
				found = append(found, at+i)
			}
			return found
		}
		inWord = unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return nil
}

// plainNameOf takes the accents off a name. An accent that stands on its own
// goes with the letter before it.
func plainNameOf(name string) plainName {
	if isASCII(name) {
		return plainName{text: name}
	}
	p := plainName{}
	var text strings.Builder
	for at, r := range name {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		for _, base := range norm.NFD.String(string(r)) {
			if !unicode.Is(unicode.Mn, base) {
				n, _ := text.WriteRune(base)
				for range n {
					p.from = append(p.from, at)
				}
			}
		}
	}
	p.text, p.from = text.String(), append(p.from, len(name))
	return p
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// ranges gives the parts of the name in which letters of the plain text were
// found, at these bytes.
func (p plainName) ranges(name string, found []int) []parts.Range {
	var all []parts.Range
	for _, at := range found {
		from := at
		if p.from != nil {
			from = p.from[at]
		}
		to := letterEnd(name, from)
		if n := len(all); n > 0 && all[n-1].To >= from {
			all[n-1].To = max(all[n-1].To, to)
			continue
		}
		all = append(all, parts.Range{From: from, To: to})
	}
	return all
}

// letterEnd finds where a letter ends, with the accents that stand behind it.
func letterEnd(name string, from int) int {
	for i, r := range name[from:] {
		if i > 0 && !unicode.Is(unicode.Mn, r) {
			return from + i
		}
	}
	return len(name)
}
