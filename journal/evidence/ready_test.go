package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// fullFacts are those of a journal in which every line of the checklist holds
// and every step is complete.
func fullFacts(t testing.TB) Facts {
	t.Helper()
	p := period(t, "2025-07-01", "2026-03-31")
	xs := []journal.Expectation{{ID: "x", Name: "Coaches", Area: "People"}, {ID: "y", Name: "Decides", Area: "Delivery"}}
	both := func(day string) written {
		w := moment(day, journal.Quote)
		w.proves["y"] = journal.Number
		return w
	}
	f := Facts{
		Today:    now(t),
		Coverage: Cover(xs, summary(t, both("2025-08-01"), both("2025-11-03"), both("2026-02-02")), p),
		Plan: journal.Plan{
			Purpose: []journal.Purpose{{StandFor: "Releases that need no hero."}}, NextRound: day(t, "2026-05-15"),
			Goals: []journal.Goal{
				{ID: "s", Kind: "stretch", Text: "Chair the circle", State: "done"},
				{ID: "c", Kind: "certification", State: "done"},
			},
		},
		People: []journal.Person{
			{ID: "ove", Name: "Ove", Relationship: "leader-above", Support: "advocate"},
			{ID: "ruth", Name: "Ruth", Relationship: "sponsor", Support: "advocate"},
		},
		Applications: []journal.ApplicationLine{
			{Line: journal.Line{ID: "out"}, Route: journal.RouteExternal, Stages: []journal.Stage{{Stage: "applied", Day: day(t, "2026-03-01")}}},
			{Line: journal.Line{ID: "over"}, Route: journal.RouteInternal, Stages: []journal.Stage{{Stage: journal.StageRejected, Day: day(t, "2025-12-01")}}, Lessons: "Numbers."},
		},
		Shown: map[string]journal.Showing{}, ShownLately: map[string]journal.Showing{},
		Moments:        journal.MomentCounts{Initiated: 1, Supported: 1},
		MomentsLately:  journal.MomentCounts{All: 3, Numbered: 3, Outcomes: map[string]journal.OutcomeCount{"costs": {Moments: 2, Numbered: 2}}},
		Feedback:       journal.FeedbackCounts{All: 3, Givers: 2},
		FeedbackLately: journal.FeedbackCounts{All: 3, Givers: 2, Quoted: 3, Quoting: 2},
		Proving:        3, ProvingMonths: 3,
	}
	for group := range stepGroups() {
		f.Shown[group] = shown(t, 2, "2026-03-01")
	}
	for group := range checkShows() {
		f.ShownLately[group] = shown(t, 2, "2026-03-01")
	}
	return f
}

// check finds a line of the checklist.
func check(t testing.TB, f Facts, key string) Check {
	t.Helper()
	for _, c := range Ready(f) {
		if c.Key == key {
			return c
		}
	}
	t.Fatalf("there is no line %s", key)
	return Check{}
}

func TestGivenAFullJournalThenEveryLineHoldsAndNothingIsLeft(t *testing.T) {
	f := fullFacts(t)
	for _, c := range Ready(f) {
		if c.State != There {
			t.Errorf("%s is %s: %d of %d", c.Key, c.State, c.Have, c.Need)
		}
	}
	if open := HelpsMost(Ready(f)); len(open) != 0 {
		t.Errorf("%d lines are left", len(open))
	}
	for _, s := range Steps(f) {
		if !s.Complete() {
			t.Errorf("%s: %d of %d", s.Element, s.Done, s.Of)
		}
	}
}

func TestGivenAnEmptyJournalThenEveryLineIsMissingInTheOrderOfTheDocuments(t *testing.T) {
	f := Facts{Today: now(t), Coverage: Cover(nil, nil, period(t, "2025-07-01", "2026-03-31"))}
	checks := Ready(f)
	want := []string{
		leaderFirst + "cause", leaderFirst + "rally", leaderFirst + "air-cover", leaderFirst + "next-level",
		noticed + "knowledge-sharing", noticed + "coaching", noticed + "problem-solving", noticed + "business-sense",
		LineQuotes, LineNumbers, LineFeedback, LineAdvocates, LineGaps,
		asking + "examples", asking + "stretch-goal", asking + "courteous-firm", asking + "next-round", asking + "move-on",
	}
	var got []string
	for _, c := range HelpsMost(checks) {
		if c.State != Missing {
			t.Errorf("%s is %s", c.Key, c.State)
		}
		got = append(got, c.Key)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what helps most (-want +got):\n%s", diff)
	}
}

func TestGivenLinesThatAreMissingThenTheyHelpMoreThanThoseThatArePartlyThere(t *testing.T) {
	checks := []Check{
		{Key: "a", Group: LeaderFirst, State: Partly},
		{Key: "b", Group: LeaderFirst, State: Missing},
		{Key: "c", Group: Asking, State: Missing},
		{Key: "d", Group: Proved, State: Partly},
		{Key: "e", Group: Noticed, State: There},
	}
	var got []string
	for _, c := range HelpsMost(checks) {
		got = append(got, c.Key)
	}
	if diff := cmp.Diff([]string{"b", "a", "d", "c"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGivenAChangeToAFullJournalThenItsLineSaysSo(t *testing.T) {
	for name, c := range map[string]struct {
		key        string
		change     func(*Facts)
		state      CheckState
		have, need int
		next       NextKind
	}{
		"one entry on the cause": {leaderFirst + "cause", func(f *Facts) { f.ShownLately[leaderFirst+"cause"] = journal.Showing{Entries: 1} }, Partly, 1, 2, NextWrite},
		"a purpose alone":        {leaderFirst + "cause", func(f *Facts) { f.ShownLately = nil }, Partly, 0, 2, NextWrite},
		"nobody rallied":         {leaderFirst + "rally", func(f *Facts) { f.ShownLately = nil }, Missing, 0, 2, NextTry},
		"one executive advocates": {
			leaderFirst + "air-cover", func(f *Facts) { f.People[1].Support = "neutral" }, Partly, 1, 2, NextPerson,
		},
		"an executive is supportive": {
			leaderFirst + "air-cover", func(f *Facts) { f.People = []journal.Person{{ID: "o", Relationship: "sponsor", Support: "supportive"}} }, Partly, 0, 2, NextPerson,
		},
		"the own manager is no air cover": {
			leaderFirst + "air-cover", func(f *Facts) { f.People[0].Relationship, f.People[1].Relationship = "manager", "peer" }, Missing, 0, 2, NextPlan,
		},
		"moments in two months":     {leaderFirst + "next-level", func(f *Facts) { f.ProvingMonths = 2 }, Partly, 2, 3, NextTry},
		"moments of no expectation": {leaderFirst + "next-level", func(f *Facts) { f.ProvingMonths = 0 }, Partly, 0, 3, NextTry},
		"a period of one month": {
			leaderFirst + "next-level", func(f *Facts) { f.ProvingMonths, f.Coverage.Period = 1, Period{f.Today, f.Today} }, There, 1, 1, NextTry,
		},
		"no outcome, but talks": {noticed + "business-sense", func(f *Facts) { f.MomentsLately = journal.MomentCounts{} }, Partly, 0, 2, NextTry},
		"one coaching entry":    {noticed + "coaching", func(f *Facts) { f.ShownLately[noticed+"coaching"] = journal.Showing{Entries: 1} }, Partly, 1, 2, NextTry},
		"one person quoted":     {LineQuotes, func(f *Facts) { f.FeedbackLately.Quoting = 1 }, Partly, 1, 2, NextTry},
		"quotes of nobody":      {LineQuotes, func(f *Facts) { f.FeedbackLately.Quoting = 0 }, Partly, 0, 2, NextTry},
		"numbers without an outcome": {
			LineNumbers, func(f *Facts) { f.MomentsLately.Outcomes = nil }, Partly, 0, 2, NextWrite,
		},
		"no numbers": {LineNumbers, func(f *Facts) { f.MomentsLately = journal.MomentCounts{} }, Missing, 0, 2, NextWrite},
		"feedback that nothing acts on": {
			LineFeedback, func(f *Facts) { f.FeedbackLately.NeverActedOn, f.Feedback.NeverActedOn = 3, 3 }, Partly, 0, 2, NextAct,
		},
		"a follow-up that is due": {LineFeedback, func(f *Facts) { f.FeedbackLately.Due = 1 }, Partly, 3, 2, NextTry},
		"no feedback":             {LineFeedback, func(f *Facts) { f.FeedbackLately, f.Feedback = journal.FeedbackCounts{}, journal.FeedbackCounts{} }, Missing, 0, 2, NextTry},
		"nobody advocates": {
			LineAdvocates, func(f *Facts) { f.People[0].Support, f.People[1].Support = "not-yet", "" }, Missing, 0, 2, NextPerson,
		},
		"a gap without a goal":    {LineGaps, func(f *Facts) { f.gap("Hires", "") }, Missing, 0, 1, NextProve},
		"a gap that a goal names": {LineGaps, func(f *Facts) { f.gap("Hires", ""); f.goal("Sit on a panel that hires") }, There, 1, 1, NextProve},
		"a gap of a goal's element": {
			LineGaps, func(f *Facts) { f.gap("Hires", "steps/qualities/recruiting"); f.goal("Panel") }, There, 1, 1, NextProve,
		},
		"a dropped goal about a gap": {
			LineGaps, func(f *Facts) { f.gap("Hires", ""); f.goal("Hires"); f.Plan.Goals[2].State = "dropped" }, Missing, 0, 1, NextProve,
		},
		"no expectations":       {LineGaps, func(f *Facts) { f.Coverage = Cover(nil, nil, f.Coverage.Period) }, Missing, 0, 0, NextPlan},
		"an area without proof": {asking + "examples", func(f *Facts) { f.gap("Hires", "") }, Partly, 2, 3, NextProve},
		"own words alone": {
			asking + "examples", func(f *Facts) {
				for i := range f.Coverage.Areas {
					f.Coverage.Areas[i].Rows[0].Strongest = journal.OwnWord
				}
			}, Partly, 0, 2, NextProve,
		},
		"a stretch goal that is chosen": {asking + "stretch-goal", func(f *Facts) { f.Plan.Goals[0].State = "" }, Partly, 1, 2, NextGoal},
		"one that was asked for": {
			asking + "stretch-goal", func(f *Facts) { f.Plan.Goals[0].State, f.Plan.Goals[0].Entries = "open", []journal.ID{"e"} }, There, 2, 2, NextGoal,
		},
		"a dropped stretch goal": {asking + "stretch-goal", func(f *Facts) { f.Plan.Goals[0].State = "dropped" }, Missing, 0, 2, NextTry},
		"said once":              {asking + "courteous-firm", func(f *Facts) { f.ShownLately[asking+"courteous-firm"] = journal.Showing{Entries: 1} }, Partly, 1, 2, NextTry},
		"a round that is over":   {asking + "next-round", func(f *Facts) { f.Plan.NextRound = f.Today.AddDays(-1) }, Partly, 0, 1, NextPlan},
		"a round among the applications": {
			asking + "next-round", func(f *Facts) {
				f.Plan.NextRound = journal.Day{}
				f.Applications = []journal.ApplicationLine{{Route: journal.RoutePromotionRound, NextStepOn: f.Today.AddDays(5)}}
			}, There, 1, 1, NextPlan,
		},
		"an application that is over is no way out": {
			asking + "move-on", func(f *Facts) { f.Applications, f.ShownLately = f.Applications[1:], nil }, Missing, 0, 1, NextTry,
		},
		"a plan without a day": {
			asking + "move-on", func(f *Facts) {
				f.Applications, f.ShownLately = nil, nil
				f.Plan.Goals = append(f.Plan.Goals, journal.Goal{Element: asking + "move-on"})
			}, Partly, 0, 1, NextTry,
		},
		"a plan with a day": {
			asking + "move-on", func(f *Facts) {
				f.Applications = nil
				f.Plan.Goals = append(f.Plan.Goals, journal.Goal{Element: asking + "move-on", Due: f.Today})
			}, There, 1, 1, NextTry,
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := fullFacts(t)
			c.change(&f)
			got := check(t, f, c.key)
			if got.State != c.state || got.Have != c.have || got.Need != c.need || got.Next.Kind != c.next {
				t.Errorf("%s, %d of %d, next %s", got.State, got.Have, got.Need, got.Next.Kind)
			}
		})
	}
}

// gap adds an expectation with an area of its own and no entry.
func (f *Facts) gap(name, source string) {
	x := journal.Expectation{ID: "gap", Name: name, Area: name, Source: source}
	f.Coverage.Areas = append(f.Coverage.Areas, Area{Name: name, Rows: []Row{{Expectation: x, State: journal.Gap}}})
	f.Coverage.Totals.add(journal.Gap)
}

// goal adds an open goal.
func (f *Facts) goal(text string) {
	f.Plan.Goals = append(f.Plan.Goals, journal.Goal{ID: "g", Text: text, Element: "steps/qualities/recruiting"})
}

func TestGivenPeopleThenTheNearestToAdvocatingIsNext(t *testing.T) {
	f := Facts{Today: now(t), People: []journal.Person{
		{ID: "a", Name: "Ada", Support: "not-yet"},
		{ID: "b", Name: "Ben", Support: "advocate"},
		{ID: "c", Name: "Cem"},
		{ID: "d", Name: "Dee", Support: "supportive"},
	}}
	c := check(t, f, LineAdvocates)
	if c.Next.ID != "d" || c.Next.Who != "Dee" {
		t.Errorf("next: %+v", c.Next)
	}
	if diff := cmp.Diff([]journal.ID{"b", "d", "a", "c"}, c.Behind.People); diff != "" {
		t.Errorf("behind (-want +got):\n%s", diff)
	}
}

func TestGivenALineThenItsFilterFindsTheEntriesOfTheReviewPeriod(t *testing.T) {
	f := fullFacts(t)
	f.NoPrivate = true
	p := f.Coverage.Period
	for key, want := range map[string]journal.Filter{
		noticed + "coaching":       {Shows: checkShows()[noticed+"coaching"]},
		leaderFirst + "next-level": {Kinds: []journal.Kind{journal.MomentKind}, Proves: true},
		noticed + "business-sense": {Outcomes: journal.Outcomes()},
		LineQuotes:                 {Kinds: []journal.Kind{journal.FeedbackKind}, Quoted: true},
		LineNumbers:                {Outcomes: journal.Outcomes(), Numbered: true},
	} {
		want.Since, want.Until, want.NoPrivate = p.From, p.Until, true
		if diff := cmp.Diff(&want, check(t, f, key).Behind.Entries); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}
