package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// courseCard says over the board what the writer stands for, what they do now
// and what comes next.
type courseCard struct {
	t       *boardTab
	content fyne.CanvasObject
	purpose *parts.Paragraph
	now     *courseRole
	next    *courseRole
	proof   *parts.Button // how well the next role is proved
}

// courseRole is a role on the card.
type courseRole struct {
	content *fyne.Container
	title   *parts.Paragraph
	words   *parts.Paragraph
}

func newCourseRole(name string) *courseRole {
	r := &courseRole{title: parts.NewParagraph("", parts.TypeRowTitle, 20), words: parts.NewParagraph("", parts.TypeUI, 20)}
	r.title.MaxLines, r.words.MaxLines = 2, 2
	r.content = parts.Down(look.Space4, parts.NewText(name, parts.TypeColumnHead), r.title, r.words)
	return r
}

func newCourseCard(t *boardTab) *courseCard {
	c := &courseCard{t: t, purpose: parts.NewParagraph("", parts.TypePrompt, 26), now: newCourseRole(lang.L("Now")), next: newCourseRole(lang.L("Next"))}
	c.purpose.MaxLines = 2
	edit := parts.NewButton(parts.Quiet, lang.L("Edit purpose and roles"), look.IconNone, func() { t.g.turn(tabPurpose) })
	c.proof = parts.NewButton(parts.Quiet, "", look.IconNone, t.g.w.frame.evidence.goEvidence)
	for _, b := range []*parts.Button{edit, c.proof} {
		b.Padding, b.Height = look.Space8, look.Space28
		b.OnFocus = func() { t.scroll.Reveal(b) }
	}
	c.next.content.Add(parts.Inset(parts.Across(0, c.proof), 0, 0, 0, -look.Space8))
	purpose := parts.Down(look.Space4, parts.NewText(lang.L("Purpose"), parts.TypeColumnHead), c.purpose, parts.Inset(parts.Across(0, edit), look.Space4, 0, 0, -look.Space8))
	c.content = parts.Card(container.New(&courseLayout{}, purpose, c.now.content, c.next.content, parts.NewVerticalHairline(), parts.NewVerticalHairline(),
		parts.IconOf(look.IconArrow, look.ColorAccent, look.IconSizeMedium)), look.Space20)
	return c
}

func (c *courseCard) show(s growthSheet) {
	now := s.plan.CurrentPurpose()
	c.purpose.SetType(parts.TypePrompt)
	c.purpose.SetText(oneLine(now.StandFor))
	if c.purpose.Text() == "" {
		c.purpose.SetType(parts.TypePrompt.In(look.ColorInk3))
		c.purpose.SetText(lang.L("What do you want to stand for?"))
	}
	current, target := roleOf(&s.plan, currentRole), roleOf(&s.plan, targetRole)
	c.now.show(current.Title, current.Responsibilities, lang.L("What you do now"))
	c.next.show(target.Title, target.Responsibilities, lang.L("Where you want to go"))
	totals := s.facts.Coverage.Totals
	c.proof.SetText(countWords(totals.Expectations, lang.L("1 expectation, {{.Strong}} strong", values{"Strong": totals.Strong}),
		lang.L("{{.Count}} expectations, {{.Strong}} strong", values{"Count": totals.Expectations, "Strong": totals.Strong})))
	setVisible(c.proof, totals.Expectations > 0)
}

func (r *courseRole) show(title, words, none string) {
	r.title.SetType(parts.TypeRowTitle)
	r.title.SetText(oneLine(title))
	if r.title.Text() == "" {
		r.title.SetType(parts.TypeRowTitle.In(look.ColorInk3))
		r.title.SetText(none)
	}
	r.words.SetText(oneLine(words))
	setVisible(r.words, r.words.Text() != "")
}

// courseLayout lays the purpose and the two roles side by side with lines
// between them and an arrow from one role to the other, or below each other
// where there is little room. It remembers its width, because its height
// depends on it.
type courseLayout struct{ width float32 }

// Where things stand on the card.
const (
	courseFrom  float32 = 640  // the width from which there are columns
	courseShare float32 = 0.37 // what the purpose takes
	courseGap   float32 = 24
	courseArrow float32 = 40
)

// columns gives where the columns begin, and how wide they are.
func (l *courseLayout) columns() (x, width [3]float32) {
	x[1] = float32(int(l.width*courseShare)) + courseGap
	rest := float32(int((l.width - x[1] + courseGap) / 2))
	x[2] = x[1] + rest
	width = [3]float32{x[1] - 2*courseGap, rest - courseGap - courseArrow, l.width - x[2]}
	return x, width
}

// Layout implements fyne.Layout.
func (l *courseLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	wide := l.width >= courseFrom
	for _, o := range objects[3:] {
		setVisible(o, wide)
	}
	if !wide {
		y := float32(0)
		for _, o := range objects[:3] {
			y += giveWidth(o, 0, y, l.width) + look.Space16
		}
		return
	}
	x, width := l.columns()
	for i, o := range objects[:3] {
		giveWidth(o, x[i], 0, width[i])
	}
	for i, line := range objects[3:5] {
		line.Move(fyne.NewPos(x[i+1]-courseGap, 0))
		line.Resize(fyne.NewSize(1, size.Height))
	}
	arrow := objects[5]
	arrow.Resize(arrow.MinSize())
	arrow.Move(fyne.NewPos(x[2]-courseGap-courseArrow+look.Space12, middle(size.Height, arrow.MinSize().Height)))
}

// MinSize implements fyne.Layout.
func (l *courseLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height, sum := float32(0), -look.Space16
	for _, o := range objects[:3] {
		own := o.MinSize().Height
		height = fyne.Max(height, own)
		sum += own + look.Space16
	}
	if l.width < courseFrom {
		height = sum
	}
	return fyne.NewSize(look.Space40, height)
}
