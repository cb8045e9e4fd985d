package ui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// talkPanel notes what came of the talk: to whom the pack was given, what they
// said and when they talk again, and takes the promotion round further that it
// belongs to.
type talkPanel struct {
	p       *pack
	talk    journal.Talk
	rounds  []journal.ApplicationLine
	to      *parts.NameField
	on      *dayField
	answer  *parts.Field
	draft   *packDraft // of what they said
	next    *dayField
	round   *parts.Select
	stage   *parts.Select
	step    *parts.Field
	further *fyne.Container // what can be said of the round
	overlay *parts.Overlay
}

// newRoundKey chooses a promotion round that is begun with the talk.
const newRoundKey = "new"

// afterTalk opens the panel, once the pack is in the journal and it is known
// who there is to have talked to.
func (p *pack) afterTalk() {
	type answer struct {
		packChanged
		rounds []journal.ApplicationLine
	}
	if p.sheet == nil {
		return
	}
	writer, material, view := p.writer, p.sheet.material, p.sheet.packView
	noPrivate, saved := p.w.noPrivate(), p.sheet.pack.ID != ""
	task(p.w, "look for what a talk belongs to", func(ctx context.Context) (a answer, err error) {
		if a.rounds, err = p.w.journal.Read().Applications(ctx, noPrivate); err != nil || saved {
			return a, err
		}
		a.packStep, err = writer.edit(ctx, func(*journal.Pack) {})
		a.view = view.after(material, a.after)
		return a, err
	}, func(a answer) {
		if !saved {
			p.tookPack(a.view)
		}
		newTalkPanel(p, a.rounds).show()
	})
}

func newTalkPanel(p *pack, rounds []journal.ApplicationLine) *talkPanel {
	t := &talkPanel{p: p, answer: parts.NewField(lang.L("What they said")), step: parts.NewLineField()}
	t.rounds = slices.DeleteFunc(rounds, func(a journal.ApplicationLine) bool { return a.Route != journal.RoutePromotionRound })
	if given := p.sheet.pack.Given; given != nil {
		t.talk.Given = *given
	}
	t.to = parts.NewNameField(lang.L("Whom did you give it to?"), nil)
	t.to.Suggest = func(typed string) []string { return namesLike(p.sheet.people, typed) }
	t.to.SetName(nameOf(p.sheet.people, t.talk.Given.To))
	today := func() journal.Day { return p.sheet.today }
	t.on = newPastDayField(p.w, today, func(d journal.Day) { t.talk.Given.On = d })
	t.on.show(t.talk.Given.On)
	t.next = newDayField(p.w, today, func(d journal.Day) { t.talk.Given.NextOn = d })
	t.next.show(t.talk.Given.NextOn)
	t.draft = p.draft(func(now *journal.Pack, text string) {
		if now.Given == nil {
			now.Given = &journal.Given{}
		}
		now.Given.Answer = text
	})
	t.answer.Editor.MaxBytes, t.answer.Editor.OnEdited = journal.MaxText, t.draft.write
	t.answer.Editor.Load(t.talk.Given.Answer)
	t.step.Editor.SetPlaceHolder(lang.L("What comes next there?"))
	t.round = parts.NewSelect(lang.L("No promotion round"), t.roundOptions(), t.choose)
	t.stage = parts.NewSelect(lang.L("No other stage"), append([]parts.Option{{Label: lang.L("No other stage")}}, stageOptions()...), func(key string) { t.talk.Stage = key })
	t.further = parts.Down(look.Space8, parts.FormRow(lang.L("Stage"), t.stage), parts.FormRow(lang.L("Next step"), t.step))
	t.round.SetSelected(string(t.talk.Given.Application))
	setVisible(t.further, t.round.Selected() != "")
	return t
}

// nameOf is what somebody is called: people are known by their ID, others by
// the name that was typed.
func nameOf(people []journal.Person, ref string) string {
	at := slices.IndexFunc(people, func(p journal.Person) bool { return string(p.ID) == ref })
	if at < 0 {
		return ref
	}
	return people[at].Name
}

// roundOptions are the promotion rounds that a talk can belong to.
func (t *talkPanel) roundOptions() []parts.Option {
	all := []parts.Option{{Label: lang.L("No promotion round")}}
	for _, a := range t.rounds {
		all = append(all, parts.Option{Key: string(a.ID), Label: cmp.Or(oneLine(a.Position), oneLine(lineTitle(a.Line))) + ", " + shortDay(a.Day, t.p.sheet.today)})
	}
	return append(all, parts.Option{Key: newRoundKey, Label: lang.L("Begin a promotion round")})
}

// choose takes the round that the talk belongs to.
func (t *talkPanel) choose(key string) {
	t.talk.NewRound, t.talk.Given.Application = key == newRoundKey, journal.ID(key)
	if t.talk.NewRound {
		t.talk.Given.Application = ""
	}
	setVisible(t.further, key != "")
	t.overlay.Refresh()
}

// show opens the panel with the cursor in its first field.
func (t *talkPanel) show() {
	keep := parts.NewButton(parts.Primary, lang.L("Keep"), look.IconCheck, t.keep)
	t.overlay = t.p.w.overlay(lang.L("After the talk"), parts.Down(look.Space8,
		parts.FormRow(lang.L("Given to"), t.to), parts.FormRow(lang.L("On"), t.on.line), t.answer,
		parts.FormRow(lang.L("Talk again"), t.next.line), parts.FormRow(lang.L("Belongs to"), t.round), t.further),
		parts.Across(look.Space8, parts.Spring(), keep))
	t.p.w.win.Canvas().Focus(t.to.Editor)
}

// keep notes the talk, once what is typed in the round is on disk.
func (t *talkPanel) keep() {
	p, w := t.p, t.p.w
	for _, line := range []*parts.DateField{t.on.line, t.next.line} {
		line.Take()
		if line.Problem() != "" {
			w.win.Canvas().Focus(line.Editor)
			return
		}
	}
	talk := t.talk
	if name := oneLine(t.to.Editor.Text); name != nameOf(p.sheet.people, talk.Given.To) {
		talk.Given.To = name
	}
	talk.Given.Answer = strings.TrimSpace(t.answer.Editor.Text)
	talk.NextStep = oneLine(t.step.Editor.Text)
	if talk.Stage != "" && talk.Given.On.IsZero() {
		talk.Given.On = p.sheet.today
	}
	id, open := p.sheet.pack.ID, w.today.desks.find(talk.Given.Application)
	task(w, "note what came of a pack", func(ctx context.Context) (journal.Handing, error) {
		if err := t.draft.auto.Flush(ctx); err != nil {
			return journal.Handing{}, err
		}
		if open != nil {
			if err := open.draft.Flush(ctx); err != nil {
				return journal.Handing{}, err
			}
		}
		return w.journal.GivePack(ctx, id, talk)
	}, func(h journal.Handing) {
		t.overlay.Hide()
		w.renewDesk(h.Round)
		w.door.say(lang.L("Noted. Good luck with what comes next."), undoAction(func() { p.undoTalk(h) }))
	})
}

// undoTalk takes back what was noted of a talk.
func (p *pack) undoTalk(h journal.Handing) {
	task(p.w, "undo what came of a pack", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.w.journal.UndoGivePack(ctx, h)
	}, func(struct{}) {
		if !h.NewRound {
			p.w.renewDesk(h.Round)
		}
	})
}
