package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// remembered is what stands under "On this day".
func (s *stage) remembered() []string {
	if !s.today.rail.memories.content.Visible() {
		return nil
	}
	var all []string
	for _, o := range s.today.rail.memories.rows.Objects {
		all = append(all, o.(*parts.Memory).AccessibilityLabel())
	}
	return all
}

// past adds an entry of an earlier day.
func (s *stage) past(d journal.Day, body string, private bool) journal.Entry {
	e := s.journal.NewEntry(journal.Reflection, d)
	e.Body, e.Private = body, private
	return s.add(e)
}

func TestGivenEarlierYears_WhenADayIsShown_ThenTheRailRemembersThem(t *testing.T) {
	s := openWindow(t)
	today := journal.DayOf(s.now())
	old := s.past(today.AddMonths(-12), "First time I chaired\n\nplanning.", false)
	s.past(today.AddMonths(-3), "A quarter back.", false)
	for years := 2; years < 6; years++ {
		s.past(today.AddMonths(-12*years), "Long ago.", false)
	}
	s.today.goTo(today)
	s.settle()
	want := []string{"Reflection, a year ago: First time I chaired planning.", "Reflection, 2 years ago: Long ago.", "Reflection, a quarter ago: A quarter back."}
	if got := s.remembered(); !slices.Equal(got, want) {
		t.Errorf("it remembers %q, want %q", got, want)
	}
	s.today.rail.memories.rows.Objects[0].(*parts.Memory).Tapped(nil)
	s.settle()
	if got := s.today.desk.draft.Entry().ID; got != old.ID {
		t.Error("a memory that is pressed is not opened")
	}
	if got := s.remembered(); slices.Contains(got, want[0]) {
		t.Errorf("a year back it still remembers %q", got)
	}
}

func TestGivenPrivateMemories_WhenPrivateIsHidden_ThenTheyGo(t *testing.T) {
	s := openWindow(t)
	today := journal.DayOf(s.now())
	s.past(today.AddMonths(-12), "A secret", true)
	s.today.goTo(today)
	s.settle()
	if got := s.remembered(); !slices.Equal(got, []string{"Reflection, a year ago · Private: A secret"}) {
		t.Fatalf("it remembers %q", got)
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := s.remembered(); got != nil {
		t.Errorf("hidden, it remembers %q", got)
	}
}
