package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
)

// moveTo is what moves the window to the journal in a folder.
func moveTo(folder string) func(context.Context, journal.Home) (journal.Home, error) {
	return func(context.Context, journal.Home) (journal.Home, error) {
		return data.NewHome(folder, data.Options{}), nil
	}
}

func TestAnotherJournalIsShownAndWhatWasTypedStaysInTheOldOne(t *testing.T) {
	s := openWindow(t)
	old, other := s.folder, filepath.Join(t.TempDir(), "other")
	s.typeText("typed and not on disk yet")
	s.swap("open another journal", moveTo(other), nil)
	s.settle()
	if all := s.entries(); len(all) != 0 || s.home.Folder() != other {
		t.Errorf("the window shows %d entries of %s, want none of %s", len(all), s.home.Folder(), other)
	}
	s.typeText("written in the other one")
	s.save()
	if got := s.only().Body; got != "written in the other one" {
		t.Errorf("the other journal holds %q", got)
	}
	s.swap("open the first journal", moveTo(old), nil)
	s.settle()
	if got := s.only().Body; got != "typed and not on disk yet" {
		t.Errorf("the old journal holds %q", got)
	}
	if got := s.today.desk.body.Text; got != "typed and not on disk yet" {
		t.Errorf("Today shows %q", got)
	}
}

func TestPagesForgetWhatTheyHeldOfTheOldJournal(t *testing.T) {
	s := openWindow(t)
	s.add(journal.Entry{Kind: journal.Reflection, Day: journal.DayOf(evening), Title: "Only in the first journal"})
	s.press(key(fyne.Key2, ctrl))
	if got := words(s); !strings.Contains(got, "Only in the first journal") {
		t.Fatalf("the timeline shows %q", got)
	}
	s.swap("open another journal", moveTo(t.TempDir()), nil)
	s.settle()
	for _, page := range []fyne.KeyName{fyne.Key1, fyne.Key2} {
		s.press(key(page, ctrl))
		if got := words(s); strings.Contains(got, "Only in the first journal") {
			t.Errorf("Ctrl+%s shows an entry of the first journal", page)
		}
	}
}

func TestNobodyHasTheJournalOpenWhileItIsSwapped(t *testing.T) {
	s := openWindow(t)
	s.typeText("in the backup")
	s.save()
	made, err := s.home.BackUp(t.Context(), journal.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	s.typeText(", and after it")
	s.swap("restore a backup", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		_, err := home.Restore(ctx, made.File, true)
		return nil, err
	}, nil)
	s.settle()
	if got := s.only().Body; got != "in the backup" {
		t.Errorf("restored: %q (%s)", got, words(s))
	}
}

func TestWhereItFailsTheOldJournalIsOpenedAgainAndTheDoorSaysWhy(t *testing.T) {
	s := openWindow(t)
	s.typeText("safe")
	var told error
	s.swap("restore a backup", func(context.Context, journal.Home) (journal.Home, error) {
		return nil, journal.NotBackup("it is empty.")
	}, func(err error) { told = err })
	s.settle()
	if got := s.only().Body; got != "safe" || s.today.desk.body.Text != "safe" {
		t.Errorf("the journal holds %q, Today shows %q", got, s.today.desk.body.Text)
	}
	if got := words(s); !strings.Contains(got, "it is empty.") || !errors.Is(told, journal.ErrInvalid) {
		t.Errorf("the window says %q, then was told %v", got, told)
	}
}

func TestNothingIsSwappedWhileTextCannotBeSaved(t *testing.T) {
	s, full := openOnFullDisk(t)
	full.Store(true)
	s.typeText("not on disk")
	asked, told := false, error(nil)
	s.swap("open another journal", func(context.Context, journal.Home) (journal.Home, error) {
		asked = true
		return nil, nil
	}, func(err error) { told = err })
	s.settle()
	if asked || !errors.Is(told, journal.ErrNoSpace) {
		t.Errorf("it was done: %v; then was told %v", asked, told)
	}
	full.Store(false)
	s.save()
	if got := s.only().Body; got != "not on disk" || s.today.desk.body.Text != "not on disk" {
		t.Errorf("stored: %q, shown: %q", got, s.today.desk.body.Text)
	}
}

func TestThePrivateStaysHiddenInAnotherJournal(t *testing.T) {
	s := openWindow(t)
	s.today.togglePrivate()
	s.swap("open another journal", moveTo(t.TempDir()), nil)
	s.settle()
	if !s.noPrivate() {
		t.Error("what is private is shown")
	}
}

func TestClosingMeanwhileLeavesNothingOpen(t *testing.T) {
	s := openWindow(t)
	s.typeText("typed before")
	begun, wait := make(chan struct{}), make(chan struct{})
	s.apart = func(work func()) { go work() }
	s.swap("restore a backup", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		close(begun)
		<-ctx.Done()
		<-wait
		return nil, ctx.Err()
	}, nil)
	<-begun
	close(wait)
	if err := s.Close(); !errors.Is(err, context.Canceled) {
		t.Errorf("close: %v, want to hear that it was called off", err)
	}
	again := openWindowOn(t, s.folder)
	if got := again.only().Body; got != "typed before" {
		t.Errorf("the journal holds %q", got)
	}
}

func TestAPanelThatWasOpenedMeanwhileGoesWithTheOldJournal(t *testing.T) {
	s := openWindow(t)
	s.add(journal.Entry{Kind: journal.Reflection, Day: journal.DayOf(evening), Title: "Only in the first journal"})
	s.swap("open another journal", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		s.showQuickOpen()
		return moveTo(t.TempDir())(ctx, home)
	}, nil)
	s.settle()
	if s.win.Canvas().Overlays().Top() != nil || s.quick != nil {
		t.Error("a panel of the old journal lies over the new one")
	}
}

func TestClosingWaitsForWhatStillHasTheJournalInHand(t *testing.T) {
	s := openWindow(t)
	s.apart = func(work func()) { go work() }
	j, ended, release := s.journal, make(chan struct{}), make(chan struct{})
	task(s.Window, "hold the journal", func(ctx context.Context) (int, error) {
		<-ctx.Done()
		close(ended)
		<-release
		return 0, nil
	}, func(int) {})
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	<-ended
	for range 1000 { // which takes longer than to close it
		if _, err := j.Read().Count(t.Context(), journal.Filter{}); err != nil {
			t.Errorf("it was closed under somebody who has it in hand: %v", err)
			break
		}
	}
	close(release)
	if err := <-closed; err != nil {
		t.Error(err)
	}
}
