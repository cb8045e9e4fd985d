package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// TagField shows tags as chips and ends in an offer to add one, which turns into a small line to type in. Enter or a
// comma adds what is typed, Backspace in the empty line takes the last tag away, Escape gives up. A tag may hold spaces
// and slashes.
type TagField struct {
	widget.BaseWidget
	// OnChanged is told all tags after the writer added or took away one.
	OnChanged func(tags []string)
	// Suggest, if set, is asked for tags that go with what is typed. Up to suggestions of them are offered below.
	Suggest func(prefix string) []string
	// Prefix stands before each tag on its chip.
	Prefix string

	tags    []string
	adding  bool
	offered []string
	offer   int // which suggestion the keyboard is at, -1 for none
	offers  []*Chip

	add     *Chip
	line    *Editor
	lineBox *tagLine
	flow    *fyne.Container
}

var _ fyne.Widget = (*TagField)(nil)

// suggestions is how many tags are offered.
const suggestions = 6

// tagLineWidth is how wide the line to type in is.
const tagLineWidth float32 = 140

// NewTagField returns a field without tags. The label is that of the offer to add one.
func NewTagField(addLabel string) *TagField {
	f := &TagField{Prefix: "#", offer: -1}
	f.add = NewChip(ChipAdd, addLabel, look.IconPlus, f.begin)
	f.line = NewEditor(Tag)
	f.line.OnEdited = f.typed
	f.line.OnEnter = f.commit
	f.line.OnEscape = f.cancel
	f.line.OnEmptyBackspace = f.removeLast
	f.line.OnBlur = f.left
	f.line.OnDown, f.line.OnUp = f.nextOffer, f.previousOffer
	f.lineBox = newTagLine(f.line)
	f.flow = container.New(&flowLayout{flow: flow{look.Space8, look.Space8}})
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

// arrange makes the chips anew. There are few, and seldom.
func (f *TagField) arrange() {
	objects := make([]fyne.CanvasObject, 0, len(f.tags)+2)
	f.offers = nil
	for i, tag := range f.tags {
		chip := NewChip(ChipPlain, f.Prefix+tag, look.IconNone, nil)
		chip.OnRemove = func() { f.remove(i) }
		objects = append(objects, chip)
	}
	if !f.adding {
		objects = append(objects, f.add)
	} else {
		objects = append(objects, f.lineBox)
		for i, tag := range f.offered {
			kind := ChipAdd
			if i == f.offer {
				kind = ChipSoft
			}
			chip := NewChip(kind, f.Prefix+tag, look.IconNone, func() { f.take(tag) })
			f.offers = append(f.offers, chip)
			objects = append(objects, chip)
		}
	}
	f.flow.Objects = objects
	f.flow.Refresh()
	f.Refresh()
}

func (f *TagField) begin() {
	f.adding = true
	f.line.Load("")
	f.suggest("")
	f.arrange()
	f.focus(f.line)
}

func (f *TagField) focus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(o)
	}
}

// typed adds at a comma, and otherwise looks for tags that go with what is there.
func (f *TagField) typed(text string) {
	if head, rest, found := strings.Cut(text, ","); found {
		f.line.Load(strings.TrimLeft(rest, " "))
		f.line.CursorToEnd()
		f.push(head)
		f.suggest(f.line.Text)
		f.arrange()
		f.focus(f.line)
		return
	}
	f.suggest(text)
	f.arrange()
}

func (f *TagField) suggest(prefix string) {
	f.offered, f.offer = nil, -1
	if f.Suggest == nil {
		return
	}
	for _, tag := range f.Suggest(strings.TrimSpace(prefix)) {
		if len(f.offered) < suggestions && !slices.Contains(f.tags, tag) {
			f.offered = append(f.offered, tag)
		}
	}
}

func (f *TagField) nextOffer()     { f.moveOffer(min(f.offer+1, len(f.offered)-1)) }
func (f *TagField) previousOffer() { f.moveOffer(max(f.offer-1, -1)) }

func (f *TagField) moveOffer(to int) {
	f.offer = to
	f.arrange()
}

// commit adds what is typed, or the suggestion the keyboard is at. With nothing to add it is done.
func (f *TagField) commit() {
	text := f.line.Text
	if f.offer >= 0 && f.offer < len(f.offered) {
		text = f.offered[f.offer]
	}
	if strings.TrimSpace(text) == "" {
		f.cancel()
		return
	}
	f.take(text)
}

// take adds a tag and stays ready for the next.
func (f *TagField) take(tag string) {
	f.line.Load("")
	f.push(tag)
	f.suggest("")
	f.arrange()
	f.focus(f.line)
}

// push adds a tag that is not there yet, and tells of it.
func (f *TagField) push(tag string) {
	tag = strings.TrimPrefix(strings.TrimSpace(tag), f.Prefix)
	if tag == "" || slices.Contains(f.tags, tag) {
		return
	}
	f.tags = append(f.tags, tag)
	f.told()
}

func (f *TagField) cancel() {
	f.adding = false
	f.line.Load("")
	f.arrange()
	f.focus(f.add)
}

// left keeps what is typed when the keyboard goes elsewhere: nothing typed is lost. A press on a suggestion takes the
// keyboard away too, before it is a tap.
func (f *TagField) left() {
	if !f.adding || slices.ContainsFunc(f.offers, (*Chip).lit) {
		return
	}
	f.adding = false
	text := f.line.Text
	f.line.Load("")
	f.push(text)
	f.arrange()
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
