package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// tabBar chooses what is shown of one thing: in one track where there is room,
// else in a list that opens.
type tabBar struct {
	w       *Window
	chosen  func(key string)
	tabs    []parts.Segment
	track   *parts.Segmented
	list    *parts.Select
	content *fyne.Container
}

func newTabBar(w *Window, chosen func(key string)) *tabBar {
	b := &tabBar{w: w, chosen: chosen, list: parts.NewSelect("", nil, chosen)}
	b.track = parts.NewSegmented(nil, chosen)
	b.content = container.New(roomier{}, b.track, b.list)
	return b
}

// show offers tabs, with one of them open. The track is made anew where their
// words are other ones, and keeps the keyboard.
func (b *tabBar) show(tabs []parts.Segment, open string) {
	if !slices.Equal(tabs, b.tabs) {
		c := b.w.win.Canvas()
		had := c.Focused() == fyne.Focusable(b.track)
		b.tabs, b.track = tabs, parts.NewSegmented(tabs, b.chosen)
		b.content.Objects[0] = b.track
		options := make([]parts.Option, len(tabs))
		for i, t := range tabs {
			options[i] = parts.Option(t)
		}
		b.list.SetOptions(options)
		b.content.Refresh()
		if had {
			c.Focus(b.track)
		}
	}
	b.track.SetSelected(open)
	b.list.SetSelected(open)
}

// first is what takes the keyboard.
func (b *tabBar) first() fyne.Focusable {
	if b.list.Visible() {
		return b.list
	}
	return b.track
}

// roomier shows the first of two objects where it fits, else the second.
type roomier struct{}

// Layout implements fyne.Layout.
func (roomier) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	fits := objects[0].MinSize().Width <= size.Width
	setVisible(objects[0], fits)
	setVisible(objects[1], !fits)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(size.Width, look.FieldHeight))
	}
}

// MinSize implements fyne.Layout.
func (roomier) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, look.FieldHeight)
}
