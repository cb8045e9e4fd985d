package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

// moveToTrash presses the shortcut of the menu.
func (s *stage) moveToTrash() {
	s.t.Helper()
	s.press(trashKey())
}

// bodies are the texts of the entries in the journal, sorted.
func (s *stage) bodies() (all []string) {
	s.t.Helper()
	for _, e := range s.entries() {
		all = append(all, e.Body)
	}
	slices.Sort(all)
	return all
}

// inTrash is how many things lie in the trash.
func (s *stage) inTrash() int {
	s.t.Helper()
	all, err := s.journal.InTrash(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return len(all)
}

func TestTheOpenEntryGoesIntoTheTrashWithItsLastWordAndComesBack(t *testing.T) {
	s := openWindow(t)
	s.typeText("first")
	s.save()
	s.typeText(" and last")
	desk, id := s.today.desk, s.today.desk.draft.Entry().ID
	s.moveToTrash()
	if len(s.entries()) != 0 || s.inTrash() != 1 || s.today.desk == desk || !s.today.desk.blank() {
		t.Fatalf("%d entries, %d in the trash", len(s.entries()), s.inTrash())
	}
	if got := s.door.notice.Sentence(); got != "“first and last” is in the trash." {
		t.Errorf("the bar says %q", got)
	}
	s.press(&fyne.ShortcutUndo{})
	if e := s.only(); e.ID != id || e.Body != "first and last" || s.today.desk.draft.Entry().ID != id || s.inTrash() != 0 {
		t.Errorf("%q came back, %q is open", e.Body, s.today.desk.draft.Entry().Body)
	}
}

func TestTheDeskOfAnEntryInTheTrashWritesNothingBack(t *testing.T) {
	s := openWindow(t)
	s.typeText("gone")
	desk := s.today.desk
	s.moveToTrash()
	desk.draft.Edit(func(e *journal.Entry) { e.Body = "back again" })
	if err := desk.draft.Flush(t.Context()); err != nil || len(s.entries()) != 0 {
		t.Errorf("%d entries are there, %v", len(s.entries()), err)
	}
}

func TestAFreshEntryIsNothingForTheTrash(t *testing.T) {
	s := openWindow(t)
	s.moveToTrash()
	if s.inTrash() != 0 || s.door.notice.Sentence() != "Open an entry first, or choose one in a list." {
		t.Errorf("%d in the trash, the bar says %q", s.inTrash(), s.door.notice.Sentence())
	}
}

func TestTheEntryChosenInAListGoesIntoTheTrash(t *testing.T) {
	for name, choose := range map[string]func(s *stage){
		"in the rail of Today": func(s *stage) {
			s.frame.timeline.goTimeline()
			s.today.newEntry("")
			s.settle()
			for i, line := range s.today.rail.lines {
				if line.Title == "second" {
					s.win.Canvas().Focus(s.today.rail.others.Objects[i].(fyne.Focusable))
				}
			}
		},
		"in the timeline": func(s *stage) {
			s.frame.timeline.goTimeline()
			s.settle()
			list := s.frame.timeline.list
			for i := range list.shown.Len() {
				if line, _ := list.shown.line(i); line.Title == "second" {
					list.rows.SetCursor(i)
				}
			}
		},
		"among what was found": func(s *stage) {
			s.frame.finder.goSearch()
			s.frame.finder.search("second")
			s.settle()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := openWindow(t)
			for _, title := range []string{"first", "second", "third"} {
				s.add(journal.Entry{Title: title, Body: title, Day: dayOf(t, "2026-03-12")})
			}
			choose(s)
			before := s.current
			s.moveToTrash()
			if got := s.bodies(); !slices.Equal(got, []string{"first", "third"}) || s.current != before {
				t.Fatalf("there are %q", got)
			}
			s.undoNotice()
			if got := s.bodies(); !slices.Equal(got, []string{"first", "second", "third"}) || s.current != before {
				t.Errorf("after Undo there are %q", got)
			}
		})
	}
}

func TestTheBarThatNamesAPrivateEntryGoesWhenThePrivateIsHidden(t *testing.T) {
	for _, private := range []bool{true, false} {
		s := openWindow(t)
		e := s.add(journal.Entry{Kind: journal.Reflection, Day: journal.DayOf(evening), Title: "Secret plans", Private: private})
		s.trashEntry(e.ID)
		s.settle()
		s.today.togglePrivate()
		s.settle()
		if named := strings.Contains(words(s), "Secret plans"); named == private {
			t.Errorf("of an entry that is private (%v), the window shows the title: %v", private, named)
		}
	}
}

func TestAFileIsHiddenInTheTrashWhenItsEntryBecamePrivate(t *testing.T) {
	s := openWindow(t)
	s.drop(s.put("notes.txt", "the notes"))
	s.typeText("kept")
	s.save()
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	s.save()
	e := s.only()
	e.Private = true
	s.add(e)
	for _, removed := range []bool{false, true} {
		if removed {
			s.must(s.journal.RemoveEntry(t.Context(), e.ID))
		}
		all, err := s.journal.InTrash(t.Context())
		s.must(err)
		for _, l := range all {
			if !l.Private {
				t.Errorf("%s is not private; its entry was removed: %v", l.Name, removed)
			}
		}
	}
}
