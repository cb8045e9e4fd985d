package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// retrospectYear is the year in days, with for how long the writer has kept
// writing, where that is wanted.
type retrospectYear struct {
	r       *retrospect
	heat    *parts.Heat
	counts  map[parts.Date]int
	words   *parts.Paragraph
	toggle  *parts.Button
	content fyne.CanvasObject
}

func newRetrospectYear(r *retrospect) *retrospectYear {
	y := &retrospectYear{r: r, words: sentenceText("")}
	y.heat = parts.NewHeat(monthNames(), r.w.weekBegins)
	y.heat.Tip, y.heat.OnSelect = y.tip, y.open
	y.toggle = parts.NewButton(parts.Quiet, "", look.IconNone, y.toggleStreak)
	y.toggle.Words, y.toggle.Height, y.toggle.Padding, y.toggle.Ink = parts.TypeCaption, look.Space24, 0, look.ColorInk2
	y.content = parts.Down(look.Space12, parts.NewHairline(), parts.NewSectionLabel(lang.L("The year in days")), y.heat,
		parts.Down(look.Space4, y.words, parts.Across(0, y.toggle)))
	return y
}

// show shows the year up to today.
func (y *retrospectYear) show(s retrospectSheet) {
	y.counts = make(map[parts.Date]int, len(s.days))
	for _, d := range s.days {
		y.counts[monthDate(d.Day)] += d.Count
	}
	y.heat.SetDays(monthDate(s.today), y.counts)
	words := streakWords(s.streak, s.today)
	y.words.SetText(words)
	setVisible(y.words, words != "" && !s.hidden)
	setVisible(y.toggle, words != "" || s.hidden)
	if s.hidden {
		y.toggle.SetText(lang.L("Show for how long you have kept writing"))
	} else {
		y.toggle.SetText(lang.L("Do not show this"))
	}
}

func (y *retrospectYear) tip(d parts.Date) string {
	return dayWords(journal.Day{Year: d.Year, Month: d.Month, Date: d.Day}, y.counts[d], y.r.sheet.today)
}

// open shows a day on Today.
func (y *retrospectYear) open(d parts.Date) {
	y.r.w.today.goTo(journal.Day{Year: d.Year, Month: d.Month, Date: d.Day})
}

// toggleStreak shows for how long the writer has kept writing, or does so no
// more. The page is read again by the change.
func (y *retrospectYear) toggleStreak() {
	value := journal.StreakHidden
	if y.r.sheet.hidden {
		value = ""
	}
	task(y.r.w, "show or hide the streak", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, y.r.w.journal.SetSetting(ctx, journal.SettingStreak, value)
	}, func(struct{}) {})
}
