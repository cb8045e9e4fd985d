package parts_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"groundwork/ui/look"
	. "groundwork/ui/parts"
)

// show puts content into a window of the size of the design.
func show(t testing.TB, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewWindow(content)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 800))
	return w
}

// wear starts an application in an appearance. Parts are made after it, as in the program.
func wear(t testing.TB, a look.Appearance) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(a))
	return app
}

// keep writes a picture if the environment names a folder for it.
func keep(t testing.TB, name string, img image.Image) {
	t.Helper()
	folder := os.Getenv("GROUNDWORK_PICTURES")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// desk is the page Today, with a body to type in.
type desk struct {
	root          fyne.CanvasObject
	columns       *Columns
	title, body   *Editor
	titleAt       fyne.CanvasObject
	bodyAt        fyne.CanvasObject
	pills         *PillGroup
	prompt        *PromptCard
	month         *Month
	nav           []*NavItem
	shows, footer fyne.CanvasObject
}

func at(o fyne.CanvasObject, x, y, w, h float32) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	return o
}

// least places an object at its least size.
func least(o fyne.CanvasObject, x, y float32) fyne.CanvasObject {
	return at(o, x, y, o.MinSize().Width, o.MinSize().Height)
}

func (d *desk) navigation() fyne.CanvasObject {
	c := container.NewWithoutLayout()
	c.Add(least(NewMark(28), 20, 20))
	c.Add(least(NewText("Groundwork", Type{Face: SemiBold, Size: 16, Color: look.ColorInk}), 58, 24))
	search := NewButton(Outline, "Search", look.IconSearch, nil)
	search.Hint, search.Ink, search.Words = "Ctrl F", look.ColorInk3, TypeUI
	c.Add(at(search, 16, 66, 181, 35))
	for i, place := range []struct {
		icon         look.IconName
		label, count string
	}{
		{look.IconToday, "Today", ""},
		{look.IconTimeline, "Timeline", "89"},
		{look.IconEvidence, "Evidence", ""},
		{look.IconFeedback, "Feedback", "12"},
		{look.IconApplications, "Applications", "5"},
		{look.IconSprout, "Growth plan", ""},
		{look.IconPeople, "People", ""},
		{look.IconLibrary, "Library", ""},
	} {
		n := NewNavItem(place.icon, place.label, nil)
		n.SetCount(place.count)
		n.SetSelected(i == 0)
		d.nav = append(d.nav, n)
		c.Add(at(n, 12, 118+42*float32(i), 188, 38))
	}
	fresh := NewButton(Outline, "New entry", look.IconPlus, nil)
	fresh.Hint, fresh.Ink, fresh.Words = "Ctrl N", look.ColorAccent, Type{Face: Medium, Size: look.SizeRow}
	c.Add(at(fresh, 16, 466, 181, 37))
	c.Add(at(Card(Down(2, NewText("Target role", TypeCaption), NewText("Engineering Manager", TypeRowTitle)), 12), 12, 598, 189, 125))
	lock := NewToggle("Lock", look.IconLock, look.IconLock, nil)
	c.Add(least(lock, 13, 737))
	c.Add(least(NewIconButton(look.IconPreferences, "Preferences", nil), 159, 738))
	return c
}

func (d *desk) page() fyne.CanvasObject {
	d.pills = NewPillGroup([]PillOption{
		{Key: "reflection", Label: "Reflection", Icon: look.IconReflection, Color: look.ColorReflection, Soft: look.ColorReflectionSoft},
		{Key: "moment", Label: "Moment", Icon: look.IconMoment, Color: look.ColorMoment, Soft: look.ColorMomentSoft},
		{Key: "feedback", Label: "Feedback", Icon: look.IconFeedback, Color: look.ColorFeedback, Soft: look.ColorFeedbackSoft},
		{Key: "application", Label: "Application", Icon: look.IconApplications, Color: look.ColorApplication, Soft: look.ColorApplicationSoft},
	}, nil)
	d.prompt = NewPromptCard()
	d.prompt.SetPrompt("What did you let someone else decide today?", "Space · How To Get Into a Leadership Role at Work")
	d.title, d.body = NewEditor(Title), NewEditor(Body)
	d.title.Load("Staying quiet while Priya led the review")
	d.body.Load("Priya ran the incident review herself today. I had promised to stay quiet unless someone asked me directly, and it was harder than I expected. Around the ten-minute mark she looked over at me, and I only nodded. She took the next question on her own.\n\nThe room followed her because she had the timeline ready, not because I was sitting there. Aiko from operations said afterwards that it was the first review where nobody defended themselves.\n\nThe handover note from February did its work. Next time I will leave before the action list and ask Priya what she needed.")
	d.titleAt, d.bodyAt = EditorFrame(d.title), EditorFrame(d.body)
	tags := NewTagField("Tag")
	tags.SetTags([]string{"incident-review", "priya"})
	shows := Flow(8, 8, NewChip(ChipSoft, "Coaches and mentors", look.IconCheck, nil),
		NewChip(ChipSoft, "Delegates with context", look.IconCheck, nil), NewChip(ChipAdd, "Expectation", look.IconPlus, nil))
	d.shows = shows

	c := container.NewWithoutLayout()
	c.Add(least(NewHeading("Thursday, 12 March"), 0, 30))
	c.Add(least(NewIconButton(look.IconChevronLeft, "Earlier", nil), 540, 38))
	c.Add(least(NewIconButton(look.IconChevronRight, "Later", nil), 572, 38))
	c.Add(least(NewText("Third day of writing this week. Review with Lena in 29 days.", TypeUI), 0, 79))
	c.Add(least(d.pills, -4, 109))
	c.Add(at(d.prompt, 0, 156, 600, 82))
	c.Add(at(d.titleAt, 0, 256, 588, 37))
	c.Add(at(d.bodyAt, 0, 298, 588, 340))
	c.Add(least(NewText("Shows", TypeCaption), 0, 658))
	c.Add(at(shows, 50, 654, 550, 24))
	c.Add(least(NewText("Tags", TypeCaption), 0, 692))
	c.Add(at(tags, 50, 688, 550, 24))
	c.Add(at(NewHairline(), 0, 734, 600, 1))
	star := NewButton(Outline, "Turn into a Moment", look.IconStar, nil)
	d.footer = Across(8, NewText("Saved 21:04", TypeLabel.In(look.ColorInk2)), NewText("100 words", TypeUI.In(look.ColorInk2)), Spring(),
		NewToggle("Private", look.IconPrivate, look.IconPrivate, nil), star)
	c.Add(at(d.footer, 0, 741, 600, 34))
	return Measure(look.ColumnWidth, c)
}

func (d *desk) rail() fyne.CanvasObject {
	d.month = NewMonth(EnglishNames(), time.Monday)
	d.month.SetMonth(2026, time.March)
	d.month.SetToday(Date{Year: 2026, Month: time.March, Day: 12})
	on := func(day int) Date { return Date{Year: 2026, Month: time.March, Day: day} }
	d.month.SetMarks(map[Date][]fyne.ThemeColorName{
		on(1): {look.ColorApplication}, on(2): {look.ColorReflection}, on(3): {look.ColorReflection, look.ColorMoment},
		on(5): {look.ColorReflection}, on(6): {look.ColorFeedback}, on(10): {look.ColorMoment, look.ColorFeedback}, on(11): {look.ColorReflection},
	})
	d.month.SetSelected(on(10))
	memory := NewParagraph("First time I chaired planning. I answered every question myself. Nobody else needed to.", TypeMemory, 23)
	row := NewRow(look.IconFeedback, look.ColorFeedback, look.ColorFeedbackSoft, "Oskar: “You made the trade-off visible”", "Feedback, 16:20", nil)
	due := NewCheck("Show Oskar the revised roadmap draft", nil)
	list := Down(16, d.month, NewHairline(), Down(9, NewSectionLabel("Also on 10 March"), row), NewHairline(),
		Down(9, NewSectionLabel("On this day"), NewText("Reflection, a year ago", TypeCaption), memory),
		NewHairline(), Down(9, NewSectionLabel("Follow-ups due"), due))
	return Inset(list, 30, 24, 24, 23)
}

func newDesk() *desk {
	d := &desk{}
	d.columns = NewColumns(d.navigation(), d.page(), d.rail())
	d.root = container.NewStack(canvas.NewRectangle(color.Transparent), d.columns)
	return d
}

func TestGivenTheParts_WhenTheyMakeUpToday_ThenItLooksLikeTheDesign(t *testing.T) {
	for name, a := range map[string]look.Appearance{"today-light": look.Light, "today-dark": look.Dark} {
		t.Run(name, func(t *testing.T) {
			wear(t, a)
			d := newDesk()
			w := show(t, d.root)
			keep(t, name, w.Canvas().Capture())
			where := fyne.CurrentApp().Driver().AbsolutePositionForObject
			for what, c := range map[string]struct{ got, want fyne.Position }{
				"the prompt":    {where(d.prompt), fyne.NewPos(312, 156)},
				"the body":      {where(d.bodyAt), fyne.NewPos(312, 298)},
				"the month":     {where(d.month), fyne.NewPos(1036, 30)},
				"the first day": {where(d.nav[0]), fyne.NewPos(12, 118)},
			} {
				if c.got != c.want {
					t.Errorf("%s stands at %v, want %v", what, c.got, c.want)
				}
			}
			if h := d.prompt.MinSize().Height; h != 82 {
				t.Errorf("the prompt card is %v high, want 82", h)
			}
		})
	}
}
