package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// readingShare is how much of the room beside the tree the text of a reading
// view takes: enough for a line that is good to read.
const readingShare float32 = 0.64

// typeReading is the text of a reading view.
var typeReading = parts.Type{Face: parts.Serif, Size: look.SizeField, Color: look.ColorInk}

// libraryReading is the reading view of a document: what it says, in our
// words, and beside it what it leaves open and what it names.
type libraryReading struct {
	l          *library
	text       *fyne.Container // in the middle column
	notes      *fyne.Container // in the right one
	back, more *fyne.Container
	notesBack  *fyne.Container
	title      *parts.Paragraph
	paragraphs *fyne.Container
	open       *fyne.Container // what the document leaves open
	named      *fyne.Container // what it names, with its label
	scroll     *parts.Scroller
	noteScroll *parts.Scroller
}

func newLibraryReading(l *library) *libraryReading {
	r := &libraryReading{
		l: l, title: parts.NewParagraph("", parts.TypeDetailTitle, 29),
		paragraphs: parts.Down(look.Space12), open: parts.Down(look.Space8), named: parts.Down(look.Space8),
	}
	r.back, r.notesBack = backButton(l), backButton(l)
	r.more = wayOf(parts.NewButton(parts.Quiet, lang.L("What the document leaves open"), look.IconArrow, func() { l.panes.Go(2) }))
	words := parts.Down(look.Space16, r.back, parts.Down(look.Space4, r.title, sentenceText(lang.L("What it says, in our words"))), r.paragraphs, r.more)
	r.scroll = parts.NewScroller(parts.Inset(parts.Gutter(words, 0, 0), look.Space32, 0, look.Space24, 0))
	notes := parts.Down(look.Space20, r.notesBack,
		parts.Down(look.Space8, sectionParagraph(lang.L("What the document leaves open")), r.open), r.named)
	r.noteScroll = parts.NewScroller(parts.Inset(parts.Gutter(notes, 0, 0), look.Space40, 0, look.Space24, 0))
	r.text, r.notes = container.NewStack(r.scroll), container.NewStack(r.noteScroll)
	return r
}

// sectionParagraph is the name of a section that may take two lines.
func sectionParagraph(text string) *parts.Paragraph {
	return parts.NewParagraph(text, parts.TypeSection, 20)
}

// showReading shows the reading view of a document.
func (l *library) showReading(s *prompts.Source) {
	l.panes.SetShare(readingShare)
	only(l.middle, l.reading.text)
	only(l.right, l.reading.notes)
	l.reading.show(s)
}

func (r *libraryReading) show(s *prompts.Source) {
	r.title.SetText(s.Title)
	r.paragraphs.Objects, r.open.Objects, r.named.Objects = nil, nil, nil
	for block := range strings.SplitSeq(s.Reading, "\n\n") {
		r.paragraphs.Add(parts.NewParagraph(strings.Join(strings.Fields(block), " "), typeReading, 23))
	}
	for _, note := range s.Notes {
		r.open.Add(parts.NewParagraph(note, parts.TypeCaption, 18))
	}
	if len(s.Names) > 0 {
		r.named.Add(sectionParagraph(lang.L("What it names")))
		for _, name := range s.Names {
			r.named.Add(parts.NewParagraph(name, parts.TypeCaption, 18))
		}
	}
	setVisible(r.named, len(s.Names) > 0)
	for _, scroll := range []*parts.Scroller{r.scroll, r.noteScroll} {
		scroll.Refresh()
		scroll.ToTop()
	}
}
