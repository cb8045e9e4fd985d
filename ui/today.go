package ui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// today is the page people live in: one entry in the middle, ready to be
// written, and its day around it.
type today struct {
	w     *Window
	desks desks
	desk  *desk // the entry in the middle; nil before the journal is open

	now         journal.Day // the day it is for the writer
	card        prompts.Card
	hidePrivate bool
	alone       bool               // nothing but the text is in sight; see setAlone
	ticket      int                // counts what was asked to be opened; only the latest is shown
	people      []journal.Person   // for the names in the forms
	writing     journal.Writing    // how a fresh entry begins
	known       []journal.TagCount // the tags of the journal, once one is typed

	page        *fyne.Container
	room        *fyne.Container // the page, without its margins
	shared      *parts.Shared   // the text, and the parts of its kind below it
	depth       *fyne.Container // the parts with what sets them off
	under       *fyne.Container // what shares its room with the text: the parts, or the welcome
	welcome     *welcome
	about       *fyne.Container // what belongs to the entry, at the foot of the page
	fold        *parts.Fold
	form        *fyne.Container // in the fold
	links       *linksLine
	long        *longLine
	attachments *attachments
	evidence    *evidenceLine
	mentions    *mentionLine
	reading     *reading
	moment      *parts.Button // turns a reflection into a moment
	rail        *rail
	head        *fyne.Container // the day and the ways to other entries
	heading     *parts.Text
	below       *parts.Text
	kinds       *parts.PillGroup
	prompt      *parts.PromptCard
	title       *fyne.Container
	body        *fyne.Container
	tags        *parts.TagField
	tagRoom     *parts.ChipRoom
	saved       *parts.Status
	words       *parts.Text
	star        *parts.Toggle
	private     *parts.Toggle
}

func newToday(w *Window) *today {
	t := &today{w: w, heading: parts.NewHeading(""), below: parts.NewText("", parts.TypeUI)}
	t.rail = newRail(t)
	t.kinds = parts.NewPillGroup(kindPills(), t.chooseKind)
	t.prompt = parts.NewPromptCard()
	t.prompt.OnUse, t.prompt.OnAnother = t.usePrompt, t.anotherPrompt
	t.prompt.OnDismiss, t.prompt.OnRelease = t.dismissPrompt, t.releasePrompt
	t.title, t.body = container.NewStack(), container.NewStack()
	t.tags = parts.NewTagField(lang.L("Tag"))
	t.tags.OnChanged, t.tags.OnFocus = t.writeTags, t.revealTag
	t.tagRoom = parts.NewRoomFor(t.tags, t.mostTags)
	t.saved, t.words = parts.NewStatus(), parts.NewText("", parts.TypeUI)
	t.star = parts.NewToggle(lang.L("Star"), look.IconStar, look.IconStarFilled, t.setStarred)
	t.private = parts.NewToggle(lang.L("Private"), look.IconPrivate, look.IconPrivate, t.setPrivate)
	t.tags.Suggest, t.tags.OnBegin = t.suggestTags, t.readTags
	t.links, t.attachments, t.evidence, t.long = newLinksLine(t), newAttachments(t), newEvidenceLine(t), newLongLine(t)
	t.moment = parts.NewButton(parts.Outline, lang.L("Turn into a moment"), look.IconMoment, t.turnIntoMoment)
	t.reading = newReading(w)
	t.page = t.layOut()
	return t
}

// centre is the page itself.
func (t *today) centre() fyne.CanvasObject { return t.page }

// side is the rail.
func (t *today) side() fyne.CanvasObject {
	if t.alone {
		return nil
	}
	return t.rail.content
}

// shown shows today, unless an entry is on the table already.
func (t *today) shown() {
	if t.desk == nil {
		t.goToday()
		return
	}
	t.rail.refresh()
	t.links.refresh()
	t.look(t.desk)
	t.focusText()
}

// lay puts a desk into the middle of the page, its day around it, and the
// cursor into its text.
func (t *today) lay(d *desk, s sheet) {
	if t.desk != nil && t.desk != d {
		t.leave(t.desk)
	}
	t.desk = d
	t.evidence.offered, t.evidence.askedOf = nil, ""
	t.desks.use(d)
	e := d.draft.Entry() // it may hold more than what is stored
	if s.people != nil {
		t.people = s.people
	}
	if !d.laid {
		t.unfoldForKind(d)
	}
	d.acted = s.acted
	t.greet(s.empty && t.w.copyOpen() == nil)
	t.redraw(d)
	t.links.show(s.linked, s.links)
	t.showHeading(e)
	t.showState(d.draft.State(), wordCount(e.Body))
	t.showPrompt(e, s)
	t.rail.show(e, s)
	t.showFields(d)
	t.bringIntoSight()
	t.focusText()
}

// redraw shows a desk as it is now, after something else than its fields
// changed its entry.
func (t *today) redraw(d *desk) {
	e := d.draft.Entry()
	if t.desk != d {
		return
	}
	t.kinds.SetSelected(string(e.Kind))
	t.tags.SetTags(e.Tags)
	t.star.SetOn(e.Starred)
	t.private.SetOn(e.Private)
	t.attachments.show(e.Attachments)
	t.evidence.show(e.Evidence)
	setVisible(t.moment, e.Kind == journal.Reflection)
	t.showForm(d, e)
}

// showFields puts the fields of a desk on the page.
func (t *today) showFields(d *desk) {
	t.title.Objects = []fyne.CanvasObject{parts.EditorFrame(d.title)}
	d.body.OnMention, d.body.OnMentionKey = t.mentions.typed, t.mentions.key
	t.mentions.offer(nil)
	t.title.Refresh()
	t.showText(d)
	if !d.laid { // the text has its rows only now that it has its width
		d.body.CursorToEnd()
		d.laid = true
	}
}

// bringIntoSight shows this page where another one is.
func (t *today) bringIntoSight() {
	if t.w.current != t {
		t.w.current = t
		t.w.frame.show(t)
	}
}

// leave sees to it that the text of a desk is on disk when it goes out of
// sight; a desk nothing was written on is forgotten.
func (t *today) leave(d *desk) {
	t.settle()
	if d.blank() {
		t.desks.drop(d)
		return
	}
	t.w.background(func() { _ = finish(t.w.life, []*journal.Draft{d.draft}) })
}

// settle takes what is typed on the page and not entered yet.
func (t *today) settle() {
	if t.desk != nil {
		t.tags.Take()
		t.desk.settle()
	}
}

// saveNow writes what is open at once.
func (t *today) saveNow() {
	if t.desk != nil {
		t.flush(t.desk)
	}
}

// flush writes a desk in the background. A failure is reported by its draft.
func (t *today) flush(d *desk) {
	t.w.background(func() { _ = d.draft.Flush(t.w.life) })
}

// changed asks again for what a change may have moved.
func (t *today) changed(c journal.Change) {
	if t.desk == nil {
		return
	}
	switch c.Kind {
	case journal.Reloaded:
		t.rail.refresh()
		t.look(t.desk)
		t.welcome.look()
	case journal.EntryAdded:
		t.greet(false)
		t.showHeading(t.desk.draft.Entry())
		t.rail.refresh()
	case journal.EntryRemoved:
		t.rail.refresh()
	case journal.EntryChanged:
		if c.ID != t.desk.draft.Entry().ID {
			t.rail.refresh()
		}
	case journal.PlanChanged:
		t.rail.dues.refresh()
	case journal.EntriesChanged:
		t.rail.refresh()
		t.links.refresh()
	case journal.PeopleChanged:
		t.readPeople()
	case journal.ExpectationsChanged:
		t.evidence.read()
	}
}

// look finds out whether another program changed the entry in the middle. Its
// fields are left alone while there is a cursor in them: then a notice offers
// the other text.
func (t *today) look(d *desk) {
	mine := d.draft.Entry()
	if mine.Revision == 0 {
		return
	}
	task(t.w, "read the entry again", func(ctx context.Context) (journal.Entry, error) {
		return t.w.journal.Read().Entry(ctx, mine.ID)
	}, func(e journal.Entry) {
		if t.desk != d || !stale(d, e) {
			return
		}
		t.w.door.say(lang.L("This entry was changed by another program."),
			parts.NoticeAction{Label: lang.L("Show the new text"), Do: func() { t.open(e.ID) }})
	})
}

func (t *today) chooseKind(name string) {
	if t.desk == nil {
		return
	}
	t.desk.anyKind = false
	choose(t.desk, func(e *journal.Entry) *journal.Kind { return &e.Kind }, journal.Kind(name))
	if t.writing.StartsPrivate(journal.Kind(name)) {
		t.setPrivate(true)
	}
	t.unfoldForKind(t.desk)
	t.redraw(t.desk)
	if t.desk.draft.Entry().Prompt == nil {
		t.askPrompt(t.w.guide.Today)
	}
	t.focusText()
}

func (t *today) writeTags(tags []string) {
	set(t, func(e *journal.Entry) *[]string { return &e.Tags }, slices.Clone(tags))
}

func (t *today) setStarred(on bool) { set(t, func(e *journal.Entry) *bool { return &e.Starred }, on) }

func (t *today) setPrivate(on bool) { set(t, func(e *journal.Entry) *bool { return &e.Private }, on) }

// set makes a choice for the entry in the middle.
func set[T any](t *today, at func(*journal.Entry) *T, v T) {
	if t.desk != nil {
		choose(t.desk, at, v)
	}
}

func (t *today) edit(change func(*journal.Entry)) {
	if t.desk != nil {
		t.desk.draft.Edit(change)
	}
}

// togglePrivate hides what is private at once, or shows it again.
func (t *today) togglePrivate() {
	t.hidePrivate = !t.hidePrivate
	t.w.win.SetMainMenu(t.w.menu())
	if t.hidePrivate {
		t.w.door.hidePrivate()
	}
	if p := t.w.current; p != nil && p != page(t) {
		p.changed(journal.Change{Kind: journal.Reloaded}) // it may show what is private
	}
	switch {
	case t.desk == nil:
	case !t.hidePrivate || !t.desk.draft.Entry().Private:
		t.rail.refresh()
	case t.w.current == page(t):
		t.newEntry("")
	default: // it is not there when this page is seen next
		t.leave(t.desk)
		t.desk = nil
	}
}
