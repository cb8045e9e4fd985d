package parts

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
)

// paper is a window to write in.
type paper struct{ win fyne.Window }

func newPaper(t *testing.T) paper {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	win := test.NewTempWindow(t, nil)
	win.Resize(fyne.NewSize(400, 300))
	return paper{win}
}

// write puts a text into an editor. The cursor stands where the text has a ^, or what is between < and > is selected.
func (p paper) write(kind EditorKind, text string) *Editor {
	e := NewEditor(kind)
	p.win.SetContent(EditorFrame(e))
	p.win.Resize(fyne.NewSize(400, 300))
	p.win.Canvas().Focus(e)
	from, to, at := strings.IndexByte(text, '<'), strings.IndexByte(text, '>')-1, strings.IndexByte(text, '^')
	e.Load(strings.NewReplacer("<", "", ">", "", "^", "").Replace(text))
	if at >= 0 {
		e.moveTo(at)
	} else {
		e.chooseText(from, to)
	}
	return e
}

// shows is the text with the cursor or the selection in it.
func shows(e *Editor) string {
	text, selected := e.Text, e.SelectedText()
	if selected == "" {
		at := e.cursor()
		return text[:at] + "^" + text[at:]
	}
	to := e.cursor()
	return text[:to-len(selected)] + "<" + selected + ">" + text[to:]
}

// does does something to a text, wants another, and the first again after one step back.
func does(t *testing.T, name string, do func(e *Editor), cases [][2]string) {
	t.Helper()
	paper := newPaper(t)
	for _, c := range cases {
		e := paper.write(Body, c[0])
		before, told := e.Text, 0
		e.OnEdited = func(string) { told++ }
		do(e)
		if got := shows(e); got != c[1] {
			t.Errorf("%s: %q became %q, want %q", name, c[0], got, c[1])
		}
		if told != 1 {
			t.Errorf("%s: %q was told %d times", name, c[0], told)
		}
		e.Undo()
		if e.Text != before {
			t.Errorf("%s: %q undone is %q", name, c[0], e.Text)
		}
	}
}

func enter(e *Editor) { e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

func tab(e *Editor) { e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab}) }

func shiftTab(e *Editor) {
	e.back = func() bool { return true }
	tab(e)
}

func TestToggleStrongMarksWhatIsSelectedOrTheWordAtTheCursor(t *testing.T) {
	does(t, "strong", (*Editor).ToggleStrong, [][2]string{
		{"a <word> here", "a **<word>** here"},
		{"a **<word>** here", "a <word> here"},
		{"a <**word**> here", "a <word> here"},
		{"a *<word>* here", "a ***<word>*** here"},
		{"a wo^rd here", "a **wo^rd** here"},
		{"a **wo^rd** here", "a wo^rd here"},
		{"it's^", "**it's^**"},
		{"a ^ b", "a **^** b"},
		{"a **^** b", "a ^ b"},
		{"a< word >b", "a **<word>** b"},
		{"<- ask 🙂 e\u0301>", "- **<ask 🙂 e\u0301>**"},
		{"<one\n\n2. two >\nthree", "<**one**\n\n2. **two**> \nthree"},
		{"<**one**\n# **two**>", "<one\n# two>"},
		{"abab <ab> ab", "abab **<ab>** ab"},
	})
}

func TestToggleEmphasisKeepsWhatIsStrong(t *testing.T) {
	does(t, "emphasis", (*Editor).ToggleEmphasis, [][2]string{
		{"a <word> here", "a *<word>* here"},
		{"a *<word>* here", "a <word> here"},
		{"a **<word>** here", "a ***<word>*** here"},
		{"a ***<word>*** here", "a **<word>** here"},
		{"会^議", "*会^議*"},
	})
}

func TestEnterContinuesAList(t *testing.T) {
	does(t, "Enter", enter, [][2]string{
		{"- one^", "- one\n- ^"},
		{"* one^ two", "* one\n* ^ two"},
		{"  + one^", "  + one\n  + ^"},
		{"9. nine^", "9. nine\n10. ^"},
		{"1) one^\nafter", "1) one\n2) ^\nafter"},
		{"- [x] done^", "- [x] done\n- [ ] ^"},
		{"-  wide^", "-  wide\n-  ^"},
		{"above\n- öäü 🙂^", "above\n- öäü 🙂\n- ^"},
		{"plain^", "plain\n^"},
		{"-^", "-\n^"},
		{"-no^", "-no\n^"},
		{"^- one", "\n^- one"},
		{"1234567890. one^", "1234567890. one\n^"},
	})
}

func TestEnterOnAnEmptyItemEndsTheList(t *testing.T) {
	does(t, "Enter", enter, [][2]string{
		{"- one\n- ^", "- one\n^"},
		{"1. one\n2. ^\nafter", "1. one\n^\nafter"},
		{"- [ ] ^", "^"},
		{"- one\n  - ^ ", "- one\n^"},
	})
}

func TestTabMovesAnItemInAndOut(t *testing.T) {
	does(t, "Tab", tab, [][2]string{
		{"- one\n^- two", "- one\n  ^- two"},
		{"- one\n- ^two", "- one\n  - ^two"},
		{"1. one\n2. ^two", "1. one\n   2. ^two"},
	})
	does(t, "Shift Tab", shiftTab, [][2]string{
		{"  - ^one", "- ^one"},
		{"\t- ^one", "- ^one"},
		{"   1. ^one", "1. ^one"},
		{" - ^one", "- ^one"},
	})
}

func TestTabElsewhereGoesOn(t *testing.T) {
	paper := newPaper(t)
	for _, text := range []string{"- on^e", "plain^", "<- one>"} {
		if e := paper.write(Body, text); e.AcceptsTab() {
			t.Errorf("in %q the Tab key stays", text)
		}
	}
	e := paper.write(Body, "- ^one")
	if !e.AcceptsTab() {
		t.Error("at the head of an item the Tab key goes on")
	}
	e.back = func() bool { return true }
	if e.AcceptsTab() {
		t.Error("where an item cannot be moved outwards the Tab key stays")
	}
}

func TestToggleBoxTicksOrMakesOne(t *testing.T) {
	does(t, "box", (*Editor).ToggleBox, [][2]string{
		{"- [ ] as^k", "- [x] as^k"},
		{"- [x] as^k", "- [ ] as^k"},
		{"- [X]^", "- [ ]^"},
		{"1. as^k", "1. [ ] as^k"},
		{"ask^", "- [ ] ask^"},
		{"a\n  ^ask", "a\n  - [ ] ^ask"},
		{"^", "- [ ] ^"},
	})
}

func TestATitleOrALineKnowsNoMarkdown(t *testing.T) {
	paper := newPaper(t)
	for _, kind := range []EditorKind{Title, Line, Tag, Search} {
		e := paper.write(kind, "- [ ] wo^rd")
		e.ToggleStrong()
		e.ToggleBox()
		if e.Text != "- [ ] word" || e.AcceptsTab() {
			t.Errorf("in an editor of kind %d it is %q", kind, e.Text)
		}
	}
}

func TestPlainTextIsNoList(t *testing.T) {
	e := newPaper(t).write(Small, "^- led the drill")
	e.Plain = true
	if e.AcceptsTab() {
		t.Error("the Tab key stays in the editor")
	}
	e.CursorToEnd()
	enter(e)
	e.ToggleBox()
	if e.Text != "- led the drill\n" {
		t.Errorf("it is %q", e.Text)
	}
}

// mentioning is an editor that tells what is typed of a title.
func (p paper) mentioning(text string) (*Editor, *[]string) {
	e, told := p.write(Body, text), &[]string{}
	e.OnMention = func(typed string, on bool) { *told = append(*told, fmt.Sprint(typed, on)) }
	return e, told
}

func typeIn(e *Editor, text string) {
	for _, r := range text {
		e.TypedRune(r)
	}
}

func press(e *Editor, names ...fyne.KeyName) {
	for _, n := range names {
		e.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestWhatIsTypedBehindTwoBracketsIsToldUntilItEnds(t *testing.T) {
	paper := newPaper(t)
	ends := map[string]func(e *Editor){
		"a bracket":       func(e *Editor) { typeIn(e, "]") },
		"Enter":           enter,
		"an arrow":        func(e *Editor) { press(e, fyne.KeyLeft) },
		"another text":    func(e *Editor) { e.Load("other") },
		"a paste":         func(e *Editor) { e.Insert("x") },
		"a step back":     func(e *Editor) { e.Undo() },
		"the other end":   func(e *Editor) { press(e, fyne.KeyHome) },
		"three letters":   func(e *Editor) { press(e, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace) },
		"a third bracket": func(e *Editor) { typeIn(e, "[") },
	}
	for name, end := range ends {
		e, told := paper.mentioning("see ^ there")
		typeIn(e, "[[R 1")
		press(e, fyne.KeyBackspace)
		end(e)
		got := strings.Join(*told, ",")
		if !strings.HasPrefix(got, "true,Rtrue,R true,R 1true,R true") || !strings.HasSuffix(got, ",false") || strings.Count(got, ",false") != 1 {
			t.Errorf("with %s it told %q", name, got)
		}
	}
	e, told := paper.mentioning("^")
	typeIn(e, "[a[b")
	if len(*told) != 0 {
		t.Errorf("without two brackets it told %q", *told)
	}
}

func TestATitleIsCompletedInOneStep(t *testing.T) {
	paper := newPaper(t)
	for _, c := range [][3]string{
		{"see ^ there", "[[rev", "see [[The review]]^ there"},
		{"see ^", "[[", "see [[The review]]^"},
		{"🙂 ^]]", "[[öä", "🙂 [[The review]]^"},
	} {
		e, told := paper.mentioning(c[0])
		typeIn(e, c[1])
		before := e.Text
		e.CompleteMention("The review")
		if shows(e) != c[2] || (*told)[len(*told)-1] != "false" {
			t.Errorf("%q became %q, told %q", before, shows(e), *told)
		}
		e.Undo()
		if e.Text != before {
			t.Errorf("undone it is %q, was %q", e.Text, before)
		}
		e.CompleteMention("Another")
		if e.Text != before {
			t.Errorf("without a title being typed it became %q", e.Text)
		}
	}
}

func TestWhileATitleIsTypedTheListOfTitlesIsAskedFirst(t *testing.T) {
	paper := newPaper(t)
	e, _ := paper.mentioning("^")
	var asked []fyne.KeyName
	e.OnMentionKey = func(key fyne.KeyName) bool {
		asked = append(asked, key)
		return key != fyne.KeyReturn
	}
	press(e, fyne.KeyDown)
	typeIn(e, "[[a")
	press(e, fyne.KeyDown, fyne.KeyUp, fyne.KeyTab, fyne.KeyEscape, fyne.KeyLeft)
	typeIn(e, "[[b")
	press(e, fyne.KeyReturn)
	if fmt.Sprint(asked) != "[Down Up Tab Escape Return]" || e.Text != "[[[[b\na" {
		t.Errorf("it was asked for %v, the text is %q", asked, e.Text)
	}
}
