package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// settingRow is one thing that can be set: what it is, how it stands, and at
// the right what changes it.
type settingRow struct {
	content *fyne.Container
	icon    *parts.Icon
	words   *parts.Paragraph
}

// Where things stand in a row of settings.
const (
	settingLeft   float32 = 32  // where the words begin
	settingHeight float32 = 62  // of a row with one line
	settingWords  float32 = 250 // the width the words need beside the controls
)

// newSettingRow makes a row, with the line above it.
func newSettingRow(icon look.IconName, name string, controls ...fyne.CanvasObject) *settingRow {
	for _, c := range controls {
		if choice, ok := c.(*parts.Segmented); ok {
			choice.SetName(name)
		}
	}
	r := &settingRow{icon: parts.IconOf(icon, look.ColorInk2, look.IconSizeNav), words: parts.NewParagraph("", parts.TypeCaption, 18)}
	words := container.New(settingLayout{}, r.icon, parts.Down(2, parts.NewText(name, parts.TypeStrong), r.words))
	line := container.New(&withActions{least: settingWords, left: settingLeft}, words, parts.Across(look.Space12, controls...))
	const above = 10
	r.content = parts.Down(0, parts.NewHairline(), parts.Inset(line, above, 0, above, 0))
	return r
}

// say tells how it stands.
func (r *settingRow) say(words string) { r.words.SetText(words) }

// settingLayout lays an icon before some words.
type settingLayout struct{}

// Layout implements fyne.Layout.
func (settingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	icon := objects[0].MinSize()
	height := giveWidth(objects[1], settingLeft, 0, size.Width-settingLeft)
	objects[1].Move(fyne.NewPos(settingLeft, middle(size.Height, height)))
	objects[0].Resize(icon)
	objects[0].Move(fyne.NewPos(0, middle(size.Height, height)+2))
}

// MinSize implements fyne.Layout.
func (settingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const line = 2*10 + 1 // what stands above and below the words
	words := objects[1].MinSize()
	return fyne.NewSize(settingLeft+words.Width, fyne.Max(words.Height, settingHeight-line))
}

// settingsPage lays out a section of the preferences: its name, what it is
// about, and its rows.
func settingsPage(name, about string, rows ...*settingRow) fyne.CanvasObject {
	list := parts.Down(0)
	for _, r := range rows {
		list.Add(r.content)
	}
	list.Add(parts.NewHairline())
	head := parts.Down(look.Space4, parts.NewText(name, parts.TypeDetailTitle), sentenceText(about))
	page := parts.Gutter(parts.Inset(parts.Down(look.Space20, head, list), look.Space32, 0, look.Space24, 0), 0, 0)
	scroll := parts.NewScroller(page)
	parts.RevealReached(page, scroll.Reveal)
	return scroll
}
