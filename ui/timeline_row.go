package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/journal"
	"groundwork/journal/timeline"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// story is what a row of the timeline shows.
type story struct {
	line  *journal.TimelineLine // nil until it was read
	month *timeline.Month       // the month it is the first of, or nil
	chips []parts.CardChip
	today journal.Day
}

// storyRow is an entry on the timeline: its day, its kind, what it is called,
// the beginning of what it says, and what it supports.
type storyRow struct {
	widget.BaseWidget
	month, count, short *parts.Text
	day                 *parts.Text
	square              *parts.Surface
	icon                *parts.Icon
	title, kind         *parts.Text
	private             *fyne.Container
	preview             *parts.Paragraph
	chips               *parts.ChipLine
	words               *fyne.Container // all that was read of the entry
}

func newStoryRow() *storyRow {
	r := &storyRow{
		month: parts.NewText("", parts.TypeMonthTitle), count: parts.NewText("", parts.TypeCaption),
		short: parts.NewText("", parts.TypeColumnHead), day: parts.NewText("", parts.TypeStrong),
		square: parts.NewSurface(look.ColorSunken, "", look.RadiusField), icon: parts.IconOf(look.IconNone, look.ColorInk2, look.IconSizeMedium),
		title: parts.NewText("", parts.TypeRowTitle), kind: parts.NewText("", parts.TypeCaption),
		preview: parts.NewParagraph("", parts.TypeUI, storyLeading), chips: parts.NewChipLine(),
	}
	r.title.Truncate, r.preview.MaxLines = true, 2
	r.private = parts.Across(remarkGap, parts.IconOf(look.IconPrivate, look.ColorInk2, look.IconSizeSmall),
		parts.NewText(lang.L("Private"), parts.TypeCaption))
	r.words = container.New(storyLayout{r}, r.square, r.icon, r.day, r.title, r.kind, r.private, r.preview, r.chips)
	r.ExtendBaseWidget(r)
	return r
}

// storyLeading is the distance between the lines of a preview.
const storyLeading float32 = 20

// show shows an entry in the row, or that it is still being read.
func (r *storyRow) show(s story) {
	r.month.SetText("")
	r.count.SetText("")
	r.short.SetText("")
	if s.month != nil {
		r.month.SetText(monthHeading(s.month.First, s.today))
		r.count.SetText(entriesLine(s.month.Entries))
		r.short.SetText(shortMonthHeading(s.month.First, s.today))
	}
	setVisible(r.words, s.line != nil)
	if s.line != nil {
		r.showLine(*s.line, s.chips)
	}
	r.Refresh()
}

// shortMonthHeading writes "Mar", with the year where it is not this one.
func shortMonthHeading(d, today journal.Day) string {
	if d.Year == today.Year {
		return monthShort(d.Month)
	}
	return lang.L("{{.Month}} {{.Year}}", values{"Month": monthShort(d.Month), "Year": d.Year})
}

func (r *storyRow) showLine(l journal.TimelineLine, chips []parts.CardChip) {
	ink, soft := kindColors(l.Kind)
	title, preview := storyWords(l)
	r.day.SetText(storyDay(l.Line))
	r.square.Fill = soft
	r.icon.Set(kindIcon(l.Kind), ink)
	r.title.SetText(title)
	r.kind.SetText(kindName(l.Kind))
	r.kind.SetType(parts.TypeCaption.In(ink))
	setVisible(r.private, l.Private)
	r.preview.SetText(preview)
	r.chips.SetChips(chips)
	setVisible(r.chips, len(chips) > 0)
}

// CreateRenderer is for Fyne.
func (r *storyRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(storyMonths{r}, r.month, r.count, r.short, r.words))
}

// Where things stand in a row of the timeline.
const (
	storyWide     float32 = 720 // from this width on, months stand in a column of their own
	storyMonth    float32 = 144 // that column
	storyDayWide  float32 = 62
	storySquare   float32 = 34
	storyTextLeft float32 = 112 // from the day
	storyTop      float32 = 10
	storyGap      float32 = 12
)

// storyMonths puts a month beside its first entry, or over the day where there
// is little room.
type storyMonths struct{ r *storyRow }

// Layout implements fyne.Layout.
func (l storyMonths) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	left := storyLeft(size.Width)
	setVisible(r.month, left > 0)
	setVisible(r.count, left > 0)
	setVisible(r.short, left == 0)
	giveWidth(r.month, 0, storyTop-4, left)
	giveWidth(r.count, 0, storyTop+26, left)
	giveWidth(r.short, 0, storyTop+24, storyDayWide)
	r.words.Move(fyne.NewPos(left, 0))
	r.words.Resize(fyne.NewSize(size.Width-left, size.Height))
}

// storyLeft is where the day of an entry begins in a row so wide.
func storyLeft(width float32) float32 {
	if width < storyWide {
		return 0
	}
	return storyMonth
}

// MinSize implements fyne.Layout.
func (storyMonths) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, storyRowHeight)
}

// storyLayout lays out what a row says of its entry.
type storyLayout struct{ r *storyRow }

// Layout implements fyne.Layout.
func (l storyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r := l.r
	giveWidth(r.day, 0, storyTop+2, storyDayWide)
	r.square.Move(fyne.NewPos(storyDayWide, storyTop))
	r.square.Resize(fyne.NewSquareSize(storySquare))
	inset := (storySquare - look.IconSizeMedium) / 2
	r.icon.Move(fyne.NewPos(storyDayWide+inset, storyTop+inset))
	r.icon.Resize(fyne.NewSquareSize(look.IconSizeMedium))
	right := size.Width
	if r.private.Visible() {
		own := r.private.MinSize()
		right -= own.Width
		r.private.Move(fyne.NewPos(right, storyTop+1))
		r.private.Resize(own)
		right -= storyGap
	}
	l.layOutTitle(right)
	r.preview.Move(fyne.NewPos(storyTextLeft, storyTop+21))
	width := fyne.Max(size.Width-storyTextLeft, 1)
	r.preview.Resize(fyne.NewSize(width, 2*storyLeading)) // so that it knows how many lines it takes
	giveWidth(r.chips, storyTextLeft, storyTop+25+r.preview.MinSize().Height, width)
}

// layOutTitle puts the kind behind the title, which gives way.
func (l storyLayout) layOutTitle(right float32) {
	r := l.r
	kind := r.kind.WholeWidth()
	wide := fyne.Min(r.title.WholeWidth(), fyne.Max(right-storyTextLeft-kind-storyGap, look.Space40))
	giveWidth(r.title, storyTextLeft, storyTop-1, wide+1)
	giveWidth(r.kind, storyTextLeft+wide+storyGap, storyTop+2, kind)
}

// MinSize implements fyne.Layout.
func (storyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, storyRowHeight)
}
