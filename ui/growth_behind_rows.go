package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// behindList lists what stands behind a figure, each to be opened.
type behindList struct {
	g       *growth
	content *fyne.Container
	reveal  func(fyne.CanvasObject)
	leave   func()              // called before another page is opened
	openOne func(evidence.Part) // shows what stands behind a part of a step
	count   func(behindCount)   // shows what a count counts
	more    func()              // lists more of the entries
}

func newBehindList(g *growth) *behindList {
	nothing := func() {}
	return &behindList{g: g, content: parts.Down(look.Space20), reveal: func(fyne.CanvasObject) {}, leave: nothing, more: nothing, openOne: func(evidence.Part) {}, count: func(behindCount) {}}
}

// mostBehind is how many of the feedback and of the applications are listed:
// all of them stand on pages of their own.
const mostBehind = 12

// show lists what is behind a figure.
func (b *behindList) show(s behindSheet) {
	b.content.Objects = nil
	listBehind(b, lang.L("What it is made of"), s.parts, b.part, 0, nil)
	listBehind(b, lang.L("Changes"), s.counts, b.counted, 0, nil)
	listBehind(b, lang.L("People behind this"), s.people, b.person, 0, nil)
	listBehind(b, lang.L("Expectations behind this"), s.expectations, b.expectation, 0, nil)
	listBehind(b, lang.L("Goals behind this"), s.goals, func(g journal.Goal) fyne.CanvasObject { return b.goal(&g, s.today) }, 0, nil)
	some := s.applications[:min(len(s.applications), mostBehind)]
	listBehind(b, lang.L("Applications behind this"), some, func(l journal.ApplicationLine) fyne.CanvasObject { return b.application(l, s.today) },
		len(s.applications)-len(some), b.g.w.frame.applications.goApplications)
	listBehind(b, lang.L("Feedback behind this"), s.feedback, func(l journal.FeedbackLine) fyne.CanvasObject { return b.piece(l, s.today) },
		s.pieces-len(s.feedback), func() { b.g.w.frame.feedback.openPart(partAll) })
	listBehind(b, lang.L("Entries behind this"), s.entries, func(l journal.Line) fyne.CanvasObject { return b.entry(l, s.today) }, 0, nil)
	if s.more > 0 {
		b.content.Add(b.rest(s.more, b.more))
	}
	if s.empty() {
		b.content.Add(sentenceText(lang.L("Nothing stands behind this yet.")))
	}
	b.content.Refresh()
}

// listBehind lists things below their name, where there are any, and leads to
// the page of so many others.
func listBehind[T any](b *behindList, name string, all []T, row func(T) fyne.CanvasObject, others int, page func()) {
	if len(all) == 0 {
		return
	}
	rows := parts.Down(look.Space12, parts.NewText(name, parts.TypeStrong))
	for _, x := range all {
		rows.Add(row(x))
	}
	if others > 0 {
		rows.Add(b.rest(others, func() { b.leave(); page() }))
	}
	b.content.Add(rows)
}

// rest leads to so many things that are not listed.
func (b *behindList) rest(n int, open func()) fyne.CanvasObject {
	more := parts.NewButton(parts.Quiet, lang.L("{{.Count}} more", values{"Count": inGroups(n)}), look.IconNone, open)
	more.OnFocus = func() { b.reveal(more) }
	return inLine(more)
}

// row is a thing with an icon, to be opened.
func (b *behindList) row(icon look.IconName, ink, soft fyne.ThemeColorName, title, caption string, open func()) fyne.CanvasObject {
	row := parts.NewRow(icon, ink, soft, title, caption, func() { b.leave(); open() })
	row.OnFocus = func() { b.reveal(row) }
	return row
}

func (b *behindList) entry(l journal.Line, today journal.Day) fyne.CanvasObject {
	ink, soft := kindColors(l.Kind)
	return b.row(kindIcon(l.Kind), ink, soft, lineTitle(l), proofDay(l, today), func() { b.g.w.openEntry(l.ID) })
}

func (b *behindList) piece(l journal.FeedbackLine, today journal.Day) fyne.CanvasObject {
	return b.row(look.IconFeedback, look.ColorFeedback, look.ColorFeedbackSoft, nameOr(l.Giver)+": "+saidWords(l),
		standing(l, today).words, func() { b.g.w.frame.feedback.open(l.ID) })
}

func (b *behindList) application(l journal.ApplicationLine, today journal.Day) fyne.CanvasObject {
	t := trackAll([]journal.ApplicationLine{l}, today)[0]
	return b.row(look.IconApplications, look.ColorApplication, look.ColorApplicationSoft, t.title(), t.standsAt(today),
		func() { b.g.w.frame.applications.open(l.ID) })
}

func (b *behindList) goal(goal *journal.Goal, today journal.Day) fyne.CanvasObject {
	return b.row(look.IconFlag, look.ColorAccent, look.ColorAccentSoft, goalTitle(goal), goalWhen(goal, today).words, func() { b.g.openGoal(goal.ID) })
}

func (b *behindList) expectation(x evidence.Row) fyne.CanvasObject {
	return b.row(look.IconEvidence, look.ColorAccent, look.ColorAccentSoft, x.Expectation.Name, proofWords(x.Proof),
		func() { b.g.w.frame.evidence.open(x.Expectation.ID) })
}

// person is somebody by their initials, with how far they support the writer.
func (b *behindList) person(p journal.Person) fyne.CanvasObject {
	caption := personCaption(p)
	words := parts.Down(0, parts.NewParagraph(p.Name, parts.TypeStrong, 19), parts.NewParagraph(caption, parts.TypeCaption, 18))
	tile := parts.NewTile(container.New(besideInitials{}, parts.NewInitials(p.Name, parts.InitialsRow), words), look.RadiusField,
		func() { b.leave(); b.g.w.frame.people.open(p.ID) })
	tile.Label, tile.Reach = p.Name+", "+caption, tileReach
	tile.OnFocus = func() { b.reveal(tile) }
	return tile
}

// personCaption says what somebody is to the writer, and how far they support
// them.
func personCaption(p journal.Person) string {
	relationship, support := relationshipName(p.Relationship), supportName(p.Support)
	if relationship == "" || support == "" {
		return relationship + support
	}
	return lang.L("{{.Relationship}}, {{.Support}}", values{"Relationship": relationship, "Support": lower(support)})
}

// tileReach is how far the light under the pointer goes beyond words.
const tileReach float32 = 6

// part is a skill, a habit or a way, with the entries that show it.
func (b *behindList) part(p evidence.Part) fyne.CanvasObject {
	icon, caption := look.IconPencil, lang.L("Nothing yet. Write about it.")
	if p.Entries > 0 {
		icon = look.IconCheck
		caption = lang.L("{{.Entries}}, newest {{.Day}}", values{"Entries": entriesLine(p.Entries), "Day": newestWords(p.Last, b.g.today())})
	}
	row := parts.NewRow(icon, look.ColorAccent, look.ColorAccentSoft, b.g.sheet.partName(p.Key), caption, func() { b.openOne(p) })
	row.OnFocus = func() { b.reveal(row) }
	return row
}

// counted is a count, with the entries that it counts.
func (b *behindList) counted(c behindCount) fyne.CanvasObject {
	row := parts.NewRow(look.IconMoment, look.ColorMoment, look.ColorMomentSoft, c.name, momentsLine(c.entries), func() { b.count(c) })
	row.OnFocus = func() { b.reveal(row) }
	return row
}
