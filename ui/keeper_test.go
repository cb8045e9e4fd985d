package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
)

// keptHome is a home whose backups can be made to fail.
type keptHome struct {
	*data.Home
	err error
}

func (h *keptHome) BackUpIfDue(ctx context.Context) (journal.BackedUp, error) {
	if h.err != nil {
		return journal.BackedUp{}, h.err
	}
	return h.Home.BackUpIfDue(ctx)
}

// backedStage is a window whose journal is backed up by the clock of the test.
func backedStage(t *testing.T) (*stage, *keptHome) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "journal")
	var s *stage
	home := &keptHome{Home: data.NewHome(folder, data.Options{Now: func() time.Time {
		if s == nil {
			return evening
		}
		return s.now()
	}})}
	s = openWindowAt(t, folder, home)
	return s, home
}

// hourly lets the keeper look whether a backup is due, as it does once an hour.
func (s *stage) hourly() {
	s.t.Helper()
	s.keeper.backUpIfDue()
	s.settle()
}

// footSays is what stands at the foot of the window.
func (s *stage) footSays() string {
	if s.foot.state == nil {
		return ""
	}
	return s.foot.state.Text()
}

func TestGivenADayOfWriting_WhenItIsLookedAfter_ThenItIsBackedUpOnce(t *testing.T) {
	s, home := backedStage(t)
	if got := s.footSays(); got != "Not backed up yet" {
		t.Errorf("the foot says %q", got)
	}
	count := func() int {
		all, err := home.Backups(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	s.titled("one", false)
	s.hourly()
	s.pass(time.Hour)
	s.titled("two", false)
	s.hourly()
	if n := count(); n != 1 {
		t.Errorf("there are %d copies of one day", n)
	}
	if got := s.footSays(); got != "Backed up today 21:04" {
		t.Errorf("the foot says %q", got)
	}
	s.pass(24 * time.Hour)
	s.hourly()
	if n := count(); n != 2 {
		t.Errorf("there are %d copies of two days", n)
	}
}

func TestGivenADailyBackupThatFails_ThenTheFootSaysSoAndNobodyIsInterrupted(t *testing.T) {
	s, home := backedStage(t)
	home.err = journal.ErrNoSpace
	s.hourly()
	if got := s.footSays(); got != "The last backup did not work" || s.door.notice != nil {
		t.Errorf("the foot says %q, and the notice is %v", got, s.door.notice)
	}
	if b := s.openBackups(); !strings.Contains(b.settings.daily.words.Text(), "The disk is full.") {
		t.Errorf("the page says %q", b.settings.daily.words.Text())
	}
	home.err = nil
	s.hourly()
	if got := s.footSays(); got != "Backed up today 21:04" {
		t.Errorf("after a backup the foot says %q", got)
	}
}

func TestGivenTheFoot_WhenItIsPressed_ThenTheBackupsOpenWithTheKeyboard(t *testing.T) {
	s, _ := backedStage(t)
	s.hourly()
	tap(t, s.foot.state)
	s.settle()
	if s.current != page(s.frame.preferences) || s.win.Canvas().Focused() != fyne.Focusable(s.frame.preferences.backups.rows) {
		t.Errorf("in sight is %T with the keyboard in %T", s.current, s.win.Canvas().Focused())
	}
}
