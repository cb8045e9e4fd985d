package parts

import "fyne.io/fyne/v2"

// reachable is a part that tells when the keyboard comes to it.
type reachable interface{ onReached(do func()) }

// RevealReached has whatever the keyboard comes to within a content brought into sight, unless it was told already what
// to do then. Parts that come into the content later are not known.
func RevealReached(content fyne.CanvasObject, reveal func(fyne.CanvasObject)) {
	switch o := content.(type) {
	case reachable:
		o.onReached(func() { reveal(content) })
	case *fyne.Container:
		for _, within := range o.Objects {
			RevealReached(within, reveal)
		}
	}
}

func (p *pressable) onReached(do func()) { setUnlessSet(&p.OnFocus, do) }
func (c *chooser) onReached(do func())   { setUnlessSet(&c.OnFocus, do) }
func (f *Field) onReached(do func())     { setUnlessSet(&f.OnFocus, do) }
func (a *adder) onReached(do func())     { setUnlessSet(&a.OnFocus, do) }
func (f *Fold) onReached(do func())      { setUnlessSet(&f.OnFocus, do) }
func (h *Heat) onReached(do func())      { setUnlessSet(&h.OnFocus, do) }

func setUnlessSet(at *func(), do func()) {
	if *at == nil {
		*at = do
	}
}
