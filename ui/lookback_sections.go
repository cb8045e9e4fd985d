package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// mostWritten is how many entries of a stretch are listed.
const mostWritten = 8

// sections are what the page shows of a stretch, without those that are empty.
func (r *retrospect) sections(s retrospectSheet) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	add := func(name string, rows []fyne.CanvasObject) {
		if len(rows) > 0 {
			all = append(all, parts.Down(look.Space12, parts.NewSectionLabel(name), parts.Down(look.Space12, rows...)))
		}
	}
	add(lang.L("What moved"), r.movedRows(s))
	add(lang.L("What others said"), r.feedbackRows(s))
	add(lang.L("What you wrote"), r.writtenRows(s))
	add(lang.L("What is due"), r.dueRows(s))
	add(lang.L("One question"), r.questionRows(s))
	return all
}

// movedRows are the expectations for which something new speaks, the goals
// that were met, and the milestones.
func (r *retrospect) movedRows(s retrospectSheet) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, m := range s.sum.Moved {
		rows = append(rows, r.movedRow(m))
	}
	for _, g := range s.sum.Goals {
		rows = append(rows, r.factRow(look.IconCheck, lang.L("Goal met: {{.Goal}}", values{"Goal": oneLine(g.Text)}), r.goalOpener(g.ID)))
	}
	for _, m := range s.sum.Milestones {
		icon := look.IconFeedback
		if m.Kind == journal.MilestoneStage {
			icon = look.IconApplications
		}
		rows = append(rows, r.factRow(icon, join(closed(milestoneSaid(m)), closed(shortDay(m.Day, s.today))), r.entryOpener(m.Entry)))
	}
	return rows
}

func (r *retrospect) movedRow(m lookback.Moved) fyne.CanvasObject {
	words := parts.Down(0, parts.NewParagraph(m.Expectation.Name, parts.TypeStrong, 19), parts.NewParagraph(movedWords(m), parts.TypeCaption, 18))
	mark := parts.NewStrengthMark(m.Strongest.Rank(), parts.StrengthMarkLine)
	tile := parts.NewTile(container.New(besideMark{}, mark, words), look.RadiusField, r.expectationOpener(m.Expectation.ID))
	tile.Label = join(closed(m.Expectation.Name), movedWords(m))
	return r.reach(tile)
}

// factInset makes the room of an icon that of a StrengthMark in the rows above.
const factInset = look.Space4

// factRow is a sentence with an icon that leads somewhere.
func (r *retrospect) factRow(icon look.IconName, words string, open func()) fyne.CanvasObject {
	mark := parts.Inset(parts.IconOf(icon, look.ColorInk2, look.IconSizeMedium), factInset, factInset+1, factInset, factInset+1)
	tile := parts.NewTile(container.New(besideMark{}, mark, parts.NewParagraph(words, parts.TypeUI, 20)), look.RadiusField, open)
	tile.Label = words
	return r.reach(tile)
}

// reach lets the light of a tile stand out a little, and brings it into sight
// when the keyboard comes.
func (r *retrospect) reach(tile *parts.Tile) *parts.Tile {
	tile.Reach = tileReach
	tile.OnFocus = func() { r.scroll.Reveal(tile) }
	return tile
}

func (r *retrospect) feedbackRows(s retrospectSheet) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range s.sum.Feedback[:min(len(s.sum.Feedback), mostWritten)] {
		caption := nameOr(f.Giver) + ", " + shortDay(f.Day, s.today)
		rows = append(rows, parts.NewMemory(look.IconFeedback, look.ColorFeedback, caption, saidWords(f), r.feedbackOpener(f.ID)))
	}
	return rows
}

func (r *retrospect) writtenRows(s retrospectSheet) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range s.sum.Lines[:min(len(s.sum.Lines), mostWritten)] {
		color, soft := kindColors(l.Kind)
		caption := kindName(l.Kind) + ", " + lineDay(l, s.today)
		if l.Private {
			caption += " · " + lang.L("Private")
		}
		rows = append(rows, parts.NewRow(kindIcon(l.Kind), color, soft, lineTitle(l), caption, r.entryOpener(l.ID)))
	}
	if more := s.sum.Entries - len(rows); more > 0 && len(rows) > 0 {
		rows = append(rows, sentenceText(lang.L("And {{.Entries}} more.", values{"Entries": more})))
	}
	return rows
}

func (r *retrospect) dueRows(s retrospectSheet) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, due := range s.sum.Due[:min(len(s.sum.Due), mostWritten)] {
		rows = append(rows, r.factRow(look.IconClock, join(closed(oneLine(dueWords(due))), closed(dueDay(due.On, s.today))), r.dueOpener(due)))
	}
	return rows
}

func (r *retrospect) questionRows(s retrospectSheet) []fyne.CanvasObject {
	if s.question.Key == "" {
		return nil
	}
	source := parts.NewText(r.w.today.reader().source(s.question.Key), parts.TypeCaption)
	source.Truncate = true
	answer := parts.NewButton(parts.Outline, lang.L("Answer it"), look.IconNone, r.answer)
	return []fyne.CanvasObject{
		parts.Down(look.Space8, parts.NewParagraph(s.question.Text, parts.TypePrompt, 26), source, parts.Across(0, answer)),
	}
}

// answer begins a reflection that answers the question.
func (r *retrospect) answer() {
	q := r.sheet.question
	r.w.today.answer(journal.Asked{Key: q.Key, Text: q.Text}, q.Kind)
}

func (r *retrospect) entryOpener(id journal.ID) func() { return func() { r.w.openEntry(id) } }

func (r *retrospect) expectationOpener(id journal.ID) func() {
	return func() { r.w.frame.evidence.open(id) }
}

func (r *retrospect) feedbackOpener(id journal.ID) func() {
	return func() { r.w.frame.feedback.open(id) }
}

func (r *retrospect) goalOpener(id journal.ID) func() {
	return func() { r.w.frame.growth.openGoal(id) }
}

func (r *retrospect) dueOpener(due journal.Due) func() {
	return func() { r.w.today.rail.dues.open(due) }
}
