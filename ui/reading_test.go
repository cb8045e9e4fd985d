package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/ui/parts"
)

// readEntry opens an entry with a text and shows it in the reading view.
func (s *stage) readEntry(title, body string) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, s.journal.Today(s.t.Context()))
	e.Title, e.Body = title, body
	e = s.add(e)
	s.openEntry(e.ID)
	s.settle()
	s.press(key(fyne.KeyR, ctrl))
	return e
}

// prose is the text being read, with the keyboard in it.
func (s *stage) prose() *parts.Prose {
	s.t.Helper()
	p, reading := s.win.Canvas().Focused().(*parts.Prose)
	if !reading {
		s.t.Fatalf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	return p
}

// keys presses keys where the keyboard is.
func (s *stage) keys(names ...fyne.KeyName) {
	s.t.Helper()
	for _, n := range names {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		s.settle()
	}
}

func TestTheReadingViewTakesThePlaceOfTheTextAndGivesItBackAsItWas(t *testing.T) {
	for name, back := range map[string]func(s *stage){
		"Ctrl R": func(s *stage) { s.press(key(fyne.KeyR, ctrl)) },
		"Escape": func(s *stage) { s.keys(fyne.KeyEscape) },
	} {
		s := openWindow(t)
		s.typeText("one two")
		s.keys(fyne.KeyLeft, fyne.KeyLeft)
		s.press(key(fyne.KeyR, ctrl))
		if s.prose().Built() != 1 || !s.menuChecked(key(fyne.KeyR, ctrl)) {
			t.Errorf("%d lines are read", s.prose().Built())
		}
		back(s)
		s.typeText("_")
		if got := s.today.desk.body.Text; got != "one t_wo" || s.menuChecked(key(fyne.KeyR, ctrl)) {
			t.Errorf("after %s the text is %q", name, got)
		}
	}
}

// menuChecked tells whether the menu item with a shortcut is checked.
func (s *stage) menuChecked(shortcut fyne.Shortcut) bool {
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				return i.Checked
			}
		}
	}
	return false
}

func TestABoxTickedWhileReadingIsAnEditOfTheText(t *testing.T) {
	s := openWindow(t)
	s.readEntry("", "öä\n\n- [ ] ask Priya\n- [x] done")
	p := s.prose()
	s.keys(fyne.KeyTab, fyne.KeyReturn)
	s.keys(fyne.KeyTab)
	s.typeText(" ")
	s.save()
	if got := s.only().Body; got != "öä\n\n- [x] ask Priya\n- [ ] done" {
		t.Errorf("the text is %q", got)
	}
	if p.AccessibilityLabel() != "done" {
		t.Errorf("the keyboard is at %q", p.AccessibilityLabel())
	}
	s.press(&fyne.ShortcutUndo{})
	s.press(&fyne.ShortcutUndo{})
	s.press(key(fyne.KeyZ, ctrl|shift))
	s.save()
	if got := s.only().Body; got != "öä\n\n- [x] ask Priya\n- [x] done" {
		t.Errorf("undone twice and redone once the text is %q", got)
	}
	s.press(key(fyne.KeyR, ctrl))
	s.press(&fyne.ShortcutUndo{})
	if got := s.today.desk.body.Text; got != "öä\n\n- [ ] ask Priya\n- [x] done" {
		t.Errorf("undone while writing the text is %q", got)
	}
}

func TestALinkIntoTheWebIsHandedToTheSystemAndNothingElseIs(t *testing.T) {
	s := openWindow(t)
	app := &openingApp{App: s.app}
	s.app = app
	s.readEntry("", "https://go.dev [mail](mailto:me@example.org) [no](file:///etc/passwd) [no](javascript:x)")
	s.keys(fyne.KeyTab, fyne.KeyReturn, fyne.KeyTab, fyne.KeyReturn, fyne.KeyTab, fyne.KeyReturn)
	if got := fmt.Sprint(app.opened); got != "[https://go.dev mailto:me@example.org mailto:me@example.org]" {
		t.Errorf("the system was asked to open %s", got)
	}
	s.today.reading.follow(parts.ProseLink{To: "file:///etc/passwd"})
	s.settle()
	if len(app.opened) != 3 || s.door.notice == nil {
		t.Error("a file was opened, or nothing was said")
	}
}

func TestATitleInBracketsOpensTheEntry(t *testing.T) {
	s := openWindow(t)
	review := s.journal.NewEntry(journal.Reflection, s.journal.Today(t.Context()))
	review.Title, review.Body = "The Réview", "what was said"
	review = s.add(review)
	s.readEntry("", "see [[the review|what they said]]")
	s.keys(fyne.KeyTab, fyne.KeyReturn)
	if got := s.today.desk.draft.Entry().ID; got != review.ID {
		t.Fatalf("the entry %s is open", got)
	}
	if got := s.prose().AccessibilityLabel(); got != "what was said\n" {
		t.Errorf("it reads %q", got)
	}
}

func TestATitleThatNoEntryHasIsOfferedToBeginOne(t *testing.T) {
	s := openWindow(t)
	hidden := s.journal.NewEntry(journal.Reflection, s.journal.Today(t.Context()))
	hidden.Title, hidden.Private = "The review", true
	s.add(hidden)
	s.readEntry("", "see [[The review]]")
	s.press(key(fyne.KeyH, ctrl|shift))
	s.keys(fyne.KeyTab, fyne.KeyReturn)
	if s.door.notice == nil || s.door.notice.Sentence() != "No entry has this title yet." {
		t.Fatal("nothing is said")
	}
	fyneTap(s.door.notice.Actions()[0])
	s.settle()
	s.typeText("now")
	if e := s.today.desk.draft.Entry(); e.Title != "The review" || e.Body != "now" || e.Private {
		t.Errorf("it began %+v", e)
	}
}

func fyneTap(b fyne.Tappable) { b.Tapped(&fyne.PointEvent{}) }

func TestTheReadingViewFollowsTheEntryAndMakesWayForAFreshOne(t *testing.T) {
	s := openWindow(t)
	s.readEntry("", "the first")
	s.press(key(fyne.KeyR, ctrl))
	s.readEntry("", "the second")
	s.press(key(fyne.KeyPageUp, ctrl))
	if got := s.prose().AccessibilityLabel(); got != "the first\n" || s.today.prompt.Visible() {
		t.Errorf("it reads %q", got)
	}
	s.press(key(fyne.KeyN, ctrl))
	s.typeText("the third")
	if got := s.today.desk.body.Text; got != "the third" || s.menuChecked(key(fyne.KeyR, ctrl)) || !s.today.prompt.Visible() {
		t.Errorf("the fresh entry says %q", got)
	}
}

func TestBoldItalicAndBoxesAreInTheMenu(t *testing.T) {
	s := openWindow(t)
	s.typeText("word")
	s.press(key(fyne.KeyB, ctrl))
	s.press(key(fyne.KeyI, ctrl))
	s.press(key(fyne.KeyX, ctrl|shift))
	s.press(key(fyne.KeyX, ctrl|shift))
	s.save()
	if got := s.only().Body; got != "- [x] ***word***" {
		t.Errorf("the text is %q", got)
	}
	for _, want := range []string{"- [ ] ***word***", "***word***", "**word**", "word"} {
		s.press(&fyne.ShortcutUndo{})
		if got := s.today.desk.body.Text; got != want {
			t.Errorf("undone it is %q, want %q", got, want)
		}
	}
}

func TestAnEntryOf10000WordsIsReadByTheLinesInSight(t *testing.T) {
	s := openWindow(t)
	s.readEntry("", strings.Repeat("- [ ] quite **some** words and a [[title]] in ten of them\n", 1000))
	p := s.prose()
	if p.Built() == 0 || p.Built() > 60 || len(p.Stops()) != 2000 {
		t.Errorf("%d lines are built, the keyboard stops at %d places", p.Built(), len(p.Stops()))
	}
}

func TestADocumentIsShownAsPassages(t *testing.T) {
	item, nested := []parts.Frame{{}}, []parts.Frame{{}, {Letters: 2}}
	words := func(text string) []parts.Run { return []parts.Run{{Text: text}} }
	want := []parts.Passage{
		{Sort: parts.PassageHeading, Level: 2, Runs: words("Next")},
		{Runs: words("one"), Within: item, Marker: "•"},
		{Runs: words("nine"), Within: nested, Marker: "1.", Tight: true},
		{Runs: words("ten"), Within: nested, Marker: "2.", Tight: true},
		{Within: item, Box: &parts.ProseBox{Key: 35, Ticked: true}, Tight: true},
		{Within: item, Marker: "•", Tight: true},
		{Sort: parts.PassageCode, Runs: []parts.Run{{Text: "code", Look: parts.RunCode}}, Within: item},
		{Runs: words("said"), Within: []parts.Frame{{Quote: 1}}},
		{Sort: parts.PassageRule},
		{Runs: []parts.Run{{Text: "a", Link: parts.ProseLink{To: "t", Inner: true}}, {Text: "b", Look: parts.RunStrong | parts.RunEmphasis}}},
	}
	got := passagesOf(document.FromMarkdown("## Next\n- one\n  1. nine\n  2. ten\n- [x]\n- ```\n  code\n  ```\n\n> said\n\n---\n[[t|a]]***b***"))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := passagesOf(document.FromMarkdown(" ")); len(got) != 1 || got[0].Runs[0].Text != "Nothing is written here yet." {
		t.Errorf("of nothing it shows %+v", got)
	}
}
