package data

import (
	"database/sql"
	"slices"
	"strings"

	"groundwork/journal"
)

// These are the columns of entries, each named once: columns, columnArgs and
// columnRow.targets follow the same order.
//
// The columns that repeat other tables for reading and search (tags, people,
// stages, evidence, attachments), what is made of title and body to find them
// by (title_folded, mentions) and created_ms are written but never read.
var columns = []string{
	"kind", "day", "private", "starred", "precision", "created", "updated", "lists_hash", "text_hash", "title", "body",
	"prompted", "prompt_key", "prompt_text", "prompt_extra",
	"moment", "moment_situation", "moment_task", "moment_action", "moment_result", "moment_has_impact",
	"moment_impact", "moment_impact_value", "moment_impact_unit", "moment_impact_extra",
	"moment_outcome", "moment_change", "moment_extra",
	"feedback", "feedback_giver", "feedback_relationship", "feedback_channel", "feedback_quote", "feedback_stance",
	"feedback_requested", "feedback_situation", "feedback_behaviour", "feedback_impact", "feedback_follow_up_on",
	"feedback_state", "feedback_extra",
	"application", "application_position", "application_organisation", "application_route", "application_next_step",
	"application_next_step_on", "application_looks_for", "application_lessons", "application_extra",
	"extra",
}

// repeated are the columns that are only written.
var repeated = []string{"created_ms", "title_folded", "tags", "stages", "evidence", "attachments", "mentions", "people"}

// namesOfPeople fills the column people from a JSON list of what the entry
// says of its people: ids become names, names stay.
const namesOfPeople = `(SELECT coalesce(group_concat(coalesce(p.name, w.value), char(10)), '')
	FROM json_each(?) AS w LEFT JOIN people AS p ON p.id = w.value)`

var (
	insertEntry = "INSERT INTO entries (id, revision, " + strings.Join(columns, ", ") + ", " + strings.Join(repeated, ", ") +
		") VALUES (?, ?, " + strings.Repeat("?, ", len(columns)+len(repeated)-1) + namesOfPeople + ")"

	// updateEntry counts on the stored revision, and on lists that are still
	// as they were read.
	updateEntry = "UPDATE entries SET revision = revision + 1, " + strings.Join(columns, " = ?, ") + " = ?, " +
		strings.Join(repeated[:len(repeated)-1], " = ?, ") + " = ?, people = " + namesOfPeople +
		" WHERE id = ? AND revision = ? AND lists_hash = ?"

	// selectEntry reads columnRow; the caller adds WHERE and ORDER BY.
	selectEntry = "SELECT e.n, e.id, e.revision, e.created_ms, e." + strings.Join(columns, ", e.") + " FROM entries AS e "
)

// columnArgs gives the arguments for columns and repeated.
func columnArgs(e *journal.Entry) ([]any, error) {
	var f firstError
	lists, text, err := hashes(e)
	if err != nil {
		return nil, err
	}
	args := make([]any, 0, len(columns)+len(repeated)+4)
	args = append(args, string(e.Kind), e.Day.String(), yesNo(e.Private), yesNo(e.Starred), string(e.Precision),
		instant(e.Created), instant(e.Updated), lists, text, e.Title, e.Body)
	p := orEmpty(e.Prompt)
	args = append(args, yesNo(e.Prompt != nil), p.Key, p.Text, f.extraText(p.Extra))
	args = append(args, momentArgs(e.Moment, &f)...)
	args = append(args, feedbackArgs(e.Feedback, &f)...)
	a := orEmpty(e.Application)
	args = append(args, yesNo(e.Application != nil), a.Position, a.Organisation, a.Route, a.NextStep,
		a.NextStepOn.String(), a.LooksFor, a.Lessons, f.extraText(a.Extra))
	args = append(args, f.extraText(e.Extra))
	people, err := peopleRefs(e)
	if err != nil {
		return nil, err
	}
	mentions, err := mentionsOf(e)
	if err != nil {
		return nil, err
	}
	args = append(args, e.Created.UnixMilli(), foldTitle(e.Title), tagLines(e), stageLines(e), evidenceLines(e), attachmentLines(e),
		mentions, people)
	return args, f.err
}

func momentArgs(part *journal.Moment, f *firstError) []any {
	m := orEmpty(part)
	i := orEmpty(m.Impact)
	var value any
	if i.Value != nil {
		value = *i.Value
	}
	return []any{
		yesNo(part != nil), m.Situation, m.Task, m.Action, m.Result, yesNo(m.Impact != nil),
		i.Text, value, i.Unit, f.extraText(i.Extra), m.Outcome, m.Change, f.extraText(m.Extra),
	}
}

func feedbackArgs(part *journal.Feedback, f *firstError) []any {
	b := orEmpty(part)
	var requested any
	if b.Requested != nil {
		requested = yesNo(*b.Requested)
	}
	return []any{
		yesNo(part != nil), b.Giver, b.Relationship, b.Channel, b.Quote, b.Stance, requested, b.Situation, b.Behaviour,
		b.Impact, b.FollowUpOn.String(), b.State, f.extraText(b.Extra),
	}
}

func orEmpty[T any](part *T) T {
	if part == nil {
		var empty T
		return empty
	}
	return *part
}

// peopleRefs lists whom the entry names: the giver of feedback, then the
// others. It is nil when there is nobody.
func peopleRefs(e *journal.Entry) (any, error) {
	var refs []string
	if e.Feedback != nil && e.Feedback.Giver != "" {
		refs = append(refs, e.Feedback.Giver)
	}
	for _, p := range e.People {
		refs = append(refs, p.Person)
	}
	if len(refs) == 0 {
		return nil, nil
	}
	return jsonText(refs)
}

// mentionsOf lists the titles that the entry's body names, each once as it is
// compared with titles.
func mentionsOf(e *journal.Entry) (string, error) {
	var folded []string
	for _, title := range journal.Mentions(e.Body) {
		if f := foldTitle(title); f != "" && !slices.Contains(folded, f) {
			folded = append(folded, f)
		}
	}
	return listText(folded)
}

func tagLines(e *journal.Entry) string { return strings.Join(e.Tags, "\n") }

func stageLines(e *journal.Entry) string {
	var l lines
	if e.Application != nil {
		for _, s := range e.Application.Stages {
			l.add(s.Note, s.Lesson)
		}
	}
	return l.String()
}

func evidenceLines(e *journal.Entry) string {
	var l lines
	for _, v := range e.Evidence {
		l.add(v.Note)
	}
	return l.String()
}

func attachmentLines(e *journal.Entry) string {
	var l lines
	for _, a := range e.Attachments {
		l.add(a.Name, a.URL)
	}
	return l.String()
}

// lines joins texts, one to a line, without the empty ones.
type lines struct{ strings.Builder }

func (l *lines) add(texts ...string) {
	for _, t := range texts {
		if t == "" {
			continue
		}
		if l.Len() > 0 {
			l.WriteByte('\n')
		}
		l.WriteString(t)
	}
}

// columnRow is one row of entries as it is read.
type columnRow struct {
	n         int64
	createdMs int64
	listsHash string
	textHash  string
	entry     journal.Entry

	prompt      journal.Asked
	moment      journal.Moment
	impact      journal.Impact
	feedback    journal.Feedback
	application journal.Application

	prompted, hasMoment, hasImpact, hasFeedback, hasApplication bool

	value     sql.NullFloat64
	requested sql.NullBool

	day, created, updated, followUpOn, nextStepOn string

	extra, promptExtra, momentExtra, impactExtra, feedbackExtra, applicationExtra string
}

// targets lists where selectEntry's columns go.
func (r *columnRow) targets() []any {
	e, m, i, b, a := &r.entry, &r.moment, &r.impact, &r.feedback, &r.application
	return []any{
		&r.n, &e.ID, &e.Revision, &r.createdMs,
		&e.Kind, &r.day, &e.Private, &e.Starred, &e.Precision, &r.created, &r.updated, &r.listsHash, &r.textHash, &e.Title, &e.Body,
		&r.prompted, &r.prompt.Key, &r.prompt.Text, &r.promptExtra,
		&r.hasMoment, &m.Situation, &m.Task, &m.Action, &m.Result, &r.hasImpact,
		&i.Text, &r.value, &i.Unit, &r.impactExtra, &m.Outcome, &m.Change, &r.momentExtra,
		&r.hasFeedback, &b.Giver, &b.Relationship, &b.Channel, &b.Quote, &b.Stance, &r.requested, &b.Situation, &b.Behaviour,
		&b.Impact, &r.followUpOn, &b.State, &r.feedbackExtra,
		&r.hasApplication, &a.Position, &a.Organisation, &a.Route, &a.NextStep, &r.nextStepOn, &a.LooksFor, &a.Lessons, &r.applicationExtra,
		&r.extra,
	}
}

// finish puts the parts that are there into the entry.
func (r *columnRow) finish() error {
	var f firstError
	e := &r.entry
	e.Day, e.Created, e.Updated, e.Extra = f.day(r.day), f.instant(r.created), f.instant(r.updated), f.extra(r.extra)
	if r.prompted {
		r.prompt.Extra = f.extra(r.promptExtra)
		e.Prompt = &r.prompt
	}
	if r.hasMoment {
		r.moment.Extra = f.extra(r.momentExtra)
		e.Moment = &r.moment
	}
	if r.hasMoment && r.hasImpact {
		if r.value.Valid {
			r.impact.Value = &r.value.Float64
		}
		r.impact.Extra = f.extra(r.impactExtra)
		r.moment.Impact = &r.impact
	}
	if r.hasFeedback {
		if r.requested.Valid {
			r.feedback.Requested = &r.requested.Bool
		}
		r.feedback.FollowUpOn, r.feedback.Extra = f.day(r.followUpOn), f.extra(r.feedbackExtra)
		e.Feedback = &r.feedback
	}
	if r.hasApplication {
		r.application.NextStepOn, r.application.Extra = f.day(r.nextStepOn), f.extra(r.applicationExtra)
		e.Application = &r.application
	}
	return f.err
}
