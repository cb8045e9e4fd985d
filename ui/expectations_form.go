package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/exchange"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// demandForm is the right column: one expectation, where it is written, and
// what can be done with it. Everything saves itself: name and area when their
// field is left, the text within a second.
type demandForm struct {
	d       *demands
	x       journal.Expectation // as it was read
	content *fyne.Container
	page    *fyne.Container // hidden where there is none

	back     *fyne.Container
	title    *parts.Paragraph
	facts    *parts.Paragraph
	name     *parts.NameField
	area     *parts.NameField
	rename   *fyne.Container
	text     *parts.Field
	scroll   *parts.Scroller
	up, down *parts.IconButton
	aside    *parts.Button
	remove   *parts.Button
}

func newDemandForm(d *demands) *demandForm {
	f := &demandForm{d: d, title: parts.NewParagraph("", parts.TypeDetailTitle, 29), facts: sentenceText("")}
	f.title.MaxLines = 3
	f.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, d.back))
	f.name = parts.NewNameField(lang.L("What is asked, in a few words"), f.setName)
	f.area = parts.NewNameField(lang.L("People, Delivery, Strategy…"), f.setArea)
	f.area.Suggest = f.areasLike
	rename := parts.NewButton(parts.Quiet, lang.L("Rename this area"), look.IconPencil, d.renameArea)
	rename.Padding = look.Space8
	f.rename = parts.FormRow("", parts.Inset(parts.Across(0, rename), 0, 0, 0, -look.Space8))
	f.text = parts.NewField(lang.L("What it means"))
	e := f.text.Editor
	e.SetPlaceHolder(lang.L("How would somebody see that you do it?"))
	e.MaxBytes = journal.MaxText
	e.OnTooLong, e.OnUnusable = f.refuseLong, f.refuseOdd
	e.OnEdited, e.OnEscape = f.edited, d.escape
	f.text.OnFocus = func() { f.scroll.Reveal(f.text) }
	f.up = parts.NewIconButton(look.IconChevronUp, lang.L("Move up"), d.moveUp)
	f.down = parts.NewIconButton(look.IconChevronDown, lang.L("Move down"), d.moveDown)
	f.aside = parts.NewButton(parts.Outline, "", look.IconNone, d.toggleAside)
	f.remove = parts.NewButton(parts.Quiet, lang.L("Delete"), look.IconTrash, d.remove)
	f.remove.Ink = look.ColorInk2
	f.layOut()
	return f
}

// layOut stacks what is written over what can be done.
func (f *demandForm) layOut() {
	fields := parts.Down(look.Space12,
		parts.Inset(parts.Down(look.Space8, f.back, parts.Down(look.Space4, f.title, f.facts)), 0, 0, look.Space4, 0),
		parts.FormRow(lang.L("Name"), f.name),
		parts.Down(0, parts.FormRow(lang.L("Area"), f.area), f.rename), f.text)
	f.scroll = parts.NewScroller(parts.Inset(parts.Gutter(fields, 0, 0), look.Space32, 0, look.Space8, 0))
	f.page = withFoot(f.scroll, parts.Across(0, f.up, f.down), f.aside, f.remove)
	f.page.Hide()
	f.content = container.NewStack(f.page)
}

// show shows an expectation as it is stored. What is being typed stays.
func (f *demandForm) show(x journal.Expectation, s demandSheet) {
	other := x.ID != f.x.ID
	f.x = x
	setVisible(f.page, x.ID != "")
	if x.ID == "" {
		return
	}
	f.title.SetText(x.Name)
	f.facts.SetText(demandFacts(x, s))
	if other || f.name.Problem() == "" { // a name that was refused stays to be mended
		f.name.SetName(x.Name)
	}
	if other || f.area.Problem() == "" {
		f.area.SetName(x.Area)
	}
	setVisible(f.rename, x.Area != "")
	if text := f.d.draft.text(x); other || f.text.Editor.Text != text {
		f.text.Editor.Load(text)
	}
	f.showActions(s)
	f.content.Refresh()
	if other {
		f.scroll.ToTop()
	}
}

// showActions shows what can be done with the expectation.
func (f *demandForm) showActions(s demandSheet) {
	group := s.beside(f.x)
	at := slices.Index(group, f.x.ID)
	setEnabled(f.up, at > 0)
	setEnabled(f.down, at >= 0 && at+1 < len(group))
	f.aside.SetText(lang.L("Put aside"))
	if f.x.Retired {
		f.aside.SetText(lang.L("Bring back"))
	}
}

// setEnabled lets a part be pressed, or not.
func setEnabled(o fyne.Disableable, enabled bool) {
	if enabled {
		o.Enable()
		return
	}
	o.Disable()
}

// demandFacts says how an expectation stands and where it came from.
func demandFacts(x journal.Expectation, s demandSheet) string {
	facts := []string{supportLine(s.entries[x.ID])}
	if x.Retired {
		facts = append(facts, lang.L("put aside"))
	}
	if line := s.catalogue.SourceLine(x.Source); line != "" {
		facts = append(facts, line)
	} else if path, title, ok := exchange.CareerJob(x); ok {
		facts = append(facts, path, title)
	}
	return strings.Join(facts, " · ")
}

// areasLike offers the areas there are.
func (f *demandForm) areasLike(prefix string) []string {
	typed := strings.Fields(folded(prefix))
	return slices.DeleteFunc(f.d.sheet.areas(), func(area string) bool { return !holdsAll(folded(area), typed) })
}

// edited keeps what is typed.
func (f *demandForm) edited(text string) {
	f.d.draft.write(f.x.ID, text)
	f.scroll.Refresh() // the field may have grown
}

// refuseLong says why a text was not taken.
func (f *demandForm) refuseLong() {
	f.d.w.door.warn(lang.L("This is more than one field can hold. Nothing was changed."))
}

// refuseOdd says why a pasted text was not taken.
func (f *demandForm) refuseOdd() {
	f.d.w.door.warn(lang.L("What was pasted is not text. Nothing was changed."))
}

// setName gives the expectation another name.
func (f *demandForm) setName(name string) {
	id := f.x.ID
	f.ask("rename an expectation", &f.name.Field, func(ctx context.Context) error {
		_, err := f.d.w.journal.EditExpectation(ctx, id, func(x *journal.Expectation) { x.Name = name })
		return err
	})
}

// setArea puts the expectation into another area, after what that holds.
func (f *demandForm) setArea(area string) {
	id := f.x.ID
	f.ask("move an expectation", &f.area.Field, func(ctx context.Context) error {
		return f.d.w.journal.MoveToArea(ctx, area, id)
	})
}

// ask changes something, and says below its field what is wrong with it.
func (f *demandForm) ask(what string, field *parts.Field, do func(context.Context) error) {
	id := f.x.ID
	taskOr(f.d.w, what, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, do(ctx)
	}, func(refused error) {
		if f.x.ID == id {
			field.SetProblem(sentence(refused))
		}
	}, func(struct{}) {})
}
