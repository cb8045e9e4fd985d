package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// involvedSheet is a small panel on what a person is in an entry.
type involvedSheet struct {
	today   *today
	desk    *desk
	at      int // among the people of the entry
	roles   *parts.Segmented
	overlay *parts.Overlay
}

// openInvolved shows what a person is in an entry, with the way to change it
// and to the person's own page.
func (t *today) openInvolved(d *desk, ref string) {
	people := d.draft.Entry().People
	s := &involvedSheet{today: t, desk: d}
	s.at = slices.IndexFunc(people, func(p journal.Involved) bool { return p.Person == ref })
	if s.at < 0 {
		return
	}
	s.roles = parts.NewSegmented(segments(journal.PersonRoles(), roleName), s.setRole)
	s.roles.SetSelected(people[s.at].Role)
	content := []fyne.CanvasObject{sentenceText(lang.L("In this entry they are")), parts.Across(0, s.roles)}
	if p, known := t.person(ref); known {
		page := parts.NewButton(parts.Outline, lang.L("Open their page"), look.IconPeople, func() { s.openPage(p.ID) })
		content = append(content, parts.Across(look.Space8, parts.Spring(), page))
	}
	s.overlay = t.w.overlay(t.personName(ref), content...)
	t.w.win.Canvas().Focus(s.roles)
}

func (s *involvedSheet) setRole(role string) {
	people := s.desk.draft.Entry().People
	if s.at < len(people) {
		people[s.at].Role = role
		choose(s.desk, func(e *journal.Entry) *[]journal.Involved { return &e.People }, people)
		s.today.redraw(s.desk)
	}
	s.overlay.Hide()
}

func (s *involvedSheet) openPage(id journal.ID) {
	s.overlay.Hide()
	s.today.w.frame.people.open(id)
}
