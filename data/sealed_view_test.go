package data

import (
	"errors"
	"io"
	"os"
	"testing"

	"groundwork/journal"
)

// failingAt is a disk that fails behind a place.
type failingAt struct {
	io.ReaderAt
	behind int64
	err    error
}

// ReadAt implements io.ReaderAt.
func (f failingAt) ReadAt(p []byte, off int64) (int, error) {
	if off >= f.behind && len(p) > 1000 { // the head and the end are read to begin with
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(p, off)
}

// viewed gives the file of a closed protected journal with an entry of many
// parts that are sealed one by one.
func viewed(t *testing.T) (h *Home, file *os.File, size int64) {
	t.Helper()
	h = protectedHome(t)
	s := openHome(t, h)
	apply(t, s, sample(300))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, size, err := openToRead(sealedIn(h.folder))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	if size < 4*viewedPart {
		t.Fatalf("it has only %d bytes", size)
	}
	return h, file, size
}

func TestASealedDatabaseIsReadWhereItLies(t *testing.T) {
	h, file, size := viewed(t)
	v, err := viewSealed(t.Context(), file, size, h.keys)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if problems, err := integrityProblems(t.Context(), v, integrity); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
	var n int
	if err := v.QueryRow(`SELECT count(*) FROM entries`).Scan(&n); err != nil || n != 300 {
		t.Errorf("%d entries, %v", n, err)
	}
	if _, err := v.Exec(`DELETE FROM entries`); err == nil {
		t.Error("it can be written to")
	}
}

func TestASealedDatabaseThatIsDamagedSaysSo(t *testing.T) {
	h, _, size := viewed(t)
	content, err := os.ReadFile(sealedIn(h.folder))
	if err != nil {
		t.Fatal(err)
	}
	content[size/2] ^= 1
	write(t, sealedIn(h.folder), string(content))
	file, size, err := openToRead(sealedIn(h.folder))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	v, err := viewSealed(t.Context(), file, size, h.keys)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	_, err = integrityProblems(t.Context(), v, integrity)
	if err = v.because(err); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("it says %v", err)
	}
}

func TestADiskThatFailsUnderASealedDatabaseIsNoDamageOfIt(t *testing.T) {
	h, file, size := viewed(t)
	broken := errors.New("the disk is gone")
	v, err := viewSealed(t.Context(), failingAt{file, size / 2, broken}, size, h.keys)
	if err == nil {
		_, err = integrityProblems(t.Context(), v, integrity)
		err = errors.Join(v.because(err), v.Close())
	}
	if !errors.Is(err, broken) || errors.Is(err, journal.ErrDamaged) {
		t.Errorf("it says %v", err)
	}
}
