package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Face is a face and weight to set a text in.
type Face int

// The faces.
const (
	Regular Face = iota
	Medium
	SemiBold
	Italic
	Serif
	SerifBold
	SerifItalic
	SerifBoldItalic
	Code
)

// style returns the text style of a face, and the font file to take instead
// where there is one for the text.
//
// A style brings Fyne's fallbacks for other scripts along, which are read anew
// for every style: megabytes and milliseconds each. So plain text is set from
// the file alone, and only what the file lacks takes the style. Three styles are
// there in any case, and to read their files a second time would cost as much:
// menus are set in Regular, and the editors write in Serif and SerifBold.
func (f Face) style(text string) (fyne.TextStyle, fyne.Resource) {
	style, file := f.set()
	switch {
	case file == nil:
	case f == Code && !typewritten(text):
		return look.StyleSerif, nil
	case f != Code && !plain(text):
		return style, nil
	}
	return style, file
}

func (f Face) set() (fyne.TextStyle, fyne.Resource) {
	style := look.StyleSans
	switch f {
	case Medium:
		return style, look.MediumFont()
	case SemiBold:
		style = look.StyleSemiBold
	case Italic:
		style = look.StyleItalic
	case Serif:
		return look.StyleSerif, nil
	case SerifBold:
		return look.StyleSerifBold, nil
	case SerifItalic:
		style = look.StyleSerifItalic
	case SerifBoldItalic:
		style = look.StyleSerifBoldItalic
	case Code:
		return style, look.CodeFont()
	default:
		return style, nil
	}
	return style, look.FontFile(style)
}

// plain reports whether every one of our faces has all letters of the text:
// Latin, and the punctuation of a book.
func plain(text string) bool {
	for _, r := range text {
		switch {
		case r < 0x0250, r >= 0x2010 && r <= 0x2027, r == '€':
		default:
			return false
		}
	}
	return true
}

// typewritten reports whether the face for code has all letters of the text: those of Europe, arrows, what boxes are
// drawn with, and ticks.
func typewritten(text string) bool {
	for _, r := range text {
		switch {
		case r < 0x0530, r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x203A, r >= 0x2190 && r <= 0x25FF:
		case strings.ContainsRune("☐☑☒★☆✓✔✗✘", r):
		default:
			return false
		}
	}
	return true
}

// Type is how a text is set: in which face, at which size, in the colour of which role.
type Type struct {
	Face  Face
	Size  float32
	Color fyne.ThemeColorName
}

// In returns the type in another colour.
func (t Type) In(colour fyne.ThemeColorName) Type { t.Color = colour; return t }

// The types of the design.
var (
	TypeHeading      = Type{Serif, look.SizeHeading, look.ColorInk}        // the date over the page
	TypePageTitle    = Type{Serif, look.SizePageTitle, look.ColorInk}      // the name of a page
	TypeDetailTitle  = Type{Serif, look.SizeEntryTitle, look.ColorInk}     // the name of what is open beside a list
	TypeMonthTitle   = Type{Serif, look.SizeMonthTitle, look.ColorInk}     // a month over its entries
	TypeEntryTitle   = Type{SerifBold, look.SizeEntryTitle, look.ColorInk} // the title of an entry
	TypeBody         = Type{Serif, look.SizeBody, look.ColorInk}           // the body of an entry, being read
	TypeQuote        = Type{Serif, look.SizeQuote, look.ColorInk}          // a quote at large
	TypePrompt       = Type{SerifItalic, look.SizePrompt, look.ColorInk}   // a question
	TypeQuotePreview = Type{SerifItalic, look.SizeRow, look.ColorInk}      // a quote in a list
	TypeMemory       = Type{Serif, look.SizeField, look.ColorInk}          // the body of an earlier entry, in the rail
	TypeSection      = Type{SemiBold, look.SizeRow, look.ColorInk}         // the name of a section
	TypeRowTitle     = Type{SemiBold, look.SizeRow, look.ColorInk}         // the title of a row
	TypeUI           = Type{Regular, look.SizeUI, look.ColorInk2}          // a sentence of the program
	TypeStrong       = Type{SemiBold, look.SizeUI, look.ColorInk}          // a name in such a sentence
	TypeLabel        = Type{Medium, look.SizeUI, look.ColorInk}            // fixed words on a control
	TypeCaption      = Type{Regular, look.SizeCaption, look.ColorInk2}     // a caption
	TypeFieldLabel   = Type{Medium, look.SizeCaption, look.ColorInk3}      // the label inside a field
	TypeColumnHead   = Type{SemiBold, look.SizeCaption, look.ColorInk3}    // the head of a column
)

// newText makes a canvas text of a type.
func newText(text string, typ Type) *canvas.Text {
	t := canvas.NewText(text, nil)
	setType(t, typ)
	return t
}

// setType gives a canvas text its face, size and colour. The face depends on
// the text: change the text first.
func setType(t *canvas.Text, typ Type) {
	t.TextStyle, t.FontSource = typ.Face.style(t.Text)
	t.TextSize = typ.Size
	t.Color = look.Color(typ.Color)
}

// measure returns how wide a text is in a type.
func measure(text string, typ Type) float32 {
	style, source := typ.Face.style(text)
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, typ.Size, style, source)
	return size.Width
}

// lineHeight returns the natural height of a line in a type.
func lineHeight(typ Type) float32 {
	style, source := typ.Face.style("Mg")
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize("Mg", typ.Size, style, source)
	return size.Height
}

// baseline returns how far below its top the letters of a type stand.
func baseline(typ Type) float32 {
	style, source := typ.Face.style("Mg")
	_, base := fyne.CurrentApp().Driver().RenderedTextSize("Mg", typ.Size, style, source)
	return base
}

// WarmFaces reads the faces that a page of writing needs. It is for a goroutine beside the making of the window, which
// uses no face: reading them takes as long. Nothing else may measure or draw text meanwhile.
func WarmFaces() {
	for _, face := range []Face{Regular, Medium, SemiBold, Serif, SerifBold, SerifItalic} {
		measure("Mg", Type{Face: face, Size: look.SizeUI})
	}
}

// shorten cuts a text to a width, at a word where one ends late enough, and marks the cut.
func shorten(text string, typ Type, width float32) string {
	if width <= 0 || measure(text, typ) <= width {
		return text
	}
	runes := []rune(text)
	fits, over := 0, len(runes)
	for fits+1 < over {
		half := (fits + over) / 2
		if measure(string(runes[:half])+"…", typ) <= width {
			fits = half
		} else {
			over = half
		}
	}
	cut := string(runes[:fits])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,.;:–-") + "…"
}

// Text is a line of text that follows the theme. With Truncate it gives way to what stands beside it.
type Text struct {
	widget.BaseWidget
	// Truncate lets the text be cut at a word to the width it is given.
	Truncate bool
	// Alignment is where the text stands in a width larger than its own.
	Alignment fyne.TextAlign

	text    string
	shorter []string
	typ     Type
	line    *canvas.Text
}

var (
	_ fyne.Widget     = (*Text)(nil)
	_ fyne.Accessible = (*Text)(nil)
)

// NewText returns a line of text in a type.
func NewText(text string, typ Type) *Text {
	t := &Text{text: text, typ: typ, line: newText(text, typ)}
	t.ExtendBaseWidget(t)
	return t
}

// NewHeading returns a heading: the date over the page.
func NewHeading(text string) *Text { return NewText(text, TypeHeading) }

// NewSectionLabel returns the name of a section.
func NewSectionLabel(text string) *Text { return NewText(text, TypeSection) }

// Text returns the whole text, cut or not.
func (t *Text) Text() string { return t.text }

// WholeWidth returns how wide the text is where it is not cut.
func (t *Text) WholeWidth() float32 { return measure(t.text, t.typ) }

// SetText changes the text. Where it has not the room and may be cut, the first of the shorter ways to say it that fits
// stands there instead; if none does, the last one is cut.
func (t *Text) SetText(text string, shorter ...string) {
	if text == t.text && slices.Equal(shorter, t.shorter) {
		return
	}
	t.text, t.shorter = text, shorter
	t.Refresh()
}

// SetType changes how the text is set.
func (t *Text) SetType(typ Type) { t.typ = typ; t.Refresh() }

// AccessibilityLabel returns the whole text.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole tells readers of the screen that this is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(t, t.layout, t.minSize, t.paint, t.line)
}

func (t *Text) paint() {
	t.line.Text = t.text
	setType(t.line, t.typ)
	t.line.Alignment = t.Alignment
	t.fit(t.Size().Width)
	t.line.Refresh()
}

func (t *Text) fit(width float32) {
	t.line.Text = t.text
	if t.Truncate {
		t.line.Text = shorten(t.said(width), t.typ, width)
	}
}

// said is the longest way to say the text that fits in a width, or the shortest there is.
func (t *Text) said(width float32) string {
	text := t.text
	for _, next := range t.shorter {
		if width <= 0 || measure(text, t.typ) <= width {
			break
		}
		text = next
	}
	return text
}

func (t *Text) layout(size fyne.Size) {
	t.fit(size.Width)
	height := t.line.MinSize().Height
	t.line.Move(fyne.NewPos(0, whole((size.Height-height)/2)))
	t.line.Resize(fyne.NewSize(size.Width, height))
}

func (t *Text) minSize() fyne.Size {
	if t.Truncate {
		return fyne.NewSize(measure("…", t.typ), lineHeight(t.typ))
	}
	return fyne.NewSize(measure(t.text, t.typ), lineHeight(t.typ))
}
