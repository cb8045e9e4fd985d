package journal

import (
	"context"
	"slices"
	"strings"
)

// resolveOld is resolveEntry for an entry as it was some time ago, in its
// history or in the trash: nobody is made of a name that is nobody's any more,
// and who was deleted for good meanwhile is left out.
func (j *Journal) resolveOld(ctx context.Context, e *Entry, c *Changes) error {
	if !refersToNames(e) {
		return nil
	}
	n, err := j.names(ctx, c)
	if err != nil {
		return err
	}
	n.stay = map[string]string{}
	named := n.withoutID(e)
	if err := j.leaveGone(ctx, n, slices.Clone(named)); err != nil {
		return err
	}
	for _, ref := range named {
		_, left := n.stay[ref]
		if _, known := n.find(n.people, ref); !known && !left {
			n.stay[ref] = ref
		}
	}
	if err := j.leaveGoneEvidence(ctx, n, e); err != nil {
		return err
	}
	n.dropLost(e)
	n.entry(e)
	return nil
}

// dropLost takes out of an entry the IDs that are nobody's.
func (n *names) dropLost(e *Entry) {
	lost := func(ref string) bool { return n.stay[ref] == ref && IsID(ref) }
	e.People = slices.DeleteFunc(slices.Clone(e.People), func(p Involved) bool { return lost(p.Person) })
	if e.Feedback != nil && lost(e.Feedback.Giver) {
		f := *e.Feedback
		f.Giver = ""
		e.Feedback = &f
	}
	e.Evidence = slices.DeleteFunc(slices.Clone(e.Evidence), func(v Evidence) bool {
		_, known := n.find(n.expectations, v.Expectation)
		return !known && (IsID(v.Expectation) || strings.TrimSpace(v.Expectation) == "")
	})
}
