package journal

import "slices"

// purposeSettles is how many days a purpose is worked on before it stands. A
// word that is put right the week after is the same purpose; what somebody
// writes a month later is a second look at it, and what stood there before is
// worth keeping: "what I wrote last year". The days are counted from when the
// version began, not from the last change, so that one which is touched every
// week still leaves a trace twelve times a year.
const purposeSettles = 30

// CurrentPurpose gives the newest version of the purpose, or an empty one.
func (p *Plan) CurrentPurpose() Purpose {
	if len(p.Purpose) == 0 {
		return Purpose{}
	}
	return p.Purpose[len(p.Purpose)-1]
}

// EarlierPurposes gives the versions before the current one that hold words,
// newest first.
func (p *Plan) EarlierPurposes() []Purpose {
	if len(p.Purpose) == 0 {
		return nil
	}
	earlier := slices.DeleteFunc(slices.Clone(p.Purpose[:len(p.Purpose)-1]), Purpose.Blank)
	slices.Reverse(earlier)
	return earlier
}

// WritePurpose takes over the words of a purpose as they are written on a day.
// Within 30 days of the newest version they are that version; after that they
// begin a new one. A new version that is made the same as the one before it
// again is taken back.
func (p *Plan) WritePurpose(words Purpose, on Day) {
	last := len(p.Purpose) - 1
	switch {
	case last < 0:
		words.Since = on
		p.Purpose = append(p.Purpose, words)
	case p.Purpose[last].sameWords(words):
		return
	case p.Purpose[last].SettledBy(on):
		words.Since, words.Extra = on, nil
		p.Purpose = append(p.Purpose, words)
	default:
		words.Since, words.Extra = p.Purpose[last].Since, p.Purpose[last].Extra
		p.Purpose[last] = words
	}
	p.dropUnsaidPurpose()
}

// dropUnsaidPurpose takes the newest version away where it says nothing that
// the one before it does not.
func (p *Plan) dropUnsaidPurpose() {
	last := len(p.Purpose) - 1
	if p.Purpose[last].Extra != nil {
		return
	}
	if last == 0 && p.Purpose[0].Blank() || last > 0 && p.Purpose[last].sameWords(p.Purpose[last-1]) {
		p.Purpose = p.Purpose[:last]
	}
}

// Blank tells whether the purpose holds no words.
func (u Purpose) Blank() bool { return u.sameWords(Purpose{}) }

func (u Purpose) sameWords(other Purpose) bool {
	return u.StandFor == other.StandFor && u.LifeGoals == other.LifeGoals &&
		u.WhyFollow == other.WhyFollow && u.WhyLead == other.WhyLead
}

// SettledBy tells whether the version stands on a day, so that what is written
// then becomes a new one. One whose day is not known does: it came from
// elsewhere.
func (u Purpose) SettledBy(on Day) bool {
	return u.Since.IsZero() || u.Since.DaysUntil(on) > purposeSettles
}
