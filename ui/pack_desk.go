package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

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
	way     *fyne.Container  // around them
	preview *pagePreview
}

func newPackDesk(p *pack) *packDesk {
	d := &packDesk{p: p, tabs: packTabs(p), preview: newPagePreview(p.w)}
	d.tabs.OnNav = true
	d.way = parts.Across(0, parts.Spring(), d.tabs)
	body := parts.DownFill(look.Space8, d.way, d.preview.content)
	d.way.Hide()
	d.content = container.NewStack(parts.NewSurface(look.ColorNav, "", 0),
		parts.Inset(body, look.Space32, look.Space40, look.Space20, look.Space40))
	return d
}

// show has the pages of the pack set anew, in the form in which it leaves.
func (d *packDesk) show(s *packSheet) {
	maker, form := d.p.maker(), d.p.list.foot.form
	material, pack := s.material, s.pack.Clone()
	d.preview.set(func(ctx context.Context, progress func(int)) (*paper.Pages, string, error) {
		pages, err := maker.Show(ctx, evidence.Book(material, pack), form, paper.Options{Progress: progress})
		return pages, lang.L("Preview: the pages as they are written"), err
	})
}
