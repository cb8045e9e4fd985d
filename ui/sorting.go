package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/suggest"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// sorting is a panel in which entries that support nothing yet are put to what
// they prove, one after the other, by keys alone. Each key is written at once
// and taken back by the same key.
type sorting struct {
	w       *Window
	pile    pile
	at      int                                // among the entries of the pile
	chosen  map[journal.ID]map[journal.ID]bool // expectations by entry
	offered map[journal.ID][]journal.Expectation
	ticket  int

	overlay *parts.Overlay
	stop    *parts.KeyStop
	count   *parts.Text
	title   *parts.Paragraph
	when    *parts.Text
	excerpt *parts.Paragraph
	chips   *fyne.Container
	why     *parts.Paragraph
	done    *parts.Paragraph // said where nothing is left
	card    *fyne.Container
	keys    *parts.Paragraph
	back    *parts.Button
	skip    *parts.Button
	next    *parts.Button
}

// sortEntries opens the panel where it was left.
func (w *Window) sortEntries() {
	if w.journal == nil {
		return
	}
	s := &sorting{
		w: w, chosen: map[journal.ID]map[journal.ID]bool{}, offered: map[journal.ID][]journal.Expectation{},
		count: parts.NewText("", parts.TypeCaption), title: parts.NewParagraph("", parts.TypeRowTitle, 20),
		when: parts.NewText("", parts.TypeCaption), excerpt: parts.NewParagraph("", parts.TypeMemory, 23),
		chips: parts.Flow(look.Space8, look.Space8), why: parts.NewParagraph("", parts.TypeCaption.In(look.ColorInk3), 18),
		done: parts.NewParagraph("", parts.TypeMemory, 23), keys: parts.NewParagraph("", parts.TypeCaption.In(look.ColorInk3), 18),
	}
	s.title.MaxLines, s.excerpt.MaxLines = 2, 4
	s.back = parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, s.goBack)
	s.skip = parts.NewButton(parts.Outline, lang.L("Skip"), look.IconNone, s.goPast)
	s.next = parts.NewButton(parts.Primary, lang.L("Next"), look.IconChevronRight, s.goOn)
	s.card = parts.Card(parts.Down(look.Space8, s.when, s.title, s.excerpt), look.Space16)
	s.stop = parts.NewKeyStop(container.NewStack(s.card, s.done))
	s.stop.OnRune, s.stop.OnKey = s.letter, s.key
	s.overlay = w.overlay(lang.L("Sort entries"), s.count, s.stop, s.chips, s.why, s.keys,
		parts.Across(look.Space8, s.back, parts.Spring(), s.skip, s.next))
	s.show()
	s.read(w.frame.evidence.unsorted)
}

// read reads entries to be sorted, from a place on.
func (s *sorting) read(from suggest.Place) {
	s.ticket++
	ticket, r := s.ticket, pileReader{s.w.journal, s.w.suggester, s.w.noPrivate()}
	task(s.w, "find what is to be sorted", func(ctx context.Context) (pile, error) {
		return r.next(ctx, from)
	}, func(p pile) {
		if ticket == s.ticket {
			s.took(p)
		}
	})
}

// took shows the first of some entries.
func (s *sorting) took(p pile) {
	s.pile, s.at = p, 0
	for _, e := range p.page.Entries {
		var offered []journal.Expectation
		for _, each := range e.Suggestions {
			offered = append(offered, each.Expectation)
		}
		s.offered[e.ID] = offered
	}
	s.w.frame.evidence.unsorted = p.page.Next
	if p.page.Last {
		s.w.frame.evidence.unsorted = suggest.Place{} // the next time begins again
	}
	s.show()
	s.focus()
}

// entry is the one that is being sorted, or nil.
func (s *sorting) entry() *suggest.Unsorted {
	if s.at >= len(s.pile.page.Entries) {
		return nil
	}
	return &s.pile.page.Entries[s.at]
}

// show shows the entry that is being sorted.
func (s *sorting) show() {
	e := s.entry()
	for _, o := range []fyne.CanvasObject{s.card, s.chips, s.why, s.keys, s.skip} {
		setVisible(o, e != nil)
	}
	setVisible(s.done, e == nil)
	setVisible(s.back, s.at > 0)
	if e == nil {
		s.showEnd()
	} else {
		s.showEntry(e)
	}
	s.overlay.Refresh()
}

// showEntry shows an entry and what is suggested for it.
func (s *sorting) showEntry(e *suggest.Unsorted) {
	s.count.SetText(lang.L("{{.At}} of {{.Count}}", values{"At": s.at + 1, "Count": len(s.pile.page.Entries)}))
	s.when.SetText(kindName(e.Kind) + " · " + proofDay(e.Line, s.pile.today))
	s.title.SetText(lineTitle(e.Line))
	text := beginning(e.Excerpt)
	setVisible(s.excerpt, e.Title != "" && text != "")
	s.excerpt.SetText(text)
	s.stop.Label = s.when.Text() + ", " + s.title.Text()
	s.chips.Objects = nil
	for i, x := range s.offered[e.ID] {
		chip := parts.NewFilterChip(strconv.Itoa(i+1)+"  "+cutWords(x.Name, longestLink), func() { s.toggle(i) })
		chip.SetSelected(s.chosen[e.ID][x.ID])
		s.chips.Add(chip)
	}
	s.chips.Add(parts.NewChip(parts.ChipAdd, lang.L("Another expectation"), look.IconPlus, s.another))
	s.chips.Refresh()
	why := whySuggested(e.Suggestions)
	s.why.SetText(why)
	setVisible(s.why, why != "")
	s.keys.SetText(sortKeys(len(s.offered[e.ID])))
	s.next.SetText(lang.L("Next"))
}

// beginning is the excerpt of an entry on one line, which ends with a word.
func beginning(excerpt string) string {
	text := strings.Join(strings.Fields(excerpt), " ")
	if utf8.RuneCountInString(excerpt) < excerptLetters {
		return text
	}
	if space := strings.LastIndexByte(text, ' '); space > 0 {
		text = text[:space]
	}
	return text + " …"
}

// excerptLetters is how long the excerpt of a long entry is.
const excerptLetters = 240

// showEnd says what comes after the last of some entries.
func (s *sorting) showEnd() {
	s.count.SetText("")
	s.next.SetText(lang.L("Done"))
	switch {
	case s.pile.today.IsZero(): // nothing was read yet
		s.done.SetText(lang.L("Looking for entries that could prove something."))
	case len(s.pile.expectations) == 0:
		s.done.SetText(lang.L("There are no expectations yet to sort entries by."))
	case s.pile.page.Last:
		s.done.SetText(lang.L("Nothing is left to sort in this review period."))
	default:
		s.done.SetText(lang.L("These are sorted. Ten more?"))
		s.next.SetText(lang.L("Ten more"))
	}
	s.stop.Label = s.done.Text()
}

// focus puts the keyboard where all keys are heard.
func (s *sorting) focus() { s.w.win.Canvas().Focus(s.stop) }

// toggle puts the entry to an expectation, or takes it back.
func (s *sorting) toggle(i int) {
	e := s.entry()
	if e == nil || i >= len(s.offered[e.ID]) {
		return
	}
	x := s.offered[e.ID][i].ID
	if s.chosen[e.ID] == nil {
		s.chosen[e.ID] = map[journal.ID]bool{}
	}
	on := !s.chosen[e.ID][x]
	s.chosen[e.ID][x] = on
	s.w.editEntry(e.ID, "sort an entry", func(e *journal.Entry) { setProof(e, x, on) }, nil)
	s.show()
	s.focus()
}

// setProof has an entry support an expectation or not, as strongly as what it
// holds proves.
func setProof(e *journal.Entry, x journal.ID, on bool) {
	e.Evidence = slices.DeleteFunc(e.Evidence, func(v journal.Evidence) bool { return v.Expectation == string(x) })
	if on {
		e.Evidence = append(e.Evidence, journal.Evidence{Expectation: string(x), Strength: journal.ProposeStrength(e)})
	}
}
