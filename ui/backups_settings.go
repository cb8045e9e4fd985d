package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// backupSettings is what can be set about backups, over the list of them.
type backupSettings struct {
	b       *backups
	content *fyne.Container
	daily   *settingRow
	room    *parts.Select
	first   *settingRow
	second  *settingRow
	on      *parts.Switch
	change  *parts.Button
	move    *settingRow
	before  string // the second folder that was switched off since the section was built, or ""
}

// roomWidth holds the longest of the bounds.
const roomWidth float32 = 150

func newBackupSettings(b *backups) *backupSettings {
	s := &backupSettings{b: b}
	s.room = parts.NewSelect("", nil, s.bound)
	s.room.Name = lang.L("Room for the copies")
	s.daily = newSettingRow(look.IconClock, lang.L("Every day you write"), fixedWidth(roomWidth, s.room))
	show := parts.NewButton(parts.Outline, lang.L("Show in folder"), look.IconNone, s.showFirst)
	s.first = newSettingRow(look.IconFolder, lang.L("First folder"), show)
	s.on = parts.NewSwitch(lang.L("Second folder"), s.turn)
	s.change = parts.NewButton(parts.Outline, lang.L("Change…"), look.IconNone, s.chooseSecond)
	s.second = newSettingRow(look.IconFolder, lang.L("Second folder"), s.on, s.change)
	save := parts.NewButton(parts.Outline, lang.L("Save as one file…"), look.IconDownload, b.saveElsewhere)
	fetch := parts.NewButton(parts.Outline, lang.L("Open a backup…"), look.IconNone, b.chooseBackup)
	s.move = newSettingRow(look.IconArrow, lang.L("Another computer"), save, fetch)
	s.move.say(lang.L("One file out, one file in: the whole journal with its files."))
	s.room.OnFocus, s.on.OnFocus = b.revealing(s.room), b.revealing(s.on)
	for _, each := range []*parts.Button{show, s.change, save, fetch} {
		each.OnFocus = b.revealing(each)
	}
	s.content = parts.Down(0, s.daily.content, s.first.content, s.second.content, s.move.content, parts.NewHairline())
	return s
}

// show tells how it stands.
func (s *backupSettings) show(k keptCopies) {
	s.daily.say(lang.L("The newest copy of 7 days, 8 weeks and 24 months is kept, and for 30 days each one made by hand or before something risky. Then they thin out."))
	s.daily.icon.Set(look.IconClock, look.ColorInk2)
	if err := s.b.w.keeper.failed; err != nil {
		s.daily.say(lang.L("The last backup did not work: {{.Why}}", values{"Why": sentence(err)}))
		s.daily.icon.Set(look.IconWarning, look.ColorWarn)
	}
	bound := strconv.FormatInt(k.rule.Bytes, 10)
	s.room.SetOptions(roomOptions(k.rule.Bytes))
	s.room.SetSelected(bound)
	s.first.say(lang.L("Beside the journal, on this computer. {{.Copies}}, {{.Size}}.", values{"Copies": copiesLine(k.ownCount), "Size": fileSize(k.ownBytes)}))
	s.on.SetOn(k.folder != "")
	s.change.SetText(lang.L("Change…"))
	s.second.icon.Set(look.IconFolder, look.ColorInk2)
	switch {
	case k.folder == "":
		s.change.SetText(lang.L("Choose…"))
		s.second.say(lang.L("Each copy can go to a second place, too: a stick, or a folder that is synced."))
	case k.apart != nil:
		s.second.icon.Set(look.IconWarning, look.ColorWarn)
		s.second.say(lang.L("{{.Folder}} cannot be reached now. The copies stay in the first folder; the next one goes there again once it can be.", values{"Folder": k.folder}))
	default:
		s.second.say(lang.L("{{.Folder}}. {{.Copies}}.", values{"Folder": k.folder, "Copies": copiesLine(k.inSecond())}))
	}
}

// roomOptions are the bounds that can be chosen, with the one that is set.
func roomOptions(set int64) []parts.Option {
	const gb = 1_000_000_000
	bounds := []int64{gb, 2 * gb, 5 * gb, 10 * gb, 50 * gb}
	if set != 0 && !slices.Contains(bounds, set) {
		bounds = append(bounds, set)
		slices.Sort(bounds)
	}
	var all []parts.Option
	for _, n := range bounds {
		all = append(all, parts.Option{Key: strconv.FormatInt(n, 10), Label: lang.L("{{.Size}} at most", values{"Size": roomSize(n)})})
	}
	return append(all, parts.Option{Key: "0", Label: lang.L("No limit")})
}

// bound sets how much room the copies may take.
func (s *backupSettings) bound(bytes string) { s.b.set(journal.SettingBackupBytes, bytes) }

// showFirst shows the first folder in the system's own window.
func (s *backupSettings) showFirst() {
	folder := s.b.w.home.Folder()
	for _, c := range s.b.kept.copies {
		if c.First {
			folder = filepath.Dir(c.File)
		}
	}
	s.b.w.showFolder(folder)
}

// turn switches the second folder on, which one has to be known for, or off.
func (s *backupSettings) turn(on bool) {
	switch {
	case !on:
		s.before = s.b.kept.folder
		s.b.set(journal.SettingBackupFolder, "")
	case s.before != "":
		s.b.set(journal.SettingBackupFolder, s.before)
	default:
		s.on.SetOn(false) // until one is chosen
		s.chooseSecond()
	}
}

// chooseSecond asks for the second folder.
func (s *backupSettings) chooseSecond() { dialog.ShowFolderOpen(s.secondChosen, s.b.w.win) }

// secondChosen takes the second folder, unless none was chosen.
func (s *backupSettings) secondChosen(folder fyne.ListableURI, err error) {
	switch {
	case err != nil:
		s.b.w.door.show("choose the second folder of backups", accessProblem(err))
	case folder != nil:
		s.takeSecond(folder.Path())
	}
}

// takeSecond sets the second folder and brings a first copy there, so that it
// is known at once whether that works.
func (s *backupSettings) takeSecond(folder string) {
	w := s.b.w
	if liesIn(w.home.Folder(), folder) {
		w.door.warn(lang.L("This folder is the journal’s own. A second place is of use only elsewhere, best on another disk."))
		return
	}
	j := w.journal
	task(w, "set up the second folder", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, journal.SettingBackupFolder, folder)
	}, func(struct{}) { s.b.backUpNow() })
}

// liesIn tells whether a folder is another one or lies in it.
func liesIn(outer, folder string) bool {
	way, err := filepath.Rel(outer, folder)
	return err == nil && filepath.IsLocal(way)
}
