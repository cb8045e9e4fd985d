package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// equal compares things of a journal: instants by moment and offset, and a
// list without items like no list.
var equal = []cmp.Option{
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b time.Time) bool {
		_, x := a.Zone()
		_, y := b.Zone()
		return a.Equal(b) && x == y
	}),
}

func newHome(t testing.TB) *Home {
	t.Helper()
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	h.poll = 5 * time.Millisecond
	if onProtected() {
		makeProtected(t, h)
	}
	return h
}

// onProtected says that the tests of the store run on protected journals; see
// TestAProtectedStoreKeepsTheRulesOfAPlainOne.
func onProtected() bool { return os.Getenv(childProtected) == "1" }

// passphrase opens the protected journals of the tests.
const passphrase = "one newt, two owls"

// makeProtected makes an empty protected journal in a place.
func makeProtected(t testing.TB, h *Home) journal.RecoveryKey {
	t.Helper()
	sheet, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	h.work = 2
	if err := h.prepareFolder(); err != nil {
		t.Fatal(err)
	}
	if err := h.createProtected(t.Context(), journal.Protection{Passphrase: passphrase, RecoveryKey: sheet}); err != nil {
		t.Fatal(err)
	}
	return sheet
}

// protectedHome is a home with an empty protected journal.
func protectedHome(t testing.TB) *Home {
	t.Helper()
	h := NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	h.poll = 5 * time.Millisecond
	makeProtected(t, h)
	return h
}

// openHome opens a second store where there may be one.
func openHome(t testing.TB, h *Home) *Store {
	t.Helper()
	s, err := h.Open(t.Context())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s.(*Store)
}

func newStore(t testing.TB) *Store {
	t.Helper()
	return openHome(t, newHome(t))
}

func apply(t testing.TB, s journal.Store, c journal.Changes) {
	t.Helper()
	if err := s.Apply(t.Context(), c); err != nil {
		t.Fatalf("apply: %v", err)
	}
}

// testID makes a UUID out of a number.
func testID(n int) journal.ID {
	return journal.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n))
}

// written makes a plain entry; its number sets its id, day and instant.
func written(n int, title, body string) journal.Entry {
	at := time.Date(2026, 11, 20, 21, 4, 0, 123e6, time.FixedZone("", 3600)).AddDate(0, 0, -n)
	return journal.Entry{
		ID: testID(n), Kind: journal.Reflection, Day: journal.DayOf(at), Precision: journal.ExactDay,
		Created: at, Updated: at, Title: title, Body: body,
	}
}

func day(t testing.TB, text string) journal.Day {
	t.Helper()
	d, err := journal.ReadDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// eventually waits until ok holds; the test fails when it never does.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-ctx.Done():
			t.Fatalf("it never happened: %s", what)
		case <-tick.C:
		}
	}
}

// template makes an empty journal to be copied: that is quicker than to make a
// new one for each run of a property.
func template(t testing.TB) string {
	t.Helper()
	h := newHome(t)
	if err := openHome(t, h).Close(); err != nil {
		t.Fatal(err)
	}
	if onProtected() {
		return h.folder
	}
	return h.file()
}

// freshStore opens a copy of a template for one run of a property.
func freshStore(t *rapid.T, template string) (s *Store, closeStore func()) {
	folder, err := os.MkdirTemp("", "groundwork-property-")
	if err != nil {
		t.Fatal(err)
	}
	h := NewHome(folder, Options{})
	if onProtected() {
		err = os.CopyFS(folder, os.DirFS(template))
		if err == nil {
			err = h.Unlock(context.Background(), passphrase)
		}
	} else {
		var empty []byte
		if empty, err = os.ReadFile(template); err == nil {
			err = os.WriteFile(h.file(), empty, 0o600)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	opened, err := h.Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return opened.(*Store), func() {
		if err := errors.Join(opened.Close(), os.RemoveAll(folder)); err != nil {
			t.Fatal(err)
		}
	}
}

// expect compares in a plain test.
func expect[T any](t testing.TB, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got, equal...); diff != "" {
		t.Errorf("%s: want -, got +:\n%s", what, diff)
	}
}
