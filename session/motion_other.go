//go:build !linux

package session

import (
	"context"
	"errors"
)

// ReducedMotion is not asked of this system.
func ReducedMotion(context.Context) (bool, error) { return false, errors.ErrUnsupported }
