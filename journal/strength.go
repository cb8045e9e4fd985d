package journal

// Strength says how much a piece of evidence proves.
type Strength string

// The strengths, from the weakest to the strongest.
const (
	OwnWord  Strength = "own-word" // the writer says so
	Number   Strength = "number"   // a measured impact
	Quote    Strength = "quote"    // somebody else's words
	Artefact Strength = "artefact" // an attached or linked document
)

// Strengths lists every strength, weakest first.
func Strengths() []Strength { return []Strength{OwnWord, Number, Quote, Artefact} }

// Rank counts from 1 for the weakest to 4 for the strongest, and 0 for none.
func (s Strength) Rank() int {
	for i, each := range Strengths() {
		if s == each {
			return i + 1
		}
	}
	return 0
}

// ProposeStrength proposes how much the entry proves, from what it holds: a
// document, else a quote from someone else, else a number, else its own word.
// Only the part of the entry's own kind counts.
func ProposeStrength(e *Entry) Strength {
	switch {
	case len(e.Attachments) > 0:
		return Artefact
	case e.Kind == FeedbackKind && e.Feedback != nil && e.Feedback.Quote != "":
		return Quote
	case e.Kind == MomentKind && e.Moment != nil && e.Moment.Impact != nil && e.Moment.Impact.Value != nil:
		return Number
	}
	return OwnWord
}
