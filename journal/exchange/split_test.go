package exchange

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"groundwork/journal"
)

// endless gives the same bytes over and over.
type endless string

func (e endless) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], e)
	}
	return n, nil
}

func TestADocumentThatIsTooLongIsRefused(t *testing.T) {
	for _, c := range []struct{ first, rest string }{
		{"", " "}, {"", `{"body":"x"},`}, {"", `[`}, {`"`, `x`}, {"", `7`}, {`{"body":"`, `\"`},
	} {
		o := ownReader{ctx: context.Background()}
		o.split = newSplitter(io.MultiReader(strings.NewReader(`{"format":"groundwork-journal/1","entries":[`+c.first), endless(c.rest)))
		o.split.limit = 4 << 20
		err := o.document()
		if !errors.Is(err, journal.ErrInvalid) || !strings.Contains(err.Error(), "longer than Groundwork reads at once (4 MB)") &&
			!strings.Contains(err.Error(), "cannot be read") {
			t.Errorf("endless %q: %v", c.rest, err)
		}
		if cap(o.split.value) > 2*maxPiece {
			t.Errorf("endless %q: %d MB are held", c.rest, cap(o.split.value)>>20)
		}
	}
}

func TestSplitterReadsAnyPieceOfTheFile(t *testing.T) {
	const text = `{"format":"groundwork-journal/1","entries":[{"id":"a","day":"2026-01-01","body":"}]\"{ é"},{"id":"b","day":"2026-01-02","body":"x"}],"n":-1.5e3}`
	for name, r := range map[string]io.Reader{
		"byte by byte": iotest.OneByteReader(strings.NewReader(text)), "in halves": iotest.HalfReader(strings.NewReader(text)),
		"data with its end": iotest.DataErrReader(strings.NewReader(text)),
	} {
		in, err := ReadOwn(context.Background(), r)
		if err != nil || len(in.Contents.Entries) != 2 || in.Contents.Entries[0].Body != `}]"{ é` {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
	broken := errors.New("broken disk")
	for n := range len(text) {
		_, err := ReadOwn(context.Background(), io.MultiReader(strings.NewReader(text[:n]), iotest.ErrReader(broken)))
		if !errors.Is(err, broken) {
			t.Fatalf("a disk that breaks after %d bytes: %v", n, err)
		}
	}
}
