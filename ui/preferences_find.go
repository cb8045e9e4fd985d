package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// settingFinder is the field over the list of sections. While something is
// typed the settings that go by it stand in the place of the sections.
type settingFinder struct {
	p       *preferences
	field   *parts.Field
	list    *fyne.Container // of the sections, or of what was found
	found   []foundSetting
	items   []*parts.NavItem // one for each
	at      int              // the one that Enter opens
	content fyne.CanvasObject
}

// foundSetting is a setting, or a whole section, that goes by what is typed.
type foundSetting struct {
	section prefSection
	name    string
}

func newSettingFinder(p *preferences) *settingFinder {
	f := &settingFinder{p: p, field: parts.NewSearchField(lang.L("Find a setting")), list: parts.Down(look.Space4)}
	f.field.Editor.OnEdited = f.find
	f.field.Editor.OnDown, f.field.Editor.OnUp = func() { f.move(+1) }, func() { f.move(-1) }
	f.field.Editor.OnEnter = f.open
	f.content = parts.Down(look.Space16, f.field, f.list)
	f.showSections()
	return f
}

// showSections lists the sections.
func (f *settingFinder) showSections() {
	f.found, f.items, f.list.Objects = nil, f.p.items, nil
	for i, item := range f.p.items {
		f.list.Add(item)
		f.found = append(f.found, foundSetting{f.p.sections[i], f.p.sections[i].label})
	}
	f.mark(f.p.chosenAt())
	f.list.Refresh()
}

// find lists what goes by the words, or the sections where there are none.
func (f *settingFinder) find(query string) {
	words := strings.Fields(folded(query))
	if len(words) == 0 {
		f.showSections()
		return
	}
	f.found, f.items, f.list.Objects = settingsLike(f.p.sections, words), nil, nil
	for i, each := range f.found {
		item := parts.NewNavItem(each.section.icon, each.name, func() { f.at = i; f.open() })
		f.items = append(f.items, item)
		f.list.Add(item)
	}
	if len(f.found) == 0 {
		f.list.Add(sentenceText(lang.L("No setting goes by these words.")))
	}
	f.mark(0)
	f.list.Refresh()
}

// settingsLike gives the sections and settings whose name, or whose section's,
// holds all words, or that are also known by a word that begins so.
func settingsLike(sections []prefSection, words []string) []foundSetting {
	var found []foundSetting
	for _, s := range sections {
		if holdsAll(folded(s.label), words) {
			found = append(found, foundSetting{s, s.label})
		}
		for _, setting := range s.settings {
			name, alias := folded(setting.name+"\n"+s.label), " "+folded(setting.alias)
			if !slices.ContainsFunc(words, func(word string) bool {
				return !strings.Contains(name, word) && !strings.Contains(alias, " "+word)
			}) {
				found = append(found, foundSetting{s, setting.name})
			}
		}
	}
	return found
}

// move marks the one after or before as what Enter opens.
func (f *settingFinder) move(by int) {
	if len(f.items) > 0 {
		f.mark(min(max(f.at+by, 0), len(f.items)-1))
	}
}

// mark marks what Enter opens.
func (f *settingFinder) mark(at int) {
	f.at = at
	for i, item := range f.items {
		item.SetSelected(i == f.at)
	}
}

// open shows the section of what is marked, and the sections in the list again.
func (f *settingFinder) open() {
	if f.at >= len(f.found) {
		return
	}
	key := f.found[f.at].section.key
	f.field.Editor.Load("")
	f.p.choose(key)
	f.showSections()
}

// focus puts the keyboard into the field.
func (f *settingFinder) focus() { f.p.w.win.Canvas().Focus(f.field.Editor) }

// hasKeyboard tells whether the keyboard is in the field.
func (f *settingFinder) hasKeyboard() bool {
	return f.p.w.win.Canvas().Focused() == fyne.Focusable(f.field.Editor)
}
