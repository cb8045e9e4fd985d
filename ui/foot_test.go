package ui

import (
	"strings"
	"testing"

	"groundwork/ui/parts"
)

func TestGivenTrouble_ThenItStandsAtTheFootOfEveryPageUntilAllIsWell(t *testing.T) {
	s := openWindow(t)
	tried := 0
	again := parts.NoticeAction{Label: "Try again", Do: func() { tried++ }}
	const why = "The disk is full. Free some space. Your text stays here and is saved as soon as there is room."
	s.foot.trouble(why, again)
	s.frame.library.goLibrary()
	s.settle()
	if got := words(s); !strings.Contains(got, why) || strings.Contains(got, "Not backed up yet") {
		t.Errorf("the window says %q", got)
	}
	s.keeper.tell() // which is no reason to hide it
	s.settle()
	b := s.foot.content.Objects[2].(*parts.Button)
	tap(t, b)
	if tried != 1 {
		t.Errorf("“Try again” was done %d times", tried)
	}
	s.foot.trouble(why, again)
	if s.foot.content.Objects[2] != b {
		t.Error("the same trouble is drawn anew")
	}
	s.foot.well()
	if got := words(s); strings.Contains(got, why) || !strings.Contains(got, "Not backed up yet") {
		t.Errorf("when all is well the window says %q", got)
	}
}

func TestGivenTroubleInASmallWindow_ThenItsSentenceWraps(t *testing.T) {
	s := openWindow(t)
	s.win.Resize(smallest)
	line := s.foot.content.Size().Height
	s.foot.trouble(strings.Repeat("The disk is full. ", 12), parts.NoticeAction{Label: "Save elsewhere", Do: func() {}})
	s.win.Content().Refresh()
	if got := s.foot.content.MinSize().Height; got <= line {
		t.Errorf("the line is %v high, as one that says little", got)
	}
}
