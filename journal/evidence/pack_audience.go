package evidence

import "groundwork/journal"

// The sections of a pack, in their order.
const (
	SectionSummary   = "summary"
	SectionRole      = "role"     // the target role
	SectionEvidence  = "evidence" // by expectation or by outcome: see GroupBy
	SectionNumbers   = "numbers"
	SectionQuotes    = "quotes"
	SectionPeople    = "people"    // developed
	SectionUnseen    = "unseen"    // work nobody sees
	SectionAdvocates = "advocates" // who knows it and speaks for it
	SectionGaps      = "gaps"      // and what is done about them
	SectionOther     = "other"
	SectionAsk       = "ask"
)

// SectionKeys lists the sections that an audience gets, in their order. One
// that is not known gets all of them, as the writer does.
//
// The document "Going After That Management Position" says under "Ask for it"
// who hears what. The examples are for everybody. The stretch goal is asked of
// one's manager, and it is the manager who looks out for the writer later: so
// the manager gets the ask, and the gaps with what is done about each, since a
// goal that closes a gap is what to ask for. Executives are there for
// visibility and support ("Aim to be a leader first"): the level above gets an
// ask, for that support, and no gaps. A committee decides by what is shown and
// hears nobody ask; what it needs instead is the role it measures by. One's own
// copy holds everything, what proves nothing yet included.
//
// Summary and role are left out for the manager, who knows both and gets one
// page. On it, people developed and work nobody sees stand among what the
// writer led.
func SectionKeys(audience string) []string {
	switch audience {
	case journal.ForManager:
		return []string{SectionEvidence, SectionNumbers, SectionQuotes, SectionGaps, SectionAsk}
	case journal.ForSkipLevel:
		return []string{
			SectionSummary, SectionEvidence, SectionNumbers, SectionQuotes, SectionPeople, SectionUnseen, SectionAdvocates, SectionAsk,
		}
	case journal.ForCommittee:
		return []string{
			SectionSummary, SectionRole, SectionEvidence, SectionNumbers, SectionQuotes, SectionPeople, SectionUnseen, SectionAdvocates,
		}
	}
	return []string{
		SectionSummary, SectionRole, SectionEvidence, SectionNumbers, SectionQuotes, SectionPeople, SectionUnseen, SectionAdvocates,
		SectionGaps, SectionOther, SectionAsk,
	}
}

// sectionTitle is what stands over a section unless the writer calls it
// something else.
func sectionTitle(key string) string {
	switch key {
	case SectionSummary:
		return "In short"
	case SectionRole:
		return "The role"
	case SectionEvidence:
		return "What I led"
	case SectionNumbers:
		return "Impact in numbers"
	case SectionQuotes:
		return "What others say"
	case SectionPeople:
		return "People I helped grow"
	case SectionUnseen:
		return "Work nobody sees"
	case SectionAdvocates:
		return "Who knows my work"
	case SectionGaps:
		return "Gaps and how I am closing them"
	case SectionOther:
		return "Also worth knowing"
	case SectionAsk:
		return "What I ask for"
	}
	return ""
}

// MasksNames tells whether a pack for an audience shows roles instead of names
// unless the writer wants it otherwise. Who hears it in a talk knows everybody
// in it, and a name is what makes a quote count. A level above and a committee
// hand it around among people whom those it names never meant to talk to.
func MasksNames(audience string) bool {
	return audience == journal.ForSkipLevel || audience == journal.ForCommittee
}

// pages is how many pages an audience is given: a manager reads one before a
// talk, the level above two, a committee four for each of many. 0 is no end.
func pages(audience string) int {
	switch audience {
	case journal.ForManager:
		return 1
	case journal.ForSkipLevel:
		return 2
	case journal.ForCommittee:
		return 4
	}
	return 0
}
