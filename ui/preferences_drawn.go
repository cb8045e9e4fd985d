package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// drawnFrom is the row of the preferences with the documents that questions are
// drawn from, and the writer's own.
type drawnFrom struct {
	w      *Window
	row    *settingRow
	list   *fyne.Container
	keys   []string       // of the documents, and journal.OwnPrompts
	ticks  []*parts.Check // one for each; none before they are read
	ticket int            // counts the reads; only the latest is shown
}

// drawnWidth is the width of a box and the title of a document beside it.
const drawnWidth float32 = 290

func newDrawnFrom(w *Window) *drawnFrom {
	d := &drawnFrom{w: w, list: parts.Down(look.Space4)}
	d.row = newSettingRow(look.IconLibrary, lang.L("Where they come from"), fixedWidth(drawnWidth, d.list))
	d.sayWhat()
	return d
}

func (d *drawnFrom) sayWhat() {
	d.row.say(lang.L("Today’s question and Another are drawn from what is ticked."))
}

// load reads what is ticked.
func (d *drawnFrom) load() {
	type read struct {
		sources []prompts.Source
		leftOut []string
	}
	d.ticket++
	ticket, j, guide := d.ticket, d.w.journal, d.w.guide
	task(d.w, "read where questions come from", func(ctx context.Context) (r read, err error) {
		catalogue, err := guide.Catalogue()
		if err != nil {
			return r, err
		}
		settings, err := j.Read().Settings(ctx)
		return read{catalogue.Sources, journal.PromptsLeftOut(settings)}, err
	}, func(r read) {
		if ticket == d.ticket {
			d.take(r.sources, r.leftOut)
		}
	})
}

// take shows what is ticked.
func (d *drawnFrom) take(sources []prompts.Source, leftOut []string) {
	if len(d.ticks) == 0 {
		for _, s := range sources {
			d.add(s.Key, s.Title)
		}
		d.add(journal.OwnPrompts, lang.L("Your own"))
	}
	out := map[string]bool{}
	for _, key := range leftOut {
		out[key] = true
	}
	for i, key := range d.keys {
		d.ticks[i].SetChecked(!out[key])
	}
	d.row.content.Refresh()
}

// add lists a document.
func (d *drawnFrom) add(key, title string) {
	tick := parts.NewCheck(title, nil)
	tick.OnChanged = func(on bool) { d.turn(tick, on) }
	d.keys, d.ticks = append(d.keys, key), append(d.ticks, tick)
	d.list.Add(tick)
}

// turn draws from a document or not. One of them stays.
func (d *drawnFrom) turn(tick *parts.Check, on bool) {
	leftOut := d.leftOut()
	if !on && len(leftOut) == len(d.keys) {
		tick.SetChecked(true)
		d.row.say(lang.L("One stays ticked, so that each day has its question."))
		return
	}
	d.sayWhat()
	j := d.w.journal
	task(d.w, "set where questions come from", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, journal.SettingPromptsLeftOut, strings.Join(leftOut, ","))
	}, func(struct{}) { d.w.today.askAgain() })
}

// leftOut are the keys of those that are not ticked.
func (d *drawnFrom) leftOut() []string {
	var keys []string
	for i, key := range d.keys {
		if !d.ticks[i].Checked() {
			keys = append(keys, key)
		}
	}
	return keys
}

// askAgain asks today's question, which may be another one now, where none is
// being answered.
func (t *today) askAgain() {
	if t.desk != nil && t.desk.draft.Entry().Prompt == nil {
		t.askPrompt(t.w.guide.Today)
	}
}
