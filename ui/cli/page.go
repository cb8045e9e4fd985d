package cli

import (
	"bufio"
	"fmt"
	"strings"

	"groundwork/journal"
)

// page shows one entry whole, as plain text or as Markdown. The words of the
// entry are written as they are. An error of writing comes with flush.
type page struct {
	out      *bufio.Writer
	markdown bool
	names    map[string]string // of people and expectations, by id
}

func (p *page) entry(e *journal.Entry) {
	if e.Title != "" {
		p.heading(1, e.Title)
	}
	p.facts(e)
	p.text(e.Body)
	switch {
	case e.Kind == journal.MomentKind && e.Moment != nil:
		p.moment(e.Moment)
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		p.feedback(e.Feedback)
	case e.Kind == journal.ApplicationKind && e.Application != nil:
		p.application(e.Application)
	}
	p.evidence(e.Evidence)
	p.around(e)
}

// facts are the lines under the title.
func (p *page) facts(e *journal.Entry) {
	marks := []string{dayText(e.Day, e.Precision), string(e.Kind)}
	if e.Precision == journal.ExactDay {
		marks[0] = e.Day.Weekday().String() + ", " + marks[0]
	}
	if e.Private {
		marks = append(marks, "private")
	}
	if e.Starred {
		marks = append(marks, "★")
	}
	p.line("%s", strings.Join(marks, " · "))
	if len(e.Tags) > 0 {
		tags := make([]string, len(e.Tags))
		for i, tag := range e.Tags {
			tags[i] = "#" + tag
		}
		p.line("%s", strings.Join(tags, "  "))
	}
	for _, in := range e.People {
		p.line("%s", strings.TrimSpace(p.name(in.Person)+" "+bracket(in.Role)))
	}
	p.line("id %s", e.ID)
	if e.Prompt != nil && e.Prompt.Text != "" {
		p.quote(e.Prompt.Text)
	}
}

func (p *page) moment(m *journal.Moment) {
	p.part("Situation", m.Situation)
	p.part("Task", m.Task)
	p.part("Action", m.Action)
	p.part("Result", m.Result)
	if m.Impact != nil {
		value := ""
		if m.Impact.Value != nil {
			value = strings.TrimSpace(fmt.Sprintf("%v %s", *m.Impact.Value, m.Impact.Unit))
		}
		p.part("Impact", join(": ", m.Impact.Text, value))
	}
	p.part("Outcome", m.Outcome)
	p.part("Change", m.Change)
}

func (p *page) feedback(f *journal.Feedback) {
	p.part("From", join(", ", p.name(f.Giver), f.Relationship, f.Channel, f.Stance))
	if f.Quote != "" {
		p.heading(2, "In their words")
		p.quote(f.Quote)
	}
	p.part("Situation", f.Situation)
	p.part("Behaviour", f.Behaviour)
	p.part("Impact", f.Impact)
	p.part("State", f.State)
	p.part("Follow up on", f.FollowUpOn.String())
}

func (p *page) application(a *journal.Application) {
	p.part("Position", join(", ", a.Position, a.Organisation, a.Route))
	if len(a.Stages) > 0 {
		p.heading(2, "Stages")
		for _, s := range a.Stages {
			p.item(join("  ", s.Day.String(), s.Stage, s.Note, s.Lesson))
		}
	}
	p.part("Next step", join(", ", a.NextStep, a.NextStepOn.String()))
	p.part("What they look for", a.LooksFor)
	p.part("Lessons", a.Lessons)
}

func (p *page) evidence(all []journal.Evidence) {
	if len(all) == 0 {
		return
	}
	p.heading(2, "Evidence for")
	for _, v := range all {
		p.item(join("  ", p.name(v.Expectation), bracket(string(v.Strength)), v.Note))
	}
}

// around is what the entry points to.
func (p *page) around(e *journal.Entry) {
	links := e.Links
	if e.Kind == journal.FeedbackKind && e.Feedback != nil {
		links = append(links[:len(links):len(links)], e.Feedback.ActedOnIn...)
	}
	if len(links) > 0 {
		p.heading(2, "See also")
		for _, id := range links {
			p.item(string(id))
		}
	}
	if len(e.Attachments) > 0 {
		p.heading(2, "Attachments")
		for _, at := range e.Attachments {
			p.item(join("  ", at.Name, at.URL))
		}
	}
}

func (p *page) name(id string) string {
	if name, ok := p.names[id]; ok {
		return name
	}
	return id
}

func (p *page) line(format string, args ...any) {
	end := "\n"
	if p.markdown {
		end = "  \n" // a line end that Markdown keeps
	}
	_, _ = fmt.Fprintf(p.out, format+end, args...)
}

func (p *page) heading(level int, text string) {
	switch {
	case level == 1 && p.markdown:
		_, _ = fmt.Fprintf(p.out, "# %s\n\n", text)
	case level == 1:
		_, _ = fmt.Fprintln(p.out, text)
	case p.markdown:
		_, _ = fmt.Fprintf(p.out, "\n%s %s\n\n", strings.Repeat("#", level), text)
	default:
		_, _ = fmt.Fprintf(p.out, "\n%s\n", text)
	}
}

// text writes a text of the user's, unchanged.
func (p *page) text(text string) {
	if text == "" {
		return
	}
	_, _ = fmt.Fprintf(p.out, "\n%s", text)
	if !strings.HasSuffix(text, "\n") {
		_, _ = fmt.Fprintln(p.out)
	}
}

func (p *page) part(title, text string) {
	if text == "" {
		return
	}
	p.heading(2, title)
	if p.markdown {
		_, _ = fmt.Fprintln(p.out, text)
		return
	}
	_, _ = fmt.Fprintln(p.out, indent(text))
}

func (p *page) quote(text string) {
	mark := "  “" + strings.ReplaceAll(text, "\n", "\n   ") + "”"
	if p.markdown {
		mark = "\n> " + strings.ReplaceAll(text, "\n", "\n> ")
	}
	_, _ = fmt.Fprintln(p.out, mark)
}

func (p *page) item(text string) { _, _ = fmt.Fprintf(p.out, "- %s\n", text) }

// join joins what there is.
func join(by string, parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, by)
}

func bracket(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}
