package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// frame is what stays in place while pages change: the navigation on the left,
// the room for a page in the centre, its context on the right when there is
// room, and at the foot the shelf for a notice and the line that tells how the
// journal is kept.
type frame struct {
	content      *fyne.Container
	columns      *parts.Columns
	below        fyne.CanvasObject // the foot of every page
	timeline     *chronicle
	evidence     *proof
	demands      *demands
	pack         *pack
	export       *export
	growth       *growth
	feedback     *ledger
	applications *applications
	people       *people
	library      *library
	catchUp      *catchUp
	retrospect   *retrospect
	finder       *finder
	preferences  *preferences
	history      *history
	trash        *trash
	target       *target
	side         *fyne.Container // the navigation
	places       []place
	inSight      page
	worn         map[page]color.Color // the ground of the appearance in which a page went out of sight
	name         *parts.Text
	newEntry     *parts.Button
	newIcon      *parts.IconButton // stands for it in a strip of icons
	search       *parts.Button
	searchIcon   *parts.IconButton // stands for it in a strip of icons
	brand        fyne.CanvasObject
	about        fyne.CanvasObject // which journal it is, where it is not the usual one, and the promise
	promise      *parts.Paragraph
	setUp        *parts.IconButton // leads to the preferences
	lock         *parts.Button     // locks the journal, or offers to protect it
	lockIcon     *parts.IconButton // stands for it in a strip of icons
}

// place is a page and its item in the navigation.
type place struct {
	item *parts.NavItem
	page page
}

func newFrame(w *Window, below fyne.CanvasObject) *frame {
	f := &frame{
		below: below, worn: map[page]color.Color{}, library: newLibrary(w), feedback: newLedger(w),
		timeline: newChronicle(w), evidence: newProof(w), demands: newDemands(w), pack: newPack(w), export: newExport(w), growth: newGrowth(w),
		applications: newApplications(w), people: newPeople(w), catchUp: newCatchUp(w), retrospect: newRetrospect(w), finder: newFinder(w), preferences: newPreferences(w),
		history: newHistory(w), trash: newTrash(w),
	}
	f.target = newTarget(w, f.evidence.goEvidence)
	f.side = f.navigation(w)
	f.columns = parts.NewColumns(f.side, container.NewStack(), nil)
	f.columns.OnFold = f.fold
	f.columns.Lowest = w.least().Height - look.MenuBarHeight
	f.content = parts.WithTips(f.columns)
	return f
}

// navigation lists the pages there are; those of later versions are not shown
// before they work.
func (f *frame) navigation(w *Window) *fyne.Container {
	f.places = []place{
		{parts.NewNavItem(look.IconToday, lang.L("Today"), w.today.goToday), w.today},
		{parts.NewNavItem(look.IconTimeline, lang.L("Timeline"), f.timeline.goTimeline), f.timeline},
		{parts.NewNavItem(look.IconEvidence, lang.L("Evidence"), f.evidence.goEvidence), f.evidence},
		{parts.NewNavItem(look.IconFeedback, lang.L("Feedback"), f.feedback.goFeedback), f.feedback},
		{parts.NewNavItem(look.IconApplications, lang.L("Applications"), f.applications.goApplications), f.applications},
		{parts.NewNavItem(look.IconSprout, lang.L("Growth plan"), f.growth.goGrowth), f.growth},
		{parts.NewNavItem(look.IconPeople, lang.L("People"), f.people.goPeople), f.people},
		{parts.NewNavItem(look.IconLibrary, lang.L("Library"), f.library.goLibrary), f.library},
	}
	f.newEntry = parts.NewButton(parts.Outline, lang.L("New entry"), look.IconPlus, w.newOfAnyKind)
	f.newEntry.Hint, f.newEntry.Ink = lang.L("Ctrl N"), look.ColorAccent
	f.newIcon = parts.NewIconButton(look.IconPlus, lang.L("New entry"), w.newOfAnyKind)
	f.newIcon.Hide()
	f.search = parts.NewButton(parts.Outline, lang.L("Search"), look.IconSearch, f.finder.goSearch)
	f.search.Hint = lang.L("Ctrl F")
	f.searchIcon = parts.NewIconButton(look.IconSearch, lang.L("Search"), f.finder.goSearch)
	f.searchIcon.Hide()
	f.name = parts.NewText("Groundwork", parts.Type{Face: parts.SemiBold, Size: look.SizeRow + 2, Color: look.ColorInk})
	f.promise = parts.NewParagraph(lang.L("Everything stays on this computer."), parts.TypeCaption, 18)
	about := parts.Down(look.Space4, f.promise)
	if name := w.journalName(); name != "" {
		line := parts.NewParagraph(name, parts.TypeCaption.In(look.ColorInk2), 18)
		line.MaxLines = 1
		about.Objects = []fyne.CanvasObject{line, f.promise}
	}
	f.about = parts.Inset(about, 0, 0, 0, look.Space8)
	f.setUp = parts.NewIconButton(look.IconPreferences, lang.L("Preferences"), f.preferences.goPreferences)
	f.lock = parts.NewButton(parts.Quiet, lang.L("Lock"), look.IconLock, w.lock)
	f.lock.Ink, f.lock.Padding = look.ColorInk2, look.Space12
	f.lockIcon = parts.NewIconButton(look.IconLock, lang.L("Lock"), w.lock)
	f.lockIcon.Hide()
	keys := parts.Across(0, f.lock, parts.Spring(), f.setUp)
	foot := parts.Down(look.Space4, f.about, f.lockIcon, keys)
	f.brand = parts.Inset(parts.Across(look.Space12, parts.NewMark(28), f.name), 0, 0, 0, look.Space8)
	items := parts.Down(look.Space4)
	for _, p := range f.places {
		items.Add(p.item)
	}
	top := parts.Down(look.Space16, f.brand, f.search, f.searchIcon, items, f.newEntry, f.newIcon)
	return parts.Inset(container.New(navLayout{f}, top, f.target.card, foot), look.Space20, look.Space12, look.Space20, look.Space12)
}

// navLayout puts the places above, the promise and the way to the preferences
// at the foot, and the target role over it, where there is room for it. In a
// lower window the promise makes room for the role, which says more by then, and
// in a low one the name of the program gives way, and then what is said of the
// journal.
type navLayout struct{ f *frame }

// Layout implements fyne.Layout.
func (l navLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, card, foot := objects[0], objects[1], objects[2]
	wide := l.f.columns == nil || !l.f.columns.NavCompact()
	wanted := l.f.target.known && wide
	setVisible(l.f.about, wide)
	l.f.promise.Show()
	fits := l.arrange(top, card, foot, size)
	if wanted && !fits {
		l.f.promise.Hide()
		if fits = l.arrange(top, card, foot, size); !fits {
			l.f.promise.Show()
			l.arrange(top, card, foot, size)
		}
	}
	setVisible(card, wanted && fits)
	for _, less := range []fyne.CanvasObject{l.f.promise, l.f.about} { // rather than lie on the places
		if wide && top.Size().Height+look.Space8 > foot.Position().Y {
			less.Hide()
			l.arrange(top, card, foot, size)
		}
	}
}

// arrange gives each its place, and tells whether the card has room between the
// others.
func (l navLayout) arrange(top, card, foot fyne.CanvasObject, size fyne.Size) (fits bool) {
	bottom := size.Height - giveWidth(foot, 0, 0, size.Width)
	foot.Move(fyne.NewPos(0, bottom))
	l.f.brand.Show()
	setVisible(l.f.brand, top.MinSize().Height <= bottom)
	giveWidth(top, 0, 0, size.Width)
	y := bottom - giveWidth(card, 0, 0, size.Width) - look.Space12
	card.Move(fyne.NewPos(0, y))
	return y >= top.Size().Height+look.Space12
}

// MinSize implements fyne.Layout.
func (navLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// fold makes the navigation a strip of icons in a narrow window.
func (f *frame) fold(compact, _ bool) {
	for _, p := range f.places {
		p.item.SetCompact(compact)
	}
	setVisible(f.newEntry, !compact)
	setVisible(f.newIcon, compact)
	setVisible(f.search, !compact)
	setVisible(f.searchIcon, compact)
	setVisible(f.about, !compact)
	setVisible(f.lock, !compact)
	setVisible(f.lockIcon, compact)
	setVisible(f.name, !compact)
}

// show puts a page into the centre and marks its place in the navigation.
func (f *frame) show(p page) {
	f.mark(f.placeOf(p))
	f.columns.PageNeeds = 0
	if high, ok := p.(highPage); ok {
		f.columns.PageNeeds = high.needs()
	}
	f.put(p.centre(), p.side())
	f.dress(p)
}

// mark shows in the navigation which place is in sight, or none.
func (f *frame) mark(p page) {
	for _, each := range f.places {
		each.item.SetSelected(each.page == p)
	}
}

// count shows in the navigation how much a page has; "" is nothing.
func (f *frame) count(p page, text string) {
	for _, each := range f.places {
		if each.page == p {
			each.item.SetCount(text)
		}
	}
}

// placeOf is the page that the navigation shows for p: to catch up is a way to
// write, to look back one to begin, and both belong to Today; what is expected
// belongs to what proves it, and so does the pack that is made of that.
func (f *frame) placeOf(p page) page {
	switch p {
	case page(f.catchUp), page(f.retrospect):
		return f.places[0].page
	case page(f.demands), page(f.pack):
		return f.evidence
	case page(f.history):
		return f.placeOf(f.history.back)
	}
	return p
}

// dress draws a page anew that was out of sight while the appearance changed:
// Fyne tells only what is in the window.
func (f *frame) dress(p page) {
	now := look.Color(look.ColorPage)
	if f.inSight != nil && f.inSight != p {
		f.worn[f.inSight] = now
	}
	f.inSight = p
	if then, ok := f.worn[p]; ok && then != now {
		settings := fyne.CurrentApp().Settings()
		settings.SetTheme(settings.Theme())
	}
}

// put fills the centre and the right.
func (f *frame) put(centre, side fyne.CanvasObject) {
	f.columns.SetPage(container.NewBorder(nil, f.below, nil, nil, centre), side)
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
		return
	}
	o.Hide()
}
