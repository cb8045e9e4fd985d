package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// writing is the section of the preferences about how a fresh entry begins.
type writing struct {
	w       *Window
	kind    *parts.Select
	hour    *parts.Select
	private []*parts.Check // one for each kind
	ticket  int            // counts the reads; only the latest is shown
}

func newWriting(w *Window) *writing { return &writing{w: w} }

// section is its place in the preferences.
func (s *writing) section() prefSection {
	return prefSection{
		key: prefWriting, icon: look.IconPencil, label: lang.L("Writing"), make: s.make, show: s.show, hear: whenSet(s.load),
		settings: []prefSetting{
			{lang.L("Kind of a fresh entry"), lang.L("reflection, moment, default, template")},
			{lang.L("A new day begins at"), lang.L("midnight, late, hour, clock")},
			{lang.L("Private from the start"), lang.L("secret, hide, hidden, confidential, default")},
		},
	}
}

// make builds the section.
func (s *writing) make() fyne.CanvasObject {
	var kinds []parts.Option
	for _, k := range journal.Kinds() {
		kinds = append(kinds, parts.Option{Key: string(k), Label: kindName(k)})
	}
	s.kind = parts.NewSelect("", kinds, func(k string) { s.set(journal.SettingStartKind, k) })
	s.kind.Name = lang.L("Kind of a fresh entry")
	var hours []parts.Option
	for hour := range journal.LastDayStart + 1 {
		hours = append(hours, parts.Option{Key: strconv.Itoa(hour), Label: lang.L("{{.Hour}}:00", values{"Hour": hour})})
	}
	s.hour = parts.NewSelect("", hours, func(hour string) { s.set(journal.SettingDayStartsAt, hour) })
	s.hour.Name = lang.L("A new day begins at")
	kind := newSettingRow(look.IconReflection, lang.L("Kind of a fresh entry"), fixedWidth(selectWidth, s.kind))
	kind.say(lang.L("What stands on Today before you choose."))
	day := newSettingRow(look.IconClock, lang.L("A new day begins at"), fixedWidth(smallSelect, s.hour))
	day.say(lang.L("What you write after midnight, before this hour, still belongs to the evening."))
	columns := []*fyne.Container{parts.Down(look.Space4), parts.Down(look.Space4)}
	for i, k := range journal.Kinds() {
		check := parts.NewCheck(kindName(k), func(bool) { s.setPrivate() })
		s.private = append(s.private, check)
		columns[i%len(columns)].Add(check)
	}
	private := newSettingRow(look.IconPrivate, lang.L("Private from the start"), parts.Across(0, fixedWidth(checkWidth, columns[0]), fixedWidth(checkWidth, columns[1])))
	private.say(lang.L("Entries of these kinds stay out of every pack and export unless you let them out."))
	return settingsPage(lang.L("Writing"), lang.L("These belong to the journal that is open."), kind, day, private)
}

// checkWidth holds a box and the name of the longest kind.
const checkWidth float32 = 144

// show reads what is set, with the keyboard at the first choice.
func (s *writing) show() {
	s.load()
	s.w.win.Canvas().Focus(s.kind)
}

func (s *writing) load() {
	s.ticket++
	ticket, j := s.ticket, s.w.journal
	task(s.w, "read how an entry begins", func(ctx context.Context) (map[string]string, error) {
		return j.Read().Settings(ctx)
	}, func(settings map[string]string) {
		if ticket == s.ticket {
			s.took(settings)
		}
	})
}

// took shows what is set.
func (s *writing) took(settings map[string]string) {
	set := journal.ReadWriting(settings)
	kind, hour := string(set.Kind), settings[journal.SettingDayStartsAt]
	if kind == "" {
		kind = string(journal.Reflection)
	}
	if hour == "" {
		hour = "0"
	}
	s.kind.SetSelected(kind)
	s.hour.SetSelected(hour)
	for i, k := range journal.Kinds() {
		s.private[i].SetChecked(set.StartsPrivate(k))
	}
}

// setPrivate writes which kinds are private from the start.
func (s *writing) setPrivate() {
	var kinds []journal.Kind
	for i, k := range journal.Kinds() {
		if s.private[i].Checked() {
			kinds = append(kinds, k)
		}
	}
	s.set(journal.SettingPrivateKinds, journal.PrivateKinds(kinds))
}

// set writes a setting of the journal. Today begins anew where nothing is
// written yet.
func (s *writing) set(key, value string) {
	j := s.w.journal
	task(s.w, "set how an entry begins", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, key, value)
	}, func(struct{}) { s.w.today.clearBlank() })
}
