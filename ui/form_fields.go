package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Widths of what stands side by side in a form.
const (
	selectWidth float32 = 168
	stageWidth  float32 = 150
	dateWidth   float32 = 170
)

// fixedWidth gives an object the same width wherever it stands.
func fixedWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: widthLayout(width), Objects: []fyne.CanvasObject{o}}
}

// inLine puts a quiet button in line with what stands above it.
func inLine(b *parts.Button) *fyne.Container {
	return parts.Inset(parts.Across(0, b), 0, 0, 0, -look.Space12)
}

type widthLayout float32

// Layout implements fyne.Layout.
func (l widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (l widthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(l), objects[0].MinSize().Height)
}

// besideDate puts a date at the right of a line, each at its own height from
// the top, for a sentence may stand below the date.
type besideDate struct{}

// Layout implements fyne.Layout.
func (besideDate) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line, date := objects[0], objects[1]
	line.Resize(fyne.NewSize(size.Width-dateWidth-look.Space8, line.MinSize().Height))
	date.Move(fyne.NewPos(size.Width-dateWidth, 0))
	date.Resize(fyne.NewSize(dateWidth, date.MinSize().Height))
}

// MinSize implements fyne.Layout.
func (besideDate) MinSize(objects []fyne.CanvasObject) fyne.Size {
	line, date := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(line.Width+look.Space8+dateWidth, fyne.Max(line.Height, date.Height))
}

// dayField is a field for a day, typed as people write days. What goes on the
// page is its line.
type dayField struct {
	line  *parts.DateField
	w     *Window
	today func() journal.Day
	read  func(text string, dates journal.Dates) (journal.Span, error)
	set   func(journal.Day)
	typed journal.Day // what was read last
}

// newDayField makes a field for a day. Where the year is left out, it reads the
// nearest such day that is still to come; set is told the day, or the zero Day
// when the field was emptied.
func newDayField(w *Window, today func() journal.Day, set func(journal.Day)) *dayField {
	f := &dayField{w: w, today: today, read: readAhead, set: set}
	f.line = parts.NewDateField(f.readText, f.taken)
	f.line.Editor.SetPlaceHolder(lang.L("When?"))
	return f
}

// newPastDayField makes a field for a day that has been.
func newPastDayField(w *Window, today func() journal.Day, set func(journal.Day)) *dayField {
	f := newDayField(w, today, set)
	f.read = readPast
	return f
}

func readAhead(text string, dates journal.Dates) (journal.Span, error) { return dates.Ahead(text) }

func readPast(text string, dates journal.Dates) (journal.Span, error) { return dates.Span(text) }

// show shows a day without telling set.
func (f *dayField) show(d journal.Day) {
	text := ""
	if !d.IsZero() {
		text = fullDay(d)
	}
	f.line.SetText(text)
}

func (f *dayField) readText(text string) (shown, problem string) {
	span, err := f.read(text, f.w.journal.DatesFrom(f.today()))
	if err != nil {
		return "", sentence(err)
	}
	f.typed = span.From
	return fullDay(span.From), ""
}

func (f *dayField) taken(text string) {
	if text == "" {
		f.typed = journal.Day{}
	}
	f.set(f.typed)
}
