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

	"groundwork/ui/parts"
)

// label is a text as it stands in the window.
type label struct {
	words    string
	at       fyne.Position
	needs    fyne.Size
	has      fyne.Size
	align    fyne.TextAlign
	from, to fyne.Position // what of the window it may be seen in
	broken   bool          // a word of it does not fit on a line
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

// labelsIn gathers the texts of a tree of what is drawn.
func labelsIn(o fyne.CanvasObject, at, from, to fyne.Position, all *[]label) {
	if o == nil || !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var below []fyne.CanvasObject
	switch x := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(x.Text) != "" {
			*all = append(*all, label{words: x.Text, at: at, needs: x.MinSize(), has: x.Size(), align: x.Alignment, from: from, to: to})
		}
	case *fyne.Container:
		below = x.Objects
	case *parts.Editor:
		return // what the user writes, which scrolls
	case *parts.Paragraph:
		below = test.WidgetRenderer(x).Objects()
		if breaksAWord(x, below) {
			*all = append(*all, label{words: x.Text(), at: at, from: from, to: to, broken: true})
		}
	case fyne.Widget:
		if _, scrolls := o.(*container.Scroll); scrolls {
			from, to = seenIn(at, o.Size(), from, to)
		}
		below = test.WidgetRenderer(x).Objects()
	}
	for _, child := range below {
		labelsIn(child, at, from, to, all)
	}
}

// breaksAWord tells whether the lines of a paragraph divide a word. One that is
// cut short ends in an ellipsis, and a path has no spaces to divide it at.
func breaksAWord(p *parts.Paragraph, lines []fyne.CanvasObject) bool {
	if strings.ContainsRune(p.Text(), filepath.Separator) {
		return false
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

// seenIn narrows what can be seen to a piece of it.
func seenIn(at fyne.Position, size fyne.Size, from, to fyne.Position) (fyne.Position, fyne.Position) {
	return fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y)), fyne.NewPos(min(to.X, at.X+size.Width), min(to.Y, at.Y+size.Height))
}

// misfits tells which words have less room than they need, or lie on others.
func misfits(labels []label) (found []string) {
	const hair = 1 // what rounding makes of half a pixel
	seen := labels[:0:0]
	for _, l := range labels {
		middle := l.at.Y + l.has.Height/2
		if middle < l.from.Y || middle > l.to.Y {
			continue // out of sight, above or below what scrolls
		}
		if l.broken {
			found = append(found, fmt.Sprintf("%q has a word that is divided", l.words))
			continue
		}
		seen = append(seen, l)
		if l.left() < l.from.X-hair || l.right() > l.to.X+hair {
			found = append(found, fmt.Sprintf("%q reaches from %.0f to %.0f, and is seen from %.0f to %.0f", l.words, l.left(), l.right(), l.from.X, l.to.X))
		} else if l.needs.Width > l.has.Width+hair && l.has.Width > 0 { // some are put at a point, and given no room
			found = append(found, fmt.Sprintf("%q needs %.0f and has %.0f", l.words, l.needs.Width, l.has.Width))
		}
	}
	for i, a := range seen {
		for _, b := range seen[i+1:] {
			high := min(a.at.Y+a.needs.Height, b.at.Y+b.needs.Height) - max(a.at.Y, b.at.Y)
			wide := min(a.right(), b.right()) - max(a.left(), b.left())
			if high > min(a.needs.Height, b.needs.Height)/2 && wide > hair { // the lines of a title stand close
				found = append(found, fmt.Sprintf("%q at %.0f lies on %q at %.0f", a.words, a.at, b.words, b.at))
			}
		}
	}
	return found
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

// TestAllWordsHaveTheRoomTheyNeed goes through the pages in each language and size.
func TestAllWordsHaveTheRoomTheyNeed(t *testing.T) {
	longer := func(t *testing.T) { speakWords(t, pseudo(t)) }
	for _, c := range []struct {
		name  string
		speak func(*testing.T)
		size  fyne.Size
	}{
		{"English in the smallest window", func(*testing.T) {}, smallest},
		{"English in a small window", func(*testing.T) {}, fyne.NewSize(900, 600)},
		{"English", func(*testing.T) {}, firstSize},
		{"German in the smallest window", speakGerman, smallest},
		{"German in a small window", speakGerman, fyne.NewSize(900, 600)},
		{"German", speakGerman, firstSize},
		{"longer by two fifths", longer, firstSize},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.speak(t)
			s, _ := askedStage(t, 60)
			s.win.Resize(c.size)
			s.lookForMisfits()
		})
	}
}

// lookForMisfits goes through the pages, and the sections of the preferences.
func (s *stage) lookForMisfits() {
	s.t.Helper()
	for _, p := range s.everyPage() {
		s.goTo(p.page)
		s.lookForMisfitsIn(p.name)
	}
	s.goTo(s.frame.preferences)
	for _, each := range s.frame.preferences.sections {
		s.frame.preferences.open(each.key)
		s.lookForMisfitsIn("Preferences, " + each.label)
	}
}

// lookForMisfitsIn looks for misfits in what is in sight.
func (s *stage) lookForMisfitsIn(name string) {
	s.t.Helper()
	s.settle()
	size := s.win.Canvas().Size()
	layOut(s.win.Content())
	layOut(s.win.Content()) // with the heights that paragraphs took in the widths they got
	var all []label
	labelsIn(s.win.Content(), fyne.Position{}, fyne.Position{}, fyne.NewPos(size.Width, size.Height), &all)
	if len(all) < 5 {
		s.t.Fatalf("%s shows %d texts", name, len(all))
	}
	for _, m := range misfits(all) {
		s.t.Errorf("%s: %s", name, m)
	}
}
