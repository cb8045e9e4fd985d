package journal

import (
	"context"
	"fmt"
)

// Meet finds the person that a name or an ID means, or adds a new one of that
// name: whoever is meant by what a writer typed. A name that breaks the rules
// is an ErrInvalid.
func (j *Journal) Meet(ctx context.Context, name, relationship string) (Person, error) {
	name, err := ReadName(name)
	if err != nil {
		return Person{}, fmt.Errorf("find a person: %w", err)
	}
	var id ID
	err = j.together(ctx, func(c *Changes) error {
		n, err := j.names(ctx, c)
		if err != nil {
			return err
		}
		id = ID(n.person(name, relationship))
		return nil
	})
	if err != nil {
		return Person{}, fmt.Errorf("find a person: %w", err)
	}
	return j.person(ctx, id)
}
