//go:build !pictures

package main

import "time"

// now is the clock of the program; see clock_pictures.go.
func now() time.Time { return time.Now() }
