package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// now is the day on which the hand-made journals are looked at.
func now(t testing.TB) journal.Day { return day(t, "2026-03-12") }

// step finds one of the seven by its name in the catalogue.
func step(t testing.TB, f Facts, name string) Step {
	t.Helper()
	for _, s := range Steps(f) {
		if s.Element == sevenSteps+name {
			return s
		}
	}
	t.Fatalf("there is no step %s", name)
	return Step{}
}

func shown(t testing.TB, entries int, last string) journal.Showing {
	t.Helper()
	return journal.Showing{Entries: entries, Last: day(t, last), Newest: "newest"}
}

func TestEveryKeyOfTheRulesIsInTheCatalogue(t *testing.T) {
	catalogue, err := prompts.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, groups := range []map[string][]string{stepGroups(), checkShows()} {
		for group, keys := range groups {
			for _, key := range keys {
				_, element := catalogue.Element(key)
				_, question := catalogue.Prompt(key)
				if !element && !question {
					t.Errorf("%s: %q is neither an element nor a question", group, key)
				}
			}
		}
	}
}

func TestGivenAnyJournalThenWhatIsNextCanBeDone(t *testing.T) {
	catalogue, err := prompts.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]Facts{"an empty journal": {Today: now(t)}, "a full one": fullFacts(t)} {
		var all []Next
		for _, s := range Steps(f) {
			all = append(all, s.Next)
		}
		for _, c := range Ready(f) {
			all = append(all, c.Next)
		}
		for i, n := range all {
			at, known := catalogue.Element(n.Element)
			if (n.Kind == NextTry || n.Kind == NextWrite) && !known || n.Kind == NextTry && at.Element.TryThis == "" {
				t.Errorf("%s: number %d has nothing to try or to write about: %+v", name, i, n)
			}
			if n.Kind == "" {
				t.Errorf("%s: number %d has nothing next", name, i)
			}
		}
	}
}

func TestGivenAnEmptyJournalThenNoStepHasBegunAndNothingIsComplete(t *testing.T) {
	var got []Step
	for _, s := range Steps(Facts{Today: now(t)}) {
		if s.Done != 0 || s.Complete() {
			t.Errorf("%s: %d of %d", s.Element, s.Done, s.Of)
		}
		got = append(got, Step{Element: s.Element, Measure: s.Measure, Of: s.Of, Says: Sentence{Key: s.Says.Key}, Next: s.Next})
	}
	study := Next{Kind: NextTry, Element: "purpose/begin/watch-ask"}
	try := func(name string) Next { return Next{Kind: NextTry, Element: sevenSteps + name} }
	want := []Step{
		{sevenSteps + "skills", InSkills, 0, 7, nil, Sentence{Key: "skills-none"}, Next{Kind: NextWrite, Element: skills + "active-listening"}, Behind{}},
		{sevenSteps + "mindset", InHabits, 0, 4, nil, Sentence{Key: "habits-none"}, Next{Kind: NextTry, Element: "steps/good-leader/open-communication"}, Behind{}},
		{sevenSteps + "study-leaders", InWays, 0, 3, nil, Sentence{Key: "ways-none"}, study, Behind{}},
		{sevenSteps + "certifications", InFinished, 0, 0, nil, Sentence{Key: "finished-none"}, try("certifications"), Behind{}},
		{sevenSteps + "opportunities", InTaken, 0, 0, nil, Sentence{Key: "taken-none"}, try("opportunities"), Behind{}},
		{sevenSteps + "ask-feedback", InActedOn, 0, 0, nil, Sentence{Key: "acted-on-none"}, try("ask-feedback"), Behind{}},
		{sevenSteps + "apply", InLessons, 0, 0, nil, Sentence{Key: "lessons-none"}, try("apply"), Behind{}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGivenEntriesThatShowSkillsThenTheSkillsAreCounted(t *testing.T) {
	f := Facts{Today: now(t), Shown: map[string]journal.Showing{
		sevenSteps + "skills": shown(t, 34, "2026-03-01"), skills + "active-listening": shown(t, 20, "2026-03-01"),
		skills + "empathy": shown(t, 9, "2026-02-01"), skills + "clear-messages": shown(t, 9, "2026-02-01"),
	}}
	s := step(t, f, "skills")
	if s.Done != 3 || s.Of != 7 || s.Says.Entries != 34 || s.Says.Most != skills+"active-listening" || s.Says.Least != skills+"strategic-thinking" {
		t.Errorf("%d of %d: %+v", s.Done, s.Of, s.Says)
	}
	if s.Next != (Next{Kind: NextWrite, Element: skills + "strategic-thinking"}) {
		t.Errorf("next: %+v", s.Next)
	}
	if s.Behind.Entries == nil || len(s.Behind.Entries.Shows) != 7 {
		t.Errorf("behind: %+v", s.Behind)
	}
}

func TestGivenAllSkillsThenTheLeastShownOneIsNextAndTheStepIsComplete(t *testing.T) {
	f := Facts{Today: now(t), Shown: map[string]journal.Showing{sevenSteps + "skills": shown(t, 30, "2026-03-01")}}
	for i, p := range skillParts() {
		f.Shown[p.key] = shown(t, 10-i, "2026-03-01")
	}
	s := step(t, f, "skills")
	if !s.Complete() || s.Next != (Next{Kind: NextWrite, Element: skills + "flexibility"}) {
		t.Errorf("complete: %v, next: %+v", s.Complete(), s.Next)
	}
}

func TestGivenChangesThenTheMindsetSpeaksOfThem(t *testing.T) {
	f := Facts{Today: now(t), Moments: journal.MomentCounts{Initiated: 8, Supported: 12}, Shown: map[string]journal.Showing{
		"communicating": shown(t, 1, "2026-03-01"), "working-together": shown(t, 1, "2026-03-01"), "organised": shown(t, 1, "2026-03-01"),
	}}
	s := step(t, f, "mindset")
	if s.Done != 3 || s.Of != 4 || s.Says.Key != "habits" || s.Says.Initiated != 8 || s.Says.Supported != 12 {
		t.Errorf("%d of %d: %+v", s.Done, s.Of, s.Says)
	}
	if s.Next != (Next{Kind: NextTry, Element: sevenSteps + "mindset"}) {
		t.Errorf("next: %+v", s.Next)
	}
}

func TestGivenGoalsThenEachBelongsToItsStep(t *testing.T) {
	for name, c := range map[string]struct {
		goal journal.Goal
		want string
	}{
		"a certification":               {journal.Goal{Kind: "certification"}, "certifications"},
		"one with another element":      {journal.Goal{Kind: "certification", Element: skills + "empathy"}, "certifications"},
		"from a step":                   {journal.Goal{Kind: "habit", Element: sevenSteps + "apply"}, "apply"},
		"from a skill":                  {journal.Goal{Kind: "stretch", Element: skills + "empathy"}, "skills"},
		"a stretch goal":                {journal.Goal{Kind: "stretch"}, "opportunities"},
		"from an idea to use today":     {journal.Goal{Kind: "habit", Element: ideas + "educate"}, "opportunities"},
		"from watching a leader":        {journal.Goal{Kind: "learning", Element: "purpose/begin/watch-ask"}, "study-leaders"},
		"from a habit":                  {journal.Goal{Kind: "habit", Element: "steps/good-leader/clear-goals"}, "mindset"},
		"a habit":                       {journal.Goal{Kind: "habit"}, "mindset"},
		"something to learn":            {journal.Goal{Kind: "learning"}, "skills"},
		"asking":                        {journal.Goal{Kind: "ask"}, "ask-feedback"},
		"asking for the promotion":      {journal.Goal{Kind: "ask", Element: asking + "next-round"}, ""},
		"a habit about something else":  {journal.Goal{Kind: "habit", Element: "purpose/people/rhythm"}, ""},
		"without a kind":                {journal.Goal{}, ""},
		"a stretch goal with its own":   {journal.Goal{Kind: "stretch", Element: asking + "stretch-goal"}, "opportunities"},
		"from asking for advice":        {journal.Goal{Kind: "habit", Element: "steps/better-leader/ask-advice"}, "ask-feedback"},
		"of an element nobody knows of": {journal.Goal{Kind: "habit", Element: "gone/with/it"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			want := c.want
			if want != "" {
				want = sevenSteps + want
			}
			if got := stepOf(c.goal); got != want {
				t.Errorf("it belongs to %q, want %q", got, want)
			}
		})
	}
}

func TestGivenCertificationsThenThoseThatAreDroppedDoNotCount(t *testing.T) {
	f := Facts{Today: now(t), Plan: journal.Plan{Goals: []journal.Goal{
		{ID: "a", Kind: "certification", Text: "Coaching exam", Due: day(t, "2026-04-30"), Entries: []journal.ID{"1", "2"}},
		{ID: "b", Kind: "certification", State: "dropped", Entries: []journal.ID{"3"}},
		{ID: "c", Kind: "certification", Text: "First aid", State: "done", Entries: []journal.ID{"2"}},
	}}}
	s := step(t, f, "certifications")
	if s.Done != 1 || s.Of != 2 || s.Says.Chosen != 2 || s.Says.Finished != 1 || s.Says.Entries != 2 {
		t.Errorf("%d of %d: %+v", s.Done, s.Of, s.Says)
	}
	if diff := cmp.Diff(Next{Kind: NextGoal, ID: "a", Text: "Coaching exam", On: day(t, "2026-04-30")}, s.Next); diff != "" {
		t.Errorf("next (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]journal.ID{"a", "c"}, s.Behind.Goals); diff != "" {
		t.Errorf("behind (-want +got):\n%s", diff)
	}
}

func TestGivenFeedbackThenWhatIsDueGoesBeforeWhatWasNeverActedOn(t *testing.T) {
	f := Facts{Today: now(t), Feedback: journal.FeedbackCounts{All: 12, Givers: 6, ActedOn: 7, NeverActedOn: 4, Due: 2}}
	s := step(t, f, "ask-feedback")
	if s.Done != 8 || s.Of != 12 || s.Says.People != 6 || s.Says.Due != 2 || s.Next.Kind != NextAct {
		t.Errorf("%d of %d: %+v, next %+v", s.Done, s.Of, s.Says, s.Next)
	}
	f.Due = []journal.Due{
		{Kind: journal.DueNextStep, ID: "p", On: day(t, "2026-03-01")},
		{Kind: journal.DueFollowUp, ID: "o", On: day(t, "2026-03-12"), Who: "Oskar", Text: "Show the draft"},
	}
	want := Next{Kind: NextFollowUp, ID: "o", On: day(t, "2026-03-12"), Who: "Oskar", Text: "Show the draft"}
	if s := step(t, f, "ask-feedback"); s.Next != want || s.Next.Late(f.Today) {
		t.Errorf("next: %+v, late %v", s.Next, s.Next.Late(f.Today))
	}
	f.Due[1].On = day(t, "2026-03-27")
	if s := step(t, f, "ask-feedback"); s.Next.Kind != NextAct {
		t.Errorf("a follow-up in more than two weeks: next %+v", s.Next)
	}
}

func TestGivenApplicationsThenThoseThatAreOverNeedALesson(t *testing.T) {
	over := []journal.Stage{{Stage: journal.StageRejected, Day: day(t, "2026-02-01")}}
	f := Facts{Today: now(t), Applications: []journal.ApplicationLine{
		{Line: journal.Line{ID: "open"}, Stages: []journal.Stage{{Stage: "applied", Day: day(t, "2026-02-01")}}},
		{Line: journal.Line{ID: "blank"}, Stages: over, Position: "Lead", Organisation: "Rail", Lessons: " "},
		{Line: journal.Line{ID: "kept"}, Stages: over, Lessons: "Ask about the budget."},
		{Line: journal.Line{ID: "of a stage"}, Stages: []journal.Stage{{Stage: "interview", Lesson: "Slower."}, over[0]}},
	}}
	s := step(t, f, "apply")
	if s.Done != 2 || s.Of != 3 || s.Says.Open != 1 || s.Says.Closed != 3 || s.Complete() {
		t.Errorf("%d of %d: %+v", s.Done, s.Of, s.Says)
	}
	if s.Next != (Next{Kind: NextLesson, ID: "blank", Who: "Rail", Text: "Lead"}) {
		t.Errorf("next: %+v", s.Next)
	}
	f.Applications[1].Lessons = "Bring numbers."
	if s := step(t, f, "apply"); !s.Complete() || s.Next != (Next{Kind: NextWrite, Element: sevenSteps + "apply"}) {
		t.Errorf("complete %v, next: %+v", s.Complete(), s.Next)
	}
}

func TestGivenAGoalThatWasDueThenItGoesBeforeWhatIsMissing(t *testing.T) {
	goal := journal.Goal{ID: "g", Kind: "learning", Element: sevenSteps + "study-leaders", Text: "Read one story", Person: "p"}
	for name, c := range map[string]struct {
		due  string
		want NextKind
		late bool
	}{
		"it was due":           {"2026-03-06", NextGoal, true},
		"it is due in a while": {"2026-03-26", NextGoal, false},
		"it is due much later": {"2026-03-27", NextTry, false},
		"it has no day":        {"", NextTry, false},
	} {
		t.Run(name, func(t *testing.T) {
			g := goal
			if c.due != "" {
				g.Due = day(t, c.due)
			}
			f := Facts{Today: now(t), Plan: journal.Plan{Goals: []journal.Goal{g}}, People: []journal.Person{{ID: "p", Name: "Ruth"}}}
			got := step(t, f, "study-leaders").Next
			if got.Kind != c.want || got.Late(f.Today) != c.late || c.want == NextGoal && got.Who != "Ruth" {
				t.Errorf("next: %+v", got)
			}
		})
	}
}

func TestGivenEntriesAndGoalsThenEachAcceleratorHasItsAge(t *testing.T) {
	role, structure := "purpose/people/role", "purpose/process/structure"
	f := Facts{Today: day(t, "2026-05-31"), Shown: map[string]journal.Showing{
		role: shown(t, 6, "2026-02-28"), structure: shown(t, 2, "2026-02-27"), "purpose/performance/excellence": shown(t, 3, "2026-05-31"),
	}, Plan: journal.Plan{Goals: []journal.Goal{
		{ID: "later", Element: role, Due: day(t, "2026-07-01")},
		{ID: "first", Element: role, Due: day(t, "2026-06-01")},
		{ID: "any", Element: role},
		{ID: "done", Element: role, State: "done", Due: day(t, "2026-01-01")},
	}}}
	got := Accelerators(f)
	ages := map[string]Age{}
	for _, driver := range got {
		for _, a := range driver {
			ages[a.Element] = a.Age
		}
	}
	want := map[string]Age{
		role: Fresh, "purpose/people/rituals": Never, "purpose/people/rhythm": Never,
		"purpose/performance/expectations": Never, "purpose/performance/execution": Never, "purpose/performance/excellence": Fresh,
		structure: Aged, "purpose/process/systems": Never, "purpose/process/simplicity": Never,
	}
	if diff := cmp.Diff(want, ages); diff != "" {
		t.Errorf("ages (-want +got):\n%s", diff)
	}
	if a := got[0][0]; a.Goal == nil || a.Goal.ID != "first" || a.Entries != 6 || a.Newest != "newest" {
		t.Errorf("%+v", a)
	}
	if diff := cmp.Diff([]journal.ID{"later", "first", "any"}, got[0][0].Behind.Goals, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("goals (-want +got):\n%s", diff)
	}
}
