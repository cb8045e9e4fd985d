package exchange

import (
	"cmp"

	"groundwork/journal"
)

// words tells what people and expectations are called.
type words struct {
	people       map[string]string // names, by ID
	expectations map[string]journal.Expectation
}

func newWords(x journal.Export) words {
	w := words{make(map[string]string, len(x.People)), make(map[string]journal.Expectation, len(x.Expectations))}
	for _, p := range x.People {
		w.people[string(p.ID)] = p.Name
	}
	for _, e := range x.Expectations {
		w.expectations[string(e.ID)] = e
	}
	return w
}

func (w words) person(ref string) string { return cmp.Or(w.people[ref], ref) }

func (w words) expectation(ref string) string { return cmp.Or(w.expectations[ref].Name, ref) }

// entryColumns are the columns of the entries.
func (w words) entryColumns() []column[*journal.Entry] {
	type entry = *journal.Entry
	columns := []column[entry]{
		text("id", func(e entry) string { return string(e.ID) }),
		text("kind", func(e entry) string { return string(e.Kind) }),
		text("day", func(e entry) string { return e.Day.String() }),
		text("precision", func(e entry) string { return string(e.Precision) }),
		text("created", func(e entry) string { return instant(e.Created) }),
		text("updated", func(e entry) string { return instant(e.Updated) }),
		text("title", func(e entry) string { return e.Title }),
		text("body", func(e entry) string { return e.Body }),
		joined("tags", func(e entry) []string { return e.Tags }),
		text("private", func(e entry) string { return yesNo(e.Private) }),
		text("starred", func(e entry) string { return yesNo(e.Starred) }),
		text("prompt", func(e entry) string {
			if e.Prompt == nil {
				return ""
			}
			return e.Prompt.Text
		}),
		joined("people", w.peopleIn),
	}
	columns = append(columns, under("moment.", momentOf, momentColumns())...)
	columns = append(columns, under("feedback.", feedbackOf, w.feedbackColumns())...)
	columns = append(columns, under("application.", applicationOf, applicationColumns())...)
	return append(columns,
		joined("evidence", w.shownBy),
		joined("links", func(e entry) []string { return idTexts(e.Links) }),
		joined("attachments", attachedTo),
	)
}

func (w words) peopleIn(e *journal.Entry) []string {
	names := make([]string, 0, len(e.People))
	for _, p := range e.People {
		name := w.person(p.Person)
		if p.Role != "" {
			name += " (" + p.Role + ")"
		}
		names = append(names, name)
	}
	return names
}

func (w words) shownBy(e *journal.Entry) []string {
	names := make([]string, 0, len(e.Evidence))
	for _, v := range e.Evidence {
		names = append(names, w.expectation(v.Expectation))
	}
	return names
}

func attachedTo(e *journal.Entry) []string {
	names := make([]string, 0, len(e.Attachments))
	for _, a := range e.Attachments {
		names = append(names, cmp.Or(a.Name, a.URL))
	}
	return names
}

func momentColumns() []column[*journal.Moment] {
	type moment = *journal.Moment
	impact := func(m moment) journal.Impact {
		if m.Impact == nil {
			return journal.Impact{}
		}
		return *m.Impact
	}
	return []column[moment]{
		text("situation", func(m moment) string { return m.Situation }),
		text("task", func(m moment) string { return m.Task }),
		text("action", func(m moment) string { return m.Action }),
		text("result", func(m moment) string { return m.Result }),
		text("impact.text", func(m moment) string { return impact(m).Text }),
		{"impact.value", func(m moment) string { return number(impact(m).Value) }, true},
		text("impact.unit", func(m moment) string { return impact(m).Unit }),
		text("outcome", func(m moment) string { return m.Outcome }),
		text("change", func(m moment) string { return m.Change }),
	}
}

func (w words) feedbackColumns() []column[*journal.Feedback] {
	type feedback = *journal.Feedback
	return []column[feedback]{
		text("giver", func(f feedback) string { return w.person(f.Giver) }),
		text("relationship", func(f feedback) string { return f.Relationship }),
		text("channel", func(f feedback) string { return f.Channel }),
		text("quote", func(f feedback) string { return f.Quote }),
		text("stance", func(f feedback) string { return f.Stance }),
		text("requested", func(f feedback) string { return maybe(f.Requested) }),
		text("situation", func(f feedback) string { return f.Situation }),
		text("behaviour", func(f feedback) string { return f.Behaviour }),
		text("impact", func(f feedback) string { return f.Impact }),
		text("followUpOn", func(f feedback) string { return f.FollowUpOn.String() }),
		text("state", func(f feedback) string { return f.State }),
		joined("actedOnIn", func(f feedback) []string { return idTexts(f.ActedOnIn) }),
	}
}

func applicationColumns() []column[*journal.Application] {
	type application = *journal.Application
	return []column[application]{
		text("position", func(a application) string { return a.Position }),
		text("organisation", func(a application) string { return a.Organisation }),
		text("route", func(a application) string { return a.Route }),
		joined("stages", func(a application) []string {
			steps := make([]string, 0, len(a.Stages))
			for _, s := range a.Stages {
				step := s.Stage
				if !s.Day.IsZero() {
					step += " " + s.Day.String()
				}
				steps = append(steps, step)
			}
			return steps
		}),
		text("nextStep", func(a application) string { return a.NextStep }),
		text("nextStepOn", func(a application) string { return a.NextStepOn.String() }),
		text("looksFor", func(a application) string { return a.LooksFor }),
		text("lessons", func(a application) string { return a.Lessons }),
	}
}

// belonging are the columns that say which entry a row belongs to.
func belonging() []column[*journal.Entry] {
	type entry = *journal.Entry
	return []column[entry]{
		text("entry", func(e entry) string { return string(e.ID) }),
		text("entry.day", func(e entry) string { return e.Day.String() }),
		text("entry.title", func(e entry) string { return e.Title }),
	}
}

func stageColumns() []column[stageRow] {
	return []column[stageRow]{
		text("entry", func(s stageRow) string { return string(s.of.ID) }),
		text("stage", func(s stageRow) string { return s.Stage.Stage }),
		text("day", func(s stageRow) string { return s.Day.String() }),
		text("note", func(s stageRow) string { return s.Note }),
		text("lesson", func(s stageRow) string { return s.Lesson }),
	}
}

func (w words) evidenceColumns() []column[proofRow] {
	return []column[proofRow]{
		text("entry", func(p proofRow) string { return string(p.of.ID) }),
		text("entry.day", func(p proofRow) string { return p.of.Day.String() }),
		text("entry.title", func(p proofRow) string { return p.of.Title }),
		text("expectation", func(p proofRow) string { return p.Expectation }),
		text("expectation.name", func(p proofRow) string { return w.expectation(p.Expectation) }),
		text("expectation.area", func(p proofRow) string { return w.expectations[p.Expectation].Area }),
		text("strength", func(p proofRow) string { return string(p.Strength) }),
		text("chosen", func(p proofRow) string { return yesNo(p.Chosen) }),
		text("note", func(p proofRow) string { return p.Note }),
	}
}
