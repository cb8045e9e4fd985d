package journal_test

import (
	"testing"
	"time"

	"groundwork/journal"
)

func TestAJournalLocksItselfAsItsSettingsSay(t *testing.T) {
	for _, c := range []struct {
		after, away string
		want        journal.Locking
	}{
		{"", "", journal.Locking{WhenAway: true}},
		{"0", "true", journal.Locking{WhenAway: true}},
		{"5", "false", journal.Locking{After: 5 * time.Minute}},
		{"1440", "", journal.Locking{After: 24 * time.Hour, WhenAway: true}},
		{"soon", "perhaps", journal.Locking{WhenAway: true}},
		{"-5", "", journal.Locking{WhenAway: true}},
	} {
		got := journal.ReadLocking(map[string]string{journal.SettingLockAfter: c.after, journal.SettingLockWhenAway: c.away})
		if got != c.want {
			t.Errorf("after %q, away %q: %+v", c.after, c.away, got)
		}
	}
}

func TestWhatNoSettingOfLockingCanBeIsRefused(t *testing.T) {
	j, s := journalAt(evening)
	for key, values := range map[string][]string{
		journal.SettingLockAfter:         {"-1", "1441", "soon", "2.5"},
		journal.SettingLockWhenAway:      {"yes", "1"},
		journal.SettingProtectionOffered: {"later"},
	} {
		for _, value := range values {
			if field, _ := sentence(t, j.SetSetting(t.Context(), key, value)); field != key || len(s.applied) != 0 {
				t.Errorf("%s %q is refused for %q", key, value, field)
			}
		}
	}
}

func TestEverySettingOfLockingCanBeSetAndTakenBack(t *testing.T) {
	j, s := journalAt(evening)
	for key, values := range map[string][]string{
		journal.SettingLockAfter:         {"5", "0", ""},
		journal.SettingLockWhenAway:      {"false", "true", ""},
		journal.SettingProtectionOffered: {"true", ""},
	} {
		for _, value := range values {
			if err := j.SetSetting(t.Context(), key, value); err != nil || s.settings[key] != value {
				t.Errorf("%s %q: %v", key, value, err)
			}
		}
	}
}
