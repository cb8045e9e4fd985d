package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// starterPanel is a panel in which elements of the documents are picked as
// expectations.
type starterPanel struct {
	d       *demands
	sets    []prompts.StarterSet
	set     prompts.StarterSet
	choice  *parts.Select
	source  *parts.Text
	ticks   []*parts.Check
	rows    *fyne.Container
	scroll  *parts.Scroller
	all     *parts.Button
	submit  *parts.Button
	overlay *parts.Overlay
}

// starterRoom is the height of the elements that are in sight at a time, at most.
const starterRoom float32 = 340

// chooseStarterSet offers the starter sets.
func (d *demands) chooseStarterSet() {
	if d.sheet.catalogue == nil {
		return // nothing was read yet
	}
	p := &starterPanel{d: d, sets: d.sheet.catalogue.StarterSets(), source: parts.NewText("", parts.TypeCaption), rows: parts.Down(look.Space12)}
	choices := make([]parts.Option, len(p.sets))
	for i, s := range p.sets {
		choices[i] = parts.Option{Key: s.Key, Label: lang.L("{{.Title}} ({{.Count}})", values{"Title": s.Title, "Count": len(s.Expectations)})}
	}
	p.choice = parts.NewSelect("", choices, p.show)
	p.choice.Name = lang.L("Starter set")
	p.source.Truncate = true
	p.scroll = parts.NewScroller(parts.Inset(p.rows, look.Space4, look.Space12, look.Space4, look.Space4))
	p.all = parts.NewButton(parts.Quiet, "", look.IconNone, p.toggleAll)
	p.all.Padding = look.Space8
	p.submit = parts.NewButton(parts.Primary, "", look.IconPlus, p.add)
	p.overlay = d.w.overlay(lang.L("Add a starter set"), parts.Down(look.Space4, p.choice, p.source), d.w.inPanel(p.scroll, starterRoom),
		parts.Across(look.Space8, p.all, parts.Spring(), p.submit))
	p.choice.SetSelected(p.sets[0].Key)
	p.show(p.sets[0].Key)
	d.w.win.Canvas().Focus(p.choice)
}

// show lists the elements of a set, all of them ticked that are not there yet.
func (p *starterPanel) show(key string) {
	at := slices.IndexFunc(p.sets, func(s prompts.StarterSet) bool { return s.Key == key })
	p.set = p.sets[at]
	p.source.SetText(p.set.Source)
	p.ticks, p.rows.Objects = nil, nil
	for _, x := range p.set.Expectations {
		tick := parts.NewCheck(x.Name, func(bool) { p.count() })
		note := x.Area + " · " + x.Text
		if there, ok := p.d.sheet.like(x); ok {
			note = thereWords(there)
			tick.Disable()
		} else {
			tick.SetChecked(true)
		}
		p.ticks = append(p.ticks, tick)
		p.rows.Add(parts.Down(0, tick, parts.Inset(parts.NewParagraph(note, parts.TypeCaption, 18), 0, 0, 0, checkWords)))
	}
	p.scroll.ToTop()
	p.count()
}

// checkWords is where the words of a check begin.
const checkWords float32 = 30

// thereWords say that an expectation is there already.
func thereWords(x journal.Expectation) string {
	if x.Retired {
		return lang.L("You put it aside.")
	}
	return lang.L("There already.")
}

// like finds what asks for the same as an expectation that is offered.
func (s demandSheet) like(offered journal.Expectation) (journal.Expectation, bool) {
	for _, x := range s.all {
		if x.Source == offered.Source || strings.EqualFold(x.Name, offered.Name) {
			return x, true
		}
	}
	return journal.Expectation{}, false
}

// ticked lists what is to be added.
func (p *starterPanel) ticked() []journal.Expectation {
	var xs []journal.Expectation
	for i, tick := range p.ticks {
		if tick.Checked() {
			xs = append(xs, p.set.Expectations[i])
		}
	}
	return xs
}

// open tells whether something could be ticked.
func (p *starterPanel) open(tick *parts.Check) bool { return !tick.Disabled() }

// count shows how many are to be added.
func (p *starterPanel) count() {
	n := len(p.ticked())
	p.submit.SetText(lang.L("Add {{.Count}}", values{"Count": n}))
	setEnabled(p.submit, n > 0)
	p.all.SetText(lang.L("Tick all"))
	if n > 0 {
		p.all.SetText(lang.L("Tick none"))
	}
	setVisible(p.all, slices.ContainsFunc(p.ticks, p.open))
	p.scroll.Refresh()
	if p.overlay != nil {
		p.overlay.Refresh()
	}
}

// toggleAll ticks all, or none where some are.
func (p *starterPanel) toggleAll() {
	on := len(p.ticked()) == 0
	for _, tick := range p.ticks {
		tick.SetChecked(on && p.open(tick))
	}
	p.count()
}

// add adds what is ticked.
func (p *starterPanel) add() {
	xs := p.ticked()
	p.overlay.Hide()
	p.d.add(xs)
}
