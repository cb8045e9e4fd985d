package ui

import (
	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/exchange"
	"groundwork/ui/parts"
)

// sight is something there is to see in the window: a page, a part of it that a
// small window shows by itself, or a panel over it.
type sight struct {
	name string
	show func()
}

// everySight lists what there is to see of an open journal of sample entries,
// in the order in which it is to be looked at.
func (s *stage) everySight() (all []sight) {
	f := s.frame
	names := []string{"Today", "Timeline", "Evidence", "Feedback", "Applications", "Growth plan", "People", "Library"} // the others have theirs in English
	for i, p := range append(s.everyPage(), namedPage{"Export", f.export}) {
		if i < len(names) {
			p.name = names[i]
		}
		all = append(all, sight{p.name, func() { s.goTo(p.page) }})
		all = append(all, s.within(p.page)...)
	}
	all = append(all, sight{"Preferences", f.preferences.goPreferences})
	f.preferences.centre() // makes them
	for _, each := range f.preferences.sections {
		all = append(all, sight{"Preferences, " + each.key, func() { f.preferences.open(each.key) }})
	}
	return append(all, s.panels()...)
}

// within lists what there is to see on a page besides how it opens.
func (s *stage) within(p page) []sight {
	f := s.frame
	switch p {
	case page(s.today):
		return s.kinds()
	case page(f.evidence):
		return []sight{{"Evidence, detail", func() { f.evidence.choose(s.demand().ID, f.evidence.question.within); f.evidence.split.Go(1) }}}
	case page(f.feedback):
		return []sight{{"Feedback, detail", func() { f.feedback.split.Go(1) }}}
	case page(f.applications):
		return []sight{{"Applications, open", func() { f.applications.table.press(0) }}, {"Lessons", func() { f.applications.turn(tabLessons) }}}
	case page(f.growth):
		var all []sight
		for _, tab := range []string{tabPurpose, tabSteps, tabBoard, tabGoals, tabReady} {
			all = append(all, sight{"Growth, " + tab, func() { f.growth.turn(tab) }},
				sight{"Growth, beside " + tab, func() { f.growth.room.turnTo(1) }})
		}
		return all
	case page(f.people):
		return s.person()
	case page(f.library):
		return []sight{
			{"Library, list", func() { f.library.panes.Go(1) }},
			{"Library, element", func() { f.library.openFirst(); s.settle(); f.library.panes.Go(2) }},
			{"Library, own", func() { f.library.choose(chooseOwn); s.settle(); f.library.panes.Go(1) }},
			{"Library, own prompt", func() { f.library.showOwn(journal.OwnPrompt{}); f.library.panes.Go(2) }},
		}
	case page(f.history):
		return []sight{
			{"History of an entry", func() { f.history.open(s.newest(journal.MomentKind)) }},
			{"History, detail", func() { f.history.split.Go(1) }},
		}
	case page(f.trash):
		return []sight{
			{"Trash, with an entry", s.throwAway},
			{"Trash, detail", func() { f.trash.split.Go(1) }},
		}
	case page(f.pack):
		return []sight{
			{"Pack, pages", func() { f.pack.turnTo(1) }},
			{"Pack, rehearsal", f.pack.rehearse},
			{"Pack, for a new manager", f.pack.forNewManager},
		}
	case page(f.demands):
		return []sight{{"Expectations, detail", func() { f.demands.choose(s.demand().ID); f.demands.split.Go(1) }}}
	case page(f.catchUp):
		return []sight{{"Catch up, list", func() { f.catchUp.goList() }}}
	case page(f.export):
		return []sight{{"Export, pages", func() { f.export.split.Go(1) }}}
	case page(f.finder):
		return []sight{{"Search, hits", func() {
			f.finder.field.Editor.Load("team kind:moment nobody:x")
			f.finder.search("team kind:moment nobody:x")
		}}}
	}
	return nil
}

// kinds lists a new entry of each kind, with its parts open.
func (s *stage) kinds() (all []sight) {
	for _, k := range journal.Kinds() {
		all = append(all, sight{"Today, " + string(k), func() {
			s.today.newEntry(k)
			s.settle()
			s.today.desk.unfolded[k] = true
			s.today.redraw(s.today.desk)
		}})
	}
	return append(all,
		sight{"Today, only the text", func() { s.today.toggleAlone() }},
		sight{"Today, written", func() { s.today.toggleAlone(); s.openNewest(journal.MomentKind) }},
		sight{"Today, feedback", func() { s.openNewest(journal.FeedbackKind) }},
		sight{"Today, application", func() { s.openNewest(journal.ApplicationKind) }},
		sight{"Today, read", func() { s.today.toggleReading() }},
		sight{"Today again", func() { s.today.toggleReading() }})
}

// openNewest opens the newest entry of a kind.
func (s *stage) openNewest(k journal.Kind) { s.today.open(s.newest(k)) }

// newest is the newest entry of a kind.
func (s *stage) newest(k journal.Kind) journal.ID {
	lines, err := s.journal.Read().Lines(s.t.Context(), journal.Filter{Kinds: []journal.Kind{k}}, "", 1)
	if err != nil || len(lines) == 0 {
		s.t.Fatalf("there is no %s: %v", k, err)
	}
	return lines[0].ID
}

// throwAway puts an entry into the trash.
func (s *stage) throwAway() {
	if err := s.journal.RemoveEntry(s.t.Context(), s.newest(journal.Reflection)); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	s.frame.trash.load()
}

// person lists what there is to see of somebody.
func (s *stage) person() (all []sight) {
	p := s.frame.people
	all = append(all, sight{"People, detail", func() { p.choose(p.list.shown.all[0].ID); s.settle(); p.split.Go(1) }})
	for _, tab := range []string{tabAbout, tabLeadingUp, tabEntries} {
		all = append(all, sight{"People, " + tab, func() { p.showTab(tab) }})
	}
	return all
}

// demand is one of the expectations of the journal.
func (s *stage) demand() journal.Expectation {
	all, err := s.journal.Read().Expectations(s.t.Context())
	if err != nil || len(all) == 0 {
		s.t.Fatalf("nothing is expected: %v", err)
	}
	return all[0]
}

// panels lists what opens over the pages.
func (s *stage) panels() []sight {
	f := s.frame
	at := func(p page, open func()) func() {
		return func() { s.goTo(p); s.settle(); open() }
	}
	return []sight{
		{"Quick open", s.showQuickOpen},
		{"Shortcuts", s.showShortcuts},
		{"About", s.showAbout},
		{"Go to date", s.askForDate},
		{"Tags", s.showTags},
		{"Sort entries", func() { s.sortEntries() }},
		{"Target role", s.askForTarget},
		{"Check", func() { s.checkJournal() }},
		{"Damage", func() { s.showChecked(journal.Report{}, []string{"One entry", "Another entry"}) }},
		{"Unsaved", func() { s.askBeforeQuit(journal.ErrNoSpace) }},
		{"Link to an entry", at(s.today, s.today.links.add)},
		{"Web link", at(s.today, s.today.attachments.addLink)},
		{"A new expectation", at(f.demands, f.demands.addOne)},
		{"A starter set", at(f.demands, f.demands.chooseStarterSet)},
		{"A career path", at(f.demands, func() {
			f.demands.showCareerPath(exchange.CareerPath{Jobs: []exchange.Job{{Path: "A", Title: "Lead", Expectations: s.sheetDemands()}}, Skipped: []journal.SkippedLine{{Line: 3, Text: "x", Why: "y"}}})
		})},
		{"Lines left out", func() { s.showSkipped([]journal.SkippedLine{{Line: 3, Text: "x", Why: "y"}}) }},
		{"Ask for feedback", at(f.feedback, f.feedback.askSomebody)},
		{"A stage", at(f.applications, func() { f.applications.table.panel.addStage() })},
		{"A new goal", at(f.growth, f.growth.askForGoal)},
		{"Behind a step", at(f.growth, func() { f.growth.showBehindStep(evidence.Steps(f.growth.sheet.facts)[0]) })},
		{"A new person", at(f.people, f.people.addSomebody)},
		{"The same person", at(f.people, f.people.merge)},
		{"Two people", at(f.people, func() { f.people.askToMerge(f.people.list.shown.all[0], f.people.list.shown.all[1]) })},
		{"An offer", at(f.people, func() { f.people.detail.leading.noteOffer() })},
		{"Name of a pack", at(f.pack, f.pack.rename)},
		{"After the talk", at(f.pack, f.pack.afterTalk)},
		{"The way of the ask", at(f.pack, f.pack.showAsk)},
		{"Delete for good", at(f.trash, func() { f.trash.ask("Delete?", "", "Delete", nil) })},
		{"Protect", func() { f.preferences.open(prefProtection); s.settle(); f.preferences.protection.protect() }},
		{"A folder without a journal", func() { s.askToBegin(s.folder + "-other") }},
		{"A readable copy", func() { s.protected = true; s.makeReadable(func() {}); s.protected = false }},
		{"Save as a file", func() { s.saveAs(leaving{title: "Save the pack", name: "pack", form: "pdf"}) }},
	}
}

func (s *stage) sheetDemands() []journal.Expectation { return []journal.Expectation{s.demand()} }

// closePanels closes what lies over the page.
func (s *stage) closePanels() {
	for parts.CloseOverlay(s.win.Canvas()) {
		s.settle()
	}
}

// seen is what is in sight: the panel on top, or the page.
func (s *stage) seen() fyne.CanvasObject {
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return s.win.Content()
}
