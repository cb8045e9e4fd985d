package evidence

// Recency says how much of the evidence of a period is from its last sixth. A
// reviewer remembers the last weeks, and so does a writer: what came before
// then lacks proof. One entry that supports two expectations is two pieces of
// evidence, as in the rows. Retired expectations do not count.
type Recency struct {
	Evidence, Recent int // pieces of evidence: of the period, and of its last sixth
	Months, Last     int // months of the period, and of its last sixth
}

func recencyOf(c Coverage) Recency {
	last := c.Period.LastSixth()
	r := Recency{Months: c.Period.Months(), Last: last.Months()}
	for _, row := range c.Rows() {
		r.Evidence += row.Entries
		r.Recent += row.Over(c.Period, last).Entries
	}
	return r
}

// Percent is the share of the last sixth, rounded to whole percent; 0 without
// any evidence.
func (r Recency) Percent() int {
	if r.Evidence == 0 {
		return 0
	}
	return (200*r.Recent + r.Evidence) / (2 * r.Evidence)
}

// Warns tells whether most of the evidence is from the last sixth. Most is
// more than half, as the word says: then the other months together weigh less
// than the last ones. A period of one month is all last sixth, and warns of
// nothing.
func (r Recency) Warns() bool { return r.Last < r.Months && 2*r.Recent > r.Evidence }
