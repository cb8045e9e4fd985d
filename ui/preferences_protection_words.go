package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// protectionTruths are rows that say honestly what a passphrase protects
// against, and what it does not.
func protectionTruths() []fyne.CanvasObject {
	against := newSettingRow(look.IconCheck, lang.L("What it protects against"))
	against.say(lang.L("A disk that is stolen or copied. Somebody else at this computer while the journal is locked. A backup that lies with somebody else, in a cloud or on a stick."))
	not := newSettingRow(look.IconWarning, lang.L("What it does not protect against"))
	not.say(lang.L("Somebody at this computer while the journal is unlocked, and programs that spy on it. What the system writes of its memory to the disk when it swaps or hibernates. What lay there in plain words before: a disk may keep that for a while where only experts find it, an SSD above all. Exports and files that you open from the journal."))
	keep := newSettingRow(look.IconDocument, lang.L("What you have to keep"))
	keep.say(lang.L("The passphrase, in your head. The recovery sheet, on paper. Where both are lost the journal is lost: nobody can open it then, and nobody can help."))
	return []fyne.CanvasObject{against.content, not.content, keep.content, parts.NewHairline()}
}

// tellDone tells what came of the protection, until that is put away: copies
// that are still plain have to be looked after by hand.
func (p *protection) tellDone(done journal.SealedCopies) fyne.CanvasObject {
	words := parts.Down(look.Space8, parts.NewText(lang.L("The journal is protected now"), parts.TypeStrong))
	if line := sealedLine(done.Sealed); line != "" {
		words.Add(sentenceText(line))
	}
	if len(done.OutOfReach) > 0 {
		words.Add(parts.NewParagraph(lang.L("These could not be reached and can still be read by anybody. Delete them yourself, or back up once more where they lie:"),
			parts.TypeUI.In(look.ColorWarn), 20))
		for _, path := range done.OutOfReach {
			words.Add(sentenceText(path))
		}
	}
	words.Add(sentenceText(lang.L("From now on it asks for the passphrase at the start. Ctrl+L locks it at once.")))
	lock := parts.NewButton(parts.Soft, lang.L("Lock now"), look.IconLock, p.w.lock)
	read := parts.NewButton(parts.Outline, lang.L("Close"), look.IconNone, p.putAway)
	words.Add(parts.Across(look.Space8, lock, read))
	return parts.Panel(words, look.Space16)
}

// putAway takes away what was said of the protection.
func (p *protection) putAway() {
	p.done = nil
	p.said.Hide()
	p.w.win.Canvas().Focus(p.first)
}

// sealedLine counts the copies that were sealed, or says nothing.
func sealedLine(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return lang.L("One earlier backup was sealed, too.")
	}
	return lang.L("{{.Count}} earlier backups were sealed, too.", values{"Count": n})
}
