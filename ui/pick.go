package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// picking is what a panel offers to choose from: things that are found by
// their words, shown as rows, one of which is taken.
type picking[T any] struct {
	placeHolder string
	none        string // said where nothing is found
	// find gives what goes with the words, at best; without words the newest.
	find func(ctx context.Context, words string) ([]T, error)
	item func(T) parts.ListItem
	then func(T)
}

// pickPanel is a panel in which one thing is found and chosen.
type pickPanel[T any] struct {
	w       *Window
	of      picking[T]
	query   *parts.Editor
	rows    *parts.List
	none    *parts.Text
	overlay *parts.Overlay
	found   []T
	ticket  int  // counts the questions; only the latest answer is shown
	waiting bool // for the latest answer
	eager   bool // and the first of it is to be taken
}

// choiceRows is how many things a panel shows at a time, and mostChoices how
// many it lists at most.
const (
	choiceRows  = 7
	mostChoices = 50
)

// pick lets the writer find one of many things by its words.
func pick[T any](w *Window, title string, of picking[T]) {
	if w.journal == nil {
		return
	}
	p := &pickPanel[T]{w: w, of: of, none: parts.NewText("", parts.TypeCaption)}
	field := parts.NewSearchField(of.placeHolder)
	p.query = field.Editor
	p.query.OnEdited = func(string) { p.find() }
	p.query.OnDown, p.query.OnEnter = p.goDown, p.chooseFirst
	p.rows = parts.NewList(elementRow, p.choose)
	room := container.NewGridWrap(fyne.NewSize(look.OverlayWidth-2*look.Space24, choiceRows*elementRow), p.rows)
	p.overlay = w.overlay(title, field, p.none, room)
	p.overlay.Light = true
	w.win.Canvas().Focus(p.query)
	p.find()
}

// find lists what goes with the words.
func (p *pickPanel[T]) find() {
	p.ticket++
	p.waiting, p.eager = true, false
	ticket, words := p.ticket, strings.TrimSpace(p.query.Text)
	task(p.w, "find what to choose", func(ctx context.Context) ([]T, error) {
		return p.of.find(ctx, words)
	}, func(found []T) {
		if ticket == p.ticket {
			p.show(found)
		}
	})
}

func (p *pickPanel[T]) show(found []T) {
	p.found, p.waiting = found, false
	p.rows.Fill(len(found), func(i int) parts.ListItem { return p.of.item(p.found[i]) })
	p.none.SetText("")
	if len(found) == 0 {
		p.none.SetText(p.of.none)
	}
	if p.eager {
		p.choose(0)
	}
}

func (p *pickPanel[T]) goDown() { p.w.win.Canvas().Focus(p.rows) }

// chooseFirst takes the first of what goes with the words: all of them, also
// where the answer is still on its way.
func (p *pickPanel[T]) chooseFirst() {
	if p.waiting {
		p.eager = true
		return
	}
	p.choose(0)
}

func (p *pickPanel[T]) choose(i int) {
	if i >= len(p.found) {
		return
	}
	p.overlay.Hide()
	p.of.then(p.found[i])
}
