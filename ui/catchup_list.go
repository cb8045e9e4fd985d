package ui

import (
	"context"
	"slices"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// pastedList is the column for a list that is there already: where it is
// pasted, what it is split into, and the button that adds it. What stands in it
// is on disk within a second, until all of it is entries.
type pastedList struct {
	c       *catchUp
	back    *fyne.Container
	field   *parts.Field
	heading *parts.Text
	by      *parts.Segmented
	cards   *parts.Roll
	waits   *parts.Text
	add     *parts.Button
	foot    fyne.CanvasObject
	content fyne.CanvasObject

	journal *journal.Journal
	auto    *journal.Autosave
	mu      sync.Mutex
	list    journal.PastedList // the newest; the autosave reads it
	edits   int                // counts what was done in it
	entries []journal.PastedEntry
	ticket  int  // counts the splittings; only the latest is shown
	busy    bool // entries are being added
}

// mostPasted is the longest list, in bytes: some three thousand lines.
const mostPasted = 256 << 10

func newPastedList(c *catchUp) *pastedList {
	p := &pastedList{c: c, journal: c.w.journal, field: parts.NewField(""), heading: parts.NewText("", parts.TypeStrong), waits: parts.NewText("", parts.TypeUI)}
	p.back = wayOf(parts.NewButton(parts.Quiet, lang.L("Months"), look.IconChevronLeft, c.goMonths))
	e := p.field.Editor
	e.MaxBytes, e.Plain = mostPasted, true
	e.SetPlaceHolder(lang.L("Jan – spoke at the ops meetup, 60 people"))
	e.OnEdited = p.typed
	e.OnTooLong, e.OnUnusable = p.refuseLong, c.w.today.refuseOdd
	p.by = parts.NewSegmented([]parts.Segment{
		{Key: string(journal.ByLines), Label: lang.L("Lines")}, {Key: string(journal.ByBlocks), Label: lang.L("Blocks")},
	}, p.split)
	p.by.OnNav = true
	p.by.SetSelected(string(journal.ByLines))
	p.cards = parts.NewRoll(p.openCard)
	p.cards.CardGap, p.cards.OnSpace = look.Space8, p.tickCard
	p.add = parts.NewButton(parts.Primary, "", look.IconPlus, p.addAll)
	p.auto = journal.NewAutosave(p.journal.Now, p.save, p.reported)
	p.content = p.layOut()
	return p
}

// layOut stacks the column.
func (p *pastedList) layOut() fyne.CanvasObject {
	head := parts.Down(look.Space4, p.back, parts.NewSectionLabel(lang.L("Or paste a list you already have")),
		sentenceText(lang.L("One entry per line, or per blank line. Nothing is thrown away.")))
	bar := parts.Across(look.Space8, p.heading, parts.Spring(), p.by)
	p.waits.Truncate = true
	foot := parts.Across(look.Space16, p.waits, p.add)
	p.foot = parts.Down(0, parts.NewHairline(), heightOf(catchUpFoot-1, column(foot, 0, 0, look.Space24)))
	middle := &fyne.Container{Layout: pasteLayout{}, Objects: []fyne.CanvasObject{
		column(head, 0, 0, look.Space24), column(p.field, 0, 0, look.Space24), column(bar, 0, 0, look.Space24),
		parts.Inset(p.cards, 0, look.Space24-parts.RollReach-parts.ListBarRoom, 0, look.Space24-parts.RollReach),
	}}
	return onNav(container.New(footed{}, parts.Inset(middle, look.Space32, 0, 0, 0), p.foot))
}

// start shows the list as it was left.
func (p *pastedList) start(l journal.PastedList) {
	if l.By == "" {
		l.By = journal.ByLines
	}
	p.show(l)
}

// show puts a list into the field and splits it.
func (p *pastedList) show(l journal.PastedList) {
	p.set(l)
	p.field.Editor.Load(l.Text)
	p.by.SetSelected(string(l.By))
	p.read()
}

// now is the list as it is.
func (p *pastedList) now() journal.PastedList {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.list
}

func (p *pastedList) set(l journal.PastedList) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.list = l
}

// keep changes the list and sees to it that it is on disk within a second.
func (p *pastedList) keep(l journal.PastedList) {
	p.edits++
	p.set(l)
	p.auto.Touch()
}

// save writes the list once.
func (p *pastedList) save(ctx context.Context) error {
	return p.journal.KeepPastedList(ctx, p.now())
}

// reported tells when the list is not safe.
func (p *pastedList) reported(s journal.SaveState, err error) {
	if s != journal.Failed && s != journal.Clean {
		return
	}
	state := journal.DraftState{State: s, Saved: p.journal.Now(), Err: err}
	p.c.w.onUI(func() {
		if err != nil {
			p.c.w.door.log.Error("keep a pasted list", "err", err)
		}
		p.c.months.showState(state)
	})
}

// typed splits what is in the field.
func (p *pastedList) typed(text string) {
	l := p.now()
	l.Text = text
	p.keep(l)
	p.read()
}

// split splits the list in another way.
func (p *pastedList) split(by string) {
	l := p.now()
	l.By = journal.SplitBy(by)
	p.keep(l)
	p.read()
}

// read splits the list off the UI goroutine, for it may be long.
func (p *pastedList) read() {
	p.ticket++
	ticket, l, today := p.ticket, p.now(), p.c.read.today
	task(p.c.w, "split a list", func(context.Context) ([]journal.PastedEntry, error) {
		return l.Entries(today), nil
	}, func(entries []journal.PastedEntry) {
		if ticket == p.ticket {
			p.showEntries(entries)
		}
	})
}

// showEntries shows what the list is split into.
func (p *pastedList) showEntries(entries []journal.PastedEntry) {
	p.entries = entries
	p.cards.Update(cardRows{p}, -1)
	switch len(entries) {
	case 0:
		p.heading.SetText("")
	case 1:
		p.heading.SetText(lang.L("Split into 1 entry"))
	default:
		p.heading.SetText(lang.L("Split into {{.Count}} entries", values{"Count": inGroups(len(entries))}))
	}
	p.tell()
}

// tell says at the foot what can be added, and what waits.
func (p *pastedList) tell() {
	in, dateless := 0, 0
	for _, e := range p.entries {
		if e.In {
			in++
		}
		if !e.Known {
			dateless++
		}
	}
	p.waits.SetText(waitsLine(len(p.entries)-in, dateless))
	p.add.SetText(addLabel(in))
	if in > 0 && !p.busy {
		p.add.Enable()
	} else {
		p.add.Disable()
	}
	setVisible(p.add, len(p.entries) > 0)
}

// ticked are the entries that are to be added.
func (p *pastedList) ticked() []journal.PastedEntry {
	return slices.DeleteFunc(slices.Clone(p.entries), func(e journal.PastedEntry) bool { return !e.In })
}

// holds tells whether the keyboard is in the column.
func (p *pastedList) holds(at fyne.Focusable) bool {
	return slices.Contains([]fyne.Focusable{p.field.Editor, p.by, p.cards, p.add}, at)
}

// refuseLong says why a list was not taken.
func (p *pastedList) refuseLong() {
	p.c.w.today.refused(&journal.Invalid{Field: "list", Problem: "This list is too long for one go. Nothing was changed: paste it in parts."})
}

// flush gives what writes the list if it is not on disk yet, to be called off
// the UI goroutine.
func (c *catchUp) flush() func(context.Context) error {
	if c.list == nil { // not built before the first visit
		return func(context.Context) error { return nil }
	}
	return c.list.auto.Flush
}

// unsaved is the text of the list where it is not on disk.
func (c *catchUp) unsaved() string {
	if c.list == nil {
		return ""
	}
	if state, _ := c.list.auto.State(); state == journal.Clean {
		return ""
	}
	return c.list.now().Text
}

// pasteLayout stacks what tells of the list, the field, what tells of its
// pieces, and the pieces, which take the height that is left over.
type pasteLayout struct{}

// Heights of the field, where there is room and where there is little.
const (
	pasteHeight    float32 = 178
	pasteHeightLow float32 = 96
	pastePart      float32 = 0.25
)

// Layout implements fyne.Layout.
func (pasteLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	field := fyne.Max(pasteHeightLow, fyne.Min(pasteHeight, size.Height*pastePart))
	y := float32(0)
	for i, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height
		switch i {
		case 1:
			height = field
		case len(objects) - 1:
			height = fyne.Max(size.Height-y, 0)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + look.Space8
	}
}

// MinSize implements fyne.Layout.
func (pasteLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
