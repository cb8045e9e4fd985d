package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// TagField shows tags as chips and ends in an offer to add one, which turns into a small line to type in. Enter or a
// comma adds what is typed, Backspace in the empty line takes the last tag away, Escape gives up. A tag may hold spaces
// and slashes.
type TagField struct {
	widget.BaseWidget
	adder
	// OnChanged is told all tags after the writer added or took away one.
	OnChanged func(tags []string)
	// Suggest, if set, is asked for tags that go with what is typed. Up to suggestions of them are offered below.
	Suggest func(prefix string) []string

	tags []string
}

var _ fyne.Widget = (*TagField)(nil)

// tagPrefix stands before each tag on its chip.
const tagPrefix = "#"

// NewTagField returns a field without tags. The label is that of the offer to add one.
func NewTagField(addLabel string) *TagField {
	f := &TagField{}
	add := NewChip(ChipAdd, addLabel, look.IconPlus, f.Begin)
	add.OnFocus = f.reached
	f.adder.init(f, add, look.ChipHeight, look.Space8)
	f.offers.prefix = tagPrefix
	f.ExtendBaseWidget(f)
	f.arrange()
	return f
}

// Tags returns the tags in their order.
func (f *TagField) Tags() []string { return slices.Clone(f.tags) }

// SetTags replaces the tags without telling OnChanged.
func (f *TagField) SetTags(tags []string) {
	f.tags = slices.Clone(tags)
	f.arrange()
}

// CreateRenderer is for Fyne.
func (f *TagField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(f.flow)
}

// Resize tells the chips their width, on which the height depends.
func (f *TagField) Resize(size fyne.Size) {
	f.BaseWidget.Resize(size)
	f.flow.Resize(size)
}

func (f *TagField) chips() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(f.tags))
	for i, tag := range f.tags {
		chip := NewChip(ChipPlain, tagPrefix+tag, look.IconNone, nil)
		chip.OnRemove, chip.OnFocus = func() { f.remove(i) }, f.reached
		objects = append(objects, chip)
	}
	return objects
}

func (f *TagField) suggest(typed string) []string {
	if f.Suggest == nil {
		return nil
	}
	return f.Suggest(typed)
}

func (f *TagField) has(tag string) bool { return slices.Contains(f.tags, tag) }

// push adds a tag that is not there yet, and tells of it.
func (f *TagField) push(tag string) bool {
	tag = strings.TrimPrefix(strings.TrimSpace(tag), tagPrefix)
	if tag == "" || f.has(tag) {
		return true
	}
	f.tags = append(f.tags, tag)
	f.told()
	return true
}

func (f *TagField) removeLast() {
	if len(f.tags) > 0 {
		f.remove(len(f.tags) - 1)
	}
}

func (f *TagField) remove(i int) {
	f.tags = slices.Delete(slices.Clone(f.tags), i, i+1)
	f.arrange()
	f.told()
}

func (f *TagField) told() {
	if f.OnChanged != nil {
		f.OnChanged(f.Tags())
	}
}
