package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

// openKeeping shows the section about what is kept.
func openKeeping(s *stage) *keeping {
	s.t.Helper()
	k := newKeeping(s.Window)
	s.frame.preferences.open(prefHistory)
	k.make()
	k.show()
	s.settle()
	return k
}

func TestGivenAHistory_WhenItsSectionIsShown_ThenItSaysHowMuchRoomThatTakesAndMayTake(t *testing.T) {
	s := openWindow(t)
	k := openKeeping(s)
	if got := k.versions.words.Text(); got != "None yet. They take no room." {
		t.Errorf("without versions it says %q", got)
	}
	threeStates(s)
	k.hear(journal.Change{Kind: journal.EntryChanged})
	s.settle()
	if got := k.versions.words.Text(); !strings.HasPrefix(got, "They take ") || k.room.Selected() != "100" || k.days.Selected() != "0" {
		t.Errorf("it says %q, %s MB, %s days", got, k.room.Selected(), k.days.Selected())
	}
}

func TestGivenTheSection_WhenABoundAndDaysAreChosen_ThenTheyLieInTheJournal(t *testing.T) {
	s := openWindow(t)
	k := openKeeping(s)
	k.room.OnChosen("20")
	k.days.OnChosen("90")
	s.settle()
	settings, err := s.journal.Read().Settings(context.Background())
	if err != nil || settings[journal.SettingHistoryMB] != "20" || settings[journal.SettingTrashDays] != "90" {
		t.Errorf("the settings are %v, %v", settings, err)
	}
	if k.room.Selected() != "20" || k.days.Selected() != "90" {
		t.Errorf("it shows %s MB and %s days", k.room.Selected(), k.days.Selected())
	}
}

func TestGivenABoundOfOurOwn_WhenTheSectionIsShown_ThenItIsAmongTheChoices(t *testing.T) {
	s := openWindow(t)
	if err := s.journal.SetSetting(context.Background(), journal.SettingHistoryMB, "37"); err != nil {
		t.Fatal(err)
	}
	if k := openKeeping(s); k.room.Selected() != "37" {
		t.Errorf("it shows %q", k.room.Selected())
	}
}

func TestGivenMoreHistoryThanThereIsRoomFor_WhenTold_ThenItSaysWhatIsToCome(t *testing.T) {
	for _, c := range []struct {
		kept kept
		want string
	}{
		{kept{bytes: 3 << 20, mb: "2"}, "They take 3.1 MB, which is more than they may. At the next start the oldest ones go until they fit."},
		{kept{bytes: 3 << 20, mb: "100"}, "They take 3.1 MB. Where they need more than they may, the oldest ones go."},
	} {
		if got := historySizeLine(c.kept); got != c.want {
			t.Errorf("it says %q", got)
		}
	}
}

func TestGivenThePreferences_WhenHistoryAndTrashIsChosen_ThenItsSectionIsInSight(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyComma, ctrl))
	s.frame.preferences.choose(prefHistory)
	s.settle()
	if s.frame.preferences.made[prefHistory] == nil || s.frame.preferences.chosen != prefHistory {
		t.Error("the section is not in sight")
	}
}
