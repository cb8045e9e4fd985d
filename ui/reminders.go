package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// reminders call to mind that it is time to write, and that something is due.
// They say fixed sentences, which hold nothing of the journal: to the system, and
// at the foot of the window, where it is read when nobody shows what the system
// is told.
type reminders struct {
	w       *Window
	wrote   time.Time    // when something was written last
	writing bool         // the foot says no more than that it is time to write
	panel   *calledPanel // that lists what the last reminder was about; nil while it is shut
	cancel  context.CancelFunc
}

// When it is looked for the first time whether it is time, which must not slow
// the start down, and how often after that. The time is that of the clock on the
// wall: the first look after a computer slept finds what was missed.
const (
	remindAfter = 5 * time.Second
	remindEvery = time.Minute
)

// quietFor is how long nothing may be written before something is said.
const quietFor = 3 * time.Minute

// begin looks from now on, whether a journal is open or not.
func (r *reminders) begin() {
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(context.Background())
	r.w.every(ctx, remindAfter, remindEvery, r.look)
}

// end looks no more.
func (r *reminders) end() {
	if r.cancel != nil {
		r.cancel()
	}
}

// changed notes that something was written, and reads again when a day begins.
func (r *reminders) changed(c journal.Change) {
	if r.panel != nil && r.panel.overlay != nil { // which is opened by whoever asks for it
		r.panel.read()
	}
	if maySet(c) {
		r.readDay()
		return
	}
	r.wrote = r.w.now()
	if r.writing {
		r.w.foot.tellNothing() // who writes needs no reminder of it
		r.writing = false
	}
}

// readDay keeps the hour at which a day of this journal begins, for while it is
// locked. Nobody needs it where nothing is called to mind.
func (r *reminders) readDay() {
	j := r.w.journal
	if p := r.w.app.Preferences(); j == nil || !p.Bool(remindWriting.on()) && !p.Bool(remindDues.on()) {
		return
	}
	task(r.w, "read when a day begins", func(ctx context.Context) (int, error) {
		settings, err := j.Read().Settings(ctx)
		return journal.DayStart(settings), err
	}, func(hour int) { r.w.app.Preferences().SetInt(prefDayBegins, hour) })
}

// look says what it is time for, unless somebody writes: then a later look does.
func (r *reminders) look() {
	now := r.w.now()
	if since := now.Sub(r.wrote); since >= 0 && since < quietFor || r.w.change != nil || r.w.offer.typing() {
		return
	}
	switch span, due := r.w.due(remindDues, now); {
	case due && r.knows():
		r.lookForDues(span)
	default:
		r.say(journal.Called{}, span)
	}
}

// knows tells whether what is due is that of the user, and may be looked at.
func (r *reminders) knows() bool {
	return r.w.journal != nil && !r.w.sampleOpen() && r.w.copyOpen() == nil
}

// lookForDues looks whether something came due on the days that were not told of
// yet, so that each is told once.
func (r *reminders) lookForDues(span journal.Span) {
	j, noPrivate := r.w.journal, r.w.noPrivate()
	type answer struct {
		called journal.Called
		err    error
	}
	task(r.w, "look what is due", func(ctx context.Context) (answer, error) {
		called, err := j.Called(ctx, span, noPrivate)
		return answer{called, err}, nil
	}, func(a answer) {
		if a.err != nil {
			r.w.door.log.Error("look what is due", "err", a.err) // the next look tries again
			return
		}
		r.w.setTold(remindDues, span.Until)
		r.say(a.called, span)
	})
}

// say says that it is time to write, if it is, and what was called to mind of the
// days of a span.
func (r *reminders) say(c journal.Called, of journal.Span) {
	span, write := r.w.due(remindWriting, r.w.now())
	due := calledWords(c, of.Until)
	words, lead := due, parts.NoticeAction{Label: lang.L("Show it"), Do: func() { r.show(of) }}
	if write {
		r.w.setTold(remindWriting, span.Until)
		words = join(lang.L("Time to write."), due)
	}
	if words == "" {
		return
	}
	if r.writing = due == ""; r.writing {
		lead = parts.NoticeAction{Label: lang.L("Go to Today"), Do: r.goToday}
	}
	r.w.foot.tell(words, lead, parts.NoticeAction{Label: lang.L("Close"), Do: r.w.foot.tellNothing})
	if notify := r.w.notify; notify != nil {
		r.w.apart(func() { notify(words) }) // the system may take its time
	}
}

// calledWords say on a day that something is due, and that a date of the plan is
// near; not which, for who looks over a shoulder reads it, too.
func calledWords(c journal.Called, today journal.Day) (words string) {
	if c.Came(today) {
		words = lang.L("Something is due today.")
	}
	if c.Near(today) {
		words = join(words, lang.L("A date of your plan is near."))
	}
	return words
}

func (r *reminders) goToday() {
	r.w.foot.tellNothing()
	r.w.today.goToday()
}

// prefReminder begins the keys of the program's own preferences about a
// reminder. They belong to the computer, so that a locked journal need not be
// opened to know that it is time to write.
type prefReminder string

// The reminders.
const (
	remindWriting prefReminder = "remind.write"
	remindDues    prefReminder = "remind.due"
)

// prefDayBegins is the hour at which a day of the journal begins that was open
// last.
const prefDayBegins = "remind.day"

func (p prefReminder) on() string   { return string(p) + ".on" }
func (p prefReminder) at() string   { return string(p) + ".at" }   // as journal.Clock writes it
func (p prefReminder) days() string { return string(p) + ".days" } // a journal.Weekdays
func (p prefReminder) told() string { return string(p) + ".told" } // the day it was told for last

// usual is when something is called to mind unless another time is chosen: what
// is due in the morning, to write in the evening.
func (p prefReminder) usual() journal.Clock {
	if p == remindDues {
		return journal.Clock{Hour: 9}
	}
	return journal.Clock{Hour: 20}
}

// reminder gives a reminder as it is set; off, it has no day.
func (w *Window) reminder(of prefReminder) journal.Reminder {
	p := w.app.Preferences()
	r := journal.Reminder{Days: reminderDays(p, of)}
	if !p.Bool(of.on()) {
		r.Days = 0
	}
	var ok bool
	if r.At, ok = journal.ReadClock(p.String(of.at())); !ok {
		r.At = of.usual()
	}
	return r
}

// reminderDays are the days that are set, also of a reminder that is off.
func reminderDays(p fyne.Preferences, of prefReminder) journal.Weekdays {
	return journal.Weekdays(p.IntWithFallback(of.days(), int(journal.EveryDay)) & int(journal.EveryDay)) // #nosec G115 -- seven bits
}

// due gives the days for which a reminder is to be told now; ok is false where
// there are none.
func (w *Window) due(of prefReminder, now time.Time) (span journal.Span, ok bool) {
	p := w.app.Preferences()
	told, _ := journal.ReadDay(p.String(of.told())) // what cannot be read was never told
	if span.Until, ok = w.reminder(of).Due(now, p.Int(prefDayBegins), told); told.Before(span.Until) {
		span.From = told.AddDays(1)
	}
	return span, ok
}

// setTold notes for which day a reminder was told last.
func (w *Window) setTold(of prefReminder, day journal.Day) {
	w.app.Preferences().SetString(of.told(), day.String())
}
