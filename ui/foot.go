package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// foot is the quiet line at the foot of the window, under every page: how the
// journal is kept safe, or what stands in the way of it. Its room is there from
// the start, so that nothing moves when it has something to say; what stands in
// it is made when it has.
type foot struct {
	w       *Window
	content *fyne.Container
	state   *parts.Button     // how the journal is backed up; nil before that is known
	little  *parts.Text       // quietly, that there is little room left; nil before there was
	asked   fyne.CanvasObject // a question, with what can be answered; nil while nothing is asked
	told    fyne.CanvasObject // a reminder, with what can be done; nil while there is none
	sick    *footTrouble      // nil while all is well
	hushed  bool              // only what stands in the way is said
}

// footTrouble is what stands in the way, and what can be done about it.
type footTrouble struct {
	text    string
	actions []parts.NoticeAction
}

// footHeight is that of the line while it says nothing of several lines.
const footHeight float32 = 30

func newFoot(w *Window) *foot {
	return &foot{w: w, content: container.New(footLayout{})}
}

// backedUp says when the newest backup was made; second says how it stands with
// the second folder, or nothing, and apart marks that it is not in there.
func (f *foot) backedUp(at time.Time, second string, apart bool) {
	words := lang.L("Backed up {{.When}}", values{"When": f.w.whenMade(at)})
	if second != "" {
		words = lang.L("{{.State}}, {{.More}}", values{"State": words, "More": second})
	}
	icon := look.IconCheck
	if apart {
		icon = look.IconWarning
	}
	f.say(icon, look.ColorInk2, words)
}

// notBackedUp says that there is no backup yet.
func (f *foot) notBackedUp() { f.say(look.IconClock, look.ColorInk2, lang.L("Not backed up yet")) }

// notKept says that the last backup could not be made. Why stands on the page.
func (f *foot) notKept() {
	f.say(look.IconWarning, look.ColorWarn, lang.L("The last backup did not work"))
}

// trouble says what stands in the way of keeping the journal, in place of
// anything else, until all is well. Of the actions it shows the first two.
func (f *foot) trouble(text string, actions ...parts.NoticeAction) {
	if f.sick != nil && f.sick.text == text {
		return // it stands there already: a repeated failure must not flicker
	}
	f.sick = &footTrouble{text, actions}
	f.lay()
}

// well takes away what stood in the way.
func (f *foot) well() {
	if f.sick != nil {
		f.sick = nil
		f.lay()
	}
}

// ask puts a question into the line, in place of how the journal is backed up,
// until it is answered.
func (f *foot) ask(question string, answers ...parts.NoticeAction) {
	f.asked = f.line(question, answers)
	f.lay()
}

// tell puts a reminder into the line, under a question, until it is taken away.
func (f *foot) tell(words string, actions ...parts.NoticeAction) {
	f.told = f.line(words, actions)
	f.lay()
}

// tellNothing takes the reminder away.
func (f *foot) tellNothing() {
	f.told = nil
	f.lay()
}

// line sets words in the line, with small buttons after them.
func (f *foot) line(words string, actions []parts.NoticeAction) fyne.CanvasObject {
	const before = look.Space12 // of a button, so that the words begin where one's would
	line := []fyne.CanvasObject{parts.Inset(parts.NewText(words, parts.TypeCaption), 0, look.Space8, 0, before)}
	for _, a := range actions {
		line = append(line, f.button(a.Label, look.IconNone, a.Do))
	}
	return parts.Across(0, line...)
}

// askNothing takes the question away.
func (f *foot) askNothing() {
	f.asked = nil
	f.lay()
}

// button makes a small button for the line.
func (f *foot) button(words string, icon look.IconName, do func()) *parts.Button {
	b := parts.NewButton(parts.Quiet, words, icon, do)
	b.Words, b.Height, b.Padding = parts.TypeCaption, footHeight-6, look.Space8
	return b
}

// low mentions that there is little room left; "" takes it away.
func (f *foot) low(words string) {
	switch {
	case words == "":
		f.little = nil
	case f.little == nil:
		f.little = parts.NewText(words, parts.TypeCaption.In(look.ColorWarn))
	default:
		f.little.SetText(words)
	}
	f.lay()
}

// say tells how the journal is backed up.
func (f *foot) say(icon look.IconName, ink fyne.ThemeColorName, words string) {
	if f.state == nil {
		f.state = f.button(words, icon, f.openBackups)
	}
	f.state.Ink = ink
	f.state.SetText(words)
	f.state.SetIcon(icon)
	f.lay()
}

// hush has the line say only what stands in the way, or everything again.
func (f *foot) hush(on bool) {
	f.hushed = on
	f.lay()
}

// openBackups shows the page of the backups.
func (f *foot) openBackups() { f.w.frame.preferences.open(prefBackups) }

// lay puts into the line what it says.
func (f *foot) lay() {
	f.content.Objects = nil
	switch {
	case f.sick != nil:
		f.content.Objects = append(f.content.Objects, parts.IconOf(look.IconWarning, look.ColorWarn, look.IconSizeMedium),
			parts.NewParagraph(f.sick.text, parts.TypeUI.In(look.ColorWarn), 20))
		for _, a := range f.sick.actions[:min(len(f.sick.actions), 2)] {
			b := parts.NewButton(parts.Quiet, a.Label, look.IconNone, a.Do)
			b.Ink = look.ColorWarn
			f.content.Objects = append(f.content.Objects, b)
		}
	case f.hushed:
	case f.asked != nil:
		f.content.Objects = append(f.content.Objects, f.asked)
	case f.told != nil:
		f.content.Objects = append(f.content.Objects, f.told)
	default:
		if f.state != nil {
			f.content.Objects = append(f.content.Objects, f.state)
		}
		if f.little != nil {
			f.content.Objects = []fyne.CanvasObject{parts.Across(look.Space8, append(f.content.Objects, f.little)...)}
		}
	}
	f.content.Refresh()
}

// footLayout lays the line: one thing at the left, or a sign, a sentence that
// may take several lines, and what can be done at the right.
type footLayout struct{}

// Layout implements fyne.Layout.
func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 1 {
		const left = look.Space28 - look.Space12
		own := objects[0].MinSize()
		if line, ok := objects[0].(*fyne.Container); ok { // which goes on below where it has not the room
			line.Resize(fyne.NewSize(size.Width-2*left, own.Height))
			own = fyne.NewSize(line.Size().Width, line.MinSize().Height)
		}
		objects[0].Resize(own)
		objects[0].Move(fyne.NewPos(left, middle(size.Height, own.Height)))
		return
	}
	x := size.Width - look.Space28
	for i := len(objects) - 1; i >= 2; i-- {
		own := objects[i].MinSize()
		x -= own.Width
		objects[i].Resize(own)
		objects[i].Move(fyne.NewPos(x, middle(size.Height, own.Height)))
	}
	if len(objects) == 0 {
		return
	}
	sign, words := objects[0], objects[1]
	left := look.Space28 + sign.MinSize().Width + look.Space8
	words.Resize(fyne.NewSize(fyne.Max(x-left-look.Space8, 1), words.MinSize().Height)) // a paragraph has to know
	height := words.MinSize().Height
	words.Resize(fyne.NewSize(words.Size().Width, height))
	words.Move(fyne.NewPos(left, middle(size.Height, height)))
	sign.Resize(sign.MinSize())
	sign.Move(fyne.NewPos(look.Space28, middle(size.Height, sign.MinSize().Height)))
}

// MinSize implements fyne.Layout.
func (footLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := footHeight
	for _, o := range objects {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return fyne.NewSize(look.Space40, height)
}
