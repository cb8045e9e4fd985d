package exchange_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// anything draws the parts of a random journal.
type anything struct {
	*rapid.T
	people, expectations, entries []string // ids
}

// anyContents draws a journal: every field of every thing may be there.
func anyContents(t *rapid.T) journal.Contents {
	a := anything{T: t}
	a.people, a.expectations, a.entries = a.ids(), a.ids(), a.ids()
	var c journal.Contents
	for i, id := range a.people {
		c.People = append(c.People, a.person(id, i))
	}
	for i, id := range a.expectations {
		c.Expectations = append(c.Expectations, journal.Expectation{
			ID: journal.ID(id), Name: a.named(i), Text: a.text(), Area: a.text(), Order: i + 1, Source: a.text(), Retired: a.bool(), Extra: a.extra(),
		})
	}
	for _, id := range a.entries {
		c.Entries = append(c.Entries, a.entry(id))
	}
	plan := a.plan()
	c.Plan = &plan
	for i, id := range a.ids() {
		c.OwnPrompts = append(c.OwnPrompts, journal.OwnPrompt{
			ID: journal.ID(id), Text: a.named(i), Kind: journal.Kind(a.optional(kinds())), Element: a.text(), Paused: a.bool(), Extra: a.extra(),
		})
	}
	for _, id := range a.ids() {
		c.Packs = append(c.Packs, a.pack(id))
	}
	c.Extra = a.extra()
	return c
}

func (a *anything) ids() []string {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
		var u uuid.UUID
		copy(u[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		return u.String()
	}), 0, 5).Draw(a.T, "ids")
}

// text draws text as people paste it: any script, line ends, odd spaces.
func (a *anything) text() string {
	s := rapid.OneOf(rapid.Just(""), rapid.String(), rapid.SampledFrom([]string{
		"e\u0301 é", "line\r\nline\n", "  spaces  ", "<b>&\"\\", "\u2028\ufeff", "שלום 領導 👩🏽‍🚀", "=1+1", "---",
	})).Draw(a.T, "text")
	return strings.ReplaceAll(s, "\x00", "")
}

func (a *anything) named(i int) string {
	return strings.TrimSpace(fmt.Sprint("N", i, a.text()))
}

func (a *anything) bool() bool { return rapid.Bool().Draw(a.T, "bool") }

func (a *anything) optional(from []string) string {
	return rapid.SampledFrom(append([]string{""}, from...)).Draw(a.T, "choice")
}

func (a *anything) choice(from []string) string {
	return rapid.SampledFrom(from).Draw(a.T, "choice")
}

func (a *anything) day() journal.Day {
	return journal.Day{Year: 2026, Month: 1, Date: 1}.AddDays(rapid.IntRange(-200_000, 200_000).Draw(a.T, "day"))
}

func (a *anything) maybeDay() journal.Day {
	if a.bool() {
		return journal.Day{}
	}
	return a.day()
}

func (a *anything) instant() time.Time {
	zone := time.FixedZone("", 900*rapid.IntRange(-48, 56).Draw(a.T, "zone"))
	return time.Unix(rapid.Int64Range(0, 4e9).Draw(a.T, "s"), rapid.Int64Range(0, 999).Draw(a.T, "ms")*1e6).In(zone)
}

func (a *anything) number() float64 {
	return rapid.Float64Range(-1e15, 1e15).Draw(a.T, "number")
}

func (a *anything) extra() journal.Extra {
	if rapid.IntRange(0, 3).Draw(a.T, "has extra") > 0 {
		return nil
	}
	value, err := json.Marshal(map[string]any{"a": []any{nil, 1.5, true, "x"}})
	if err != nil {
		panic(err)
	}
	return journal.Extra{"unknown": value, "x-y": json.RawMessage(`[]`)}
}

// some draws a few of the list, each at most once.
func (a *anything) some(from []string) []string {
	var out []string
	for _, x := range from {
		if a.bool() {
			out = append(out, x)
		}
	}
	return out
}

func toIDs(in []string) []journal.ID {
	var out []journal.ID
	for _, x := range in {
		out = append(out, journal.ID(x))
	}
	return out
}

func kinds() []string {
	var names []string
	for _, k := range journal.Kinds() {
		names = append(names, string(k))
	}
	return names
}

func (a *anything) person(id string, i int) journal.Person {
	p := journal.Person{
		ID: journal.ID(id), Name: a.named(i), Relationship: a.optional(journal.Relationships()), Matters: a.text(),
		Support: a.optional(journal.Supports()), LastContact: a.maybeDay(), Notes: a.text(), Extra: a.extra(),
	}
	if a.bool() {
		p.LeadingUp = &journal.LeadingUp{Needs: []string{a.text(), a.text()}, Offered: a.text(), Received: a.text(), StepBack: a.text(), Extra: a.extra()}
	}
	return p
}

func (a *anything) entry(id string) journal.Entry {
	e := journal.Entry{
		ID: journal.ID(id), Kind: journal.Kind(a.choice(kinds())), Day: a.day(), Precision: journal.Precision(a.choice([]string{"day", "month", "quarter"})),
		Created: a.instant(), Updated: a.instant(), Title: a.text(), Body: a.text(), Tags: a.tags(),
		Private: a.bool(), Starred: a.bool(), Links: toIDs(a.some(a.entries)), Extra: a.extra(),
	}
	e.Day = e.Precision.Middle(e.Day)
	if a.bool() {
		e.Prompt = &journal.Asked{Key: a.text(), Text: a.text(), Extra: a.extra()}
	}
	for _, p := range a.some(a.people) {
		e.People = append(e.People, journal.Involved{Person: p, Role: a.optional(journal.PersonRoles()), Extra: a.extra()})
	}
	for _, x := range a.some(a.expectations) {
		e.Evidence = append(e.Evidence, journal.Evidence{
			Expectation: x, Strength: journal.Strength(a.choice([]string{"own-word", "number", "quote", "artefact"})), Chosen: a.bool(), Note: a.text(), Extra: a.extra(),
		})
	}
	for range rapid.IntRange(0, 2).Draw(a.T, "attachments") {
		e.Attachments = append(e.Attachments, journal.Attachment{Name: a.text(), Type: a.text(), SHA256: a.sum(), URL: a.text(), Extra: a.extra()})
	}
	a.parts(&e)
	return e
}

// sum draws the name of a content: one that is known, or what a broken file may
// hold instead.
func (a *anything) sum() string {
	if sums := slices.Sorted(maps.Keys(knownFiles())); a.bool() {
		return a.choice(sums)
	}
	return a.text()
}

// knownFiles are the contents of random attachments, by SHA-256.
func knownFiles() map[string]string {
	files := map[string]string{}
	for _, content := range []string{"", "a text\r\n", "\x00\xff\x00", strings.Repeat("long ", 100_000)} {
		sum := sha256.Sum256([]byte(content))
		files[hex.EncodeToString(sum[:])] = content
	}
	return files
}

// openKnown opens a content as a source does.
func openKnown(sum string) (io.ReadCloser, error) {
	content, ok := knownFiles()[sum]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return io.NopCloser(strings.NewReader(content)), nil
}

// tags draws tags that differ in more than case.
func (a *anything) tags() []string {
	tags := []string{}
	for i := range rapid.IntRange(0, 3).Draw(a.T, "tags") {
		tag := strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, a.named(i))
		for len(tag) > journal.MaxTag {
			tag = tag[:len(tag)/2]
			tag = strings.ToValidUTF8(tag, "")
		}
		tags = append(tags, tag)
	}
	return tags
}

// parts draws the parts of every kind: an entry keeps those of earlier kinds.
func (a *anything) parts(e *journal.Entry) {
	if a.bool() {
		e.Moment = &journal.Moment{
			Situation: a.text(), Task: a.text(), Action: a.text(), Result: a.text(),
			Outcome: a.optional(journal.Outcomes()), Change: a.optional([]string{journal.Initiated, journal.Supported}), Extra: a.extra(),
		}
		if a.bool() {
			value := a.number()
			e.Moment.Impact = &journal.Impact{Text: a.text(), Value: &value, Unit: a.text(), Extra: a.extra()}
		}
	}
	if a.bool() {
		asked := a.bool()
		e.Feedback = &journal.Feedback{
			Giver: a.optional(a.people), Relationship: a.optional(journal.Relationships()), Channel: a.optional(journal.Channels()),
			Quote: a.text(), Stance: a.optional(journal.Stances()), Requested: &asked, Situation: a.text(), Behaviour: a.text(), Impact: a.text(),
			FollowUpOn: a.maybeDay(), State: a.optional(journal.FeedbackStates()), ActedOnIn: toIDs(a.some(a.entries)), Extra: a.extra(),
		}
	}
	if a.bool() {
		e.Application = &journal.Application{
			Position: a.text(), Organisation: a.text(), Route: a.optional(journal.Routes()), NextStep: a.text(), NextStepOn: a.maybeDay(),
			LooksFor: a.text(), Lessons: a.text(), Extra: a.extra(),
		}
		for range rapid.IntRange(0, 3).Draw(a.T, "stages") {
			e.Application.Stages = append(e.Application.Stages, journal.Stage{
				Stage: a.choice(journal.StageNames()), Day: a.maybeDay(), Note: a.text(), Lesson: a.text(), Extra: a.extra(),
			})
		}
	}
}

func (a *anything) plan() journal.Plan {
	p := journal.Plan{
		ReviewFrom: a.maybeDay(), ReviewUntil: a.maybeDay(), NextRound: a.maybeDay(), DismissedPrompts: a.some([]string{"a/b/c#1", "d/e/f#2"}), Extra: a.extra(),
	}
	for range rapid.IntRange(0, 2).Draw(a.T, "purposes") {
		p.Purpose = append(p.Purpose, journal.Purpose{StandFor: a.text(), LifeGoals: a.text(), WhyFollow: a.text(), WhyLead: a.text(), Since: a.maybeDay(), Extra: a.extra()})
	}
	for _, to := range []**journal.Role{&p.CurrentRole, &p.TargetRole} {
		if a.bool() {
			*to = &journal.Role{
				Title: a.text(), Responsibilities: a.text(), Expectations: a.text(), Execution: a.text(),
				Processes: a.text(), Systems: a.text(), Simpler: a.text(), Extra: a.extra(),
			}
		}
	}
	for _, id := range a.ids() {
		p.Goals = append(p.Goals, journal.Goal{
			ID: journal.ID(id), Kind: a.optional(journal.GoalKinds()), Text: a.text(), Notes: a.text(), Person: a.optional(a.people), Element: a.text(),
			Due: a.maybeDay(), State: a.optional(journal.GoalStates()), Result: a.text(), Entries: toIDs(a.some(a.entries)), Extra: a.extra(),
		})
	}
	for i := range rapid.IntRange(0, 2).Draw(a.T, "metrics") {
		m := journal.Metric{Name: a.named(i), Unit: a.text(), Extra: a.extra()}
		for range rapid.IntRange(0, 3).Draw(a.T, "values") {
			m.Values = append(m.Values, journal.MetricValue{Day: a.day(), Value: a.number(), Extra: a.extra()})
		}
		p.Metrics = append(p.Metrics, m)
	}
	return p
}

func (a *anything) pack(id string) journal.Pack {
	p := journal.Pack{ID: journal.ID(id), Title: a.text(), Audience: a.optional(journal.Audiences()), Made: a.instant(), Extra: a.extra()}
	for range rapid.IntRange(0, 2).Draw(a.T, "sections") {
		s := journal.Section{Key: a.text(), Title: a.text(), Extra: a.extra()}
		for range rapid.IntRange(0, 2).Draw(a.T, "bullets") {
			s.Bullets = append(s.Bullets, journal.Bullet{Text: a.text(), Edited: a.bool(), Out: a.bool(), Entries: toIDs(a.some(a.entries)), Extra: a.extra()})
		}
		p.Sections = append(p.Sections, s)
	}
	if a.bool() {
		p.Given = &journal.Given{To: a.text(), On: a.maybeDay(), Answer: a.text(), NextOn: a.maybeDay(), Application: journal.ID(a.optional(a.entries)), Extra: a.extra()}
	}
	return p
}
