//go:build pictures

package main

import (
	"os"
	"time"
)

// now is the moment that GROUNDWORK_NOW names, and it does not pass. `make
// pictures` builds the program with the tag pictures, so that the pictures of
// the documents change only where the window does.
func now() time.Time {
	at, err := time.Parse(time.RFC3339, os.Getenv("GROUNDWORK_NOW"))
	if err != nil {
		return time.Now()
	}
	return at
}
