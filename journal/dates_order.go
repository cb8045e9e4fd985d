package journal

import (
	"slices"
	"strings"
)

// DateOrder says whether the day or the month comes first in 03/04/2026.
type DateOrder int

// The orders of the numbers of a date.
const (
	OrderUnknown DateOrder = iota // only a date that can be read in one way is one
	DayFirst
	MonthFirst
)

// OrderIn tells the order that goes with a locale: its language and country as
// systems write them (en_US.UTF-8, en-US). Without a country, and where the year
// comes first, it is not known. From the short date patterns of the Unicode CLDR,
// release 44: the month comes first in the United States and what belongs to
// them, and in the English of Burundi, the Marshall Islands and the Philippines.
func OrderIn(locale string) DateOrder {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.Split(strings.ReplaceAll(locale, "_", "-"), "-")
	language, country := strings.ToLower(parts[0]), strings.ToUpper(parts[len(parts)-1])
	yearFirst := slices.Contains([]string{"zh", "ja", "ko", "hu", "lt", "mn", "dz", "eu"}, language)
	switch {
	case len(parts) < 2 || len(country) != 2 || yearFirst || country == "CA" || country == "ZA":
		return OrderUnknown
	case (language == "en" || language == "fil") && slices.Contains(monthFirstCountries(), country):
		return MonthFirst
	}
	return DayFirst
}

func monthFirstCountries() []string {
	return []string{"US", "AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "VI"}
}
