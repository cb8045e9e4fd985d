package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// evidenceSheet is a small panel on how strongly an entry supports one
// expectation.
type evidenceSheet struct {
	line    *evidenceLine
	desk    *desk
	at      int // among the evidence of the entry
	cells   *parts.StrengthCells
	note    *parts.Field
	overlay *parts.Overlay
}

// open shows the evidence for one of the expectations.
func (l *evidenceLine) open(at int) {
	e := l.today.desk.draft.Entry()
	if at >= len(e.Evidence) {
		return
	}
	v := e.Evidence[at]
	s := &evidenceSheet{line: l, desk: l.today.desk, at: at}
	s.cells = parts.NewStrengthCells(strengthNames(), s.setStrength)
	s.cells.SetStrength(v.Strength.Rank() - 1)
	s.note = parts.NewField(lang.L("Why it shows this"))
	s.note.Editor.Load(v.Note)
	s.note.Editor.OnEdited = s.writeNote
	why := parts.NewText(proposedWords(&e), parts.TypeCaption)
	remove := parts.NewButton(parts.Quiet, lang.L("Take it away"), look.IconTrash, s.remove)
	done := parts.NewButton(parts.Primary, lang.L("Done"), look.IconCheck, s.close)
	s.overlay = l.today.w.overlay(l.name(v.Expectation), s.cells, why, s.note,
		parts.Across(look.Space8, parts.Spring(), remove, done))
	l.today.w.win.Canvas().Focus(s.cells)
}

// evidence gives the evidence of the entry and whether this one is still there.
func (s *evidenceSheet) evidence() ([]journal.Evidence, bool) {
	all := s.desk.draft.Entry().Evidence
	return all, s.at < len(all)
}

func (s *evidenceSheet) setStrength(i int) {
	if all, ok := s.evidence(); ok {
		all[s.at].Strength, all[s.at].Chosen = journal.Strengths()[i], true
		s.line.set(all)
	}
}

// writeNote keeps the note letter by letter.
func (s *evidenceSheet) writeNote(text string) {
	s.desk.draft.Edit(func(e *journal.Entry) {
		if s.at < len(e.Evidence) {
			e.Evidence[s.at].Note = text
		}
	})
}

func (s *evidenceSheet) remove() {
	if _, ok := s.evidence(); ok {
		s.line.remove(s.at)
	}
	s.close()
}

func (s *evidenceSheet) close() { s.overlay.Hide() }
