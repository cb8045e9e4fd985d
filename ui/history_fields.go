package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// Fields of an entry that its history shows and no search looks into.
const (
	fieldFacts    journal.Field = "facts" // what it is, and when it was
	fieldFrom     journal.Field = "from"  // who gave the feedback, and how
	fieldOutcome  journal.Field = "outcome"
	fieldStanding journal.Field = "standing" // how it stands with feedback
	fieldActedOn  journal.Field = "actedOn"
	fieldRoute    journal.Field = "route"
	fieldLinks    journal.Field = "links"
)

// pastFieldName is a field of an entry as its history calls it.
func pastFieldName(f journal.Field) string {
	switch f {
	case fieldFacts:
		return lang.L("Entry")
	case fieldFrom:
		return lang.L("From")
	case fieldOutcome:
		return lang.L("Outcome")
	case fieldStanding:
		return lang.L("How it stands")
	case fieldActedOn:
		return lang.L("Acted on in")
	case fieldRoute:
		return lang.L("Route")
	case fieldLinks:
		return lang.L("Linked entries")
	case journal.FieldStages:
		return lang.L("Stages")
	}
	return fieldName(f)
}

// pastWords put an entry as it was into words. They ask the journal for what the
// entry names, each thing once.
type pastWords struct {
	journal   *journal.Journal
	noPrivate bool
	today     journal.Day

	people, expectations map[string]string
	titles               map[journal.ID]string
	missing              map[string]bool // files, by their content
}

func newPastWords(ctx context.Context, q historyQuestion) (*pastWords, error) {
	p := &pastWords{
		journal: q.journal, noPrivate: q.noPrivate, today: q.journal.Today(ctx),
		people: map[string]string{}, expectations: map[string]string{}, titles: map[journal.ID]string{}, missing: map[string]bool{},
	}
	people, err := p.journal.Read().People(ctx)
	if err != nil {
		return nil, err
	}
	for _, each := range people {
		p.people[string(each.ID)] = each.Name
	}
	expectations, err := p.journal.Read().Expectations(ctx)
	for _, each := range expectations {
		p.expectations[string(each.ID)] = each.Name
	}
	return p, err
}

// learn asks for the entries that an entry leads to, and whether its files are
// still there.
func (p *pastWords) learn(ctx context.Context, e *journal.Entry) error {
	var ids []journal.ID
	for _, id := range append(e.Links[:len(e.Links):len(e.Links)], actedOnIn(e)...) {
		if _, known := p.titles[id]; !known {
			p.titles[id] = ""
			ids = append(ids, id)
		}
	}
	lines, err := p.journal.Read().LinesOf(ctx, ids)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if !l.Private || !p.noPrivate {
			p.titles[l.ID] = oneLine(lineTitle(l))
		}
	}
	for _, a := range e.Attachments {
		if _, known := p.missing[a.SHA256]; known || !a.IsFile() {
			continue
		}
		_, err := p.journal.AttachmentSize(ctx, a)
		if err != nil && !errors.Is(err, journal.ErrNotFound) {
			return err
		}
		p.missing[a.SHA256] = err != nil
	}
	return nil
}

func actedOnIn(e *journal.Entry) []journal.ID {
	if e.Feedback == nil {
		return nil
	}
	return e.Feedback.ActedOnIn
}

// saying gathers what the fields of an entry say.
type saying struct{ all []journal.FieldText }

// say adds a field that says something.
func (t *saying) say(field journal.Field, text string) {
	if strings.TrimSpace(text) != "" {
		t.all = append(t.all, journal.FieldText{Field: field, Text: text})
	}
}

// fields put an entry into words, field by field, in the order of its form. What
// belongs to another kind than its own is out of sight.
func (p *pastWords) fields(ctx context.Context, e *journal.Entry) ([]journal.FieldText, error) {
	if err := p.learn(ctx, e); err != nil {
		return nil, err
	}
	t := &saying{}
	t.say(fieldFacts, p.facts(e))
	t.say(journal.FieldTitle, e.Title)
	if e.Prompt != nil {
		t.say(journal.FieldPrompt, e.Prompt.Text)
	}
	if e.Kind == journal.FeedbackKind && e.Feedback != nil {
		t.say(fieldFrom, listed(p.person(e.Feedback.Giver), relationshipName(e.Feedback.Relationship), channelName(e.Feedback.Channel)))
		t.say(journal.FieldQuote, e.Feedback.Quote)
	}
	t.say(journal.FieldBody, e.Body)
	switch {
	case e.Kind == journal.MomentKind && e.Moment != nil:
		t.moment(e.Moment)
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		p.feedback(t, e.Feedback)
	case e.Kind == journal.ApplicationKind && e.Application != nil:
		t.application(e.Application, p.today)
	}
	p.around(t, e)
	return t.all, nil
}

// facts say what the entry is and when it was.
func (p *pastWords) facts(e *journal.Entry) string {
	facts := []string{kindName(e.Kind), dayHeading(e.Day, e.Precision, p.today)}
	if e.Private {
		facts = append(facts, lang.L("Private"))
	}
	if e.Starred {
		facts = append(facts, lang.L("Starred"))
	}
	return strings.Join(facts, " · ")
}

func (t *saying) moment(m *journal.Moment) {
	t.say(journal.FieldSituation, m.Situation)
	t.say(journal.FieldTask, m.Task)
	t.say(journal.FieldAction, m.Action)
	t.say(journal.FieldResult, m.Result)
	if i := m.Impact; i != nil {
		number := ""
		if i.Value != nil {
			number = strings.TrimSpace(strconv.FormatFloat(*i.Value, 'f', -1, 64) + " " + i.Unit)
		}
		t.say(journal.FieldImpact, listed(i.Text, number))
	}
	change := ""
	switch m.Change {
	case journal.Initiated:
		change = lang.L("Initiated")
	case journal.Supported:
		change = lang.L("Supported")
	}
	t.say(fieldOutcome, listed(outcomeName(m.Outcome), change))
}

func (p *pastWords) feedback(t *saying, f *journal.Feedback) {
	t.say(journal.FieldSituation, f.Situation)
	t.say(journal.FieldBehaviour, f.Behaviour)
	t.say(journal.FieldImpact, f.Impact)
	asked := ""
	switch {
	case f.Requested == nil:
	case *f.Requested:
		asked = lang.L("Asked for")
	default:
		asked = lang.L("Not asked for")
	}
	followUp := ""
	if !f.FollowUpOn.IsZero() {
		followUp = lang.L("Follow up on {{.Day}}", values{"Day": shortDay(f.FollowUpOn, p.today)})
	}
	t.say(fieldStanding, listed(stanceName(f.Stance), asked, stateName(f.State), followUp))
	t.say(fieldActedOn, p.entries(f.ActedOnIn))
}

func (t *saying) application(a *journal.Application, today journal.Day) {
	t.say(journal.FieldPosition, a.Position)
	t.say(journal.FieldOrganisation, a.Organisation)
	t.say(fieldRoute, routeName(a.Route))
	var stages []string
	for _, s := range a.Stages {
		stages = append(stages, listed(stageName(s.Stage), dayOrNothing(s.Day, today), s.Note, s.Lesson))
	}
	t.say(journal.FieldStages, strings.Join(stages, "\n"))
	t.say(journal.FieldNextStep, listed(a.NextStep, dayOrNothing(a.NextStepOn, today)))
	t.say(journal.FieldLooksFor, a.LooksFor)
	t.say(journal.FieldLessons, a.Lessons)
}

// around adds what belongs to an entry of any kind.
func (p *pastWords) around(t *saying, e *journal.Entry) {
	t.say(journal.FieldTags, strings.Join(e.Tags, ", "))
	var people, proofs, files []string
	for _, each := range e.People {
		people = append(people, listed(p.person(each.Person), roleName(each.Role)))
	}
	t.say(journal.FieldPeople, strings.Join(people, "\n"))
	for _, v := range e.Evidence {
		strength := ""
		if v.Strength != "" {
			strength = strengthWords(v.Strength)
		}
		proofs = append(proofs, listed(named(p.expectations, v.Expectation, lang.L("an expectation that is gone")), strength, v.Note))
	}
	t.say(journal.FieldEvidence, strings.Join(proofs, "\n"))
	for _, a := range e.Attachments {
		name := listed(a.Name, a.URL)
		if p.missing[a.SHA256] {
			name = lang.L("{{.Name}} (this file is not there any more)", values{"Name": name})
		}
		files = append(files, name)
	}
	t.say(journal.FieldAttachments, strings.Join(files, "\n"))
	t.say(fieldLinks, p.entries(e.Links))
}

func (p *pastWords) person(ref string) string {
	return named(p.people, ref, lang.L("somebody who is gone"))
}

// named gives the name of what an ID stands for. A name stands for itself, and
// an ID that is nobody's for what is gone.
func named(names map[string]string, ref, gone string) string {
	if name, ok := names[ref]; ok {
		return name
	}
	if journal.IsID(ref) {
		return gone
	}
	return ref
}

// entries are the titles of entries, one on a line.
func (p *pastWords) entries(ids []journal.ID) string {
	var all []string
	for _, id := range ids {
		title := p.titles[id]
		if title == "" {
			title = lang.L("an entry that is not shown")
		}
		all = append(all, title)
	}
	return strings.Join(all, "\n")
}

// listed joins what there is by commas.
func listed(all ...string) string {
	var there []string
	for _, each := range all {
		if each = strings.TrimSpace(each); each != "" {
			there = append(there, each)
		}
	}
	return strings.Join(there, ", ")
}

func dayOrNothing(d, today journal.Day) string {
	if d.IsZero() {
		return ""
	}
	return shortDay(d, today)
}
