package ui

import (
	"strings"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// spot is a row of the middle column: an element, one question of an element,
// or a question of the user's own.
type spot struct {
	at  prompts.Place      // Element is nil for an own question without one
	own *journal.OwnPrompt // nil where the question is the catalogue's

	trashed bool // the own question is deleted
}

// key is what tells one spot from another.
func (s spot) key() string {
	switch {
	case s.own != nil:
		return prompts.OwnKey(s.own.ID)
	case s.at.Prompt != nil:
		return s.at.Prompt.Key
	}
	return s.at.Element.Key
}

// choose shows what was chosen in the tree: the reading view of a document,
// the elements of a framework, or questions of the user's.
func (l *library) choose(key string) {
	l.own.leave()
	l.chosen, l.query = key, ""
	l.tree.search.Load("")
	l.tree.tree.SetSelected(key)
	if s := l.source(key); s != nil {
		l.showReading(s)
		l.panes.Go(1)
		return
	}
	l.showList()
	l.panes.Go(1)
	l.openFirst()
	if l.panes.IsNarrow() { // the tree is out of sight now
		l.w.win.Canvas().Focus(l.list.rows)
	}
}

// showList fills the middle column with what is chosen or searched for.
func (l *library) showList() {
	l.panes.SetShare(0)
	only(l.middle, l.list.content)
	l.list.show(l.page())
}

// page is what the middle column shows.
func (l *library) page() listPage {
	switch {
	case l.query != "":
		return l.foundPage()
	case l.chosen == chooseOwn:
		return l.ownPage()
	case l.chosen == chooseDismissed:
		return l.dismissedPage()
	case l.chosen == chooseTrash:
		return l.trashPage()
	}
	return l.frameworkPage(l.framework(l.chosen))
}

// openFirst shows the first row of the list at the right, so that the column
// is not empty. It does not go there.
func (l *library) openFirst() {
	switch {
	case len(l.list.spots) > 0:
		l.list.rows.SetSelected(0)
		l.openSpot(l.list.spots[0])
	case l.chosen == chooseOwn && l.query == "":
		l.showOwn(journal.OwnPrompt{})
	default:
		only(l.right, nil)
	}
}

// open shows a row of the list at the right, and goes there where there is
// room for one column only.
func (l *library) open(i int) {
	l.own.leave()
	l.openSpot(l.list.spots[i])
	l.panes.Go(2)
	if l.panes.IsNarrow() {
		l.focusDetail()
	}
}

func (l *library) openSpot(s spot) {
	switch {
	case s.trashed:
		l.trash.show(*s.own)
		only(l.right, l.trash.content)
		return
	case s.own != nil:
		l.showOwn(*s.own)
		return
	}
	l.detail.show(s.at)
	only(l.right, l.detail.content)
}

// focusDetail puts the keyboard where there is something to do about what is
// open.
func (l *library) focusDetail() {
	switch {
	case l.own.content.Visible():
		l.w.win.Canvas().Focus(l.own.text.Editor)
		return
	case l.trash.content.Visible():
		l.w.win.Canvas().Focus(l.trash.restore)
		return
	}
	l.w.win.Canvas().Focus(l.detail.write)
}

// refresh shows what the journal says now, and leaves everything where it is.
func (l *library) refresh() {
	l.tree.count(len(l.held.own), len(l.dismissedSpots()), len(l.held.trash))
	if l.source(l.chosen) != nil && l.query == "" {
		return
	}
	l.list.update(l.page())
	switch {
	case l.own.content.Visible():
		l.own.refresh()
	case l.trash.content.Visible():
		l.trash.refresh()
	case l.detail.content.Visible():
		l.detail.refresh()
	}
}

// source finds the document with a key, or nil.
func (l *library) source(key string) *prompts.Source {
	for i := range l.catalogue.Sources {
		if l.catalogue.Sources[i].Key == key {
			return &l.catalogue.Sources[i]
		}
	}
	return nil
}

// framework finds the framework with a key, with its document.
func (l *library) framework(key string) prompts.Place {
	source, _, _ := strings.Cut(key, "/")
	s := l.source(source)
	for i := range s.Frameworks {
		if s.Frameworks[i].Key == key {
			return prompts.Place{Source: s, Framework: &s.Frameworks[i]}
		}
	}
	return prompts.Place{Source: s, Framework: &s.Frameworks[0]}
}
