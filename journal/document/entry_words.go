package document

import (
	"fmt"
	"strconv"

	"groundwork/journal"
)

// The words that stand beside the writer's own in what leaves the journal.
// They are English for now, and all here.

// dayWords writes a day as exactly as it is known: "12 March 2026", "March
// 2026", "Quarter 1 of 2026".
func dayWords(d journal.Day, p journal.Precision) string {
	switch {
	case d.IsZero():
		return ""
	case p == journal.InMonth:
		return fmt.Sprintf("%s %d", d.Month, d.Year)
	case p == journal.InQuarter:
		return fmt.Sprintf("Quarter %d of %d", (int(d.Month)+2)/3, d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Date, d.Month, d.Year)
}

// spanWords writes the days from one to another.
func spanWords(s journal.Span) string {
	from, until := dayWords(s.From, journal.ExactDay), dayWords(s.Until, journal.ExactDay)
	if from == until || from == "" {
		return until
	}
	return from + " to " + until
}

func countWords(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return strconv.Itoa(n) + " entries"
}

// numberWords writes a number with its unit.
func numberWords(value float64, unit string) string {
	said := strconv.FormatFloat(value, 'f', -1, 64)
	switch unit {
	case "":
		return said
	case "%", "°":
		return said + unit
	}
	return said + " " + unit
}

func kindWord(k journal.Kind) string {
	return word(string(k), "moment", "Leadership moment", "feedback", "Feedback", "application", "Application", "reflection", "Reflection")
}

func roleWord(role string) string {
	return word(role, "saw", "saw it", "helped", "helped", "interviewer", "held the interview", "involved", "was involved")
}

func outcomeWord(outcome string) string {
	return word(outcome, "revenue", "Revenue", "costs", "Costs", "new-business", "New business", "existing-business", "Existing business", "shareholder-value", "Shareholder value")
}

func changeWord(change string) string {
	return word(change, journal.Initiated, "I set it in motion", journal.Supported, "I supported it")
}

func relationshipWord(relationship string) string {
	return word(relationship, journal.Manager, "manager", journal.LeaderAbove, "leader above", journal.Peer, "peer", "report", "report",
		journal.Mentor, "mentor", journal.Sponsor, "sponsor", "stakeholder", "stakeholder", "friend-or-family", "friend or family")
}

func channelWord(channel string) string {
	return word(channel, "talk", "in a talk", "review", "in a review", "message", "in a message", "survey", "in a survey", "other", "another way")
}

func stanceWord(stance string) string {
	return word(stance, "praise", "praise", "constructive", "constructive", "mixed", "mixed")
}

func stateWord(state string) string {
	return word(state, journal.FeedbackNew, "New", journal.FeedbackPractising, "Practising", journal.FeedbackFollowedUp, "Followed up")
}

func routeWord(route string) string {
	return word(route, journal.RoutePromotionRound, "promotion round", journal.RouteInternal, "internal", journal.RouteExternal, "external", journal.RouteVolunteer, "volunteer")
}

func stageWord(stage string) string {
	return word(stage, journal.StageSaved, "Considering", "applied", "Applied", "screening", "Screening", "interview", "Interview", "decision", "Decision",
		journal.StageOffer, "Offer", journal.StageAccepted, "Accepted", journal.StageRejected, "Rejected", journal.StageWithdrawn, "Withdrawn", journal.StageSilent, "Silent")
}

func strengthWord(s journal.Strength) string {
	return word(string(s), string(journal.OwnWord), "own word", string(journal.Number), "number", string(journal.Quote), "quote", string(journal.Artefact), "artefact")
}

// word finds the word for a key among pairs of both; a key that has none stands
// for itself.
func word(key string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == key {
			return pairs[i+1]
		}
	}
	return key
}
