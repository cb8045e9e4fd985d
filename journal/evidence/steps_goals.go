package evidence

import (
	"slices"
	"strings"

	"groundwork/journal"
)

// certifications is "4. Gain additional certifications": the goals that are
// certifications. One that was dropped is none any more.
func (f *Facts) certifications() Step {
	s := f.inGoals(sevenSteps+"certifications", InFinished, NextTry)
	linked := map[journal.ID]bool{}
	for _, g := range f.goalsOf(s.Element) {
		for _, id := range g.Entries {
			linked[id] = true
		}
	}
	s.Says.Entries = len(linked)
	return s
}

// opportunities is "5. Seek out leadership opportunities": the stretch goals,
// and those that came from the step or from "Some ideas you can use today" of
// "Going After That Management Position". A reached one was taken.
func (f *Facts) opportunities() Step {
	s := f.inGoals(sevenSteps+"opportunities", InTaken, NextTry)
	s.Says.Entries = f.Shown[s.Element].Entries
	s.Behind.Entries = f.showing(stepGroups()[s.Element])
	return s
}

// inGoals counts the goals of a step, and those that are reached.
func (f *Facts) inGoals(element string, m Measure, last NextKind) Step {
	s := Step{Element: element, Measure: m}
	for _, g := range f.goalsOf(element) {
		s.Of++
		s.Behind.Goals = append(s.Behind.Goals, g.ID)
		if g.State == goalDone {
			s.Done++
			s.Says.Names = append(s.Says.Names, g.Text)
		}
	}
	slices.Reverse(s.Says.Names)
	s.Says.Chosen, s.Says.Finished = s.Of, s.Done
	s.Says.Key = sentence(string(m), s.Of)
	s.Next = f.next(element, nil, Next{Kind: last, Element: element})
	return s
}

// askFeedback is "6. Ask for feedback": put it into practice, and meet again
// after a few months.
func (f *Facts) askFeedback() Step {
	n := f.Feedback
	s := Step{Element: sevenSteps + "ask-feedback", Measure: InActedOn, Done: n.All - n.NeverActedOn, Of: n.All}
	s.Says = Sentence{
		Key:     sentence(string(InActedOn), n.All),
		Figures: Figures{Pieces: n.All, People: n.Givers, ActedOn: s.Done, Due: n.Due},
	}
	s.Behind.Feedback = &journal.FeedbackFilter{NoPrivate: f.NoPrivate}
	var act *Next
	if n.NeverActedOn > 0 {
		act = &Next{Kind: NextAct}
	}
	s.Next = f.next(s.Element, act, Next{Kind: NextTry, Element: s.Element})
	return s
}

// apply is "7. Apply for higher positions": each one teaches something for the
// next.
func (f *Facts) apply() Step {
	s := Step{Element: sevenSteps + "apply", Measure: InLessons}
	var lesson *Next
	for _, l := range f.Applications {
		s.Behind.Applications = append(s.Behind.Applications, l.ID)
		if !f.ended(l) {
			s.Says.Open++
			continue
		}
		s.Of++
		if kept(l) {
			s.Done++
		} else if lesson == nil {
			lesson = &Next{Kind: NextLesson, ID: l.ID, Who: l.Organisation, Text: l.Position}
		}
	}
	s.Says.Closed, s.Says.Lessons = s.Of, s.Done
	s.Says.Key = sentence(string(InLessons), len(f.Applications))
	last := Next{Kind: NextTry, Element: s.Element}
	if s.Says.Open > 0 {
		last.Kind = NextWrite
	}
	s.Next = f.next(s.Element, lesson, last)
	return s
}

// ended tells whether an application is over.
func (f *Facts) ended(l journal.ApplicationLine) bool {
	a := journal.Application{Stages: l.Stages}
	return a.Ended(f.Today)
}

// kept tells whether a lesson of an application is written down.
func kept(l journal.ApplicationLine) bool {
	return strings.TrimSpace(l.Lessons) != "" ||
		slices.ContainsFunc(l.Stages, func(s journal.Stage) bool { return strings.TrimSpace(s.Lesson) != "" })
}
