package journal

// FindWindow is which part of what a search finds is wanted.
type FindWindow struct {
	Newest bool // newest first, instead of best first
	From   int  // how many are passed over
	Limit  int  // how many are wanted; 0 means all of them
}

// Finding is what a search found.
type Finding struct {
	Found []Found // the window of it
	Total int     // how many there are
	More  bool    // there are more than Total, which were not counted
	// Inside says that no word is what was looked for, and so parts of words
	// were found: then the newest come first.
	Inside bool
	// Terms are what was looked for in the end: of a word that was being typed,
	// whether it may go on.
	Terms []Term
}

// MostRanked is how many entries a search compares to find the best. What is
// found in more of them tells little apart: then these are the latest to have
// come into the journal.
const MostRanked = 1000

// Found is an entry that a search found, with what a page shows of it.
type Found struct {
	Line
	Rank   float64      // higher is better; 0 where nothing is compared
	Marks  []Match      // in the title
	Places []FoundPlace // where it matches besides, best first, or how it begins
	Tags   []FoundTag
	Proves []FoundProof
}

// Hit is the short form of what was found. Its snippet is the place of the match
// on one line: in the title where it is nowhere else.
func (f Found) Hit() Hit {
	best := Excerpt{Text: f.Title, Marks: f.Marks}
	if len(f.Places) > 0 && (len(f.Places[0].Marks) > 0 || len(f.Marks) == 0) {
		best = f.Places[0].Excerpt
	}
	return Hit{ID: f.ID, Kind: f.Kind, Day: f.Day, Title: f.Title, Snippet: best.Marked(), Rank: f.Rank}
}

// FoundPlace is a part of a field of an entry.
type FoundPlace struct {
	Field Field
	Excerpt
}

// FoundTag is a tag of an entry.
type FoundTag struct {
	Tag string
	Met bool // it is what was looked for, or a part of it
}

// FoundProof is an expectation that an entry supports.
type FoundProof struct {
	Expectation string // its name
	Strength    Strength
}

// Field is a field of an entry that holds text.
type Field string

// The fields of an entry, as a search names them.
const (
	FieldTitle        Field = "title"
	FieldBody         Field = "body"
	FieldTags         Field = "tags"
	FieldPeople       Field = "people"
	FieldPrompt       Field = "prompt"
	FieldSituation    Field = "situation"
	FieldTask         Field = "task"
	FieldAction       Field = "action"
	FieldResult       Field = "result"
	FieldImpact       Field = "impact"
	FieldQuote        Field = "quote"
	FieldBehaviour    Field = "behaviour"
	FieldPosition     Field = "position"
	FieldOrganisation Field = "organisation"
	FieldNextStep     Field = "nextStep"
	FieldLooksFor     Field = "looksFor"
	FieldLessons      Field = "lessons"
	FieldStages       Field = "stages"
	FieldEvidence     Field = "evidence"
	FieldAttachments  Field = "attachments"
)

// Fields lists every field that a search looks into.
func Fields() []Field {
	return []Field{
		FieldTitle, FieldBody, FieldTags, FieldPeople, FieldPrompt, FieldSituation, FieldTask, FieldAction, FieldResult, FieldImpact,
		FieldQuote, FieldBehaviour, FieldPosition, FieldOrganisation, FieldNextStep, FieldLooksFor, FieldLessons, FieldStages,
		FieldEvidence, FieldAttachments,
	}
}
