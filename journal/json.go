package journal

// These methods read and write each object of groundwork-journal/1 together
// with its Extra. A twin type without methods (plain…) keeps encoding/json
// from calling them again.

type plainEntry Entry

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (e *Entry) UnmarshalJSON(data []byte) (err error) {
	e.Extra, err = readObject(data, (*plainEntry)(e))
	return err
}

// MarshalJSON writes the object and its Extra. The tags are a list even where
// there are none.
func (e Entry) MarshalJSON() ([]byte, error) {
	if e.Tags == nil {
		e.Tags = []string{}
	}
	return writeObject(plainEntry(e), e.Extra)
}

type plainAsked Asked

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Asked) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainAsked)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Asked) MarshalJSON() ([]byte, error) { return writeObject(plainAsked(x), x.Extra) }

type plainInvolved Involved

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Involved) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainInvolved)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Involved) MarshalJSON() ([]byte, error) { return writeObject(plainInvolved(x), x.Extra) }

type plainMoment Moment

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (m *Moment) UnmarshalJSON(data []byte) (err error) {
	m.Extra, err = readObject(data, (*plainMoment)(m))
	return err
}

// MarshalJSON writes the object and its Extra.
func (m Moment) MarshalJSON() ([]byte, error) { return writeObject(plainMoment(m), m.Extra) }

type plainImpact Impact

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Impact) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainImpact)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Impact) MarshalJSON() ([]byte, error) { return writeObject(plainImpact(x), x.Extra) }

type plainFeedback Feedback

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (f *Feedback) UnmarshalJSON(data []byte) (err error) {
	f.Extra, err = readObject(data, (*plainFeedback)(f))
	return err
}

// MarshalJSON writes the object and its Extra.
func (f Feedback) MarshalJSON() ([]byte, error) { return writeObject(plainFeedback(f), f.Extra) }

type plainApplication Application

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (a *Application) UnmarshalJSON(data []byte) (err error) {
	a.Extra, err = readObject(data, (*plainApplication)(a))
	return err
}

// MarshalJSON writes the object and its Extra.
func (a Application) MarshalJSON() ([]byte, error) { return writeObject(plainApplication(a), a.Extra) }

type plainStage Stage

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Stage) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainStage)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Stage) MarshalJSON() ([]byte, error) { return writeObject(plainStage(x), x.Extra) }

type plainEvidence Evidence

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Evidence) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainEvidence)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Evidence) MarshalJSON() ([]byte, error) { return writeObject(plainEvidence(x), x.Extra) }

type plainAttachment Attachment

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Attachment) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainAttachment)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Attachment) MarshalJSON() ([]byte, error) { return writeObject(plainAttachment(x), x.Extra) }

type plainExpectation Expectation

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Expectation) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainExpectation)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Expectation) MarshalJSON() ([]byte, error) { return writeObject(plainExpectation(x), x.Extra) }

type plainPerson Person

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (p *Person) UnmarshalJSON(data []byte) (err error) {
	p.Extra, err = readObject(data, (*plainPerson)(p))
	return err
}

// MarshalJSON writes the object and its Extra.
func (p Person) MarshalJSON() ([]byte, error) { return writeObject(plainPerson(p), p.Extra) }

type plainLeadingUp LeadingUp

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (l *LeadingUp) UnmarshalJSON(data []byte) (err error) {
	l.Extra, err = readObject(data, (*plainLeadingUp)(l))
	return err
}

// MarshalJSON writes the object and its Extra.
func (l LeadingUp) MarshalJSON() ([]byte, error) { return writeObject(plainLeadingUp(l), l.Extra) }

type plainPlan Plan

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (p *Plan) UnmarshalJSON(data []byte) (err error) {
	p.Extra, err = readObject(data, (*plainPlan)(p))
	return err
}

// MarshalJSON writes the object and its Extra.
func (p Plan) MarshalJSON() ([]byte, error) { return writeObject(plainPlan(p), p.Extra) }

type plainPurpose Purpose

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (u *Purpose) UnmarshalJSON(data []byte) (err error) {
	u.Extra, err = readObject(data, (*plainPurpose)(u))
	return err
}

// MarshalJSON writes the object and its Extra.
func (u Purpose) MarshalJSON() ([]byte, error) { return writeObject(plainPurpose(u), u.Extra) }

type plainRole Role

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Role) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainRole)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Role) MarshalJSON() ([]byte, error) { return writeObject(plainRole(x), x.Extra) }

type plainGoal Goal

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (g *Goal) UnmarshalJSON(data []byte) (err error) {
	g.Extra, err = readObject(data, (*plainGoal)(g))
	return err
}

// MarshalJSON writes the object and its Extra.
func (g Goal) MarshalJSON() ([]byte, error) { return writeObject(plainGoal(g), g.Extra) }

type plainMetric Metric

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (m *Metric) UnmarshalJSON(data []byte) (err error) {
	m.Extra, err = readObject(data, (*plainMetric)(m))
	return err
}

// MarshalJSON writes the object and its Extra.
func (m Metric) MarshalJSON() ([]byte, error) { return writeObject(plainMetric(m), m.Extra) }

type plainMetricValue MetricValue

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *MetricValue) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainMetricValue)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x MetricValue) MarshalJSON() ([]byte, error) { return writeObject(plainMetricValue(x), x.Extra) }

type plainOwnPrompt OwnPrompt

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (p *OwnPrompt) UnmarshalJSON(data []byte) (err error) {
	p.Extra, err = readObject(data, (*plainOwnPrompt)(p))
	return err
}

// MarshalJSON writes the object and its Extra.
func (p OwnPrompt) MarshalJSON() ([]byte, error) { return writeObject(plainOwnPrompt(p), p.Extra) }

type plainPack Pack

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (p *Pack) UnmarshalJSON(data []byte) (err error) {
	p.Extra, err = readObject(data, (*plainPack)(p))
	return err
}

// MarshalJSON writes the object and its Extra.
func (p Pack) MarshalJSON() ([]byte, error) { return writeObject(plainPack(p), p.Extra) }

type plainSection Section

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Section) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainSection)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Section) MarshalJSON() ([]byte, error) { return writeObject(plainSection(x), x.Extra) }

type plainBullet Bullet

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Bullet) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainBullet)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Bullet) MarshalJSON() ([]byte, error) { return writeObject(plainBullet(x), x.Extra) }

type plainGiven Given

// UnmarshalJSON reads the object and keeps its unknown members in Extra.
func (x *Given) UnmarshalJSON(data []byte) (err error) {
	x.Extra, err = readObject(data, (*plainGiven)(x))
	return err
}

// MarshalJSON writes the object and its Extra.
func (x Given) MarshalJSON() ([]byte, error) { return writeObject(plainGiven(x), x.Extra) }
