package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// shown is what the field says.
func (s *Segmented) shown() string {
	if s.chosen < 0 {
		return lang.L("Not chosen")
	}
	return s.segments[s.chosen].label
}

func (s *Segmented) fieldType() Type { return selectType(s.chosen >= 0 && !s.Disabled()) }

// Tapped opens the list where the words are folded. Else they are tapped themselves.
func (s *Segmented) Tapped(*fyne.PointEvent) {
	if s.folded {
		s.openList()
	}
}

// TypedRune chooses with the space bar, or opens the list.
func (s *Segmented) TypedRune(r rune) {
	if s.folded && r == ' ' {
		s.openList()
		return
	}
	s.chooser.TypedRune(r)
}

// TypedKey goes from word to word and chooses, or opens the list with Down and Enter.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	if !s.folded || e.Name == fyne.KeyEscape {
		s.chooser.TypedKey(e)
		return
	}
	switch e.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		s.openList()
	}
}

func (s *Segmented) openList() {
	if s.list == nil && !s.Disabled() {
		s.list = openList(s)
	}
}

func (s *Segmented) closeList() {
	if s.list != nil {
		s.list.close()
	}
}

func (s *Segmented) listClosed() { s.list = nil }

// listBelow is the size of the field: no wider than its words.
func (s *Segmented) listBelow() fyne.Size {
	return fyne.NewSize(fyne.Min(s.Size().Width, s.narrowest()), trackHeight)
}

// listRows are the words, and which is chosen.
func (s *Segmented) listRows() (labels []string, chosen int) {
	for _, seg := range s.segments {
		labels = append(labels, seg.label)
	}
	return labels, s.chosen
}

// MouseIn lights the field, and names in a tip what is chosen where that is cut.
func (s *Segmented) MouseIn(*desktop.MouseEvent) {
	s.light(true)
	if s.folded && s.field.cuts(s.shown()) {
		showTip(s, s.shown(), tipBelow)
	}
}

// MouseMoved does nothing: the field is lit as a whole.
func (s *Segmented) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (s *Segmented) MouseOut() {
	s.light(false)
	hideTip(s)
}

func (s *Segmented) light(on bool) {
	s.hovered = on
	if s.folded {
		s.Refresh()
	}
}

// Cursor is the hand over the field.
func (s *Segmented) Cursor() desktop.Cursor {
	if s.folded && !s.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
