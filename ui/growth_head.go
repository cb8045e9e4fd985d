package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// growthHead is what stands over every view: the name of the page, whether
// what was typed is safe, a line on the view, and the way to the others.
type growthHead struct {
	g       *growth
	content *fyne.Container
	saved   *parts.Status
	fresh   *parts.Button // adds a goal, where the goals are
	line    *parts.Paragraph
	tabs    *parts.Segmented
	wide    float32 // what the tabs need
	tight   bool    // the tabs stand closer than they would
}

// Where things stand in the head: with a line of one, the tabs begin 100 from
// the top.
const (
	headTop  float32 = 26
	headLine float32 = -5 // the title has air below it
	headGap  float32 = 13
)

func newGrowthHead(g *growth) *growthHead {
	h := &growthHead{g: g, saved: parts.NewStatus(), line: sentenceText("")}
	h.fresh = parts.NewButton(parts.Outline, lang.L("Goal"), look.IconPlus, g.askForGoal)
	h.tabs = parts.NewSegmented([]parts.Segment{
		{Key: tabPurpose, Label: lang.L("Purpose and roles")},
		{Key: tabSteps, Label: lang.L("Seven steps")},
		{Key: tabBoard, Label: lang.L("Accelerators")},
		{Key: tabGoals, Label: lang.L("Goals")},
		{Key: tabReady, Label: lang.L("Ready to ask?")},
	}, g.turn)
	h.wide = h.tabs.MinSize().Width
	title := parts.Across(look.Space16, parts.NewText(lang.L("Growth plan"), parts.TypePageTitle), parts.Spring(), h.saved, h.fresh)
	h.content = parts.Gutter(parts.Inset(parts.Down(headGap, parts.Down(headLine, title, h.line), h.tabs), headTop, 0, look.Space12, 0), 0, 0)
	return h
}

// The room beside the words of the tabs, and where there is little.
const (
	usualTabs float32 = 14
	tightTabs float32 = 10
)

// fit brings the tabs closer together where a page is too narrow for them.
func (h *growthHead) fit(width float32) {
	tight := h.wide > width-2*look.Space28
	if tight == h.tight {
		return
	}
	h.tight = tight
	if tight {
		h.tabs.SetPadding(tightTabs)
	} else {
		h.tabs.SetPadding(usualTabs)
	}
}

// settle shows which view is in sight.
func (h *growthHead) settle() {
	h.tabs.SetSelected(h.g.tab)
	setVisible(h.fresh, h.g.tab == tabGoals)
}

// courseLine says where the writer comes from and goes to, and what comes
// when.
func courseLine(plan *journal.Plan, today journal.Day) string {
	from, to := roleOf(plan, currentRole).Title, roleOf(plan, targetRole).Title
	v := values{"From": oneLine(from), "To": oneLine(to)}
	line := ""
	switch {
	case v["From"] != "" && v["To"] != "":
		line = lang.L("From {{.From}} to {{.To}}.", v)
	case v["To"] != "":
		line = lang.L("On the way to {{.To}}.", v)
	case v["From"] != "":
		line = lang.L("{{.From}} today. Where do you want to go?", v)
	}
	if dates := datesLine(plan, today); dates != "" {
		return join(line, dates)
	}
	if line == "" {
		return lang.L("Where you want to go, and why. Everything on this page grows from what you write.")
	}
	return line
}

// datesLine says when the review is, and the next round.
func datesLine(plan *journal.Plan, today journal.Day) string {
	review, round := plan.ReviewUntil, plan.NextRound
	v := values{"Review": shortDay(review, today), "Round": shortDay(round, today)}
	hasReview, hasRound := !review.IsZero() && !review.Before(today), !round.IsZero() && !round.Before(today)
	switch {
	case hasReview && hasRound:
		return lang.L("Review on {{.Review}}, next round on {{.Round}}.", v)
	case hasReview:
		return lang.L("Review on {{.Review}}.", v)
	case hasRound:
		return lang.L("Next round on {{.Round}}.", v)
	}
	return ""
}

// join puts a sentence behind another.
func join(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + " " + second
}
