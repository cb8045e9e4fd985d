package ui

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// whenMade writes when a backup was made: "today 09:12", "yesterday 21:04",
// "Wed 11 March, 21:12".
func (w *Window) whenMade(at time.Time) string { return whenMade(at, w.journal.Now()) }

func whenMade(at, now time.Time) string {
	at = at.In(now.Location())
	day, today := journal.DayOf(at), journal.DayOf(now)
	switch day {
	case today:
		return lang.L("today {{.Time}}", values{"Time": clock(at)})
	case today.AddDays(-1):
		return lang.L("yesterday {{.Time}}", values{"Time": clock(at)})
	}
	return lang.L("{{.Weekday}} {{.Day}}, {{.Time}}", values{"Weekday": weekdayShort(day.Weekday()), "Day": shortDay(day, today), "Time": clock(at)})
}
