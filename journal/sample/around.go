package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"groundwork/journal"
)

// newID makes the ID of something that was there before the first entry.
func (g *generator) newID(rnd *rand.Rand) journal.ID {
	return idAt(rnd, g.slots[0].created.AddDate(0, 0, -1-rnd.IntN(30)))
}

// makePeople makes up n people with names that differ.
func (g *generator) makePeople(n int) []journal.Person {
	rnd := g.rand("people", 0)
	given, family := givenNames(), familyNames()
	rnd.Shuffle(len(given), func(a, b int) { given[a], given[b] = given[b], given[a] })
	people := make([]journal.Person, 0, n)
	w := &writer{rnd: rnd, words: g.words, cast: map[string]string{"name": "Maria"}}
	for i := range n {
		p := journal.Person{ID: g.newID(rnd), Relationship: pick(rnd, journal.Relationships()[1:])}
		p.Name = given[i%len(given)] + " " + pick(rnd, family)
		if i >= len(given) {
			p.Name += fmt.Sprintf(" %d", i/len(given)+1)
		}
		p.Matters = w.phrase(g.parts["matters"])
		p.Support = pick(rnd, []string{"advocate", "supportive", "supportive", "neutral", "not-yet"})
		p.LastContact = g.today.AddDays(-rnd.IntN(120))
		if chance(rnd, 60) {
			p.Notes = w.phrase(g.parts["note"])
		}
		people = append(people, p)
	}
	boss := &people[0]
	boss.Relationship, boss.Support = "manager", "supportive"
	boss.LeadingUp = g.leadingUp()
	return people
}

// leadingUp is the sheet on the leader.
func (g *generator) leadingUp() *journal.LeadingUp {
	up := &journal.LeadingUp{
		Needs:    []string{"too-busy", "Three teams and no time to look up. Surprises in front of others are the worst."},
		StepBack: "Twice “not now” in a row: I stop offering for a month and do the work well all the same.",
	}
	for _, o := range []struct {
		ago               int
		what, way, answer string
	}{
		{96, "To chair the planning once", journal.NotNow, "asked somebody else this time"},
		{71, "The facts for the rollout, a day early", journal.MixedReception, "thanked me and decided without them"},
		{40, "To take the release planning off the list", journal.WellReceived, "“Yes, and keep me out of it.”"},
		{9, "A Friday note: three lines and one decision", journal.WellReceived, "read it aloud in the next meeting"},
	} {
		on := g.today.AddDays(-o.ago)
		up.SetOffer(journal.Offer{Line: -1, On: on, What: o.what, Received: journal.Reception{On: on.AddDays(1), Way: o.way, Words: o.answer}})
	}
	return up
}

// firstName is how an entry calls a person.
func firstName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// makeExpectations sets up what the target role asks for.
func (g *generator) makeExpectations() []journal.Expectation {
	rnd := g.rand("expectations", 0)
	all := []journal.Expectation{
		{Name: "Clears the way for others", Area: "People", Source: "steps/qualities/service", Text: "Removes what holds people up, before being asked."},
		{Name: "Delivers what was promised", Area: "Delivery", Text: "Plans honestly, warns early and finishes."},
		{Name: "Develops people", Area: "People", Source: "steps/better-leader/coach-develop", Text: "People can do more after a year than before it."},
		{Name: "Talks plainly with stakeholders", Area: "Communication", Source: "label/seen-as-leader/adapt-communication"},
		{Name: "Understands the business", Area: "Strategy", Source: "label/seen-as-leader/understand-business", Text: "Knows how money is made and lost here."},
		{Name: "Gives and takes feedback", Area: "People", Source: "steps/good-leader/direct-feedback"},
		{Name: "Starts change", Area: "Strategy", Source: "label/lead-from-anywhere/change"},
		{Name: "Decides and explains", Area: "Delivery", Text: "Decides in time and says why."},
		{Name: "Keeps calm under pressure", Area: "Self", Source: "steps/qualities/consistency"},
		{Name: "Leads upwards", Area: "Communication", Source: "leading-up/how/do-more"},
		{Name: "Keeps a budget", Area: "Delivery", Text: "Answers for a budget of one year."},
		{Name: "Recruits and keeps good people", Area: "People", Source: "steps/qualities/recruiting"},
	}
	for i := range all {
		all[i].ID, all[i].Order = g.newID(rnd), i+1
	}
	return all
}

// ownPrompts are two questions of the user's own.
func (g *generator) ownPrompts() []journal.OwnPrompt {
	rnd := g.rand("questions", 0)
	return []journal.OwnPrompt{
		{ID: g.newID(rnd), Text: "What would I tell my successor about this week?", Kind: journal.Reflection},
		{ID: g.newID(rnd), Text: "Which number changed because of me?", Kind: journal.MomentKind, Element: "management/ask/examples", Paused: true},
	}
}

// packs is one evidence pack, as it was given to the manager.
func (g *generator) packs() []journal.Pack {
	rnd := g.rand("packs", 0)
	w := g.writer(rnd)
	p := journal.Pack{
		ID: g.newID(rnd), Title: "Before the spring round", Audience: "manager",
		Made:  written(rnd, g.today.AddDays(-20), 17),
		Given: &journal.Given{To: firstName(g.people[0].Name), On: g.today.AddDays(-18), Answer: "Looks good; bring two more numbers.", NextOn: g.today.AddDays(12)},
	}
	people := journal.Section{Key: "evidence", Title: "Evidence by expectation"}
	var application journal.ID
	for i := len(g.slots) - 1; i >= 0 && len(people.Bullets) < 8; i-- {
		switch s := g.slots[i]; s.kind {
		case journal.MomentKind:
			people.Bullets = append(people.Bullets, journal.Bullet{
				Text: w.phrase(g.parts["result"]), Edited: chance(rnd, 30), Entries: []journal.ID{s.id},
			})
		case journal.ApplicationKind:
			application = s.id
		}
	}
	p.Given.Application = application
	ask := journal.Section{Key: "ask", Title: "The ask", Bullets: []journal.Bullet{
		{Text: "Asked for the lead of the next rollout as a stretch goal.", Edited: true},
	}}
	p.Sections = []journal.Section{people, ask}
	return []journal.Pack{p}
}
