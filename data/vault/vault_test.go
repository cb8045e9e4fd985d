package vault

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// quickWork is the work of a passphrase in tests.
const quickWork = 2

func newKeys(t testing.TB) (*Keys, journal.RecoveryKey) {
	t.Helper()
	sheet, err := journal.NewRecoveryKey()
	if err != nil {
		t.Fatal(err)
	}
	k, err := NewKeys(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return k, sheet
}

func locked(t testing.TB, k *Keys, passphrase string) []byte {
	t.Helper()
	file, err := k.LockWithPassphrase(passphrase, quickWork)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func sealed(t testing.TB, k *Keys, content string) []byte {
	t.Helper()
	var file bytes.Buffer
	w, err := k.Seal(&file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(w, content)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func open(k *Keys, file []byte) (string, error) {
	r, err := k.Open(bytes.NewReader(file))
	if err != nil {
		return "", err
	}
	content, err := io.ReadAll(r)
	return string(content), err
}

func TestARecoveryKeyIsASecretKeyOfAge(t *testing.T) {
	_, sheet := newKeys(t)
	if own, err := age.ParseX25519Identity(string(sheet)); err != nil || own.String() != string(sheet) {
		t.Errorf("age does not take ours: %v", err)
	}
	theirs, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := journal.ReadRecoveryKey(theirs.String()); err != nil || string(got) != theirs.String() {
		t.Errorf("we read theirs as %q, %v", got, err)
	}
}

func TestKeysComeBackWithThePassphraseAndWithTheSheet(t *testing.T) {
	k, sheet := newKeys(t)
	for _, passphrase := range []string{
		"a", "with  spaces ", "\U0001f511\U0001f3f4\u200d\u2620\ufe0f", strings.Repeat("two hundred ", 17), "Cafe\u0301", "\x00\xff",
	} {
		back, err := Unlock(locked(t, k, passphrase), passphrase)
		if err != nil || !back.Same(k) {
			t.Errorf("%q: %v", passphrase, err)
		}
	}
	if back, err := Unlock(locked(t, k, "Cafe\u0301"), "Caf\u00e9"); err != nil || !back.Same(k) {
		t.Errorf("a composed accent: %v", err)
	}
	file, err := k.LockWithRecovery()
	if err != nil {
		t.Fatal(err)
	}
	if back, err := Recover(file, sheet); err != nil || !back.Same(k) {
		t.Errorf("with the sheet: %v", err)
	}
}

func TestAnotherSecretIsRefusedAsSuch(t *testing.T) {
	k, _ := newKeys(t)
	other, otherSheet := newKeys(t)
	file := locked(t, k, "right")
	for _, wrong := range []string{"wrong", "", "Right", "right "} {
		if _, err := Unlock(file, wrong); !errors.Is(err, journal.ErrWrongPassphrase) || !errors.Is(err, journal.ErrLocked) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	recovery, err := k.LockWithRecovery()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Recover(recovery, otherSheet); !errors.Is(err, journal.ErrWrongPassphrase) {
		t.Errorf("another sheet: %v", err)
	}
	if _, err := Recover(recovery, "AGE-SECRET-KEY-1"); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("no key: %v", err)
	}
	if _, err := k.LockWithPassphrase("", quickWork); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("no passphrase: %v", err)
	}
	if _, err := open(other, sealed(t, k, "text")); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("a file of another journal: %v", err)
	}
}

// anyLength is a length around the 64 KiB that age seals at once.
func anyLength(t *rapid.T) int {
	return max(0, rapid.SampledFrom([]int{0, 1, 100, 64 << 10, 128 << 10}).Draw(t, "about")+rapid.IntRange(-2, 2).Draw(t, "more"))
}

func TestWhatIsSealedOpensWhole(t *testing.T) {
	k, _ := newKeys(t)
	rapid.Check(t, func(r *rapid.T) {
		content := strings.Repeat("x", anyLength(r))
		file := sealed(t, k, content)
		if got, err := open(k, file); err != nil || got != content {
			r.Fatalf("%d bytes open as %d, %v", len(content), len(got), err)
		}
		at, size, err := k.OpenAt(bytes.NewReader(file), int64(len(file)))
		if err != nil || size != int64(len(content)) {
			r.Fatalf("%d bytes open as %d, %v", len(content), size, err)
		}
		got, err := io.ReadAll(io.NewSectionReader(at, 0, size))
		if err != nil || string(got) != content {
			r.Fatalf("%d bytes read as %d, %v", len(content), len(got), err)
		}
	})
}

// TestNothingThatWasChangedOpens: neither a sealed file nor a file of keys,
// wherever it was changed, cut or grew.
func TestNothingThatWasChangedOpens(t *testing.T) {
	k, sheet := newKeys(t)
	recovery, err := k.LockWithRecovery()
	if err != nil {
		t.Fatal(err)
	}
	files := [][]byte{sealed(t, k, strings.Repeat("secret", 20_000)), sealed(t, k, "little"), locked(t, k, "x"), recovery}
	rapid.Check(t, func(r *rapid.T) {
		which := rapid.IntRange(0, len(files)-1).Draw(r, "file")
		whole := files[which]
		file := slices.Clone(whole)
		at := rapid.IntRange(0, len(file)-1).Draw(r, "at")
		switch rapid.IntRange(0, 3).Draw(r, "how") {
		case 0:
			file[at] ^= 1 << rapid.IntRange(0, 7).Draw(r, "bit")
		case 1:
			file = file[:at]
		case 2:
			file = append(file, rapid.Byte().Draw(r, "more"))
		case 3:
			for i := at; i < min(len(file), at+len(file)/2); i++ {
				file[i] = byte(i * 31)
			}
		}
		if bytes.Equal(file, whole) {
			return
		}
		var err error
		switch which {
		case 2:
			_, err = Unlock(file, "x")
		case 3:
			_, err = Recover(file, sheet)
		default:
			_, err = open(k, file)
		}
		if !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrWrongPassphrase) {
			r.Fatalf("it opens, or not as it should: %v", err)
		}
		if which < 2 {
			readAllAt(r, k, file)
		}
	})
}

// readAllAt reads a changed file at all its places.
func readAllAt(t *rapid.T, k *Keys, file []byte) {
	at, size, err := k.OpenAt(bytes.NewReader(file), int64(len(file)))
	if err == nil {
		_, err = io.ReadAll(io.NewSectionReader(at, 0, size))
	}
	if !errors.Is(err, journal.ErrDamaged) {
		t.Fatalf("it opens, or not as it should: %v", err)
	}
}

func TestAnErrorOfTheDiskIsNoDamage(t *testing.T) {
	k, _ := newKeys(t)
	file := sealed(t, k, strings.Repeat("x", 200_000))
	broken := errors.New("the disk is gone")
	for _, at := range []int{0, 10, 300, 70_000, len(file)} {
		r, err := k.Open(io.MultiReader(bytes.NewReader(file[:at]), iotest.ErrReader(broken)))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !errors.Is(err, broken) || errors.Is(err, journal.ErrDamaged) {
			t.Errorf("at %d: %v", at, err)
		}
	}
}

func TestNamesSayNothingAndStay(t *testing.T) {
	k, _ := newKeys(t)
	other, _ := newKeys(t)
	back, err := Unlock(locked(t, k, "x"), "x")
	if err != nil {
		t.Fatal(err)
	}
	if k.Name("a") != back.Name("a") || k.Name("a") == k.Name("b") || k.Name("a") == other.Name("a") || len(k.Name("a")) != 64 {
		t.Errorf("%s, %s, %s, %s", k.Name("a"), back.Name("a"), k.Name("b"), other.Name("a"))
	}
}

// TestTheAgeProgramOpensOurFiles with the key and with the sheet.
func TestTheAgeProgramOpensOurFiles(t *testing.T) {
	program, err := exec.LookPath("age")
	if err != nil {
		t.Fatal("age is not installed: tools/system.sh test does that")
	}
	k, sheet := newKeys(t)
	folder := t.TempDir()
	file := filepath.Join(folder, "file.age")
	if err := os.WriteFile(file, sealed(t, k, "text"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]string{"the journal's key": k.own.String(), "the sheet": string(sheet)} {
		identity := filepath.Join(folder, "key.txt")
		if err := os.WriteFile(identity, []byte(key+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), program, "-d", "-i", identity, file).Output()
		if err != nil || string(out) != "text" {
			t.Errorf("with %s: %q, %v", name, out, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	k, sheet := newKeys(f)
	f.Add(sealed(f, k, "text"))
	f.Add(locked(f, k, "x"))
	f.Add([]byte("age-encryption.org/v1\n-> X25519 a\nb\n--- c\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		for what, try := range map[string]func() error{
			"unlock":  func() error { _, err := Recover(file, sheet); return err },
			"open":    func() error { _, err := open(k, file); return err },
			"open at": func() error { _, _, err := k.OpenAt(bytes.NewReader(file), int64(len(file))); return err },
		} {
			if err := try(); err != nil && !errors.Is(err, journal.ErrDamaged) && !errors.Is(err, journal.ErrLocked) {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}

func BenchmarkUnlock(b *testing.B) {
	k, _ := newKeys(b)
	for _, work := range []int{15, 16, DefaultWork, 18} {
		b.Run(string(rune('0'+work/10))+string(rune('0'+work%10)), func(b *testing.B) {
			file, err := k.LockWithPassphrase("x", work)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := Unlock(file, "x"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
