package evidence

import (
	"cmp"
	"slices"
	"strings"

	"groundwork/journal"
)

// Step is one of the seven steps of the document "How To Get Into a Leadership
// Role at Work: 7 Steps" (section "How to become a leader at work"), and how
// far it has come. Nobody sets that: it is counted.
type Step struct {
	Element  string // its key in the catalogue: steps/seven/skills and so on
	Measure  Measure
	Done, Of int    // of what Measure names; Of is 0 where there is nothing to count yet
	Parts    []Part // what Done and Of count, where it is parts of the catalogue
	Says     Sentence
	Next     Next
	Behind   Behind
}

// Complete tells whether nothing of the step is left for now.
func (s Step) Complete() bool { return s.Of > 0 && s.Done == s.Of }

// Measure names what a step is counted in.
type Measure string

// What the steps are counted in, in their order.
const (
	InSkills   Measure = "skills"   // of the seven in demand, those that an entry shows
	InHabits   Measure = "habits"   // of the four of a leader's mindset, those that an entry shows
	InWays     Measure = "ways"     // of the three to study leaders, those that an entry shows
	InFinished Measure = "finished" // certifications that were chosen, and are reached
	InTaken    Measure = "taken"    // opportunities that are goals, and were taken
	InActedOn  Measure = "acted-on" // pieces of feedback that were acted on or followed up
	InLessons  Measure = "lessons"  // applications that are over, and of which a lesson is kept
)

// Part is one skill, habit or way.
type Part struct {
	Key string // of the catalogue for a skill; else communicating, working-together, organised, responsibility, observing, asking, reading
	journal.Showing
	Shows []string // for a Filter that finds the entries
}

// Sentence is a sentence to be said: its key and the figures in it. The key of
// a step's is its Measure, with "-none" behind it where there is nothing yet.
type Sentence struct {
	Key string
	Figures
}

// Figures are what sentences are filled with; those that a sentence does not
// speak of are 0.
type Figures struct {
	Entries   int
	Most      string // the part that most entries show
	Least     string // the part that fewest show
	Initiated int    // changes
	Supported int    // changes
	Chosen    int    // certifications and opportunities
	Finished  int
	Names     []string // of goals that were reached, the newest first
	Pieces    int      // of feedback
	People    int
	ActedOn   int
	Due       int
	Open      int // applications
	Closed    int
	Lessons   int
	Moments   int
	Months    int
	Numbers   int
	Outcomes  int // business outcomes that are touched, of five
	Areas     int // of expectations
	Gaps      int
	Days      int // until the next round
}

// Steps tells how far the seven steps have come, in their order.
func Steps(f Facts) []Step {
	return []Step{
		f.skills(), f.mindset(), f.study(), f.certifications(), f.opportunities(), f.askFeedback(), f.apply(),
	}
}

// skills is "1. Improve your skills": a skill is shown by an entry that
// answers one of its questions, or supports the expectation that asks for it.
func (f *Facts) skills() Step {
	s := f.inParts(sevenSteps+"skills", InSkills, skillParts())
	if s.Done == 0 {
		return s
	}
	most := slices.MaxFunc(s.Parts, func(a, b Part) int { return cmp.Compare(a.Entries, b.Entries) })
	least := slices.MinFunc(s.Parts, func(a, b Part) int { return cmp.Compare(a.Entries, b.Entries) })
	s.Says.Most, s.Says.Least = most.Key, least.Key
	return s
}

// mindset is "2. Change your mindset". The changes are those that "Leader is
// not a Label" says leadership is about: initiated and supported.
func (f *Facts) mindset() Step {
	s := f.inParts(sevenSteps+"mindset", InHabits, habitParts())
	s.Says.Initiated, s.Says.Supported = f.Moments.Initiated, f.Moments.Supported
	s.Says.Key = sentence(string(InHabits), s.Says.Entries+s.Says.Initiated+s.Says.Supported)
	return s
}

// study is "3. Study other leaders".
func (f *Facts) study() Step { return f.inParts(sevenSteps+"study-leaders", InWays, studyParts()) }

// inParts counts the parts of a step that an entry shows.
func (f *Facts) inParts(element string, m Measure, parts []part) Step {
	s := Step{Element: element, Measure: m, Of: len(parts)}
	for _, p := range parts {
		shown := Part{p.key, f.Shown[p.key], p.shows}
		s.Parts = append(s.Parts, shown)
		if shown.Entries > 0 {
			s.Done++
		}
	}
	s.Says.Entries = f.Shown[element].Entries
	s.Says.Key = sentence(string(m), s.Says.Entries)
	s.Behind.Entries = f.showing(stepGroups()[element])
	at := slices.IndexFunc(s.Parts, func(p Part) bool { return p.Entries == 0 })
	if at >= 0 {
		s.Next = f.next(element, &parts[at].try, Next{})
	} else {
		s.Next = f.next(element, nil, Next{Kind: NextWrite, Element: leastOf(s.Parts, element)})
	}
	return s
}

// leastOf gives the element of the part that fewest entries show, or the
// step's own where its parts are none of the catalogue.
func leastOf(parts []Part, element string) string {
	least := slices.MinFunc(parts, func(a, b Part) int { return cmp.Compare(a.Entries, b.Entries) })
	if strings.HasPrefix(least.Key, skills) {
		return least.Key
	}
	return element
}

// sentence gives the key of a sentence about so many things.
func sentence(key string, things int) string {
	if things == 0 {
		return key + "-none"
	}
	return key
}

// showing finds the entries of the whole journal that show something.
func (f *Facts) showing(keys []string) *journal.Filter {
	return &journal.Filter{Shows: keys, NoPrivate: f.NoPrivate}
}
