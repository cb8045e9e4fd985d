package journal

import (
	"cmp"
	"slices"
	"strings"
)

// FollowUpMonths is when to meet again about feedback. The document "How To Get
// Into a Leadership Role at Work: 7 Steps" says, under its sixth step, to ask
// for another meeting after a few months of practice; a few are three here.
const FollowUpMonths = 3

// The states of feedback.
const (
	FeedbackNew        = "new"
	FeedbackPractising = "practising"
	FeedbackFollowedUp = "followed-up"
)

// ProposeFollowUp gives the day to meet again about feedback of a day.
func ProposeFollowUp(day Day) Day { return day.AddMonths(FollowUpMonths) }

// Standing gives the state; feedback without one is new.
func (f *Feedback) Standing() string { return cmp.Or(f.State, FeedbackNew) }

// DueBy tells whether a follow-up stands on the day or before, and has not
// been yet.
func (f *Feedback) DueBy(day Day) bool {
	return f.State != FeedbackFollowedUp && !f.FollowUpOn.IsZero() && !f.FollowUpOn.After(day)
}

// ActOn notes that an entry acts on the feedback: what was new is practised
// from then on.
func (f *Feedback) ActOn(entry ID) {
	if !slices.Contains(f.ActedOnIn, entry) {
		f.ActedOnIn = append(f.ActedOnIn, entry)
	}
	if f.Standing() == FeedbackNew {
		f.State = FeedbackPractising
	}
}

// Unact takes an entry away that acts on the feedback: where it was the last
// one, what was practised is new again.
func (f *Feedback) Unact(entry ID) {
	before := len(f.ActedOnIn)
	f.ActedOnIn = slices.DeleteFunc(slices.Clone(f.ActedOnIn), func(id ID) bool { return id == entry })
	if before > 0 && len(f.ActedOnIn) == 0 {
		f.ActedOnIn = nil
		if f.State == FeedbackPractising {
			f.State = FeedbackNew
		}
	}
}

// FollowUp notes that the writer met the giver again.
func (f *Feedback) FollowUp() { f.State = FeedbackFollowedUp }

// AskText is a message that asks somebody for feedback, to be sent as it is
// or changed first: by name, about what, and until when in words, such as "12
// June". What is "" is left out. It asks two open questions, one for each
// stance, since "any feedback?" is answered with "all fine".
func AskText(person, about, until string) string {
	greeting := "Hello,"
	if first, _, _ := strings.Cut(strings.TrimSpace(person), " "); first != "" {
		greeting = "Hello " + first + ","
	}
	subject := "how I work and lead"
	if about = strings.TrimRight(oneLine(about), ".!? "); about != "" {
		subject = about
	}
	text := greeting + "\n\n" +
		"I am working on growing into a leading role, and your view would help me. It is about " + subject + ".\n\n" +
		"Two questions: What did I do there that helped you or the team, and that I should keep doing? " +
		"And what is the one thing I could do differently next time? An example you remember helps me most.\n\n"
	if until = oneLine(until); until != "" {
		text += "If you can, let me have it by " + until + ". "
	}
	return text + "A few lines are plenty, and I am just as glad to talk about it.\n\nThank you"
}
