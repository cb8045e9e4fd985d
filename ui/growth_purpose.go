package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// purposeTab is the view of where the writer wants to go: the purpose and what
// it was before, the roles, the dates, and what is measured.
type purposeTab struct {
	g       *growth
	area    *growthArea
	purpose *purposeForm
	period  *reviewForm
	metrics *metricCards
}

var _ growthTab = (*purposeTab)(nil)

func newPurposeTab(g *growth) *purposeTab {
	t := &purposeTab{g: g, area: newGrowthArea()}
	t.purpose, t.period, t.metrics = newPurposeForm(t), newReviewForm(t), newMetricCards(t)
	t.area.hold(parts.Down(look.Space32, t.purpose.content, newRolesForm(t), t.period.content, t.metrics.content))
	return t
}

func (t *purposeTab) main() fyne.CanvasObject { return t.area.scroll }

func (t *purposeTab) aside() *growthAside { return nil }

func (t *purposeTab) reads(journal.ChangeKind) bool { return false }

func (t *purposeTab) line(s growthSheet) string { return courseLine(&s.plan, s.today) }

func (t *purposeTab) focus() fyne.Focusable { return t.g.head.tabs }

func (t *purposeTab) back() bool { return false }

// show shows what is not typed into a field: the fields are filled by the page.
func (t *purposeTab) show(s growthSheet) {
	t.purpose.show(s)
	t.period.show(s)
	t.metrics.show(s)
	t.area.fit()
}

// seeMetrics scrolls to what is measured, from its beginning.
func (t *purposeTab) seeMetrics() {
	t.area.scroll.Reveal(t.metrics.content)
	t.area.scroll.Reveal(t.metrics.content.Objects[0])
}

// section puts a name over a part of the view.
func section(name string, about fyne.CanvasObject, content ...fyne.CanvasObject) *fyne.Container {
	head := parts.Down(0, parts.NewText(name, parts.TypeMonthTitle), about)
	return parts.Down(look.Space12, append([]fyne.CanvasObject{head}, content...)...)
}

// purposeText is one of the questions that a purpose answers.
type purposeText struct {
	name, label, example string
	at                   func(*journal.Purpose) *string
}

func purposeTexts() []purposeText {
	return []purposeText{
		{"stand-for", lang.L("What I want to stand for"), "", func(u *journal.Purpose) *string { return &u.StandFor }},
		{"life-goals", lang.L("How it ties to my life’s goals"), "", func(u *journal.Purpose) *string { return &u.LifeGoals }},
		{"why-follow", lang.L("Why anyone would follow me"), "", func(u *journal.Purpose) *string { return &u.WhyFollow }},
		{"why-lead", lang.L("Why I want it"), lang.L("Autonomy, a say, my career"), func(u *journal.Purpose) *string { return &u.WhyLead }},
	}
}

// purposeForm is the career purpose in four fields, and below them what stood
// there before.
type purposeForm struct {
	t       *purposeTab
	content *fyne.Container
	since   *parts.Paragraph
	before  *fyne.Container // hidden while there is nothing
	folds   *fyne.Container
	more    *parts.Button     // shows those that are older still
	earlier []journal.Purpose // what stood there before, newest first
	listed  int               // how many of them have a fold
}

// someVersions is how many earlier versions are listed before they are asked
// for.
const someVersions = 3

func newPurposeForm(t *purposeTab) *purposeForm {
	f := &purposeForm{t: t, since: parts.NewParagraph("", parts.TypeCaption, 18), folds: parts.Down(0), listed: someVersions}
	f.more = parts.NewButton(parts.Quiet, "", look.IconNone, f.listAll)
	f.more.OnFocus = func() { t.area.scroll.Reveal(f.more) }
	fields := parts.TwoColumns(look.Space12)
	for _, text := range purposeTexts() {
		fields.Add(t.purposeField(text))
	}
	f.before = parts.Down(look.Space4, parts.NewText(lang.L("What I wrote before"), parts.TypeStrong), f.folds, inLine(f.more))
	f.before.Hide()
	f.content = section(lang.L("Purpose"), f.since, fields, f.before)
	return f
}

// purposeField is the field of one question.
func (t *purposeTab) purposeField(text purposeText) *parts.Field {
	read := func(p *journal.Plan) string {
		now := p.CurrentPurpose()
		return *text.at(&now)
	}
	put := func(p *journal.Plan, words string, on journal.Day) {
		now := p.CurrentPurpose()
		*text.at(&now) = words
		p.WritePurpose(now, on)
	}
	return t.area.field(t.g, "purpose/"+text.name, text.label, text.example, wording{read, put})
}

// show tells since when the words stand, and what stood there before.
func (f *purposeForm) show(s growthSheet) {
	f.since.SetText(purposeSince(s.plan.CurrentPurpose(), s.today))
	earlier := s.plan.EarlierPurposes()
	setVisible(f.before, len(earlier) > 0)
	if !slices.EqualFunc(earlier, f.earlier, samePurpose) {
		f.earlier = earlier
		f.list(s.today)
	}
}

// list makes the folds of the earlier versions.
func (f *purposeForm) list(today journal.Day) {
	f.folds.Objects = nil
	for _, u := range f.earlier[:min(len(f.earlier), f.listed)] {
		f.folds.Add(f.fold(u, today))
	}
	rest := len(f.earlier) - f.listed
	f.more.SetText(lang.L("{{.Count}} more", values{"Count": inGroups(rest)}))
	setVisible(f.more, rest > 0)
}

// listAll lists every earlier version.
func (f *purposeForm) listAll() {
	first := f.listed
	f.listed = len(f.earlier)
	f.list(f.t.g.today())
	f.t.area.fit()
	f.t.g.w.win.Canvas().Focus(f.folds.Objects[first].(*parts.Fold).Head())
}

// purposeSince says since when a purpose stands.
func purposeSince(now journal.Purpose, today journal.Day) string {
	switch {
	case now.Blank():
		return lang.L("A few honest words are enough. They keep their date, so that you can read later what you wrote today.")
	case now.Since.IsZero():
		return lang.L("When you change it, what stands here now is kept below.")
	case now.SettledBy(today):
		return lang.L("Since {{.Day}}. When you change it, what stands here now is kept below.", values{"Day": shortDay(now.Since, today)})
	}
	return lang.L("Since {{.Day}}.", values{"Day": shortDay(now.Since, today)})
}

func samePurpose(a, b journal.Purpose) bool {
	for _, text := range purposeTexts() {
		if *text.at(&a) != *text.at(&b) {
			return false
		}
	}
	return a.Since == b.Since
}

// fold is an earlier version behind its date.
func (f *purposeForm) fold(u journal.Purpose, today journal.Day) *parts.Fold {
	body := parts.Down(look.Space12)
	for _, text := range purposeTexts() {
		if words := *text.at(&u); words != "" {
			body.Add(parts.Down(0, parts.NewText(text.label, parts.TypeFieldLabel), parts.NewParagraph(words, parts.TypeMemory, 22)))
		}
	}
	title := lang.L("Some time ago")
	if !u.Since.IsZero() {
		title = fullDay(u.Since)
	}
	fold := parts.NewFold(title, parts.Inset(body, look.Space4, 0, look.Space16, look.Space20))
	if !u.Since.IsZero() {
		fold.SetNote(howLongAgo(u.Since, today))
	}
	fold.OnToggled = func(bool) { f.t.area.fit() }
	fold.OnFocus = func() { f.t.area.scroll.Reveal(fold) }
	return fold
}
