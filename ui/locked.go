package ui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// lockScreen stands in the window while the journal is locked, at the start as
// after a lock. It knows nothing of the journal but that it is protected: no
// name, no folder, no count.
type lockScreen struct {
	w       *Window
	content fyne.CanvasObject
	label   *parts.Text
	secret  *parts.SecretField
	open    *parts.Button
	other   *parts.Button // to the recovery key, and back to the passphrase
	byKey   bool          // the recovery key is asked for
	trying  bool          // a secret is on trial
	asked   string        // what was typed of it
	again   bool          // Enter was pressed meanwhile
	wrong   int           // how many secrets were not the right one
	pause   int           // for how many seconds none is tried
}

// Sizes of the card of the lock screen.
const (
	lockWidth  float32 = 400
	lockTop    float32 = 40
	lockField  float32 = 46
	lockButton float32 = 44
	lockMark   float32 = 56
)

// showLocked asks for the passphrase, in place of everything else.
func (w *Window) showLocked() {
	if w.lockScreen != nil {
		return // it stands there already
	}
	w.leaveTrouble()
	w.current = nil
	l := newLockScreen(w)
	w.lockScreen = l
	w.door.instead = l.say
	w.win.SetContent(l.content)
	w.win.SetMainMenu(w.lockedMenu())
	w.win.Canvas().Focus(l.secret.Editor)
	l.useGiven()
}

// leaveLocked brings the pages back, because the journal is open or cannot be.
func (w *Window) leaveLocked() {
	if w.lockScreen == nil {
		return
	}
	w.lockScreen, w.door.instead = nil, nil
	w.before = time.Time{}
	w.win.SetContent(w.frame.content)
	w.win.SetMainMenu(w.menu())
}

func newLockScreen(w *Window) *lockScreen {
	l := &lockScreen{w: w}
	l.label = parts.NewText("", parts.TypeLabel.In(look.ColorInk2))
	l.secret = parts.NewSecretField(lang.L("Show what is typed"), lang.L("Hide what is typed"))
	l.secret.LineHeight = lockField
	l.secret.Editor.OnEnter = l.unlock
	l.secret.Editor.OnEdited = func(string) { l.secret.SetProblem("") }
	l.open = parts.NewButton(parts.Primary, "", look.IconNone, l.unlock)
	l.open.Height = lockButton
	l.other = parts.NewButton(parts.Quiet, "", look.IconNone, l.swapSecret)
	l.ask(false)
	l.content = parts.NewHills(l.card())
	return l
}

// card is what lies before the hills.
func (l *lockScreen) card() fyne.CanvasObject {
	title := parts.NewText(lang.L("Groundwork is locked"), parts.TypePageTitle)
	head := parts.Down(look.Space4, container.NewCenter(title))
	if at := l.w.before; !at.IsZero() {
		head.Add(container.NewCenter(parts.NewText(lang.L("Locked at {{.Time}}. Everything was saved first.", values{"Time": clock(at.Local())}),
			parts.TypeUI.In(look.ColorInk2))))
	}
	why := parts.NewParagraph(lang.L("Encrypted on this computer. Without the passphrase or the recovery key, nobody can open it."), parts.TypeCaption, 17)
	why.Centred = true
	fields := parts.Down(look.Space16, parts.Down(look.Space8, l.label, l.secret), l.open, container.NewCenter(l.other), parts.NewHairline(), why)
	all := parts.Down(look.Space24, container.NewCenter(parts.NewMark(lockMark)), head, fields)
	return fixedWidth(lockWidth, container.NewStack(parts.NewSurface(look.ColorCard, look.ColorLine, look.RadiusLock),
		parts.Inset(all, lockTop, look.Space40, look.Space20, look.Space40)))
}

// ask asks for the passphrase, or for the recovery key, which is typed off a
// sheet that lies open: its letters are shown.
func (l *lockScreen) ask(byKey bool) {
	l.byKey = byKey
	what, other := lang.L("Passphrase"), lang.L("Use your recovery key")
	if byKey {
		what, other = lang.L("Recovery key"), lang.L("Use your passphrase")
	}
	l.label.SetText(what)
	l.other.SetText(other)
	l.secret.Editor.Load("")
	l.secret.SetProblem("")
	l.secret.SetHidden(!byKey)
	l.showState()
}

// swapSecret asks for the other of the two secrets.
func (l *lockScreen) swapSecret() {
	l.ask(!l.byKey)
	l.w.win.Canvas().Focus(l.secret.Editor)
}

// useGiven tries the passphrase that the program was started with, once.
func (l *lockScreen) useGiven() {
	given := l.w.passphrase
	if given == nil {
		return
	}
	l.w.passphrase = nil
	l.try(func() (string, error) { return given() })
}

// unlock tries what was typed.
func (l *lockScreen) unlock() {
	typed := l.secret.Editor.Text
	if typed == "" || l.pause > 0 {
		return
	}
	if l.trying {
		l.again = true
		return
	}
	if l.byKey {
		if _, err := journal.ReadRecoveryKey(typed); err != nil {
			l.refuse(sentence(err)) // a slip: nothing has to be tried
			return
		}
	}
	l.asked = typed
	l.try(func() (string, error) { return typed, nil })
}

// try tries a secret on the journal. That takes a while on purpose: meanwhile
// the button waits.
func (l *lockScreen) try(secret func() (string, error)) {
	w, home := l.w, l.w.home
	l.trying, l.again = true, false
	l.showState()
	task(w, "unlock the journal", func(ctx context.Context) (refused error, _ error) {
		text, err := secret()
		if err == nil {
			err = home.Unlock(ctx, text)
		}
		return err, nil
	}, l.tried)
}

// tried opens the journal, or says why this was not its secret. Of a journal
// that is not protected any more, and of one whose keys are damaged, the window
// says what it says of any other.
func (l *lockScreen) tried(refused error) {
	var unreadable *journal.Invalid
	switch {
	case refused == nil || errors.Is(refused, journal.ErrNotFound):
		l.w.open()
	case errors.Is(refused, journal.ErrWrongPassphrase):
		l.trying = false
		l.wrong++
		l.pause = pauseAfter(l.wrong)
		if l.again && l.secret.Editor.Text != l.asked && l.pause == 0 {
			l.unlock() // another one was entered while this one was tried
			return
		}
		l.refuse(l.notThis())
		l.count()
	case errors.As(refused, &unreadable):
		l.trying = false
		l.refuse(sentence(refused))
		l.showState()
	default:
		l.w.showTrouble(refused)
	}
}

// notThis says that the secret was not the right one.
func (l *lockScreen) notThis() string {
	if l.byKey {
		return lang.L("This is not the recovery key of the journal.")
	}
	return lang.L("This is not the passphrase of the journal.")
}

// The pause after a wrong secret: none at first, then twice as long each time.
const (
	triesWithoutPause = 2
	longestPause      = 30 // seconds
)

// pauseAfter is for how many seconds no secret is tried after so many wrong
// ones.
func pauseAfter(wrong int) int {
	if wrong <= triesWithoutPause {
		return 0
	}
	return min(1<<min(wrong-triesWithoutPause-1, 8), longestPause)
}

// count counts the pause down, on the button.
func (l *lockScreen) count() {
	l.showState()
	if l.pause == 0 {
		return
	}
	l.w.later(time.Second, func() {
		l.pause--
		l.count()
	})
}

// showState tells on the button whether a secret can be tried.
func (l *lockScreen) showState() {
	switch {
	case l.trying:
		l.open.SetText(lang.L("Unlocking…"))
	case l.pause == 1:
		l.open.SetText(lang.L("Try again in 1 second"))
	case l.pause > 0:
		l.open.SetText(lang.L("Try again in {{.Seconds}} seconds", values{"Seconds": l.pause}))
	default:
		l.open.SetText(lang.L("Unlock"))
	}
	if l.trying || l.pause > 0 {
		l.open.Disable()
	} else {
		l.open.Enable()
	}
}

// refuse says below the field why nothing was opened, and leaves the keyboard
// there.
func (l *lockScreen) refuse(why string) {
	l.say(why)
	l.w.win.Canvas().Focus(l.secret.Editor)
}

// say says below the field what went wrong.
func (l *lockScreen) say(text string) { l.secret.SetProblem(text) }
