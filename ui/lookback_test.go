package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/ui/parts"
)

// retrospectText is what the page says of the stretch, read aloud.
func (s *stage) retrospectText() string {
	var all []string
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, each := range o.Objects {
				walk(each)
			}
		case fyne.Accessible:
			all = append(all, o.AccessibilityLabel())
		}
	}
	r := s.frame.retrospect
	walk(r.head.below)
	for _, o := range r.body.Objects {
		walk(o)
	}
	return strings.Join(all, "\n")
}

// lookedBack is a window on the look back of the week of Thursday 12 March
// 2026, in which a few things happened.
func lookedBack(t *testing.T) *stage {
	s := openWindow(t)
	today := journal.DayOf(s.now())
	moment := s.journal.NewEntry(journal.MomentKind, today.AddDays(-1))
	moment.Title, moment.Evidence = "Handed over", []journal.Evidence{{Expectation: "Delegates"}}
	s.add(moment)
	said := s.journal.NewEntry(journal.FeedbackKind, today.AddDays(-2))
	said.Feedback = &journal.Feedback{Giver: "Mei", Quote: "You listened", FollowUpOn: today.AddDays(3)}
	s.add(said)
	s.past(today.AddDays(-1), "A secret", true)
	s.past(today.AddDays(-8), "The week before", false)
	s.press(key(fyne.KeyB, ctrl|shift))
	return s
}

func wantSaid(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not said:\n%s", w, text)
		}
	}
}

func TestGivenAWeek_WhenLookingBack_ThenItSaysWhatMovedWhatCameAndWhatIsDue(t *testing.T) {
	s := lookedBack(t)
	text := s.retrospectText()
	wantSaid(t, text, "9 to 15 March.", "1 reflection, 1 moment, 1 piece of feedback.", "Delegates. 1 entry. Now thin, gap before.",
		"Mei, 10 March: “You listened”", "Handed over, Moment, 11 March", "A secret", "Tell Mei what you did with their feedback", "One question")
	if strings.Contains(text, "The week before") {
		t.Error("it tells of another week")
	}
	if got := s.frame.placeOf(s.current); got != page(s.today) {
		t.Error("it does not stand under Today")
	}
	s.frame.retrospect.step(-1)
	s.settle()
	wantSaid(t, s.retrospectText(), "2 to 8 March.", "The week before")
	s.frame.retrospect.step(+1)
	s.settle()
	s.frame.retrospect.step(+1)
	s.settle()
	wantSaid(t, s.retrospectText(), "9 to 15 March.") // there is nothing to look back on ahead
	s.frame.retrospect.turn(lookback.Month)
	s.settle()
	wantSaid(t, s.retrospectText(), "1 to 31 March.", "The week before", "Handed over")
}

func TestGivenPrivateEntries_WhenWrittenDown_ThenTheDraftDoesNotNameThem(t *testing.T) {
	s := lookedBack(t)
	s.frame.retrospect.writeDown()
	s.settle()
	e := s.today.desk.draft.Entry()
	if e.Title != "Week of 9 March 2026" || e.Kind != journal.Reflection || e.Prompt == nil || e.Private {
		t.Errorf("the draft is %q, %s, private %v", e.Title, e.Kind, e.Private)
	}
	wantSaid(t, e.Body, "## What moved\n\n- **Delegates**: 1 entry.", "> “You listened”\n> — Mei", "- 11 March: [[Handed over]]", "- [ ] Tell Mei", "## What I take from it")
	if strings.Contains(e.Body, "secret") {
		t.Errorf("it names what is private:\n%s", e.Body)
	}
	if n := len(s.entries()); n != 4 {
		t.Errorf("there are %d entries before anything is written into the draft", n)
	}
	s.typeText("More trust.")
	s.save()
	if n := len(s.entries()); n != 5 {
		t.Errorf("there are %d entries, want the draft among 5", n)
	}
}

func TestGivenPrivateIsHidden_WhenLookingBack_ThenItIsNotCounted(t *testing.T) {
	s := lookedBack(t)
	s.press(key(fyne.KeyH, ctrl|shift))
	if text := s.retrospectText(); strings.Contains(text, "secret") || strings.Contains(text, "reflection") {
		t.Errorf("it says:\n%s", text)
	}
}

func TestTheStreakCanBeHiddenAndIsNeverAReproach(t *testing.T) {
	s := lookedBack(t)
	year := s.frame.retrospect.year
	if !year.words.Visible() || year.words.Text() != "You have written on 2 days since 10 March." {
		t.Errorf("it says %q", year.words.Text())
	}
	year.toggleStreak()
	s.settle()
	if year.words.Visible() || !year.toggle.Visible() {
		t.Error("hidden, it still shows")
	}
	year.toggleStreak()
	s.settle()
	if !year.words.Visible() {
		t.Error("it does not come back")
	}
	empty := openWindow(t)
	empty.press(key(fyne.KeyB, ctrl|shift))
	if y := empty.frame.retrospect.year; y.words.Visible() || y.toggle.Visible() {
		t.Errorf("an empty journal is told %q", y.words.Text())
	}
	wantSaid(t, empty.retrospectText(), "Nothing was written.", "One question")
}

func TestADayOfTheYearOpensToday(t *testing.T) {
	s := lookedBack(t)
	year := s.frame.retrospect.year
	if got := year.tip(parts.Date{Year: 2026, Month: 3, Day: 11}); got != "11 March: 2 entries" {
		t.Errorf("the day says %q", got)
	}
	year.open(parts.Date{Year: 2026, Month: 3, Day: 4})
	s.settle()
	if got := s.today.desk.body.Text; got != "The week before" {
		t.Errorf("it opens %q", got)
	}
}
