package ui

import "groundwork/journal"

// steps are the choices on a desk that can be taken back: a kind, a tag, a
// date, a stage. Text has its own history in its field.
type steps struct {
	done, undone []func(*journal.Entry)
	// latest says that a choice is what was done last, and not a key typed
	// since; reverted, that a choice is what was taken back last.
	latest, reverted bool
}

// keptSteps is how many choices of one entry can be taken back.
const keptSteps = 200

// choose sets a field of the entry to v, as one step to undo. at finds the
// field, and makes the part it belongs to where there is none.
func choose[T any](d *desk, at func(*journal.Entry) *T, v T) {
	swap := func(e *journal.Entry) {
		field := at(e)
		*field, v = v, *field
	}
	d.draft.Edit(swap)
	d.steps.add(swap)
}

// chosen notes a choice that is made already, to go back to what was before.
func (d *desk) chosen(at func(*journal.Entry) *string, before string) {
	d.steps.add(func(e *journal.Entry) {
		field := at(e)
		*field, before = before, *field
	})
}

func (s *steps) add(swap func(*journal.Entry)) {
	s.done = append(s.done, swap)
	if len(s.done) > keptSteps {
		s.done = s.done[1:]
	}
	s.undone, s.latest, s.reverted = nil, true, false
}

// typed notes that a key came after the last choice.
func (s *steps) typed() { s.latest, s.reverted = false, false }

// undo takes the last choice back, if there is one.
func (d *desk) undo() bool {
	s := &d.steps
	if len(s.done) == 0 {
		return false
	}
	last := s.done[len(s.done)-1]
	s.done, s.undone = s.done[:len(s.done)-1], append(s.undone, last)
	s.latest, s.reverted = len(s.done) > 0, true
	d.draft.Edit(last)
	return true
}

// redo makes the choice again that was taken back last, if there is one.
func (d *desk) redo() bool {
	s := &d.steps
	if len(s.undone) == 0 {
		return false
	}
	last := s.undone[len(s.undone)-1]
	s.undone, s.done = s.undone[:len(s.undone)-1], append(s.done, last)
	s.latest, s.reverted = true, len(s.undone) > 0
	d.draft.Edit(last)
	return true
}
