package journal

import (
	"fmt"
	"time"
)

// Reminder is a time of the day at which something is to be called to mind, on
// some days of the week. It is off where no day is among them.
type Reminder struct {
	At   Clock
	Days Weekdays
}

// Clock is a time of the day as the face of a clock shows it.
type Clock struct{ Hour, Minute int }

// ReadClock reads a time of the day such as 20:00; ok is false where it is none.
func ReadClock(text string) (c Clock, ok bool) {
	at, err := time.Parse("15:04", text)
	return Clock{at.Hour(), at.Minute()}, err == nil
}

// String writes a time of the day as 20:00.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute) }

// minutes counts the minutes since the day began, where it begins at an hour:
// one o'clock at night is late in a day that begins at four.
func (c Clock) minutes(begins int) int {
	if c.Hour < begins {
		return (c.Hour+24)*60 + c.Minute
	}
	return c.Hour*60 + c.Minute
}

// Weekdays are days of the week: bit 0 is Sunday, as in package time.
type Weekdays uint8

// EveryDay are all days of the week.
const EveryDay Weekdays = 1<<7 - 1

// Has tells whether a day is among them.
func (w Weekdays) Has(d time.Weekday) bool { return w&(1<<d) != 0 }

// With gives them with a day, or without it.
func (w Weekdays) With(d time.Weekday, in bool) Weekdays {
	if in {
		return w | 1<<d
	}
	return w &^ (1 << d)
}

// Last gives the latest day of the reminder whose time has come by now, or the
// zero Day where no day of the week is one. A day begins at the hour given, 0 to
// LastDayStart, so that a reminder at one at night belongs to the evening.
//
// Times are compared on the clock's face, not as instants: an hour that summer
// time leaves out has come when the clock goes past it, and one that comes twice
// is one day's all the same.
func (r Reminder) Last(now time.Time, begins int) Day {
	day := DayOf(now)
	face := Clock{now.Hour(), now.Minute()}
	if face.Hour < begins {
		day = day.AddDays(-1)
	}
	if face.minutes(begins) < r.At.minutes(begins) {
		day = day.AddDays(-1)
	}
	for range 7 {
		if r.Days.Has(day.Weekday()) {
			return day
		}
		day = day.AddDays(-1)
	}
	return Day{}
}

// Due gives the day for which the reminder is to be told now; ok is false where
// there is none. Told is the day for which it was told last: whatever was missed
// since then is told once. A day that is yet to come is not believed, for the
// clock was wrong when it was noted; tomorrow is, for a traveller.
func (r Reminder) Due(now time.Time, begins int, told Day) (day Day, ok bool) {
	if told.After(DayOf(now).AddDays(1)) {
		told = Day{}
	}
	day = r.Last(now, begins)
	return day, day.After(told)
}
