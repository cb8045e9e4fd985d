package journal

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// foreign is the space in which IDs of other programs become UUIDs (version
// 5 of RFC 9562): the same ID gives the same UUID each time.
var foreign = uuid.NewSHA1(uuid.NameSpaceDNS, []byte("groundwork.app"))

// ownID gives the UUID for an ID that may come from another program.
func ownID(id ID) ID {
	if id == "" {
		return ""
	}
	if u, err := uuid.Parse(string(id)); err == nil {
		return ID(u.String())
	}
	return ID(uuid.NewSHA1(foreign, []byte(id)).String())
}

// names finds people and expectations by ID or by name, and adds who is not
// known yet to a set of changes.
type names struct {
	newID        func() ID
	people       map[string]ID // by ID and by folded name
	expectations map[string]ID
	order        int // of the last expectation
	changes      *Changes

	// stay are the references to people that are left as they are, or replaced
	// by what stands in the place of somebody who is gone.
	stay map[string]string
}

// resolveEntry replaces the names of people and expectations in e by IDs, and
// adds those who are new to the changes. A name that the stored entry holds
// stays one: it belongs to somebody who was removed.
func (j *Journal) resolveEntry(ctx context.Context, e *Entry, c *Changes) error {
	if e.Typing || !refersToNames(e) {
		return nil
	}
	n, err := j.names(ctx, c)
	if err != nil {
		return err
	}
	if named := n.withoutID(e); len(named) > 0 {
		if err := j.leave(ctx, n, e, named); err != nil {
			return err
		}
	}
	if err := j.leaveGoneEvidence(ctx, n, e); err != nil {
		return err
	}
	n.entry(e)
	return nil
}

// leave notes which of the references in e are to stay as they are.
func (j *Journal) leave(ctx context.Context, n *names, e *Entry, named []string) error {
	n.stay = map[string]string{}
	if err := j.leaveGone(ctx, n, named); err != nil || e.Revision == 0 {
		return err
	}
	stored, err := j.store.Entry(ctx, e.ID)
	if errors.Is(err, ErrNotFound) {
		return nil // the save will say so
	}
	if err != nil {
		return err
	}
	for _, ref := range n.withoutID(&stored) {
		n.stay[ref] = ref
	}
	return nil
}

// leaveGone has the ID of somebody in the trash replaced by what stands in
// their place: an entry that was open while they went may still name them.
func (j *Journal) leaveGone(ctx context.Context, n *names, named []string) error {
	named = slices.DeleteFunc(named, func(ref string) bool { return uuid.Validate(ref) != nil })
	if len(named) == 0 {
		return nil
	}
	trash, err := j.store.Trash(ctx)
	if err != nil {
		return err
	}
	all, err := untrashed[gonePerson](trash, TrashedPerson)
	if err != nil {
		return err
	}
	places := make(map[string]string, len(all))
	for _, g := range all {
		places[string(g.Person.ID)] = g.place()
	}
	for _, ref := range named {
		now := ref
		for range places { // who took them in may be gone as well
			if place, gone := places[now]; gone && n.people[now] == "" {
				now = place
			}
		}
		if now != ref {
			n.stay[ref] = now
		}
	}
	return nil
}

func refersToNames(e *Entry) bool {
	return len(e.People) > 0 || len(e.Evidence) > 0 || e.Feedback != nil && e.Feedback.Giver != ""
}

func (j *Journal) names(ctx context.Context, c *Changes) (*names, error) {
	people, err := j.store.People(ctx)
	if err != nil {
		return nil, err
	}
	expectations, err := j.store.Expectations(ctx)
	if err != nil {
		return nil, err
	}
	n := &names{newID: j.newID, people: map[string]ID{}, expectations: map[string]ID{}, changes: c}
	for _, p := range people {
		n.knowPerson(p)
	}
	for _, x := range expectations {
		n.knowExpectation(x)
	}
	return n, nil
}

// knowPerson makes p findable. The first of two people with one name wins.
func (n *names) knowPerson(p Person) {
	n.people[string(p.ID)] = p.ID
	if _, taken := n.people[fold(p.Name)]; !taken {
		n.people[fold(p.Name)] = p.ID
	}
}

func (n *names) knowExpectation(x Expectation) {
	n.expectations[string(x.ID)] = x.ID
	if _, taken := n.expectations[fold(x.Name)]; !taken {
		n.expectations[fold(x.Name)] = x.ID
	}
	n.order = max(n.order, x.Order)
}

// entry replaces the names in e; its slices and parts are copied first, for
// they may belong to a draft that is still being written.
func (n *names) entry(e *Entry) {
	e.People = append([]Involved(nil), e.People...)
	for i := range e.People {
		e.People[i].Person = n.person(e.People[i].Person, "")
	}
	e.Evidence = append([]Evidence(nil), e.Evidence...)
	for i := range e.Evidence {
		e.Evidence[i].Expectation = string(n.expectation(e.Evidence[i].Expectation))
	}
	if e.Feedback != nil && e.Feedback.Giver != "" {
		f := *e.Feedback
		f.Giver = n.giver(f)
		e.Feedback = &f
	}
}

// giver finds who gave the feedback; spaces name nobody.
func (n *names) giver(f Feedback) string {
	if strings.TrimSpace(f.Giver) == "" {
		return ""
	}
	return n.person(f.Giver, f.Relationship)
}

// withoutID lists the references to people in e that are nobody's ID.
func (n *names) withoutID(e *Entry) []string {
	var named []string
	add := func(ref string) {
		if id := n.people[ref]; string(id) != ref && strings.TrimSpace(ref) != "" {
			named = append(named, ref)
		}
	}
	for _, p := range e.People {
		add(p.Person)
	}
	if e.Feedback != nil {
		add(e.Feedback.Giver)
	}
	return named
}

// person finds who is meant by an ID or a name, or adds a new person.
func (n *names) person(ref, relationship string) string {
	if stays, ok := n.stay[ref]; ok {
		return stays
	}
	if id, ok := n.find(n.people, ref); ok {
		return string(id)
	}
	p := Person{ID: n.newID(), Name: strings.TrimSpace(ref), Relationship: relationship}
	n.changes.People = append(n.changes.People, p)
	n.knowPerson(p)
	return string(p.ID)
}

// expectation finds what is meant by an ID or a name, or adds a new one.
func (n *names) expectation(ref string) ID {
	if id, ok := n.find(n.expectations, ref); ok {
		return id
	}
	x := Expectation{ID: n.newID(), Name: strings.TrimSpace(ref), Order: n.order + 1}
	n.changes.Expectations = append(n.changes.Expectations, x)
	n.knowExpectation(x)
	return x.ID
}

func (n *names) find(among map[string]ID, ref string) (ID, bool) {
	if id, ok := among[ref]; ok {
		return id, true
	}
	if id, ok := among[string(ownID(ID(ref)))]; ok {
		return id, true
	}
	id, ok := among[fold(ref)]
	return id, ok
}

// fold makes two spellings of one name equal: case, outer space and the way
// in which an accent is put together (é is one code point or two) do not count.
func fold(name string) string {
	return cases.Fold().String(norm.NFC.String(strings.TrimSpace(name)))
}

// IsMeant tells whether an ID or a name, in whatever case, means the
// expectation.
func (x *Expectation) IsMeant(by string) bool {
	return by == string(x.ID) || fold(by) == fold(x.Name)
}
