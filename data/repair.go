package data

import (
	"context"
	"errors"

	"groundwork/journal"
)

// Repair is not there yet.
func (h *Home) Repair(context.Context) (journal.Repaired, error) {
	return journal.Repaired{}, errors.ErrUnsupported
}
