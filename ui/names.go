package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// outcomeName is a business outcome as the window calls it.
func outcomeName(key string) string {
	switch key {
	case "revenue":
		return lang.L("Revenue")
	case "costs":
		return lang.L("Costs")
	case "new-business":
		return lang.L("New business")
	case "existing-business":
		return lang.L("Existing business")
	case "shareholder-value":
		return lang.L("Shareholder value")
	}
	return key
}

// relationshipName is a relationship as the window calls it.
func relationshipName(key string) string {
	switch key {
	case "manager":
		return lang.L("Manager")
	case "leader-above":
		return lang.L("Leader above")
	case "peer":
		return lang.L("Peer")
	case "report":
		return lang.L("Report")
	case "mentor":
		return lang.L("Mentor")
	case "sponsor":
		return lang.L("Sponsor")
	case "stakeholder":
		return lang.L("Stakeholder")
	case "friend-or-family":
		return lang.L("Friend or family")
	}
	return key
}

// channelName is a way in which feedback came, as the window calls it.
func channelName(key string) string {
	switch key {
	case "talk":
		return lang.L("In a talk")
	case "review":
		return lang.L("In a review")
	case "message":
		return lang.L("In a message")
	case "survey":
		return lang.L("In a survey")
	case "other":
		return lang.L("Another way")
	}
	return key
}

// stanceName is a stance as the window calls it.
func stanceName(key string) string {
	switch key {
	case "praise":
		return lang.L("Praise")
	case "constructive":
		return lang.L("Constructive")
	case "mixed":
		return lang.L("Mixed")
	}
	return key
}

// stateName is a state of feedback as the window calls it.
func stateName(key string) string {
	switch key {
	case "new":
		return lang.L("New")
	case "practising":
		return lang.L("Practising")
	case "followed-up":
		return lang.L("Followed up")
	}
	return key
}

// routeName is a route as the window calls it.
func routeName(key string) string {
	switch key {
	case "promotion-round":
		return lang.L("Promotion round")
	case "internal":
		return lang.L("Internal")
	case "external":
		return lang.L("External")
	case "volunteer":
		return lang.L("Volunteer")
	}
	return key
}

// stageName is a stage as the window calls it.
func stageName(key string) string {
	switch key {
	case "saved":
		return lang.L("Considering")
	case "applied":
		return lang.L("Applied")
	case "screening":
		return lang.L("Screening")
	case "interview":
		return lang.L("Interview")
	case "decision":
		return lang.L("Decision")
	case "offer":
		return lang.L("Offer")
	case "accepted":
		return lang.L("Accepted")
	case "rejected":
		return lang.L("Rejected")
	case "withdrawn":
		return lang.L("Withdrawn")
	case "silent":
		return lang.L("Silent")
	}
	return key
}

// roleName is what a person was in an entry, as the window calls it.
func roleName(key string) string {
	switch key {
	case "saw":
		return lang.L("Saw it")
	case "helped":
		return lang.L("Helped")
	case "interviewer":
		return lang.L("Interviewer")
	case "involved":
		return lang.L("Involved")
	}
	return key
}

// supportName is how far a person supports the writer, as the window calls it.
func supportName(key string) string {
	switch key {
	case journal.Advocate:
		return lang.L("Advocate")
	case journal.Supportive:
		return lang.L("Supportive")
	case journal.Neutral:
		return lang.L("Neutral")
	case journal.NotYet:
		return lang.L("Not yet")
	}
	return key
}

// needName is what a leader needs, as the window calls it; own words stay as
// they are.
func needName(key string) string {
	switch key {
	case "too-busy":
		return lang.L("Too busy")
	case "not-engaged":
		return lang.L("Not engaged")
	case "unaware":
		return lang.L("Unaware")
	case "poor-leadership":
		return lang.L("Leads poorly")
	}
	return key
}

// goalKindName is a kind of goal as the window calls it.
func goalKindName(key string) string {
	switch key {
	case "stretch":
		return lang.L("Stretch goal")
	case "certification":
		return lang.L("Certification")
	case "learning":
		return lang.L("Learning")
	case "ask":
		return lang.L("Ask")
	case "habit":
		return lang.L("Habit")
	}
	return key
}

// goalStateName is a state of a goal as the window calls it.
func goalStateName(key string) string {
	switch key {
	case journal.GoalOpen:
		return lang.X("Open ‹not yet closed›", "Open")
	case journal.GoalDone:
		return lang.L("Met")
	case journal.GoalDropped:
		return lang.L("Dropped")
	}
	return key
}
