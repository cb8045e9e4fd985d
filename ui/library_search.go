package ui

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"groundwork/journal/prompts"
)

// search lists what holds all words of the query. An empty one shows again
// what is chosen in the tree.
func (l *library) search(query string) {
	if strings.TrimSpace(query) == "" {
		query = ""
	}
	if query == l.query {
		return
	}
	l.own.leave()
	l.query = query
	l.tree.counts.SetText(catalogueCounts(l.catalogue))
	if query == "" {
		l.choose(l.chosen)
		l.panes.Go(0)
		return
	}
	l.tree.tree.SetSelected("")
	l.showList()
	l.openFirst()
	if l.panes.IsNarrow() && len(l.list.spots) > 0 { // they are out of sight
		l.tree.counts.SetText(foundLine(len(l.list.spots)) + ". " + lang.L("Enter shows them."))
	}
}

// goToFound puts the keyboard into the list of what was found.
func (l *library) goToFound() {
	if l.query == "" || len(l.list.spots) == 0 {
		return
	}
	l.panes.Go(1)
	l.w.win.Canvas().Focus(l.list.rows)
}

// foundPage lists the elements and then the questions that hold all words of
// the query.
func (l *library) foundPage() listPage {
	words := strings.Fields(folded(l.query))
	p := listPage{title: lang.L("Found in the library"), height: elementRow, head: lang.L("Elements and prompts"), headRight: lang.L("Entries")}
	for at := range l.catalogue.Elements() {
		if holdsAll(folded(at.Element.Name+"\n"+at.Element.Gist), words) {
			p.spots = append(p.spots, spot{at: at})
		}
	}
	for _, q := range l.held.own {
		if holdsAll(folded(q.Text), words) {
			p.spots = append(p.spots, l.ownSpot(q))
		}
	}
	for at := range l.catalogue.Prompts() {
		if holdsAll(folded(at.Prompt.Text), words) {
			p.spots = append(p.spots, spot{at: at})
		}
	}
	p.gist = foundLine(len(p.spots))
	if len(p.spots) == 0 {
		p.gist, p.empty = "", lang.L("No element and no prompt holds all these words.")
	}
	return p
}

func foundLine(n int) string {
	if n == 1 {
		return lang.L("1 match")
	}
	return lang.L("{{.Count}} matches", values{"Count": inGroups(n)})
}

// elementsNamed finds the elements whose name, or that of their framework,
// holds all words of the query.
func elementsNamed(c *prompts.Catalogue, query string) []prompts.Place {
	words := strings.Fields(folded(query))
	var found []prompts.Place
	for at := range c.Elements() {
		if holdsAll(folded(at.Element.Name+"\n"+at.Framework.Name), words) {
			found = append(found, at)
		}
	}
	return found
}

func holdsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// folded makes spellings equal that differ in case and accents only.
func folded(text string) string {
	marks := func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}
	return strings.Map(marks, norm.NFD.String(cases.Fold().String(text)))
}
