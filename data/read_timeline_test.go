package data

import (
	"cmp"
	"slices"
	"testing"

	"groundwork/journal"
)

// days counts the entries that pass a filter by day and kind.
func (r recount) days(f journal.Filter) []journal.DayCount {
	var all []journal.DayCount
	for _, e := range r.passing(f) {
		at := slices.IndexFunc(all, func(d journal.DayCount) bool { return d.Day == e.Day && d.Kind == e.Kind })
		if at < 0 {
			at, all = len(all), append(all, journal.DayCount{Day: e.Day, Kind: e.Kind})
		}
		all[at].Count++
	}
	slices.SortFunc(all, func(a, b journal.DayCount) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Kind, b.Kind))
	})
	return all
}

// supported is an entry and what it supports.
type supported struct {
	ID journal.ID
	By []journal.ID
}

// support tells what each entry that passes a filter supports, newest first.
func (r recount) support(f journal.Filter) []supported {
	var all []supported
	for _, e := range r.passing(f) {
		s := supported{ID: e.ID}
		for _, v := range e.Evidence {
			if x := journal.ID(v.Expectation); !slices.Contains(s.By, x) {
				s.By = append(s.By, x)
			}
		}
		all = append(all, s)
	}
	return all
}

func supportOfLines(lines []journal.TimelineLine) []supported {
	var all []supported
	for _, l := range lines {
		all = append(all, supported{l.ID, l.Expectations})
	}
	return all
}

func TestGivenEntriesOfEachKind_WhenReadForTheTimeline_ThenTheirFirstWordsStandIn(t *testing.T) {
	s := newStore(t)
	plain := written(1, "Title", "the body")
	moment := written(2, "", "")
	moment.Kind, moment.Moment = journal.MomentKind, &journal.Moment{Situation: "where", Result: "what came of it"}
	feedback := written(3, "", "")
	feedback.Kind = journal.FeedbackKind
	feedback.Feedback = &journal.Feedback{Giver: string(testID(90)), Quote: "Well done", Situation: "the launch"}
	application := written(4, "", "")
	application.Kind, application.Application = journal.ApplicationKind, &journal.Application{Position: "Lead", LooksFor: "calm"}
	was := written(5, "Was feedback", "")
	was.Feedback = &journal.Feedback{Quote: "kept from before", Situation: "kept"}
	apply(t, s, journal.Changes{
		People: []journal.Person{{ID: testID(90), Name: "Oskar"}}, Entries: []journal.Entry{plain, moment, feedback, application, was},
	})
	lines, err := s.TimelineLines(t.Context(), journal.Filter{}, "", 0)
	if err != nil {
		t.Fatal(err)
	}
	type words struct{ Preview, Giver, Quote, Place string }
	var got []words
	for _, l := range lines {
		got = append(got, words{l.Preview, l.Giver, l.Quote, l.Place})
	}
	expect(t, "words", []words{{Preview: "the body"}, {Preview: "what came of it"}, {"the launch", "Oskar", "Well done", ""}, {Preview: "calm", Place: "Lead"}, {}}, got)

	next, err := s.TimelineLines(t.Context(), journal.Filter{}, moment.ID, 1)
	if err != nil || len(next) != 1 || next[0].ID != feedback.ID {
		t.Errorf("after the moment comes %v, %v", next, err)
	}
}

// milestoneEntries are an application with stages, one piece of feedback that
// is followed up, one on which two entries act, and what acts.
func milestoneEntries() []journal.Entry {
	application := written(40, "", "")
	application.Kind = journal.ApplicationKind
	application.Application = &journal.Application{Position: "Lead", Organisation: "Fjordline", Stages: []journal.Stage{
		{Stage: journal.StageSaved, Day: journal.Day{Year: 2026, Month: 10, Date: 1}},
		{Stage: "applied", Day: journal.Day{Year: 2026, Month: 10, Date: 3}},
		{Stage: journal.StageRejected, Day: journal.Day{Year: 2026, Month: 11, Date: 3}, Lesson: "ask earlier"},
		{Stage: "silent"},
	}}
	met := written(30, "", "")
	met.Kind, met.Private = journal.FeedbackKind, true
	met.Feedback = &journal.Feedback{Giver: string(testID(90)), State: journal.FeedbackFollowedUp, FollowUpOn: journal.Day{Year: 2026, Month: 11, Date: 12}, ActedOnIn: []journal.ID{testID(1)}}
	acted := written(20, "", "")
	acted.Kind = journal.FeedbackKind
	acted.Feedback = &journal.Feedback{Giver: "Nobody's", State: journal.FeedbackPractising, ActedOnIn: []journal.ID{testID(1), testID(2), testID(20)}}
	was := written(25, "", "")
	was.Feedback = &journal.Feedback{State: journal.FeedbackFollowedUp, ActedOnIn: []journal.ID{testID(1)}}
	return []journal.Entry{application, met, acted, was, written(1, "later", ""), written(2, "first", "")}
}

func TestGivenStagesAndFeedback_WhenMilestonesAreRead_ThenEachStandsOnItsDay(t *testing.T) {
	s := newStore(t)
	apply(t, s, journal.Changes{People: []journal.Person{{ID: testID(90), Name: "Tomas"}}, Entries: milestoneEntries()})
	applied := journal.Milestone{Kind: journal.MilestoneStage, Day: day(t, "2026-10-03"), Entry: testID(40), Name: "Fjordline", Stage: "applied"}
	rejected := journal.Milestone{Kind: journal.MilestoneStage, Day: day(t, "2026-11-03"), Entry: testID(40), Name: "Fjordline", Stage: "rejected", Lesson: true}
	followed := journal.Milestone{Kind: journal.MilestoneFollowedUp, Day: day(t, "2026-11-12"), Entry: testID(30), Name: "Tomas"}
	acted := journal.Milestone{Kind: journal.MilestoneActedOn, Day: day(t, "2026-11-18"), Entry: testID(20), Name: "Nobody's"}
	for name, c := range map[string]struct {
		span      journal.Span
		noPrivate bool
		want      []journal.Milestone
	}{
		"all":               {journal.Span{}, false, []journal.Milestone{applied, rejected, followed, acted}},
		"a span":            {journal.Span{From: day(t, "2026-11-03"), Until: day(t, "2026-11-12")}, false, []journal.Milestone{rejected, followed}},
		"the later acting":  {journal.Span{From: day(t, "2026-11-19")}, false, nil},
		"without a private": {journal.Span{From: day(t, "2026-11-04")}, true, []journal.Milestone{acted}},
	} {
		got, err := s.Milestones(t.Context(), c.span, c.noPrivate)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name, c.want, got)
	}
}
