package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"groundwork/ui/look"
)

// Option is one of the choices of a Select.
type Option struct{ Key, Label string }

// Select is a closed choice among more than a Segmented has room for: a field with what is chosen, which opens a list
// below it. An option with an empty key chooses nothing again, and shows as the place holder.
type Select struct {
	pressable
	// OnChosen is told the key of what the writer chose, if it is another than before.
	OnChosen func(key string)
	// Name is what is chosen, for readers of the screen.
	Name string

	placeHolder string
	options     []Option
	chosen      string
	list        *selectList // while it is open
	field       *selectField
}

var (
	_ fyne.Widget       = (*Select)(nil)
	_ fyne.Focusable    = (*Select)(nil)
	_ fyne.Disableable  = (*Select)(nil)
	_ fyne.Accessible   = (*Select)(nil)
	_ desktop.Hoverable = (*Select)(nil)
	_ listed            = (*Select)(nil)
)

// NewSelect returns a choice that shows the place holder until something is chosen.
func NewSelect(placeHolder string, options []Option, onChosen func(key string)) *Select {
	s := &Select{OnChosen: onChosen, placeHolder: placeHolder, options: slices.Clone(options)}
	s.press, s.field = s.open, newSelectField()
	s.init(look.RadiusField)
	s.ExtendBaseWidget(s)
	return s
}

// Selected returns the key of what is chosen, or nothing.
func (s *Select) Selected() string { return s.chosen }

// SetSelected chooses by key without telling OnChosen. A key that is none of the options chooses nothing.
func (s *Select) SetSelected(key string) {
	if s.at(key) < 0 {
		key = ""
	}
	if s.chosen != key {
		s.chosen = key
		s.Refresh()
	}
}

// SetOptions changes what there is to choose from. What was chosen stays if it is among them.
func (s *Select) SetOptions(options []Option) {
	s.close()
	s.options = slices.Clone(options)
	s.SetSelected(s.chosen)
	s.Refresh()
}

func (s *Select) at(key string) int {
	return slices.IndexFunc(s.options, func(o Option) bool { return o.Key == key })
}

// label is what an option is called in the list.
func (s *Select) label(o Option) string {
	if o.Label == "" {
		return s.placeHolder
	}
	return o.Label
}

// shown is what the field says, and whether that is a choice.
func (s *Select) shown() (text string, chosen bool) {
	at := s.at(s.chosen)
	switch {
	case s.chosen != "" && at >= 0:
		return s.label(s.options[at]), true
	case s.placeHolder == "" && at >= 0:
		return s.options[at].Label, false
	}
	return s.placeHolder, false
}

// AccessibilityLabel reads the name and what is chosen.
func (s *Select) AccessibilityLabel() string {
	text, _ := s.shown()
	if s.Name == "" {
		return text
	}
	return s.Name + ", " + text
}

// TypedKey opens the list with Down and Enter. Space comes as a rune.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown {
		s.pressed()
		return
	}
	s.pressable.TypedKey(e)
}

// open lists the options below the field.
func (s *Select) open() {
	if s.list == nil {
		s.list = openList(s)
	}
}

// close takes the list away, if it is open.
func (s *Select) close() {
	if s.list != nil {
		s.list.close()
	}
}

// listRows are the options as the list calls them, and which is in force.
func (s *Select) listRows() (labels []string, chosen int) {
	for _, o := range s.options {
		labels = append(labels, s.label(o))
	}
	return labels, s.at(s.chosen)
}

func (s *Select) listClosed() { s.list = nil }

func (s *Select) listBelow() fyne.Size { return s.Size() }

// choose is the writer's choice.
func (s *Select) choose(i int) {
	key := s.options[i].Key
	if key == s.chosen {
		return
	}
	s.chosen = key
	s.Refresh()
	if s.OnChosen != nil {
		s.OnChosen(key)
	}
}

// MouseIn lights the field, and names in a tip what is chosen where that is cut.
func (s *Select) MouseIn(e *desktop.MouseEvent) {
	s.pressable.MouseIn(e)
	if text, _ := s.shown(); s.field.cuts(text) {
		showTip(s, text, tipBelow)
	}
}

// MouseOut puts the light out.
func (s *Select) MouseOut() {
	s.pressable.MouseOut()
	hideTip(s)
}

// CreateRenderer is for Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(s, s.layout, s.minSize, s.paint, append(s.field.objects(), s.ring)...)
}

// minSize has room for a short word; the place it stands in gives it what the longest one needs.
func (s *Select) minSize() fyne.Size { return fyne.NewSize(selectLeast, look.FieldHeight) }

const selectLeast float32 = 96

func (s *Select) layout(size fyne.Size) {
	text, chosen := s.shown()
	s.field.layout(text, selectType(chosen && !s.Disabled()), size)
	s.paintRing(size)
}

func (s *Select) paint() {
	_, chosen := s.shown()
	s.field.paint(selectType(chosen && !s.Disabled()), s.hovered, s.Disabled())
	s.paintRing(s.Size())
}
