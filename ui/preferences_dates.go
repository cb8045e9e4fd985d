package ui

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// The keys of the program's own preferences about dates. "" is as the system
// has it.
const (
	prefWeekBegins = "week.begins" // the number of the weekday, 0 for Sunday
	prefDateOrder  = "date.order"  // the number of a journal.DateOrder
)

// dateHabits is the section of the preferences about the language of the window
// and how dates are written.
type dateHabits struct {
	w      *Window
	tongue *parts.Select
	week   *parts.Select
	order  *parts.Select
}

func newDateHabits(w *Window) *dateHabits { return &dateHabits{w: w} }

// section is its place in the preferences.
func (d *dateHabits) section() prefSection {
	return prefSection{
		key: prefDates, icon: look.IconCalendar, label: lang.L("Language and dates"), make: d.make, show: d.show,
		settings: []prefSetting{
			{lang.L("Language"), lang.L("English, German, Deutsch, Sprache, translation, locale")},
			{lang.L("A week begins on"), lang.L("Monday, Sunday, first day, calendar")},
			{lang.L("Order of a date"), lang.L("format, day, month, year")},
		},
	}
}

// make builds the section.
func (d *dateHabits) make() fyne.CanvasObject {
	d.tongue = parts.NewSelect("", []parts.Option{
		{Label: lang.L("As the system")}, {Key: string(English), Label: "English"}, {Key: string(German), Label: "Deutsch"},
	}, func(l string) { d.w.setLanguage(Language(l)) })
	d.tongue.Name = lang.L("Language")
	weeks := []parts.Option{{Label: lang.L("As the system: {{.Choice}}", values{"Choice": weekdayName(lookback.WeekBegins(d.w.locale))})}}
	for _, day := range []time.Weekday{time.Monday, time.Sunday, time.Saturday} {
		weeks = append(weeks, parts.Option{Key: strconv.Itoa(int(day)), Label: weekdayName(day)})
	}
	d.week = parts.NewSelect("", weeks, d.setWeek)
	d.week.Name = lang.L("A week begins on")
	d.order = parts.NewSelect("", []parts.Option{
		{Label: lang.L("As the system: {{.Choice}}", values{"Choice": orderName(journal.OrderIn(d.w.locale))})},
		{Key: strconv.Itoa(int(journal.DayFirst)), Label: orderName(journal.DayFirst)},
		{Key: strconv.Itoa(int(journal.MonthFirst)), Label: orderName(journal.MonthFirst)},
	}, d.setOrder)
	d.order.Name = lang.L("Order of a date")
	tongue := newSettingRow(look.IconFeedback, lang.L("Language"), fixedWidth(datesWidth, d.tongue))
	tongue.say(lang.L("The window speaks another one from the next start on. The questions are in English."))
	week := newSettingRow(look.IconCalendar, lang.L("A week begins on"), fixedWidth(datesWidth, d.week))
	order := newSettingRow(look.IconHash, lang.L("Order of a date"), fixedWidth(datesWidth, d.order))
	order.say(lang.L("What 03/04/2026 means where you type it. 2026-04-03 is always read as it stands."))
	return settingsPage(lang.L("Language and dates"), lang.L("These hold for this computer, whichever journal is open."), tongue, week, order)
}

// datesWidth holds the longest of the choices.
const datesWidth float32 = 230

// orderName says which number of a date comes first.
func orderName(o journal.DateOrder) string {
	switch o {
	case journal.DayFirst:
		return lang.L("the day first")
	case journal.MonthFirst:
		return lang.L("the month first")
	}
	return lang.L("the year first")
}

// show shows what is chosen, with the keyboard at the first choice.
func (d *dateHabits) show() {
	p := d.w.app.Preferences()
	d.tongue.SetSelected(p.String(prefLanguage))
	d.week.SetSelected(p.String(prefWeekBegins))
	d.order.SetSelected(p.String(prefDateOrder))
	d.w.win.Canvas().Focus(d.tongue)
}

func (d *dateHabits) setWeek(key string) {
	d.w.app.Preferences().SetString(prefWeekBegins, key)
	d.w.weekBegins = d.w.firstWeekday()
	d.w.today.rail.month.SetFirstWeekday(d.w.weekBegins)
	d.w.frame.retrospect.setFirstWeekday(d.w.weekBegins)
}

func (d *dateHabits) setOrder(key string) {
	d.w.app.Preferences().SetString(prefDateOrder, key)
	d.w.journal.SetDateOrder(d.w.dateOrder())
}

// firstWeekday is the day on which a week begins, by choice or as in the
// country of the system.
func (w *Window) firstWeekday() time.Weekday {
	day, err := strconv.Atoi(w.app.Preferences().String(prefWeekBegins))
	if err != nil || day < int(time.Sunday) || day > int(time.Saturday) {
		return lookback.WeekBegins(w.locale)
	}
	return time.Weekday(day)
}

// dateOrder is the order of the numbers of a date, by choice or as in the
// country of the system.
func (w *Window) dateOrder() journal.DateOrder {
	order, err := strconv.Atoi(w.app.Preferences().String(prefDateOrder))
	if err != nil || order < int(journal.OrderUnknown) || order > int(journal.MonthFirst) {
		return journal.OrderIn(w.locale)
	}
	return journal.DateOrder(order)
}
