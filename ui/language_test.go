package ui

import (
	"testing"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// speakWords has the windows of a test speak these words, and English again after it.
func speakWords(t *testing.T, words map[string]string) {
	t.Helper()
	if err := fileWords(words, lang.SystemLocale()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		german, err := wordsOf(German)
		if err == nil {
			err = fileWords(inEnglish(german), lang.SystemLocale())
		}
		if err != nil {
			t.Error(err)
		}
	})
}

func speakGerman(t *testing.T) {
	t.Helper()
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	speakWords(t, german)
}

func TestTheWindowSpeaksTheLanguageThatWasChosenElseThatOfTheSystemElseEnglish(t *testing.T) {
	for _, c := range []struct {
		chosen Language
		system string
		want   Language
	}{
		{"", "de-AT", German},
		{"", "de_DE", German},
		{"", "en-GB", English},
		{"", "fr-FR", English},
		{"", "", English},
		{"", "den", English}, // Slavey
		{English, "de-DE", English},
		{German, "fr-FR", German},
		{"tlh", "de-CH", German},
	} {
		if got := languageOf(c.chosen, c.system); got != c.want {
			t.Errorf("with %q chosen on a system in %q the window speaks %q, want %q", c.chosen, c.system, got, c.want)
		}
	}
}

func TestAGermanWindowWritesDatesCountsAndStatesInGerman(t *testing.T) {
	speakGerman(t)
	today := journal.Day{Year: 2026, Month: 3, Date: 12}
	for got, want := range map[string]string{
		dayHeading(today, journal.ExactDay, today): "Donnerstag, 12. März",
		fullDay(today): "12. März 2026",
		dayHeading(today, journal.InQuarter, today): "1. Quartal 2026",
		monthShort(5) + " " + weekdayShort(4):       "Mai Do",
		entriesLine(1234567):                        "1.234.567 Einträge",
		goalStateName(journal.GoalOpen):             "Offen",
		lang.L("Open"):                              "Öffnen",
		numberWord(2):                               "zwei",
		lower(roleName("interviewer")):              "Im Gespräch dabei",
		inItsLanguage("Leading Up"):                 "Leading Up (Englisch)",
	} {
		if got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestAnEnglishWindowGroupsItsCountsToo(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1_002_003: "1,002,003"} {
		if got := inGroups(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestOneLanguageIsGivenBackWholeInPlaceOfAnother(t *testing.T) {
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	speakWords(t, inEnglish(german)) // as on a system in a third language
	for english, want := range map[string]string{"Open": "Open", "{{.Count}} entries": "<no value> entries"} {
		if got := lang.L(english, values{}); got != want {
			t.Errorf("%q is %q, want %q", english, got, want)
		}
	}
	if got := numberWord(1) + goalStateName(journal.GoalOpen) + inGroups(1000) + string(languageSpoken()); got != "oneOpen1,000en" {
		t.Errorf("what has a name of its own says %q", got)
	}
}

func TestWhatTheJournalSaysIsToldInGermanWithItsNamesAsTheyAre(t *testing.T) {
	speakGerman(t)
	for sentence, want := range map[string]string{
		"The disk is full.": "Das Laufwerk ist voll.",
		`"31.2." is not a date. Write it as 2026-11-20.`:                                  "„31.2.“ ist kein Datum. Schreib es wie 2026-11-20.",
		"Nothing about People for 3 days.":                                                "Zu People kam nichts Neues, schon 3 Tage lang.",
		"Only one entry speaks for {{x}} 100 % so far.":                                   "Bisher spricht nur ein Eintrag für {{x}} 100 %.",
		"This is not a backup that Groundwork can use: it is empty. Nothing was changed.": "Das ist keine Sicherung, die Groundwork nutzen kann: sie ist leer. Nichts wurde geändert.",
		"Nobody ever wrote this {{.":                                                      "Nobody ever wrote this {{.",
	} {
		if got := told(sentence); got != want {
			t.Errorf("%q is told as %q, want %q", sentence, got, want)
		}
	}
}

func TestTheLanguageOfTheNextStartIsChosenInTheMenu(t *testing.T) {
	s := openWindow(t)
	s.setLanguage(German)
	if got := s.app.Preferences().String(prefLanguage); got != "de" {
		t.Errorf("the choice is kept as %q", got)
	}
	if s.door.notice == nil {
		t.Error("nothing says that it is spoken from the next start on")
	}
}
