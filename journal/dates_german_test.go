package journal_test

import (
	"testing"

	"groundwork/journal"
)

func TestGermanDatesAreReadAsEnglishOnes(t *testing.T) {
	today := mustDay(t, "2026-11-20")
	for german, english := range map[string]string{
		"12. März 2026": "12 March 2026", "3. Mai": "3 May", "24. Dez.": "24 Dec", "Jänner": "January", "Oktober 2025": "October 2025",
		"gestern": "yesterday", "letzten Montag": "last Monday", "nächsten Freitag": "next Friday", "Heute": "today",
	} {
		got, err := journal.ReadSpan(german, today)
		want, wrong := journal.ReadSpan(english, today)
		if err != nil || wrong != nil || got != want {
			t.Errorf("%q is %v, %v; %q is %v, %v", german, got, err, english, want, wrong)
		}
	}
}
