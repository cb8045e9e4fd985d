package ui

import (
	"errors"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// door is the one place where the window shows that something went wrong: a
// plain sentence and what to do. The detail goes to the log, which never holds
// what the user wrote.
type door struct {
	shelf   *fyne.Container   // at the foot of the page; empty when all is well
	notice  *parts.Notice     // the one on it, or nil
	passes  bool              // it goes by itself when what it warns of is over
	private bool              // it names something private
	undo    func()            // takes back the deletion it tells of, or nil
	callOff func()            // has it stay, where it would go by itself after a while; or nil
	instead func(text string) // says it where the shelf is out of sight; or nil
	log     *slog.Logger
	// details copies what somebody who is to help has to know of an error.
	details func(what string, err error)
}

func newDoor(log *slog.Logger, details func(what string, err error)) *door {
	return &door{shelf: container.NewStack(), log: log, details: details}
}

// show tells the user about err, which happened while doing what.
func (d *door) show(what string, err error) {
	d.log.Error(what, "err", err)
	d.warnOf(what, err)
}

// unread tells that a page could not read what it shows, until it can: again
// tries it.
func (d *door) unread(what string, err error, again func()) {
	d.log.Error(what, "err", err)
	d.warnUntilSettled(what, err, parts.NoticeAction{Label: lang.L("Try again"), Do: again})
}

// warnUntilSettled warns of an error that will be over by itself.
func (d *door) warnUntilSettled(what string, err error, actions ...parts.NoticeAction) {
	d.warnOf(what, err, actions...)
	d.passes = true
}

// warnOf warns of an error that happened while doing what, and says what can be
// done about it. Its details can be copied, unless it only says what the user
// may enter.
func (d *door) warnOf(what string, err error, actions ...parts.NoticeAction) {
	if errors.Is(err, journal.ErrInvalid) {
		d.warn(sentence(err), actions...)
		return
	}
	d.put(parts.NoticeWarn, sentence(err), actions, parts.NoticeAction{Label: lang.L("Copy details"), Do: func() { d.copyDetails(what, err) }})
}

// copyDetails copies the details of what the notice tells of, and says so in the
// notice, which stays.
func (d *door) copyDetails(what string, err error) {
	d.details(what, err)
	if d.notice != nil {
		d.notice.Quiet().SetText(lang.L("Copied"))
		d.notice.Refresh()
	}
}

// say tells the user something that is not an error, with something to do
// about it where actions are given.
func (d *door) say(text string, actions ...parts.NoticeAction) {
	d.put(parts.NoticeNormal, text, actions)
}

// warn tells the user that something did not work, and what can be done.
func (d *door) warn(text string, actions ...parts.NoticeAction) {
	d.put(parts.NoticeWarn, text, actions)
}

// put lays a notice on the shelf in place of the one that is there. One
// without anything to do can at least be closed. News in the same words are
// news all the same: what can be done about them is about something else. The
// notice goes with any of the actions, but not with the quiet one.
func (d *door) put(role parts.NoticeRole, text string, actions []parts.NoticeAction, quiet ...parts.NoticeAction) {
	if d.instead != nil {
		d.instead(text)
		return
	}
	if role == parts.NoticeWarn && d.notice != nil && d.notice.Sentence() == text {
		return // it stands there already: a repeated failure must not flicker
	}
	if len(actions) == 0 {
		actions = []parts.NoticeAction{{Label: lang.L("Close"), Do: d.clear}}
	}
	for i, a := range actions {
		actions[i].Do = func() { d.clear(); a.Do() }
	}
	d.forget()
	d.notice = parts.NewNotice(role, text, actions...)
	for _, a := range quiet {
		d.notice.OfferQuietly(a)
	}
	d.shelf.Objects = []fyne.CanvasObject{parts.Inset(d.notice, 0, look.Space28, look.Space16, look.Space28)}
	d.shelf.Refresh()
}

// offerUndo tells of a deletion, with the way to take it back.
func (d *door) offerUndo(text string, undo func()) {
	d.say(text, undoAction(undo))
	d.undo = func() { d.clear(); undo() }
}

// outdate takes away what offers to take something back, once something else
// was taken back: it may be the same.
func (d *door) outdate() {
	if d.undo != nil {
		d.clear()
	}
}

// forget lets go of what belonged to the notice so far.
func (d *door) forget() {
	if d.callOff != nil {
		d.callOff()
	}
	d.notice, d.passes, d.private, d.undo, d.callOff = nil, false, false, nil, nil
}

// holds tells whether something is what can be pressed in the notice.
func (d *door) holds(o fyne.Focusable) bool {
	if d.notice == nil {
		return false
	}
	return o == fyne.Focusable(d.notice.Quiet()) || slices.ContainsFunc(d.notice.Actions(), func(b *parts.Button) bool { return fyne.Focusable(b) == o })
}

// clear takes the notice away.
func (d *door) clear() {
	if d.notice == nil {
		return
	}
	d.forget()
	d.shelf.Objects = nil
	d.shelf.Refresh()
}

// hidePrivate takes away what names something private.
func (d *door) hidePrivate() {
	if d.private {
		d.clear()
	}
}

// settle takes away what warned of a failure that is over.
func (d *door) settle() {
	if d.passes {
		d.clear()
	}
}

// sentence puts an error into words for the user.
func sentence(err error) string {
	what, todo := journal.Explain(err)
	if todo == "" {
		return told(what)
	}
	return told(what) + " " + told(todo)
}
