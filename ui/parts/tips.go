package parts

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/look"
)

// Tips is the layer that names what lies under the pointer. It takes no events, so that it can lie over everything:
// Fyne's pop-ups would take the pointer away from what they explain.
type Tips struct {
	widget.BaseWidget
	owner fyne.CanvasObject
	at    fyne.CanvasObject
	wait  *fyne.Animation
	rest  *time.Timer // in the place of wait, where nothing may be animated
	box   *canvas.Rectangle
	word  *canvas.Text
}

// tipDelay is how long the pointer rests before it is told.
const tipDelay = 450 * time.Millisecond

// tipSide is where a tip stands.
type tipSide int

const (
	tipBelow tipSide = iota
	tipRight
)

// WithTips returns the content of a window with a layer for tips over it. Without the layer there are no tips.
func WithTips(content fyne.CanvasObject) *fyne.Container {
	t := &Tips{box: canvas.NewRectangle(color.Transparent), word: newText("", TypeCaption)}
	t.box.CornerRadius = look.RadiusHighlight
	t.ExtendBaseWidget(t)
	t.box.Hide()
	t.word.Hide()
	return container.NewStack(content, t)
}

// CreateRenderer is for Fyne.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	return newRendering(t, t.layout, t.minSize, t.paint, t.box, t.word)
}

func (t *Tips) layout(fyne.Size)   {}
func (t *Tips) minSize() fyne.Size { return fyne.NewSize(0, 0) }

func (t *Tips) paint() {
	paintBox(t.box, look.ColorInk, "")
	setType(t.word, TypeCaption.In(look.ColorPage))
}

// Text returns what the layer says, or nothing.
func (t *Tips) Text() string {
	if !t.box.Visible() {
		return ""
	}
	return t.word.Text
}

// say shows a text beside its owner once the pointer has rested. An animation is the clock, because its ticks come on
// the goroutine of the window.
func (t *Tips) say(owner, at fyne.CanvasObject, text string, side tipSide) {
	t.hush()
	t.owner, t.at = owner, at
	show := func() {
		if t.owner == owner {
			t.show(text, side)
		}
	}
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		t.rest = time.AfterFunc(tipDelay, func() { fyne.Do(show) })
		return
	}
	t.wait = fyne.NewAnimation(tipDelay, func(done float32) {
		if done >= 1 {
			show()
		}
	})
	t.wait.Curve = fyne.AnimationLinear
	t.wait.Start()
}

func (t *Tips) show(text string, side tipSide) {
	t.paint()
	t.word.Text = text
	setType(t.word, TypeCaption.In(look.ColorPage))
	size := t.word.MinSize().AddWidthHeight(2*look.Space8, look.Space8)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.at)
	if side == tipRight {
		at = at.AddXY(t.at.Size().Width+look.Space8, (t.at.Size().Height-size.Height)/2)
	} else {
		at = at.AddXY((t.at.Size().Width-size.Width)/2, t.at.Size().Height+look.Space4)
	}
	at.X = fyne.Max(look.Space4, fyne.Min(at.X, t.Size().Width-size.Width-look.Space4))
	if at.Y+size.Height > t.Size().Height {
		at.Y -= t.at.Size().Height + size.Height + look.Space8
	}
	at = fyne.NewPos(whole(at.X), whole(at.Y))
	t.box.Move(at)
	t.box.Resize(size)
	t.word.Move(at.AddXY(look.Space8, look.Space4))
	t.word.Resize(t.word.MinSize())
	t.box.Show()
	t.word.Show()
	t.Refresh() // what was never drawn has no window yet to draw it: the layer has
}

func (t *Tips) hush() {
	if t.wait != nil {
		t.wait.Stop()
		t.wait = nil
	}
	if t.rest != nil {
		t.rest.Stop()
		t.rest = nil
	}
	t.owner, t.at = nil, nil
	t.box.Hide()
	t.word.Hide()
}

// tipsFor finds the layer of the window a part stands in.
func tipsFor(o fyne.CanvasObject) *Tips {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	stack, ok := c.Content().(*fyne.Container)
	if !ok || len(stack.Objects) == 0 {
		return nil
	}
	t, _ := stack.Objects[len(stack.Objects)-1].(*Tips)
	return t
}

func showTip(o fyne.CanvasObject, text string, side tipSide) {
	if t := tipsFor(o); t != nil && text != "" {
		t.say(o, o, text, side)
	}
}

// showTipFor names one thing drawn within a part.
func showTipFor(o, within fyne.CanvasObject, text string) {
	if t := tipsFor(o); t != nil && text != "" {
		t.say(o, within, text, tipBelow)
	}
}

func hideTip(o fyne.CanvasObject) {
	if t := tipsFor(o); t != nil && t.owner == o {
		t.hush()
	}
}
