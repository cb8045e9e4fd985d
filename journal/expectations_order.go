package journal

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"
)

// ReorderExpectations puts the expectations named into the order given: they
// share out among them the places that they have, so that the others stay
// where they are. One that is not there is an ErrNotFound.
func (j *Journal) ReorderExpectations(ctx context.Context, ids []ID) error {
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		var places []int
		for i := range all {
			if slices.Contains(ids, all[i].ID) {
				places = append(places, i)
			}
		}
		after := slices.Clone(all)
		for i, id := range ids {
			at, err := placeOfExpectation(all, id)
			if err != nil {
				return err
			}
			if i >= len(places) {
				return invalid("order", "An expectation stands in the list twice.")
			}
			after[places[i]] = all[at]
		}
		c.order(after)
		return nil
	})
	if err != nil {
		return fmt.Errorf("order expectations: %w", err)
	}
	return nil
}

// order numbers the expectations in the order in which they stand, and writes
// those whose number is another one.
func (c *Changes) order(all []Expectation) {
	for i, x := range all {
		if x.Order != i+1 {
			x.Order = i + 1
			c.Expectations = append(c.Expectations, x)
		}
	}
}

// MoveToArea puts expectations into an area, after those that it holds, or at
// the end where it is a new one; "" is no area. One that is not there is an
// ErrNotFound, an area with a name that is too long an ErrInvalid.
func (j *Journal) MoveToArea(ctx context.Context, area string, ids ...ID) error {
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		if area, err = readArea(area, all); err != nil {
			return err
		}
		var moved, stay []Expectation
		for _, id := range ids {
			if _, err := placeOfExpectation(all, id); err != nil {
				return err
			}
		}
		for _, x := range all {
			if slices.Contains(ids, x.ID) && x.Area != area {
				x.Area, x.Order = area, 0
				moved = append(moved, x)
			} else {
				stay = append(stay, x)
			}
		}
		c.order(slices.Insert(stay, endOfArea(stay, area), moved...))
		return nil
	})
	if err != nil {
		return fmt.Errorf("move expectations: %w", err)
	}
	return nil
}

// endOfArea is the place after the last expectation of an area, or after all.
func endOfArea(all []Expectation, area string) int {
	for i, x := range slices.Backward(all) {
		if x.Area == area {
			return i + 1
		}
	}
	return len(all)
}

// AreaChange is what became of an area, with what UndoRenameArea needs.
type AreaChange struct {
	From, To     string
	Expectations int  // that are in it
	Merged       bool // there was an area To already, and now they are one

	before map[ID]string // the area of each as it was spelled
}

// RenameArea gives an area another name in every expectation, whatever its
// case there. Where the other name is there already the two become one, as
// that is spelled. "" is no area. A name that is too long is an ErrInvalid; an
// area that nothing is in changes nothing.
func (j *Journal) RenameArea(ctx context.Context, from, to string) (AreaChange, error) {
	change := AreaChange{From: from}
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		inside := func(x Expectation) bool { return fold(x.Area) == fold(from) }
		others := slices.DeleteFunc(slices.Clone(all), inside)
		if change.To, err = readArea(to, others); err != nil {
			return err
		}
		change.Merged = slices.ContainsFunc(others, func(x Expectation) bool { return x.Area == change.To })
		change.before = map[ID]string{}
		for _, x := range all {
			if inside(x) {
				change.before[x.ID] = x.Area
				x.Area = change.To
				c.Expectations = append(c.Expectations, x)
			}
		}
		change.Expectations = len(change.before)
		return nil
	})
	if err != nil {
		return AreaChange{}, fmt.Errorf("rename an area: %w", err)
	}
	return change, nil
}

// UndoRenameArea puts every expectation back into the area it was in, unless
// it was put into another one since.
func (j *Journal) UndoRenameArea(ctx context.Context, change AreaChange) error {
	err := j.together(ctx, func(c *Changes) error {
		all, err := j.store.Expectations(ctx)
		if err != nil {
			return err
		}
		for _, x := range all {
			if before, moved := change.before[x.ID]; moved && x.Area == change.To {
				x.Area = before
				c.Expectations = append(c.Expectations, x)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("undo the new name of an area: %w", err)
	}
	return nil
}

// readArea reads the name of an area as it is typed: on one line, and spelled
// as it is where one of the others is in it.
func readArea(text string, others []Expectation) (string, error) {
	area := oneLine(text)
	if utf8.RuneCountInString(area) > MaxName {
		return "", invalid("area", "The name of an area can hold at most %d letters.", MaxName)
	}
	at := slices.IndexFunc(others, func(x Expectation) bool { return fold(x.Area) == fold(area) })
	if at >= 0 {
		return others[at].Area, nil
	}
	return area, nil
}
