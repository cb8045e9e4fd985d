package journal

import "slices"

// The stages after which an application is over. An organisation that does not
// answer any more ("silent") has not ended it: many still do later.
const (
	StageAccepted  = "accepted"
	StageRejected  = "rejected"
	StageWithdrawn = "withdrawn"
)

// The stages that rules look at besides.
const (
	StageSaved  = "saved"  // not sent yet: the writer's turn
	StageOffer  = "offer"  // the writer's turn, too
	StageSilent = "silent" // the writer noted that nobody answers
)

// The routes by which the time is measured after which silence counts.
const (
	RoutePromotionRound = "promotion-round"
	RouteInternal       = "internal"
	RouteExternal       = "external"
	RouteVolunteer      = "volunteer"
)

// SilentAfter is how many days may pass on a route without anything moving
// before an application counts as silent. The documents name no time; these
// are ours. A round of promotions goes by quarters, so a quarter may pass. An
// employer who wants somebody writes within two or three weeks, and asking
// after three is not pushing. Whoever decides about a colleague has a day's
// work beside it, and a board of volunteers meets once a month: a month for
// both.
func SilentAfter(route string) int {
	switch route {
	case RoutePromotionRound:
		return 91
	case RouteInternal, RouteVolunteer:
		return 31
	}
	return 21
}

// Current gives the place of the stage in which the application is: the last
// one written whose day has come, or that has no day. It is -1 where nothing
// has happened yet.
func (a *Application) Current(today Day) int {
	for i, s := range slices.Backward(a.Stages) {
		if !s.Day.After(today) {
			return i
		}
	}
	return -1
}

// CurrentStage names the stage in which the application is, or "".
func (a *Application) CurrentStage(today Day) string {
	if at := a.Current(today); at >= 0 {
		return a.Stages[at].Stage
	}
	return ""
}

// Ended tells whether the application is over: accepted, rejected or
// withdrawn, and nothing has happened since.
func (a *Application) Ended(today Day) bool {
	switch a.CurrentStage(today) {
	case StageAccepted, StageRejected, StageWithdrawn:
		return true
	}
	return false
}

// DaysIn counts the days in the current stage. known is false where there is
// none, or it has no day.
func (a *Application) DaysIn(today Day) (days int, known bool) {
	at := a.Current(today)
	if at < 0 || a.Stages[at].Day.IsZero() {
		return 0, false
	}
	return a.Stages[at].Day.DaysUntil(today), true
}

// LastMoved is the latest day up to today on which a stage was reached; zero
// where none has a day.
func (a *Application) LastMoved(today Day) Day {
	var last Day
	for _, s := range a.Stages {
		if s.Day.After(last) && !s.Day.After(today) {
			last = s.Day
		}
	}
	return last
}

// Silent tells whether the others have fallen silent: the application is open
// and it is their turn, nothing lies ahead, and nothing has moved for as long
// as SilentAfter allows on its route; or the writer noted so.
func (a *Application) Silent(today Day) bool {
	switch a.CurrentStage(today) {
	case StageSilent:
		return !a.ahead(today)
	case "", StageSaved, StageOffer, StageAccepted, StageRejected, StageWithdrawn:
		return false
	}
	moved := a.LastMoved(today)
	return !moved.IsZero() && !a.ahead(today) && moved.DaysUntil(today) > SilentAfter(a.Route)
}

// ahead tells whether a next step or a stage stands on today or later.
func (a *Application) ahead(today Day) bool {
	if !a.NextStepOn.IsZero() && !a.NextStepOn.Before(today) {
		return true
	}
	return slices.ContainsFunc(a.Stages, func(s Stage) bool { return s.Day.After(today) })
}

// OutOfOrder tells whether a stage has a day before that of the stage it
// follows; stages without a day are passed over. It is allowed, for days are
// remembered wrongly, and shown.
func (a *Application) OutOfOrder(i int) bool {
	if a.Stages[i].Day.IsZero() {
		return false
	}
	for _, s := range slices.Backward(a.Stages[:i]) {
		if !s.Day.IsZero() {
			return a.Stages[i].Day.Before(s.Day)
		}
	}
	return false
}
