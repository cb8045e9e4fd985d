package ui

import (
	"slices"
	"strings"
	"testing"
)

// checkFound tells of everyday words that do not lead to the section they mean.
func checkFound(t *testing.T, words map[string]string) {
	t.Helper()
	s := openWindow(t)
	sections := s.prefSections()
	for query, key := range words {
		found := settingsLike(sections, strings.Fields(folded(query)))
		if !slices.ContainsFunc(found, func(f foundSetting) bool { return f.section.key == key }) {
			t.Errorf("%q does not lead to %s", query, key)
		}
		if len(found) > 6 {
			t.Errorf("%q leads to %d settings", query, len(found))
		}
	}
}

func TestEverydayWordsFindTheirSetting(t *testing.T) {
	checkFound(t, map[string]string{
		"font": prefLook, "zoom": prefLook, "dark": prefLook, "night": prefLook, "theme": prefLook, "animation": prefLook, "colour": prefLook, "bigger": prefLook,
		"midnight": prefWriting, "hide": prefWriting, "default": prefWriting,
		"document": prefPrompts, "question": prefPrompts, "own question": prefPrompts,
		"language": prefDates, "German": prefDates, "deutsch": prefDates, "monday": prefDates, "calendar": prefDates, "date format": prefDates,
		"notification": prefReminders, "alarm": prefReminders, "deadline": prefReminders,
		"copy": prefBackups, "usb": prefBackups, "autosave": prefBackups, "sync": prefBackups, "folder": prefBackups,
		"delete": prefHistory, "undo": prefHistory, "bin": prefHistory,
		"export": prefJournals, "path": prefJournals, "switch": prefJournals, "data": prefJournals,
		"password": prefProtection, "passphrase": prefProtection, "encrypt": prefProtection, "idle": prefProtection, "privacy": prefProtection,
	})
}

func TestEverydayWordsFindTheirSettingInGerman(t *testing.T) {
	speakGerman(t)
	checkFound(t, map[string]string{
		"Schrift": prefLook, "zoom": prefLook, "dunkel": prefLook, "nacht": prefLook, "größer": prefLook, "Animation": prefLook,
		"Mitternacht": prefWriting, "geheim": prefWriting,
		"Dokument": prefPrompts, "Frage": prefPrompts,
		"Sprache": prefDates, "English": prefDates, "Montag": prefDates,
		"Benachrichtigung": prefReminders, "Frist": prefReminders,
		"Kopie": prefBackups, "backup": prefBackups, "speichern": prefBackups,
		"löschen": prefHistory, "rückgängig": prefHistory,
		"Export": prefJournals, "Ordner": prefJournals,
		"Passwort": prefProtection, "Kennwort": prefProtection, "verschlüsseln": prefProtection, "Datenschutz": prefProtection,
	})
}

func TestAnotherWordForASettingIsReadFromItsBeginning(t *testing.T) {
	s := openWindow(t)
	for _, f := range settingsLike(s.prefSections(), []string{"ssword"}) {
		if !strings.Contains(folded(f.name+f.section.label), "ssword") {
			t.Errorf("%q is found by the end of a word", f.name)
		}
	}
}
