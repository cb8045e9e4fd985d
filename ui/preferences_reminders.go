package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// reminding is the section of the preferences about what is called to mind, and
// when.
type reminding struct {
	w     *Window
	write *reminderTime
	due   *reminderTime
	days  [7]*parts.FilterChip // by their time.Weekday
	week  *fyne.Container      // the days, in the order of the week
	which *settingRow
}

func newReminding(w *Window) *reminding { return &reminding{w: w} }

// reminderTime is a switch for a reminder, and the time of the day that it comes
// at.
type reminderTime struct {
	of  prefReminder
	at  *parts.Select
	on  *parts.Switch
	row *settingRow
}

// section is its place in the preferences.
func (r *reminding) section() prefSection {
	return prefSection{
		key: prefReminders, icon: look.IconClock, label: lang.L("Reminders"), make: r.make, show: r.show,
		settings: []prefSetting{
			{lang.L("Time to write"), lang.L("notification, alarm, daily, habit")},
			{lang.L("On these days"), lang.L("notification, weekday, weekend, Monday, Sunday")},
			{lang.L("What is due"), lang.L("notification, follow-up, deadline, review, next step")},
		},
	}
}

// make builds the section.
func (r *reminding) make() fyne.CanvasObject {
	r.write = r.newTime(remindWriting, look.IconPencil, lang.L("Time to write"))
	r.write.row.say(lang.L("A word at this time. A locked journal says it too."))
	for i := range r.days {
		day := time.Weekday(i)
		r.days[day] = parts.NewFilterChip(weekdayShort(day), func() { r.turnDay(day) })
	}
	r.week = parts.Across(look.Space4)
	r.layWeek()
	r.which = newSettingRow(look.IconCalendar, lang.L("On these days"), r.week)
	r.due = r.newTime(remindDues, look.IconFlag, lang.L("What is due"))
	r.due.row.say(lang.L("Follow-ups, next steps and goals on their day, once each; the review and the promotion round a week before, too. A locked journal does not say it."))
	return settingsPage(lang.L("Reminders"),
		lang.L("Fixed words, never yours, while Groundwork is open and nobody is writing. What was missed comes once, at the next start. These hold for this computer."),
		r.write.row, r.which, r.due.row)
}

// layWeek puts the days in the order of the week, which may begin on another one
// by now.
func (r *reminding) layWeek() {
	r.week.Objects = nil
	for i := range r.days {
		r.week.Add(r.days[(int(r.w.weekBegins)+i)%len(r.days)])
	}
}

// newTime makes the row of a reminder.
func (r *reminding) newTime(of prefReminder, icon look.IconName, name string) *reminderTime {
	t := &reminderTime{of: of}
	t.at = parts.NewSelect("", nil, func(at string) { r.setTime(t, at) })
	t.at.Name = lang.L("{{.Reminder}}, at", values{"Reminder": name})
	t.on = parts.NewSwitch(name, func(on bool) { r.turn(t, on) })
	t.row = newSettingRow(icon, name, fixedWidth(smallSelect, t.at), t.on)
	return t
}

// show shows what is set, with the keyboard at the first switch.
func (r *reminding) show() {
	r.layWeek()
	r.took()
	r.w.win.Canvas().Focus(r.write.on)
}

// took shows what is set.
func (r *reminding) took() {
	p := r.w.app.Preferences()
	for _, t := range []*reminderTime{r.write, r.due} {
		at := r.w.reminder(t.of).At
		t.at.SetOptions(timesOfDay(at))
		t.at.SetSelected(at.String())
		t.on.SetOn(p.Bool(t.of.on()))
	}
	days := reminderDays(p, remindWriting)
	for day, chip := range r.days {
		chip.SetSelected(days.Has(time.Weekday(day)))
	}
	r.which.say(lang.L("What is due comes on any day."))
	if days == 0 {
		r.which.say(lang.L("No day is chosen, so nothing comes."))
	}
}

// timesOfDay lists every half hour, and the time that is set.
func timesOfDay(set journal.Clock) []parts.Option {
	const every = 30
	var all []parts.Option
	for minute := range 24 * 60 {
		at := journal.Clock{Hour: minute / 60, Minute: minute % 60}
		if at.Minute%every == 0 || at == set {
			all = append(all, parts.Option{Key: at.String(), Label: at.String()})
		}
	}
	return all
}

func (r *reminding) turn(t *reminderTime, on bool) {
	r.w.app.Preferences().SetBool(t.of.on(), on)
	r.settled(t.of)
}

func (r *reminding) setTime(t *reminderTime, at string) {
	r.w.app.Preferences().SetString(t.of.at(), at)
	r.settled(t.of)
}

func (r *reminding) turnDay(day time.Weekday) {
	p := r.w.app.Preferences()
	days := reminderDays(p, remindWriting)
	p.SetInt(remindWriting.days(), int(days.With(day, !days.Has(day))))
	r.settled(remindWriting)
}

// settled begins anew after something was set: what lies behind is not told, and
// what was told is not due again because its time was put off. What the foot
// said was that of before.
func (r *reminding) settled(of prefReminder) {
	p := r.w.app.Preferences()
	told, _ := journal.ReadDay(p.String(of.told())) // what cannot be read was never told
	last := r.w.reminder(of).Last(r.w.now(), p.Int(prefDayBegins))
	if of == remindWriting || last.After(told) {
		r.w.setTold(of, last)
	}
	r.w.foot.tellNothing()
	r.w.reminders.readDay()
	r.took()
}
