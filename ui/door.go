package ui

import (
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
}

func newDoor(log *slog.Logger) *door { return &door{shelf: container.NewStack(), log: log} }

// show tells the user about err, which happened while doing what.
func (d *door) show(what string, err error) {
	d.log.Error(what, "err", err)
	d.warn(sentence(err))
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

// warnUntilSettled warns of something that will be over by itself.
func (d *door) warnUntilSettled(text string, actions ...parts.NoticeAction) {
	d.warn(text, actions...)
	d.passes = true
}

// put lays a notice on the shelf in place of the one that is there. One
// without anything to do can at least be closed. News in the same words are
// news all the same: what can be done about them is about something else.
func (d *door) put(role parts.NoticeRole, text string, actions []parts.NoticeAction) {
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
	return slices.ContainsFunc(d.notice.Actions(), func(b *parts.Button) bool { return fyne.Focusable(b) == o })
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
