package journal

import (
	"context"
	"fmt"
	"slices"
)

// SaveExpectation writes an expectation and returns it as it is stored: a new
// one after all others where x has no ID, else in the place of the one with
// that ID. Its name and its area stand on one line; an area that is there
// already keeps its spelling.
//
// No two expectations bear one name, whatever its case, and those that are
// retired count: an entry, a file and a filter may name an expectation by its
// name, and what proves one thing must not be torn in two. Such a name, or a
// rule that is broken, is an ErrInvalid; an ID that is not there an
// ErrNotFound.
func (j *Journal) SaveExpectation(ctx context.Context, x Expectation) (Expectation, error) {
	if x.ID != "" {
		return j.EditExpectation(ctx, x.ID, func(stored *Expectation) { *stored = x })
	}
	x.ID = j.newID()
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		x.Order = nextOrder(all)
		return c.saveExpectation(&x, "", all)
	})
	if err != nil {
		return Expectation{}, fmt.Errorf("add an expectation: %w", err)
	}
	return x, nil
}

// EditExpectation changes a stored expectation and returns it as it is stored
// then. No change of another goroutine is lost. Errors as SaveExpectation's.
func (j *Journal) EditExpectation(ctx context.Context, id ID, change func(*Expectation)) (Expectation, error) {
	var x Expectation
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		at, err := placeOfExpectation(all, id)
		if err != nil {
			return err
		}
		x = all[at]
		change(&x)
		x.ID = id
		return c.saveExpectation(&x, all[at].Name, slices.Delete(slices.Clone(all), at, at+1))
	})
	if err != nil {
		return Expectation{}, fmt.Errorf("change an expectation: %w", err)
	}
	return x, nil
}

// saveExpectation adds an expectation to the changes. A name that stays as it
// was is not looked at: other programs know longer ones, and may use one twice.
func (c *Changes) saveExpectation(x *Expectation, before string, others []Expectation) (err error) {
	if x.Name != before {
		if x.Name, err = ReadName(x.Name); err != nil {
			return err
		}
		if err := freeName(x.Name, others); err != nil {
			return err
		}
	}
	if x.Area, err = readArea(x.Area, others); err != nil {
		return err
	}
	if err := x.Validate(); err != nil {
		return err
	}
	c.Expectations = []Expectation{*x}
	return nil
}

// freeName refuses the name of another expectation.
func freeName(name string, others []Expectation) error {
	at := slices.IndexFunc(others, func(x Expectation) bool { return fold(x.Name) == fold(name) })
	switch {
	case at < 0:
		return nil
	case others[at].Retired:
		return invalid("name", "You retired an expectation with this name. Bring it back, and what proves it stays in one place.")
	}
	return invalid("name", "There is an expectation with this name already.")
}

// AddExpectations adds those that are not there yet, in their order and after
// all others, and returns them as they are stored. One is there already where
// another came from the same Source, or bears the same name, whatever its
// case, and retired or not. A rule that is broken is an ErrInvalid, and then
// nothing is added.
func (j *Journal) AddExpectations(ctx context.Context, xs []Expectation) ([]Expectation, error) {
	var added []Expectation
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		there := len(all)
		for _, x := range xs {
			if x.Name, err = ReadName(x.Name); err != nil {
				return err
			}
			if x.Area, err = readArea(x.Area, all); err != nil {
				return err
			}
			if err := x.Validate(); err != nil {
				return err
			}
			if slices.ContainsFunc(all, x.means) {
				continue
			}
			x.ID, x.Order, x.Retired = j.newID(), nextOrder(all), false
			all = append(all, x)
		}
		added = all[there:]
		c.Expectations = slices.Clone(added)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("add expectations: %w", err)
	}
	return added, nil
}

// means tells whether two expectations ask for the same.
func (x *Expectation) means(other Expectation) bool {
	return x.Source != "" && x.Source == other.Source || fold(x.Name) == fold(other.Name)
}

// RetireExpectation puts an expectation out of use. It keeps its evidence and
// its place, and ReviveExpectation brings it back. One that is not there is an
// ErrNotFound.
func (j *Journal) RetireExpectation(ctx context.Context, id ID) error {
	_, err := j.EditExpectation(ctx, id, func(x *Expectation) { x.Retired = true })
	return err
}

// ReviveExpectation puts an expectation that was retired into use again. One
// that is not there is an ErrNotFound.
func (j *Journal) ReviveExpectation(ctx context.Context, id ID) error {
	_, err := j.EditExpectation(ctx, id, func(x *Expectation) { x.Retired = false })
	return err
}

// placeOfExpectation finds an expectation by its ID, or answers ErrNotFound.
func placeOfExpectation(all []Expectation, id ID) (int, error) {
	at := slices.IndexFunc(all, func(x Expectation) bool { return x.ID == id })
	if at < 0 {
		return 0, fmt.Errorf("expectation %s: %w", id, ErrNotFound)
	}
	return at, nil
}

// nextOrder is the order of the one after all others.
func nextOrder(all []Expectation) int {
	last := 0
	for _, x := range all {
		last = max(last, x.Order)
	}
	return last + 1
}
