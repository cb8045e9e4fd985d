package journal

// Showing is a count of the entries that show something.
type Showing struct {
	Entries int // each once
	Last    Day // of the newest
	Newest  ID  // the newest, and of those of one day the one that was added last
}

// MomentCounts are figures of moments.
type MomentCounts struct {
	All                  int
	Initiated, Supported int                     // by change
	Numbered             int                     // with a number in their impact
	Outcomes             map[string]OutcomeCount // by outcome, those that have a moment
}

// OutcomeCount counts the moments that are tied to a business outcome.
type OutcomeCount struct{ Moments, Numbered int }

// Tied counts the moments that are tied to a business outcome, and those of
// them whose impact has a number.
func (m MomentCounts) Tied() OutcomeCount {
	var all OutcomeCount
	for _, each := range m.Outcomes {
		all.Moments += each.Moments
		all.Numbered += each.Numbered
	}
	return all
}
