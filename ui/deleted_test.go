package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheBarOfADeletionGoesByItself(t *testing.T) {
	s := openWindow(t)
	s.deleted("It is gone.", func() {})
	s.settle()
	if s.door.notice == nil || s.door.notice.Sentence() != "It is gone." {
		t.Fatal("no bar tells of the deletion")
	}
	s.wait()
	if s.door.notice != nil {
		t.Error("the bar is still there")
	}
}

func TestTheBarStaysWhileTheKeyboardIsOnIt(t *testing.T) {
	s := openWindow(t)
	s.deleted("It is gone.", func() {})
	s.win.Canvas().Focus(s.door.notice.Actions()[0])
	s.wait()
	if s.door.notice == nil {
		t.Fatal("the bar went from under the keyboard")
	}
	s.win.Canvas().Unfocus()
	s.wait()
	if s.door.notice != nil {
		t.Error("the bar is still there")
	}
}

func TestABarThatIsReplacedTakesNothingWithIt(t *testing.T) {
	s := openWindow(t)
	s.deleted("It is gone.", func() {})
	s.door.say("Something else.")
	s.wait()
	if s.door.notice == nil {
		t.Error("the time of the bar before took this one away")
	}
	s.press(&fyne.ShortcutUndo{})
	if s.door.notice == nil {
		t.Error("undo took back what no bar tells of any more")
	}
}

func TestUndoInTheMenuTakesADeletionBackOnce(t *testing.T) {
	s := openWindow(t)
	undone := 0
	s.deleted("It is gone.", func() { undone++ })
	for range 2 {
		s.press(&fyne.ShortcutUndo{})
	}
	if undone != 1 || s.door.notice != nil {
		t.Errorf("undone %d times, the notice is %v", undone, s.door.notice)
	}
}

func TestUndoInAFieldComesBeforeThatOfADeletion(t *testing.T) {
	s := openWindow(t)
	s.deleted("It is gone.", func() { t.Error("the deletion was undone") })
	s.typeText("words")
	s.press(&fyne.ShortcutUndo{})
	if got := s.today.desk.body.Text; got != "" || s.door.notice == nil {
		t.Errorf("the field says %q", got)
	}
}
