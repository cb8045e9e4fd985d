package journal

import (
	"strconv"
	"time"
)

// Locking says when a protected journal locks itself.
type Locking struct {
	After    time.Duration // without use; 0: never
	WhenAway bool          // when the computer goes to sleep, or its screen is locked
}

// longestLockAfter is the longest time without use after which a journal can
// lock itself, in minutes: a day.
const longestLockAfter = 24 * 60

// ReadLocking gives what the journal's settings say of its locking. What
// cannot be read counts as not set: it never locks itself for want of use, and
// does when nobody is at the computer.
func ReadLocking(settings map[string]string) Locking {
	minutes, ok := readLockAfter(settings[SettingLockAfter])
	if !ok {
		minutes = 0
	}
	return Locking{After: time.Duration(minutes) * time.Minute, WhenAway: settings[SettingLockWhenAway] != "false"}
}

// readLockAfter reads after how many minutes a journal locks itself; nothing,
// or 0, stands for never.
func readLockAfter(value string) (minutes int, ok bool) {
	if value == "" {
		return 0, true
	}
	minutes, err := strconv.Atoi(value)
	return minutes, err == nil && minutes >= 0 && minutes <= longestLockAfter
}
