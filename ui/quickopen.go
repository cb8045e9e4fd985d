package ui

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// quickOpen is the panel that goes to anything by a few of its letters: entries,
// tags and people, pages and commands. The cursor stays in the field while the
// arrows walk through what was found.
type quickOpen struct {
	w         *Window
	query     *parts.Editor
	list      *parts.Roll
	none      *parts.Text
	overlay   *parts.Overlay
	noPrivate bool
	index     quickIndex
	ready     bool // the index was read
	rows      quickRows
	cancel    context.CancelFunc // of the question that is on its way
	ticket    int                // counts the questions; only the latest answer is shown
	waiting   bool               // for the answer to the latest question
	eager     bool               // Enter was pressed before the answer was there
}

// showQuickOpen opens the panel, or closes it where it is open.
func (w *Window) showQuickOpen() {
	if w.journal == nil {
		return
	}
	if w.quick != nil {
		w.quick.overlay.Hide()
		return
	}
	w.reach(w.openQuick)
}

// openQuick opens the panel.
func (w *Window) openQuick() {
	q := &quickOpen{w: w, noPrivate: w.noPrivate(), none: parts.NewText("", parts.TypeUI), cancel: func() {}}
	field := parts.NewSearchField(lang.L("Go to anything"))
	q.query = field.Editor
	q.query.OnEdited = func(string) { q.find() }
	q.query.OnDown, q.query.OnUp, q.query.OnEnter = q.down, q.up, q.openChosen
	q.list = parts.NewRoll(q.open)
	q.list.TextLeft = quickTextLeft
	foot := parts.NewParagraph(quickFoot(q.noPrivate), parts.TypeCaption, 18)
	room := w.inPanel(container.NewStack(q.list, q.none), quickListHeight)
	body := parts.Inset(parts.Down(look.Space12, field, room, parts.NewHairline(), foot), look.Space16, look.Space24, look.Space16, look.Space24)
	q.overlay = parts.ShowOverlay(w.win.Canvas(), body, q.closed)
	q.overlay.Light = true
	w.quick = q
	w.win.Canvas().Focus(q.query)
	q.load()
}

// quickListHeight is how high the list is at most.
const quickListHeight float32 = 440

func quickFoot(noPrivate bool) string {
	if noPrivate {
		return lang.L("Arrows move, Enter opens, Escape closes. Private entries are hidden.")
	}
	return lang.L("Arrows move, Enter opens, Escape closes.")
}

// load reads what is looked through, once.
func (q *quickOpen) load() {
	commands := q.w.quickCommands()
	task(q.w, "read what can be opened", func(ctx context.Context) (quickIndex, error) {
		return q.w.readQuickIndex(ctx, q.noPrivate, commands)
	}, func(x quickIndex) {
		q.index, q.ready = x, true
		q.find()
	})
}

// find asks for what goes with the words. The question before is called off.
func (q *quickOpen) find() {
	q.waiting, q.eager = true, false
	if !q.ready {
		return // asked for once it is
	}
	q.cancel()
	q.ticket++
	ticket, words, index := q.ticket, oneLine(q.query.Text), q.index
	type answer struct{ hits []quickHit }
	task(q.w, "find what to open", func(life context.Context) (answer, error) {
		ctx, cancel := context.WithCancel(life)
		q.w.onUI(func() { q.callOff(ticket, cancel) })
		hits, err := q.w.widen(ctx, words, q.noPrivate, index.find(words))
		if ctx.Err() != nil {
			return answer{}, nil // nobody waits for it any more
		}
		return answer{hits}, err
	}, func(a answer) {
		if ticket == q.ticket {
			q.show(a.hits)
		}
	})
}

// callOff remembers how a question is called off, or does so where a later one
// was asked already.
func (q *quickOpen) callOff(ticket int, cancel context.CancelFunc) {
	if ticket == q.ticket {
		q.cancel = cancel
		return
	}
	cancel()
}

// show lists what was found, with the first of it chosen.
func (q *quickOpen) show(hits []quickHit) {
	q.rows, q.waiting = newQuickRows(hits), false
	q.list.Fill(q.rows)
	q.list.SetSelected(q.rows.next(-1, +1))
	q.none.SetText("")
	if len(hits) == 0 {
		q.none.SetText(lang.L("Nothing goes by these letters."))
	}
	if q.eager {
		q.openChosen()
	}
}

func (q *quickOpen) down() { q.move(+1) }
func (q *quickOpen) up()   { q.move(-1) }

// move chooses the thing after or before the one that is chosen.
func (q *quickOpen) move(by int) {
	if to := q.rows.next(q.list.Selected(), by); to >= 0 {
		q.list.SetSelected(to)
	}
}

// openChosen opens what is chosen: where the answer is still on its way, the
// first of it, for what is listed went with fewer letters.
func (q *quickOpen) openChosen() {
	if q.waiting {
		q.eager = true
		return
	}
	if at := q.list.Selected(); at >= 0 {
		q.open(at)
	}
}

// open goes to a thing.
func (q *quickOpen) open(i int) {
	hit := q.rows.hit(i)
	if hit == nil {
		return
	}
	q.overlay.Hide()
	q.w.remember(hit.quickThing)
	hit.open()
}

// closed lets go of what was read.
func (q *quickOpen) closed() {
	q.w.quick = nil
	q.ticket++
	q.cancel()
	q.index = quickIndex{}
}

// openTag searches for the entries that carry a tag.
func (w *Window) openTag(tag string) {
	w.frame.finder.goSearch()
	w.frame.finder.search(`tag:"` + tag + `"`)
}
