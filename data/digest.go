package data

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"groundwork/journal"
)

// digest gathers named texts into one unmistakable run of bytes: each with its
// name and its length. Empty texts are left out, so a field that a later
// version adds does not change the digest of an entry that lacks it.
type digest struct{ buf []byte }

func (d *digest) add(name, text string) {
	if text == "" {
		return
	}
	d.buf = append(d.buf, name...)
	d.buf = append(d.buf, 0)
	d.buf = strconv.AppendInt(d.buf, int64(len(text)), 10)
	d.buf = append(d.buf, 0)
	d.buf = append(d.buf, text...)
}

// item begins the next one of a list, so that an empty item counts too.
func (d *digest) item(list string) {
	d.buf = append(d.buf, list...)
	d.buf = append(d.buf, 1)
}

func (d *digest) hex(bytes int) string {
	sum := sha256.Sum256(d.buf)
	return hex.EncodeToString(sum[:bytes])
}

// hashes gives the two hashes that lie beside an entry. lists covers what lies
// in the tables beside entries and is empty when nothing does: a save that
// finds it unchanged leaves those tables alone. text covers the lists and all
// the rest: the deep check compares it.
func hashes(e *journal.Entry) (lists, text string, err error) {
	var d digest
	var f firstError
	digestLists(&d, e, &f)
	if len(d.buf) > 0 {
		lists = d.hex(16)
	}
	digestOwn(&d, e, &f)
	return lists, d.hex(sha256.Size), f.err
}

func digestLists(d *digest, e *journal.Entry, f *firstError) {
	for _, tag := range e.Tags {
		d.item("tag")
		d.add("tag", tag)
	}
	for _, p := range e.People {
		d.item("person")
		d.add("person", p.Person)
		d.add("role", p.Role)
		d.add("extra", f.extraText(p.Extra))
	}
	for _, id := range e.Links {
		d.item("link")
		d.add("link", string(id))
	}
	if e.Feedback != nil {
		for _, id := range e.Feedback.ActedOnIn {
			d.item("actedOnIn")
			d.add("actedOnIn", string(id))
		}
	}
	if e.Application != nil {
		for _, s := range e.Application.Stages {
			d.item("stage")
			d.add("stage", s.Stage)
			d.add("day", s.Day.String())
			d.add("note", s.Note)
			d.add("lesson", s.Lesson)
			d.add("extra", f.extraText(s.Extra))
		}
	}
	for _, v := range e.Evidence {
		d.item("evidence")
		d.add("expectation", v.Expectation)
		d.add("strength", string(v.Strength))
		d.add("chosen", strings.Repeat("1", int(yesNo(v.Chosen))))
		d.add("note", v.Note)
		d.add("extra", f.extraText(v.Extra))
	}
	for _, a := range e.Attachments {
		d.item("attachment")
		d.add("name", a.Name)
		d.add("type", a.Type)
		d.add("sha256", a.SHA256)
		d.add("url", a.URL)
		d.add("extra", f.extraText(a.Extra))
	}
}

func digestOwn(d *digest, e *journal.Entry, f *firstError) {
	d.item("entry")
	d.add("id", string(e.ID))
	d.add("kind", string(e.Kind))
	d.add("day", e.Day.String())
	d.add("precision", string(e.Precision))
	d.add("created", instant(e.Created))
	d.add("title", e.Title)
	d.add("body", e.Body)
	d.add("extra", f.extraText(e.Extra))
	if p := e.Prompt; p != nil {
		d.item("prompt")
		d.add("key", p.Key)
		d.add("text", p.Text)
		d.add("extra", f.extraText(p.Extra))
	}
	digestMoment(d, e.Moment, f)
	digestFeedback(d, e.Feedback, f)
	if a := e.Application; a != nil {
		d.item("application")
		d.add("position", a.Position)
		d.add("organisation", a.Organisation)
		d.add("route", a.Route)
		d.add("nextStep", a.NextStep)
		d.add("nextStepOn", a.NextStepOn.String())
		d.add("looksFor", a.LooksFor)
		d.add("lessons", a.Lessons)
		d.add("extra", f.extraText(a.Extra))
	}
}

func digestMoment(d *digest, m *journal.Moment, f *firstError) {
	if m == nil {
		return
	}
	d.item("moment")
	d.add("situation", m.Situation)
	d.add("task", m.Task)
	d.add("action", m.Action)
	d.add("result", m.Result)
	if i := m.Impact; i != nil {
		d.item("impact")
		d.add("text", i.Text)
		if i.Value != nil {
			d.add("value", strconv.FormatFloat(*i.Value+0, 'g', -1, 64)) // +0: SQLite keeps no negative zero
		}
		d.add("unit", i.Unit)
		d.add("extra", f.extraText(i.Extra))
	}
	d.add("outcome", m.Outcome)
	d.add("change", m.Change)
	d.add("extra", f.extraText(m.Extra))
}

func digestFeedback(d *digest, b *journal.Feedback, f *firstError) {
	if b == nil {
		return
	}
	d.item("feedback")
	d.add("giver", b.Giver)
	d.add("relationship", b.Relationship)
	d.add("channel", b.Channel)
	d.add("quote", b.Quote)
	d.add("stance", b.Stance)
	if b.Requested != nil {
		d.add("requested", strconv.FormatBool(*b.Requested))
	}
	d.add("situation", b.Situation)
	d.add("behaviour", b.Behaviour)
	d.add("impact", b.Impact)
	d.add("followUpOn", b.FollowUpOn.String())
	d.add("state", b.State)
	d.add("extra", f.extraText(b.Extra))
}
