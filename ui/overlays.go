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

// overlay shows a panel with a title over the page. The parts in it stand
// below each other.
func (w *Window) overlay(title string, content ...fyne.CanvasObject) *parts.Overlay {
	return w.overlayUntil(nil, title, content...)
}

// overlayUntil shows a panel as overlay does, and calls closed, which may be
// nil, when it is closed.
func (w *Window) overlayUntil(closed func(), title string, content ...fyne.CanvasObject) *parts.Overlay {
	all := append([]fyne.CanvasObject{parts.NewText(title, parts.TypeDetailTitle)}, content...)
	body := parts.Inset(parts.Down(look.Space16, all...), look.Space24, look.Space24, look.Space24, look.Space24)
	return parts.ShowOverlay(w.win.Canvas(), body, closed)
}

// inPanel gives a list in a panel its room: so high at most, and in a low window
// less, so that what stands around it is in sight.
func (w *Window) inPanel(list fyne.CanvasObject, most float32) fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSize(look.OverlayWidth-2*look.Space24, w.roomInPanel(most)), list)
}

// roomInPanel is the height that a list in a panel gets.
func (w *Window) roomInPanel(most float32) float32 {
	const around, least = 310, 150 // under which the whole panel scrolls
	return fyne.Min(most, fyne.Max(w.win.Canvas().Size().Height-around, least))
}

// toRead is a stop of the keyboard at what is longer than its room, which the
// arrows, the pages and the space bar scroll.
func toRead(name string, text *parts.Scroller) *parts.KeyStop {
	stop := parts.NewKeyStop(text)
	stop.OnKey, stop.OnRune, stop.Label = text.Turn, text.TurnPage, name
	return stop
}

// sentenceText is a sentence of the program that may take several lines.
func sentenceText(text string) *parts.Paragraph { return parts.NewParagraph(text, parts.TypeUI, 20) }

// dateQuestion asks for a day to go to.
type dateQuestion struct {
	w       *Window
	answer  *parts.Editor
	wrong   *parts.Text
	overlay *parts.Overlay
}

// askForDate asks for a day and goes there.
func (w *Window) askForDate() {
	if w.journal == nil {
		return
	}
	field := parts.NewLineField()
	q := &dateQuestion{w: w, answer: field.Editor, wrong: parts.NewText("", parts.TypeCaption.In(look.ColorWarn))}
	q.answer.SetPlaceHolder(lang.L("2026-11-20, 3 May, March, q3, yesterday, -3d, last monday"))
	q.answer.OnEnter = q.submit
	q.overlay = w.overlay(lang.L("Go to date"), field, q.wrong)
	w.win.Canvas().Focus(q.answer)
}

// submit goes to the day that was typed, or says beside the field what is
// wrong with it.
func (q *dateQuestion) submit() {
	text := q.answer.Text
	task(q.w, "find today", func(ctx context.Context) (journal.Day, error) {
		return q.w.journal.Today(ctx), nil
	}, func(today journal.Day) {
		span, err := q.w.journal.DatesFrom(today).Span(text)
		if err != nil {
			q.wrong.SetText(sentence(err))
			return
		}
		q.overlay.Hide()
		q.w.today.goTo(span.From)
	})
}

// showAbout says what this is and, unless it is locked, where the journal lies.
func (w *Window) showAbout() {
	about := []fyne.CanvasObject{
		sentenceText(lang.L("A private journal for people on their way to a leadership role. It keeps everything on this computer and never uses the network.")),
	}
	if w.lockScreen == nil {
		about = append(about, sentenceText(lang.L("Your journal lies in {{.Folder}}", values{"Folder": w.home.Folder()})))
	}
	w.overlay(lang.L("Groundwork {{.Version}}", values{"Version": w.version}), about...).Light = true
}
