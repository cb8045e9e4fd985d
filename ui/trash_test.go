package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// fullTrash opens the trash with one thing of each sort in it, the entry last.
func fullTrash(t *testing.T) (*stage, *trash) {
	t.Helper()
	s := openWindow(t)
	ctx := t.Context()
	s.drop(s.put("notes.txt", "the notes"))
	s.typeText("kept")
	s.save()
	s.fileChips()[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	s.save()
	lena, err := s.journal.SavePerson(ctx, journal.Person{Name: "Lena", Notes: "Likes numbers."})
	s.must(err)
	x, err := s.journal.SaveExpectation(ctx, journal.Expectation{Name: "Grows people", Text: "Who grew?"})
	s.must(err)
	q, err := s.journal.AddOwnPrompt(ctx, journal.OwnPrompt{Text: "What now?"})
	s.must(err)
	p, err := s.journal.SavePack(ctx, journal.Pack{Title: "For Lena", Audience: "manager"})
	s.must(err)
	e := s.add(journal.Entry{Title: "A secret", Body: "of mine", Private: true, Day: dayOf(t, "2026-03-11")})
	_, err = s.journal.RemovePerson(ctx, lena.ID)
	s.must(err)
	s.must(s.journal.RemoveExpectation(ctx, x.ID))
	_, err = s.journal.RemoveOwnPrompt(ctx, q.ID)
	s.must(err)
	_, err = s.journal.RemovePack(ctx, p.ID)
	s.must(err)
	s.must(s.journal.RemoveEntry(ctx, e.ID))
	s.frame.trash.goTrash()
	s.settle()
	return s, s.frame.trash
}

func (s *stage) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// lying is what the page lists.
func (t *trash) lying() (all []string) {
	for i := range t.list.shown.things {
		item := t.list.shown.item(i)
		mark := ""
		if item.Ticked {
			mark = " ✓"
		}
		all = append(all, item.Note+": "+item.Text+mark)
	}
	return all
}

func TestTheTrashListsEverythingThatWasDeleted(t *testing.T) {
	_, p := fullTrash(t)
	want := []string{
		"Reflection, private · today: A secret", "Evidence pack · today: For Lena", "Prompt · today: What now?",
		"Expectation · today: Grows people", "Person · today: Lena", "File · today: notes.txt",
	}
	if diff := cmp.Diff(want, p.lying()); diff != "" {
		t.Errorf("the list (-want +got):\n%s", diff)
	}
	if got := p.detail.about.Text(); got != "Reflection, private of 11 March, deleted today 21:04" || p.detail.title.Visible() {
		t.Errorf("beside it: %q, %q", p.detail.title.Text(), got)
	}
	if got := p.detail.prose.AccessibilityLabel(); !strings.Contains(got, "of mine") {
		t.Errorf("to be read: %q", got)
	}
}

func TestEachThingInTheTrashIsShownAndPutBackWhereItBelongs(t *testing.T) {
	for what, c := range map[string]struct {
		says string
		on   func(s *stage) page
	}{
		journal.TrashedEntry:       {"of mine", func(s *stage) page { return s.today }},
		journal.TrashedAttachment:  {"It was on “kept” of 12 March.", func(s *stage) page { return s.today }},
		journal.TrashedPerson:      {"Likes numbers.", func(s *stage) page { return s.frame.people }},
		journal.TrashedExpectation: {"Who grew?", func(s *stage) page { return s.frame.demands }},
		journal.TrashedPrompt:      {"What now?", func(s *stage) page { return s.frame.library }},
		journal.TrashedPack:        {"", func(s *stage) page { return s.frame.pack }},
	} {
		t.Run(what, func(t *testing.T) {
			s, p := fullTrash(t)
			p.narrow(what)
			s.settle()
			if len(p.list.shown.things) != 1 || !strings.Contains(p.detail.prose.AccessibilityLabel(), c.says) {
				t.Fatalf("the page lists %q and shows %q", p.lying(), p.detail.prose.AccessibilityLabel())
			}
			tap(t, p.detail.restore)
			s.settle()
			if s.current != c.on(s) || s.inTrash() != 5 {
				t.Errorf("%d are left in the trash, in sight is %T", s.inTrash(), s.current)
			}
		})
	}
}

func TestAFilePutBackIsOnItsEntryAgainAndWhatIsTypedThereStays(t *testing.T) {
	s, p := fullTrash(t)
	p.narrow(journal.TrashedAttachment)
	s.today.desk.draft.Edit(func(e *journal.Entry) { e.Body = "kept, and more" })
	tap(t, p.detail.restore)
	s.settle()
	s.save()
	e := s.only()
	if e.Body != "kept, and more" || len(e.Attachments) != 1 || !slices.Equal(s.chipWords(), []string{"notes.txt"}) {
		t.Errorf("the entry is %q with %v, the chips are %q", e.Body, e.Attachments, s.chipWords())
	}
}

func TestPrivateThingsInTheTrashAreHiddenWithTheOthers(t *testing.T) {
	s, p := fullTrash(t)
	s.press(key(fyne.KeyH, ctrl|shift))
	if got := strings.Join(p.lying(), " "); strings.Contains(got, "secret") || strings.Contains(words(s), "of mine") {
		t.Errorf("the page lists %q", got)
	}
	if got := p.list.hidden.Text(); got != "1 private thing is hidden." || !p.list.hidden.Visible() {
		t.Errorf("the page says %q", got)
	}
}

func TestSeveralThingsAreTickedAndPutBackTogether(t *testing.T) {
	s, p := fullTrash(t)
	for range 2 {
		p.list.rows.TypedRune(' ')
		p.list.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if got := p.detail.title.Text(); got != "2 things" {
		t.Errorf("beside the list: %q", got)
	}
	tap(t, p.detail.restore)
	s.settle()
	if s.inTrash() != 4 || s.current != page(p) || s.door.notice.Sentence() != "2 things are back." || len(p.ticked) != 0 {
		t.Errorf("%d are left, ticked %v", s.inTrash(), p.ticked)
	}
}

// button finds a button by its words in the panel that lies on top.
func (s *stage) button(words string) *parts.Button {
	s.t.Helper()
	for _, o := range laidOut(s.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*parts.Button); ok && b.Text() == words {
			return b
		}
	}
	s.t.Fatalf("no button says %q", words)
	return nil
}

func TestDeletingForGoodNamesTheBackupsThatStillHoldIt(t *testing.T) {
	s := openWindow(t)
	e := s.add(journal.Entry{Title: "Gone soon", Body: "x"})
	if _, err := s.home.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	s.must(s.journal.RemoveEntry(t.Context(), e.ID))
	p := s.frame.trash
	p.goTrash()
	s.settle()
	tap(t, p.detail.forGood)
	s.settle()
	got := words(s)
	for _, want := range []string{"Delete “Gone soon” for good?", "1 backup still holds it:", "by-hand.tar", "delete these files by hand"} {
		if !strings.Contains(got, want) {
			t.Errorf("the panel says %q, not %q", got, want)
		}
	}
	tap(t, s.button("Delete for good"))
	s.settle()
	if s.inTrash() != 0 || s.door.notice.Sentence() != "“Gone soon” is deleted for good." {
		t.Errorf("%d are left", s.inTrash())
	}
}

func TestTheTrashIsEmptiedOnlyAfterAQuestion(t *testing.T) {
	s, p := fullTrash(t)
	s.press(key(fyne.KeyH, ctrl|shift))
	tap(t, p.list.wipe)
	s.settle()
	if got := words(s); !strings.Contains(got, "Empty the trash? 6 things will be gone.") || !strings.Contains(got, "1 of them is private") ||
		!strings.Contains(got, "No backup that can be read holds it.") {
		t.Errorf("the panel says %q", got)
	}
	tap(t, s.button("Keep"))
	if s.settle(); s.inTrash() != 6 {
		t.Fatalf("%d are left", s.inTrash())
	}
	tap(t, p.list.wipe)
	tap(t, s.button("Empty trash"))
	if s.settle(); s.inTrash() != 0 || !p.list.empty.Visible() || !strings.HasPrefix(p.list.empty.Text(), "The trash is empty. Ctrl Shift Delete puts") {
		t.Errorf("%d are left, the page says %q", s.inTrash(), p.list.empty.Text())
	}
}

func TestTheTrashIsEmptiedByItselfWhenTheWriterWantsIt(t *testing.T) {
	s, p := fullTrash(t)
	if got := p.list.days.Selected(); got != "0" {
		t.Errorf("by default it says %q", got)
	}
	s.pass(31 * 24 * time.Hour)
	s.tidy()
	s.settle()
	if s.inTrash() != 6 {
		t.Fatalf("by default %d are left", s.inTrash())
	}
	p.list.setDays("30")
	s.settle()
	s.tidy()
	s.settle()
	if s.inTrash() != 0 {
		t.Errorf("%d are left", s.inTrash())
	}
}

func TestATrashThatCannotBeReadSaysSo(t *testing.T) {
	s := openWindow(t)
	p := s.frame.trash
	p.centre()
	p.failed(journal.ErrDamaged)
	if s.door.notice == nil || p.list.empty.Text() != "The trash could not be read just now. Everything is still in it." {
		t.Errorf("the page says %q", p.list.empty.Text())
	}
	p.load()
	s.settle()
	if s.door.notice != nil || !strings.HasPrefix(p.list.empty.Text(), "The trash is empty. Ctrl Shift Delete puts") {
		t.Errorf("then the page says %q", p.list.empty.Text())
	}
}
