package evidence

import (
	"cmp"
	"slices"
	"strings"

	"groundwork/journal"
	"groundwork/journal/document"
)

// reading takes in the entries of a material one at a time and keeps little of
// each.
type reading struct {
	names   map[string]string     // of people, by ID
	source  map[journal.ID]string // what an expectation came from
	area    map[journal.ID]string // and its area
	element map[string]string     // of the user's own questions, by key

	pieces           []piece
	in               map[journal.ID]bool
	titles           map[string]bool
	named            map[string]bool // people whom something that goes out names
	count            int
	first, last      journal.Day
	moments, numbers int
	outcomes         map[string]int
	proofs           map[cellKey]*counting
}

// cellKey is what a cell of the summary is counted by.
type cellKey struct {
	month       journal.Day
	kind        journal.Kind
	expectation journal.ID
}

func newReading(x journal.Export) *reading {
	r := &reading{
		names: map[string]string{}, source: map[journal.ID]string{}, area: map[journal.ID]string{}, element: map[string]string{},
		in: map[journal.ID]bool{}, titles: map[string]bool{}, named: map[string]bool{}, outcomes: map[string]int{}, proofs: map[cellKey]*counting{},
	}
	for _, p := range x.People {
		r.names[string(p.ID)] = p.Name
	}
	for _, e := range x.Expectations {
		r.source[e.ID], r.area[e.ID] = e.Source, strings.ToLower(strings.TrimSpace(e.Area))
	}
	for _, p := range x.OwnPrompts {
		r.element[journal.OwnPromptPrefix+string(p.ID)] = p.Element
	}
	return r
}

// take takes in an entry. An application is no evidence: that somebody looks
// elsewhere is the last thing to hand to their manager, so nothing of it is
// kept but that it is there.
func (r *reading) take(e *journal.Entry) {
	r.count++
	r.in[e.ID] = true
	if e.Title != "" {
		r.titles[titleKey(e.Title)] = true
	}
	if r.first.IsZero() || e.Day.Before(r.first) {
		r.first = e.Day
	}
	if e.Day.After(r.last) {
		r.last = e.Day
	}
	if e.Kind == journal.ApplicationKind {
		return
	}
	r.cell(e, "").take(e.Day, "")
	p := piece{id: e.ID, kind: e.Kind, day: e.Day, precision: e.Precision, starred: e.Starred, done: e.TellsWhatWasDone(), strength: journal.ProposeStrength(e)}
	r.takeProofs(e, &p)
	switch {
	case e.Kind == journal.MomentKind:
		r.takeMoment(e, &p)
	case e.Kind == journal.FeedbackKind && e.Feedback != nil:
		r.takeFeedback(e.Feedback, &p)
	}
	r.takeNames(e, &p)
	shows := r.shows(e)
	p.grows = slices.ContainsFunc(shows, func(s string) bool { return slices.Contains(growing(), s) }) || r.inPeople(p.proves)
	p.unseen = len(p.saw) == 0 && (e.Kind == journal.MomentKind && e.Moment != nil && e.Moment.Change == journal.Supported ||
		slices.ContainsFunc(shows, func(s string) bool { return slices.Contains(hidden(), s) }))
	if p.tells() || p.starred {
		p.said = said(e)
	}
	p.concrete = p.number != "" || p.quote != "" || e.Kind == journal.MomentKind && cameOf(e.Moment) != ""
	if p.said != "" || p.number != "" || p.quote != "" {
		r.pieces = append(r.pieces, p)
	}
}

// takeProofs notes what the entry proves, and counts it as the summary does.
func (r *reading) takeProofs(e *journal.Entry, p *piece) {
	for _, v := range e.Evidence {
		id := journal.ID(v.Expectation)
		if _, known := r.area[id]; !known {
			continue
		}
		at := slices.IndexFunc(p.proves, func(q proof) bool { return q.expectation == id })
		if at < 0 {
			p.proves = append(p.proves, proof{id, v.Strength})
		} else if v.Strength.Rank() > p.proves[at].strength.Rank() {
			p.proves[at].strength = v.Strength
		}
		if v.Strength.Rank() > p.strength.Rank() {
			p.strength = v.Strength
		}
	}
	slices.SortStableFunc(p.proves, func(a, b proof) int { return cmp.Compare(b.strength.Rank(), a.strength.Rank()) })
	for _, v := range p.proves {
		r.cell(e, v.expectation).take(e.Day, v.strength)
	}
}

// cell is the one in which an entry counts for an expectation, or for itself
// with none.
func (r *reading) cell(e *journal.Entry, expectation journal.ID) *counting {
	key := cellKey{firstOf(e.Day), e.Kind, expectation}
	if r.proofs[key] == nil {
		r.proofs[key] = &counting{journal.Cell{Month: key.month, Kind: e.Kind, Expectation: expectation}}
	}
	return r.proofs[key]
}

// counting is a cell that is being counted.
type counting struct{ journal.Cell }

func (c *counting) take(on journal.Day, s journal.Strength) {
	c.Count++
	if s.Rank() > c.Strongest.Rank() {
		c.Strongest = s
	}
	if on.After(c.Newest) {
		c.Newest = on
	}
}

// cells gives what was counted.
func (r *reading) cells() []journal.Cell {
	cells := make([]journal.Cell, 0, len(r.proofs))
	for _, c := range r.proofs {
		cells = append(cells, c.Cell)
	}
	return cells
}

func (r *reading) takeMoment(e *journal.Entry, p *piece) {
	r.moments++
	if e.Moment == nil {
		return
	}
	p.outcome = e.Moment.Outcome
	if p.outcome != "" {
		r.outcomes[p.outcome]++
	}
	if i := e.Moment.Impact; i != nil && i.Value != nil {
		r.numbers++
		p.number = numberSaid(e)
	}
}

func (r *reading) takeFeedback(f *journal.Feedback, p *piece) {
	p.quote = quoted(f.Quote)
	p.giver, p.relationship = strings.TrimSpace(r.name(f.Giver)), f.Relationship
	p.stance, p.state, p.followUpOn = f.Stance, f.State, f.FollowUpOn
	p.acted = slices.Clone(f.ActedOnIn)
}

// takeNames notes whom the entry names.
func (r *reading) takeNames(e *journal.Entry, p *piece) {
	if p.giver != "" {
		r.named[p.giver] = true
	}
	for _, i := range e.People {
		name := strings.TrimSpace(r.name(i.Person))
		if name == "" {
			continue
		}
		r.named[name] = true
		if i.Role == "saw" && !slices.Contains(p.saw, name) {
			p.saw = append(p.saw, strings.Clone(name))
		}
	}
}

func (r *reading) name(person string) string {
	if name, ok := r.names[person]; ok {
		return name
	}
	return person
}

// shows lists the elements of the catalogue that the entry shows something of:
// by answering a question, or by supporting an expectation that came from one.
func (r *reading) shows(e *journal.Entry) []string {
	var all []string
	if e.Prompt != nil {
		element, _, _ := strings.Cut(e.Prompt.Key, "#")
		if own, ok := r.element[e.Prompt.Key]; ok {
			element = own
		}
		all = append(all, element)
	}
	for _, v := range e.Evidence {
		all = append(all, r.source[journal.ID(v.Expectation)])
	}
	return all
}

// inPeople tells whether an expectation of the area People is proved, which is
// what the starter sets call it.
func (r *reading) inPeople(proves []proof) bool {
	return slices.ContainsFunc(proves, func(v proof) bool { return r.area[v.expectation] == "people" })
}

// growing lists the elements of the catalogue that are about developing
// people. Which they are is our reading of the documents.
func growing() []string {
	return []string{
		"steps/qualities/personal-attention", "steps/qualities/experience", "steps/qualities/bring-out-the-best", "steps/qualities/recruiting",
		"steps/good-leader/encourage-growth", "steps/good-leader/teach-not-order", "steps/better-leader/coach-develop",
		ideas + "mentor-newcomer", noticed + "coaching",
	}
}

// hidden lists the elements of the catalogue that are about work nobody sees:
// clearing the path, shielding, ending misunderstandings, listening,
// simplifying. Which they are is our reading of the documents. What somebody
// saw is not among it, whatever it shows.
func hidden() []string {
	return []string{
		"steps/qualities/service", "management/leader-not-manager/managers-tasks", ideas + "fix-miscommunication",
		"steps/demonstrate/listen-learn", "purpose/process/simplicity",
	}
}

// tells tells whether a line may be taken from what the writer wrote: a moment,
// the line of a month that says what was done, or what proves an expectation.
// Other reflections are thoughts.
func (p *piece) tells() bool {
	return p.kind == journal.MomentKind || p.done || len(p.proves) > 0
}

// opening gives the first words of a body as they read: the first block that
// has words.
func opening(body string) string {
	const enough = 2000 // bytes in which a first sentence ends
	if len(body) > enough {
		body = strings.ToValidUTF8(body[:enough], "")
	}
	for _, b := range document.FromMarkdown(body).Blocks {
		switch b := b.(type) {
		case document.Paragraph:
			return spoken(b.Text)
		case document.Heading:
			return spoken(b.Text)
		}
	}
	return ""
}

func spoken(spans []document.Span) string {
	var all strings.Builder
	for _, s := range spans {
		all.WriteString(s.Text)
	}
	return all.String()
}
