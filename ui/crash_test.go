package ui

import (
	"errors"
	"strings"
	"testing"

	"groundwork/data"
	"groundwork/journal"
)

func TestGivenACrash_WhenTheWindowOpensNext_ThenItSaysOnceThatAllIsSavedAndShowsTheReport(t *testing.T) {
	folder, told := t.TempDir(), 0
	crash := &Crash{At: evening, Report: "panic: …\n\ngoroutine 7 [running]:\ngroundwork/ui.(*desk).settle(0xc000)\n", Told: func() error { told++; return nil }}
	s := openWindowWith(t, folder, data.NewHome(folder, data.Options{}), func(o *Options) {
		o.Crashed = func() (*Crash, error) { return crash, nil }
	})
	if got := words(s); !strings.Contains(got, "What you had written is saved") || told != 1 {
		t.Fatalf("told %d times, the window says %q", told, got)
	}
	s.click("Show the report")
	if got := words(s); !strings.Contains(got, "desk).settle") {
		t.Errorf("the report is not there: %q", got)
	}
	s.click("Copy details")
	if got := s.app.Clipboard().Content(); !strings.Contains(got, "desk).settle") || !strings.Contains(got, "Groundwork ") {
		t.Errorf("copied: %q", got)
	}
}

func TestGivenAWarning_WhenThereWasACrash_ThenTheWarningStaysAndTheCrashIsToldAnotherTime(t *testing.T) {
	s := openWindow(t)
	s.crashed = func() (*Crash, error) {
		return &Crash{Told: func() error { t.Error("it counts as told"); return nil }}, nil
	}
	s.door.show("read the feedback", journal.ErrDamaged)
	s.tellCrash()
	s.settle()
	if got := words(s); !strings.Contains(got, "damaged") {
		t.Errorf("the window says %q", got)
	}
}

func TestGivenWordsThatAreNotSavedYet_WhenTheWindowPanics_ThenTheyAreWrittenAndThePanicGoesOn(t *testing.T) {
	for from, begin := range map[string]func(*stage, func()){
		"the window": func(s *stage, work func()) { s.guard(work, func(save func()) { save() }) },
		"an errand":  func(s *stage, work func()) { s.background(work) },
	} {
		folder := t.TempDir()
		s := openWindowWith(t, folder, data.NewHome(folder, data.Options{}), func(*Options) {})
		s.onUI = func(do func()) { do() }
		s.typeText("the last words before " + from)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: nobody hears of the panic", from)
				}
			}()
			begin(s, func() { panic(errors.New("a fault")) })
		}()
		if got := s.only().Body; got != "the last words before "+from {
			t.Errorf("%s: %q is saved", from, got)
		}
	}
}
