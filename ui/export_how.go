package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/handout"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// exportHow is in which form entries leave the journal, with whose names, and
// the ways out.
type exportHow struct {
	x       *export
	content *fyne.Container
	form    *parts.Select
	about   *parts.Paragraph // what the form is for
	mask    *parts.Toggle
	says    *parts.Text // what goes out
	print   *parts.Button
	save    *parts.Button
}

// formWidth is the room for the choice of the form.
const formWidth float32 = 200

func newExportHow(x *export) *exportHow {
	h := &exportHow{x: x, about: parts.NewParagraph("", parts.TypeCaption, 18), says: cutText(parts.TypeCaption)}
	var forms []parts.Option
	for _, f := range handout.Forms() {
		forms = append(forms, parts.Option{Key: string(f), Label: exportFormName(f)})
	}
	h.form = parts.NewSelect("", forms, h.choose)
	h.mask = parts.NewToggle(lang.L("Mask names"), look.IconPeople, look.IconPeople, h.maskNames)
	h.print = parts.NewButton(parts.Outline, lang.L("Print"), look.IconNone, h.printPages)
	h.save = parts.NewButton(parts.Primary, lang.L("Save…"), look.IconDownload, h.saveFile)
	ways := container.New(&withActions{}, fixedWidth(formWidth, h.form), parts.Across(look.Space8, h.print, h.save))
	h.content = parts.Down(look.Space8, parts.Across(look.Space12, h.says, h.mask), parts.NewHairline(), parts.Inset(ways, look.Space4, 0, 0, 0), h.about)
	return h
}

// show shows what is chosen. Where nothing goes out there is nothing to save.
func (h *exportHow) show() {
	x := h.x
	h.form.SetSelected(string(x.form))
	h.about.SetText(join(exportFormAbout(x.form), filesWords(x.form, x.options.MaskNames)))
	h.mask.SetOn(x.options.MaskNames)
	h.says.SetText(countingWords(x.sheet.count))
	for _, b := range []*parts.Button{h.print, h.save} {
		if x.sheet.count > 0 {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

func (h *exportHow) choose(key string) {
	h.x.form = handout.Form(key)
	h.show()
	h.x.ticket++
	h.x.setPages()
}

// maskNames puts roles in the place of names, or takes them away again.
func (h *exportHow) maskNames(on bool) {
	h.x.options.MaskNames = on
	h.x.load(nil)
}

// saveFile asks where to write what is on the pages, and writes it.
func (h *exportHow) saveFile() { h.x.w.saveAs(h.x.leaving(h.x.form, lang.L("Save the export"))) }

// printPages has the system's program print what is on the pages.
func (h *exportHow) printPages() { h.x.w.print(h.x.leaving(handout.PDF, "")) }

// leaving is what is on the pages, as it is to leave the journal.
func (x *export) leaving(form handout.Form, title string) leaving {
	request, maker := x.request(), x.maker()
	request.Form = form
	return leaving{
		title: title, form: form, name: lang.L("Groundwork export {{.Day}}", values{"Day": x.sheet.today.String()}),
		write: func(ctx context.Context, path string, o handout.Delivery) (string, error) {
			report, err := maker.Export(ctx, path, request, o)
			return reportWords(report), err
		},
	}
}

// exportFormName is a form as the page calls it.
func exportFormName(f handout.Form) string {
	switch f {
	case handout.DOCX:
		return lang.L("Word (DOCX)")
	case handout.JSON:
		return lang.L("JSON")
	case handout.CSV:
		return lang.L("Table (CSV)")
	case handout.MarkdownFolder:
		return lang.L("Markdown folder")
	case handout.CSVFolder:
		return lang.L("Tables (CSV folder)")
	}
	return formName(f)
}

// exportFormAbout says what a form is for.
func exportFormAbout(f handout.Form) string {
	switch f {
	case handout.PDF:
		return lang.L("To read, to print and to hand over.")
	case handout.DOCX:
		return lang.L("To go on writing in a word processor.")
	case handout.HTML:
		return lang.L("One page for any browser.")
	case handout.Text:
		return lang.L("Plain text, for anything that takes text.")
	case handout.JSON:
		return lang.L("For Groundwork elsewhere, and for other programs. It comes in again without loss.")
	case handout.CSV:
		return lang.L("The entries as a table, for a spreadsheet.")
	case handout.MarkdownFolder:
		return lang.L("A file for each entry, for Obsidian and the like. It comes in again without loss.")
	case handout.CSVFolder:
		return lang.L("Entries, feedback, applications and evidence as tables.")
	}
	return lang.L("One text with simple marks, for any editor.")
}

// filesWords says what becomes of attached files.
func filesWords(f handout.Form, masked bool) string {
	switch {
	case !f.HasFiles():
		return ""
	case masked:
		return lang.L("Attached files stay here: names in them cannot be masked.")
	}
	return lang.L("Attached files go along.")
}

// countingWords say how much goes out.
func countingWords(count int) string {
	if count == 0 {
		return lang.L("No entry goes by these choices.")
	}
	return entriesLine(count)
}

// tallyWords say in a line what goes out: "18 entries, 2 private left out, 5
// names masked".
func tallyWords(t journal.Tally) string {
	if t.Entries == 0 && t.Private == 0 {
		return countingWords(0)
	}
	said := []string{entriesLine(t.Entries)}
	if t.Private > 0 {
		said = append(said, lang.L("{{.Count}} private left out", values{"Count": t.Private}))
	}
	switch {
	case t.Names == 1:
		said = append(said, lang.L("1 name masked"))
	case t.Names > 1:
		said = append(said, lang.L("{{.Count}} names masked", values{"Count": t.Names}))
	}
	return strings.Join(said, ", ")
}

// reportWords say what went out, and which attached files were lost.
func reportWords(r handout.Report) string {
	words := closed(tallyWords(r.Tally))
	switch {
	case r.Files == 1:
		words = join(words, lang.L("1 attached file went along."))
	case r.Files > 1:
		words = join(words, lang.L("{{.Count}} attached files went along.", values{"Count": inGroups(r.Files)}))
	}
	switch {
	case len(r.Lost) == 1:
		words = join(words, lang.L("1 attached file is missing from the journal."))
	case len(r.Lost) > 1:
		words = join(words, lang.L("{{.Count}} attached files are missing from the journal.", values{"Count": inGroups(len(r.Lost))}))
	}
	return words
}
