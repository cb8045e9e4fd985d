package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/document"
	"groundwork/journal/evidence"
	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// packFoot is how a pack leaves the journal: with whose names, in which form,
// to a file or to the printer, and in a line what goes out.
type packFoot struct {
	p       *pack
	content *fyne.Container
	mask    *parts.Toggle
	says    *parts.Text
	forms   *parts.Segmented
	few     *parts.Select // the forms, where a low window has no line for them
	low     bool          // the page is
	save    *parts.Button
	form    handout.Form
}

func newPackFoot(p *pack) *packFoot {
	f := &packFoot{p: p, form: handout.PDF, says: cutText(parts.TypeCaption)}
	f.mask = parts.NewToggle(lang.L("Mask names"), look.IconPeople, look.IconPeople, p.maskNames)
	var forms []parts.Segment
	var few []parts.Option
	for _, form := range handout.PackForms() {
		forms = append(forms, parts.Segment{Key: string(form), Label: formName(form)})
		few = append(few, parts.Option{Key: string(form), Label: formName(form)})
	}
	f.forms = parts.NewSegmented(forms, f.choose)
	f.forms.SetPadding(look.Space8 + 2)
	f.save = parts.NewButton(parts.Primary, "", look.IconNone, f.saveFile)
	printer := parts.NewButton(parts.Outline, lang.L("Print"), look.IconNone, f.print)
	f.few = parts.NewSelect("", few, f.choose)
	f.few.SetSelected(string(f.form))
	f.few.Hide()
	ways := container.New(&packWays{f: f}, container.NewStack(f.forms, f.few), parts.Across(look.Space8, printer, f.save))
	f.content = parts.Down(look.Space8, parts.Across(look.Space12, f.says, f.mask), parts.NewHairline(), parts.Inset(ways, look.Space4, 0, 0, 0))
	f.name()
	return f
}

// packWays lays the forms beside the buttons, or over them. A low page has no
// line to spare for that: there the forms become a choice.
type packWays struct {
	withActions
	f *packFoot
}

// Layout implements fyne.Layout.
func (l *packWays) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.least = l.f.forms.MinSize().Width
	folded := l.f.low && size.Width-objects[1].MinSize().Width-look.Space16 < l.least
	if folded {
		l.least = l.f.few.MinSize().Width
	}
	setVisible(l.f.forms, !folded)
	setVisible(l.f.few, folded)
	l.withActions.Layout(objects, size)
}

// formName is a form as the window calls it.
func formName(f handout.Form) string {
	switch f {
	case handout.PDF:
		return lang.L("PDF")
	case handout.DOCX:
		return lang.L("DOCX")
	case handout.HTML:
		return lang.L("HTML")
	case handout.Text:
		return lang.L("Text")
	}
	return lang.L("Markdown")
}

// choose has the pack leave in another form, which its pages show.
func (f *packFoot) choose(key string) {
	f.form = handout.Form(key)
	f.forms.SetSelected(key)
	f.few.SetSelected(key)
	f.name()
	if f.p.sheet != nil {
		f.p.desk.show(f.p.sheet)
	}
}

// name says on the button in which form the pack is saved.
func (f *packFoot) name() {
	f.save.SetText(lang.L("Save {{.Form}}…", values{"Form": formName(f.form)}))
}

// show says what goes out.
func (f *packFoot) show(s *packSheet) {
	f.mask.SetOn(s.options.MaskNames)
	f.says.SetText(s.outWords())
}

// saveFile asks where to write what is on the pages, and writes it.
func (f *packFoot) saveFile() {
	p := f.p
	p.w.saveAs(p.leaving(f.form, lang.L("Save the evidence pack"), p.handout()))
}

// print has the system's program print what is on the pages.
func (f *packFoot) print() { f.p.w.print(f.p.leaving(handout.PDF, "", f.p.handout())) }

// maker makes what leaves the journal.
func (p *pack) maker() handout.Maker { return handout.Maker{Journal: p.w.journal, Press: p.w.press} }

// packHandout is a document of the pack that can leave the journal.
type packHandout struct {
	name  string // of its file, with the day and nothing of what is written
	book  document.Book
	large bool // it is one page in large type
}

// handout is the pack as its audience reads it.
func (p *pack) handout() packHandout {
	return packHandout{
		name: lang.L("Evidence pack {{.Day}}", values{"Day": p.sheet.today.String()}),
		book: evidence.Book(p.sheet.material, p.sheet.pack.Clone()),
	}
}

// leaving has a document of the pack leave the journal.
func (p *pack) leaving(form handout.Form, title string, h packHandout) leaving {
	maker, said := p.maker(), p.sheet.outWords()
	return leaving{
		title: title, form: form, name: h.name,
		write: func(ctx context.Context, path string, o handout.Delivery) (string, error) {
			o.Large = h.large
			return said, maker.Hand(ctx, path, h.book, form, o)
		},
	}
}

// maskNames puts roles in the place of names, or takes them away again.
func (p *pack) maskNames(on bool) {
	p.question.mask = &on
	p.changeTerms()
}

// changeTerms reads anew what goes out, on other terms.
func (p *pack) changeTerms() {
	p.question.private = p.list.private.out
	p.list.sayReading()
	p.load()
}

// outWords say in a line what goes out: "7 lines from 6 entries, 2 private left
// out, 5 names masked".
func (s *packSheet) outWords() string {
	l := s.leaves
	said := []string{lang.L("{{.Lines}} from {{.Entries}}", values{"Lines": linesWord(l.Lines), "Entries": amongEntries(l.Entries)})}
	if n := len(s.options.Private); n > 0 {
		said = append(said, lang.L("{{.Count}} private let out", values{"Count": n}))
	}
	switch {
	case l.Private > 0:
		said = append(said, lang.L("{{.Count}} private left out", values{"Count": l.Private}))
	case len(s.options.Private) == 0:
		said = append(said, lang.L("nothing private"))
	}
	switch {
	case l.Names == 1:
		said = append(said, lang.L("1 name masked"))
	case l.Names > 1:
		said = append(said, lang.L("{{.Count}} names masked", values{"Count": l.Names}))
	}
	return strings.Join(said, ", ")
}

// linesWord counts lines.
func linesWord(n int) string {
	if n == 1 {
		return lang.L("1 line")
	}
	return lang.L("{{.Count}} lines", values{"Count": inGroups(n)})
}
