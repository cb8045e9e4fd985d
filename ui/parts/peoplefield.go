package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// NameChip is a person in a PeopleField. Key tells people of one name apart; it is empty for a name that was typed.
type NameChip struct{ Key, Name string }

// PeopleField shows people as chips and ends in an offer to add one, which turns into a small line to type in. Enter or
// a comma adds what is typed, Backspace in the empty line takes the last one away, Escape gives up.
type PeopleField struct {
	widget.BaseWidget
	adder
	// OnChanged is told all people after the writer added or took away one.
	OnChanged func(people []NameChip)
	// OnOpen is told which person was pressed.
	OnOpen func(person NameChip)
	// Suggest, if set, is asked for names that go with what is typed.
	Suggest func(prefix string) []string

	people []NameChip
	shown  []*personChip
	below  *Paragraph // what is wrong with a name
}

var _ fyne.Widget = (*PeopleField)(nil)

// peopleGap is between chips.
const peopleGap float32 = 6

// NewPeopleField returns a field without people. The label names the offer to add one.
func NewPeopleField(addLabel string) *PeopleField {
	f := &PeopleField{below: NewParagraph("", TypeCaption.In(look.ColorWarn), belowLeading)}
	add := NewIconButton(look.IconPlus, addLabel, f.Begin)
	add.Side, add.IconSize, add.Fill, add.Radius, add.Ink = personHeight, look.IconSizeSmall, look.ColorSunken, personHeight/2, look.ColorInk
	add.OnFocus = f.reached
	f.adder.init(f, add, personHeight, peopleGap)
	f.ExtendBaseWidget(f)
	f.arrange()
	return f
}

// People returns the people in their order.
func (f *PeopleField) People() []NameChip { return slices.Clone(f.people) }

// SetPeople replaces the people without telling OnChanged. A name that is being typed stays.
func (f *PeopleField) SetPeople(people []NameChip) {
	f.people = slices.Clone(people)
	f.keepFocus(f.arrange)
}

// CreateRenderer is for Fyne.
func (f *PeopleField) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, func() {}, f.flow, f.below)
}

// Resize tells the chips their width, on which the height depends.
func (f *PeopleField) Resize(size fyne.Size) {
	f.flow.Resize(fyne.NewSize(size.Width, f.flow.Size().Height))
	f.below.Resize(fyne.NewSize(size.Width, f.below.Size().Height))
	f.BaseWidget.Resize(size)
}

func (f *PeopleField) minSize() fyne.Size {
	min := f.flow.MinSize()
	if f.below.Text() != "" {
		min.Height += belowGap + f.below.MinSize().Height
	}
	return min
}

func (f *PeopleField) layout(size fyne.Size) {
	height := f.flow.MinSize().Height
	f.flow.Resize(fyne.NewSize(size.Width, height))
	f.below.Move(fyne.NewPos(0, height+belowGap))
	f.below.Resize(fyne.NewSize(size.Width, f.below.MinSize().Height))
	setVisible(f.below, f.below.Text() != "")
}

// lineHeight is that of the first line of chips, for the label beside it.
func (f *PeopleField) lineHeight() float32 { return personHeight }

func (f *PeopleField) chips() []fyne.CanvasObject {
	f.shown = nil
	objects := make([]fyne.CanvasObject, 0, len(f.people)+1)
	for _, p := range f.people {
		chip := newPersonChip(p.Name, func() { f.open(p) }, func() { f.remove(p) })
		chip.OnFocus = f.reached
		f.shown = append(f.shown, chip)
		objects = append(objects, chip)
	}
	return objects
}

func (f *PeopleField) suggest(typed string) []string {
	f.complain("")
	if f.Suggest == nil {
		return nil
	}
	return f.Suggest(typed)
}

func (f *PeopleField) complain(problem string) {
	if f.below.Text() != problem {
		f.below.SetText(problem)
		f.Refresh()
	}
}

func (f *PeopleField) has(name string) bool {
	return slices.ContainsFunc(f.people, func(p NameChip) bool { return strings.EqualFold(p.Name, name) })
}

// push adds a person who is not there yet, and tells of it. A name that is too long stays in the line.
func (f *PeopleField) push(name string) bool {
	name, problem := readName(strings.TrimSpace(name))
	f.complain(problem)
	switch {
	case problem != "":
		return false
	case name == "" || f.has(name):
		return true
	}
	f.people = append(f.people, NameChip{Name: name})
	f.told()
	return true
}

func (f *PeopleField) removeLast() {
	if len(f.people) > 0 {
		f.remove(f.people[len(f.people)-1])
	}
}

func (f *PeopleField) remove(p NameChip) {
	at := slices.Index(f.people, p)
	if at < 0 {
		return
	}
	f.people = slices.Delete(slices.Clone(f.people), at, at+1)
	f.keepFocus(f.arrange)
	f.told()
}

// keepFocus does what makes the chips anew, and gives the keyboard back to the place it had among them.
func (f *PeopleField) keepFocus(do func()) {
	at := slices.IndexFunc(f.shown, func(c *personChip) bool { return c.focused })
	do()
	switch {
	case at < 0:
	case at < len(f.shown):
		f.focus(f.shown[at])
	case !f.typing:
		f.focus(f.add)
	}
}

func (f *PeopleField) open(p NameChip) {
	if f.OnOpen != nil {
		f.OnOpen(p)
	}
}

func (f *PeopleField) told() {
	if f.OnChanged != nil {
		f.OnChanged(f.People())
	}
}
