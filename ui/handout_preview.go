package ui

import (
	"context"
	"image"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/document/paper"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// pagePreview shows what is to leave the journal as the very pages it will be.
// They are set off the UI goroutine, a moment after the last change, and a
// setting that something newer takes the place of is broken off.
type pagePreview struct {
	w       *Window
	content *fyne.Container
	said    *parts.Text // what is on the pages, or that they are on their way
	sheets  *parts.Paper

	ticket int // counts what was asked for; only the latest is shown
	wait   func()
	stop   context.CancelFunc // ends the setting that is under way

	mu    sync.Mutex
	press *paper.Press
	pages *paper.Pages
}

// setting is what makes pages, and what is said of them. progress, which is
// told how far it is, may be called from any goroutine.
type setting func(ctx context.Context, progress func(parts int)) (pages *paper.Pages, said string, err error)

// previewPause is how long the pages wait for the next change.
const previewPause = 300 * time.Millisecond

func newPagePreview(w *Window) *pagePreview {
	v := &pagePreview{w: w, said: cutText(parts.TypeCaption), wait: func() {}, stop: func() {}}
	v.sheets = parts.NewPaper(v.draw)
	v.sheets.Background, v.sheets.OnUI = w.background, w.onUI
	v.sheets.SetNames(lang.L("Previous page"), lang.L("Next page"))
	v.sheets.Place = func(page, of int) string { return lang.L("{{.Page}} of {{.All}}", values{"Page": page, "All": of}) }
	v.content = container.New(besideArrows{}, v.sheets, v.said)
	return v
}

// besideArrows puts a line beside the arrows over the pages.
type besideArrows struct{}

// Where the arrows over the pages stand.
const (
	arrowsHeight float32 = 28
	arrowsWidth  float32 = 120
)

// Layout implements fyne.Layout.
func (besideArrows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	sheets, line := objects[0], objects[1]
	sheets.Resize(size)
	height := line.MinSize().Height
	line.Move(fyne.NewPos(0, middle(arrowsHeight, height)))
	line.Resize(fyne.NewSize(fyne.Max(size.Width-arrowsWidth, 1), height))
}

// MinSize implements fyne.Layout.
func (besideArrows) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// set has pages made and shown.
func (v *pagePreview) set(make setting) {
	v.wait()
	v.ticket++
	ticket := v.ticket
	v.wait = v.w.later(previewPause, func() {
		if ticket == v.ticket {
			v.begin(ticket, make)
		}
	})
}

// begin breaks off what is under way and sets the pages.
func (v *pagePreview) begin(ticket int, make setting) {
	v.stop()
	ctx, stop := context.WithCancel(v.w.life)
	v.stop = stop
	type answer struct {
		press *paper.Press
		pages *paper.Pages
		said  string
	}
	task(v.w, "set the pages of a preview", func(context.Context) (a answer, err error) {
		if a.press, err = v.w.press(); err != nil {
			return a, err
		}
		a.pages, a.said, err = make(ctx, func(parts int) { v.tell(ticket, parts) })
		if ctx.Err() != nil {
			return answer{}, nil // something newer takes its place
		}
		return a, err
	}, func(a answer) {
		if ticket == v.ticket && a.pages != nil {
			v.show(a.press, a.pages, a.said)
		}
	})
}

// tell says how far the setting is.
func (v *pagePreview) tell(ticket, parts int) {
	v.w.onUI(func() {
		if ticket == v.ticket {
			v.said.SetText(lang.L("Setting the pages, part {{.Count}}", values{"Count": parts}))
		}
	})
}

// show shows pages.
func (v *pagePreview) show(press *paper.Press, pages *paper.Pages, said string) {
	v.mu.Lock()
	v.press, v.pages = press, pages
	v.mu.Unlock()
	v.said.SetText(said)
	v.sheets.SetCount(pages.Len())
}

// draw paints a page, counted from 0. It may be called from any goroutine.
func (v *pagePreview) draw(n, width int) image.Image {
	v.mu.Lock()
	press, pages := v.press, v.pages
	v.mu.Unlock()
	if pages == nil || n >= pages.Len() {
		return image.NewRGBA(image.Rect(0, 0, width, width))
	}
	return press.Draw(pages, n, width, paperInk())
}

// paperInk are the colours of the paper in the window. It stays paper in the
// dark.
func paperInk() paper.Ink {
	return paper.Ink{
		Paper: look.Color(look.ColorPaper), Text: look.Color(look.ColorPaperInk),
		Second: look.Color(look.ColorPaperInk2), Line: look.Color(look.ColorPaperLine),
	}
}
