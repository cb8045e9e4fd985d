package journal

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// Mask puts pseudonyms in the place of names: "a peer", or "Peer 2" where there
// are several, the same one for the same person in all that goes out. A nil
// Mask changes nothing. Its methods may be called from any goroutine.
type Mask struct {
	known    []pseudonym
	people   map[string]int       // places in known, by ID and by folded name
	patterns map[string][]pattern // by their first word, the longest first
	unspaced map[rune][]pattern   // names in scripts that set no space between words, by their first letter
	pieces   map[string]bool      // words of names, folded, for addresses and file names
}

// pseudonym is what stands in the place of a name.
type pseudonym struct {
	text string
	used atomic.Bool
}

// somebody stands in the place of a name that is no known one, or that could
// be that of several.
const somebody = "somebody"

// noun is what a pseudonym calls somebody of a relationship (see
// Relationships).
func noun(relationship string) string {
	switch relationship {
	case LeaderAbove:
		return "leader"
	case "friend-or-family":
		return "friend"
	case "":
		return "person"
	}
	return relationship
}

// maskName is somebody that a mask knows.
type maskName struct {
	id           ID // "" for a name that is nobody's
	into         ID // who took them in, if somebody did
	name         string
	relationship string
}

// newMask knows everybody whose name is in the journal: its people, those in
// the trash, and names in entries and goals that are nobody's.
func newMask(ctx context.Context, r Reader, people []Person) (*Mask, error) {
	var all []maskName
	for _, p := range people {
		all = append(all, maskName{id: p.ID, name: p.Name, relationship: p.Relationship})
	}
	trash, err := r.Trash(ctx)
	if err != nil {
		return nil, err
	}
	gone, err := untrashed[gonePerson](trash, TrashedPerson)
	if err != nil {
		return nil, err
	}
	for _, g := range gone {
		one := maskName{id: g.Person.ID, name: g.Person.Name, relationship: g.Person.Relationship}
		if g.Into != nil {
			one.into = g.Into.After.ID
			// Whoever took them in may have had another name before.
			all = append(all, maskName{into: one.into, name: g.Into.Before.Name})
		}
		all = append(all, one)
	}
	names, err := r.LooseNames(ctx)
	if err != nil {
		return nil, err
	}
	plan, err := r.Plan(ctx)
	if err != nil {
		return nil, err
	}
	for _, g := range plan.Goals {
		names = append(names, g.Person)
	}
	for _, name := range names {
		all = append(all, maskName{name: name})
	}
	return maskOf(all), nil
}

// maskOf names everybody in the order of their IDs, and after them those who
// have none in the order of their names: so a journal has the same pseudonyms
// each time, and who comes in later the later ones.
func maskOf(all []maskName) *Mask {
	slices.SortStableFunc(all, func(a, b maskName) int {
		return cmp.Or(cmp.Compare(loose(a), loose(b)), strings.Compare(string(a.id), string(b.id)), strings.Compare(fold(a.name), fold(b.name)))
	})
	m := &Mask{people: map[string]int{}, patterns: map[string][]pattern{}, pieces: map[string]bool{}, unspaced: map[rune][]pattern{}}
	var nouns []string
	var also []maskName
	for _, one := range all {
		if one.id != "" {
			if _, known := m.people[string(one.id)]; known {
				continue // somebody in the trash who came back by an import
			}
		}
		if one.into != "" {
			also = append(also, one)
			continue
		}
		if _, known := m.people[fold(one.name)]; fold(one.name) == "" || one.id == "" && known {
			continue
		}
		m.add(one, len(nouns))
		nouns = append(nouns, noun(one.relationship))
	}
	m.alias(also, &nouns)
	m.call(nouns)
	m.sort()
	return m
}

// loose is 1 for a name that has no ID.
func loose(one maskName) int {
	if one.id == "" {
		return 1
	}
	return 0
}

// add knows somebody by the ID and the name.
func (m *Mask) add(one maskName, who int) {
	if one.id != "" {
		m.people[string(one.id)] = who
	}
	if _, taken := m.people[fold(one.name)]; !taken {
		m.people[fold(one.name)] = who
	}
	m.learn(one.name, who)
}

// alias gives those who were taken in the pseudonym of whoever took them in,
// however many times that happened.
func (m *Mask) alias(also []maskName, nouns *[]string) {
	for left := -1; len(also) != left; {
		left = len(also)
		also = slices.DeleteFunc(also, func(one maskName) bool {
			who, known := m.people[string(one.into)]
			if known {
				m.add(one, who)
			}
			return known
		})
	}
	for _, one := range also { // by somebody who is nowhere any more
		if fold(one.name) == "" {
			continue
		}
		m.add(one, len(*nouns))
		*nouns = append(*nouns, noun(one.relationship))
	}
}

// call finds the pseudonyms: with a number where there are several of a noun.
func (m *Mask) call(nouns []string) {
	total, soFar := map[string]int{}, map[string]int{}
	for _, n := range nouns {
		total[n]++
	}
	m.known = make([]pseudonym, len(nouns))
	for i, n := range nouns {
		soFar[n]++
		if total[n] == 1 {
			m.known[i].text = "a " + n
			continue
		}
		m.known[i].text = capital(n) + " " + strconv.Itoa(soFar[n])
	}
}

// capital gives a text with a large first letter, of those that ours begin with.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Name gives the pseudonym of somebody by the ID or the name, also of somebody
// whom the mask does not know; "" and a pseudonym stay what they are.
func (m *Mask) Name(person string) string {
	if m == nil || person == "" || person == somebody {
		return person
	}
	who, known := m.people[person]
	if !known {
		who, known = m.people[fold(person)]
	}
	if known {
		return m.take(who)
	}
	for i := range m.known {
		if m.known[i].text == person {
			return person
		}
	}
	return somebody
}

// take gives a pseudonym that goes out.
func (m *Mask) take(who int) string {
	if who == anybody {
		return somebody
	}
	m.known[who].used.Store(true)
	return m.known[who].text
}

// used counts the names that a pseudonym took the place of.
func (m *Mask) used() int {
	if m == nil {
		return 0
	}
	n := 0
	for i := range m.known {
		if m.known[i].used.Load() {
			n++
		}
	}
	return n
}
