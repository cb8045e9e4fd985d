package sample

import (
	"math/rand/v2"
	"slices"

	"groundwork/journal"
)

// entry makes up the i-th entry, oldest first.
func (g *generator) entry(i int) journal.Entry {
	s := g.slots[i]
	rnd := g.rand("entry", i)
	w := g.writer(rnd)
	// Counted from the newest, so that small samples hold something of all.
	back := len(g.slots) - 1 - i
	e := journal.Entry{
		ID: s.id, Kind: s.kind, Day: s.day, Precision: journal.ExactDay, Created: s.created, Updated: s.created,
		Tags: g.someTags(rnd), Private: back%31 == 12, Starred: back%17 == 4,
	}
	if chance(rnd, 70) || e.Kind != journal.Reflection {
		e.Title = w.phrase(g.titles[string(e.Kind)])
	}
	words := length(rnd)
	if back%1000 == 500 {
		words = giant
	}
	e.Body = w.body(g.sentences, words)
	g.blur(rnd, &e)
	g.involve(rnd, &e)
	switch e.Kind {
	case journal.MomentKind:
		e.Moment = g.moment(w)
	case journal.FeedbackKind:
		e.Feedback = g.feedback(w, i)
	case journal.ApplicationKind:
		e.Application = g.application(w, s.day)
	default:
		if chance(rnd, 35) {
			k := rnd.IntN(len(g.parts["question"]))
			e.Prompt = &journal.Asked{Key: promptKeys()[k], Text: g.parts["question"][k]}
		}
	}
	if chance(rnd, 2) {
		e.Attachments = []journal.Attachment{{Name: "The report it is in", URL: "https://intranet.example/reports/" + s.day.String()}}
	}
	if chance(rnd, 6) && i > 0 {
		e.Links = []journal.ID{g.slots[rnd.IntN(i)].id}
	}
	e.Evidence = g.evidence(w, &e)
	return e
}

func (g *generator) someTags(rnd *rand.Rand) []string {
	tags := []string{}
	for range []int{0, 1, 1, 2, 2, 3, 4}[rnd.IntN(7)] {
		if tag := pick(rnd, g.tags); !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// blur makes some days known only by their month or quarter.
func (g *generator) blur(rnd *rand.Rand, e *journal.Entry) {
	p := journal.ExactDay
	switch n := rnd.IntN(100); {
	case n == 0:
		p = journal.InQuarter
	case n <= 2:
		p = journal.InMonth
	}
	if middle := p.Middle(e.Day); !middle.After(g.today) {
		e.Precision, e.Day = p, middle
	}
}

// involve names some people in the entry.
func (g *generator) involve(rnd *rand.Rand, e *journal.Entry) {
	roles := []string{"saw", "helped", "involved"}
	n := []int{0, 0, 0, 1, 1, 2}[rnd.IntN(6)]
	if e.Kind == journal.ApplicationKind {
		roles, n = []string{"interviewer", "involved"}, 1
	}
	for range n {
		p := string(pick(rnd, g.people).ID)
		if !slices.ContainsFunc(e.People, func(in journal.Involved) bool { return in.Person == p }) {
			e.People = append(e.People, journal.Involved{Person: p, Role: pick(rnd, roles)})
		}
	}
}

func (g *generator) moment(w *writer) *journal.Moment {
	m := &journal.Moment{
		Situation: w.phrase(g.parts["situation"]), Task: w.phrase(g.parts["task"]),
		Action: w.phrase(g.parts["action"]), Result: w.phrase(g.parts["result"]),
	}
	if chance(w.rnd, 60) {
		value := float64(2 + w.rnd.IntN(60))
		m.Impact = &journal.Impact{
			Text: w.phrase(g.parts["impact"]), Value: &value,
			Unit: pick(w.rnd, []string{"%", "hours", "€", "people", "days"}),
		}
	}
	if chance(w.rnd, 80) {
		m.Outcome = pick(w.rnd, journal.Outcomes())
	}
	if chance(w.rnd, 80) {
		m.Change = pick(w.rnd, []string{journal.Initiated, journal.Initiated, journal.Supported})
	}
	return m
}

// feedback is new while it is recent, and old feedback was acted on.
func (g *generator) feedback(w *writer, i int) *journal.Feedback {
	rnd := w.rnd
	giver := pick(rnd, g.people)
	w.cast["name"] = firstName(giver.Name)
	day := g.slots[i].day
	f := &journal.Feedback{
		Giver: string(giver.ID), Relationship: giver.Relationship, Channel: pick(rnd, journal.Channels()),
		Quote: w.phrase(g.parts["quote"]), Stance: pick(rnd, []string{"praise", "praise", "constructive", "mixed"}),
		Situation: w.phrase(g.parts["situation"]), Behaviour: w.phrase(g.parts["behaviour"]), Impact: w.phrase(g.parts["effect"]),
	}
	if chance(rnd, 80) {
		asked := chance(rnd, 55)
		f.Requested = &asked
	}
	later := len(g.slots) - 1 - i
	switch age := day.DaysUntil(g.today); {
	case age < 30:
		f.State, f.FollowUpOn = "new", g.today.AddDays(7+rnd.IntN(60))
	case age < 120:
		f.State, f.FollowUpOn = "practising", g.today.AddDays(rnd.IntN(35)-14)
	default:
		f.State, f.FollowUpOn = "followed-up", day.AddDays(60+rnd.IntN(40))
	}
	if f.State != "new" && later > 0 {
		for range 1 + rnd.IntN(2) {
			id := g.slots[i+1+rnd.IntN(min(later, 60))].id
			if !slices.Contains(f.ActedOnIn, id) {
				f.ActedOnIn = append(f.ActedOnIn, id)
			}
		}
	}
	return f
}

// evidence ties the entry to expectations. The last expectation stays a gap,
// and the one before it has only old evidence.
func (g *generator) evidence(w *writer, e *journal.Entry) []journal.Evidence {
	rnd := w.rnd
	likely := map[journal.Kind]int{journal.Reflection: 12, journal.MomentKind: 65, journal.FeedbackKind: 55, journal.ApplicationKind: 10}
	if !chance(rnd, likely[e.Kind]) {
		return nil
	}
	reach := len(g.expectations) - 1
	if e.Day.DaysUntil(g.today) < 180 {
		reach--
	}
	var all []journal.Evidence
	for range 1 + rnd.IntN(2) {
		// The smaller of two draws: some expectations have much, some little.
		x := string(g.expectations[min(rnd.IntN(reach), rnd.IntN(reach))].ID)
		if slices.ContainsFunc(all, func(v journal.Evidence) bool { return v.Expectation == x }) {
			continue
		}
		v := journal.Evidence{Expectation: x, Strength: journal.ProposeStrength(e)}
		if chance(rnd, 6) {
			v.Strength, v.Chosen = pick(rnd, journal.Strengths()), true
		}
		if chance(rnd, 25) {
			v.Note = w.phrase(g.parts["evidenceNote"])
		}
		all = append(all, v)
	}
	return all
}
