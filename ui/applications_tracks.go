package ui

import (
	"cmp"
	"slices"
	"strings"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// The columns in which the stages of an application stand.
const (
	columnConsidering = iota
	columnApplied
	columnInterview
	columnDecision
	columnOutcome
	stageColumns // how many there are
)

// columnOf is the column of a stage.
func columnOf(stage string) int {
	switch stage {
	case "saved":
		return columnConsidering
	case "applied", "screening":
		return columnApplied
	case "interview":
		return columnInterview
	case "decision", "offer":
		return columnDecision
	}
	return columnOutcome
}

// tracked is an application as it stands on a day.
type tracked struct {
	journal.ApplicationLine
	at            int // the place of the stage it is in, or -1
	ended, silent bool
	days          int // in that stage; -1 where it is not known
	quiet         int // since something moved; -1 where it is not known
}

// trackAll looks at every application as it stands on a day.
func trackAll(lines []journal.ApplicationLine, today journal.Day) []tracked {
	all := make([]tracked, len(lines))
	for i, line := range lines {
		all[i] = trackOf(line, today)
	}
	return all
}

func trackOf(line journal.ApplicationLine, today journal.Day) tracked {
	a := rulesOf(line)
	t := tracked{ApplicationLine: line, at: a.Current(today), ended: a.Ended(today), silent: a.Silent(today), days: -1, quiet: -1}
	if days, known := a.DaysIn(today); known {
		t.days = days
	}
	if moved := t.moved(today); !moved.IsZero() {
		t.quiet = moved.DaysUntil(today)
	}
	return t
}

// rulesOf is the part of an application that the rules look at.
func rulesOf(line journal.ApplicationLine) *journal.Application {
	return &journal.Application{Route: line.Route, Stages: line.Stages, NextStep: line.NextStep, NextStepOn: line.NextStepOn}
}

// title is the position, or what the entry is called.
func (t *tracked) title() string { return cmp.Or(strings.TrimSpace(t.Position), lineTitle(t.Line)) }

// stage names the stage the application is in, or nothing.
func (t *tracked) stage() string {
	if t.at < 0 {
		return ""
	}
	return t.Stages[t.at].Stage
}

// moved is the day of the last move: the newest stage up to a day. That
// somebody noted the silence is none. The zero Day where no stage has a day.
func (t *tracked) moved(today journal.Day) journal.Day {
	newest := journal.Day{}
	for _, s := range t.Stages {
		if s.Stage != journal.StageSilent && s.Day.After(newest) && !s.Day.After(today) {
			newest = s.Day
		}
	}
	return newest
}

// lastSeen is the day by which applications are lined up: of the last move, or
// of the entry.
func (t *tracked) lastSeen(today journal.Day) journal.Day {
	if moved := t.moved(today); !moved.IsZero() {
		return moved
	}
	return t.Day
}

// inColumn tells whether a stage of a column was reached up to a day, and the
// newest day of its stages, which may be still to come.
func (t *tracked) inColumn(column int, today journal.Day) (reached bool, newest journal.Day) {
	for _, s := range t.Stages {
		if columnOf(s.Stage) != column {
			continue
		}
		reached = reached || !s.Day.After(today)
		if s.Day.After(newest) {
			newest = s.Day
		}
	}
	return reached, newest
}

// stops are the columns as they stand on the track of the application.
func (t *tracked) stops(today journal.Day) []parts.Stop {
	stops := make([]parts.Stop, stageColumns)
	at := -1
	if t.at >= 0 {
		at = columnOf(t.stage())
	}
	for c := range stops {
		reached, newest := t.inColumn(c, today)
		stops[c] = parts.Stop{Name: columnName(c), Note: trackDay(newest, today)}
		switch {
		case c == at && c == columnOutcome:
			stops[c].Look, stops[c].Note = endLook(t.stage()), stageName(t.stage())
		case c == at:
			stops[c].Look = parts.StopCurrent
		case reached:
			stops[c].Look = parts.StopDone
		case c < at:
			stops[c].Look = parts.StopPassed
		}
	}
	return stops
}

// endLook is how an application stands on its track when nothing comes after.
func endLook(stage string) parts.StopLook {
	switch stage {
	case journal.StageAccepted:
		return parts.StopAccepted
	case journal.StageRejected:
		return parts.StopRejected
	}
	return parts.StopEnded
}

// trackFilter names which applications are shown.
type trackFilter string

const (
	showAll    trackFilter = "all"
	showOpen   trackFilter = "open"
	showSilent trackFilter = "silent"
	showRounds trackFilter = "rounds"
	showClosed trackFilter = "closed"
)

// trackFilters lists the filters as they are offered.
func trackFilters() []trackFilter {
	return []trackFilter{showAll, showOpen, showSilent, showRounds, showClosed}
}

// passes tells whether a filter shows the application.
func (t *tracked) passes(f trackFilter) bool {
	switch f {
	case showOpen:
		return !t.ended
	case showSilent:
		return t.silent
	case showRounds:
		return t.Route == journal.RoutePromotionRound
	case showClosed:
		return t.ended
	}
	return true
}

// countPassing counts what a filter would show.
func countPassing(all []tracked, f trackFilter) int {
	n := 0
	for i := range all {
		if all[i].passes(f) {
			n++
		}
	}
	return n
}

// trackOrder names how the applications are sorted.
type trackOrder string

const (
	byLastMove trackOrder = "moved"
	byNextDate trackOrder = "next"
	byDays     trackOrder = "days"
	byPosition trackOrder = "position"
)

// shownTracks are the applications that pass a filter, in an order. What is
// equal in the order stays newest first.
func shownTracks(all []tracked, f trackFilter, o trackOrder, today journal.Day) []tracked {
	var shown []tracked
	for _, t := range all {
		if t.passes(f) {
			shown = append(shown, t)
		}
	}
	slices.SortStableFunc(shown, func(a, b tracked) int { return o.compare(&a, &b, today) })
	return shown
}

// compare puts a before b where it is negative.
func (o trackOrder) compare(a, b *tracked, today journal.Day) int {
	switch o {
	case byPosition:
		return strings.Compare(strings.ToLower(a.title()), strings.ToLower(b.title()))
	case byNextDate:
		return compareDated(a.nextDate(), b.nextDate())
	case byDays:
		return cmp.Or(openFirst(a, b), cmp.Compare(b.days, a.days))
	}
	return b.lastSeen(today).Compare(a.lastSeen(today))
}

// compareDated puts the earlier day first, and what has none last.
func compareDated(a, b journal.Day) int {
	if a.IsZero() != b.IsZero() {
		return b.Compare(a)
	}
	return a.Compare(b)
}

func openFirst(a, b *tracked) int {
	switch {
	case a.ended == b.ended:
		return 0
	case b.ended:
		return -1
	}
	return 1
}

// nextDate is the day of the next step; an application that has ended has
// none.
func (t *tracked) nextDate() journal.Day {
	if t.ended {
		return journal.Day{}
	}
	return t.NextStepOn
}

// nextUp is the open application whose next step comes first from today on,
// or nil.
func nextUp(all []tracked, today journal.Day) *tracked {
	var next *tracked
	for i := range all {
		on := all[i].nextDate()
		if on.IsZero() || on.Before(today) {
			continue
		}
		if next == nil || on.Before(next.NextStepOn) {
			next = &all[i]
		}
	}
	return next
}
