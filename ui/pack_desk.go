package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/document"
	"groundwork/journal/document/paper"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// packDesk is the right column: the pages of the pack as they are written.
type packDesk struct {
	p       *pack
	content *fyne.Container
	tabs    *parts.Segmented // to the lines, where there is room for one column
	preview *pagePreview
}

func newPackDesk(p *pack) *packDesk {
	d := &packDesk{p: p, tabs: packTabs(p), preview: newPagePreview(p.w)}
	d.tabs.Hide()
	body := parts.DownFill(look.Space12, d.tabs, d.preview.content)
	d.content = container.NewStack(parts.NewSurface(look.ColorNav, "", 0),
		parts.Inset(body, look.Space32, look.Space40, look.Space20, look.Space40))
	return d
}

// show has the pages of the pack set anew.
func (d *packDesk) show(s *packSheet) {
	material, pack := s.material, s.pack.Clone()
	d.preview.set(func(ctx context.Context, press *paper.Press, progress func(int)) (*paper.Pages, string, error) {
		pages, err := press.Set(ctx, evidence.Book(material, pack), paper.Options{Progress: progress})
		return pages, lang.L("Preview: the pages as they are written"), err
	})
}

// shownBook is the document that is on the pages.
func (p *pack) shownBook() document.Book {
	return evidence.Book(p.sheet.material, p.sheet.pack.Clone())
}
