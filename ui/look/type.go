package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Text sizes. Nothing is set smaller than SizeCaption, except inside the scaled preview of a page.
const (
	SizeHeading    float32 = 30 // the date over the page
	SizePageTitle  float32 = 28
	SizeQuote      float32 = 23 // a quote at large
	SizeEntryTitle float32 = 22 // the title of an entry, the title of a detail
	SizeMonthTitle float32 = 20
	SizeBody       float32 = 18 // what is written
	SizePrompt     float32 = 17
	SizeField      float32 = 15 // what is written in a field of a form
	SizeRow        float32 = 14 // row titles, navigation
	SizeUI         float32 = 13 // controls and their explanations
	SizeCaption    float32 = 12 // captions, chips, section labels
)

// Size names for the sizes above, for Fyne's rich text, which asks by name.
const (
	SizeNameHeading    fyne.ThemeSizeName = "groundwork.heading"
	SizeNamePageTitle  fyne.ThemeSizeName = "groundwork.pageTitle"
	SizeNameEntryTitle fyne.ThemeSizeName = "groundwork.entryTitle"
	SizeNameBody       fyne.ThemeSizeName = "groundwork.body"
	SizeNamePrompt     fyne.ThemeSizeName = "groundwork.prompt"
	SizeNameField      fyne.ThemeSizeName = "groundwork.field"
	SizeNameRow        fyne.ThemeSizeName = "groundwork.row"
)

// Space between things, in steps.
const (
	Space4  float32 = 4
	Space8  float32 = 8
	Space12 float32 = 12
	Space16 float32 = 16
	Space20 float32 = 20
	Space24 float32 = 24
	Space28 float32 = 28 // the gutter of a page, and the gap between sections
	Space32 float32 = 32
	Space40 float32 = 40
)

// Corner radii. A chip's is half its height.
const (
	RadiusHighlight float32 = 6
	RadiusCell      float32 = 7
	RadiusField     float32 = 8 // fields, buttons, navigation items
	RadiusCard      float32 = 12
	RadiusPanel     float32 = 14 // the band of the timeline, panels over the page
	RadiusLock      float32 = 20
)

// Widths and heights that several places share.
const (
	NavWidth        float32 = 212
	NavCompactWidth float32 = 60
	RailWidth       float32 = 268
	RailContent     float32 = 220
	EditorWidth     float32 = 588 // about 70 characters of body text
	ColumnWidth     float32 = 600
	OverlayWidth    float32 = 600
	OverlayTop      float32 = 96

	NavItemHeight float32 = 38
	ButtonHeight  float32 = 34
	FieldHeight   float32 = 34
	PillHeight    float32 = 34
	ChipHeight    float32 = 24

	// FoldRail is the window width under which the right rail folds away.
	FoldRail float32 = 1180
	// FoldNav is the window width under which the navigation becomes a strip of icons.
	FoldNav float32 = 900
	// MinWindowWidth and MinWindowHeight are the smallest window.
	MinWindowWidth  float32 = 640
	MinWindowHeight float32 = 560
	// MenuBarHeight is what the driver's menu bar takes of a window's height.
	MenuBarHeight float32 = 24
)

// sizes are Fyne's own sizes where ours differ, and ours by name.
var sizes = map[fyne.ThemeSizeName]float32{
	SizeNameHeading: SizeHeading, SizeNamePageTitle: SizePageTitle, SizeNameEntryTitle: SizeEntryTitle,
	SizeNameBody: SizeBody, SizeNamePrompt: SizePrompt, SizeNameField: SizeField, SizeNameRow: SizeRow,

	theme.SizeNameText:           SizeUI,
	theme.SizeNameCaptionText:    SizeCaption,
	theme.SizeNameSubHeadingText: SizeMonthTitle,
	theme.SizeNameHeadingText:    SizePageTitle,
	theme.SizeNameInputRadius:    RadiusField,
	theme.SizeNameButtonRadius:   RadiusField,
	theme.SizeNameCardRadius:     RadiusCard,
	theme.SizeNameMenuRadius:     RadiusField,
	theme.SizeNamePopupRadius:    RadiusField,
	theme.SizeNameDialogRadius:   RadiusPanel,
	theme.SizeNameScrollBar:      10,
}

// Text styles by the names of the faces they stand for.
//
// Fyne knows a text style by its flags only, so the flag for monospace is given to the reading face: user text has to
// go through a style, because only a style brings the fallback for emoji and other scripts.
var (
	StyleSans            = fyne.TextStyle{}
	StyleSemiBold        = fyne.TextStyle{Bold: true}
	StyleItalic          = fyne.TextStyle{Italic: true}
	StyleSerif           = fyne.TextStyle{Monospace: true}
	StyleSerifBold       = fyne.TextStyle{Monospace: true, Bold: true}
	StyleSerifItalic     = fyne.TextStyle{Monospace: true, Italic: true}
	StyleSerifBoldItalic = fyne.TextStyle{Monospace: true, Bold: true, Italic: true}
)

// Font returns the face of a text style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	return FontFile(style)
}

// FontFile returns the file of a text style of ours, for the FontSource of text that needs no fallback for emoji and
// other scripts.
func FontFile(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace && style.Bold && style.Italic:
		return serifBoldItalic
	case style.Monospace && style.Bold:
		return serifBold
	case style.Monospace && style.Italic:
		return serifItalic
	case style.Monospace:
		return serif
	case style.Bold:
		return sansSemiBold
	case style.Italic:
		return sansItalic
	default:
		return sans
	}
}

// MediumFont returns the weight between regular and semibold, for the FontSource of fixed labels. Words of the writer
// go through a text style instead, to keep the fallback for emoji.
func MediumFont() fyne.Resource { return sansMedium }

// CodeFont returns a face with letters of one width, for the FontSource of code: paths, keys, commands.
func CodeFont() fyne.Resource { return theme.DefaultTextMonospaceFont() }
