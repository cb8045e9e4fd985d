package ui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// label is a text as it stands in the window.
type label struct {
	words  string
	at     fyne.Position
	needs  fyne.Size
	has    fyne.Size
	align  fyne.TextAlign
	view   outlook
	broken bool // a word of it does not fit on a line
	part   bool // it is not a text, but a part that can be pressed, with its name
}

// outlook is what of the window something may be seen in.
type outlook struct {
	from, to         fyne.Position
	across, down     bool              // it scrolls so, and all of it can be seen
	scrolls          *container.Scroll // in which it is, nearest
	within           fyne.CanvasObject // the widget in which it stands, nearest; nil is what scrolls
	withinAt, withTo fyne.Position
}

// left and right are where the words begin and end.
func (l label) left() float32 {
	switch l.align {
	case fyne.TextAlignCenter:
		return l.at.X + (l.has.Width-l.needs.Width)/2
	case fyne.TextAlignTrailing:
		return l.at.X + l.has.Width - l.needs.Width
	}
	return l.at.X
}

func (l label) right() float32 { return l.left() + l.needs.Width }

// inSight tells whether it is seen without scrolling.
func (l label) inSight() bool {
	middle := l.at.Y + l.needs.Height/2
	return middle >= l.view.from.Y && middle <= l.view.to.Y
}

// top and bottom are those of what is seen of it, where it scrolls and is in sight.
func (l label) top() float32 {
	if l.view.scrolls != nil && l.inSight() {
		return max(l.at.Y, l.view.from.Y)
	}
	return l.at.Y
}

func (l label) bottom() float32 {
	if l.view.scrolls != nil && l.inSight() {
		return min(l.at.Y+l.needs.Height, l.view.to.Y)
	}
	return l.at.Y + l.needs.Height
}

// labelsIn gathers the texts of a tree of what is drawn.
func labelsIn(o fyne.CanvasObject, at fyne.Position, in outlook, all *[]label) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var below []fyne.CanvasObject
	switch x := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(x.Text) != "" {
			*all = append(*all, label{words: x.Text, at: at, needs: x.MinSize(), has: x.Size(), align: x.Alignment, view: in})
		}
	case *fyne.Container:
		below = x.Objects
	case *parts.Editor:
		return // what the user writes, which scrolls
	case *parts.Paragraph:
		below = test.WidgetRenderer(x).Objects()
		if breaksAWord(x, below) {
			*all = append(*all, label{words: x.Text(), at: at, view: in, broken: true})
		}
	case fyne.Widget:
		if scroll, ok := o.(*container.Scroll); ok {
			in = in.through(scroll, at)
		} else if o.Size().Width > 0 {
			in.within, in.withinAt, in.withTo = o, at, at.AddXY(o.Size().Width, o.Size().Height)
		}
		if _, ok := o.(fyne.Tappable); ok && o.Size().Width > 0 {
			if named, ok := o.(fyne.Accessible); ok {
				*all = append(*all, label{words: named.AccessibilityLabel(), at: at, needs: o.Size(), has: o.Size(), view: in, part: true})
			}
		}
		below = test.WidgetRenderer(x).Objects()
	}
	for _, child := range below {
		labelsIn(child, at, in, all)
	}
}

// through narrows a view to what scrolls in it.
func (v outlook) through(s *container.Scroll, at fyne.Position) outlook {
	v.from = fyne.NewPos(max(v.from.X, at.X), max(v.from.Y, at.Y))
	v.to = fyne.NewPos(min(v.to.X, at.X+s.Size().Width), min(v.to.Y, at.Y+s.Size().Height))
	v.scrolls, v.within = s, nil
	v.across = v.across || s.Direction == container.ScrollBoth || s.Direction == container.ScrollHorizontalOnly
	v.down = v.down || s.Direction == container.ScrollBoth || s.Direction == container.ScrollVerticalOnly
	return v
}

// breaksAWord tells whether the lines of a paragraph divide a word. One that is
// cut short ends in an ellipsis, a path has no spaces to divide it at, and some
// words of the writer fit on no line.
func breaksAWord(p *parts.Paragraph, lines []fyne.CanvasObject) bool {
	const longest = 40
	for _, word := range strings.Fields(p.Text()) {
		if strings.ContainsRune(word, filepath.Separator) || len([]rune(word)) > longest {
			return false
		}
	}
	var drawn []string
	for _, o := range lines {
		if line, ok := o.(*canvas.Text); ok && line.Visible() {
			drawn = append(drawn, strings.Fields(line.Text)...)
		}
	}
	all := strings.Join(drawn, " ")
	return !strings.HasSuffix(all, "…") && all != strings.Join(strings.Fields(p.Text()), " ")
}

// layOut gives everything its place anew, as a real window does before it paints
// what has come to need another size.
func layOut(o fyne.CanvasObject) {
	var below []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		if x.Layout != nil {
			x.Layout.Layout(x.Objects, x.Size())
		}
		below = x.Objects
	case fyne.Widget:
		r := test.WidgetRenderer(x)
		r.Layout(x.Size())
		below = r.Objects()
	}
	for _, child := range below {
		if child != nil && child.Visible() {
			layOut(child)
		}
	}
}

// misfits tells which words have less room than they need, or lie on others.
func misfits(labels []label) (found []string) {
	seen := labels[:0:0]
	for _, l := range labels {
		if wrong := l.misfit(); wrong != "" {
			found = append(found, wrong)
		}
		if !l.broken && !l.part {
			seen = append(seen, l)
		}
	}
	for i, a := range seen {
		for _, b := range seen[i+1:] {
			if a.view.scrolls != b.view.scrolls && !(a.inSight() && b.inSight()) {
				continue
			}
			high := min(a.bottom(), b.bottom()) - max(a.top(), b.top())
			wide := min(a.right(), b.right()) - max(a.left(), b.left())
			if high > min(a.needs.Height, b.needs.Height)/2 && wide > hair { // the lines of a title stand close
				found = append(found, fmt.Sprintf("%q at %.0f lies on %q at %.0f", a.words, a.at, b.words, b.at))
			}
		}
	}
	return found
}

const hair = 1 // what rounding makes of half a pixel

// misfit tells what is wrong with the room of one text or part; "" is nothing.
func (l label) misfit() string {
	bottom := l.at.Y + l.needs.Height
	switch {
	case l.broken:
		return fmt.Sprintf("%q has a word that is divided", l.words)
	case !l.view.across && (l.left() < l.view.from.X-hair || l.right() > l.view.to.X+hair):
		return fmt.Sprintf("%q reaches from %.0f to %.0f, and is seen from %.0f to %.0f", l.words, l.left(), l.right(), l.view.from.X, l.view.to.X)
	case !l.view.down && (l.at.Y < l.view.from.Y-hair || bottom > l.view.to.Y+hair):
		return fmt.Sprintf("%q stands from %.0f to %.0f, and is seen from %.0f to %.0f", l.words, l.at.Y, bottom, l.view.from.Y, l.view.to.Y)
	case l.part:
		return ""
	case l.needs.Width > l.has.Width+hair && l.has.Width > 0: // some are put at a point, and given no room
		return fmt.Sprintf("%q needs %.0f and has %.0f", l.words, l.needs.Width, l.has.Width)
	case l.view.within != nil && (l.left() < l.view.withinAt.X-hair || l.right() > l.view.withTo.X+hair):
		return fmt.Sprintf("%q reaches from %.0f to %.0f, beyond %T from %.0f to %.0f", l.words, l.left(), l.right(), l.view.within, l.view.withinAt.X, l.view.withTo.X)
	case l.view.within != nil && (l.at.Y < l.view.withinAt.Y-hair || bottom > l.view.withTo.Y+hair):
		return fmt.Sprintf("%q stands from %.0f to %.0f, beyond %T from %.0f to %.0f", l.words, l.at.Y, bottom, l.view.within, l.view.withinAt.Y, l.view.withTo.Y)
	case strings.HasSuffix(l.words, "…") && len([]rune(l.words)) < 4 && l.words != "…":
		return fmt.Sprintf("%q is all that is left", l.words)
	}
	return ""
}

// pseudo are the words of the window with accents, two fifths longer.
func pseudo(t *testing.T) map[string]string {
	t.Helper()
	german, err := wordsOf(German)
	if err != nil {
		t.Fatal(err)
	}
	words := inEnglish(german)
	for key, english := range words {
		if !strings.Contains(key, "‹") && !strings.Contains(key, "%") && !strings.HasPrefix(key, "Ctrl") && len(english) > 3 {
			words[key] = longer(english)
		}
	}
	return words
}

// longer puts accents on words, and makes every fifth and sixth letter two.
func longer(words string) string {
	accents := strings.NewReplacer("a", "á", "e", "ê", "i", "ï", "o", "ø", "u", "ü", "A", "Å", "E", "É", "O", "Ö", "U", "Û")
	var out strings.Builder
	for i, part := range strings.SplitAfter(strings.ReplaceAll(words, "{{", "\x00{{"), "\x00") {
		fixed := ""
		if i > 0 {
			end := strings.Index(part, "}}") + 2
			fixed, part = part[:end], part[end:]
		}
		part = strings.TrimSuffix(part, "\x00")
		out.WriteString(fixed)
		for n, r := range []rune(accents.Replace(part)) {
			out.WriteRune(r)
			if r != ' ' && n%5 < 2 {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

// windows are the sizes to look at, in units of the window: the smallest, a
// small one, the usual, 1920 by 1080 at one and a half, and what text of 200 %
// leaves of screens of 1280 by 800 and of 1920 by 1080.
func windows() map[string]fyne.Size {
	return map[string]fyne.Size{
		"smallest": smallest, "small": fyne.NewSize(900, 600), "usual": firstSize, "1920 at 1.5": fyne.NewSize(1280, 720),
		"1280 at 2": fyne.NewSize(640, lowest), "1920 at 2": fyne.NewSize(960, 500),
	}
}

// languages are those of the window, and one that is not: English with accents,
// two fifths longer.
func languages() map[string]func(*testing.T) {
	return map[string]func(*testing.T){
		"English": func(*testing.T) {}, "German": speakGerman, "longer": func(t *testing.T) { speakWords(t, pseudo(t)) },
	}
}

// TestAllWordsHaveTheRoomTheyNeed goes through all there is to see in each
// language and size.
func TestAllWordsHaveTheRoomTheyNeed(t *testing.T) {
	for language, speak := range languages() {
		for size, room := range windows() {
			t.Run(language+", "+size, func(t *testing.T) {
				speak(t)
				s, _ := askedStage(t, 60)
				s.win.Resize(room.SubtractWidthHeight(0, look.MenuBarHeight))
				s.lookForMisfits(language+" "+size, s.everySight())
			})
		}
	}
}

// lookForMisfits goes through all there is to see, and keeps a picture of each
// where pictures are wanted.
func (s *stage) lookForMisfits(as string, sights []sight) {
	s.t.Helper()
	for i, each := range sights {
		s.closePanels()
		each.show()
		s.settle()
		s.lookForMisfitsIn(each.name)
		s.keep(fmt.Sprintf("%s %02d %s", as, i, each.name))
	}
}

// lookForMisfitsIn looks for misfits in what is in sight.
func (s *stage) lookForMisfitsIn(name string) {
	s.t.Helper()
	size := s.win.Canvas().Size()
	layOut(s.seen())
	layOut(s.seen()) // with the heights that paragraphs took in the widths they got
	var all []label
	labelsIn(s.seen(), fyne.Position{}, outlook{to: fyne.NewPos(size.Width, size.Height)}, &all)
	if len(all) == 0 && !s.today.alone {
		s.t.Fatalf("%s shows no texts", name)
	}
	for _, m := range misfits(all) {
		s.t.Errorf("%s: %s", name, m)
	}
}
