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

// readyDetail is one line of the checklist: what it asks for, by which rule it
// is counted, who and what stands behind it, and what to do next.
type readyDetail struct {
	t       *readyTab
	line    evidence.Check
	content fyne.CanvasObject
	scroll  *parts.Scroller

	way    *fyne.Container
	group  *parts.Text
	name   *parts.Paragraph
	gist   *parts.Paragraph
	badge  *parts.Badge
	state  *parts.Paragraph
	rule   *parts.Paragraph
	list   *behindList
	source *parts.Text
	words  *parts.Paragraph
	when   *remark
	next   *parts.Button
	goal   *parts.Button
}

func newReadyDetail(t *readyTab) *readyDetail {
	d := &readyDetail{
		t: t, group: parts.NewText("", parts.TypeCaption), name: parts.NewParagraph("", parts.TypeDetailTitle, 0), gist: sentenceText(""),
		badge: parts.NewBadge(parts.BadgeLine, parts.BadgeMissing), state: parts.NewParagraph("", parts.TypeStrong, 20),
		rule: parts.NewParagraph("", parts.TypeCaption, 18), list: newBehindList(t.g), source: cutText(parts.TypeCaption),
		words: sentenceText(""), when: newRemark(),
	}
	d.way = wayOf(parts.NewButton(parts.Quiet, lang.L("Back"), look.IconChevronLeft, t.goBack))
	d.next = parts.NewButton(parts.Primary, "", look.IconNone, d.follow)
	d.goal = parts.NewButton(parts.Outline, lang.L("Make a goal"), look.IconPlus, d.makeGoal)
	panel := parts.Panel(container.New(besideBadge{}, d.badge, parts.Down(0, d.state, d.rule)), look.Space16)
	head := parts.Down(look.Space4, d.way, d.group, d.name, d.gist)
	d.scroll = parts.NewScroller(parts.Inset(parts.Gutter(parts.Down(look.Space16, head, panel, d.list.content), 0, 0), look.Space40, 0, look.Space16, 0))
	d.list.reveal, d.list.more = d.scroll.Reveal, t.listMore
	source := container.New(beside{}, parts.IconOf(look.IconDocument, look.ColorInk2, look.IconSizeSmall), d.source)
	foot := parts.Down(look.Space12, source, parts.NewHairline(), parts.Down(2, d.words, d.when.content), parts.Flow(look.Space8, look.Space8, d.next, d.goal))
	d.content = container.New(footed{}, d.scroll, parts.Gutter(parts.Inset(foot, look.Space8, 0, look.Space24, 0), 0, 0))
	return d
}

// show shows a line, from its top where it is another one.
func (d *readyDetail) show(c evidence.Check, s growthSheet) {
	other := d.line.Key != c.Key
	d.line = c
	d.group.SetText(checkGroupName(c.Group))
	d.name.SetText(lineName(c.Key))
	at, known := s.catalogue.Element(c.Element)
	d.gist.SetText("")
	d.source.SetText("")
	if known {
		d.gist.SetText(at.Element.Gist)
		d.source.SetText(at.Source.Title)
	}
	d.badge.SetLook(lineLook(c.State))
	d.state.SetText(stateWords(c))
	d.rule.SetText(ruleWords(c))
	d.list.show(s.behind)
	setVisible(d.list.content, !s.behind.empty())
	what, below := s.nextWords(c.Next)
	d.words.SetText(lang.L("Next: {{.What}}", values{"What": closed(what)}))
	if c.Next.Element == c.Element && c.Next.On.IsZero() {
		below = fact{} // it is what the line is about
	}
	d.when.show(below)
	d.next.SetText(nextLabel(c.Next))
	setVisible(d.goal, c.Next.Kind != evidence.NextTry && c.Next.Kind != evidence.NextGoal)
	if other {
		d.scroll.ToTop()
	}
	d.scroll.Refresh()
}

// nextLabel names what a press does about the next thing.
func nextLabel(n evidence.Next) string {
	switch n.Kind {
	case evidence.NextGoal:
		return lang.L("Open the goal")
	case evidence.NextFollowUp, evidence.NextAct:
		return lang.L("Open the feedback")
	case evidence.NextStep, evidence.NextLesson:
		return lang.L("Open the application")
	case evidence.NextTry:
		return lang.L("Make it a goal")
	case evidence.NextPerson:
		return lang.L("Open their page")
	case evidence.NextPlan:
		return lang.L("Fill it in")
	}
	return lang.L("Write about this")
}

// follow goes where the next thing is done.
func (d *readyDetail) follow() { d.t.g.follow(d.line.Next) }

// makeGoal asks for a goal that begins with the next thing.
func (d *readyDetail) makeGoal() {
	what, _ := d.t.g.sheet.nextWords(d.line.Next)
	kind := goalKind(d.line.Element)
	if d.line.Next.Kind == evidence.NextPerson {
		kind = "ask"
	}
	d.t.g.askForGoalLike(journal.Goal{Kind: kind, Text: what, Element: d.line.Element})
}

// besideBadge lays words beside the mark of a line, in its middle.
type besideBadge struct{}

// besideBadgeLeft is where the words begin.
const besideBadgeLeft = parts.BadgeLine + 20

// Layout implements fyne.Layout.
func (besideBadge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	badge := objects[0].MinSize()
	objects[0].Resize(badge)
	objects[0].Move(fyne.NewPos(0, middle(size.Height, badge.Height)))
	giveWidth(objects[1], besideBadgeLeft, 0, fyne.Max(size.Width-besideBadgeLeft, 1))
}

// MinSize implements fyne.Layout.
func (besideBadge) MinSize(objects []fyne.CanvasObject) fyne.Size {
	words := objects[1].MinSize()
	return fyne.NewSize(besideBadgeLeft+look.Space40, fyne.Max(words.Height, objects[0].MinSize().Height))
}
