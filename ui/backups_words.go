package ui

import (
	"strconv"
	"strings"
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

// madeName is the name of a copy: "Today, 20:58".
func madeName(at, now time.Time) string {
	at = at.In(now.Location())
	switch journal.DayOf(at) {
	case journal.DayOf(now):
		return lang.L("Today, {{.Time}}", values{"Time": clock(at)})
	case journal.DayOf(now).AddDays(-1):
		return lang.L("Yesterday, {{.Time}}", values{"Time": clock(at)})
	}
	return whenMade(at, now)
}

// wordsOfCopy are what a row says of a copy.
func wordsOfCopy(c journal.KeptBackup, now time.Time) copyWords {
	w := copyWords{
		made: madeName(c.Made, now), why: reasonName(c.Why), entries: inGroups(c.Entries), count: c.Entries,
		size: fileSize(c.Bytes), state: lang.L("Verified"), where: placeName(c), sound: c.Verified,
	}
	if !c.Verified {
		w.why, w.entries, w.state = "", "", lang.L("Damaged")
	}
	if c.Closed() {
		w.state, w.closed = lang.L("Sealed"), true
	}
	return w
}

// reasonName is why a copy was made, as the window calls it.
func reasonName(r journal.BackupReason) string {
	switch r {
	case journal.BackupDaily:
		return lang.L("Every day")
	case journal.BackupByHand:
		return lang.L("By hand")
	case journal.BeforeSchema:
		return lang.L("Before a new version")
	case journal.BeforeImport:
		return lang.L("Before an import")
	case journal.BeforeRestore:
		return lang.L("Before a restore")
	case journal.BeforeChange:
		return lang.L("Before many changes")
	case journal.BeforeProtect:
		return lang.L("Before the lock changed")
	}
	return ""
}

// placeName tells in which folders a copy lies.
func placeName(c journal.KeptBackup) string {
	switch {
	case c.First && c.Second:
		return lang.L("Both")
	case c.Second:
		return lang.L("Second")
	}
	return lang.L("First")
}

// copiesLine counts copies.
func copiesLine(n int) string {
	if n == 1 {
		return lang.L("1 copy")
	}
	return lang.L("{{.Count}} copies", values{"Count": inGroups(n)})
}

// filesLine counts attached files.
func filesLine(n int) string {
	if n == 1 {
		return lang.L("1 file")
	}
	return lang.L("{{.Count}} files", values{"Count": inGroups(n)})
}

// roomSize writes a bound on the room for copies, which is in whole GB unless
// somebody set it otherwise.
func roomSize(bytes int64) string {
	const gb = 1_000_000_000
	if bytes%gb != 0 {
		return fileSize(bytes)
	}
	return lang.L("{{.Count}} GB", values{"Count": bytes / gb})
}

// title says in a few words what came of trying a copy out.
func (t tryout) title() string {
	switch {
	case t.err != nil:
		return lang.L("Test restore: it cannot be opened")
	case !t.trial.OK:
		return lang.L("Test restore: not all is whole")
	}
	return lang.L("Test restore: all is there")
}

// words tell what a test found, and that it touched nothing.
func (t tryout) words(now time.Time) string {
	const most = 3 // problems that are named
	var said []string
	switch {
	case t.err != nil:
		said = append(said, sentence(t.err))
	case t.trial.OK:
		said = append(said, lang.L("Opened in an empty place: {{.Entries}}, {{.Files}}.", values{"Entries": entriesLine(t.trial.Entries), "Files": filesLine(t.trial.Attachments)}))
	default:
		for _, p := range t.trial.Problems[:min(len(t.trial.Problems), most)] {
			said = append(said, told(p.What))
		}
		if more := len(t.trial.Problems) - most; more > 0 {
			said = append(said, lang.L("And {{.Count}} more.", values{"Count": inGroups(more)}))
		}
	}
	return strings.Join(append(said, lang.L("Your journal was not touched. Took {{.Seconds}} s, {{.When}}.",
		values{"Seconds": secondsOf(t.took), "When": whenMade(t.at, now)})), "\n")
}

// secondsOf writes a number of seconds, to the tenth.
func secondsOf(d time.Duration) string {
	return strconv.FormatFloat(d.Round(100*time.Millisecond).Seconds(), 'f', 1, 64)
}
