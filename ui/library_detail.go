package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/prompts"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// libraryDetail is the right column: one element, its questions, what to try,
// and the entries that answer it.
type libraryDetail struct {
	l       *library
	at      prompts.Place
	inHand  string // the key of the question that "Write about this" takes
	asked   []*askedRow
	ticket  int             // counts the reads of entries; only the latest is shown
	shown   []journal.Line  // the entries that are listed
	content *fyne.Container // in the column

	back      *fyne.Container
	framework *parts.Text
	name      *parts.Paragraph
	gist      *parts.Paragraph
	source    *parts.Paragraph
	questions *fyne.Container
	try       *fyne.Container
	tryText   *parts.Paragraph
	answered  *fyne.Container
	scroll    *parts.Scroller
	write     *parts.Button
	goal      *parts.Button
}

func newLibraryDetail(l *library) *libraryDetail {
	d := &libraryDetail{
		l: l, back: backButton(l), framework: parts.NewText("", parts.TypeCaption), name: parts.NewParagraph("", parts.TypeDetailTitle, 29),
		gist: sentenceText(""), source: parts.NewParagraph("", parts.TypeCaption, 18), tryText: parts.NewParagraph("", parts.TypeUI.In(look.ColorInk), 20),
		questions: parts.Down(0), answered: parts.Down(look.Space12),
	}
	d.framework.Truncate = true
	d.write = parts.NewButton(parts.Primary, lang.L("Write about this"), look.IconPencil, d.writeAbout)
	d.goal = parts.NewButton(parts.Outline, lang.L("Make it a goal"), look.IconFlag, d.makeGoal)
	foot := parts.Gutter(parts.Inset(parts.Flow(look.Space8, look.Space8, d.write, d.goal), look.Space12, 0, look.Space24, 0), 0, 0)
	d.scroll = parts.NewScroller(parts.Inset(parts.Gutter(d.layOut(), 0, 0), look.Space40, 0, look.Space8, 0))
	d.content = container.New(footed{}, d.scroll, foot)
	return d
}

// layOut stacks what there is to read about the element.
func (d *libraryDetail) layOut() fyne.CanvasObject {
	mark := parts.IconOf(look.IconDocument, look.ColorInk3, look.IconSizeSmall)
	source := container.New(beside{}, mark, d.source)
	own := parts.NewButton(parts.Quiet, lang.L("Add your own"), look.IconNone, d.addOwn)
	own.Padding, own.Height = look.Space4, 26
	own.OnFocus = func() { d.scroll.Reveal(own) }
	head := parts.Across(look.Space8, parts.NewSectionLabel(lang.L("Prompts")), parts.Spring(), own)
	flag := parts.IconOf(look.IconFlag, look.ColorAccent, look.IconSizeMedium)
	d.try = parts.Panel(parts.Down(look.Space4,
		parts.Across(look.Space8, flag, parts.NewText(lang.L("Try this"), parts.TypeStrong)), d.tryText), look.Space16)
	return parts.Down(look.Space16,
		parts.Down(look.Space4, d.back, d.framework, d.name, d.gist, source),
		parts.Down(look.Space4, head, parts.NewHairline(), d.questions),
		d.try,
		parts.Down(look.Space12, parts.NewSectionLabel(lang.L("Answered in")), d.answered))
}

// show shows an element from its top. Where one question of it is meant, that
// one is in hand.
func (d *libraryDetail) show(at prompts.Place) {
	d.at, d.shown = at, nil
	d.framework.SetText(at.Framework.Name)
	d.name.SetText(at.Element.Name)
	d.gist.SetText(at.Element.Gist)
	d.source.SetText(at.Source.Title + ", " + at.Element.Where)
	d.tryText.SetText(at.Element.TryThis)
	setVisible(d.try, at.Element.TryThis != "")
	setVisible(d.goal, at.Element.TryThis != "")
	d.inHand = ""
	if at.Prompt != nil {
		d.inHand = at.Prompt.Key
	}
	d.fillQuestions()
	d.answered.Objects = nil
	d.refresh()
	d.scroll.ToTop()
}

// refresh shows what the journal says now about the same element.
func (d *libraryDetail) refresh() {
	if !d.sameQuestions() {
		d.fillQuestions()
	}
	for _, row := range d.asked {
		row.refresh()
	}
	d.markInHand()
	label := lang.L("Make it a goal")
	if d.l.held.hasGoal(d.at.Element) {
		label = lang.L("Already a goal")
		d.goal.Disable()
	} else {
		d.goal.Enable()
	}
	d.goal.SetText(label)
	d.content.Refresh()
	d.readAnswers()
}

// footed lays a foot of its own height below what scrolls.
type footed struct{}

// Layout implements fyne.Layout.
func (footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	body, foot := objects[0], objects[1]
	foot.Resize(fyne.NewSize(size.Width, foot.MinSize().Height)) // what flows needs its width first
	height := foot.MinSize().Height
	foot.Resize(fyne.NewSize(size.Width, height))
	foot.Move(fyne.NewPos(0, size.Height-height))
	body.Resize(fyne.NewSize(size.Width, size.Height-height))
}

// MinSize implements fyne.Layout.
func (footed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// beside lays an icon beside the first line of a paragraph.
type beside struct{}

// besideLeft is where the paragraph begins.
const besideLeft = look.IconSizeSmall + 6

// Layout implements fyne.Layout.
func (beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSquareSize(look.IconSizeSmall))
	objects[0].Move(fyne.NewPos(0, 2))
	objects[1].Move(fyne.NewPos(besideLeft, 0))
	objects[1].Resize(fyne.NewSize(size.Width-besideLeft, size.Height))
}

// MinSize implements fyne.Layout.
func (beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(besideLeft+look.Space40, objects[1].MinSize().Height)
}
