package ui

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// newsWords say what there is for the pack since it was made, or "".
func (s *packSheet) newsWords() string {
	switch n := len(s.news.New); {
	case !s.stale:
		return ""
	case n == 0:
		return lang.L("Bring it up to date")
	case n == 1:
		return lang.L("Add 1 new line")
	default:
		return lang.L("Add {{.Count}} new lines", values{"Count": inGroups(n)})
	}
}

// takeNews takes in what is new since the pack was made. Nothing that was
// edited, moved or left out is lost.
func (p *pack) takeNews() {
	m := p.sheet.material
	var fresh []journal.Bullet
	p.change("add what is new to a pack", func(now *journal.Pack) {
		gained, news := evidence.Rebuild(m, *now)
		*now = gained
		for _, at := range news.New {
			fresh = append(fresh, gained.Section(at.Section).Bullets[at.At])
		}
	}, func() {
		p.sheet.fresh = append(p.sheet.fresh, fresh...)
		p.show()
		p.list.focus()
	})
}

// newsOf says in a word why the writer should look at a bullet, or nothing.
func (s *packSheet) newsOf(b journal.Bullet) string {
	switch {
	case evidence.Gone(s.material, b):
		return lang.L("Its entry is gone")
	case !evidence.GoesOut(s.material, b):
		return lang.L("Stays in")
	case slices.ContainsFunc(s.fresh, func(each journal.Bullet) bool { return same(each, b) }):
		return lang.L("New")
	}
	return ""
}
