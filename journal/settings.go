package journal

import (
	"context"
	"fmt"
	"strconv"
)

// The settings that lie in the journal, by key. What concerns only the
// program (look, language, window size) lies with the program.
const (
	SettingDayStartsAt = "dayStartsAt" // the hour, 0 to 6, at which a new day begins
	SettingSeed        = "seed"        // of this journal's prompts
	SettingStreak      = "streak"      // StreakHidden, or nothing where it is shown
	SettingHistoryMB   = "historyMB"   // how many MB the history of all entries takes at most; see DefaultHistoryMB
	SettingTrashDays   = "trashDays"   // after how many days the trash is emptied by itself; nothing, or 0: never

	SettingStartKind    = "startKind"    // the kind of a fresh entry where nobody chose one; nothing: a reflection; see Writing
	SettingPrivateKinds = "privateKinds" // the kinds whose entries are private from the start, with commas between

	// Of a protected journal; see Locking.
	SettingLockAfter         = "lockAfter"         // after how many minutes without use it locks itself; nothing, or 0: never
	SettingLockWhenAway      = "lockWhenAway"      // "false" where it does not lock itself when nobody is at the computer
	SettingProtectionOffered = "protectionOffered" // "true" once the offer to protect the journal was answered
)

// StreakHidden is the setting of who does not want to see for how long they
// have kept writing.
const StreakHidden = "hidden"

// Setting reads one setting of the journal; an absent one is "".
func (j *Journal) Setting(ctx context.Context, key string) (string, error) {
	all, err := j.store.Settings(ctx)
	if err != nil {
		return "", fmt.Errorf("read setting %s: %w", key, err)
	}
	return all[key], nil
}

// SetSetting writes one setting of the journal. A value that the setting
// cannot have is an ErrInvalid.
func (j *Journal) SetSetting(ctx context.Context, key, value string) error {
	if err := checkSetting(key, value); err != nil {
		return err
	}
	if err := checkBackupSetting(key, value); err != nil {
		return err
	}
	err := j.store.Apply(ctx, Changes{At: j.now(), Settings: map[string]string{key: value}})
	if err != nil {
		return fmt.Errorf("write setting %s: %w", key, err)
	}
	j.bell.ring(Change{Kind: SettingsChanged})
	return nil
}

// checkSetting tells whether a setting can have a value.
func checkSetting(key, value string) error {
	switch key {
	case SettingDayStartsAt:
		if _, ok := readHour(value); !ok {
			return invalid(key, "A day can start at an hour from 0 to %d.", LastDayStart)
		}
	case SettingStartKind, SettingPrivateKinds:
		return checkWriting(key, value)
	case SettingHistoryMB:
		if _, ok := readHistoryMB(value); !ok {
			return invalid(key, "The history can have a size from 1 to 100000 MB.")
		}
	case SettingTrashDays:
		if _, ok := readTrashDays(value); !ok {
			return invalid(key, "The trash can be emptied after 1 to 36500 days, or never.")
		}
	case SettingLockAfter:
		if _, ok := readLockAfter(value); !ok {
			return invalid(key, "The journal can lock itself after 1 to %d minutes, or never.", longestLockAfter)
		}
	case SettingLockWhenAway, SettingProtectionOffered:
		if value != "" && value != "true" && value != "false" {
			return invalid(key, "This can only be true or false.")
		}
	}
	return nil
}

// dayStartsAt is the hour at which a new day begins: 0 unless set. A setting
// that cannot be read must not keep anyone from writing, so it counts as unset.
func (j *Journal) dayStartsAt(ctx context.Context) int {
	settings, err := j.store.Settings(ctx)
	if err != nil {
		return 0
	}
	return DayStart(settings)
}

// DayStart is the hour at which a new day begins, by the journal's settings: 0
// where they say nothing that can be read.
func DayStart(settings map[string]string) int {
	hour, _ := readHour(settings[SettingDayStartsAt])
	return hour
}

// LastDayStart is the latest hour at which a day can begin.
const LastDayStart = 6

// readHour reads an hour at which a day can begin.
func readHour(value string) (hour int, ok bool) {
	hour, err := strconv.Atoi(value)
	if err != nil || hour < 0 || hour > LastDayStart {
		return 0, false
	}
	return hour, true
}
