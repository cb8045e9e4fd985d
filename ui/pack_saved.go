package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// newPackKey chooses a new pack among the saved ones.
const newPackKey = "new"

// packOptions are the packs there are, newest first, and a new one.
func packOptions(s *packSheet) []parts.Option {
	var all []parts.Option
	if s.pack.ID == "" {
		all = append(all, parts.Option{Key: newPackKey, Label: lang.L("A new pack")})
	}
	for _, each := range s.packs {
		all = append(all, parts.Option{Key: string(each.ID), Label: packTitle(each, s.today)})
	}
	return all
}

// packTitle is what a saved pack is called: by its day where nobody named it.
func packTitle(p journal.Pack, today journal.Day) string {
	if title := oneLine(p.Title); title != "" {
		return title
	}
	return lang.L("Pack of {{.Day}}", values{"Day": shortDay(journal.DayOf(p.Made), today)})
}

// choosePack opens a saved pack.
func (p *pack) choosePack(key string) {
	if key == newPackKey || key == "" {
		return
	}
	p.question.chosen, p.question.anew = journal.ID(key), false
	p.keepIn()
	p.load()
}

// menu lists what can be done with the pack that is open.
func (h *packHeadline) menu() {
	p := h.p
	if p.sheet == nil {
		return
	}
	remove := fyne.NewMenuItem(lang.L("Delete"), p.remove)
	remove.Disabled = p.sheet.pack.ID == ""
	group, period := fyne.NewMenuItem(lang.L("Grouped"), nil), fyne.NewMenuItem(lang.L("Looks over"), nil)
	group.ChildMenu = choices(packGroups(), h.group.Selected(), p.groupBy)
	period.ChildMenu = choices(packPeriods(), h.period.Selected(), p.lookOver)
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("New pack"), p.begin), fyne.NewMenuItem(lang.L("Rename"), p.rename), remove,
		fyne.NewMenuItemSeparator(), group, period,
	}
	if words := p.sheet.newsWords(); words != "" {
		items = append(items, fyne.NewMenuItem(words, p.takeNews))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, v := range p.views() {
		items = append(items, fyne.NewMenuItem(v.name, v.open))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.more).AddXY(0, h.more.Size().Height)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.w.win.Canvas(), at)
}

// choices is a menu of what can be chosen, with a tick at what is.
func choices(options []parts.Option, chosen string, choose func(key string)) *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, o := range options {
		each := fyne.NewMenuItem(o.Label, func() { choose(o.Key) })
		each.Checked = o.Key == chosen
		menu.Items = append(menu.Items, each)
	}
	return menu
}

// packGroups are the ways to group what the writer led.
func packGroups() []parts.Option {
	return []parts.Option{
		{Key: string(evidence.ByExpectation), Label: lang.L("By expectation")}, {Key: string(evidence.ByOutcome), Label: lang.L("By outcome")},
	}
}

// packPeriods are the times a pack can look over.
func packPeriods() []parts.Option {
	return []parts.Option{
		{Key: string(evidence.LookReview), Label: lang.L("Review period")},
		{Key: string(evidence.LookYear), Label: lang.L("This year")},
		{Key: string(evidence.LookAll), Label: lang.L("All of it")},
	}
}

// view is something beside the lines of a pack.
type view struct {
	name string
	icon look.IconName
	open func()
}

// views are the ask, and what belongs to the talk.
func (p *pack) views() []view {
	return []view{
		{lang.L("The ask"), look.IconFlag, p.showAsk},
		{lang.L("Rehearse"), look.IconEye, p.rehearse},
		{lang.L("New manager"), look.IconPeople, p.forNewManager},
		{lang.L("After the talk"), look.IconFeedback, p.afterTalk},
	}
}

// begin proposes a new pack, which is in the journal from its first change on.
func (p *pack) begin() {
	p.question.chosen, p.question.anew = "", true
	p.question.audience, p.question.look = p.sheet.pack.Audience, p.sheet.look
	p.writer = newPackWriter(p.w.journal, journal.Pack{})
	p.keepIn()
	p.load()
	p.list.focus()
}

// rename asks what the pack is to be called.
func (p *pack) rename() {
	field := parts.NewLineField()
	var overlay *parts.Overlay
	submit := func() {
		title := strings.TrimSpace(field.Editor.Text)
		overlay.Hide()
		p.change("name a pack", func(now *journal.Pack) { now.Title = title }, nil)
	}
	field.Editor.Load(p.sheet.pack.Title)
	field.Editor.OnEnter = submit
	overlay = p.w.overlay(lang.L("What is this pack called?"), field,
		parts.Across(0, parts.Spring(), parts.NewButton(parts.Primary, lang.L("Rename"), "", submit)))
	p.w.win.Canvas().Focus(field.Editor)
	field.Editor.CursorToEnd()
}

// remove puts the pack into the trash, and offers to take it back.
func (p *pack) remove() {
	gone := p.sheet.pack
	task(p.w, "delete a pack", func(ctx context.Context) (journal.Pack, error) {
		return p.w.journal.RemovePack(ctx, gone.ID)
	}, func(journal.Pack) {
		p.question.chosen, p.writer = "", newPackWriter(p.w.journal, journal.Pack{})
		p.read(p.sheet)
		p.w.deleted(lang.L("“{{.Name}}” is deleted.", values{"Name": packTitle(gone, p.sheet.today)}),
			func() { p.restore(gone.ID) })
	})
}

// restore brings a pack back from the trash.
func (p *pack) restore(id journal.ID) {
	task(p.w, "bring a pack back", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.w.journal.RestorePack(ctx, id)
	}, func(struct{}) {
		p.question.chosen, p.question.anew = id, false
		p.read(p.sheet)
	})
}

// writeFor turns the pack to somebody else: the sections they get are proposed
// where they are not there yet, and names are masked as is usual for them.
func (p *pack) writeFor(audience string) {
	p.question.mask = nil
	if p.sheet.pack.ID == "" {
		p.question.audience = audience
		p.read(p.sheet)
		return
	}
	m := p.sheet.material
	p.change("write a pack for somebody else", func(now *journal.Pack) {
		now.Audience = audience
		*now, _ = evidence.Rebuild(m, *now)
	}, nil)
}

// lookOver changes over which time the pack looks.
func (p *pack) lookOver(look string) {
	p.list.sayReading()
	if p.sheet.pack.ID == "" {
		p.question.look = evidence.Look(look)
		p.read(p.sheet)
		return
	}
	p.change("look over another time", func(now *journal.Pack) { *now = evidence.LookOver(*now, evidence.Look(look)) }, nil)
}

// groupBy has what the writer led stand under expectations or outcomes.
func (p *pack) groupBy(by string) {
	p.change("group a pack", func(now *journal.Pack) { *now = evidence.GroupBy(*now, evidence.Grouping(by)) }, nil)
}
