package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/timeline"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// chronicleBand is the card with the band over time.
type chronicleBand struct {
	c     *chronicle
	band  *parts.Band
	card  *fyne.Container
	shown *timeline.Band      // what it shows; nil before the first read
	marks []journal.Milestone // in the order of the band's
	day   journal.Day         // to be in the middle once another scale is read; zero for today
	fresh bool                // the next sheet is of another scale
}

func newChronicleBand(c *chronicle) *chronicleBand {
	b := &chronicleBand{c: c, band: parts.NewBand(), fresh: true}
	b.band.OnOpen, b.band.OnMark, b.band.OnZoom, b.band.OnView = b.openColumn, b.openMarks, c.zoomBy, b.viewed
	b.band.Tip, b.band.TipMarks, b.band.OnEscape = b.tip, b.tipMarks, c.escape
	b.card = container.NewStack(parts.NewSurface(look.ColorCard, look.ColorLine, bandRadius), b.band)
	return b
}

// bandRadius is that of the corners of the card.
const bandRadius float32 = 14

// show shows what was read: in its place where the columns are the same.
func (b *chronicleBand) show(s *chronicleSheet, q chronicleQuestion) {
	before := b.shown
	b.shown = &s.band
	sheet := b.sheet(s, q)
	if !b.fresh && before != nil && len(before.Columns) == len(s.band.Columns) && before.Columns[0].Span == s.band.Columns[0].Span {
		b.band.Update(sheet)
		return
	}
	b.fresh = false
	middle := s.band.Now
	if at, ok := s.band.At(b.day); ok && !b.day.IsZero() {
		middle = at
	}
	b.day = journal.Day{}
	b.band.Fill(sheet, middle)
}

// keepDay has the day that the keyboard is at stand in the middle of the next
// scale.
func (b *chronicleBand) keepDay() {
	b.fresh = true
	if at := b.band.Column(); b.shown != nil && at >= 0 && at != b.shown.Now {
		b.day = b.shown.Columns[at].Span.From
	}
}

// sheet puts a band into words and colours.
func (b *chronicleBand) sheet(s *chronicleSheet, q chronicleQuestion) parts.BandSheet {
	zoom := bandZooms()[q.zoom]
	sheet := parts.BandSheet{Most: s.band.Asked, Now: s.band.Now, Pitch: zoom.pitch, Words: bandWords(&s.band)}
	sheet.Today, _ = s.band.Along(s.band.Today)
	for _, k := range journal.Kinds() {
		ink, _ := kindColors(k)
		sheet.Kinds = append(sheet.Kinds, ink)
	}
	sheet.Columns = make([]parts.BandColumn, len(s.band.Columns))
	for i, c := range s.band.Columns {
		sheet.Columns[i] = parts.BandColumn{Rank: columnRank(s.band.Scale, c.Span), Parts: c.Kinds, Level: c.Strong, Ahead: c.Ahead}
	}
	band := s.band
	sheet.Label = func(i int) (label, full string) { return columnLabel(band.Scale, band.Columns[i].Span.From) }
	sheet.Marks = b.bandMarks(s.marks)
	return sheet
}

// bandMarks shows those milestones that lie on the band.
func (b *chronicleBand) bandMarks(all []journal.Milestone) []parts.BandMark {
	var marks []parts.BandMark
	b.marks = nil
	for _, m := range all {
		if mark, ok := bandMark(b.shown, m); ok {
			marks, b.marks = append(marks, mark), append(b.marks, m)
		}
	}
	return marks
}

// columnRank says which labels stay where not all have room: those of years
// before those of quarters, and round years before others.
func columnRank(s timeline.Scale, span journal.Span) int {
	month := span.Until.Month
	switch {
	case s == timeline.ByYear:
		switch year := span.From.Year; {
		case year%10 == 0:
			return 3
		case year%5 == 0:
			return 2
		case year%2 == 0:
			return 1
		}
		return 0
	case s == timeline.ByWeek && span.Until.Date > 7:
		return 0
	case span.From.Month == 1 || s == timeline.ByWeek && month == 1:
		return 4
	case span.From.Month == 7 || s == timeline.ByWeek && month == 7:
		return 3
	case s == timeline.ByWeek && month%3 == 1 || span.From.Month%3 == 1:
		return 2
	}
	return 1
}

// bandWords are what the band says about itself.
func bandWords(b *timeline.Band) parts.BandWords {
	now := b.Columns[b.Now].Strong
	w := parts.BandWords{
		Line: lang.L("Coverage"), LineNote: lang.L("strong, of {{.Count}}", values{"Count": b.Asked}),
		Parts: lang.L("Evidence"), PartsNote: perColumn(b.Scale),
		Marks: lang.L("Milestones"), MarksNote: lang.L("dates that matter"), Today: lang.L("Today"),
		Level:  lang.L("{{.Count}} of {{.All}}", values{"Count": now, "All": b.Asked}),
		NoLine: lang.L("Say on the page Evidence what the next role asks, and this line begins."),
	}
	if b.Asked == 0 {
		w.LineNote = lang.L("no expectations yet")
	}
	if rest := b.Asked - now; rest > 0 {
		w.Rest = lang.L("{{.Count}} to close", values{"Count": rest})
	}
	return w
}

func (b *chronicleBand) tip(column int) string { return columnTip(b.shown, column) }

func (b *chronicleBand) tipMarks(at []int) string {
	all := make([]journal.Milestone, len(at))
	for i, mark := range at {
		all[i] = b.marks[mark]
	}
	return milestonesTip(all, b.shown.Today)
}

// openColumn shows the entries of a column: the list goes to the newest of
// them.
func (b *chronicleBand) openColumn(i int) { b.c.list.goTo(b.shown.Columns[i].Span.Until) }

// openMarks shows what a date is about.
func (b *chronicleBand) openMarks(at []int) {
	m := b.marks[at[0]]
	if m.Entry == "" {
		b.c.w.frame.growth.goGrowth()
		return
	}
	b.c.read(m.Entry)
}

// viewed reads the milestones of columns that come into sight, with as many on
// either side, where they were not read yet.
func (b *chronicleBand) viewed(first, end int) {
	c := b.c
	if b.shown == nil || c.sheet == nil || &c.sheet.band != b.shown || end <= first {
		return
	}
	columns := b.shown.Columns
	if !columns[first].Span.From.Before(c.sheet.marked.From) && !columns[end-1].Span.Until.After(c.sheet.marked.Until) {
		return
	}
	wide := end - first
	span := journal.Span{From: columns[max(first-wide, 0)].Span.From, Until: columns[min(end+wide, len(columns))-1].Span.Until}
	c.marks++
	ticket, r, plan, noPrivate := c.marks, c.reader(), c.sheet.facts.Plan, c.question.filter.NoPrivate
	task(c.w, "read the milestones", func(ctx context.Context) ([]journal.Milestone, error) {
		return r.marks(ctx, plan, span, noPrivate)
	}, func(all []journal.Milestone) {
		if ticket != c.marks {
			return
		}
		c.sheet.marks, c.sheet.marked, c.question.span = all, span, span
		b.band.SetMarks(b.bandMarks(all))
	})
}
