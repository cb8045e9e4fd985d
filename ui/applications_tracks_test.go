package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// thursday is the day on which the tests look at applications.
var thursday = journal.Day{Year: 2026, Month: 3, Date: 12}

func trackedOn(a journal.Application) tracked {
	line := journal.ApplicationLine{
		Line: journal.Line{ID: "a", Kind: journal.ApplicationKind, Day: thursday}, Position: a.Position, Organisation: a.Organisation,
		Route: a.Route, Stages: a.Stages, NextStep: a.NextStep, NextStepOn: a.NextStepOn, Lessons: a.Lessons,
	}
	return trackOf(line, thursday)
}

func TestEachColumnShowsTheNewestDayOfItsStages(t *testing.T) {
	track := trackedOn(journal.Application{Stages: stages(t, "applied", "2026-02-02", "screening", "2026-02-19", "interview", "2026-03-05")})
	want := []parts.Stop{
		{Name: "Considering", Look: parts.StopPassed},
		{Name: "Applied", Note: "19 Feb", Look: parts.StopDone},
		{Name: "Interview", Note: "5 Mar", Look: parts.StopCurrent},
		{Name: "Decision", Look: parts.StopAhead},
		{Name: "Outcome", Look: parts.StopAhead},
	}
	if diff := cmp.Diff(want, track.stops(thursday)); diff != "" {
		t.Errorf("stops (-want +got):\n%s", diff)
	}
}

func TestAStageStillToComeIsAheadWithItsDay(t *testing.T) {
	track := trackedOn(journal.Application{Stages: stages(t, "applied", "2026-03-02", "interview", "2026-03-20")})
	got := track.stops(thursday)
	if got[columnApplied].Look != parts.StopCurrent || got[columnInterview] != (parts.Stop{Name: "Interview", Note: "20 Mar", Look: parts.StopAhead}) {
		t.Errorf("stops %+v", got)
	}
}

func TestTheOutcomeSaysWhatCameOfIt(t *testing.T) {
	for stage, want := range map[string]parts.Stop{
		"accepted":  {Name: "Outcome", Note: "Accepted", Look: parts.StopAccepted},
		"rejected":  {Name: "Outcome", Note: "Rejected", Look: parts.StopRejected},
		"withdrawn": {Name: "Outcome", Note: "Withdrawn", Look: parts.StopEnded},
		"silent":    {Name: "Outcome", Note: "Silent", Look: parts.StopEnded},
	} {
		track := trackedOn(journal.Application{Stages: stages(t, "applied", "2026-02-02", stage, "2026-02-19")})
		if got := track.stops(thursday)[columnOutcome]; got != want {
			t.Errorf("%s: %+v, want %+v", stage, got, want)
		}
	}
}

func TestTheLastColumnSaysWhatComesNextAndWhen(t *testing.T) {
	ahead, past, nearly := day(t, "2026-03-17"), day(t, "2026-03-06"), day(t, "2026-03-13")
	applied := stages(t, "applied", "2026-03-09")
	for _, c := range []struct {
		name       string
		of         journal.Application
		what, when string
		warn       bool
	}{
		{"a date ahead", journal.Application{Stages: applied, NextStep: "Panel with Tomas", NextStepOn: ahead}, "Panel with Tomas", "Tue 17 March", false},
		{"tomorrow", journal.Application{Stages: applied, NextStep: "Panel", NextStepOn: nearly}, "Panel", "Tomorrow", false},
		{"today", journal.Application{Stages: applied, NextStep: "Panel", NextStepOn: thursday}, "Panel", "Today", true},
		{"a date that is past", journal.Application{Stages: applied, NextStep: "Call", NextStepOn: past}, "Call", "Was due 6 March", true},
		{"a date without words", journal.Application{Stages: applied, NextStepOn: ahead}, "Next step", "Tue 17 March", false},
		{"words without a date", journal.Application{Stages: applied, NextStep: "Await screening\nand wait"}, "Await screening", "Quiet for 3 days", false},
		{"nothing", journal.Application{Stages: stages(t, "applied", "2026-03-11")}, "No next step yet", "Quiet for 1 day", false},
		{"a move today", journal.Application{Stages: stages(t, "applied", "2026-03-12")}, "No next step yet", "Moved today", false},
		{"no stage", journal.Application{}, "No next step yet", "", false},
		{"silence", journal.Application{Stages: stages(t, "applied", "2026-02-16")}, "Ask how it stands", "Quiet for 24 days", true},
		{"silence that was noted", journal.Application{Stages: stages(t, "applied", "2026-02-16", "silent", "2026-03-10")}, "Ask how it stands", "Quiet for 24 days", true},
		{"accepted", journal.Application{Stages: stages(t, "accepted", "2026-01-01")}, "Accepted", "Since 1 January", false},
		{"withdrawn", journal.Application{Stages: stages(t, "withdrawn", "2026-01-01"), NextStep: "Panel", NextStepOn: past}, "Withdrawn", "Since 1 January", false},
		{"rejected", journal.Application{Stages: stages(t, "rejected", "2026-01-01")}, "What would you take from it?", "Since 1 January", false},
		{"rejected, with a lesson", journal.Application{Stages: stages(t, "rejected", "2026-01-01"), Lessons: "Ask for the rubric"}, "Lesson kept", "Ask for the rubric", false},
	} {
		track := trackedOn(c.of)
		what, when, warn := track.nextLines(thursday)
		if what != c.what || when != c.when || warn != c.warn {
			t.Errorf("%s: %q, %q, %v; want %q, %q, %v", c.name, what, when, warn, c.what, c.when, c.warn)
		}
	}
}

func TestADayBelowAStopNamesTheYearWhereItWouldMislead(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-09": "9 Mar", "2025-11-03": "3 Nov", "2025-03-09": "Mar 2025", "2027-06-01": "Jun 2027",
	} {
		if got := trackDay(day(t, text), thursday); got != want {
			t.Errorf("%s is written %q, want %q", text, got, want)
		}
	}
	if got := trackDay(journal.Day{}, thursday); got != "" {
		t.Errorf("no day is written %q", got)
	}
}

func TestTheDaysInEachStageAreCounted(t *testing.T) {
	track := trackedOn(journal.Application{Stages: append(stages(t, "saved", "2026-01-12", "applied", "2026-02-02"),
		journal.Stage{Stage: "screening"}, journal.Stage{Stage: "interview", Day: day(t, "2026-03-05")}, journal.Stage{Stage: "decision", Day: day(t, "2026-04-01")})})
	var got []string
	for i := range track.Stages {
		got = append(got, track.daysIn(i, thursday))
	}
	want := []string{"21 days", "31 days", "", "for 7 days now", "still to come"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("days (-want +got):\n%s", diff)
	}
	if got := track.standsFor(); got != "Interview for 7 days" {
		t.Errorf("it stands %q", got)
	}
}

// anyTracks makes up applications with every mixture of stages, days and
// steps.
func anyTracks(t *rapid.T) []tracked {
	days := rapid.Custom(func(t *rapid.T) journal.Day {
		if rapid.Bool().Draw(t, "none") {
			return journal.Day{}
		}
		return thursday.AddDays(rapid.IntRange(-400, 60).Draw(t, "days"))
	})
	one := rapid.Custom(func(t *rapid.T) tracked {
		a := journal.Application{
			Position: rapid.StringMatching(`[A-Ca-c]{0,3}`).Draw(t, "position"), Route: rapid.SampledFrom(journal.Routes()).Draw(t, "route"),
			NextStepOn: days.Draw(t, "next"),
		}
		for range rapid.IntRange(0, 4).Draw(t, "stages") {
			a.Stages = append(a.Stages, journal.Stage{Stage: rapid.SampledFrom(journal.StageNames()).Draw(t, "stage"), Day: days.Draw(t, "day")})
		}
		return trackedOn(a)
	})
	return rapid.SliceOfN(one, 0, 12).Draw(t, "applications")
}

func TestEveryFilterKeepsWhatPassesAndEveryOrderKeepsAllOfIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := anyTracks(t)
		if open, closed := countPassing(all, showOpen), countPassing(all, showClosed); open+closed != len(all) {
			t.Fatalf("%d open and %d closed of %d", open, closed, len(all))
		}
		for _, f := range trackFilters() {
			for _, o := range []trackOrder{byLastMove, byNextDate, byDays, byPosition} {
				shown := shownTracks(all, f, o, thursday)
				if len(shown) != countPassing(all, f) {
					t.Fatalf("%s by %s shows %d, counted are %d", f, o, len(shown), countPassing(all, f))
				}
				if !slices.IsSortedFunc(shown, func(a, b tracked) int { return o.compare(&a, &b, thursday) }) {
					t.Fatalf("%s by %s is not in order", f, o)
				}
			}
		}
	})
}

func TestApplicationsSortByMoveNextDateDaysAndPosition(t *testing.T) {
	all := []tracked{
		trackedOn(journal.Application{Position: "b", Stages: stages(t, "applied", "2026-03-01"), NextStepOn: day(t, "2026-04-01")}),
		trackedOn(journal.Application{Position: "C", Stages: stages(t, "applied", "2026-02-01"), NextStepOn: day(t, "2026-03-20")}),
		trackedOn(journal.Application{Position: "a", Stages: stages(t, "rejected", "2025-12-01"), NextStepOn: day(t, "2025-12-05")}),
	}
	for o, want := range map[trackOrder]string{byLastMove: "bCa", byNextDate: "Cba", byDays: "Cba", byPosition: "abC"} {
		got := ""
		for _, track := range shownTracks(all, showAll, o, thursday) {
			got += track.Position
		}
		if got != want {
			t.Errorf("by %s: %s, want %s", o, got, want)
		}
	}
}

func TestTheLineBelowTheTitleCountsAndNamesTheNextDate(t *testing.T) {
	past := trackedOn(journal.Application{Position: "Chair", NextStep: "Call.", NextStepOn: day(t, "2026-03-01")})
	next := trackedOn(journal.Application{Position: "Ticketing", NextStep: "Interview.", NextStepOn: day(t, "2026-03-17")})
	over := trackedOn(journal.Application{Position: "Board", Stages: stages(t, "rejected", "2026-03-01"), NextStepOn: day(t, "2026-03-13")})
	if got, want := tracksLine([]tracked{past, over, next}, thursday), "2 open, 1 closed. Next date: Interview for Ticketing on Tuesday 17 March."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if got, want := tracksLine([]tracked{past, over}, thursday), "1 open, 1 closed."; got != want {
		t.Errorf("without a date ahead it says %q, want %q", got, want)
	}
}

func TestLessonsComeNewestFirstEachWithItsStage(t *testing.T) {
	first := trackedOn(journal.Application{Position: "Chair", Stages: stages(t, "applied", "2026-01-02", "interview", "2026-02-03")})
	first.Stages[0].Lesson, first.Stages[1].Lesson = "Ask earlier", " Listen more "
	second := trackedOn(journal.Application{Position: "Board", Stages: stages(t, "rejected", "2026-01-20"), Lessons: "Ask for the rubric"})
	var got []string
	for _, one := range lessonsOf([]tracked{first, second}, thursday) {
		got = append(got, strings.Join([]string{one.title, one.stage, one.text, one.day.String()}, "|"))
	}
	want := []string{"Chair|interview|Listen more|2026-02-03", "Board||Ask for the rubric|2026-01-20", "Chair|applied|Ask earlier|2026-01-02"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lessons (-want +got):\n%s", diff)
	}
}
