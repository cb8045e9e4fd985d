package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// finderSide stands at the right of the search: the words that narrow it, with
// those that are in use, and what was searched for lately.
type finderSide struct {
	f       *finder
	words   []*filterHint
	lately  *fyne.Container
	recent  *fyne.Container // the heading of it, and the list
	content *parts.Scroller
}

// filterHint is a word that narrows a search.
type filterHint struct {
	names   []string // of the filters; none for a form of a word
	example string
	begins  string // what is typed for it
	what    string
	is      func(text string, w journal.Word) bool // of a word that is no filter
	word    *parts.FilterWord
}

func filterHints() []*filterHint {
	return []*filterHint{
		{names: []string{"kind"}, example: "kind:moment", begins: "kind:", what: lang.L("reflection, moment, feedback or application")},
		{names: []string{"tag"}, example: "tag:release", begins: "tag:", what: lang.L("what carries this tag")},
		{names: []string{"person", "expectation"}, example: "person:oskar", begins: "person:", what: lang.L("who gave, saw or took part; also expectation:")},
		{names: []string{"before", "after", "since", "until", "on"}, example: "before:2026-05", begins: "before:", what: lang.L("earlier than this month or day; also after: since: until: on:")},
		{names: []string{"is", "has"}, example: "is:starred", begins: "is:", what: lang.L("also is:private and has:attachment")},
		{example: `"exact phrase"`, begins: `"`, what: lang.L("these words, in this order"), is: isPhrase},
		{example: "-word", begins: "-", what: lang.L("leave out what holds it"), is: func(_ string, w journal.Word) bool { return w.Not }},
		{example: "pre*", begins: "", what: lang.L("every word that starts so"), is: isBeginning},
	}
}

func isPhrase(text string, w journal.Word) bool { return !w.Not && strings.HasPrefix(text, `"`) }

func isBeginning(text string, w journal.Word) bool {
	return !w.Not && len(text) > 1 && strings.HasSuffix(text, "*")
}

func newFinderSide(f *finder) *finderSide {
	s := &finderSide{f: f, words: filterHints(), lately: parts.Down(look.Space4)}
	list := parts.Down(look.Space8, parts.NewSectionLabel(lang.L("Filter words")),
		sentenceText(lang.L("Type them anywhere, in any order. All must hold.")))
	for _, h := range s.words {
		h.word = parts.NewFilterWord(h.example, h.what, func() { s.begin(h) })
		h.word.OnFocus = func() { s.content.Reveal(h.word) }
		list.Add(h.word)
	}
	clear := parts.NewButton(parts.Quiet, lang.L("Clear"), look.IconNone, s.forget)
	head := parts.Across(look.Space8, parts.NewSectionLabel(lang.L("Lately")), parts.Spring(), clear)
	s.recent = parts.Down(look.Space8, parts.NewHairline(), head, s.lately)
	s.recent.Hide()
	list.Add(s.recent)
	s.content = parts.NewScroller(parts.Inset(list, look.Space32, look.Space24, look.Space24, look.Space24))
	return s
}

// begin types the beginning of a filter word at the end of the field.
func (s *finderSide) begin(h *filterHint) {
	text := s.f.field.Editor.Text
	if text != "" && !strings.HasSuffix(text, " ") && h.begins != "" {
		text += " "
	}
	s.f.search(text + h.begins)
}

// show marks the words that are in use.
func (s *finderSide) show(q journal.Query, text string) {
	for _, h := range s.words {
		word, fill, ink, used := h.example, look.ColorSunken, look.ColorInk, false
		for _, w := range q.Words {
			typed := text[w.From:w.To]
			if w.Odd == "" && h.means(typed, w) {
				word, used = typed, true
				fill, ink = filterColors(w)
				break
			}
		}
		h.word.SetUse(word, fill, ink, used)
	}
}

// means tells whether a word of the query is what the hint is about.
func (h *filterHint) means(text string, w journal.Word) bool {
	if w.Filter == "" {
		return h.is != nil && h.is(text, w)
	}
	for _, name := range h.names {
		if w.Filter == name {
			return true
		}
	}
	return false
}

// readLately lists what was searched for lately.
func (s *finderSide) readLately() {
	task(s.f.w, "read the searches", func(ctx context.Context) ([]string, error) {
		return s.f.w.journal.Searches(ctx)
	}, s.showLately)
}

func (s *finderSide) showLately(all []string) {
	s.lately.Objects = nil
	for _, text := range all {
		s.lately.Add(s.again(text))
	}
	setVisible(s.recent, len(all) > 0)
	s.content.Refresh()
}

// again is a search that can be asked once more.
func (s *finderSide) again(text string) *parts.Tile {
	words := parts.NewText(text, parts.TypeUI)
	words.Truncate = true
	icon := parts.IconOf(look.IconClock, look.ColorInk3, look.IconSizeSmall)
	row := container.NewBorder(nil, nil, parts.Inset(icon, 0, look.Space8, 0, 0), nil, words)
	tile := parts.NewTile(parts.Inset(row, 2, 0, 2, 0), look.RadiusField, func() { s.f.search(text) })
	tile.Label, tile.Reach = text, 2
	tile.OnFocus = func() { s.content.Reveal(tile) }
	return tile
}

// forget forgets what was searched for.
func (s *finderSide) forget() {
	task(s.f.w, "forget the searches", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.f.w.journal.ForgetSearches(ctx)
	}, func(struct{}) {
		s.showLately(nil)
		s.f.w.win.Canvas().Focus(s.f.field.Editor)
	})
}
