package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// openTrack is what the table does not hold of the application that is open.
type openTrack struct {
	entry journal.Entry
	names map[string]string // of the people in it, by how the entry names them
	goals []string          // the texts of the goals that came from it
}

// readOpenTrack reads what belongs to an application. It touches nothing of
// the window.
func readOpenTrack(ctx context.Context, j *journal.Journal, id journal.ID) (o openTrack, err error) {
	if o.entry, err = j.Read().Entry(ctx, id); err != nil {
		return o, err
	}
	people, err := j.Read().People(ctx)
	if err != nil {
		return o, err
	}
	o.names = map[string]string{}
	for _, p := range people {
		o.names[string(p.ID)] = p.Name
	}
	plan, err := j.Read().Plan(ctx)
	if err != nil {
		return o, err
	}
	for _, g := range plan.Goals {
		if slices.Contains(g.Entries, id) {
			o.goals = append(o.goals, g.Text)
		}
	}
	return o, nil
}

// name is that of a person in the application.
func (o *openTrack) name(person string) string {
	if name, ok := o.names[person]; ok {
		return name
	}
	return person
}

// trackFacts are what is told about an application beside its history: as much
// of it as there is.
func trackFacts(t *tracked, o *openTrack, today journal.Day) []fyne.CanvasObject {
	var facts []fyne.CanvasObject
	tell := func(label, text string) {
		if text = strings.TrimSpace(text); text != "" {
			facts = append(facts, parts.Down(2, parts.NewText(label, parts.TypeFieldLabel),
				parts.NewParagraph(text, parts.TypeUI.In(look.ColorInk), 20)))
		}
	}
	if !t.ended {
		tell(lang.L("Next step"), nextStepFact(t, today))
	}
	if a := o.entry.Application; a != nil {
		tell(lang.L("What they look for"), a.LooksFor)
		if t.rejection() < 0 { // there it stands in a field
			tell(lang.L("What was learned"), a.Lessons)
		}
	}
	tell(lang.L("People"), o.peopleLine())
	tell(lang.L("With it"), o.withLine())
	return facts
}

// nextStepFact is the next step whole, with its day.
func nextStepFact(t *tracked, today journal.Day) string {
	step := strings.TrimSpace(t.NextStep)
	if t.NextStepOn.IsZero() {
		return step
	}
	day := dayHeading(t.NextStepOn, journal.ExactDay, today)
	if step == "" {
		return day
	}
	return step + "\n" + day
}

// peopleLine names the people in the application, with what they are in it.
func (o *openTrack) peopleLine() string {
	var all []string
	for _, in := range o.entry.People {
		name := o.name(in.Person)
		if in.Role != "" {
			name = lang.L("{{.Name}} ({{.Role}})", values{"Name": name, "Role": lower(roleName(in.Role))})
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

// withLine counts what belongs to the application: documents and links, and
// the expectations it supports.
func (o *openTrack) withLine() string {
	var all []string
	switch n := len(o.entry.Attachments); n {
	case 0:
	case 1:
		all = append(all, lang.L("1 document"))
	default:
		all = append(all, lang.L("{{.Count}} documents", values{"Count": n}))
	}
	switch n := len(o.entry.Evidence); n {
	case 0:
	case 1:
		all = append(all, lang.L("evidence for 1 expectation"))
	default:
		all = append(all, lang.L("evidence for {{.Count}} expectations", values{"Count": n}))
	}
	return strings.Join(all, ", ")
}
