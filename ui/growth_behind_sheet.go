package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// behindPanel is a panel over the page with what stands behind a figure.
type behindPanel struct {
	g       *growth
	of      evidence.Behind
	made    behindSheet // of what the figure is made, which is known already
	most    int         // entries that are listed
	list    *behindList
	scroll  *parts.Scroller
	overlay *parts.Overlay
}

// behindHeight is how high the list in a panel is at most.
const behindHeight float32 = 420

// showBehindStep shows what stands behind the figures of a step: what it is
// made of, which leads to the entries, or else those themselves.
func (g *growth) showBehindStep(step evidence.Step) {
	of, made := step.Behind, behindSheet{parts: step.Parts, counts: g.changesIn(step)}
	if len(made.parts) > 0 {
		of.Entries = nil // each part leads to its own
	}
	g.showBehind(g.sheet.elementName(step.Element), g.sheet.stepWords(step), of, made)
}

// changesIn are the changes that a step speaks of.
func (g *growth) changesIn(step evidence.Step) []behindCount {
	var all []behindCount
	for _, c := range []struct {
		change, name string
		count        int
	}{
		{journal.Initiated, lang.L("Changes you initiated"), step.Says.Initiated},
		{journal.Supported, lang.L("Changes you supported"), step.Says.Supported},
	} {
		if c.count > 0 {
			filter := journal.Filter{Changes: []string{c.change}, NoPrivate: g.sheet.facts.NoPrivate}
			all = append(all, behindCount{c.name, c.count, filter})
		}
	}
	return all
}

// showBehind shows what stands behind a figure in a panel over the page.
func (g *growth) showBehind(title, words string, of evidence.Behind, made behindSheet) {
	p := &behindPanel{g: g, of: of, made: made, most: firstBehind, list: newBehindList(g)}
	p.read(func(s behindSheet) { p.open(title, words, s) })
}

// read asks for what stands behind the figure.
func (p *behindPanel) read(then func(behindSheet)) {
	read, facts, of, most := p.g.reader(), p.g.sheet.facts, p.of, p.most
	task(p.g.w, "read what stands behind a figure", func(ctx context.Context) (behindSheet, error) {
		return read.behind(ctx, facts, of, most)
	}, func(s behindSheet) {
		s.parts, s.counts = p.made.parts, p.made.counts
		then(s)
	})
}

// open shows the panel.
func (p *behindPanel) open(title, words string, s behindSheet) {
	p.scroll = parts.NewScroller(parts.Inset(p.list.content, look.Space8, look.Space12, look.Space8, look.Space8))
	p.list.reveal, p.list.leave = p.scroll.Reveal, func() { p.overlay.Hide() }
	p.list.openOne, p.list.count, p.list.more = p.openPart, p.openCount, p.listMore
	p.list.show(s)
	p.overlay = p.g.w.overlay(title, sentenceText(words), container.New(&capped{most: behindHeight, of: p.list.content}, p.scroll))
	p.overlay.Light = true
}

// listMore lists more of the entries.
func (p *behindPanel) listMore() {
	p.most += moreBehind
	p.read(func(s behindSheet) {
		p.list.show(s)
		p.scroll.Refresh()
	})
}

// openPart shows the entries that show a part of a step.
func (p *behindPanel) openPart(part evidence.Part) {
	p.overlay.Hide()
	if part.Entries == 0 {
		p.g.follow(writeAboutPart(part))
		return
	}
	filter := journal.Filter{Shows: part.Shows, NoPrivate: p.g.sheet.facts.NoPrivate}
	p.g.showBehind(p.g.sheet.partName(part.Key), entriesTell(part.Entries), evidence.Behind{Entries: &filter}, behindSheet{})
}

// openCount shows the entries that a count counts.
func (p *behindPanel) openCount(c behindCount) {
	p.overlay.Hide()
	p.g.showBehind(c.name, momentsLine(c.entries)+".", evidence.Behind{Entries: &c.filter}, behindSheet{})
}

// writeAboutPart is to write about a part that nothing shows yet: by the first
// question or element of the catalogue that would show it.
func writeAboutPart(part evidence.Part) evidence.Next {
	first := part.Key
	if len(part.Shows) > 0 {
		first = part.Shows[0]
	}
	next := evidence.Next{Kind: evidence.NextWrite, Element: first}
	if element, _, asks := strings.Cut(first, "#"); asks {
		next.Element, next.Prompt = element, first
	}
	return next
}

// capped gives what scrolls the height of its content, up to the most.
type capped struct {
	most float32
	of   fyne.CanvasObject
}

// Layout implements fyne.Layout.
func (l *capped) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (l *capped) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, fyne.Min(l.of.MinSize().Height+2*look.Space8, l.most))
}
