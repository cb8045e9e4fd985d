package main

import (
	"cmp"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// dateOrder tells in which order the writer's system has the numbers of a date:
// as the environment says, or else as the system does.
func dateOrder(getenv func(string) string) journal.DateOrder {
	return journal.OrderIn(locale(getenv))
}

// locale names the language and the country of the writer's system.
func locale(getenv func(string) string) string {
	return cmp.Or(getenv("LC_ALL"), getenv("LC_TIME"), getenv("LANG"), string(lang.SystemLocale()))
}
