package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/ui/parts"
)

// holds puts an entry of a kind into the journal, so many days before today.
func (s *stage) holds(daysAgo int, title, body string, change func(*journal.Entry)) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, s.journal.Today(s.t.Context()).AddDays(-daysAgo))
	e.Title, e.Body = title, body
	if change != nil {
		change(&e)
	}
	return s.add(e)
}

// searchFor opens the search and types.
func (s *stage) searchFor(text string) *finder {
	s.t.Helper()
	f := s.frame.finder
	s.press(key(fyne.KeyF, ctrl))
	s.typeText(text)
	s.settle()
	return f
}

// titles are the entries that are listed.
func (f *finder) titles() (all []string) {
	for i := range f.listed.found {
		all = append(all, foundTitle(&f.listed.found[i]))
	}
	return all
}

func (s *stage) expectFound(f *finder, want ...string) {
	s.t.Helper()
	if got := f.titles(); !slices.Equal(got, want) {
		s.t.Errorf("found are %q, want %q", got, want)
	}
}

func TestGivenAnyPage_WhenCtrlFIsPressedAndAWordTyped_ThenWhatHoldsItIsListed(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "Rota", "Two juniors on call.", func(e *journal.Entry) {
		e.Kind, e.Moment = journal.MomentKind, &journal.Moment{Action: "Brought a checklist", Result: "No escalation"}
		e.Tags = []string{"release"}
	})
	s.holds(2, "Other", "Nothing of it.", nil)
	s.frame.people.goPeople()
	s.settle()
	f := s.searchFor("tag:release broug")
	s.expectFound(f, "Rota")
	if got := f.field.Words(); !slices.Equal(got, []string{"tag:release"}) {
		t.Errorf("the words with a fill are %q", got)
	}
	place := f.listed.found[0].Places[0]
	if fieldName(place.Field) != "Action" || place.Text[place.Marks[0].From:place.Marks[0].To] != "Brought" {
		t.Errorf("it is found in %+v", place)
	}
	if got := f.head.count.Text() + " " + f.head.sentence.Text(); got != "1 entry tagged release, with “broug” in any field. Best match first." {
		t.Errorf("it says %q", got)
	}
	if label := f.rows.AccessibilityLabel(); !strings.Contains(label, "Action: Brought a checklist") {
		t.Errorf("it reads %q", label)
	}
}

func TestGivenHits_WhenArrowsAreTyped_ThenTheCursorStaysInTheFieldAndEnterOpensTheChosenOne(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "First", "a word", nil)
	s.holds(2, "Second", "a word", nil)
	f := s.searchFor("word")
	f.head.order.OnChosen(orderNewest)
	s.settle()
	s.expectFound(f, "First", "Second")
	s.win.Canvas().Focus(f.field.Editor)
	s.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if s.win.Canvas().Focused() != fyne.Focusable(f.field.Editor) || f.rows.Selected() != 1 {
		t.Fatalf("row %d is chosen", f.rows.Selected())
	}
	s.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn)
	if got := s.today.desk.draft.Entry().Title; got != "Second" {
		t.Errorf("%s is open", got)
	}
}

func TestGivenAHit_WhenItIsOpened_ThenItIsReadFromTheMatchWithEachMarked(t *testing.T) {
	s := openWindow(t)
	long := strings.Repeat("A paragraph that goes on for a while, and then some more of it.\n\n", 60)
	s.holds(1, "Long", long+"Then **Bro**ught it, and brought it again.", func(e *journal.Entry) {
		e.Kind, e.Feedback = journal.FeedbackKind, &journal.Feedback{Giver: "Priya", Quote: "You brought it", Behaviour: "other"}
	})
	f := s.searchFor("brought")
	s.keys(fyne.KeyReturn)
	if got := s.prose().Marked(); !slices.Equal(got, []string{"Bro", "ught", "brought", "brought"}) {
		t.Errorf("marked are %q", got)
	}
	if !strings.Contains(s.prose().AccessibilityLabel(), "Quote\nYou brought it") {
		t.Error("the part that matches is not read")
	}
	s.keys(fyne.KeyEscape)
	if s.today.reading.on || s.today.desk.body.Text != long+"Then **Bro**ught it, and brought it again." {
		t.Error("Escape does not go back to the text as it was")
	}
	s.press(key(fyne.KeyF, ctrl))
	if f.field.Editor.Text != "brought" || f.field.Editor.SelectedText() != "brought" {
		t.Errorf("the field holds %q, selected is %q", f.field.Editor.Text, f.field.Editor.SelectedText())
	}
}

func TestGivenKeysThatHaveNotRested_WhenEnterIsTyped_ThenTheFirstOfWhatWasTypedOpens(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "First", "one", nil)
	s.holds(2, "Second", "two", nil)
	f := s.searchFor("one")
	f.field.Editor.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.typeText("two")
	s.keys(fyne.KeyReturn)
	if got := s.today.desk.draft.Entry().Title; got != "Second" {
		t.Errorf("%q is open", got)
	}
}

func TestGivenASearch_WhenEscapeIsTyped_ThenOneIsBackWhereOneWasAndTheTextIsKept(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "Title", "word", nil)
	s.frame.people.goPeople()
	s.settle()
	f := s.searchFor("word")
	s.keys(fyne.KeyEscape)
	if s.current != page(s.frame.people) || f.field.Editor.Text != "word" {
		t.Error("the page of people is not back, or the text is gone")
	}
	s.press(key(fyne.KeyF, ctrl))
	s.expectFound(f, "Title")
}

func TestGivenAWordThatIsNotUnderstood_WhenItIsTyped_ThenItStaysBareAndTheLineBelowSaysWhy(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "Title", "word", nil)
	f := s.searchFor("is:odd kind:reflection word")
	if got := f.field.Words(); !slices.Equal(got, []string{"kind:reflection"}) {
		t.Errorf("the words with a fill are %q", got)
	}
	if !f.head.odd.Visible() || f.head.odd.Text() != `"odd" is not something an entry can be: use is:starred or is:private.` {
		t.Errorf("it says %q", f.head.odd.Text())
	}
	s.expectFound(f, "Title")
	f.search("kidn:moment")
	s.settle()
	if got := f.nothing.Text(); !strings.Contains(got, "“kidn:” is no filter word") {
		t.Errorf("it says %q", got)
	}
	f.clear()
	s.settle()
	if f.head.odd.Visible() || !strings.HasPrefix(f.nothing.Text(), "Type what you remember.") {
		t.Errorf("cleared it says %q", f.nothing.Text())
	}
}

func TestGivenPrivateEntriesAreHidden_WhenOneSearches_ThenTheyAreNotFound(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "Open", "word", nil)
	s.holds(2, "Secret", "word", func(e *journal.Entry) { e.Private = true })
	f := s.searchFor("word")
	if len(f.titles()) != 2 {
		t.Fatalf("found are %q", f.titles())
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	s.expectFound(f, "Open")
}

func TestGivenManyHits_WhenTheyAreListed_ThenAsManyRowsAreBuiltAsInSightAndTheRestFollows(t *testing.T) {
	s := openWindow(t)
	for i := range 120 {
		s.holds(i, fmt.Sprintf("Title %03d", i), "word", nil)
	}
	f := s.searchFor("word")
	f.setNewest(true)
	s.settle()
	if len(f.listed.found) != foundAtOnce || f.rows.Built() > 15 || f.head.count.Text() != "120 entries" {
		t.Errorf("%d are listed, %d rows built, %s", len(f.listed.found), f.rows.Built(), f.head.count.Text())
	}
	for range 60 {
		s.keys(fyne.KeyDown)
	}
	if f.rows.Selected() != foundAtOnce || f.listed.Label(foundAtOnce) != "Show 50 more" {
		t.Fatalf("row %d is chosen", f.rows.Selected())
	}
	s.keys(fyne.KeyReturn)
	if len(f.listed.found) != 2*foundAtOnce || f.rows.Selected() != foundAtOnce || f.titles()[50] != "Title 050" {
		t.Errorf("%d are listed, row %d is chosen", len(f.listed.found), f.rows.Selected())
	}
	s.holds(0, "Fresh", "word", nil)
	if len(f.listed.found) != 2*foundAtOnce || f.titles()[0] != "Fresh" || f.rows.Selected() != foundAtOnce {
		t.Errorf("after a change %d are listed, row %d is chosen", len(f.listed.found), f.rows.Selected())
	}
}

func TestGivenSearchesThatFoundSomething_WhenOneComesBack_ThenTheyAreOfferedUntilTheyAreCleared(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "Title", "word other", nil)
	s.searchFor("word")
	s.keys(fyne.KeyEscape)
	f := s.searchFor("nowhere")
	s.keys(fyne.KeyEscape)
	s.settle()
	if got, err := s.journal.Searches(t.Context()); err != nil || !slices.Equal(got, []string{"word"}) {
		t.Fatalf("remembered are %q, %v", got, err)
	}
	s.press(key(fyne.KeyF, ctrl))
	if !f.aside.recent.Visible() || len(f.aside.lately.Objects) != 1 {
		t.Fatal("what was searched for is not offered")
	}
	f.aside.lately.Objects[0].(*parts.Tile).Tapped(nil)
	s.settle()
	s.expectFound(f, "Title")
	f.aside.forget()
	s.settle()
	if got, _ := s.journal.Searches(t.Context()); f.aside.recent.Visible() || len(got) != 0 {
		t.Errorf("remembered are %q", got)
	}
}

func TestGivenFilterWords_WhenOneIsPressed_ThenItBeginsInTheFieldAndOnesInUseSaySo(t *testing.T) {
	s := openWindow(t)
	f := s.searchFor("word")
	fyneTap(f.aside.words[1].word)
	s.settle()
	if f.field.Editor.Text != "word tag:" {
		t.Fatalf("the field holds %q", f.field.Editor.Text)
	}
	s.typeText(`x kind:moment -y "a b" pre*`)
	s.settle()
	var used []string
	for _, h := range f.aside.words {
		if h.word.Used() != "" {
			used = append(used, h.word.Used())
		}
	}
	if !slices.Equal(used, []string{"kind:moment", "tag:x", `"a b"`, "-y", "pre*"}) {
		t.Errorf("in use are %q", used)
	}
}

// waitingStore answers a search only when the test lets it.
type waitingStore struct {
	journal.Store
	begun   chan string
	ended   chan error
	release chan struct{}
	err     error
}

func (w *waitingStore) Find(ctx context.Context, q journal.Query, window journal.FindWindow) (journal.Finding, error) {
	if w.begun == nil {
		return journal.Finding{}, w.err
	}
	w.begun <- q.Terms[0].Text
	select {
	case <-ctx.Done():
		w.ended <- ctx.Err()
		return journal.Finding{}, ctx.Err()
	case <-w.release:
		f, err := w.Store.Find(ctx, q, window)
		w.ended <- err
		return f, err
	}
}

// waitingHome opens a journal whose searches wait.
type waitingHome struct {
	journal.Home
	store *waitingStore
}

func (h *waitingHome) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.Home.Open(ctx)
	h.store.Store = s
	return h.store, err
}

func TestGivenASlowSearch_WhenTheNextKeyIsTyped_ThenItIsCalledOffAndTypingNeverWaits(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "journal")
	store := &waitingStore{begun: make(chan string, 9), ended: make(chan error, 9), release: make(chan struct{})}
	s := openWindowAt(t, folder, &waitingHome{data.NewHome(folder, data.Options{}), store})
	s.holds(1, "Title", "word", nil)
	s.background = func(work func()) { go work() }
	f := s.frame.finder
	s.press(key(fyne.KeyF, ctrl))
	s.typeText("wo")
	s.settle() // nobody typed for a while: the search begins
	if got := <-store.begun; got != "wo" {
		t.Fatalf("it looks for %q", got)
	}
	s.typeText("r") // while it runs
	if err := <-store.ended; !errors.Is(err, context.Canceled) {
		t.Fatalf("the search ended with %v", err)
	}
	s.typeText("d")
	s.settle()
	if got := <-store.begun; got != "word" || len(store.begun) > 0 {
		t.Fatalf("it looks for %q, and %d times more", got, len(store.begun))
	}
	close(store.release)
	if err := <-store.ended; err != nil {
		t.Fatal(err)
	}
	for len(f.titles()) == 0 {
		s.settle() // until what was found comes back
	}
	s.expectFound(f, "Title")
}

func TestGivenTheJournalCannotBeSearched_WhenAWordIsTyped_ThenThePageAndTheDoorSaySo(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "journal")
	store := &waitingStore{err: journal.ErrDamaged}
	s := openWindowAt(t, folder, &waitingHome{data.NewHome(folder, data.Options{}), store})
	f := s.searchFor("word")
	if f.nothing.Text() != "The journal could not be searched just now." || s.door.notice == nil {
		t.Errorf("it says %q", f.nothing.Text())
	}
}

func TestGivenAChangeWhileOneTypes_WhenTheKeysRest_ThenWhatWasTypedIsAskedAndNotWhatWasAskedBefore(t *testing.T) {
	s := openWindow(t)
	s.holds(1, "One", "word", nil)
	s.holds(2, "Two", "work", nil)
	f := s.searchFor("wor")
	if len(f.titles()) != 2 {
		t.Fatalf("found are %q", f.titles())
	}
	e := s.journal.NewEntry(journal.Reflection, s.journal.Today(t.Context()))
	e.Body = "something else"
	if _, err := s.journal.SaveEntry(t.Context(), e); err != nil { // the page hears of it at the next rest
		t.Fatal(err)
	}
	s.typeText("d")
	s.settle()
	s.expectFound(f, "One")
}
