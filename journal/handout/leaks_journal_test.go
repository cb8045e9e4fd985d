package handout_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// spied is a random journal in which every text holds a word that stands
// nowhere else: whatever leaves the journal can be told by its words.
type spied struct {
	*rapid.T
	j        *journal.Journal
	words    int
	contents journal.Contents
	people   [][2]string // first and last names
	notes    []string    // words of what is noted of people
	entries  []said      // by their places in contents
	around   said        // the plan, expectations, questions and packs' titles
	bullets  []bullet
}

// said is what some texts say.
type said struct {
	words  []string
	title  string // of an entry
	people []int  // who is named
	titles []int  // of entries that are named
}

// bullet is a line of a pack.
type bullet struct {
	said
	entries []int
}

// anySpied draws a journal and puts it into j, which must be empty.
func anySpied(t *rapid.T, j *journal.Journal) *spied {
	s := &spied{T: t, j: j}
	for i := range rapid.IntRange(1, 4).Draw(t, "people") {
		s.person(i)
	}
	for range rapid.IntRange(1, 4).Draw(t, "entries") {
		s.entries = append(s.entries, said{title: s.word()})
	}
	s.contents.Expectations = []journal.Expectation{{
		ID: id("e", 0), Name: s.text(&s.around), Text: s.text(&s.around), Area: s.text(&s.around), Source: s.tag(&s.around),
	}}
	for i := range s.entries {
		s.contents.Entries = append(s.contents.Entries, s.entry(i))
	}
	s.plan()
	s.pack()
	s.contents.OwnPrompts = []journal.OwnPrompt{{ID: id("f", 0), Text: s.text(&s.around), Element: s.tag(&s.around)}}
	return s
}

// id makes an ID of a sort of thing.
func id(sort string, i int) journal.ID {
	return journal.ID(fmt.Sprintf("%s0000000-0000-4000-8000-%012d", sort, i))
}

// word gives a word that no other text has, nor a language. All are of one
// length, so none stands in another one.
func (s *spied) word() string {
	s.words++
	return "x" + letters(s.words) + "q"
}

func letters(n int) string {
	const all = "bcdfghjklmnprstv"
	var out []byte
	for range 5 {
		out = append(out, all[n%len(all)])
		n /= len(all)
	}
	return string(out)
}

func (s *spied) person(i int) {
	s.words += 2
	name := [2]string{"É" + letters(s.words-1) + "ez", "W" + letters(s.words) + "öz"}
	note := s.word()
	s.people, s.notes = append(s.people, name), append(s.notes, note)
	s.contents.People = append(s.contents.People, journal.Person{
		ID: id("a", i), Name: name[0] + " " + name[1], Notes: note, Matters: note,
		Relationship: rapid.SampledFrom(append(journal.Relationships(), "")).Draw(s.T, "relationship"),
	})
}

// text draws a text with a word of its own, and perhaps with the name of
// somebody and the title of an entry.
func (s *spied) text(of *said) string {
	own := s.word()
	of.words = append(of.words, own)
	all := []string{own}
	if s.chance("names somebody", 3) {
		all = append(all, s.name(of))
	}
	if s.chance("mentions an entry", 6) && len(s.entries) > 0 {
		i := rapid.IntRange(0, len(s.entries)-1).Draw(s.T, "mentioned")
		of.titles = append(of.titles, i)
		all = append(all, rapid.SampledFrom([]string{"[[%s]]", "[[%s|there]]", "`[[%s]]`", "\\[[ %s ]]"}).Draw(s.T, "mention"))
		all[len(all)-1] = strings.Replace(all[len(all)-1], "%s", s.entries[i].title, 1)
	}
	return strings.Join(rapid.Permutation(all).Draw(s.T, "order"), rapid.SampledFrom([]string{" ", "\n", " **", ", ", "\n\n", "_ "}).Draw(s.T, "between"))
}

// name spells somebody's name, or a part of it.
func (s *spied) name(of *said) string {
	i := rapid.IntRange(0, len(s.people)-1).Draw(s.T, "named")
	of.people = append(of.people, i)
	first, last := s.people[i][0], s.people[i][1]
	both := first + " " + last
	return rapid.SampledFrom([]string{
		both, strings.ToUpper(both), strings.ToLower(both), norm.NFD.String(both), first, last, first + "'s", "@" + strings.ToLower(first),
		last + ", " + first, "**" + first[:4] + "**" + first[4:], first + "@corp.example", "https://example.org/" + strings.ToLower(last) + "/x", "(" + first + ")",
	}).Draw(s.T, "spelling")
}

func (s *spied) chance(of string, in int) bool { return rapid.IntRange(1, in).Draw(s.T, of) == 1 }

// some draws a few places, each at most once.
func (s *spied) some(of string, count int) []int {
	var all []int
	for i := range count {
		if s.chance(of, 2) {
			all = append(all, i)
		}
	}
	return all
}

func ids(sort string, places []int) []journal.ID {
	var all []journal.ID
	for _, i := range places {
		all = append(all, id(sort, i))
	}
	return all
}

// entry draws an entry of which every part is written.
func (s *spied) entry(i int) journal.Entry {
	says := &s.entries[i]
	text := func() string { return s.text(says) }
	value := 1.5
	e := journal.Entry{
		ID: id("b", i), Kind: rapid.SampledFrom(journal.Kinds()).Draw(s.T, "kind"), Title: says.title, Body: text(), Tags: []string{s.tag(says)},
		Day:     journal.Day{Year: 2026, Month: 9, Date: 1}.AddDays(rapid.IntRange(0, 70).Draw(s.T, "day")),
		Private: s.chance("private", 2), Starred: s.chance("starred", 2), Links: ids("b", s.some("links", len(s.entries))),
		Prompt:      &journal.Asked{Key: s.tag(says), Text: text()},
		Moment:      &journal.Moment{Situation: text(), Task: text(), Action: text(), Result: text(), Impact: &journal.Impact{Text: text(), Value: &value, Unit: s.word()}},
		Feedback:    &journal.Feedback{Quote: text(), Situation: text(), Behaviour: text(), Impact: text(), ActedOnIn: ids("b", s.some("acted on", len(s.entries)))},
		Application: &journal.Application{Position: text(), Organisation: text(), NextStep: text(), LooksFor: text(), Lessons: text(), Stages: []journal.Stage{{Stage: "applied", Note: text(), Lesson: text()}}},
		Evidence:    []journal.Evidence{{Expectation: string(id("e", 0)), Note: text()}},
		Attachments: s.attachments(says),
		Extra:       journal.Extra{"unknown": s.unknown(says)},
	}
	says.words = append(says.words, e.Moment.Impact.Unit)
	for _, p := range s.some("people", len(s.people)) {
		says.people = append(says.people, p)
		e.People = append(e.People, journal.Involved{Person: string(id("a", p)), Role: "saw"})
	}
	giver := rapid.IntRange(0, len(s.people)-1).Draw(s.T, "giver")
	says.people = append(says.people, giver)
	e.Feedback.Giver = string(id("a", giver))
	return e
}

func (s *spied) tag(of *said) string {
	own := s.word()
	of.words = append(of.words, own)
	if s.chance("names somebody", 3) {
		i := rapid.IntRange(0, len(s.people)-1).Draw(s.T, "named")
		of.people = append(of.people, i)
		own += "/" + strings.ToLower(s.people[i][0])
	}
	return own
}

func (s *spied) unknown(of *said) json.RawMessage {
	value, err := json.Marshal(s.text(of))
	if err != nil {
		s.Fatal(err)
	}
	return value
}

// attachments draws a file and an address, both with names in them.
func (s *spied) attachments(of *said) []journal.Attachment {
	i := rapid.IntRange(0, len(s.people)-1).Draw(s.T, "named")
	of.people = append(of.people, i)
	address := journal.Attachment{Name: s.word() + s.people[i][1] + ".pdf", URL: "https://example.org/" + s.word() + "?who=" + strings.ToLower(s.people[i][0])}
	of.words = append(of.words, strings.TrimSuffix(address.Name, s.people[i][1]+".pdf"), address.URL[len("https://example.org/"):len("https://example.org/")+7])
	content := s.word()
	file, err := s.j.Attach(context.Background(), s.word()+".txt", strings.NewReader(content+" "+s.name(of)))
	if err != nil {
		s.Fatal(err)
	}
	of.words = append(of.words, content, strings.TrimSuffix(file.Name, ".txt"))
	return []journal.Attachment{address, file}
}

func (s *spied) plan() {
	text := func() string { return s.text(&s.around) }
	s.contents.Plan = &journal.Plan{
		Purpose:          []journal.Purpose{{StandFor: text(), LifeGoals: text(), WhyFollow: text(), WhyLead: text()}},
		CurrentRole:      &journal.Role{Title: text(), Responsibilities: text(), Expectations: text(), Execution: text(), Processes: text(), Systems: text(), Simpler: text()},
		Goals:            []journal.Goal{{ID: id("d", 0), Text: text(), Notes: text(), Result: text(), Person: string(id("a", 0)), Entries: ids("b", s.some("goal", len(s.entries)))}},
		DismissedPrompts: []string{s.tag(&s.around)},
		Metrics:          []journal.Metric{{Name: text(), Unit: text()}},
	}
}

func (s *spied) pack() {
	p := journal.Pack{ID: id("c", 0), Title: s.text(&s.around), Given: &journal.Given{To: strings.Join(s.people[0][:], " "), Answer: s.text(&s.around), Application: id("b", 0)}}
	section := journal.Section{Key: "x", Title: s.text(&s.around)}
	for range rapid.IntRange(0, 3).Draw(s.T, "bullets") {
		b := bullet{entries: s.some("bullet", len(s.entries))}
		section.Bullets = append(section.Bullets, journal.Bullet{Text: s.text(&b.said), Entries: ids("b", b.entries), Edited: true})
		s.bullets = append(s.bullets, b)
	}
	p.Sections = []journal.Section{section}
	s.contents.Packs = []journal.Pack{p}
}

// request draws what is to go out.
func (s *spied) request() journal.ExportOptions {
	o := journal.ExportOptions{IncludePrivate: s.chance("include private", 4), MaskNames: s.chance("mask", 2), Private: ids("b", s.some("switched on", len(s.entries)))}
	one := s.contents.Entries[rapid.IntRange(0, len(s.entries)-1).Draw(s.T, "one")]
	filters := []journal.Filter{
		{},
		{Kinds: []journal.Kind{one.Kind}},
		{Tags: one.Tags},
		{Since: one.Day},
		{Until: one.Day},
		{Starred: true},
		{Person: string(id("a", 0))},
		{Expectation: string(id("e", 0))},
		{Since: one.Day.AddDays(100)},
	}
	o.Filter = rapid.SampledFrom(filters).Draw(s.T, "filter")
	return o
}

// goingOut gives the places of the entries that may go out.
func (s *spied) goingOut(o journal.ExportOptions) []int {
	lines, err := s.j.Read().Lines(context.Background(), o.Filter, "", 0)
	if err != nil {
		s.Fatal(err)
	}
	var out []int
	for i, e := range s.contents.Entries {
		passes := slices.ContainsFunc(lines, func(l journal.Line) bool { return l.ID == e.ID })
		if passes && (!e.Private || o.IncludePrivate || slices.Contains(o.Private, e.ID)) {
			out = append(out, i)
		}
	}
	return out
}
