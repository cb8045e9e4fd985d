package journal

import (
	"cmp"
	"slices"
	"strings"
)

// mapEntryIDs gives the entry and everything it points to the journal's own
// IDs. Slices and parts are copied: they may belong to the caller.
func mapEntryIDs(e *Entry) {
	e.ID = ownID(e.ID)
	e.Links = ownIDs(e.Links)
	if e.Feedback != nil && len(e.Feedback.ActedOnIn) > 0 {
		f := *e.Feedback
		f.ActedOnIn = ownIDs(f.ActedOnIn)
		e.Feedback = &f
	}
}

// preparePack gives the pack and the entries behind it the journal's own IDs.
func preparePack(p *Pack) {
	p.ID = contentID(p.ID, p.Title+"\x00"+p.Made.String())
	sections := append([]Section(nil), p.Sections...)
	for i := range sections {
		bullets := append([]Bullet(nil), sections[i].Bullets...)
		for k := range bullets {
			bullets[k].Entries = ownIDs(bullets[k].Entries)
		}
		sections[i].Bullets = bullets
	}
	p.Sections = sections
	if p.Given != nil {
		g := *p.Given
		g.Application = ownID(g.Application)
		p.Given = &g
	}
}

// prepareGoals gives the goals, their people and their entries the journal's
// own IDs.
func (m *importing) prepareGoals(goals []Goal) []Goal {
	goals = append([]Goal(nil), goals...)
	for i := range goals {
		g := &goals[i]
		g.ID = contentID(g.ID, g.Kind+"\x00"+g.Text)
		g.Entries = ownIDs(g.Entries)
		if strings.TrimSpace(g.Person) != "" {
			m.knowPerson(g.Person, "")
			g.Person = m.names.person(g.Person, "")
		}
	}
	return goals
}

func ownIDs(ids []ID) []ID {
	if ids == nil {
		return nil
	}
	out := make([]ID, len(ids))
	for i, id := range ids {
		out[i] = ownID(id)
	}
	return out
}

// preparePerson gives the person an own ID. One that has only a name is the
// stored person of that name, and keeps what the file does not say of them.
func (m *importing) preparePerson(p *Person, stored []Person) {
	if p.ID != "" {
		p.ID = ownID(p.ID)
		return
	}
	p.ID = ownID(ID(strings.TrimSpace(p.Name)))
	for _, s := range stored {
		if fold(s.Name) != fold(p.Name) {
			continue
		}
		p.ID, p.Name = s.ID, s.Name
		p.Relationship = cmp.Or(p.Relationship, s.Relationship)
		p.Matters = cmp.Or(p.Matters, s.Matters)
		p.Support = cmp.Or(p.Support, s.Support)
		p.LastContact = cmp.Or(p.LastContact, s.LastContact)
		p.Notes = cmp.Or(p.Notes, s.Notes)
		p.LeadingUp = cmp.Or(p.LeadingUp, s.LeadingUp)
		p.Extra = joinExtra(s.Extra, p.Extra)
		return
	}
}

// prepareExpectation gives the expectation an own ID, as preparePerson does.
func (m *importing) prepareExpectation(x *Expectation, stored []Expectation) {
	if x.ID != "" {
		x.ID = ownID(x.ID)
		return
	}
	x.ID = ownID(ID(strings.TrimSpace(x.Name)))
	for _, s := range stored {
		if fold(s.Name) != fold(x.Name) {
			continue
		}
		x.ID, x.Name = s.ID, s.Name
		x.Text = cmp.Or(x.Text, s.Text)
		x.Area = cmp.Or(x.Area, s.Area)
		x.Order = cmp.Or(x.Order, s.Order)
		x.Source = cmp.Or(x.Source, s.Source)
		x.Retired = x.Retired || s.Retired
		x.Extra = joinExtra(s.Extra, x.Extra)
		return
	}
}

// joinExtra keeps the members of both; where both have one, the incoming one.
func joinExtra(there, in Extra) Extra {
	if len(in) == 0 {
		return there
	}
	out := Extra{}
	for _, from := range []Extra{there, in} {
		for name, value := range from {
			out[name] = value
		}
	}
	return out
}

// contentID is the ID of something that may have none: it then follows from
// what it holds, so that importing it again finds it.
func contentID(id ID, content string) ID {
	if id != "" {
		return ownID(id)
	}
	return ownID(ID("content:" + content))
}

// plainZero makes the zero that has a sign the plain one, as the store does.
// Parts are copied: they may belong to the caller.
func plainZero(e *Entry) {
	if e.Moment == nil || e.Moment.Impact == nil || e.Moment.Impact.Value == nil || *e.Moment.Impact.Value != 0 {
		return
	}
	m, impact, zero := *e.Moment, *e.Moment.Impact, 0.0
	impact.Value = &zero
	m.Impact = &impact
	e.Moment = &m
}

// plainZeros does the same for the values of metrics.
func plainZeros(metrics []Metric) []Metric {
	metrics = slices.Clone(metrics)
	for i := range metrics {
		metrics[i].Values = slices.Clone(metrics[i].Values)
		for k := range metrics[i].Values {
			if v := &metrics[i].Values[k]; v.Value == 0 {
				v.Value = 0
			}
		}
	}
	return metrics
}
