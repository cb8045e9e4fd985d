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

// remark shows a fact: its icon beside its words.
type remark struct {
	icon    *parts.Icon
	words   *parts.Text
	content *fyne.Container
}

func newRemark() *remark {
	r := &remark{icon: parts.IconOf(look.IconNone, look.ColorInk2, look.IconSizeSmall), words: parts.NewText("", parts.TypeCaption)}
	r.content = parts.Across(remarkGap, r.icon, r.words)
	return r
}

// remarkGap stands between the icon of a remark and its words.
const remarkGap float32 = 6

// show shows a fact, in one of the shorter ways where it has little room.
func (r *remark) show(f fact, shorter ...string) {
	r.icon.Set(f.icon, f.ink)
	setVisible(r.icon, f.icon != look.IconNone)
	r.words.SetText(f.words, shorter...)
	r.words.SetType(parts.TypeCaption.In(f.ink))
	setVisible(r.content, f.words != "")
}

// pieceRow is a piece of feedback in the ledger: who gave it, what was said on
// one line, and how it stands.
type pieceRow struct {
	widget.BaseWidget
	initials           *parts.Initials
	name, about, quote *parts.Text
	stance, standing   *remark
	facts              *fyne.Container
	content            *fyne.Container
}

func newPieceRow() *pieceRow {
	r := &pieceRow{
		initials: parts.NewInitials("", pieceCircle), name: parts.NewText("", parts.TypeRowTitle),
		about: parts.NewText("", parts.TypeCaption), quote: parts.NewText("", parts.TypeQuotePreview),
		stance: newRemark(), standing: newRemark(),
	}
	for _, each := range []*parts.Text{r.name, r.about, r.quote, r.standing.words} {
		each.Truncate = true
	}
	r.facts = parts.Across(look.Space20, r.stance.content, r.standing.content)
	r.content = container.New(pieceLayout{r}, r.initials, r.name, r.about, r.quote, r.facts)
	r.ExtendBaseWidget(r)
	return r
}

// show shows a piece in the row, or nothing where it was not read yet.
func (r *pieceRow) show(p journal.FeedbackLine, today journal.Day, read bool) {
	setVisible(r.content, read)
	if !read {
		return
	}
	r.initials.SetName(p.Giver)
	r.name.SetText(nameOr(p.Giver))
	day := shortLineDay(p.Line, today)
	r.about.SetText(aboutGiver(p, today), giverAndDay(p, relationshipName(p.Relationship), day), giverAndDay(p, "", day))
	r.quote.SetText(saidWords(p))
	r.stance.show(stanceFact(p.Stance))
	r.standing.show(standing(p, today), standingOn(p, today, shortDate).words)
	r.Refresh()
}

// aboutGiver says what who gave a piece is to the writer, and when it came.
func aboutGiver(p journal.FeedbackLine, today journal.Day) string {
	return giverAndDay(p, relationshipName(p.Relationship), lineDay(p.Line, today))
}

// giverAndDay says what who gave a piece is to the writer, if anything, and when
// it came.
func giverAndDay(p journal.FeedbackLine, relationship, day string) string {
	about := day
	if relationship != "" {
		about = lang.L("{{.Relationship}}, {{.Date}}", values{"Relationship": relationship, "Date": day})
	}
	if p.Private {
		about += " · " + lang.L("Private")
	}
	return about
}

// CreateRenderer is for Fyne.
func (r *pieceRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.content)
}

// pieceLayout lays out a piece in its row.
type pieceLayout struct{ r *pieceRow }

// Where things stand in the row of a piece, from its top.
const (
	pieceCircle   float32 = 36
	pieceTop      float32 = 14
	pieceQuoteTop float32 = 33
	pieceFactsTop float32 = 64
	pieceGap      float32 = 9
)

// Layout implements fyne.Layout.
func (l pieceLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	left, right := parts.RollTextLeft, size.Width
	r.initials.Move(fyne.NewPos(0, pieceTop))
	r.initials.Resize(fyne.NewSquareSize(pieceCircle))
	l.layOutName(left, right)
	r.quote.Move(fyne.NewPos(left, pieceQuoteTop))
	r.quote.Resize(fyne.NewSize(right-left, r.quote.MinSize().Height))
	r.facts.Move(fyne.NewPos(left, pieceFactsTop))
	r.facts.Resize(fyne.NewSize(right-left, r.facts.MinSize().Height))
}

// layOutName gives the name the room it needs and what is known beside it the
// rest, but a part of the row in any case.
func (l pieceLayout) layOutName(left, right float32) {
	r := l.r
	room := right - left
	wide := fyne.Min(r.name.WholeWidth(), fyne.Max(room-pieceGap-r.about.WholeWidth(), room/2))
	top := pieceTop - 2
	r.name.Move(fyne.NewPos(left, top))
	r.name.Resize(fyne.NewSize(wide, r.name.MinSize().Height))
	below := (r.name.MinSize().Height - r.about.MinSize().Height) / 2
	r.about.Move(fyne.NewPos(left+wide+pieceGap, top+float32(int(below))+1))
	r.about.Resize(fyne.NewSize(fyne.Max(room-wide-pieceGap, 1), r.about.MinSize().Height))
}

// MinSize implements fyne.Layout.
func (l pieceLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.RollTextLeft+look.Space40, ledgerPieceRow)
}
