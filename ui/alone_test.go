package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestGivenAnEntry_WhenOnlyTheTextIsAskedFor_ThenNothingElseIsInSight_AndTheCursorIsInIt(t *testing.T) {
	s := openWindow(t)
	s.typeText("A quiet hour")
	s.save()
	s.press(key(fyne.KeyF, ctrl|shift))
	for name, o := range map[string]fyne.CanvasObject{
		"the day": s.today.head, "the kinds": s.today.kinds, "the question": s.today.prompt, "the parts": s.today.under, "the foot": s.today.about,
	} {
		if o.Visible() {
			t.Errorf("%s is in sight", name)
		}
	}
	if s.today.side() != nil || len(s.foot.content.Objects) != 0 {
		t.Error("something stands beside or below the text")
	}
	s.typeText(" more")
	s.save()
	if e := s.only(); e.Body != "A quiet hour more" {
		t.Errorf("the entry is %q", e.Body)
	}
}

func TestGivenOnlyTheText_WhenEscapeOrTheSameKeysArePressed_ThenAllOfTodayIsBack(t *testing.T) {
	s := openWindow(t)
	s.typeText("A quiet hour")
	s.save()
	for name, leave := range map[string]func(){
		"Escape": func() { s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"again":  func() { s.press(key(fyne.KeyF, ctrl|shift)) },
	} {
		s.press(key(fyne.KeyF, ctrl|shift))
		leave()
		s.settle()
		if s.today.alone || !s.today.head.Visible() || !s.today.kinds.Visible() || !s.today.about.Visible() || s.today.side() == nil {
			t.Errorf("after %s something is still out of sight", name)
		}
	}
}

func TestGivenOnlyTheText_WhenAnotherPageIsOpened_ThenTheNavigationIsBack(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyF, ctrl|shift))
	s.press(key(fyne.Key2, ctrl))
	if s.today.alone || s.current != page(s.frame.timeline) {
		t.Error("the text is still alone")
	}
}

func TestGivenOnlyTheText_WhenSavingIsInTheWay_ThenTheFootSaysSo(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyF, ctrl|shift))
	s.foot.trouble("There is no room left.")
	if len(s.foot.content.Objects) == 0 {
		t.Error("nothing is said")
	}
}
