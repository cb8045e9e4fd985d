package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// asking is a panel that asks for the secret of the journal before something is
// done to its protection: an unlocked computer that nobody watches must not
// lose it.
type asking struct {
	w       *Window
	secret  *parts.SecretField
	act     *parts.Button
	overlay *parts.Overlay
	then    func(secret string) // does it, once the secret is the right one
}

func (w *Window) newAsking(act string, then func(secret string)) *asking {
	a := &asking{w: w, then: then}
	a.secret = newSecretField(a.submit)
	a.act = parts.NewButton(parts.Primary, act, look.IconNone, a.submit)
	return a
}

// submit tries the secret. Trying takes a while on purpose: meanwhile the button
// waits.
func (a *asking) submit() {
	secret, home := a.secret.Editor.Text, a.w.home
	switch {
	case a.act.Disabled():
		return
	case secret == "":
		a.refuse(lang.L("Type the passphrase that the journal has now, or the key on its recovery sheet."))
		return
	}
	a.act.Disable()
	task(a.w, "try the passphrase", func(ctx context.Context) (failed, err error) {
		return home.Unlock(ctx, secret), nil
	}, func(failed error) { a.tried(secret, failed) })
}

// tried goes on with the right secret, or says that this was not it.
func (a *asking) tried(secret string, failed error) {
	a.act.Enable()
	switch {
	case errors.Is(failed, journal.ErrWrongPassphrase):
		a.refuse(lang.L("This is not the passphrase of the journal."))
	case failed != nil:
		a.w.door.log.Error("try the passphrase", "err", failed)
		a.refuse(sentence(failed))
	default:
		a.overlay.Hide()
		a.then(secret)
	}
}

// refuse says what is wrong with the secret.
func (a *asking) refuse(why string) {
	a.secret.SetProblem(why)
	a.overlay.Refresh()
	a.w.win.Canvas().Focus(a.secret.Editor)
}

// changePassphrase asks for another passphrase, and for the one of now.
func (p *protection) changePassphrase() {
	var n *newPassphrase
	a := p.w.newAsking(lang.L("Change"), func(string) { p.giveAnother(n.text()) })
	submit := func() {
		if n.done() {
			a.submit()
		}
		a.overlay.Refresh() // there may be more to say
	}
	n = newNewPassphrase(func() { a.overlay.Refresh() }, submit)
	a.act.OnTap(submit)
	a.secret.Editor.OnEnter = func() { p.w.win.Canvas().Focus(n.first.Editor) }
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { a.overlay.Hide() })
	a.overlay = p.w.overlay(lang.L("Change the passphrase"),
		sentenceText(lang.L("The recovery sheet stays good. Backups that were made before open with the passphrase that they had then.")),
		under(lang.L("Passphrase of now, or recovery key"), a.secret), n.content,
		parts.Across(look.Space8, parts.Spring(), cancel, a.act))
	p.w.win.Canvas().Focus(a.secret.Editor)
}

// giveAnother gives the journal another passphrase, which needs nobody to close
// it.
func (p *protection) giveAnother(passphrase string) {
	w := p.w
	home := w.home
	task(w, "change the passphrase", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, home.ChangePassphrase(ctx, passphrase)
	}, func(struct{}) {
		w.door.say(lang.L("The journal has another passphrase. Backups that were made before open with the old one."))
	})
}

// unprotect asks for the passphrase and says what is going to be readable then.
func (p *protection) unprotect() {
	a := p.w.newAsking(lang.L("Take it away"), func(string) { p.makePlain() })
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { a.overlay.Hide() })
	a.overlay = p.w.overlay(lang.L("Take the protection away?"),
		sentenceText(lang.L("Then everything in the journal can be read by whoever gets at its folder: entries, names, attached files, history and trash. The backups that are made from then on can be read, too.")),
		sentenceText(lang.L("Backups that were made before stay sealed and open with the passphrase of now, or with the recovery sheet. Keep both as long as you keep them.")),
		under(lang.L("Passphrase of now, or recovery key"), a.secret),
		parts.Across(look.Space8, parts.Spring(), cancel, a.act))
	p.w.win.Canvas().Focus(a.secret.Editor)
}

// makePlain takes the protection away, while nobody has the journal open.
func (p *protection) makePlain() {
	w := p.w
	w.swap("take the protection away", func(ctx context.Context, home journal.Home) (journal.Home, error) {
		own := ownHome(home) // a copy may be open in its place
		return own, own.Unprotect(ctx)
	}, func(err error) {
		if err == nil {
			w.frame.preferences.open(prefProtection)
			w.door.say(lang.L("The journal is no longer protected."))
		}
	})
}
