package ui

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// edit changes the piece beside the list; done says so, or is "" where the
// field that was changed says it.
func (d *pieceDetail) edit(what string, change func(*journal.Feedback), done string) {
	d.l.edit(d.piece.entry.ID, what, change, done)
}

// edit changes a piece of feedback, which may be open on Today, and says what
// was done with the way to take it back. The page hears of the change as of
// any other.
func (l *ledger) edit(id journal.ID, what string, change func(*journal.Feedback), done string) {
	var was journal.Feedback
	keep := func(f *journal.Feedback) {
		was = *f
		was.ActedOnIn = slices.Clone(f.ActedOnIn)
		change(f)
	}
	back := func(f *journal.Feedback) {
		f.FollowUpOn, f.State, f.ActedOnIn = was.FollowUpOn, was.State, slices.Clone(was.ActedOnIn)
	}
	l.w.editEntry(id, what, onFeedback(keep), func() {
		if done != "" {
			l.say(done, func() { l.w.editEntry(id, what, onFeedback(back), nil) })
		}
	})
}

// onFeedback makes a change to feedback one to its entry.
func onFeedback(change func(*journal.Feedback)) func(*journal.Entry) {
	return func(e *journal.Entry) {
		if e.Feedback == nil {
			e.Feedback = &journal.Feedback{}
		}
		change(e.Feedback)
	}
}

// setState notes how far the piece has come.
func (d *pieceDetail) setState(state string) {
	if state == d.piece.entry.Feedback.Standing() {
		return
	}
	if state == journal.FeedbackFollowedUp {
		d.l.w.win.Canvas().Focus(d.state) // the panel that may have the keyboard goes
	}
	d.edit("change the state of feedback", func(f *journal.Feedback) { f.State = state }, stateSentence(state))
}

// stateSentence says how far a piece has come.
func stateSentence(state string) string {
	switch state {
	case journal.FeedbackFollowedUp:
		return lang.L("It is followed up.")
	case journal.FeedbackPractising:
		return lang.L("You are practising it.")
	}
	return lang.L("It is new again.")
}

// actOn links an entry to a piece of feedback as one that acts on it.
func (l *ledger) actOn(piece, entry journal.ID, done string) {
	l.edit(piece, "link an entry to feedback", func(f *journal.Feedback) { f.ActOn(entry) }, done)
}
