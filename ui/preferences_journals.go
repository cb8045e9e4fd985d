package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// journals is the section of the preferences that tells where the journal lies,
// and leads to others.
type journals struct {
	w      *Window
	more   *parts.Button // opens another journal
	here   *settingRow
	others *fyne.Container // the rows of the journals that were open lately
	recent fyne.CanvasObject
}

func newJournals(w *Window) *journals { return &journals{w: w} }

// section is the place of the journals in the preferences.
func (s *journals) section() prefSection {
	return prefSection{key: prefJournals, icon: look.IconLibrary, label: lang.L("Journals"), make: s.make, show: s.show, settings: []prefSetting{
		{lang.L("The journal that is open"), lang.L("name, path, directory, file")},
		{lang.L("Data folder"), lang.L("export, location, path, directory, storage, disk")},
		{lang.L("Open another journal…"), lang.L("switch, new, recent, second")},
	}}
}

// make builds the section.
func (s *journals) make() fyne.CanvasObject {
	s.more = parts.NewButton(parts.Primary, lang.L("Open another journal…"), look.IconFolder, s.w.chooseFolder)
	head := parts.Down(look.Space4,
		parts.Across(look.Space16, parts.NewText(lang.L("Journals"), parts.TypeDetailTitle), parts.Spring(), s.more),
		sentenceText(lang.L("Each journal lies in a folder of its own. One of them is open at a time.")))
	s.here = newSettingRow(look.IconFolder, lang.L("The journal that is open"),
		parts.NewButton(parts.Quiet, lang.L("Copy path"), look.IconNone, func() { s.w.copyText(s.w.home.Folder()) }),
		parts.NewButton(parts.Outline, lang.L("Show folder"), look.IconNone, func() { s.w.showFolder(s.w.home.Folder()) }))
	s.here.say(s.w.home.Folder())
	s.others = parts.Down(0)
	s.recent = parts.Down(look.Space12, parts.NewText(lang.L("Open lately"), parts.TypeStrong), s.others)
	s.recent.Hide()
	return parts.Inset(parts.Gutter(parts.Down(look.Space24, head, s.here.content, s.recent), 0, 0), look.Space32, 0, 0, 0)
}

// show reads which of the journals that were open lately are still there, with
// the keyboard at opening another one.
func (s *journals) show() {
	s.w.win.Canvas().Focus(s.more)
	folders := s.w.recentJournals()
	homes := make([]journal.Home, len(folders))
	for i, folder := range folders {
		homes[i] = s.w.homeIn(folder)
	}
	task(s.w, "look for the journals that were open lately", func(ctx context.Context) ([]bool, error) {
		there := make([]bool, len(homes))
		for i, home := range homes {
			found, err := home.Inspect(ctx)
			there[i] = err == nil && found != journal.Absent
		}
		return there, nil
	}, func(there []bool) { s.list(folders, there) })
}

// list shows the journals that were open lately. One that is gone is not
// forgotten by itself: its disk may come back.
func (s *journals) list(folders []string, there []bool) {
	s.others.RemoveAll()
	for i, folder := range folders {
		forget := parts.NewButton(parts.Quiet, lang.L("Forget"), look.IconNone, func() { s.w.forgetJournal(folder); s.show() })
		open := parts.NewButton(parts.Outline, lang.L("Open"), look.IconNone, func() { s.w.openFolder(folder) })
		words := folder
		if !there[i] {
			open.Disable()
			words = lang.L("{{.Folder}}: not there now", values{"Folder": folder})
		}
		row := newSettingRow(look.IconFolder, filepath.Base(folder), forget, open)
		row.say(words)
		s.others.Add(row.content)
	}
	setVisible(s.recent, len(folders) > 0)
	s.others.Refresh()
}
