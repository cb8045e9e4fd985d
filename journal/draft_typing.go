package journal

import (
	"context"
	"strings"
)

// TypeGiver keeps the name of who gave the feedback while it is being typed:
// it is saved as it stands, and nobody is made of it before EndTyping.
func (d *Draft) TypeGiver(name string) {
	d.Edit(func(e *Entry) {
		if e.Feedback == nil {
			e.Feedback = &Feedback{}
		}
		e.Feedback.Giver, e.Typing = name, true
	})
}

// EndTyping takes a name that was being typed as it stands now: whoever it
// means, or a new person, gave the feedback. What the person is to the writer
// is filled in where the feedback does not say. Without a name being typed
// nothing happens. A name that breaks the rules is an ErrInvalid, and stays as
// it is.
func (d *Draft) EndTyping(ctx context.Context) error {
	e := d.Entry()
	if !e.Typing {
		return nil
	}
	name := e.Feedback.Giver
	var giver Person
	if strings.TrimSpace(name) != "" {
		var err error
		if giver, err = d.journal.Meet(ctx, name, e.Feedback.Relationship); err != nil {
			return err
		}
	}
	d.Edit(func(e *Entry) {
		if e.Feedback.Giver != name {
			return // it was typed on meanwhile
		}
		e.Feedback.Giver, e.Typing = string(giver.ID), false
		if e.Feedback.Relationship == "" {
			e.Feedback.Relationship = giver.Relationship
		}
	})
	return nil
}
