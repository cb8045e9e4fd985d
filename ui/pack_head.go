package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal/evidence"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// packHeadline is what stands over the lines: what the page is, which pack is
// open, for whom it is written, and over which time.
type packHeadline struct {
	p        *pack
	content  *fyne.Container
	line     *parts.Paragraph
	saved    *parts.Select // the packs there are
	more     *parts.IconButton
	audience *parts.Segmented
	group    *parts.Select
	period   *parts.Select
	fresh    *parts.Button
	chosen   *fyne.Container // the packs, and what can be done with one
	tools    *fyne.Container
	extras   *fyne.Container  // what of that is in the menu too, for low windows
	tabs     *parts.Segmented // to the pages, where there is room for one column
}

func newPackHeadline(p *pack) *packHeadline {
	h := &packHeadline{p: p, line: sentenceText(""), tabs: packTabs(p)}
	h.tabs.Hide()
	h.saved = parts.NewSelect(lang.L("A new pack"), nil, p.choosePack)
	h.more = parts.NewIconButton(look.IconDots, lang.L("What can be done with this pack"), h.menu)
	h.audience = parts.NewSegmented([]parts.Segment{
		{Key: "manager", Label: lang.L("My manager")},
		{Key: "skip-level", Label: lang.L("Skip level")},
		{Key: "committee", Label: lang.L("Committee")},
		{Key: "myself", Label: lang.L("Me")},
	}, p.writeFor)
	h.audience.SetPadding(look.Space8 + 2)
	h.group, h.period = parts.NewSelect("", packGroups(), p.groupBy), parts.NewSelect("", packPeriods(), p.lookOver)
	h.fresh = parts.NewButton(parts.Quiet, "", look.IconRefresh, p.takeNews)
	h.fresh.Padding = look.Space8
	h.layOut()
	return h
}

// layOut puts the name of the page over what it is about, and that over what
// can be chosen.
func (h *packHeadline) layOut() {
	p := h.p
	back := parts.NewButton(parts.Quiet, lang.L("Evidence"), look.IconChevronLeft, p.goEvidence)
	back.Ink, back.Height = look.ColorInk2, look.Space24
	title := parts.NewText(lang.L("Evidence pack"), parts.TypePageTitle)
	chosen := parts.Across(look.Space4, fixedWidth(selectWidth, h.saved), h.more)
	views := parts.Flow(0, 0)
	for _, v := range p.views() {
		b := parts.NewButton(parts.Quiet, v.name, v.icon, v.open)
		b.Padding, b.Ink = look.Space8, look.ColorInk2
		views.Add(b)
	}
	h.extras = parts.Down(look.Space8,
		parts.Flow(look.Space8, look.Space8, fixedWidth(groupWidth, h.group), fixedWidth(groupWidth, h.period), h.fresh),
		parts.Inset(views, 0, 0, 0, -look.Space8))
	h.tools = parts.Down(look.Space8,
		parts.Flow(look.Space12, look.Space4, parts.Inset(parts.NewText(lang.L("Written for"), parts.TypeUI), look.Space8, 0, 0, 0), h.audience),
		h.extras)
	h.content = parts.Down(look.Space8, parts.Down(0, parts.Across(0, inLine(back), parts.Spring(), h.tabs), container.New(&withActions{least: title.WholeWidth()}, title, chosen), h.line), h.tools)
	chosen.Hide()
	h.chosen = chosen
	h.tools.Hide()
}

// groupWidth is the room for a choice over the lines.
const groupWidth float32 = 136

// show shows what is chosen.
func (h *packHeadline) show(s *packSheet, some bool) {
	h.say(packLine(s))
	setVisible(h.chosen, some)
	setVisible(h.tools, some)
	h.saved.SetOptions(packOptions(s))
	h.saved.SetSelected(string(s.pack.ID))
	if s.pack.ID == "" {
		h.saved.SetSelected(newPackKey)
	}
	h.audience.SetSelected(s.pack.Audience)
	h.group.SetSelected(string(evidence.GroupedBy(s.pack)))
	h.period.SetSelected(string(s.look))
	h.fresh.SetText(s.newsWords())
	setVisible(h.fresh, h.fresh.Text() != "")
	h.content.Refresh()
}

// say writes the line below the name of the page.
func (h *packHeadline) say(line string) { h.line.SetText(line) }

// packLine says what the pack is for: which role, and which round. While its
// entries are read over another time it says so.
func packLine(s *packSheet) string {
	if evidence.LooksOver(s.pack) != s.look {
		return lang.L("Reading what you wrote…")
	}
	line := lang.L("What you take into the room when you ask for more.")
	role := ""
	if target := s.plan.TargetRole; target != nil {
		role = oneLine(target.Title)
	}
	round := s.plan.NextRound
	v := values{"Role": role, "Day": shortDay(round, s.today)}
	switch future := !round.IsZero() && !round.Before(s.today); {
	case role != "" && future:
		line = lang.L("For {{.Role}}, before the round on {{.Day}}.", v)
	case role != "":
		line = lang.L("For {{.Role}}.", v)
	case future:
		line = lang.L("Before the round on {{.Day}}.", v)
	}
	return join(line, givenLine(s))
}

// givenLine says to whom the pack was given and when they talk again, or
// nothing.
func givenLine(s *packSheet) string {
	g := s.pack.Given
	if g == nil || g.To == "" && g.On.IsZero() && g.NextOn.IsZero() {
		return ""
	}
	v := values{"Name": nameOf(s.people, g.To), "Day": shortDay(g.On, s.today), "Next": shortDay(g.NextOn, s.today)}
	line := ""
	switch {
	case g.To != "" && !g.On.IsZero():
		line = lang.L("Given to {{.Name}} on {{.Day}}.", v)
	case g.To != "":
		line = lang.L("Given to {{.Name}}.", v)
	case !g.On.IsZero():
		line = lang.L("Given on {{.Day}}.", v)
	}
	if g.NextOn.IsZero() {
		return line
	}
	return join(line, lang.L("Talk again on {{.Next}}.", v))
}

// showAsk brings the ask into sight: what to ask for, when, and the sentences
// to say it in. A committee hears nobody ask.
func (p *pack) showAsk() {
	if !slices.Contains(evidence.SectionKeys(p.sheet.pack.Audience), evidence.SectionAsk) {
		p.w.door.say(lang.L("A committee decides by what is shown, and hears nobody ask. Write the pack for somebody else to see the ask."))
		return
	}
	p.list.goTo(evidence.Place{Section: evidence.SectionAsk})
	p.list.focus()
}
