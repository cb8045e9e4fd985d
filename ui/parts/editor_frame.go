package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// caretWidth is how wide the cursor is. Entry draws it as wide as the border it would have.
const caretWidth float32 = 2

// EditorFrame returns an editor at the sizes of its kind, to be laid out in its place.
//
// The sizes come from a theme override that changes sizes only: a face changed there is drawn, but measured as the
// application's, so that wrapping and cursor go wrong.
func EditorFrame(e *Editor) fyne.CanvasObject {
	f := &editorFrame{editor: e}
	f.ExtendBaseWidget(f)
	f.scope()
	return f
}

// editorFrame keeps the override out of the tree of objects. An override that is in the tree starts a new scope each
// time a container above it is refreshed, and for each scope Fyne reads all faces again, eight megabytes of them, and
// never lets go. Here there is one scope for the editor's life, and nothing that is drawn belongs to it.
type editorFrame struct {
	widget.BaseWidget
	editor *Editor
}

// scope puts the override into force, unless it is. Fyne drops it together with the renderers of what was out of sight
// for a while.
func (f *editorFrame) scope() {
	if f.inScope(editorSizes{f.editor.kind}.text()) {
		return
	}
	container.NewThemeOverride(f.editor, editorSizes{f.editor.kind})
	releaseDrawings(f.editor)
}

func (f *editorFrame) inScope(want float32) bool {
	if f.editor.Theme().Size(theme.SizeNameText) != want {
		return false
	}
	for _, t := range f.editor.texts {
		if t.Theme().Size(theme.SizeNameText) != want {
			return false
		}
	}
	return true
}

// CreateRenderer is for Fyne.
func (f *editorFrame) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(f, f.layout, f.minSize, f.paint, f.editor)
}

func (f *editorFrame) paint() { f.scope() }

// layout lets the text begin at the frame's own edge, and the caret stand half before it.
func (f *editorFrame) layout(size fyne.Size) {
	f.scope()
	f.editor.Move(fyne.NewPos(-caretWidth, -caretWidth))
	before := f.editor.Size()
	f.editor.Resize(size.AddWidthHeight(2*caretWidth, 2*caretWidth))
	if f.editor.Size() != before {
		f.editor.Refresh() // scrolls to the caret, which may have gone out of sight
	}
}

func (f *editorFrame) minSize() fyne.Size {
	min := f.editor.MinSize().SubtractWidthHeight(2*caretWidth, 2*caretWidth)
	min.Height = whole(min.Height + 0.9)
	return min
}

// Refresh draws the editor anew, as Fyne's containers expect of what they hold.
func (f *editorFrame) Refresh() {
	f.scope()
	f.editor.Refresh()
}

// editorSizes is the application's theme with the sizes of an editor.
type editorSizes struct{ kind EditorKind }

var _ fyne.Theme = editorSizes{}

func (s editorSizes) app() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Color returns the application's.
func (s editorSizes) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return s.app().Color(n, v)
}

// Font returns the application's.
func (s editorSizes) Font(style fyne.TextStyle) fyne.Resource { return s.app().Font(style) }

// Icon returns the application's.
func (s editorSizes) Icon(n fyne.ThemeIconName) fyne.Resource { return s.app().Icon(n) }

// Size returns the editor's where it has its own.
func (s editorSizes) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return s.text()
	case theme.SizeNameInputBorder:
		return caretWidth
	case theme.SizeNameInnerPadding:
		return caretWidth
	case theme.SizeNamePadding, theme.SizeNameLineSpacing, theme.SizeNameInputRadius:
		return 0
	case theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall:
		if s.oneLine() { // a bar would lie under its letters like a stroke
			return 0
		}
	}
	return s.app().Size(n)
}

func (s editorSizes) oneLine() bool { return s.kind != Body && s.kind != Small }

func (s editorSizes) text() float32 {
	switch s.kind {
	case Title:
		return look.SizeEntryTitle
	case Body:
		return look.SizeBody
	case Tag:
		return look.SizeCaption
	default:
		return look.SizeField
	}
}
