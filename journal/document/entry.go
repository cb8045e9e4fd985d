package document

import (
	"regexp"
	"strings"

	"groundwork/journal"
)

// Names tells what stands behind the IDs in an entry.
type Names struct {
	People, Expectations map[string]string                          // by ID; what is not there stands for itself
	Line                 func(journal.ID) (l journal.Line, ok bool) // the short form of an entry that it leads to; nil: it leads to none
}

// OfEntry makes a document of one entry, with everything that is written in it:
// under its title, which is a heading of the second level, when and with whom
// it was, then its text and the parts of its kind, and at the end what it is
// evidence for and what belongs to it.
func OfEntry(e journal.Entry, n Names) Document {
	w := entryWriter{names: n}
	w.add(Heading{2, spoken(heading(e.Title, e.Kind, e.Day, e.Precision))})
	if facts := w.facts(&e); facts != "" {
		w.add(Caption{spoken(facts)})
	}
	if e.Prompt != nil {
		w.part("The question", e.Prompt.Text)
	}
	if e.Kind == journal.FeedbackKind && e.Feedback != nil {
		w.quote(e.Feedback)
	}
	w.add(lowered(FromMarkdown(e.Body).Blocks, 2)...)
	switch {
	case e.Kind == journal.MomentKind && e.Moment != nil:
		w.moment(e.Moment)
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		w.feedback(e.Feedback)
	case e.Kind == journal.ApplicationKind && e.Application != nil:
		w.application(e.Application)
	}
	w.evidence(e.Evidence)
	w.around(&e)
	return Document{Blocks: w.blocks}
}

// heading is what an entry is called: by its title, or by what it is and when
// it was.
func heading(title string, k journal.Kind, d journal.Day, p journal.Precision) string {
	if title = strings.Join(strings.Fields(title), " "); title != "" {
		return title
	}
	return kindWord(k) + ", " + dayWords(d, p)
}

// lowered puts the headings of a text below those of what it stands in.
func lowered(blocks []Block, by int) []Block {
	for i, b := range blocks {
		switch b := b.(type) {
		case Heading:
			b.Level = min(b.Level+by, 6)
			blocks[i] = b
		case Quote:
			lowered(b.Blocks, by)
		case List:
			for _, item := range b.Items {
				lowered(item.Blocks, by)
			}
		}
	}
	return blocks
}

// entryWriter gathers the blocks of an entry.
type entryWriter struct {
	names  Names
	blocks []Block
}

func (w *entryWriter) add(blocks ...Block) { w.blocks = append(w.blocks, blocks...) }

func (w *entryWriter) person(ref string) string {
	if name, ok := w.names.People[ref]; ok {
		return name
	}
	return ref
}

// facts is the line under the title, which says what the entry is and when it
// was where it has none.
func (w *entryWriter) facts(e *journal.Entry) string {
	var facts []string
	if strings.TrimSpace(e.Title) != "" {
		facts = append(facts, kindWord(e.Kind), dayWords(e.Day, e.Precision))
	}
	for _, p := range e.People {
		facts = append(facts, inLine(" ", w.person(p.Person), roleWord(p.Role)))
	}
	if e.Private {
		facts = append(facts, "private")
	}
	if e.Starred {
		facts = append(facts, "starred")
	}
	return inLine(" · ", facts...)
}

// blank is what stands between two paragraphs of a plain text.
var blank = regexp.MustCompile(`\n[ \t]*\n\s*`)

// part adds a text that is no Markdown, behind what it is.
func (w *entryWriter) part(label, text string) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	if text == "" {
		return
	}
	for i, p := range blank.Split(text, -1) {
		spans := spoken(p)
		if i == 0 {
			spans = []Span{{Text: label + ":", Style: Strong}, {Text: " " + p}}
		}
		w.add(Paragraph{spans})
	}
}

// quote adds what somebody said, with who it was and how it came.
func (w *entryWriter) quote(f *journal.Feedback) {
	giver, relationship := w.person(f.Giver), relationshipWord(f.Relationship)
	if strings.Contains(strings.ToLower(giver), relationship) {
		relationship = "" // a pseudonym says it
	}
	by := inLine(", ", giver, relationship, channelWord(f.Channel))
	text := strings.TrimSpace(strings.ReplaceAll(f.Quote, "\r\n", "\n"))
	if text == "" {
		w.part("From", by)
		return
	}
	q := Quote{By: spoken(by)}
	for _, p := range blank.Split(text, -1) {
		q.Blocks = append(q.Blocks, Paragraph{spoken(p)})
	}
	w.add(q)
}

func (w *entryWriter) moment(m *journal.Moment) {
	w.part("Situation", m.Situation)
	w.part("Task", m.Task)
	w.part("Action", m.Action)
	w.part("Result", m.Result)
	if i := m.Impact; i != nil {
		value := ""
		if i.Value != nil {
			value = numberWords(*i.Value, i.Unit)
		}
		w.part("Impact", inLine(": ", strings.TrimSpace(i.Text), value))
	}
	w.part("Outcome", inLine(". ", outcomeWord(m.Outcome), changeWord(m.Change)))
}

func (w *entryWriter) feedback(f *journal.Feedback) {
	asked := ""
	if f.Requested != nil {
		asked = "not asked for"
		if *f.Requested {
			asked = "asked for"
		}
	}
	w.part("Kind of feedback", inLine(", ", stanceWord(f.Stance), asked))
	w.part("Situation", f.Situation)
	w.part("Behaviour", f.Behaviour)
	w.part("Impact", f.Impact)
	w.part("Where it stands", stateWord(f.State))
	w.part("Meet again on", dayWords(f.FollowUpOn, journal.ExactDay))
	w.entries("Acted on in", f.ActedOnIn)
}

func (w *entryWriter) application(a *journal.Application) {
	w.part("Position", inLine(", ", a.Position, a.Organisation, routeWord(a.Route)))
	w.stages(a.Stages)
	w.part("Next step", inLine(", ", a.NextStep, dayWords(a.NextStepOn, journal.ExactDay)))
	w.part("What they look for", a.LooksFor)
	w.part("Lessons", a.Lessons)
}

// stages adds a table of stages, with columns only for what is written.
func (w *entryWriter) stages(all []journal.Stage) {
	if len(all) == 0 {
		return
	}
	columns := []struct {
		head string
		cell func(journal.Stage) string
	}{
		{"Stage", func(s journal.Stage) string { return stageWord(s.Stage) }},
		{"Day", func(s journal.Stage) string { return dayWords(s.Day, journal.ExactDay) }},
		{"Note", func(s journal.Stage) string { return s.Note }},
		{"Lesson", func(s journal.Stage) string { return s.Lesson }},
	}
	t := Table{Rows: make([][][]Span, len(all))}
	for _, c := range columns {
		written := false
		for _, s := range all {
			written = written || strings.TrimSpace(c.cell(s)) != ""
		}
		if !written {
			continue
		}
		t.Columns, t.Head = append(t.Columns, Left), append(t.Head, spoken(c.head))
		for i, s := range all {
			t.Rows[i] = append(t.Rows[i], spoken(strings.TrimSpace(c.cell(s))))
		}
	}
	w.add(t)
}

// evidence adds what the entry is evidence for.
func (w *entryWriter) evidence(all []journal.Evidence) {
	l := List{}
	for _, v := range all {
		name, ok := w.names.Expectations[v.Expectation]
		if !ok {
			name = v.Expectation
		}
		text := name
		if v.Strength != "" {
			text += " (" + strengthWord(v.Strength) + ")"
		}
		l.Items = append(l.Items, Item{Blocks: []Block{Paragraph{spoken(inLine(": ", text, strings.TrimSpace(v.Note)))}}})
	}
	w.list("Evidence for", l)
}

// around adds what belongs to the entry.
func (w *entryWriter) around(e *journal.Entry) {
	w.part("Tags", strings.Join(e.Tags, ", "))
	attached := List{}
	for _, a := range e.Attachments {
		span := Span{Text: a.Name}
		switch {
		case web(a.URL) && a.Name == "":
			span = Span{Text: a.URL, Link: a.URL}
		case web(a.URL):
			span.Link = a.URL
		case a.URL != "":
			span.Text = inLine(", ", a.Name, a.URL)
		}
		if span.Text != "" {
			attached.Items = append(attached.Items, Item{Blocks: []Block{Paragraph{[]Span{span}}}})
		}
	}
	w.list("Attached", attached)
	w.entries("See also", e.Links)
}

// entries adds the entries that it leads to.
func (w *entryWriter) entries(label string, ids []journal.ID) {
	l := List{}
	for _, id := range ids {
		if w.names.Line == nil {
			break
		}
		if line, ok := w.names.Line(id); ok {
			title := heading(line.Title, line.Kind, line.Day, line.Precision)
			l.Items = append(l.Items, Item{Blocks: []Block{Paragraph{[]Span{{Text: title, Entry: title}}}}})
		}
	}
	w.list(label, l)
}

// list adds a list under what it is, if there is anything in it.
func (w *entryWriter) list(label string, l List) {
	if len(l.Items) > 0 {
		w.add(Paragraph{[]Span{{Text: label + ":", Style: Strong}}}, l)
	}
}

// inLine joins what there is.
func inLine(by string, parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, by)
}
