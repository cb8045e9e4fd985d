package ui

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// Language is one that the window speaks, under its name in ISO 639-1.
type Language string

// The languages of the window. What is in the code is English; docs/german.md
// says how the words are chosen in German.
const (
	English Language = "en"
	German  Language = "de"
)

// prefLanguage is the key of the language that was chosen in the program's own
// preferences. Nothing stands there while it goes with the system.
const prefLanguage = "language"

// languageFiles are the words of each language but English: a folder for it,
// in it a file for each room, in it a JSON object from English.
//
//go:embed languages/*/*.json
var languageFiles embed.FS

// languageOf tells which language the window speaks: the one that was chosen,
// else that of the system, such as "de-AT", else English.
func languageOf(chosen Language, system string) Language {
	spoken, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(system), "_", "-"), "-")
	for _, l := range []Language{chosen, Language(spoken)} {
		if l == English || l == German {
			return l
		}
	}
	return English
}

// speak has whatever is built from now on speak a language.
func speak(l Language) error {
	system := lang.SystemLocale()
	if l == English && languageOf("", system.String()) == English {
		return nil // what is in the code
	}
	words, err := wordsOf(German)
	if err != nil {
		return err
	}
	if l == English {
		words = inEnglish(words)
	}
	return fileWords(words, system)
}

// fileWords has Fyne use these words. It takes those of the system's language
// and cannot be told another one, so they are filed under that name, whatever
// their language is. All of them are: a word that is missing there would be
// logged each time it is shown.
func fileWords(words map[string]string, system fyne.Locale) error {
	written, err := json.Marshal(words)
	if err != nil {
		return fmt.Errorf("write the words of the window: %w", err)
	}
	if err := lang.AddTranslationsForLocale(written, system); err != nil {
		return fmt.Errorf("use the words of the window: %w", err)
	}
	return nil
}

// wordsOf reads the words of a language.
func wordsOf(l Language) (map[string]string, error) {
	folder := "languages/" + string(l)
	files, err := languageFiles.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("read the words of the window: %w", err)
	}
	words := map[string]string{}
	for _, f := range files {
		written, err := languageFiles.ReadFile(folder + "/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("read the words of the window: %w", err)
		}
		if err := json.Unmarshal(written, &words); err != nil {
			return nil, fmt.Errorf("read the words in %s: %w", f.Name(), err)
		}
	}
	return words, nil
}

// fyneWords are the words of Fyne itself that have a name in the place of
// their English.
func fyneWords() map[string]string {
	words := map[string]string{"file.name": "Name", "file.parent": "Parent"}
	for _, day := range strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday") {
		words[strings.ToLower(day)], words[strings.ToLower(day)+".short"] = day, day[:3]
	}
	return words
}

// inEnglish gives each word back as it is in the code. One that needs a name
// of its own, since English has it for several things, carries what tells them
// apart after it, as in "Open ‹not yet closed›".
func inEnglish(words map[string]string) map[string]string {
	english := make(map[string]string, len(words))
	for key := range words {
		english[key], _, _ = strings.Cut(key, " ‹")
	}
	for name, word := range fyneWords() {
		english[name] = word
	}
	return english
}

// setLanguage chooses the language of the next start: "" goes with the system.
func (w *Window) setLanguage(l Language) {
	w.app.Preferences().SetString(prefLanguage, string(l))
	w.win.SetMainMenu(w.menu())
	if languageOf(l, w.system) != w.language {
		w.door.say(lang.L("The window speaks it from the next start on."))
	}
}

func (w *Window) languageMenu() *fyne.MenuItem {
	language := fyne.NewMenuItem(lang.L("Language"), nil)
	language.ChildMenu = fyne.NewMenu("",
		w.languageItem("", lang.L("As the system")), w.languageItem(English, "English"), w.languageItem(German, "Deutsch"))
	return language
}

// languageItem is a language in the menu, under the name that it gives itself.
func (w *Window) languageItem(l Language, name string) *fyne.MenuItem {
	i := fyne.NewMenuItem(name, func() { w.setLanguage(l) })
	i.Checked = w.app.Preferences().String(prefLanguage) == string(l)
	return i
}
