package lookback

import (
	"slices"
	"strings"
	"time"
)

// WeekBegins tells the day on which a week begins in the country of a locale,
// as systems write it (en_US.UTF-8, de-DE). From the week data of the Unicode
// CLDR, release 44; where no country is named it is Monday, as in ISO 8601.
func WeekBegins(locale string) time.Weekday {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.Split(strings.ReplaceAll(locale, "_", "-"), "-")
	country := strings.ToUpper(parts[len(parts)-1])
	switch {
	case len(parts) < 2:
		return time.Monday
	case country == "MV":
		return time.Friday
	case slices.Contains(strings.Fields(saturdays), country):
		return time.Saturday
	case slices.Contains(strings.Fields(sundays), country):
		return time.Sunday
	}
	return time.Monday
}

// The countries whose weeks do not begin on a Monday.
const (
	saturdays = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"
	sundays   = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP " +
		"PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)
