package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/document"
	"groundwork/journal/document/paper"
	"groundwork/journal/evidence"
	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// packAlone is a document beside the pack that has the page to itself: the one
// sheet to rehearse from, or what a new manager should know.
type packAlone struct {
	p       *pack
	kind    aloneKind
	content *fyne.Container
	title   *parts.Paragraph
	line    *parts.Paragraph
	back    *parts.Button
	preview *pagePreview
}

// aloneKind is which document it is.
type aloneKind int

// The documents beside a pack.
const (
	aloneRehearsal aloneKind = iota
	aloneManager
)

func newPackAlone(p *pack) *packAlone {
	a := &packAlone{p: p, title: parts.NewParagraph("", parts.TypePageTitle, 0), line: sentenceText(""), preview: newPagePreview(p.w)}
	a.back = parts.NewButton(parts.Quiet, lang.L("Evidence pack"), look.IconChevronLeft, p.back)
	a.back.Ink, a.back.Height = look.ColorInk2, look.Space24
	save := parts.NewButton(parts.Outline, lang.L("Save PDF…"), look.IconNone, a.save)
	printer := parts.NewButton(parts.Outline, lang.L("Print"), look.IconNone, a.print)
	head := parts.Down(look.Space4, inLine(a.back),
		container.New(&withActions{}, parts.Down(0, a.title, a.line), parts.Across(look.Space8, printer, save)))
	a.content = container.NewStack(parts.NewSurface(look.ColorNav, "", 0), parts.Inset(
		parts.DownFill(look.Space12, parts.Gutter(head, 0, 0), parts.Gutter(a.preview.content, 0, 0)), look.Space24, 0, look.Space20, 0))
	a.content.Hide()
	return a
}

// rehearse shows the one sheet to rehearse from.
func (p *pack) rehearse() { p.alone.open(aloneRehearsal) }

// forNewManager shows what a new manager should know.
func (p *pack) forNewManager() { p.alone.open(aloneManager) }

// open gives a document the page.
func (a *packAlone) open(kind aloneKind) {
	if a.p.sheet == nil {
		return
	}
	a.kind = kind
	a.title.SetText(lang.L("Rehearse"))
	a.line.SetText(lang.L("Read it aloud, then once more without looking."))
	if kind == aloneManager {
		a.title.SetText(lang.L("For a new manager"))
		a.line.SetText(lang.L("Who you are, what you have shown, and what was agreed. Read it before you send it."))
	}
	a.content.Show()
	a.p.split.Hide()
	a.show(a.p.sheet)
	a.p.room.Refresh()
	a.p.w.win.Canvas().Focus(a.preview.sheets)
}

// close gives the page back to the pack.
func (a *packAlone) close() {
	if a.content.Visible() {
		a.content.Hide()
		a.p.split.Show()
		a.p.room.Refresh()
	}
}

// show has the pages set anew, if they are in sight.
func (a *packAlone) show(s *packSheet) {
	if !a.content.Visible() {
		return
	}
	maker, h := a.p.maker(), a.handout(s)
	a.preview.set(func(ctx context.Context, progress func(int)) (*paper.Pages, string, error) {
		pages, err := maker.Show(ctx, h.book, handout.PDF, paper.Options{Large: h.large, Progress: progress})
		return pages, "", err
	})
}

// handout is the document in sight.
func (a *packAlone) handout(s *packSheet) packHandout {
	pack, day := s.pack.Clone(), values{"Day": s.today.String()}
	if a.kind == aloneManager {
		return packHandout{name: lang.L("For a new manager {{.Day}}", day), book: evidence.NewManager(s.material, pack)}
	}
	return packHandout{name: lang.L("Rehearsal {{.Day}}", day), book: document.Of(nil, evidence.Rehearsal(s.material, pack)), large: true}
}

func (a *packAlone) save() {
	a.p.w.saveAs(a.p.leaving(handout.PDF, a.title.Text(), a.handout(a.p.sheet)))
}

func (a *packAlone) print() { a.p.w.print(a.p.leaving(handout.PDF, "", a.handout(a.p.sheet))) }
