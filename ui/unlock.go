package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// unlocking asks for the passphrase of a protected journal, on the page in the
// place of it.
type unlocking struct {
	w      *Window
	secret *parts.Field
	open   *parts.Button
}

// needsPassphrase tells whether the journal is protected and locked.
func (d *damaged) needsPassphrase() bool { return errors.Is(d.err, journal.ErrNeedsPassphrase) }

// unlockRow asks for the passphrase, and names what has the keyboard first.
func (d *damaged) unlockRow() (fyne.CanvasObject, fyne.Focusable) {
	u := &unlocking{w: d.w, secret: parts.NewLineField()}
	u.secret.Editor.Password = true
	u.secret.Editor.OnEnter = u.unlock
	u.secret.Editor.OnEdited = func(string) { u.secret.SetProblem("") }
	u.open = parts.NewButton(parts.Primary, lang.L("Unlock"), look.IconLock, u.unlock)
	row := newSettingRow(look.IconLock, lang.L("Passphrase"), fixedWidth(secretWidth, u.secret), u.open)
	row.say(lang.L("The key on the recovery sheet opens the journal, too."))
	return row.content, u.secret.Editor
}

// secretWidth is how wide the field for a passphrase is.
const secretWidth float32 = 240

// unlock tries what was typed. Trying takes a while on purpose: meanwhile the
// button waits.
func (u *unlocking) unlock() {
	secret, home := u.secret.Editor.Text, u.w.home
	if secret == "" || u.open.Disabled() {
		return
	}
	u.open.Disable()
	task(u.w, "unlock the journal", func(ctx context.Context) (wrong error, err error) {
		if err = home.Unlock(ctx, secret); errors.Is(err, journal.ErrWrongPassphrase) {
			return err, nil
		}
		return nil, err
	}, u.tried)
}

// tried opens the journal, or says that this was not its passphrase.
func (u *unlocking) tried(wrong error) {
	u.open.Enable()
	if wrong != nil {
		u.secret.SetProblem(lang.L("This is not the passphrase of the journal."))
		u.w.win.Canvas().Focus(u.secret.Editor)
		return
	}
	u.w.open()
}
