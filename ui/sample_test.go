package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestGivenMyJournal_WhenTheSampleIsOpened_ThenItIsAnotherJournalAndABarSaysSo(t *testing.T) {
	s := openWindow(t)
	mine := s.home.Folder()
	s.openSample()
	s.settle()
	if !s.sampleOpen() || s.home.Folder() == mine || len(s.entries()) != sampleEntries {
		t.Fatalf("%s is open, with %d entries", s.home.Folder(), len(s.entries()))
	}
	if s.journalName() == "" {
		t.Error("the navigation does not name it")
	}
	if len(s.recentJournals()) != 0 {
		t.Errorf("the journals that were open lately are %v", s.recentJournals())
	}
}

func TestGivenTheSample_WhenSomethingIsWrittenAndLeft_ThenMyJournalIsAsItWas(t *testing.T) {
	s := openWindow(t)
	mine := s.home.Folder()
	s.typeText("My own words")
	s.openSample()
	s.settle()
	s.press(key(fyne.KeyN, ctrl))
	s.typeText("Only a try")
	s.leaveSample()
	s.settle()
	if s.home.Folder() != mine || s.sampleOpen() {
		t.Fatalf("%s is open", s.home.Folder())
	}
	if e := s.only(); e.Body != "My own words" {
		t.Errorf("my journal holds %q", e.Body)
	}
	s.openSample()
	s.settle()
	if n := len(s.entries()); n != sampleEntries+1 {
		t.Errorf("the sample holds %d entries when it is opened again", n)
	}
}

func TestGivenTheSample_WhenAnotherJournalIsOpenedFromIt_ThenTheSampleIsNotAmongTheJournalsThatWereOpenLately(t *testing.T) {
	s := openWindow(t)
	s.openSample()
	s.settle()
	sample := s.home.Folder()
	s.moveTo(sample + "-other")
	s.settle()
	if slices.Contains(s.app.Preferences().StringList(prefRecent), sample) {
		t.Error("it is remembered")
	}
}

func TestGivenTheSample_ThenTheMenuLeadsBack(t *testing.T) {
	s := openWindow(t)
	s.openSample()
	s.settle()
	var back *fyne.MenuItem
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == "Back to my journal" {
				back = i
			}
		}
	}
	if back == nil {
		t.Fatal("nothing leads back")
	}
	back.Action()
	s.settle()
	if s.sampleOpen() {
		t.Error("the sample is still open")
	}
}
