package lookback

import (
	"testing"
	"time"
)

func TestAWeekBeginsAsItDoesInTheCountry(t *testing.T) {
	for locale, want := range map[string]time.Weekday{
		"": time.Monday, "C": time.Monday, "C.UTF-8": time.Monday, "de": time.Monday, "de_DE.UTF-8": time.Monday, "en-GB": time.Monday,
		"en_US.UTF-8": time.Sunday, "pt_BR": time.Sunday, "zh-Hant-TW": time.Sunday, "ar_EG": time.Saturday, "dv_MV": time.Friday,
		"en_US@calendar=x": time.Sunday,
	} {
		if got := WeekBegins(locale); got != want {
			t.Errorf("in %q it begins on %v, want %v", locale, got, want)
		}
	}
}
