package parts

import (
	"strings"

	"fyne.io/fyne/v2"

	"groundwork/ui/look"
)

// sheet is passages laid out at a width: where each line and each ground stands. Nothing of it is built yet.
type sheet struct {
	strips []strip
	slabs  []slab
	stops  []stop
	marks  []markAt
	height float32
}

// strip is a line in its place.
type strip struct {
	top, height, left, width float32
	align                    fyne.TextAlign
	base                     Type
	runs                     []Run
	line                     line
	stops                    []int // for each run, its stop, or -1
	marker                   string
	box                      *ProseBox
	boxStop                  int
}

// slab is a coloured ground behind lines, or a line drawn.
type slab struct {
	pos    fyne.Position
	size   fyne.Size
	fill   fyne.ThemeColorName
	radius float32
}

// stop is a link or a box, where the keyboard can stop.
type stop struct {
	link   ProseLink
	box    *ProseBox
	strip  int // the first line it stands in
	bottom float32
	label  string
}

// The types of what is read, and the distances of their lines.
var (
	typeProseCode  = Type{Code, look.SizeRow, look.ColorInk}
	typeProseTable = Type{Serif, look.SizeField, look.ColorInk}
	typeProseHead  = Type{SerifBold, look.SizeField, look.ColorInk}
)

const (
	proseLeading float32 = 29.5
	codeLeading  float32 = 21
	cellLeading  float32 = 23
)

// headingType returns how a heading is set, and the distance of its lines.
func headingType(level int) (Type, float32) {
	switch level {
	case 1:
		return TypeEntryTitle, 35
	case 2:
		return Type{SerifBold, look.SizeMonthTitle, look.ColorInk}, 32
	}
	return Type{SerifBold, look.SizeBody, look.ColorInk}, proseLeading
}

// The distances between passages.
const (
	gapPassage float32 = 14
	gapTight   float32 = 3
	gapHeading float32 = 26 // above one
	gapBelow   float32 = 6  // below one
)

// The frames of passages, and what stands in them.
const (
	itemWide    float32 = 28 // of a list, with markers of two letters
	itemLetter  float32 = 10 // for each letter more
	itemGap     float32 = 9  // between a marker and the words
	quoteWide   float32 = 20
	quoteBar    float32 = 3
	codePadding float32 = 12
	ruleHeight  float32 = 21
)

// layOut lays passages out at a width, from proseReach on.
func (r *ruler) layOut(passages []Passage, width float32) sheet {
	l := layingOut{ruler: r, right: proseReach + width, bars: map[int]int{}}
	for i := range passages {
		if i > 0 {
			l.y += gap(&passages[i-1], &passages[i])
		}
		l.passage(&passages[i])
	}
	l.height = whole(l.y + 0.9)
	return l.sheet
}

func gap(above, p *Passage) float32 {
	switch {
	case p.Tight:
		return gapTight
	case p.Sort == PassageHeading || p.Sort == PassageLabel:
		return gapHeading
	case above.Sort == PassageHeading || above.Sort == PassageLabel:
		return gapBelow
	}
	return gapPassage
}

// layingOut is a sheet while it is filled from its top.
type layingOut struct {
	sheet
	ruler *ruler
	right float32 // where lines end
	y     float32
	bars  map[int]int // of the quotes, by their number
}

func (l *layingOut) passage(p *Passage) {
	left, top, first := l.left(p), l.y, len(l.strips)
	switch p.Sort {
	case PassageCode:
		l.code(p, left)
	case PassageTable:
		l.table(p.Table, left)
	case PassageRule:
		l.slabs = append(l.slabs, hairline(left, l.y+whole(ruleHeight/2), l.right-left))
		l.y += ruleHeight
	case PassageHeading:
		typ, leading := headingType(p.Level)
		l.lines(p, typ, leading, left)
	case PassageLabel:
		l.lines(p, TypeSection, labelLeading, left)
	case PassageSmall:
		l.lines(p, typeProseTable, cellLeading, left)
	case PassagePair:
		l.pair(p, left)
	default:
		l.lines(p, TypeBody, proseLeading, left)
	}
	l.drawBars(p, top)
	l.noteMarks(first)
}

// left is where the words of a passage begin.
func (l *layingOut) left(p *Passage) float32 {
	left := proseReach
	for _, f := range p.Within {
		left += f.wide()
	}
	return fyne.Min(left, l.right*0.6) // some room is left, however deep it stands
}

func (f Frame) wide() float32 {
	if f.Quote > 0 {
		return quoteWide
	}
	return itemWide + itemLetter*float32(max(f.Letters-2, 0))
}

// drawBars draws the bars of the quotes a passage stands in, on from the passage before if that was in them.
func (l *layingOut) drawBars(p *Passage, top float32) {
	left := proseReach
	for _, f := range p.Within {
		if f.Quote > 0 {
			i, drawn := l.bars[f.Quote]
			if !drawn {
				i = len(l.slabs)
				l.bars[f.Quote] = i
				l.slabs = append(l.slabs, slab{fyne.NewPos(left, top), fyne.NewSize(quoteBar, 0), look.ColorLineStrong, quoteBar / 2})
			}
			l.slabs[i].size.Height = l.y - l.slabs[i].pos.Y
		}
		left += f.wide()
	}
}

func hairline(left, top, width float32) slab {
	return slab{fyne.NewPos(left, top), fyne.NewSize(width, 1), look.ColorLine, 0}
}

// lines lays out words, with the marker or box of their item before the first line.
func (l *layingOut) lines(p *Passage, typ Type, leading, left float32) {
	first := len(l.strips)
	boxStop := -1
	if p.Box != nil {
		boxStop = len(l.stops)
		l.stops = append(l.stops, stop{box: p.Box, strip: first, bottom: l.y + leading, label: runsText(p.Runs)})
	}
	l.flow(p.Runs, typ, leading, left, l.right-left, l.y, fyne.TextAlignLeading)
	l.strips[first].marker, l.strips[first].box, l.strips[first].boxStop = p.Marker, p.Box, boxStop
	l.y += leading * float32(len(l.strips)-first)
}

// flow lays out runs as lines of a width, and returns how many there are.
func (l *layingOut) flow(runs []Run, typ Type, leading, left, width, top float32, align fyne.TextAlign) int {
	lines, stops := l.ruler.wrap(runs, typ, width), l.addStops(runs)
	for i, words := range lines {
		s := strip{
			top: whole(top + float32(i)*leading), height: leading, left: left, width: width, align: align,
			base: typ, runs: runs, line: words, stops: stops, boxStop: -1,
		}
		l.note(s)
		l.strips = append(l.strips, s)
	}
	return len(lines)
}

// addStops gives each link of a passage a stop: runs beside each other that lead to one place are one link.
func (l *layingOut) addStops(runs []Run) []int {
	var stops []int
	for i, run := range runs {
		at := -1
		if run.Link != (ProseLink{}) {
			if stops == nil {
				stops = make([]int, i, len(runs))
				for k := range stops {
					stops[k] = -1
				}
			}
			if i > 0 && runs[i-1].Link == run.Link {
				at = stops[i-1]
				l.stops[at].label += run.Text
			} else {
				at = len(l.stops)
				l.stops = append(l.stops, stop{link: run.Link, strip: -1, label: run.Text})
			}
		}
		if stops != nil {
			stops = append(stops, at)
		}
	}
	return stops
}

// note has the stops in a line know where they stand.
func (l *layingOut) note(s strip) {
	if s.stops == nil {
		return
	}
	for _, part := range s.line {
		if at := s.stops[part.run]; at >= 0 {
			if l.stops[at].strip < 0 {
				l.stops[at].strip = len(l.strips)
			}
			l.stops[at].bottom = s.top + s.height
		}
	}
}

// code lays out code on its ground, which holds what is wider than the lines by breaking it.
func (l *layingOut) code(p *Passage, left float32) {
	inner := l.right - left - 2*codePadding
	count := l.flow(p.Runs, typeProseCode, codeLeading, left+codePadding, inner, l.y+codePadding, fyne.TextAlignLeading)
	height := codeLeading*float32(count) + 2*codePadding
	l.slabs = append(l.slabs, slab{fyne.NewPos(left, l.y), fyne.NewSize(l.right-left, height), look.ColorSunken, look.RadiusField})
	l.y += height
}

// text returns all words, for those who hear them.
func (s *sheet) text() string {
	var b strings.Builder
	for i := range s.strips {
		b.WriteString(s.strips[i].line.text())
		b.WriteByte('\n')
	}
	return b.String()
}

// runsText returns the words of runs.
func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
