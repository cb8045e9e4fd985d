package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// askPanel is where the writer asks somebody for feedback: whom, about what
// and until when. It has the message ready, and keeps the asking as a goal.
type askPanel struct {
	w      *Window
	today  journal.Day
	people []journal.Person
	day    journal.Day // until when; none asks for no day
	own    bool        // the message was changed by hand, and is left alone

	whom    *parts.NameField
	about   *parts.Field
	until   *dayField
	message *parts.Field
	again   *parts.Button // writes the message anew, once it was changed by hand
	overlay *parts.Overlay
}

// askWithin is how many days there are to answer unless the writer says
// otherwise.
const askWithin = 7

// ask asks somebody for feedback; "" leaves open whom.
func (l *ledger) ask(person string) {
	w := l.w
	if w.journal == nil {
		return
	}
	type read struct {
		today  journal.Day
		people []journal.Person
	}
	task(w, "list the people", func(ctx context.Context) (read, error) {
		people, err := w.journal.Read().People(ctx)
		return read{w.journal.Today(ctx), people}, err
	}, func(r read) { newAskPanel(w, r.today, r.people).show(person) })
}

func newAskPanel(w *Window, today journal.Day, people []journal.Person) *askPanel {
	a := &askPanel{w: w, today: today, people: people, day: today.AddDays(askWithin)}
	a.whom = parts.NewNameField(lang.L("Somebody who saw you at work"), a.setWhom)
	a.whom.Suggest = func(typed string) []string { return namesLike(people, typed) }
	a.whom.OnTyped = func(string) { a.overlay.Refresh() } // the names that are offered take room
	a.about = parts.NewLineField()
	a.about.Editor.SetPlaceHolder(lang.L("how I ran the roadmap talk"))
	a.about.Editor.OnEdited = func(string) { a.write() }
	a.until = newDayField(w, func() journal.Day { return today }, a.setUntil)
	a.until.show(a.day)
	a.message = parts.NewField(lang.L("What you will send"))
	a.message.Editor.MaxBytes = journal.MaxText
	a.message.Editor.OnEdited = func(string) { a.setOwn(true) }
	a.again = parts.NewButton(parts.Quiet, lang.L("Write it anew"), look.IconRefresh, a.writeAnew)
	a.again.Hide()
	return a
}

// show opens the panel with the cursor in the first field that is empty.
func (a *askPanel) show(person string) {
	keep := parts.NewButton(parts.Primary, lang.L("Copy and keep as a goal"), look.IconCheck, a.keep)
	fields := parts.Down(look.Space8, parts.FormRow(lang.L("Whom"), a.whom), parts.FormRow(lang.L("About"), a.about),
		parts.FormRow(lang.L("Until"), a.until.line))
	foot := parts.Flow(look.Space8, look.Space8, keep, a.again)
	head := parts.Down(look.Space16, parts.NewText(lang.L("Ask for feedback"), parts.TypeDetailTitle), fields)
	body := container.NewBorder(parts.Inset(head, 0, 0, look.Space12, 0), parts.Inset(foot, look.Space12, 0, 0, 0), nil, nil, a.message)
	a.overlay = parts.ShowOverlay(a.w.win.Canvas(),
		parts.Inset(body, look.Space24, look.Space24, look.Space24, look.Space24), nil)
	a.whom.SetName(person)
	a.write()
	var first fyne.Focusable = a.whom.Editor
	if person != "" {
		first = a.about.Editor
	}
	a.w.win.Canvas().Focus(first)
}

func (a *askPanel) setWhom(string) {
	a.whom.SetProblem("")
	a.write()
}

func (a *askPanel) setUntil(day journal.Day) {
	a.day = day
	a.until.line.SetNote("", false)
	if !day.IsZero() && day.Before(a.today) {
		a.until.line.SetNote(lang.L("This day is past."), true)
	}
	a.write()
}

// write writes the message for what is filled in, unless the writer changed
// it.
func (a *askPanel) write() {
	if a.own {
		return
	}
	until := ""
	if !a.day.IsZero() {
		until = dayHeading(a.day, journal.ExactDay, a.today)
	}
	a.message.Editor.Load(journal.AskText(a.name(), a.about.Editor.Text, until))
	a.message.Refresh()
}

// writeAnew gives up what was changed by hand.
func (a *askPanel) writeAnew() {
	a.setOwn(false)
	a.write()
	a.w.win.Canvas().Focus(a.message.Editor)
}

func (a *askPanel) setOwn(own bool) {
	if a.own != own {
		a.own = own
		setVisible(a.again, own)
	}
}

func (a *askPanel) name() string { return strings.TrimSpace(a.whom.Editor.Text) }

// keep puts the message on the clipboard and makes the asking a goal.
func (a *askPanel) keep() {
	if a.name() == "" {
		a.whom.SetProblem(lang.L("Whom will you ask?"))
		a.w.win.Canvas().Focus(a.whom.Editor)
		return
	}
	a.until.line.Take()
	if a.until.line.Problem() != "" {
		a.w.win.Canvas().Focus(a.until.line.Editor)
		return
	}
	w, text := a.w, a.message.Editor.Text
	w.copyText(text)
	a.overlay.Hide()
	goal := a.goal(text)
	task(w, "add a goal", func(ctx context.Context) (journal.Goal, error) {
		return w.journal.AddGoal(ctx, goal)
	}, func(journal.Goal) {
		w.door.say(lang.L("The message is on the clipboard, and asking is one of your goals."))
	})
}

// goal is the asking as a goal of the plan.
func (a *askPanel) goal(message string) journal.Goal {
	v := values{"Name": a.name(), "About": oneLine(a.about.Editor.Text)}
	text := lang.L("Ask {{.Name}} for feedback", v)
	if v["About"] != "" {
		text = lang.L("Ask {{.Name}} for feedback: {{.About}}", v)
	}
	return journal.Goal{Kind: "ask", Text: text, Notes: message, Person: personNamed(a.people, a.name()), Due: a.day}
}

// namesLike gives the names that hold all words of what is typed.
func namesLike(people []journal.Person, typed string) []string {
	words := strings.Fields(folded(typed))
	var names []string
	for _, p := range people {
		if len(words) > 0 && holdsAll(folded(p.Name), words) {
			names = append(names, p.Name)
		}
	}
	return names
}

// personNamed gives the ID of the person with a name, or the name where nobody
// has it.
func personNamed(people []journal.Person, name string) string {
	name = strings.TrimSpace(name)
	at := slices.IndexFunc(people, func(p journal.Person) bool { return folded(p.Name) == folded(name) })
	if name == "" || at < 0 {
		return name
	}
	return string(people[at].ID)
}
