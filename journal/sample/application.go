package sample

import (
	"slices"

	"groundwork/journal"
)

// application goes through its stages from the day of the entry to today.
func (g *generator) application(w *writer, day journal.Day) *journal.Application {
	rnd := w.rnd
	a := &journal.Application{
		Position:     pick(rnd, g.parts["position"]),
		Organisation: pick(rnd, g.parts["employer"]), Route: pick(rnd, journal.Routes()),
		LooksFor: w.phrase(g.parts["looksFor"]),
	}
	a.Stages = g.course(w, day)
	switch {
	case a.Ended(g.today):
		if chance(rnd, 70) {
			a.Lessons = w.phrase(g.parts["lesson"])
		}
	case a.Silent(g.today), chance(rnd, 15): // nobody knows what comes next
	default:
		a.NextStep = w.phrase(g.parts["nextStep"])
		if chance(rnd, 75) {
			a.NextStepOn = g.today.AddDays(rnd.IntN(25) - 5)
		}
	}
	return a
}

// course makes up the stages that an application begun on a day had reached
// by today.
func (g *generator) course(w *writer, day journal.Day) []journal.Stage {
	rnd := w.rnd
	way := []string{journal.StageSaved, "applied", "screening", "interview", "interview", "decision"}
	way = way[:2+rnd.IntN(len(way)-1)]
	var stages []journal.Stage
	for k, stage := range slices.Concat(way, pick(rnd, ends())) {
		if k > 0 {
			day = day.AddDays(4 + rnd.IntN(18))
		}
		if day.After(g.today) {
			break
		}
		s := journal.Stage{Stage: stage, Day: day, Note: w.phrase(g.parts["stageNote"])}
		if chance(rnd, 35) {
			s.Lesson = w.phrase(g.parts["lesson"])
		}
		stages = append(stages, s)
	}
	return stages
}

// ends are the ways in which an application can come to its end.
func ends() [][]string {
	return [][]string{
		{journal.StageOffer, journal.StageAccepted},
		{journal.StageOffer, journal.StageWithdrawn},
		{journal.StageRejected},
		{journal.StageRejected},
		{journal.StageRejected},
		{journal.StageWithdrawn},
		{journal.StageSilent, journal.StageRejected},
		{journal.StageSilent, journal.StageWithdrawn},
	}
}
