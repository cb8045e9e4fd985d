package journal

// Proof is what speaks for an expectation over some months: the entries that
// support it. The zero Proof is none.
type Proof struct {
	Entries   int // each once, however often it supports the expectation
	Strongest Strength
	Newest    Day
}

// Add takes in the entries of a cell. An entry is of one kind and of one day,
// so it is in one cell of an expectation, and the sum counts it once.
func (p *Proof) Add(c Cell) { p.Join(Proof{c.Count, c.Strongest, c.Newest}) }

// Join takes in what speaks for the expectation over other months.
func (p *Proof) Join(other Proof) {
	if other.Entries <= 0 {
		return
	}
	p.Entries += other.Entries
	if other.Strongest.Rank() > p.Strongest.Rank() {
		p.Strongest = other.Strongest
	}
	if other.Newest.After(p.Newest) {
		p.Newest = other.Newest
	}
}

// EvidenceState says how well an expectation is proved over a period.
type EvidenceState string

// The states of an expectation, from the one that needs most.
const (
	Gap    EvidenceState = "gap"    // no entry
	Thin   EvidenceState = "thin"   // one entry, or nothing above own word
	Old    EvidenceState = "old"    // the newest entry lies in the first half of the period
	Strong EvidenceState = "strong" // anything better
)

// EvidenceStates lists the states, the one that needs most first.
func EvidenceStates() []EvidenceState { return []EvidenceState{Gap, Thin, Old, Strong} }

// State tells how well the proof of a period proves; secondHalf is the day on
// which the second half of the period begins.
func (p Proof) State(secondHalf Day) EvidenceState {
	switch {
	case p.Entries == 0:
		return Gap
	case p.Entries == 1 || p.Strongest.Rank() <= OwnWord.Rank():
		return Thin
	case p.Newest.Before(secondHalf):
		return Old
	}
	return Strong
}
