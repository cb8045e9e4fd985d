package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows that the keyboard is here.
func (p *Prose) FocusGained() { p.focused = true; p.showFocus() }

// FocusLost hides it, and leaves the link or box the keyboard was at.
func (p *Prose) FocusLost() { p.focused, p.stop = false, -1; p.showFocus() }

func (p *Prose) showFocus() {
	setVisible(p.bar, p.focused && p.stop < 0)
	p.body.drawRings()
	p.body.Refresh()
}

// AcceptsTab reports whether Tab goes to a link or box of the text, and not to the next control.
func (p *Prose) AcceptsTab() bool { return p.neighbour() >= 0 }

// TypedRune opens the link or ticks the box the keyboard is at with the space bar, or else goes on by a page. n goes to
// the next mark, p to the one before.
func (p *Prose) TypedRune(r rune) {
	switch {
	case r == 'n':
		p.StepMark(1)
	case r == 'p':
		p.StepMark(-1)
	case r != ' ':
	case p.stop >= 0:
		p.press(p.stop)
	default:
		p.scrollBy(p.page())
	}
}

// TypedKey scrolls, goes from stop to stop with Tab, and opens or ticks with Enter.
func (p *Prose) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		p.scrollBy(-2 * proseLeading)
	case fyne.KeyDown:
		p.scrollBy(2 * proseLeading)
	case fyne.KeyPageUp:
		p.scrollBy(-p.page())
	case fyne.KeyPageDown:
		p.scrollBy(p.page())
	case fyne.KeyHome:
		p.scrollBy(-p.sheet.height)
	case fyne.KeyEnd:
		p.scrollBy(p.sheet.height)
	case fyne.KeyTab:
		p.goTo(p.neighbour())
	case fyne.KeyReturn, fyne.KeyEnter:
		p.press(p.stop)
	case fyne.KeyEscape:
		if p.OnEscape != nil {
			p.OnEscape()
			return
		}
		escape()
	}
}

// TypedShortcut tells of a shortcut.
func (p *Prose) TypedShortcut(s fyne.Shortcut) {
	if p.OnShortcut != nil {
		p.OnShortcut(s)
	}
}

// page is how far a page goes on: two lines stay in sight.
func (p *Prose) page() float32 {
	return fyne.Max(p.scroll.Size().Height-2*proseLeading, proseLeading)
}

// scrollBy scrolls as far as there is text. The keyboard leaves a stop that goes out of sight.
func (p *Prose) scrollBy(by float32) {
	most := fyne.Max(p.sheet.height-p.scroll.Size().Height, 0)
	offset := p.scroll.Offset
	offset.Y = fyne.Max(fyne.Min(offset.Y+by, most), 0)
	p.scroll.ScrollToOffset(offset)
	if p.stop >= 0 && !p.inSight(p.stop) {
		p.setStop(-1)
	}
}

// neighbour returns the stop that Tab goes to, or -1: the next one, or with Shift the one before. The first is the
// first in sight.
func (p *Prose) neighbour() int {
	if p.back() {
		return max(p.stop, 0) - 1
	}
	next := p.stop + 1
	if p.stop < 0 {
		for next < len(p.sheet.stops) && p.top(next) < p.scroll.Offset.Y {
			next++
		}
	}
	if next < len(p.sheet.stops) {
		return next
	}
	return -1
}

// shiftHeld reports whether the keyboard's Shift is held down.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

func (p *Prose) top(stop int) float32 { return p.sheet.strips[p.sheet.stops[stop].strip].top }

func (p *Prose) inSight(stop int) bool {
	return p.sheet.stops[stop].bottom > p.scroll.Offset.Y && p.top(stop) < p.scroll.Offset.Y+p.scroll.Size().Height
}

// goTo takes the keyboard to a stop and scrolls no further than needed to show it.
func (p *Prose) goTo(stop int) {
	if stop < 0 {
		return
	}
	p.setStop(stop)
	top, bottom := p.top(stop)-proseLeading, p.sheet.stops[stop].bottom+proseLeading
	switch view := p.scroll.Size().Height; {
	case top < p.scroll.Offset.Y:
		p.scrollBy(top - p.scroll.Offset.Y)
	case bottom > p.scroll.Offset.Y+view:
		p.scrollBy(bottom - view - p.scroll.Offset.Y)
	}
}

func (p *Prose) setStop(stop int) {
	if p.stop != stop {
		p.stop = stop
		p.showFocus()
	}
}

// press opens the link or ticks the box of a stop.
func (p *Prose) press(at int) {
	if at < 0 {
		return
	}
	switch s := p.sheet.stops[at]; {
	case s.box != nil && p.OnTick != nil:
		p.OnTick(s.box.Key)
	case s.box == nil && p.OnLink != nil:
		p.OnLink(s.link)
	}
}
