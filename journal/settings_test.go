package journal_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestTodayBeginsAtTheHourOfTheSetting(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ startsAt, now, want string }{
		{"", "2026-11-20 00:00", "2026-11-20"},
		{"0", "2026-11-20 00:00", "2026-11-20"},
		{"4", "2026-11-20 03:59", "2026-11-19"},
		{"4", "2026-11-20 04:00", "2026-11-20"},
		{"4", "2026-01-01 00:30", "2025-12-31"},
		{"6", "2026-11-20 05:59", "2026-11-19"},
		{"4", "2026-03-29 03:30", "2026-03-28"}, // summer time began at two
		{"4", "2026-03-29 04:00", "2026-03-29"},
		{"4", "2026-10-25 03:59", "2026-10-24"}, // summer time ended at three
		{"4", "2026-10-25 04:00", "2026-10-25"},
		{"7", "2026-11-20 05:00", "2026-11-20"},
		{"noon", "2026-11-20 03:00", "2026-11-20"},
	} {
		now, err := time.ParseInLocation("2006-01-02 15:04", c.now, berlin)
		if err != nil {
			t.Fatal(err)
		}
		j, s := journalAt(now)
		s.settings[journal.SettingDayStartsAt] = c.startsAt
		if got := j.Today(t.Context()); got.String() != c.want {
			t.Errorf("at %s, where a day starts at %q, today is %v; want %s", c.now, c.startsAt, got, c.want)
		}
	}
}

func TestEntryOfANightOwlBelongsToTheEvening(t *testing.T) {
	j, s := journalAt(time.Date(2026, time.November, 21, 1, 30, 0, 0, time.UTC))
	s.settings[journal.SettingDayStartsAt] = "4"
	if saved := mustSave(t, j, journal.Entry{Body: "late"}); saved.Day.String() != "2026-11-20" {
		t.Errorf("filed on %v", saved.Day)
	}
}

func TestUnreadableSettingKeepsNobodyFromWriting(t *testing.T) {
	j, s := journalAt(evening)
	s.unreadable = journal.ErrDamaged
	if saved := mustSave(t, j, journal.Entry{Body: "x"}); saved.Day.String() != "2026-11-20" {
		t.Errorf("filed on %v", saved.Day)
	}
}

func TestSettingIsReadBackAndPublished(t *testing.T) {
	j, _ := journalAt(evening)
	heard := hear(j)
	if err := j.SetSetting(t.Context(), journal.SettingDayStartsAt, "4"); err != nil {
		t.Fatal(err)
	}
	value, err := j.Setting(t.Context(), journal.SettingDayStartsAt)
	if err != nil || value != "4" {
		t.Errorf("read %q, %v", value, err)
	}
	if absent, err := j.Setting(t.Context(), "nothing"); err != nil || absent != "" {
		t.Errorf("an absent setting is %q, %v", absent, err)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.SettingsChanged}}, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestHourThatIsNoneIsRefused(t *testing.T) {
	j, s := journalAt(evening)
	for _, value := range []string{"7", "-1", "4.5", "four", ""} {
		_, what := sentence(t, j.SetSetting(t.Context(), journal.SettingDayStartsAt, value))
		if what != "A day can start at an hour from 0 to 6." || len(s.applied) != 0 {
			t.Errorf("%q: %s", value, what)
		}
	}
}

func TestUnreadableSettingIsAnError(t *testing.T) {
	j, s := journalAt(evening)
	s.unreadable = journal.ErrDamaged
	if _, err := j.Setting(t.Context(), journal.SettingSeed); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func TestReadAndCloseReachTheStore(t *testing.T) {
	j, s := journalAt(evening)
	if j.Read() != journal.Reader(s) {
		t.Error("Read gives something else than the store")
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}
