package parts

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// EditorKind is what an Editor is for.
type EditorKind int

// The kinds of editors.
const (
	Body   EditorKind = iota // the text of an entry
	Title                    // its title: one line
	Small                    // a field of a form, of several lines
	Line                     // a field of a form, of one line
	Tag                      // a line among chips
	Search                   // a line to search in, in the face of the controls
)

// Editor is where the writer writes. It is Fyne's Entry without a box, set in the reading face, which tells of edits
// once and only of those the writer made, and takes nothing it could not keep.
//
// An Editor stands in an EditorFrame, which gives it its sizes. One Editor is for one text: its undo history lives as
// long as it does.
//
// Nothing here may cost more per key as the text grows: Entry itself already lays out the whole text.
type Editor struct {
	widget.Entry
	// Name is what is written in it, for readers of the screen. Left out, they hear what stands in it while it is empty.
	Name string
	// OnEdited is told the text after each edit of the writer's, undo and redo included, and never of Load.
	OnEdited func(text string)
	// MaxBytes is the length a text may have; 0 is no limit. What would exceed it is refused whole.
	MaxBytes int
	// OnTooLong is told that something was refused for its length.
	OnTooLong func()
	// OnUnusable is told that something was refused because it is not text: it has a NUL byte or is not UTF-8.
	OnUnusable func()
	// OnFocus and OnBlur are told when the keyboard comes and goes.
	OnFocus, OnBlur func()
	// OnEscape is told of Escape. Without it, Escape closes what lies on top.
	OnEscape func()
	// OnEnter is told of Enter in an editor of one line that has no Next.
	OnEnter func()
	// OnDown and OnUp are told of the arrows in an editor of one line, for those who list something below it.
	OnDown, OnUp func()
	// OnEmptyBackspace is told of Backspace in an empty editor.
	OnEmptyBackspace func()
	// Next takes the keyboard on Enter in a Title and on Down from the last row; Previous on Up from the first row.
	Next, Previous *Editor
	// OnMention is told what is typed of a title behind "[[", and with false when that ends; CompleteMention ends it with
	// a title. OnMentionKey is asked first for Up, Down, Enter, Tab and Escape meanwhile, and reports whether it took one.
	OnMention    func(typed string, on bool)
	OnMentionKey func(key fyne.KeyName) bool
	// Plain is for text that is no Markdown of the writer's: lists do not continue by themselves, and Tab moves no item.
	Plain bool
	// TypesTab lets the Tab key type a tab. Otherwise it goes to the next control, as the keyboard's users expect.
	TypesTab bool

	kind    EditorKind
	loading bool
	middles []string
	belongs whereabouts
	mention mention
	back    func() bool // whether Tab goes back
	texts   []*widget.RichText
}

var (
	_ fyne.Widget       = (*Editor)(nil)
	_ fyne.Focusable    = (*Editor)(nil)
	_ fyne.Shortcutable = (*Editor)(nil)
	_ fyne.Tabbable     = (*Editor)(nil)
	_ fyne.Accessible   = (*Editor)(nil)
)

// NewEditor returns an empty editor of a kind.
func NewEditor(kind EditorKind) *Editor {
	e := &Editor{kind: kind, back: shiftHeld}
	e.TextStyle = look.StyleSerif
	switch kind {
	case Title:
		e.TextStyle = look.StyleSerifBold
	case Line:
	case Tag, Search:
		e.TextStyle = look.StyleSans
	default:
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
	}
	if !e.MultiLine { // Entry would also scroll up and down, for the fraction of a pixel its line is too high
		e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	}
	e.OnChanged = e.changed
	e.ExtendBaseWidget(e)
	e.MinSize() // has Entry make what it needs before it can be asked for a selection
	return e
}

// Kind returns what the editor is for.
func (e *Editor) Kind() EditorKind { return e.kind }

// Load replaces the text without telling OnEdited, with the cursor at the start and nothing to undo.
func (e *Editor) Load(text string) {
	e.quietly(func() {
		if e.SelectedText() != "" { // SetText keeps a selection; only a move of the cursor lets go of it
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		}
		e.middles, e.belongs = nil, whereabouts{}
		e.CursorRow, e.CursorColumn = 0, 0
		e.SetText(text)
	})
	e.followCursor()
}

func (e *Editor) changed(text string) {
	if !e.loading && e.OnEdited != nil {
		e.OnEdited(text)
	}
}

// TypedRune types a letter, if there is room for it.
func (e *Editor) TypedRune(r rune) {
	if e.kind == Title && r == '\t' {
		return
	}
	if !e.hasRoom(utf8.RuneLen(r)) {
		return
	}
	e.edit(1, func() { e.Entry.TypedRune(r) })
	e.followRune(r)
}

// hasRoom reports whether so many bytes more are within the limit, and tells if they are not. What is selected will
// give way, but finding it costs as much as the text is long, so it is asked for only when it matters.
func (e *Editor) hasRoom(more int) bool {
	if e.MaxBytes <= 0 || len(e.Text)+more <= e.MaxBytes || len(e.Text)-len(e.SelectedText())+more <= e.MaxBytes {
		return true
	}
	if e.OnTooLong != nil {
		e.OnTooLong()
	}
	return false
}

// AccessibilityLabel names what is written in it. It never reads the text.
func (e *Editor) AccessibilityLabel() string { return cmp.Or(e.Name, e.PlaceHolder) }

// AccessibilityRole tells readers of the screen that this is text.
func (e *Editor) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// FocusGained shows the cursor and tells OnFocus.
func (e *Editor) FocusGained() {
	e.Entry.FocusGained()
	seeFocus()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost hides the cursor and tells OnBlur.
func (e *Editor) FocusLost() {
	e.Entry.FocusLost()
	if e.OnBlur != nil {
		e.OnBlur()
	}
}

// MouseDown puts the cursor where the pointer is.
func (e *Editor) MouseDown(m *desktop.MouseEvent) {
	e.Entry.MouseDown(m)
	e.followCursor()
}

// TypedShortcut does what Entry does, knows a second way to redo, and refuses what cannot be kept.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	defer e.followCursor()
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		e.paste(s.Clipboard)
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *desktop.CustomShortcut:
		e.customShortcut(s)
	default:
		e.resume()
		e.Entry.TypedShortcut(s)
	}
}

// customShortcut knows the second way to redo, and the ways to both ends of the text, which Entry lacks.
func (e *Editor) customShortcut(s *desktop.CustomShortcut) {
	switch {
	case s.KeyName == fyne.KeyZ && s.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift:
		e.Redo()
	case s.KeyName == fyne.KeyEnd && s.Modifier == fyne.KeyModifierShortcutDefault:
		e.CursorToEnd()
	case s.KeyName == fyne.KeyHome && s.Modifier == fyne.KeyModifierShortcutDefault:
		e.typeKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
		e.typeKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	default:
		e.resume()
		e.Entry.TypedShortcut(s)
	}
}

// Insert puts text at the cursor, in place of what is selected, as one step to undo.
func (e *Editor) Insert(text string) {
	e.paste(&slip{text})
	e.followCursor()
}

// slip is a clipboard that holds one text: pasting is the one way into Entry that can be undone.
type slip struct{ text string }

func (s *slip) Content() string        { return s.text }
func (s *slip) SetContent(text string) { s.text = text }

// paste takes a text whole or not at all. An empty one is ignored: Entry would drop the selection from its history
// without dropping it from the text.
func (e *Editor) paste(from fyne.Clipboard) {
	if e.Disabled() || from == nil {
		return
	}
	text := from.Content()
	if text == "" {
		return
	}
	if strings.IndexByte(text, 0) >= 0 || !utf8.ValidString(text) {
		if e.OnUnusable != nil {
			e.OnUnusable()
		}
		return
	}
	if !e.hasRoom(len(text)) {
		return
	}
	selected, middle := e.SelectedText(), ""
	if selected != "" {
		middle = e.withoutSelection(selected)
	}
	e.edit(utf8.RuneCountInString(text), func() { e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: &slip{text}}) })
	if selected != "" {
		e.pass(middle)
	}
}
