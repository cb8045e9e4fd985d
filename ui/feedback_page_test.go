package ui

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/data"
	"groundwork/journal"
)

// watchedStore counts what the page asks, and fails where it is told to.
type watchedStore struct {
	journal.Store
	*watch
}

type watch struct {
	reads atomic.Int32
	sick  atomic.Bool
}

var errSick = errors.New("a disk that cannot be read")

func (s watchedStore) asked() error {
	s.reads.Add(1)
	if s.sick.Load() {
		return errSick
	}
	return nil
}

func (s watchedStore) Feedback(ctx context.Context, f journal.FeedbackFilter) ([]journal.FeedbackLine, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.Feedback(ctx, f)
}

func (s watchedStore) Ledger(ctx context.Context, f journal.FeedbackFilter, w journal.LedgerWindow) ([]journal.FeedbackLine, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.Ledger(ctx, f, w)
}

func (s watchedStore) FeedbackCounts(ctx context.Context, f journal.FeedbackFilter, today journal.Day) (journal.FeedbackCounts, error) {
	if err := s.asked(); err != nil {
		return journal.FeedbackCounts{}, err
	}
	return s.Store.FeedbackCounts(ctx, f, today)
}

func (s watchedStore) Entry(ctx context.Context, id journal.ID) (journal.Entry, error) {
	if err := s.asked(); err != nil {
		return journal.Entry{}, err
	}
	return s.Store.Entry(ctx, id)
}

func (s watchedStore) LinesOf(ctx context.Context, ids []journal.ID) ([]journal.Line, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.LinesOf(ctx, ids)
}

func (s watchedStore) People(ctx context.Context) ([]journal.Person, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.People(ctx)
}

func (s watchedStore) Lines(ctx context.Context, f journal.Filter, after journal.ID, limit int) ([]journal.Line, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.Lines(ctx, f, after, limit)
}

func (s watchedStore) LinksTo(ctx context.Context, id journal.ID) ([]journal.Link, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.LinksTo(ctx, id)
}

func (s watchedStore) Plan(ctx context.Context) (journal.Plan, error) {
	if err := s.asked(); err != nil {
		return journal.Plan{}, err
	}
	return s.Store.Plan(ctx)
}

// watchedHome opens journals whose reads are watched.
type watchedHome struct {
	journal.Home
	*watch
}

func (h watchedHome) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.Home.Open(ctx)
	return watchedStore{s, h.watch}, err
}

func openWatched(t *testing.T) (*stage, *watch) {
	t.Helper()
	w := new(watch)
	home := watchedHome{data.NewHome(t.TempDir(), data.Options{}), w}
	return openWindowAt(t, home.Folder(), home), w
}

func TestGivenTwoThousandPieces_WhenTheLedgerOpens_ThenItAsksFourQuestionsAndBuildsWhatIsInSight(t *testing.T) {
	s, w := openWatched(t)
	s.hearMany(2000)
	entry := s.wrote("2026-03-11", "Tried it")
	s.heard("2026-03-11", "Ada", "Ask first.", func(f *journal.Feedback) {
		f.FollowUpOn, f.ActedOnIn = dayOf(t, "2026-03-12"), []journal.ID{entry.ID}
	})
	w.reads.Store(0)
	l := openLedger(s)
	if got := w.reads.Load(); got > 4 {
		t.Errorf("opening the page asks %d questions, want at most 4", got)
	}
	if len(ledIn(l)) != 1 || l.sheet.groups.pieces() != 2001 || l.list.rows.Built() > 20 {
		t.Errorf("%d pieces in %d rows, %d linked", l.sheet.groups.pieces(), l.list.rows.Built(), len(ledIn(l)))
	}
}

func TestGivenAReadThatFails_WhenTheLedgerOpens_ThenTheDoorSaysSoAndThePageFillsOnceItWorks(t *testing.T) {
	s, w := openWatched(t)
	s.heard("2026-03-10", "Ada", "Good.", nil)
	w.sick.Store(true)
	l := openLedger(s)
	if s.door.notice == nil || l.sheet.groups.pieces() != 0 || l.detail.scroll.Visible() {
		t.Fatal("a failing read is not said")
	}
	w.sick.Store(false)
	s.takeBack()
	if got := givers(l); got != "Ada" || s.door.notice != nil {
		t.Errorf("tried again it shows %q", got)
	}
}

func TestGivenALedgerInSight_WhenAReadFails_ThenItKeepsWhatItHas(t *testing.T) {
	s, w := openWatched(t)
	s.heard("2026-03-10", "Ada", "Good.", nil)
	l := openLedger(s)
	w.sick.Store(true)
	l.changed(journal.Change{Kind: journal.Reloaded})
	s.settle()
	if givers(l) != "Ada" || l.detail.quote.Text() != "Good." || s.door.notice == nil {
		t.Errorf("it shows %q and says %v", givers(l), s.door.notice)
	}
}

func TestGivenAPieceFarDown_WhenSomethingMoves_ThenSelectionAndScrollStay(t *testing.T) {
	s := openWindow(t)
	s.hearMany(60)
	l := openLedger(s)
	s.hit(fyne.KeyEnd, fyne.KeyReturn)
	before, built := l.detail.piece.entry.ID, l.list.rows.Built()
	s.heard("2026-03-12", "Newest", "Hm.", nil)
	if got := l.detail.piece.entry.ID; got != before || l.list.rows.Selected() != l.list.shown.find(before) {
		t.Error("another piece is beside the list")
	}
	if got := l.list.rows.Built(); l.sheet.groups.pieces() != 61 || got > built+2 {
		t.Errorf("%d pieces, %d rows built, before %d", l.sheet.groups.pieces(), got, built)
	}
}

func TestGivenANarrowedLedger_WhenAPieceIsOpenedFromElsewhere_ThenItIsInSight(t *testing.T) {
	s, l := ledgerOfFour(t)
	id := l.sheet.lines[0][3].ID
	l.look(partPraise, journal.FeedbackFilter{State: journal.FeedbackNew})
	s.settle()
	s.press(key(fyne.Key1, ctrl))
	l.open(id)
	s.settle()
	if s.current != page(l) || l.detail.name.Text() != "Tomas Berg" || l.sheet.groups.pieces() != 4 {
		t.Errorf("beside %d pieces stands %q", l.sheet.groups.pieces(), l.detail.name.Text())
	}
	if !l.list.chips[0].chip.Selected() || l.list.rows.Selected() != l.list.shown.find(id) {
		t.Error("the list does not show where the piece is")
	}
}

func TestGivenPrivatePieces_WhenThePrivateHide_ThenTheyGoAtOnce(t *testing.T) {
	s := openWindow(t)
	secret := s.heard("2026-03-10", "Ada", "Secret.", func(f *journal.Feedback) { f.FollowUpOn = s.today.now })
	secret.Private = true
	s.add(secret)
	s.heard("2026-03-09", "Grace", "Open.", nil)
	l := openLedger(s)
	if l.detail.quote.Text() != "Secret." {
		t.Fatalf("first is %q", l.detail.quote.Text())
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := words(s); strings.Contains(got, "Secret.") || givers(l) != "Grace" {
		t.Errorf("hidden, it shows %q", givers(l))
	}
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := givers(l); got != "Ada Grace" {
		t.Errorf("shown again, it shows %q", got)
	}
}

func TestGivenANarrowWindow_WhenAPieceIsOpened_ThenItStandsAloneWithAWayBack(t *testing.T) {
	s, l := ledgerOfFour(t)
	s.win.Resize(smallest)
	if !l.list.content.Visible() || l.detail.content.Visible() {
		t.Fatal("the list does not stand alone")
	}
	s.win.Canvas().Focus(l.list.rows)
	s.hit(fyne.KeyDown, fyne.KeyReturn)
	if l.list.content.Visible() || !l.detail.back.Visible() || l.detail.name.Text() != "Lena Fischer" {
		t.Fatalf("Enter shows %q", l.detail.name.Text())
	}
	if s.win.Canvas().Focused() != fyne.Focusable(l.detail.toEntry) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	s.hit(fyne.KeyEscape)
	if !l.list.content.Visible() || s.win.Canvas().Focused() != fyne.Focusable(l.list.rows) {
		t.Error("Escape does not lead back")
	}
}

func TestGivenTheLedger_WhenTabbing_ThenEverythingIsReachedAndTheEntryOpens(t *testing.T) {
	s, l := ledgerOfFour(t)
	reached := map[fyne.Focusable]bool{}
	for range 40 {
		s.win.Canvas().FocusNext()
		reached[s.win.Canvas().Focused()] = true
	}
	for name, want := range map[string]fyne.Focusable{
		"a chip": l.list.chips[2].chip, "the filter": l.list.filter.toggle, "the list": l.list.rows,
		"the entry": l.detail.toEntry, "Later": l.detail.followUp.later, "Done": l.detail.followUp.done, "the state": l.detail.state,
		"Link": l.detail.led.link,
	} {
		if !reached[want] {
			t.Errorf("Tab does not come by %s", name)
		}
	}
	s.win.Canvas().Focus(l.detail.toEntry)
	s.hit(fyne.KeyReturn)
	if s.current != page(s.today) || s.today.desk.draft.Entry().Feedback.Quote != "You made the trade-off visible." {
		t.Error("the entry does not open on Today")
	}
}

func TestGivenAPieceThatIsDeletedElsewhere_WhenTheLedgerHears_ThenTheNextOneIsBesideIt(t *testing.T) {
	s, l := ledgerOfFour(t)
	e := l.detail.piece.entry
	e.Kind = journal.Reflection
	s.add(e)
	if l.detail.name.Text() != "Lena Fischer" || l.sheet.groups.pieces() != 3 {
		t.Errorf("beside %d pieces stands %q", l.sheet.groups.pieces(), l.detail.name.Text())
	}
}

func TestGivenManyPieces_WhenTheEndComesIntoSight_ThenItIsReadThen(t *testing.T) {
	s := openWindow(t)
	s.hearMany(400)
	l := openLedger(s)
	if len(l.sheet.lines) != 1 {
		t.Fatalf("%d windows are read at first", len(l.sheet.lines))
	}
	s.hit(fyne.KeyEnd)
	last := l.list.shown.Len() - 1
	if p, ok := l.list.shown.line(last); !ok || len(l.sheet.lines) > 3 || l.list.rows.Cursor() != last {
		t.Fatalf("the last piece is read: %v (%s), of %d windows", ok, p.ID, len(l.sheet.lines))
	}
	s.hit(fyne.KeyReturn)
	if want := l.sheet.lines[399/windowRows][399%windowRows].ID; l.detail.piece.entry.ID != want || l.list.rows.Selected() != last {
		t.Errorf("beside the list stands %s, want %s", l.detail.piece.entry.ID, want)
	}
}

func TestGivenAPieceFarDown_WhenItIsOpenedFromElsewhere_ThenItsRowComesIntoSight(t *testing.T) {
	s := openWindow(t)
	s.hearMany(400)
	far := s.heard("2020-03-10", "Ada", "Long ago.", nil)
	l := openLedger(s)
	s.press(key(fyne.Key1, ctrl))
	l.open(far.ID)
	s.settle()
	if first, end := l.list.rows.InSight(); l.list.rows.Selected() != 401 || end != 402 || first < 380 {
		t.Errorf("row %d is open, and %d to %d are in sight", l.list.rows.Selected(), first, end)
	}
	if l.detail.name.Text() != "Ada" {
		t.Errorf("beside the list stands %q", l.detail.name.Text())
	}
}

func TestGivenManyWindows_WhenAnotherIsRead_ThenThoseFarAwayAreForgotten(t *testing.T) {
	lines := ledgerLines{}
	for w := range 40 {
		lines[w] = []journal.FeedbackLine{}
		lines.forget(w)
	}
	if _, first := lines[0]; len(lines) != mostWindows || first || lines[39] == nil {
		t.Errorf("%d windows are kept, the first of them: %v", len(lines), first)
	}
}
