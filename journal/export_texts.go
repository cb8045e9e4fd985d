package journal

import "slices"

// texts points to everything in the entry that a writer writes, but for the
// tags, the names of people and those of attachments: what stands there is no
// running text.
func (e *Entry) texts() []*string {
	all := []*string{&e.Title, &e.Body}
	if e.Prompt != nil {
		all = append(all, &e.Prompt.Text)
	}
	if m := e.Moment; m != nil {
		all = append(all, &m.Situation, &m.Task, &m.Action, &m.Result)
		if m.Impact != nil {
			all = append(all, &m.Impact.Text, &m.Impact.Unit)
		}
	}
	if f := e.Feedback; f != nil {
		all = append(all, &f.Quote, &f.Situation, &f.Behaviour, &f.Impact)
	}
	if a := e.Application; a != nil {
		all = append(all, &a.Position, &a.Organisation, &a.NextStep, &a.LooksFor, &a.Lessons)
		for i := range a.Stages {
			all = append(all, &a.Stages[i].Note, &a.Stages[i].Lesson)
		}
	}
	for i := range e.Evidence {
		all = append(all, &e.Evidence[i].Note)
	}
	return all
}

// keys points to what is not written by hand but may come from anywhere in a
// document that was imported.
func (e *Entry) keys() (all []*string) {
	if e.Prompt != nil {
		all = append(all, &e.Prompt.Key)
	}
	for i := range e.Attachments {
		all = append(all, &e.Attachments[i].Type)
	}
	return all
}

// keys points to what Entry.keys does, in what goes out beside the entries.
func (x *Export) keys() (all []*string) {
	for i := range x.Expectations {
		all = append(all, &x.Expectations[i].Source)
	}
	for i := range x.OwnPrompts {
		all = append(all, &x.OwnPrompts[i].Element)
	}
	for i := range x.Plan.Goals {
		all = append(all, &x.Plan.Goals[i].Element)
	}
	for i := range x.Plan.DismissedPrompts {
		all = append(all, &x.Plan.DismissedPrompts[i])
	}
	for i := range x.Packs {
		for k := range x.Packs[i].Sections {
			all = append(all, &x.Packs[i].Sections[k].Key)
		}
	}
	return all
}

// texts points to everything that is written in what goes out beside the
// entries.
func (x *Export) texts() []*string {
	var all []*string
	for i := range x.Expectations {
		e := &x.Expectations[i]
		all = append(all, &e.Name, &e.Text, &e.Area)
	}
	for i := range x.OwnPrompts {
		all = append(all, &x.OwnPrompts[i].Text)
	}
	all = append(all, x.Plan.texts()...)
	for i := range x.Packs {
		all = append(all, x.Packs[i].texts()...)
	}
	return all
}

func (p *Plan) texts() (all []*string) {
	for i := range p.Purpose {
		u := &p.Purpose[i]
		all = append(all, &u.StandFor, &u.LifeGoals, &u.WhyFollow, &u.WhyLead)
	}
	for _, r := range []*Role{p.CurrentRole, p.TargetRole} {
		if r != nil {
			all = append(all, &r.Title, &r.Responsibilities, &r.Expectations, &r.Execution, &r.Processes, &r.Systems, &r.Simpler)
		}
	}
	for i := range p.Goals {
		g := &p.Goals[i]
		all = append(all, &g.Text, &g.Notes, &g.Result)
	}
	for i := range p.Metrics {
		all = append(all, &p.Metrics[i].Name, &p.Metrics[i].Unit)
	}
	return all
}

func (p *Pack) texts() []*string {
	all := []*string{&p.Title}
	for i := range p.Sections {
		s := &p.Sections[i]
		all = append(all, &s.Title)
		for k := range s.Bullets {
			all = append(all, &s.Bullets[k].Text)
		}
	}
	if p.Given != nil {
		all = append(all, &p.Given.Answer)
	}
	return all
}

// copied gives the plan with parts of its own, for one that is changed.
func (p Plan) copied() Plan {
	p.Purpose = slices.Clone(p.Purpose)
	p.CurrentRole, p.TargetRole = clonePart(p.CurrentRole), clonePart(p.TargetRole)
	p.Goals = slices.Clone(p.Goals)
	p.DismissedPrompts = slices.Clone(p.DismissedPrompts)
	p.Metrics = slices.Clone(p.Metrics)
	for i := range p.Metrics {
		p.Metrics[i].Values = slices.Clone(p.Metrics[i].Values)
	}
	return p
}
