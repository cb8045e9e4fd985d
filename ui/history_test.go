package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/journal"
)

// saveLater saves an entry as it became some time later.
func (s *stage) saveLater(e journal.Entry, after time.Duration, change func(*journal.Entry)) journal.Entry {
	s.t.Helper()
	s.pass(after)
	change(&e)
	return s.add(e)
}

// threeStates writes an entry that has two versions.
func threeStates(s *stage) journal.Entry {
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.clock))
	e.Body = "I led the team."
	e = s.add(e)
	e = s.saveLater(e, time.Hour, func(e *journal.Entry) { e.Body, e.Tags = "I led the whole big team.", []string{"leading"} })
	return s.saveLater(e, time.Hour, func(e *journal.Entry) { e.Body, e.Title = "I led the whole team.", "A day" })
}

// showHistoryOf opens an entry and its history.
func (s *stage) showHistoryOf(id journal.ID) *history {
	s.t.Helper()
	s.openEntry(id)
	s.settle()
	s.press(key(fyne.KeyY, ctrl|shift))
	return s.frame.history
}

// pastRowsOf reads the rows of the history aloud.
func pastRowsOf(h *history) (all []string) {
	rows := pastRows{&h.sheet}
	for i := range rows.Len() {
		all = append(all, rows.Label(i))
	}
	return all
}

// markedIn reads what is marked in the comparison.
func markedIn(h *history) string { return strings.Join(h.detail.prose.Marked(), "|") }

func TestGivenAnEntryThatWasSavedThrice_WhenItsHistoryIsShown_ThenEachVersionSaysWhatBecameOther(t *testing.T) {
	s := openWindow(t)
	h := s.showHistoryOf(threeStates(s).ID)
	want := []string{
		"Now, +2 −1 words · Title",
		"Today, 22:04, +3 words · Tags",
		"Today, 21:04, The oldest that is kept, 4 words",
	}
	if got := pastRowsOf(h); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("it lists %q, want %q", got, want)
	}
	if got := markedIn(h); got != "A day| big" {
		t.Errorf("of the newest version and now, %q is marked", got)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(h.list.rows) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}

func TestGivenTheHistory_WhenArrowsGoThroughIt_ThenEachVersionIsComparedWithNowOrWithTheOneBefore(t *testing.T) {
	s := openWindow(t)
	h := s.showHistoryOf(threeStates(s).ID)
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.settle()
	if got := markedIn(h); got != "A day| whole|leading" {
		t.Errorf("of the oldest version and now, %q is marked", got)
	}
	h.compareWith(withBefore)
	s.settle()
	if got := markedIn(h); got != "" || h.detail.what.Text() != "Nothing older can be read." {
		t.Errorf("before the oldest %q is marked, and it says %q", got, h.detail.what.Text())
	}
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	s.settle()
	if got := markedIn(h); got != " whole big|leading" {
		t.Errorf("of the second version and the first, %q is marked", got)
	}
}

func TestGivenAnOlderVersion_WhenItIsRestored_ThenTheEntryIsThatAgainAndUndoBringsTheOtherBack(t *testing.T) {
	s := openWindow(t)
	e := threeStates(s)
	h := s.showHistoryOf(e.ID)
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.settle()
	test.Tap(h.detail.restore)
	s.settle()
	if got := s.only(); got.Body != "I led the team." || got.Title != "" || len(got.Tags) != 0 {
		t.Fatalf("the entry is %+v", got)
	}
	if got := pastRowsOf(h)[0]; got != "Now, Again as Today, 21:04" {
		t.Errorf("the list says %q", got)
	}
	if h.detail.restore.Disabled() != true {
		t.Error("what is as it is now can be restored")
	}
	h.choose(1)
	s.settle()
	test.Tap(h.detail.restore)
	s.settle()
	if got := s.only(); got.Body != "I led the whole team." || got.Title != "A day" {
		t.Errorf("brought back, the entry is %+v", got)
	}
}

func TestGivenARestoredVersion_WhenUndoIsPressed_ThenTheEntryIsWhatItWas(t *testing.T) {
	s := openWindow(t)
	e := threeStates(s)
	h := s.showHistoryOf(e.ID)
	test.Tap(h.detail.restore)
	s.settle()
	if got := s.only(); got.Title != "" {
		t.Fatalf("the entry is %+v", got)
	}
	s.press(&fyne.ShortcutUndo{})
	if got := s.only(); got.Title != "A day" {
		t.Errorf("undone, the entry is %+v", got)
	}
}

func TestGivenTypedWordsOnTheDesk_WhenAVersionIsRestored_ThenTheyAreAVersionAndTheDeskShowsTheRestored(t *testing.T) {
	s := openWindow(t)
	e := threeStates(s)
	s.openEntry(e.ID)
	s.settle()
	s.typeText(" And more.")
	s.press(key(fyne.KeyY, ctrl|shift))
	h := s.frame.history
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	s.settle()
	test.Tap(h.detail.restore)
	s.settle()
	h.escape()
	s.settle()
	if s.current != page(s.today) || s.today.desk.body.Text != "I led the team." {
		t.Fatalf("Today shows %q", s.today.desk.body.Text)
	}
	typed := false
	for past, err := range s.journal.Read().History(t.Context(), e.ID) {
		if err != nil {
			t.Fatal(err)
		}
		typed = typed || past.Entry.Body == "I led the whole team. And more."
	}
	if !typed {
		t.Error("what was typed is in no version")
	}
}

func TestGivenAWindow_WhenItIsNarrow_ThenBothMarksStandInOneColumn(t *testing.T) {
	s := openWindow(t)
	h := s.showHistoryOf(threeStates(s).ID)
	if !h.detail.wide || !h.detail.heads.Visible() {
		t.Error("in the usual window there are no two columns")
	}
	s.win.Resize(fyne.NewSize(900, 600))
	if got := markedIn(h); h.detail.wide || h.detail.heads.Visible() || got != "A day| big" {
		t.Errorf("in a narrow one %q is marked, wide: %v", got, h.detail.wide)
	}
	s.win.Resize(smallest)
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if !h.split.IsNarrow() || h.split.At() != 1 {
		t.Fatal("in the smallest window Enter does not lead to the text")
	}
	h.detail.prose.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if h.split.At() != 0 || s.current != page(h) {
		t.Error("Escape does not lead back to the versions")
	}
	h.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.settle()
	if s.current != page(s.today) {
		t.Error("and not from there to Today")
	}
}

func TestGivenAPrivateEntry_WhenPrivateEntriesAreHidden_ThenItsHistoryGoesOutOfSight(t *testing.T) {
	s := openWindow(t)
	e := threeStates(s)
	e = s.saveLater(e, time.Hour, func(e *journal.Entry) { e.Private = true })
	s.showHistoryOf(e.ID)
	s.press(key(fyne.KeyH, ctrl|shift))
	if s.current == page(s.frame.history) {
		t.Error("the history of a private entry is still in sight")
	}
}

func TestGivenAFreshEntry_WhenItsHistoryIsAskedFor_ThenASentenceSaysThatThereIsNone(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.KeyY, ctrl|shift))
	if s.current != page(s.today) || s.door.notice == nil {
		t.Error("nothing is said")
	}
}

func TestGivenAnAttachmentWhoseFileIsGone_WhenAVersionNamesIt_ThenThatIsSaid(t *testing.T) {
	s := openWindow(t)
	e := threeStates(s)
	e = s.saveLater(e, time.Hour, func(e *journal.Entry) {
		e.Attachments = []journal.Attachment{{Name: "plan.pdf", SHA256: strings.Repeat("ab", 32)}}
	})
	words, err := newPastWords(t.Context(), historyQuestion{journal: s.journal, id: e.ID})
	if err != nil {
		t.Fatal(err)
	}
	fields, err := words.fields(t.Context(), &e)
	if err != nil || !strings.Contains(fmt.Sprint(fields), "plan.pdf (this file is not there any more)") {
		t.Errorf("it says %v, %v", fields, err)
	}
}

func TestGivenALongEntryWithManyVersions_WhenShown_ThenOnlyRowsAndLinesInSightAreBuilt(t *testing.T) {
	s := openWindow(t)
	e := s.journal.NewEntry(journal.Reflection, journal.DayOf(s.clock))
	e.Body = strings.Repeat("I led the team through it. ", 1600)
	e = s.add(e)
	for i := range 30 {
		e = s.saveLater(e, 2*time.Minute, func(e *journal.Entry) { e.Body += fmt.Sprintf("And then step %d. ", i) })
	}
	h := s.frame.history
	h.open(e.ID)
	s.settle()
	if n := len(h.sheet.rows); n < 25 {
		t.Fatalf("it lists %d rows", n)
	}
	if n := h.list.rows.Built(); n > 20 {
		t.Errorf("%d rows are built", n)
	}
	if n := h.detail.prose.Built(); n == 0 || n > 150 {
		t.Errorf("%d lines are built", n)
	}
	if got := markedIn(h); got != ". And then step 29" {
		t.Errorf("marked is %q", got)
	}
}
