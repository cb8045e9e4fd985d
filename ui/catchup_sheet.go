package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// pastedSheet is a panel in which a piece of a pasted list is corrected. What is
// changed in it holds at once.
type pastedSheet struct {
	p       *pastedList
	at      int
	source  string // of the piece
	text    *parts.Field
	when    *parts.DateField
	kind    *parts.Segmented
	proves  *fyne.Container
	more    *parts.Select
	overlay *parts.Overlay
}

// correct opens a piece, with the keyboard at the field a chip stands for.
func (p *pastedList) correct(i int, chip string) {
	s := &pastedSheet{p: p, at: i, source: p.entries[i].Source, text: parts.NewField(lang.L("What was it?")), proves: parts.Flow(look.Space8, look.Space8)}
	e := p.entries[i]
	s.text.Editor.Load(e.Text)
	s.text.Editor.MaxBytes = journal.MaxText
	s.text.Editor.OnEdited = s.setText
	s.when = parts.NewDateField(s.readDate, s.setDate)
	s.when.Editor.SetPlaceHolder(lang.L("14 March, March, Q1"))
	if e.Known {
		s.when.SetText(entryDate(e.Day, e.Precision, p.c.read.today))
	}
	s.kind = parts.NewSegmented(kindSegments(), s.setKind)
	s.kind.SetSelected(string(e.Kind))
	s.more = parts.NewSelect(lang.L("Add an expectation"), nil, s.addExpectation)
	s.showExpectations()
	done := parts.NewButton(parts.Primary, lang.L("Done"), look.IconNone, s.close)
	content := []fyne.CanvasObject{s.text, parts.FormRow(lang.L("When"), s.when), parts.FormRow(lang.L("Kind"), parts.Across(0, s.kind))}
	if len(p.c.read.expectations) > 0 {
		content = append(content, parts.FormRow(lang.L("Supports"), s.proves))
	}
	content = append(content, parts.Across(look.Space8, parts.Spring(), done))
	s.overlay = p.c.w.overlay(lang.L("Before it is added"), content...)
	p.c.w.win.Canvas().Focus(s.first(chip))
}

// first is where the keyboard begins.
func (s *pastedSheet) first(chip string) fyne.Focusable {
	switch chip {
	case chipWhen:
		return s.when.Editor
	case chipKind:
		return s.kind
	case chipProves:
		return s.more
	}
	s.text.Editor.CursorToEnd()
	return s.text.Editor
}

// close takes what is typed in the date, and goes back to the list.
func (s *pastedSheet) close() {
	s.when.Take()
	if s.when.Problem() == "" {
		s.overlay.Hide()
	}
}

// change changes the piece, unless it was added meanwhile.
func (s *pastedSheet) change(change func(*journal.PastedEntry)) {
	if s.at >= len(s.p.entries) || s.p.entries[s.at].Source != s.source {
		return
	}
	e := s.p.entries[s.at]
	change(&e)
	s.p.change(s.at, e)
}

// setText changes the words; without any it stays what it was.
func (s *pastedSheet) setText(text string) {
	if text = strings.TrimSpace(text); text != "" {
		s.change(func(e *journal.PastedEntry) { e.Text = text })
	}
}

// readDate reads when it was.
func (s *pastedSheet) readDate(text string) (shown, problem string) {
	today := s.p.c.read.today
	day, precision, err := s.p.c.w.journal.DatesFrom(today).Filed(text)
	if err != nil {
		return "", sentence(err)
	}
	return entryDate(day, precision, today), ""
}

// setDate files it. With its date a piece is one to be added.
func (s *pastedSheet) setDate(text string) {
	day, precision, err := s.p.c.w.journal.DatesFrom(s.p.c.read.today).Filed(text)
	if err != nil { // it was emptied
		day, precision = journal.Day{}, ""
	}
	s.change(func(e *journal.PastedEntry) {
		e.In = !day.IsZero() && (e.In || !e.Known)
		e.Day, e.Precision, e.Known = day, precision, !day.IsZero()
	})
}

func (s *pastedSheet) setKind(kind string) {
	s.change(func(e *journal.PastedEntry) { e.Kind = journal.Kind(kind) })
}

// showExpectations shows which expectations it supports, and offers the others.
func (s *pastedSheet) showExpectations() {
	if s.at >= len(s.p.entries) {
		return
	}
	chosen := s.p.entries[s.at].Expectations
	s.proves.Objects = nil
	var others []parts.Option
	for _, x := range s.p.c.read.expectations {
		if !slices.Contains(chosen, x.ID) {
			others = append(others, parts.Option{Key: string(x.ID), Label: x.Name})
			continue
		}
		chip := parts.NewChip(parts.ChipSoft, x.Name, look.IconNone, nil)
		chip.OnRemove = func() { s.removeExpectation(x.ID) }
		s.proves.Add(chip)
	}
	s.more.SetOptions(others)
	if len(others) > 0 {
		s.proves.Add(fixedWidth(expectationWidth, s.more))
	}
	if s.overlay != nil {
		s.overlay.Refresh()
	}
}

// expectationWidth is the width of the choice among expectations.
const expectationWidth float32 = 300

func (s *pastedSheet) addExpectation(id string) {
	if id == "" {
		return
	}
	s.change(func(e *journal.PastedEntry) { e.Expectations = append(slices.Clone(e.Expectations), journal.ID(id)) })
	s.more.SetSelected("")
	s.showExpectations()
}

func (s *pastedSheet) removeExpectation(id journal.ID) {
	s.change(func(e *journal.PastedEntry) {
		e.Expectations = slices.DeleteFunc(slices.Clone(e.Expectations), func(x journal.ID) bool { return x == id })
	})
	s.showExpectations()
	s.p.c.w.win.Canvas().Focus(s.more)
}

// kindSegments are the four kinds as the choices of one track.
func kindSegments() []parts.Segment {
	var all []parts.Segment
	for _, k := range journal.Kinds() {
		all = append(all, parts.Segment{Key: string(k), Label: kindName(k)})
	}
	return all
}
