package ui

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
)

// nextWords say what there is to do next, and below it when or what about; the
// second in warn where it is due.
func (s growthSheet) nextWords(n evidence.Next) (what string, below fact) {
	v := values{"Who": n.Who, "Text": oneLine(n.Text), "Element": s.elementName(n.Element)}
	when := s.dueFact(n)
	switch n.Kind {
	case evidence.NextGoal:
		return oneLine(n.Text), when
	case evidence.NextFollowUp:
		if n.Who == "" {
			return lang.L("Show what you did with the feedback"), when
		}
		return lang.L("Show {{.Who}} what you did with it", v), when
	case evidence.NextAct:
		return lang.L("Try out what somebody told you"), quietFact(lang.L("Feedback that nothing acts on yet"))
	case evidence.NextStep:
		return cmp.Or(oneLine(n.Text), lang.L("Next step")), orFact(when, n.Who)
	case evidence.NextLesson:
		return lang.L("Keep a lesson"), quietFact(cmp.Or(n.Who, oneLine(n.Text)))
	case evidence.NextProve:
		return lang.L("Write about {{.Text}}", v), quietFact(lang.L("What the next role asks"))
	case evidence.NextTry:
		return s.tryWords(n.Element), quietFact(v["Element"].(string))
	case evidence.NextPerson:
		return lang.L("Tell {{.Who}} what you are working on", v), quietFact(v["Element"].(string))
	case evidence.NextPlan:
		return planWords(n.Field), fact{}
	}
	return lang.L("Write about this"), quietFact(v["Element"].(string))
}

// quietFact is a remark without a colour of its own.
func quietFact(words string) fact { return fact{words: words, ink: look.ColorInk2} }

// orFact is a remark, or else other words.
func orFact(f fact, words string) fact {
	if f.words == "" {
		return quietFact(words)
	}
	return f
}

// dueFact says on which day something is to be done.
func (s growthSheet) dueFact(n evidence.Next) fact {
	switch {
	case n.On.IsZero():
		return quietFact("")
	case n.Late(s.today):
		return fact{look.IconClock, lang.L("Was due {{.Day}}", values{"Day": shortDay(n.On, s.today)}), look.ColorWarn}
	case n.On == s.today:
		return fact{look.IconClock, lang.L("Today"), look.ColorWarn}
	}
	return quietFact(nextDay(n.On, s.today))
}

// tryWords are what an element would have somebody try.
func (s growthSheet) tryWords(element string) string {
	at, ok := s.catalogue.Element(element)
	if !ok || at.Element.TryThis == "" {
		return lang.L("Write about this")
	}
	return at.Element.TryThis
}

// planWords say which part of the plan is to be filled in.
func planWords(field string) string {
	switch field {
	case evidence.FieldExpectations:
		return lang.L("Say what the next role expects")
	case evidence.FieldNextRound:
		return lang.L("Note when the next round is")
	}
	return lang.L("Note who could speak for you")
}

// follow goes where the next thing is done.
func (g *growth) follow(n evidence.Next) {
	f := g.w.frame
	switch n.Kind {
	case evidence.NextGoal:
		g.openGoal(n.ID)
	case evidence.NextFollowUp:
		f.feedback.open(n.ID)
	case evidence.NextAct:
		f.feedback.openPart(partNeverActedOn)
	case evidence.NextStep, evidence.NextLesson:
		f.applications.open(n.ID)
	case evidence.NextProve:
		if row, ok := g.sheet.facts.Coverage.Row(n.ID); ok {
			g.w.writeAbout(row.Expectation)
		}
	case evidence.NextTry:
		g.tryOut(n.Element)
	case evidence.NextPerson:
		f.people.open(n.ID)
	case evidence.NextPlan:
		g.fillIn(n.Field)
	default:
		g.writeAbout(n.Element, n.Prompt)
	}
}

// tryOut asks for a goal that begins with what an element would have somebody
// try.
func (g *growth) tryOut(element string) {
	at, ok := g.sheet.catalogue.Element(element)
	if !ok || at.Element.TryThis == "" {
		g.writeAbout(element, "")
		return
	}
	g.askForGoalLike(journal.Goal{Kind: goalKind(element), Text: at.Element.TryThis, Element: element})
}

// fillIn goes to a part of the plan that is missing.
func (g *growth) fillIn(field string) {
	switch field {
	case evidence.FieldExpectations:
		g.w.frame.evidence.goEvidence()
	case evidence.FieldNextRound:
		g.openDate(journal.MilestoneRound)
	default:
		g.w.frame.people.goPeople()
	}
}

// openDate goes to a date of the plan: that of the next round of promotions, or
// of the review.
func (g *growth) openDate(of journal.MilestoneKind) {
	g.open(tabPurpose)
	period := g.view().(*purposeTab).period
	day := period.until
	if of == journal.MilestoneRound {
		day = period.round
	}
	g.load(func() { g.w.win.Canvas().Focus(day.line.Editor) })
}

// writeAbout begins an entry that answers a question of the catalogue: the one
// that is named, or the one of an element that was answered least.
func (g *growth) writeAbout(element, prompt string) {
	w, guide, catalogue := g.w, g.w.guide, g.sheet.catalogue
	at, named := catalogue.Prompt(prompt)
	if named {
		w.today.answer(journal.Asked{Key: at.Prompt.Key, Text: at.Prompt.Text}, at.Prompt.Kind)
		return
	}
	type question struct {
		asked journal.Asked
		kind  journal.Kind
	}
	task(w, "find a question", func(ctx context.Context) (question, error) {
		card, ok, err := guide.About(ctx, journal.Expectation{Source: element})
		if !ok && err == nil { // each of them is "Not for me"
			if at, known := catalogue.Element(element); known && len(at.Element.Prompts) > 0 {
				p := at.Element.Prompts[0]
				return question{journal.Asked{Key: p.Key, Text: p.Text}, p.Kind}, nil
			}
		}
		return question{journal.Asked{Key: card.Key, Text: card.Text}, card.Kind}, err
	}, func(q question) { w.today.answer(q.asked, q.kind) })
}
