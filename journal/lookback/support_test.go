package lookback

import (
	"testing"
	"time"

	"groundwork/data"
	"groundwork/journal"
)

// day reads YYYY-MM-DD.
func day(t testing.TB, s string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// opened is an empty journal on a day at noon.
func opened(t testing.TB, today string) *journal.Journal {
	t.Helper()
	store, err := data.NewHome(t.TempDir(), data.Options{}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d := day(t, today)
	now := time.Date(d.Year, d.Month, d.Date, 12, 0, 0, 0, time.UTC)
	j := journal.New(store, journal.Options{Now: func() time.Time { return now }})
	t.Cleanup(func() { _ = j.Close() })
	return j
}

// saved saves an entry with a title on a day, after change did its part.
func saved(t testing.TB, j *journal.Journal, kind journal.Kind, on, title string, change func(*journal.Entry)) journal.Entry {
	t.Helper()
	e := j.NewEntry(kind, day(t, on))
	e.Title = title
	if change != nil {
		change(&e)
	}
	e, err := j.SaveEntry(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
