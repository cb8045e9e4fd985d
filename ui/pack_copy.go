package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// copySection opens a panel from which a section of the pack is copied as plain
// text, for the form of a review.
func (p *pack) copySection(key string) {
	section := p.sheet.pack.Section(key)
	if section == nil {
		return
	}
	text := evidence.SectionText(p.sheet.material, p.sheet.pack, key)
	shown := parts.NewParagraph("", parts.TypeMemory, 22)
	room := parts.NewScroller(shown)
	line := newCopyLine(p.w, func() string { return text })
	line.onCut = func(cut string) { shown.SetText(cut); room.Refresh() }
	const most = 280
	var overlay *parts.Overlay
	add := parts.NewButton(parts.Outline, lang.L("Add a line of my own"), look.IconPlus, func() {
		overlay.Hide()
		p.addLine(key)
	})
	overlay = p.w.overlay(section.Title, line.content, p.w.inPanel(room, most), parts.Across(0, add))
	line.show()
	p.w.win.Canvas().Focus(line.copy)
}

// addLine adds an empty line to a section, and opens it to be written. It goes
// again where nothing is written.
func (p *pack) addLine(key string) {
	p.change("add a line to a pack", func(now *journal.Pack) { *now = evidence.Add(*now, key, "") }, func() {
		section := p.sheet.pack.Section(key)
		if section == nil || len(section.Bullets) == 0 {
			return
		}
		place := evidence.Place{Section: key, At: len(section.Bullets) - 1}
		p.list.goTo(place)
		p.openBullet(place, section.Bullets[place.At])
	})
}
