package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// protecting leads from a plain journal to a protected one: a passphrase, the
// recovery sheet, a try of it, and what is going to happen. Nothing of the
// journal changes before that.
type protecting struct {
	p          *protection
	walk       *walk
	sheet      newSheet
	passphrase *newPassphrase
	keeping    *sheetKeeping
	tried      *sheetTried
}

// protect begins the way to a protected journal.
func (p *protection) protect() { p.w.makeSheet(p.askPassphrase) }

// askPassphrase shows the steps, the passphrase first.
func (p *protection) askPassphrase(sheet newSheet) {
	t := &protecting{p: p, walk: p.w.newWalk(), sheet: sheet}
	t.passphrase = newNewPassphrase(t.walk.fit, t.walk.goOn)
	t.keeping = newSheetKeeping(p.w, sheet, t.walk.fit)
	t.tried = newSheetTried(p.w, sheet.asked, t.walk.goOn)
	ask := parts.Down(look.Space16,
		sentenceText(lang.L("Choose something long that you will not forget. Four or five words that have nothing to do with each other are good. Anything can be typed: spaces, accents, emoji.")),
		t.passphrase.content)
	next := lang.L("Go on")
	t.walk.show(
		t.abandoned,
		walkStep{lang.L("A passphrase"), ask, next, focusOn(t.passphrase.first.Editor), t.passphrase.done},
		walkStep{lang.L("A recovery sheet"), t.keeping.content, next, t.firstOfSheet, t.keeping.done},
		walkStep{lang.L("Try the sheet"), t.tried.content, next, focusOn(t.tried.fields[0].Editor), t.tried.done},
		walkStep{lang.L("Protect the journal"), protectWords(), lang.L("Protect"), nil, t.protect},
	)
}

// focusOn names an editor as what has the keyboard first.
func focusOn(e *parts.Editor) func() fyne.Focusable {
	return func() fyne.Focusable { return e }
}

// firstOfSheet has the keyboard where the sheet is saved: what saves it, and
// what leads on once it is.
func (t *protecting) firstOfSheet() fyne.Focusable {
	if t.keeping.saved != "" {
		return t.walk.next
	}
	return t.keeping.pdf
}

// protectWords say what is going to happen.
func protectWords() fyne.CanvasObject {
	return parts.Down(look.Space12,
		sentenceText(lang.L("The journal and its attached files are sealed and read back. Only then what was plain is removed. That takes a moment, longer where there are many files.")),
		sentenceText(lang.L("Earlier backups in the folder of the journal and in the second folder are sealed, too. Those out of reach are listed after that. Exports, and copies that you made elsewhere, stay as they are.")),
		sentenceText(lang.L("From then on the journal asks for the passphrase at each start.")))
}

// protect does it, while nobody has the journal open.
func (t *protecting) protect() bool {
	p := journal.Protection{Passphrase: t.passphrase.text(), RecoveryKey: t.sheet.key}
	w, saved := t.p.w, t.keeping.saved
	var done journal.SealedCopies
	w.swap("protect the journal", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		var err error
		done, err = home.Protect(ctx, p)
		return home, err
	}, func(err error) {
		switch {
		case w.protected:
			w.frame.preferences.protection.done = &done
			w.frame.preferences.open(prefProtection)
		case err != nil && !w.home.Protected():
			w.door.warn(join(sentence(err), uselessSheet(saved)))
		}
	})
	return true
}

// abandoned says what became of the sheet that was saved for nothing.
func (t *protecting) abandoned() {
	if t.keeping.saved != "" {
		t.p.w.door.say(join(lang.L("The journal is as it was."), uselessSheet(t.keeping.saved)))
	}
}

// uselessSheet says that a sheet was saved for nothing.
func uselessSheet(path string) string {
	return lang.L("The sheet in {{.Path}} opens nothing: delete it.", values{"Path": path})
}
