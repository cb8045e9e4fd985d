package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// welcome stands on Today while the journal holds no entry: below the text
// three other ways to begin, and at the foot of the page where all of it is
// kept. There is nothing to be done about it: it goes when something is
// written.
type welcome struct {
	w       *Window
	on      bool
	offers  []*offer
	low     bool            // there is little room: of the offers only their names
	content *fyne.Container // shares its room with the text
	foot    *fyne.Container // in the place of what belongs to an entry
}

func newWelcome(w *Window) *welcome {
	o := &welcome{w: w}
	row := container.New(&offersLayout{})
	for _, each := range []struct {
		icon        look.IconName
		name, words string
		do          func()
	}{
		{look.IconFlag, lang.L("Set a target role"), lang.L("What it asks, and when it is decided."), w.askForTarget},
		{look.IconCalendar, lang.L("Catch up"), lang.L("The months behind you, one line each."), o.catchUp},
		{look.IconQuote, lang.L("Save a kind word"), lang.L("Feedback you still remember, in their words."), w.saveKindWord},
	} {
		card := newOffer(each.icon, each.name, each.words, each.do)
		o.offers = append(o.offers, card)
		row.Add(card.tile)
	}
	head := parts.Across(look.Space8, parts.NewText(lang.L("Or begin somewhere else"), parts.TypeStrong), parts.Spring())
	if w.sample != "" && !w.sampleOpen() {
		around := parts.NewButton(parts.Quiet, lang.L("Look around with a sample journal"), look.IconEye, w.openSample)
		around.Padding = look.Space8
		head.Add(around)
	}
	const ring = 4 // room for what shows the focus, which reaches beyond its part
	o.content = parts.Inset(parts.Down(look.Space4, head, row), ring, 0, ring, 0)
	o.foot = o.layFoot()
	o.content.Hide()
	o.foot.Hide()
	return o
}

// offer is a card with a way to begin.
type offer struct {
	tile  *parts.Tile
	sign  *fyne.Container
	words *parts.Paragraph
}

func newOffer(icon look.IconName, name, words string, do func()) *offer {
	const chip, padding = 36, 16
	sign := container.NewGridWrap(fyne.NewSquareSize(chip), container.NewStack(
		parts.NewSurface(look.ColorAccentSoft, "", look.RadiusField),
		container.NewCenter(parts.IconOf(icon, look.ColorAccent, look.IconSizeNav))))
	c := &offer{sign: sign, words: parts.NewParagraph(words, parts.TypeUI, 19)}
	body := parts.Down(look.Space4, parts.NewParagraph(name, parts.TypeStrong, 20), c.words)
	c.tile = parts.NewTile(parts.Inset(parts.Down(look.Space12, sign, body), padding, padding, padding, padding), look.RadiusCard, do)
	c.tile.Fill, c.tile.Line, c.tile.Label = look.ColorCard, look.ColorLine, name+", "+words
	return c
}

// setLow leaves of the offers only their names, where there is little room.
func (o *welcome) setLow(low bool) {
	if o.low == low {
		return
	}
	o.low = low
	for _, c := range o.offers {
		setVisible(c.sign, !low)
		setVisible(c.words, !low)
		c.tile.Refresh()
	}
	o.content.Refresh()
}

// layFoot lays the foot: what not to write on whose computer, where the
// journal is, and the way there.
func (o *welcome) layFoot() *fyne.Container {
	where := parts.NewButton(parts.Quiet, lang.L("Where is it?"), look.IconNone, func() { o.w.frame.preferences.open(prefJournals) })
	where.Padding = look.Space4
	employer := parts.NewParagraph(
		lang.L("On an employer’s computer others may read along. Leave out what is confidential."), parts.TypeCaption, 18)
	kept := parts.NewText(lang.L("Stored in one file on this computer. No account, no network."), parts.TypeUI)
	kept.Truncate = true
	line := parts.Across(look.Space8, parts.IconOf(look.IconLock, look.ColorInk2, look.IconSizeMedium), kept, where)
	return parts.Inset(parts.Down(look.Space8, employer, parts.NewHairline(), line), look.Space16, 0, 0, 0)
}

// look takes the welcome away where another program wrote an entry.
func (o *welcome) look() {
	if !o.on {
		return
	}
	j := o.w.journal
	task(o.w, "look for entries", func(ctx context.Context) (bool, error) {
		lines, err := j.Read().Lines(ctx, journal.Filter{}, "", 1)
		return len(lines) > 0, err
	}, func(some bool) {
		if some {
			o.w.today.greet(false)
		}
	})
}

func (o *welcome) catchUp() { o.w.frame.catchUp.goCatchUp() }

// saveKindWord begins feedback received, with the cursor where their words go.
func (w *Window) saveKindWord() {
	t := w.today
	r := t.reader()
	t.bringThen("begin an entry", func(ctx context.Context) (sheet, error) {
		return r.fresh(ctx, journal.FeedbackKind, journal.Day{})
	}, func() {
		if f, ok := t.desk.formOf(journal.FeedbackKind).(*feedbackForm); ok {
			t.shared.Reveal(f.quote)
			w.win.Canvas().Focus(f.quote.Editor)
		}
	})
}

// offersLayout puts cards beside each other, all as high as the highest, or
// below each other where there is little room.
type offersLayout struct{ width float32 }

// offerLeast is the width a card needs beside others.
const offerLeast float32 = 150

// across is how many cards stand beside each other, and how wide each is.
func (l *offersLayout) across(n int) (columns int, width float32) {
	width = (l.width - float32(n-1)*look.Space12) / float32(n)
	if width < offerLeast {
		return 1, l.width
	}
	return n, float32(int(width))
}

// Layout implements fyne.Layout.
func (l *offersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	columns, width := l.across(len(objects))
	for _, o := range objects {
		giveWidth(o, 0, 0, width)
	}
	height := rowHeight(objects)
	for i, o := range objects {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(float32(i%columns)*(width+look.Space12), float32(i/columns)*(height+look.Space12)))
	}
}

// MinSize implements fyne.Layout.
func (l *offersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	columns, _ := l.across(len(objects))
	rows := float32((len(objects) + columns - 1) / columns)
	return fyne.NewSize(look.Space40, rows*(rowHeight(objects)+look.Space12)-look.Space12)
}
