package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// protection is the section of the preferences about the passphrase of the
// journal: what it does and what it does not, how it is given, changed and taken
// away, and when the journal locks itself.
type protection struct {
	w     *Window
	done  *journal.SealedCopies // what became of the copies when it was switched on just now; nil once that was read
	said  fyne.CanvasObject     // that tells of done
	first fyne.Focusable        // has the keyboard when the section comes into sight
	after *parts.Select         // nil on a plain journal
	away  *parts.Switch
}

func newProtection(w *Window) *protection { return &protection{w: w} }

// section is its place in the preferences.
func (p *protection) section() prefSection {
	return prefSection{key: prefProtection, icon: look.IconLock, label: lang.L("Lock and protection"), make: p.make, show: p.show, hear: whenSet(p.load), settings: []prefSetting{
		{lang.L("Lock when it is not used"), lang.L("automatic, idle, timeout, minutes, auto-lock, password")},
		{lang.L("Lock when the computer sleeps or its screen is locked"), lang.L("suspend, lid, screensaver, standby, password")},
		{lang.L("Passphrase"), lang.L("password, change, recovery, key, code")},
		{lang.L("Protection"), lang.L("password, encryption, encrypt, security, privacy, seal")},
	}}
}

// make builds the section. Whether the journal is protected changes only while
// it is closed, and then all pages are made anew.
func (p *protection) make() fyne.CanvasObject {
	gist, act := p.plain()
	var rows []fyne.CanvasObject
	if p.w.protected {
		gist, act = p.locked()
		rows = p.settings()
	}
	head := parts.Down(look.Space4,
		parts.Across(look.Space16, parts.NewText(lang.L("Lock and protection"), parts.TypeDetailTitle), parts.Spring(), act),
		sentenceText(gist))
	page := parts.Down(look.Space20, head)
	if p.done != nil {
		p.said = p.tellDone(*p.done)
		page.Add(p.said)
	}
	page.Add(parts.Down(0, append(rows, protectionTruths()...)...))
	return parts.NewScroller(parts.Gutter(parts.Inset(page, look.Space32, 0, look.Space24, 0), 0, 0))
}

// plain is what stands over the section of a journal without a passphrase.
func (p *protection) plain() (gist string, act *parts.Button) {
	act = parts.NewButton(parts.Primary, lang.L("Protect this journal…"), look.IconLock, p.protect)
	p.first = act
	if p.w.copyOpen() != nil {
		act.Disable() // the copy is not the journal
	}
	return lang.L("Whoever gets at the folder of this journal can read it. With a passphrase nobody can who does not know it."), act
}

// locked is what stands over the section of a protected journal.
func (p *protection) locked() (gist string, act *parts.Button) {
	act = parts.NewButton(parts.Primary, lang.L("Lock now"), look.IconLock, p.w.lock)
	p.first = act
	return lang.L("This journal is protected. On the disk nothing of it can be read without its passphrase or its recovery sheet."), act
}

// lockAfterWidth holds the longest of the times.
const lockAfterWidth float32 = 190

// settings are the rows of a protected journal.
func (p *protection) settings() []fyne.CanvasObject {
	p.after = parts.NewSelect("", nil, p.setAfter)
	p.after.Name = lang.L("When the journal locks itself")
	p.away = parts.NewSwitch(lang.L("Lock when the computer sleeps or its screen is locked"), p.setAway)
	idle := newSettingRow(look.IconClock, lang.L("Lock when it is not used"), fixedWidth(lockAfterWidth, p.after))
	idle.say(lang.L("Everything is saved first."))
	away := newSettingRow(look.IconLock, lang.L("Lock when the computer sleeps or its screen is locked"), p.away)
	away.say(lang.L("Where the system tells. With Ctrl+L the journal is locked at once."))
	change := newSettingRow(look.IconPencil, lang.L("Passphrase"), parts.NewButton(parts.Outline, lang.L("Change the passphrase…"), look.IconNone, p.changePassphrase))
	change.say(lang.L("The recovery sheet stays good. Backups that were made before open with the old passphrase."))
	take := newSettingRow(look.IconUndo, lang.L("Protection"), parts.NewButton(parts.Outline, lang.L("Take the protection away…"), look.IconNone, p.unprotect))
	take.say(lang.L("The journal becomes one that opens without a passphrase."))
	return []fyne.CanvasObject{idle.content, away.content, change.content, take.content}
}

// show reads how the journal locks itself, with the keyboard at what the
// section is for.
func (p *protection) show() {
	p.load()
	p.w.win.Canvas().Focus(p.first)
}

func (p *protection) load() {
	j := p.w.journal
	if !p.w.protected || j == nil {
		return
	}
	task(p.w, "read when the journal locks itself", func(ctx context.Context) (journal.Locking, error) {
		settings, err := j.Read().Settings(ctx)
		return journal.ReadLocking(settings), err
	}, p.took)
}

// took shows when the journal locks itself.
func (p *protection) took(l journal.Locking) {
	minutes := strconv.Itoa(int(l.After.Minutes()))
	p.after.SetOptions(chosenAmong([]int{0, 1, 2, 5, 10, 15, 30, 60}, minutes, lockAfterName))
	p.after.SetSelected(minutes)
	p.away.SetOn(l.WhenAway)
}

// lockAfterName is when a journal locks itself.
func lockAfterName(minutes int) string {
	switch minutes {
	case 0:
		return lang.L("Never by itself")
	case 1:
		return lang.L("After a minute")
	case 60:
		return lang.L("After an hour")
	}
	return lang.L("After {{.Count}} minutes", values{"Count": minutes})
}

// setAfter sets after how many minutes the journal locks itself.
func (p *protection) setAfter(minutes string) { p.set(journal.SettingLockAfter, minutes) }

// setAway sets whether it locks itself when nobody is at the computer.
func (p *protection) setAway(on bool) { p.set(journal.SettingLockWhenAway, strconv.FormatBool(on)) }

// set writes a setting of the journal.
func (p *protection) set(key, value string) {
	j := p.w.journal
	task(p.w, "set when the journal locks itself", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, key, value)
	}, func(struct{}) { p.load() })
}
