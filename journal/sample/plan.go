package sample

import (
	"math/rand/v2"

	"groundwork/journal"
)

// plan is where the sample's writer wants to go.
func (g *generator) plan() journal.Plan {
	rnd := g.rand("growth", 0)
	month := journal.Day{Year: g.today.Year, Month: g.today.Month, Date: 1}
	return journal.Plan{
		Purpose: []journal.Purpose{
			{
				StandFor: "Teams in which nobody has to be brave to ask.", WhyLead: "Because I was led well once.",
				Since: g.today.AddMonths(-20),
			},
			{
				StandFor:  "Calm, honest teams that keep their promises.",
				LifeGoals: "To be home for dinner, and to have helped a few people to find their work.",
				WhyFollow: "Because I listen first and share the credit.", WhyLead: "Because the work is too large for one person.",
				Since: g.today.AddMonths(-5),
			},
		},
		CurrentRole: &journal.Role{
			Title: "Senior specialist", Responsibilities: "Two services and the newcomers.",
			Execution: "Delivered both releases of the year.", Processes: "Planning, incident review, onboarding.",
			Systems: "A decision log and a weekly summary.", Simpler: "One status page instead of three reports.",
		},
		TargetRole: &journal.Role{
			Title: "Team lead", Responsibilities: "Eight people, one budget, three stakeholders.",
			Expectations: "Develops people, delivers, speaks for the team.", Processes: "Goals, reviews, hiring.",
		},
		ReviewFrom: month.AddMonths(-9), ReviewUntil: month.AddMonths(3).AddDays(-1), NextRound: g.today.AddDays(45),
		Goals: g.goals(rnd), Metrics: g.metrics(rnd),
		DismissedPrompts: []string{"steps/benefits/autonomy#2", "steps/demonstrate/association#1"},
	}
}

func (g *generator) goals(rnd *rand.Rand) []journal.Goal {
	met := journal.Goal{Kind: "learning", Text: "Moderate a meeting with more than ten people", Due: g.today.AddDays(-60), Result: "Did it twice; the second time was fun."}
	met.Stand(journal.GoalDone, g.today.AddDays(-62))
	goals := []journal.Goal{
		{Kind: "stretch", Text: "Lead one rollout from the first talk to the last invoice", Due: g.today.AddDays(90), State: journal.GoalOpen, Notes: "Start small, with a date.", Person: string(g.people[0].ID)},
		{Kind: "certification", Text: "Project management certificate", Due: g.today.AddDays(150), State: journal.GoalOpen},
		{Kind: "learning", Text: "Read a budget as well as the finance people do", Due: g.today.AddDays(-10), State: journal.GoalOpen, Element: "label/seen-as-leader/understand-business"},
		{Kind: "ask", Text: "Ask for feedback from three people who saw the launch", Due: g.today.AddDays(14), State: journal.GoalOpen, Element: "steps/seven/ask-feedback"},
		{Kind: "habit", Text: "One honest praise a day", State: journal.GoalOpen},
		met,
		{Kind: "stretch", Text: "Run the summer internship alone", Due: g.today.AddDays(-120), State: journal.GoalDropped, Result: "Was given to the other site."},
	}
	for i := range goals {
		goals[i].ID = g.newID(rnd)
		for range rnd.IntN(3) {
			goals[i].Entries = append(goals[i].Entries, g.slots[rnd.IntN(len(g.slots))].id)
		}
	}
	return goals
}

func (g *generator) metrics(rnd *rand.Rand) []journal.Metric {
	metrics := []journal.Metric{
		{Name: "Hours of coaching", Unit: "hours"}, {Name: "Releases on the promised day", Unit: "%"}, {Name: "Pulse survey of the team", Unit: "of 5"},
	}
	start := []float64{2, 60, 3.4}
	step := []float64{0.5, 2.5, 0.1}
	for i := range metrics {
		for k := range 12 {
			value := start[i] + step[i]*float64(k) + step[i]*float64(rnd.IntN(3)-1)
			metrics[i].Values = append(metrics[i].Values, journal.MetricValue{
				Day: g.today.AddMonths(k - 11), Value: float64(int(value*10)) / 10,
			})
		}
	}
	return metrics
}
