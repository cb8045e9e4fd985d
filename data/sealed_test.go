package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// copyOf opens the files of a protected journal as they lie there this moment,
// as if the computer had gone off.
func copyOf(t testing.TB, h *Home) *Home {
	t.Helper()
	c := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	if err := os.CopyFS(c.folder, os.DirFS(h.folder)); err != nil {
		t.Fatal(err)
	}
	if err := c.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	return c
}

func waiting(t testing.TB, h *Home) int {
	t.Helper()
	all, err := listSaves(h.folder)
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func body(t testing.TB, s journal.Store, n int) string {
	t.Helper()
	e, err := s.Entry(t.Context(), testID(n))
	if err != nil {
		t.Fatal(err)
	}
	return e.Body
}

func addEntry(t testing.TB, s journal.Store, n int, text string) {
	t.Helper()
	apply(t, s, journal.Changes{Entries: []journal.Entry{written(n, "", text)}})
}

func TestAProtectedJournalOpensWithItsPassphraseAlone(t *testing.T) {
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	sheet := makeProtected(t, h)
	locked := NewHome(h.folder, Options{})
	if condition, err := locked.Inspect(t.Context()); condition != journal.Protected || err != nil {
		t.Errorf("Inspect: %v, %v", condition, err)
	}
	if _, err := locked.Open(t.Context()); !errors.Is(err, journal.ErrNeedsPassphrase) || !errors.Is(err, journal.ErrLocked) {
		t.Errorf("Open without a passphrase: %v", err)
	}
	if err := locked.Unlock(t.Context(), "another"); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("another passphrase: %v", err)
	}
	if _, err := locked.Open(t.Context()); !errors.Is(err, journal.ErrNeedsPassphrase) {
		t.Errorf("Open after another passphrase: %v", err)
	}
	for _, secret := range []string{passphrase, string(sheet), strings.ToLower(strings.Join(sheet.Groups(), " "))} {
		again := NewHome(h.folder, Options{})
		if err := again.Unlock(t.Context(), secret); err != nil {
			t.Fatal(err)
		}
		if err := openHome(t, again).Close(); err != nil {
			t.Error(err)
		}
	}
	if err := closedJournal(t).Unlock(t.Context(), passphrase); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("a plain journal: %v", err)
	}
}

func TestAProtectedJournalIsHeldAlone(t *testing.T) {
	h := protectedHome(t)
	openHome(t, h)
	other := NewHome(h.folder, Options{})
	other.wait = 0
	if err := other.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Open(t.Context()); !errors.Is(err, journal.ErrLocked) || errors.Is(err, journal.ErrNeedsPassphrase) {
		t.Errorf("a second one opens it: %v", err)
	}
}

func TestASaveIsOnTheDiskBeforeItIsAcknowledged(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	for n := 1; n <= 3; n++ {
		addEntry(t, s, n, fmt.Sprint("body ", n))
		c := copyOf(t, h)
		if got := waiting(t, c); got != n {
			t.Errorf("%d saves wait, not %d", got, n)
		}
		if got := body(t, openHome(t, c), n); got != fmt.Sprint("body ", n) {
			t.Errorf("entry %d holds %q", n, got)
		}
	}
}

func TestAPauseBringsTheSavesIntoTheFile(t *testing.T) {
	h := protectedHome(t)
	h.limits.pause = time.Millisecond
	s := openHome(t, h)
	addEntry(t, s, 1, "body")
	eventually(t, "the file holds it", func() bool { return waiting(t, h) == 0 })
	if got := body(t, openHome(t, copyOf(t, h)), 1); got != "body" {
		t.Errorf("it holds %q", got)
	}
}

func TestManySavesAreBroughtIntoTheFileWithoutAPause(t *testing.T) {
	for name, limits := range map[string]restLimits{
		"many":  {pause: time.Hour, saves: 3, bytes: 1 << 30},
		"large": {pause: time.Hour, saves: 1 << 30, bytes: 2000},
	} {
		t.Run(name, func(t *testing.T) {
			h := protectedHome(t)
			h.limits = limits
			s := openHome(t, h)
			for n := 1; n <= 3; n++ {
				addEntry(t, s, n, strings.Repeat("body ", 100))
			}
			eventually(t, "the file holds them", func() bool { return waiting(t, h) == 0 })
		})
	}
}

func TestClosingBringsTheSavesIntoTheFile(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	addEntry(t, s, 1, "body")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := waiting(t, h); got != 0 {
		t.Errorf("%d saves wait", got)
	}
	if got := body(t, openHome(t, h), 1); got != "body" {
		t.Errorf("it holds %q", got)
	}
}

func TestASaveEndsTheImageThatIsReadInOneGo(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	addEntry(t, s, 1, "one")
	before := snapshot(t, h.folder)[sealedIn(h.folder)]
	err := s.image(t.Context(), func(ctx context.Context, w io.Writer) (int64, error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		s.sealed.setYield(cancel)
		addEntry(t, s, 2, "two")
		return 0, ctx.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the image goes on: %v", err)
	}
	if snapshot(t, h.folder)[sealedIn(h.folder)] != before || waiting(t, h) != 2 {
		t.Error("the file was changed")
	}
	if left, _ := filepath.Glob(filepath.Join(h.folder, comingPrefix+"*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestSavesGoOnWhileTheDatabaseIsCopied and what is saved in the middle of it
// is in the file, or still beside it.
func TestSavesGoOnWhileTheDatabaseIsCopied(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	for n := 1; n <= 20; n++ {
		addEntry(t, s, n, strings.Repeat(fmt.Sprint("long body ", n), 20_000))
	}
	steps := 0
	s.reached = func(at step) {
		if at == "pages copied" {
			steps++
			addEntry(t, s, 100+steps, fmt.Sprint("meanwhile ", steps))
		}
	}
	if err := s.image(t.Context(), s.imageBySteps); err != nil {
		t.Fatal(err)
	}
	s.reached = nil
	if steps < 5 {
		t.Fatalf("it was copied in %d steps", steps)
	}
	if got := waiting(t, h); got != 1 { // the one after the last step
		t.Errorf("%d saves wait", got)
	}
	c := openHome(t, copyOf(t, h))
	for n := 1; n <= steps; n++ {
		if got := body(t, c, 100+n); got != fmt.Sprint("meanwhile ", n) {
			t.Errorf("what was saved after step %d is %q", n, got)
		}
	}
	if problems, err := c.check(t.Context(), c.insights()...); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

// TestASaveThatTheDiskRefusesIsNone, neither in the open journal nor later.
func TestASaveThatTheDiskRefusesIsNone(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	addEntry(t, s, 1, "one")
	if err := os.Rename(pendingIn(h.folder), pendingIn(h.folder)+"-away"); err != nil {
		t.Fatal(err)
	}
	write(t, pendingIn(h.folder), "a file in the place of the folder")
	if err := s.Apply(t.Context(), journal.Changes{Entries: []journal.Entry{written(2, "", "two")}}); err == nil {
		t.Error("it was acknowledged")
	}
	if _, err := s.Entry(t.Context(), testID(2)); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("it is there all the same: %v", err)
	}
	if err := errors.Join(os.Remove(pendingIn(h.folder)), os.Rename(pendingIn(h.folder)+"-away", pendingIn(h.folder))); err != nil {
		t.Fatal(err)
	}
	addEntry(t, s, 3, "three")
	c := openHome(t, copyOf(t, h))
	if got := body(t, c, 1) + body(t, c, 3); got != "onethree" {
		t.Errorf("it holds %q", got)
	}
}

// TestASaveThatWasCalledOffIsNone.
func TestASaveThatWasCalledOffIsNone(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Apply(ctx, journal.Changes{Entries: []journal.Entry{written(1, "", "one")}}); !errors.Is(err, context.Canceled) {
		t.Errorf("it was not called off: %v", err)
	}
	addEntry(t, s, 2, "two")
	if got := body(t, openHome(t, copyOf(t, h)), 2); got != "two" || waiting(t, h) != 1 {
		t.Errorf("%q, %d saves", got, waiting(t, h))
	}
}

// TestWhatIsGoneForGoodIsInNoFile of a protected journal either, for its owner
// can read them all.
func TestWhatIsGoneForGoodIsInNoFile(t *testing.T) {
	h := protectedHome(t)
	s := openHome(t, h)
	addEntry(t, s, 1, "quokka")
	e, err := s.Entry(t.Context(), testID(1))
	if err != nil {
		t.Fatal(err)
	}
	content, err := jsonText(e)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, journal.Changes{
		RemoveEntries: []journal.ID{e.ID},
		Trash:         []journal.Trashed{{ID: e.ID, What: journal.TrashedEntry, Deleted: e.Created, Content: []byte(content)}},
	})
	apply(t, s, journal.Changes{Forget: []journal.ID{e.ID}})
	if got := waiting(t, h); got != 1 { // that no traces are left
		t.Errorf("%d saves wait", got)
	}
	for _, file := range must(filepath.Glob(filepath.Join(h.folder, "pending", "*"))) {
		if save, err := readSealed(file, h.keys); err != nil || strings.Contains(string(save), "quokka") {
			t.Errorf("a save that waits holds it: %v", err)
		}
	}
	image, err := readSealed(sealedIn(h.folder), h.keys)
	if err != nil || strings.Contains(string(image), "quokka") {
		t.Errorf("the file holds it: %v", err)
	}
}

func TestTheNumbersOfSavesAreTheStoresOwn(t *testing.T) {
	s := openHome(t, protectedHome(t))
	addEntry(t, s, 1, "one")
	before, err := stampOf(t.Context(), s.readers)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, journal.Changes{Shown: map[string]journal.Day{"key": day(t, "2026-11-20")}})
	after, err := stampOf(t.Context(), s.readers)
	if err != nil || after != before {
		t.Errorf("the journal seems to hold something else: %v", err)
	}
	if settings, err := s.Settings(t.Context()); err != nil || settings[settingSaves] != "" {
		t.Errorf("settings: %v, %v", settings, err)
	}
}

// files lists the files of a journal, but those of locks.
func files(t testing.TB, folder string) (paths []string) {
	t.Helper()
	for path, content := range snapshot(t, folder) {
		if !strings.HasSuffix(path, "lock") && !strings.HasPrefix(content, "d") {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}

// sealedJournal leaves a closed journal whose last saves lie beside its file.
func sealedJournal(t testing.TB) *Home {
	t.Helper()
	h := protectedHome(t)
	s := openHome(t, h)
	keepText(t, s, "an attached file")
	e := written(1, "title", "body")
	e.Attachments = []journal.Attachment{{Name: "note.txt", SHA256: sumOf("an attached file")}}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if err := s.image(t.Context(), s.imageAtOnce); err != nil {
		t.Fatal(err)
	}
	for n := 2; n <= 4; n++ {
		addEntry(t, s, n, fmt.Sprint("body ", n))
	}
	return copyOf(t, h)
}

// opens tells what is wrong with a journal, if anything is.
func opens(h *Home) error {
	ctx := context.Background()
	if err := h.Unlock(ctx, passphrase); err != nil {
		return err
	}
	s, err := h.Open(ctx)
	if err != nil {
		return err
	}
	problems, err := s.(*Store).check(ctx, s.(*Store).checkTexts, s.(*Store).checkAttachments)
	if len(problems) > 0 {
		err = errors.Join(err, fmt.Errorf("%w: %v", journal.ErrDamaged, problems))
	}
	return errors.Join(err, s.Close())
}

func TestAFileThatIsNotWhatItWasIsNamed(t *testing.T) {
	whole := sealedJournal(t)
	pending := func(n int) string { return filepath.Join("pending", pendingName(int64(n))) }
	for name, test := range map[string]struct {
		do   func(folder string) error
		want string
	}{
		"nothing was done":      {func(string) error { return nil }, ""},
		"a save is gone":        {func(f string) error { return os.Remove(filepath.Join(f, pending(3))) }, pendingName(3)},
		"a save is cut":         {func(f string) error { return os.Truncate(filepath.Join(f, pending(3)), 200) }, pendingName(3)},
		"a save is empty":       {func(f string) error { return os.Truncate(filepath.Join(f, pending(3)), 0) }, pendingName(3)},
		"a save stands for two": {func(f string) error { return copyFile(f, pending(2), pending(3)) }, pendingName(3)},
		"saves changed places": {func(f string) error {
			return errors.Join(copyFile(f, pending(2), "x"), copyFile(f, pending(3), pending(2)), copyFile(f, "x", pending(3)))
		}, pendingName(2)},
		"the journal is a save":   {func(f string) error { return copyFile(f, pending(2), "journal.age") }, "journal.age"},
		"a save is the journal":   {func(f string) error { return copyFile(f, "journal.age", pending(2)) }, pendingName(2)},
		"the journal is cut":      {func(f string) error { return os.Truncate(filepath.Join(f, "journal.age"), 70_000) }, "journal.age"},
		"the journal is gone":     {func(f string) error { return os.Remove(filepath.Join(f, "journal.age")) }, "journal.age"},
		"the keys are gone":       {func(f string) error { return os.Remove(filepath.Join(f, "identity.age")) }, "identity.age"},
		"the keys are the others": {func(f string) error { return copyFile(f, "recovery.age", "identity.age") }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
			if err := os.CopyFS(h.folder, os.DirFS(whole.folder)); err != nil {
				t.Fatal(err)
			}
			if err := test.do(h.folder); err != nil {
				t.Fatal(err)
			}
			err := opens(h)
			switch {
			case name == "nothing was done":
				if err != nil {
					t.Error(err)
				}
			case !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrLocked), !strings.Contains(fmt.Sprint(err), test.want):
				t.Errorf("it says %v, and not what is wrong with %q", err, test.want)
			}
		})
	}
}

func copyFile(folder, from, to string) error {
	content, err := os.ReadFile(filepath.Join(folder, from))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, to), content, 0o600)
}

// TestNothingThatWasDamagedOpensAsGood, whichever file and wherever: half of it
// is something else.
func TestNothingThatWasDamagedOpensAsGood(t *testing.T) {
	whole := sealedJournal(t)
	names := files(t, whole.folder)
	if len(names) < 6 {
		t.Fatalf("there are only %v", names)
	}
	rapid.Check(t, func(rt *rapid.T) {
		folder, err := os.MkdirTemp("", "groundwork-property-")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(folder)
		if err := os.CopyFS(folder, os.DirFS(whole.folder)); err != nil {
			rt.Fatal(err)
		}
		relative, _ := filepath.Rel(whole.folder, rapid.SampledFrom(names).Draw(rt, "file"))
		if relative == recoveryName {
			return // it is not asked for the passphrase
		}
		content, err := os.ReadFile(filepath.Join(folder, relative))
		if err != nil {
			rt.Fatal(err)
		}
		half := len(content) / 2
		at := rapid.IntRange(0, len(content)-half).Draw(rt, "at")
		shift := rapid.ByteRange(1, 255).Draw(rt, "shift")
		for i := at; i < at+half; i++ {
			content[i] += shift
		}
		if err := os.WriteFile(filepath.Join(folder, relative), content, 0o600); err != nil {
			rt.Fatal(err)
		}
		if err := opens(NewHome(folder, Options{})); !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrLocked) {
			rt.Fatalf("with %s damaged: %v", relative, err)
		}
	})
}
