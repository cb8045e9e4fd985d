package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// personRow is a person in the list: who they are to the writer, what matters
// to them, and the last contact.
type personRow struct {
	widget.BaseWidget
	initials                     *parts.Initials
	name, about, leader, contact *parts.Text
	matters                      *parts.Text
}

func newPersonRow() *personRow {
	r := &personRow{
		initials: parts.NewInitials("", parts.InitialsRow), name: parts.NewText("", parts.TypeRowTitle),
		about: parts.NewText("", parts.TypeCaption), contact: parts.NewText("", parts.TypeCaption),
		leader:  parts.NewText(lang.L("My leader"), parts.Type{Face: parts.SemiBold, Size: look.SizeCaption, Color: look.ColorAccent}),
		matters: parts.NewText("", parts.TypeUI),
	}
	for _, each := range []*parts.Text{r.name, r.about, r.leader, r.matters} {
		each.Truncate = true
	}
	r.ExtendBaseWidget(r)
	return r
}

// show shows a person in the row.
func (r *personRow) show(l journal.PersonLine, today journal.Day) {
	r.initials.SetName(l.Name)
	r.name.SetText(l.Name)
	r.about.SetText(relationshipName(l.Relationship))
	setVisible(r.leader, l.Relationship == journal.Manager)
	r.matters.SetText(oneLine(l.Matters))
	words, late := contact(l, today)
	r.contact.SetType(parts.TypeCaption)
	if late {
		r.contact.SetType(parts.TypeCaption.In(look.ColorWarn))
	}
	r.contact.SetText(words)
	r.Refresh()
}

// CreateRenderer is for Fyne.
func (r *personRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(personLayout{r}, r.initials, r.name, r.about, r.leader, r.matters, r.contact))
}

// personLayout lays out a person in their row.
type personLayout struct{ r *personRow }

// Where things stand in the row of a person, from its top.
const (
	personTop        float32 = 8
	personNameTop    float32 = 9
	personMattersTop float32 = 28
	personGap        float32 = 9
	personAboutLeast float32 = 64 // under which a relationship says nothing
)

// Layout implements fyne.Layout.
func (l personLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	r.initials.Move(fyne.NewPos(0, personTop))
	r.initials.Resize(fyne.NewSquareSize(parts.InitialsRow))
	left, right := parts.RollTextLeft, size.Width
	own := r.contact.MinSize()
	r.contact.Move(fyne.NewPos(right-own.Width, personNameTop+2))
	r.contact.Resize(own)
	l.layOutName(left, right-own.Width-look.Space12)
	r.matters.Move(fyne.NewPos(left, personMattersTop))
	r.matters.Resize(fyne.NewSize(right-left, r.matters.MinSize().Height))
}

// layOutName gives the name the room it needs, and the rest to what is known
// beside it, unless only its first letters had room. Where there is little,
// "My leader" says enough.
func (l personLayout) layOutName(left, right float32) {
	r := l.r
	room := fyne.Max(right-left, 1)
	leader := float32(0)
	if r.leader.Visible() {
		leader = fyne.Min(r.leader.WholeWidth()+1+personGap, room/2)
	}
	name := fyne.Min(r.name.WholeWidth()+1, room-leader)
	whole := r.about.WholeWidth() + 1
	about := fyne.Min(whole, room-name-personGap-leader)
	setVisible(r.about, about >= whole || !r.leader.Visible() && about >= personAboutLeast)
	x := left
	for _, each := range []struct {
		text  *parts.Text
		width float32
	}{{r.name, name}, {r.about, about}, {r.leader, leader - personGap}} {
		if !each.text.Visible() {
			continue
		}
		height := each.text.MinSize().Height
		each.text.Move(fyne.NewPos(x, personNameTop+float32(int((r.name.MinSize().Height-height)/2))))
		each.text.Resize(fyne.NewSize(each.width, height))
		x += each.width + personGap
	}
}

// MinSize implements fyne.Layout.
func (l personLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.RollTextLeft+look.Space40, personRowHeight)
}

// missingRow says which supporters are still missing.
type missingRow struct {
	widget.BaseWidget
	title   *parts.Text
	words   *parts.Paragraph
	content *fyne.Container
}

func newMissingRow() *missingRow {
	r := &missingRow{title: parts.NewText("", parts.TypeStrong), words: parts.NewParagraph("", parts.TypeCaption, 18)}
	r.words.MaxLines = 2
	icon := parts.Inset(parts.IconOf(look.IconPeople, look.ColorInk2, look.IconSizeNav), 0, look.Space24, 0, 0)
	panel := parts.Panel(container.NewBorder(nil, nil, container.NewVBox(icon), nil, parts.Down(0, r.title, r.words)), look.Space12)
	r.content = parts.Inset(panel, look.Space12, -parts.RollReach, 0, -parts.RollReach)
	r.ExtendBaseWidget(r)
	return r
}

func (r *missingRow) show(relationships []string) {
	r.title.SetText(missingTitle(len(relationships)))
	r.words.SetText(missingWords(relationships))
	r.content.Refresh()
}

// CreateRenderer is for Fyne.
func (r *missingRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }
