package parts_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// page is a Prose in a window, with all it told of.
type page struct {
	*Prose
	w      fyne.Window
	opened []ProseLink
	ticked []int
}

func newPage(t testing.TB, passages ...Passage) *page {
	t.Helper()
	wear(t, look.Light)
	p := &page{Prose: NewProse()}
	p.OnLink = func(l ProseLink) { p.opened = append(p.opened, l) }
	p.OnTick = func(key int) { p.ticked = append(p.ticked, key) }
	p.w = test.NewWindow(container.NewStack(p.Prose))
	p.w.SetPadded(false)
	p.w.Resize(fyne.NewSize(600, 400))
	t.Cleanup(p.w.Close)
	p.Fill(passages)
	return p
}

func (p *page) key(names ...fyne.KeyName) {
	for _, n := range names {
		p.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// tab presses Tab as the driver does.
func (p *page) tab() {
	if p.AcceptsTab() {
		p.key(fyne.KeyTab)
		return
	}
	p.w.Canvas().FocusNext()
}

// texts are what is drawn, by its words.
func (p *page) texts() map[string]*canvas.Text {
	all := map[string]*canvas.Text{}
	for _, o := range test.LaidOutObjects(p.Prose) {
		if t, ok := o.(*canvas.Text); ok {
			all[t.Text] = t
		}
	}
	return all
}

// at is where a text is drawn, in the window.
func (p *page) at(t testing.TB, words string) fyne.Position {
	t.Helper()
	text := p.texts()[words]
	if text == nil {
		t.Fatalf("%q is not drawn", words)
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
}

// says is a passage of plain words.
func says(text string) Passage { return Passage{Runs: []Run{{Text: text}}} }

// longRead is a text of 10,000 words in passages of 50.
func longRead() []Passage {
	var all []Passage
	for i := range 200 {
		all = append(all, says(fmt.Sprintf("%d. %s", i, strings.Repeat("quite some words ", 16))))
	}
	return all
}

func TestGivenALongText_WhenShownAndScrolled_ThenOnlyLinesInSightAreBuilt(t *testing.T) {
	p := newPage(t, longRead()...)
	for range 30 {
		if p.Built() == 0 || p.Built() > 60 {
			t.Fatalf("%d lines are built", p.Built())
		}
		p.key(fyne.KeyPageDown)
	}
	p.key(fyne.KeyEnd)
	if p.Built() == 0 || p.Built() > 60 {
		t.Errorf("at the end %d lines are built", p.Built())
	}
	oneLong := newPage(t, says(strings.Repeat("quite some words ", 3333)))
	if oneLong.Built() == 0 || oneLong.Built() > 60 {
		t.Errorf("of one long passage %d lines are built", oneLong.Built())
	}
}

func TestGivenALongText_WhenKeysArePressed_ThenItScrollsAndStopsAtBothEnds(t *testing.T) {
	p := newPage(t, longRead()...)
	first := p.at(t, p.firstLine()).Y
	p.key(fyne.KeyUp, fyne.KeyPageUp)
	if p.at(t, p.firstLine()).Y != first {
		t.Error("it scrolls beyond its top")
	}
	p.key(fyne.KeyDown)
	if got := p.at(t, p.firstLine()).Y; got != first-59 {
		t.Errorf("down it goes from %v to %v", first, got)
	}
	p.TypedRune(' ')
	p.key(fyne.KeyHome)
	if p.at(t, p.firstLine()).Y != first {
		t.Error("Home does not go back to the top")
	}
	p.key(fyne.KeyEnd)
	bottom := float32(0)
	for _, o := range test.LaidOutObjects(p.Prose) {
		if _, is := o.(*canvas.Text); is {
			bottom = fyne.Max(bottom, fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y)
		}
	}
	if bottom > 400 || bottom < 350 {
		t.Errorf("the last line stands at %v of 400", bottom)
	}
}

// firstLine is the line with the number 0.
func (p *page) firstLine() string {
	for words := range p.texts() {
		if strings.HasPrefix(words, "0. ") {
			return words
		}
	}
	return ""
}

// linked is a text with two links and two boxes.
func linked() []Passage {
	web, inner := ProseLink{To: "https://go.dev"}, ProseLink{To: "The review", Inner: true}
	item := []Frame{{}}
	return []Passage{
		{Runs: []Run{{Text: "See "}, {Text: "the ", Link: web}, {Text: "site", Look: RunStrong, Link: web}, {Text: "."}}},
		{Runs: []Run{{Text: "first"}}, Within: item, Box: &ProseBox{Key: 7}},
		{Runs: []Run{{Text: "second and "}, {Text: "an entry", Link: inner}}, Within: item, Box: &ProseBox{Key: 9, Ticked: true}, Tight: true},
	}
}

func TestGivenLinksAndBoxes_WhenTabIsPressed_ThenTheKeyboardGoesThroughThemAndOn(t *testing.T) {
	p := newPage(t, linked()...)
	after := NewButton(Soft, "after", look.IconNone, nil)
	p.w.SetContent(container.NewBorder(nil, after, nil, nil, p.Prose))
	p.w.Canvas().Focus(p.Prose)
	p.key(fyne.KeyReturn) // nothing yet
	var heard []string
	for range 4 {
		p.tab()
		heard = append(heard, p.AccessibilityLabel())
		p.TypedRune(' ')
	}
	if got := strings.Join(heard, "|"); got != "the site|first|second and an entry|an entry" {
		t.Errorf("it stops at %q", got)
	}
	if fmt.Sprint(p.opened, p.ticked) != "[{https://go.dev false} {The review true}] [7 9]" {
		t.Errorf("it opened %v and ticked %v", p.opened, p.ticked)
	}
	p.tab()
	if p.w.Canvas().Focused() != fyne.Focusable(after) {
		t.Errorf("behind the last the keyboard is at %T", p.w.Canvas().Focused())
	}
}

func TestGivenALinkFarBelow_WhenTabGoesThere_ThenItComesIntoSight(t *testing.T) {
	passages := append(longRead(), linked()...)
	p := newPage(t, passages...)
	p.w.Canvas().Focus(p.Prose)
	p.tab()
	if y := p.at(t, "the ").Y; y < 0 || y > 400 {
		t.Errorf("the link stands at %v of 400", y)
	}
	p.key(fyne.KeyHome, fyne.KeyReturn)
	if len(p.opened) != 0 {
		t.Error("a link out of sight was opened")
	}
}

func TestGivenLinksAndBoxes_WhenClicked_ThenTheyOpenAndTickAndNothingElseDoes(t *testing.T) {
	p := newPage(t, linked()...)
	test.TapCanvas(p.w.Canvas(), p.at(t, "site").AddXY(4, 12))
	test.TapCanvas(p.w.Canvas(), p.at(t, "first").AddXY(-18, 12))
	test.TapCanvas(p.w.Canvas(), p.at(t, "an entry").AddXY(4, 12))
	test.TapCanvas(p.w.Canvas(), p.at(t, "first").AddXY(4, 12))
	if fmt.Sprint(p.opened, p.ticked) != "[{https://go.dev false} {The review true}] [7]" {
		t.Errorf("it opened %v and ticked %v", p.opened, p.ticked)
	}
	if p.w.Canvas().Focused() != fyne.Focusable(p.Prose) {
		t.Error("a click does not take the keyboard")
	}
}

func TestGivenALink_WhenThePointerIsOnIt_ThenThePointerIsAHandAndTheAddressIsTold(t *testing.T) {
	p := newPage(t, linked()...)
	content := WithTips(p.Prose)
	p.w.SetContent(content)
	tips := content.Objects[1].(*Tips)
	test.MoveMouse(p.w.Canvas(), p.at(t, "the ").AddXY(4, 12))
	if tips.Text() != "https://go.dev" {
		t.Errorf("it says %q", tips.Text())
	}
	test.MoveMouse(p.w.Canvas(), p.at(t, "first").AddXY(4, 12))
	if tips.Text() != "" {
		t.Errorf("beside the link it says %q", tips.Text())
	}
	var body desktop.Cursorable
	for _, o := range test.LaidOutObjects(p.Prose) {
		if c, is := o.(desktop.Cursorable); is && body == nil {
			body = c
		}
	}
	if body.Cursor() != desktop.DefaultCursor {
		t.Error("beside the link the pointer is a hand")
	}
	test.MoveMouse(p.w.Canvas(), p.at(t, "an entry").AddXY(4, 12))
	if body.Cursor() != desktop.PointerCursor {
		t.Error("on the link it is none")
	}
}

func TestGivenAScrolledText_WhenUpdated_ThenItStaysWhereItIs(t *testing.T) {
	passages := append(longRead(), linked()...)
	p := newPage(t, passages...)
	p.w.Canvas().Focus(p.Prose)
	p.tab()
	p.tab()
	before, at := p.AccessibilityLabel(), p.at(t, "first")
	passages[201].Box = &ProseBox{Key: 7, Ticked: true}
	p.Update(passages)
	if p.AccessibilityLabel() != before || p.at(t, "first") != at {
		t.Errorf("it went from %q at %v to %q at %v", before, at, p.AccessibilityLabel(), p.at(t, "first"))
	}
	p.Fill(passages[:3])
	p.key(fyne.KeyReturn)
	if len(p.ticked) != 0 {
		t.Error("the keyboard is still at a box that is gone")
	}
}

func TestGivenStyles_WhenDrawn_ThenEachWordIsInItsFace(t *testing.T) {
	p := newPage(t, Passage{Runs: []Run{
		{Text: "plain "},
		{Text: "strong ", Look: RunStrong},
		{Text: "soft ", Look: RunEmphasis},
		{Text: "both ", Look: RunStrong | RunEmphasis},
		{Text: "code ", Look: RunCode},
		{Text: "🙂"},
	}})
	faces := look.ReadingFaces()
	for words, want := range map[string]string{
		"plain ": faces[0].Name, "strong ": faces[1].Name, "soft ": faces[2].Name, "both ": faces[3].Name, "code ": look.CodeFont().Name(),
	} {
		drawn := p.texts()[words]
		got := drawn.FontSource
		if got == nil { // the faces of the editors are there as styles
			got = look.FontFile(drawn.TextStyle)
		}
		if got.Name() != want {
			t.Errorf("%q is set in %v, want %s", words, got, want)
		}
	}
	if p.texts()["🙂"].FontSource != nil {
		t.Error("an emoji has no fallback")
	}
}

func TestGivenATable_WhenItIsWiderThanThePage_ThenItsCellsWrapWithinTheColumn(t *testing.T) {
	cell := func(text string) []Run { return []Run{{Text: text}} }
	p := newPage(t, Passage{Sort: PassageTable, Table: &ProseTable{
		Columns: []fyne.TextAlign{fyne.TextAlignLeading, fyne.TextAlignTrailing},
		Rows:    [][][]Run{{cell("what"), cell("how much")}, {cell(strings.Repeat("quite some words ", 12)), cell("30")}, {cell("only one")}},
	}})
	right := p.at(t, "how much").X + p.texts()["how much"].MinSize().Width
	if number := p.at(t, "30").X + p.texts()["30"].MinSize().Width; number-right > 1 || right-number > 1 {
		t.Errorf("the number ends at %v, its head at %v", number, right)
	}
	if right > 590 || p.at(t, "only one").Y-p.at(t, "30").Y < 46 {
		t.Errorf("the table ends at %v, its third row stands %v below the second", right, p.at(t, "only one").Y-p.at(t, "30").Y)
	}
}

func TestGivenATextOfEverySort_WhenDrawn_ThenItLooksLikeABook(t *testing.T) {
	for name, appearance := range map[string]look.Appearance{"prose-light": look.Light, "prose-dark": look.Dark} {
		p := newPage(t, everySort()...)
		fyne.CurrentApp().Settings().SetTheme(look.New(appearance))
		p.w.Resize(fyne.NewSize(600, 1100))
		p.Refresh()
		p.w.Canvas().Focus(p.Prose)
		p.tab()
		keep(t, name, p.w.Canvas().Capture())
		if ink := countColour(p.w.Canvas().Capture(), look.Color(look.ColorAccent)); ink < 200 {
			t.Errorf("%s: %d pixels of accent", name, ink)
		}
	}
}

func everySort() []Passage {
	item, nested, quote := []Frame{{}}, []Frame{{}, {}}, []Frame{{Quote: 1}}
	cell := func(text string) []Run { return []Run{{Text: text}} }
	all := []Passage{
		{Sort: PassageHeading, Level: 1, Runs: cell("What I learned this week")},
		{Runs: []Run{
			{Text: "I asked "},
			{Text: "Priya", Look: RunStrong},
			{Text: " for "},
			{Text: "one", Look: RunEmphasis},
			{Text: " thing, "},
			{Text: "not two", Look: RunStruck},
			{Text: ", and "},
			{Text: "make test", Look: RunCode},
			{Text: " ran in "},
			{Text: "thirty minutes", Look: RunMarked},
			{Text: " less. " + strings.Repeat("It went on for quite a while. ", 3)},
		}},
		{Sort: PassageHeading, Level: 2, Runs: cell("Next")},
	}
	all = append(all, linked()...)
	return append(all,
		Passage{Runs: cell("one"), Within: item, Marker: "•"},
		Passage{Runs: cell("nested " + strings.Repeat("and wrapped ", 10)), Within: nested, Marker: "–", Tight: true},
		Passage{Runs: cell("twelfth"), Within: []Frame{{Letters: 3}}, Marker: "12."},
		Passage{Runs: cell("You let the room speak."), Within: quote},
		Passage{Runs: cell("All of it."), Within: quote},
		Passage{Sort: PassageCode, Runs: []Run{{Text: "func main() {\n\trun()\n}", Look: RunCode}}},
		Passage{Sort: PassageRule},
		Passage{Sort: PassageTable, Table: &ProseTable{
			Columns: []fyne.TextAlign{fyne.TextAlignLeading, fyne.TextAlignCenter, fyne.TextAlignTrailing},
			Rows:    [][][]Run{{cell("what"), cell("when"), cell("how much")}, {cell("time"), cell("March"), cell("30")}},
		}},
		Passage{Runs: cell("🙂 会議 שלום e\u0301")},
	)
}

func BenchmarkFillProse(b *testing.B) {
	p := newPage(b, longRead()...)
	passages := longRead()
	b.ReportAllocs()
	for b.Loop() {
		p.Fill(passages)
	}
}
