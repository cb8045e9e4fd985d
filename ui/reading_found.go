package ui

import (
	"strings"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/ui/parts"
)

// sought is what a search looked for in the entry that it led to.
type sought struct {
	id      journal.ID
	matcher journal.Matcher
}

// openFound opens an entry that a search found, to be read from where it
// matches.
func (w *Window) openFound(id journal.ID, m journal.Matcher) {
	w.today.reading.sought = &sought{id, m}
	w.openEntry(id)
}

// seeks gives what a search looked for in an entry, or nil. Another entry lets
// go of it.
func (r *reading) seeks(id journal.ID) *sought {
	if r.sought != nil && r.sought.id != id {
		r.sought = nil
	}
	return r.sought
}

// passages are the text of an entry and the parts of it that match, with
// what matches marked.
func (s *sought) passages(e journal.Entry) []parts.Passage {
	p := passages{}
	p.blocks(document.FromMarkdown(e.Body).Blocks, nil, 0)
	for _, part := range partTexts(e) {
		if len(s.matcher.Find(part.text)) == 0 {
			continue
		}
		p.add(parts.Passage{Sort: parts.PassageHeading, Level: 3, Runs: []parts.Run{{Text: fieldName(part.field)}}})
		p.blocks(withoutBoxes(document.FromMarkdown(part.text).Blocks), nil, 0)
	}
	if len(p.all) == 0 {
		return passagesOf(document.Document{})
	}
	for i := range p.all {
		s.mark(&p.all[i])
	}
	return p.all
}

// withoutBoxes leaves out the boxes to tick: they would tick those of the text.
func withoutBoxes(blocks []document.Block) []document.Block {
	for i, b := range blocks {
		if l, isList := b.(document.List); isList {
			for k := range l.Items {
				l.Items[k].Box = nil
				l.Items[k].Blocks = withoutBoxes(l.Items[k].Blocks)
			}
			blocks[i] = l
		}
	}
	return blocks
}

func (s *sought) mark(p *parts.Passage) {
	p.Runs = s.markRuns(p.Runs)
	if p.Table == nil {
		return
	}
	for _, row := range p.Table.Rows {
		for i := range row {
			row[i] = s.markRuns(row[i])
		}
	}
}

// markRuns marks what matches in runs, also across those of different looks.
func (s *sought) markRuns(runs []parts.Run) []parts.Run {
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	matches := s.matcher.Find(text.String())
	if len(matches) == 0 {
		return runs
	}
	var all []parts.Run
	at := 0
	for _, r := range runs {
		all = append(all, cutRun(r, at, matches)...)
		at += len(r.Text)
	}
	return all
}

// cutRun cuts a run that begins at a place of a text into what matches there
// and what does not.
func cutRun(r parts.Run, at int, matches []journal.Match) (all []parts.Run) {
	piece := func(from, to int, marked bool) {
		if from < to {
			p := parts.Run{Text: r.Text[from:to], Look: r.Look, Link: r.Link}
			if marked {
				p.Look |= parts.RunMarked
			}
			all = append(all, p)
		}
	}
	done := 0
	for _, m := range matches {
		from, to := min(max(m.From-at, done), len(r.Text)), min(max(m.To-at, done), len(r.Text))
		piece(done, from, false)
		piece(from, to, true)
		done = to
	}
	piece(done, len(r.Text), false)
	return all
}

// partText is a text of an entry beside its body.
type partText struct {
	field journal.Field
	text  string
}

// partTexts are the texts of an entry's parts that are not empty, in the order
// of its forms.
func partTexts(e journal.Entry) (all []partText) {
	add := func(field journal.Field, text string) {
		if strings.TrimSpace(text) != "" {
			all = append(all, partText{field, text})
		}
	}
	if e.Prompt != nil {
		add(journal.FieldPrompt, e.Prompt.Text)
	}
	if m := e.Moment; m != nil {
		add(journal.FieldSituation, m.Situation)
		add(journal.FieldTask, m.Task)
		add(journal.FieldAction, m.Action)
		add(journal.FieldResult, m.Result)
		if m.Impact != nil {
			add(journal.FieldImpact, m.Impact.Text)
		}
	}
	if f := e.Feedback; f != nil {
		add(journal.FieldQuote, f.Quote)
		add(journal.FieldSituation, f.Situation)
		add(journal.FieldBehaviour, f.Behaviour)
		add(journal.FieldImpact, f.Impact)
	}
	if a := e.Application; a != nil {
		add(journal.FieldPosition, a.Position)
		add(journal.FieldOrganisation, a.Organisation)
		add(journal.FieldNextStep, a.NextStep)
		add(journal.FieldLooksFor, a.LooksFor)
		add(journal.FieldLessons, a.Lessons)
		for _, stage := range a.Stages {
			add(journal.FieldStages, stage.Note)
			add(journal.FieldStages, stage.Lesson)
		}
	}
	for _, v := range e.Evidence {
		add(journal.FieldEvidence, v.Note)
	}
	return all
}
