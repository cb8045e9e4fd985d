//go:build e2e

package e2e_test

import (
	"encoding/json"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// private is what no notification may hold: what the user wrote, and of whom.
var private = []string{"zwitterquokka", "plumbanemone"}

// dueOn puts feedback into the journal that is to be followed up on some days.
func (s *seat) dueOn(days ...string) {
	s.t.Helper()
	const entry = `{"id":"01a205c2-bb7a-7e92-b660-d04404b86ef%d","kind":"feedback","day":"2026-01-05","body":"%s",` +
		`"feedback":{"giver":"%s","quote":"%[2]s","followUpOn":"%[4]s"}}`
	var entries []string
	for i, day := range days {
		entries = append(entries, fmt.Sprintf(entry, i, private[0], private[1], day))
	}
	file := filepath.Join(s.Home, "due.json")
	check(s.t, os.WriteFile(file, []byte(`{"format":"groundwork-journal/1","entries":[`+strings.Join(entries, ",")+`]}`), 0o600))
	s.command(0, "import", file)
}

// reminds changes the preferences of reminders.
func (s *seat) reminds(prefs map[string]any) {
	s.t.Helper()
	all := s.preferences()
	for key, value := range prefs {
		all["remind."+key] = value
	}
	content, err := json.Marshal(all)
	check(s.t, err)
	check(s.t, s.WritePreferences(string(content)))
}

// preferences gives what the program keeps for this computer.
func (s *seat) preferences() map[string]any {
	s.t.Helper()
	all := map[string]any{}
	content, err := os.ReadFile(filepath.Join(s.Home, "config", "fyne", "app.groundwork.journal", "preferences.json"))
	if err == nil {
		check(s.t, json.Unmarshal(content, &all))
	}
	return all
}

// reminder is where the foot has what can be done about a reminder, and nothing
// else ever.
func (w *window) reminder() *e2e.Picture { w.t.Helper(); return w.part(image.Rect(430, 760, 560, 800)) }

// TestWhatWasMissedIsSaidOnceByTheSystemAndAtTheFootAndHoldsNothingOfTheUser is
// about a computer that was off for days: things came due, then and today.
func TestWhatWasMissedIsSaidOnceByTheSystemAndAtTheFootAndHoldsNothingOfTheUser(t *testing.T) {
	s, bus := sitOnBus(t)
	desktop := &e2e.Notifications{}
	check(t, bus.PlayNotifications(desktop))
	day := func(ago int) string { return time.Now().AddDate(0, 0, -ago).Format(time.DateOnly) }
	s.dueOn(day(3), day(1), day(0))
	s.reminds(map[string]any{"due.on": true, "due.at": "00:00", "due.told": day(5)})

	w := s.open()
	said := func(want ...string) {
		t.Helper()
		check(t, e2e.Eventually(saveLimit, "a notification", func() bool { return len(desktop.Said()) >= len(want) }))
		if got := desktop.Said(); !slices.Equal(got, want) {
			t.Fatalf("the system was told %q, want %q", got, want)
		}
	}
	said("Something is due today.")
	check(t, e2e.Eventually(saveLimit, "a reminder at the foot", func() bool { return !w.reminder().Blank() }))
	w.saves("reminder")
	w.keys("ctrl+q")
	w.ends()

	s.reminds(map[string]any{"write.on": true, "write.at": "00:00", "write.told": day(2)})
	s.open()
	said("Something is due today.", "Time to write.") // and not again what was told
	for _, word := range append(private, s.Home+"/journal") {
		if strings.Contains(desktop.Whole(), word) {
			t.Errorf("the system was told %q", word)
		}
	}
}
