package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// walk is a panel that leads through something one step at a time, forward and
// back. Nothing is done before the last of them; Escape leaves at any time.
type walk struct {
	w       *Window
	steps   []walkStep
	at      int
	count   *parts.Text
	title   *parts.Paragraph
	room    *fyne.Container
	back    *parts.Button
	next    *parts.Button
	overlay *parts.Overlay
	over    bool // it ends with its last step
}

// walkStep is one of the steps.
type walkStep struct {
	title   string
	content fyne.CanvasObject
	next    string                // what leads on
	first   func() fyne.Focusable // has the keyboard when it comes into sight; nil stands for what leads on
	done    func() bool           // whether all is there; where it is not, it has said so
}

// newWalk makes a walk; show begins it.
func (w *Window) newWalk() *walk {
	k := &walk{w: w, count: parts.NewText("", parts.TypeCaption), title: parts.NewParagraph("", parts.TypeDetailTitle, 28), room: container.NewStack()}
	k.back = parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, k.goBack)
	k.next = parts.NewButton(parts.Primary, lang.L("Go on"), look.IconNone, k.goOn)
	return k
}

// show opens the panel at the first step. Abandoned is called when it is closed
// before the last one was done.
func (k *walk) show(abandoned func(), steps ...walkStep) {
	k.steps = steps
	cancel := parts.NewButton(parts.Quiet, lang.L("Cancel"), look.IconNone, func() { k.overlay.Hide() })
	body := parts.Down(look.Space16, parts.Down(look.Space4, k.count, k.title), k.room,
		parts.Across(look.Space8, k.back, parts.Spring(), cancel, k.next))
	k.overlay = parts.ShowOverlay(k.w.win.Canvas(), parts.Inset(body, look.Space24, look.Space24, look.Space24, look.Space24), func() {
		if !k.over {
			abandoned()
		}
	})
	k.lay()
}

// lay shows the step that it is at.
func (k *walk) lay() {
	s := k.steps[k.at]
	k.count.SetText(lang.L("Step {{.Step}} of {{.All}}", values{"Step": k.at + 1, "All": len(k.steps)}))
	k.title.SetText(s.title)
	k.next.SetText(s.next)
	k.room.Objects = []fyne.CanvasObject{s.content}
	setVisible(k.back, k.at > 0)
	k.fit()
	first := fyne.Focusable(k.next)
	if s.first != nil {
		first = s.first()
	}
	k.w.win.Canvas().Focus(first)
}

// goOn goes to the next step once this one is done; the last one ends it.
func (k *walk) goOn() {
	last := k.at == len(k.steps)-1
	k.over = last // what is done then may close the panel
	if !k.steps[k.at].done() {
		k.over = false
		k.fit() // it has more to say
		return
	}
	if last {
		k.overlay.Hide()
		return
	}
	k.at++
	k.lay()
}

// fit gives the panel the room that its step needs now.
func (k *walk) fit() { k.overlay.Refresh() }

// goBack goes to the step before.
func (k *walk) goBack() {
	if k.at > 0 {
		k.at--
		k.lay()
	}
}
