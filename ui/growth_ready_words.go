package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/evidence"
	"groundwork/ui/parts"
)

// The keys of the lines of the checklist that are elements of "Going After That
// Management Position".
const (
	lineCause     = "management/leader-first/cause"
	lineRally     = "management/leader-first/rally"
	lineAirCover  = "management/leader-first/air-cover"
	lineNextLevel = "management/leader-first/next-level"
	lineSharing   = "management/noticed/knowledge-sharing"
	lineCoaching  = "management/noticed/coaching"
	lineSolving   = "management/noticed/problem-solving"
	lineBusiness  = "management/noticed/business-sense"
	lineExamples  = "management/ask/examples"
	lineStretch   = "management/ask/stretch-goal"
	lineCourteous = "management/ask/courteous-firm"
	lineNextRound = "management/ask/next-round"
	lineMoveOn    = "management/ask/move-on"
)

// checkGroupName is a part of the checklist as the window calls it.
func checkGroupName(g evidence.Group) string {
	switch g {
	case evidence.LeaderFirst:
		return lang.L("A leader first")
	case evidence.Noticed:
		return lang.L("What people notice")
	case evidence.Proved:
		return lang.L("What you can show")
	}
	return lang.L("Asking")
}

// lineName is a line of the checklist as the window calls it.
func lineName(key string) string {
	switch key {
	case lineCause:
		return lang.L("A cause you care about")
	case lineRally:
		return lang.L("Rallying people")
	case lineAirCover:
		return lang.L("Air cover")
	case lineNextLevel:
		return lang.L("Working one level up")
	case lineSharing:
		return lang.L("Sharing what you know")
	case lineCoaching:
		return lang.L("Coaching")
	case lineSolving:
		return lang.L("Solving problems")
	case lineBusiness:
		return lang.L("Business sense")
	case evidence.LineQuotes:
		return lang.L("In others’ words")
	case evidence.LineNumbers:
		return lang.L("Numbers that count")
	case evidence.LineFeedback:
		return lang.L("Feedback acted on")
	case evidence.LineAdvocates:
		return lang.L("Who speaks for you")
	case evidence.LineGaps:
		return lang.L("Gaps with a plan")
	case lineExamples:
		return lang.L("Concrete examples")
	case lineStretch:
		return lang.L("A stretch goal to ask for")
	case lineCourteous:
		return lang.L("Courteous, firm, direct")
	case lineNextRound:
		return lang.L("The next round")
	}
	return lang.L("If it is not this time")
}

// lineWords explain a line in a few words.
func (s growthSheet) lineWords(c evidence.Check) string {
	v := values{"Months": c.Months, "Outcomes": c.Outcomes, "Days": c.Days}
	switch c.Key {
	case lineCause:
		now := s.plan.CurrentPurpose()
		if said := oneLine(now.StandFor); said != "" {
			return said
		}
		return lang.L("What you want improved, and for whom")
	case lineRally:
		return lang.L("You put the case to whoever would listen")
	case lineAirCover:
		return lang.L("Someone senior says so, not only you")
	case lineNextLevel:
		if c.Months == 0 {
			return lang.L("On top of your own job")
		}
		return countWords(c.Months, lang.L("On top of your own job, in 1 month"), lang.L("On top of your own job, in {{.Months}} months", v))
	case lineSharing:
		return lang.L("You pass it on, and people come for it")
	case lineCoaching:
		return lang.L("People leave abler than they came")
	case lineSolving:
		return lang.L("You look for the next step first")
	case lineBusiness:
		if c.Outcomes == 0 {
			return lang.L("You know what your work is for")
		}
		return lang.L("{{.Outcomes}} of 5 business outcomes touched", v)
	case evidence.LineQuotes:
		return lang.L("People say it, not only you")
	case evidence.LineNumbers:
		return lang.L("Results with a number and an outcome")
	case evidence.LineFeedback:
		return lang.L("You did something with what they said")
	case evidence.LineAdvocates:
		return lang.L("They know what you want, and say so")
	case evidence.LineGaps:
		return lang.L("Each gap has a goal")
	case lineExamples:
		return lang.L("In every area, more than your own word")
	case lineStretch:
		return stretchWords(c)
	case lineCourteous:
		return lang.L("Said aloud before it is said for real")
	case lineNextRound:
		return roundWords(c)
	}
	return lang.L("Where you would look, and by when")
}

func stretchWords(c evidence.Check) string {
	switch c.Have {
	case 0:
		return lang.L("A task larger than your present job")
	case 1:
		return lang.L("Chosen, not yet asked for")
	}
	return lang.L("Chosen, and asked for")
}

func roundWords(c evidence.Check) string {
	switch {
	case c.Have > 0 && c.Open > 0:
		return lang.L("It is among your applications")
	case c.Have > 0:
		return lang.L("Its day is in your plan")
	}
	return lang.L("When it is, and who decides")
}

// lineCount counts what stands behind a line.
func lineCount(c evidence.Check) string {
	v := values{"Have": c.Have, "Need": c.Need}
	if c.State == evidence.Missing {
		return lang.L("Nothing yet")
	}
	switch c.Key {
	case lineAirCover, evidence.LineAdvocates:
		if c.Have >= c.Need {
			return countWords(c.Have, lang.L("1 advocate"), lang.L("{{.Have}} advocates", v))
		}
		return lang.L("{{.Have}} of {{.Need}} people", v)
	case lineNextLevel, lineBusiness:
		if c.Moments > 0 {
			return momentsLine(c.Moments)
		}
	case evidence.LineNumbers:
		return momentsLine(max(c.Have, c.Moments))
	case evidence.LineQuotes:
		return countWords(c.Pieces, lang.L("1 quote"), lang.L("{{.Count}} quotes", values{"Count": c.Pieces}))
	case evidence.LineFeedback:
		return lang.L("{{.Have}} of {{.All}} pieces", values{"Have": c.ActedOn, "All": inGroups(c.Pieces)})
	case evidence.LineGaps:
		if c.Need == 0 {
			return lang.L("None left")
		}
		return lang.L("{{.Have}} of {{.Need}} gaps", v)
	case lineExamples:
		return lang.L("{{.Have}} of {{.Need}} areas", v)
	case lineStretch:
		return goalCount(c.Chosen)
	case lineNextRound:
		if c.Have > 0 {
			return dayCount(c.Days)
		}
		return lang.L("Day still open")
	case lineMoveOn:
		return placesLine(c)
	case lineCause:
		if c.Entries == 0 {
			return lang.L("Your purpose")
		}
	}
	return entriesLine(c.Entries)
}

func momentsLine(n int) string {
	return countWords(n, lang.L("1 moment"), lang.L("{{.Count}} moments", values{"Count": inGroups(n)}))
}

func goalCount(n int) string {
	return countWords(n, lang.L("1 goal"), lang.L("{{.Count}} goals", values{"Count": n}))
}

// placesLine counts where somebody would look elsewhere.
func placesLine(c evidence.Check) string {
	switch {
	case c.Open > 0:
		return countWords(c.Open, lang.L("1 application"), lang.L("{{.Count}} applications", values{"Count": inGroups(c.Open)}))
	case c.Chosen > 0:
		return goalCount(c.Chosen)
	}
	return entriesLine(c.Entries)
}

// ruleWords say what a line counts, and how much of it is enough.
func ruleWords(c evidence.Check) string {
	v := values{"Need": c.Need}
	switch c.Key {
	case lineCause:
		return lang.L("Counts entries of the review period about it; two are enough. What you stand for is a beginning.")
	case lineAirCover:
		return lang.L("Counts advocates above your team; two are enough. Who is supportive is a beginning.")
	case lineNextLevel:
		return countWords(c.Need, lang.L("Counts the months with a moment that proves what the next role asks; 1 is enough."),
			lang.L("Counts the months with a moment that proves what the next role asks; {{.Need}} are enough.", v))
	case lineBusiness:
		return lang.L("Counts moments of the review period with a business outcome; two are enough.")
	case evidence.LineQuotes:
		return lang.L("Counts the people whose words you kept in the review period; two are enough.")
	case evidence.LineNumbers:
		return lang.L("Counts moments of the review period with a number and a business outcome; two are enough.")
	case evidence.LineFeedback:
		return lang.L("Counts feedback of the review period that you acted on; two pieces are enough, once every conversation that was due is held.")
	case evidence.LineAdvocates:
		return lang.L("Counts people who advocate for you; two are enough. Who is supportive is a beginning.")
	case evidence.LineGaps:
		return lang.L("Counts the gaps that an open goal is about; it should be all of them.")
	case lineExamples:
		return lang.L("Counts the areas of the next role with a number, a quote or a document; it should be all of them.")
	case lineStretch:
		return lang.L("A stretch goal is one half; an entry linked to it, in which you asked, is the other.")
	case lineNextRound:
		return lang.L("Looks for its day in your plan, or for a promotion round among your applications.")
	case lineMoveOn:
		return lang.L("Counts open applications elsewhere, and goals about it that have a day; one is enough.")
	}
	return lang.L("Counts entries of the review period about it; two are enough.")
}

// stateWords say how far a line is there: "In part: 1 of 2 people".
func stateWords(c evidence.Check) string {
	v := values{"Count": lower(lineCount(c))}
	switch c.State {
	case evidence.There:
		return lang.L("There: {{.Count}}", v)
	case evidence.Partly:
		return lang.L("In part: {{.Count}}", v)
	}
	return lang.L("Nothing yet, so this is where to begin")
}

// lineLook is the mark of a line.
func lineLook(s evidence.CheckState) parts.BadgeLook {
	switch s {
	case evidence.There:
		return parts.BadgeThere
	case evidence.Partly:
		return parts.BadgePartly
	}
	return parts.BadgeMissing
}

// readyLine says how many lines are how far: no score, for they do not weigh
// the same.
func readyLine(checks []evidence.Check) string {
	v := values{"All": len(checks)}
	there, partly, missing := 0, 0, 0
	for _, c := range checks {
		switch c.State {
		case evidence.There:
			there++
		case evidence.Partly:
			partly++
		default:
			missing++
		}
	}
	v["There"], v["Partly"], v["Missing"] = there, partly, missing
	return lang.L("{{.There}} of {{.All}} lines hold, {{.Partly}} in part, {{.Missing}} open. Counted from what you wrote, never graded.", v)
}
