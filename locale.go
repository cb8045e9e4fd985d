package main

import (
	"cmp"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// dateOrder tells in which order the writer's system has the numbers of a date:
// as the environment says, or else as the system does.
func dateOrder(getenv func(string) string) journal.DateOrder {
	named := cmp.Or(getenv("LC_ALL"), getenv("LC_TIME"), getenv("LANG"))
	if named == "" {
		named = string(lang.SystemLocale())
	}
	return journal.OrderIn(named)
}
