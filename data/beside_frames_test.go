package data

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
)

func TestAFrameComesBackAsItWasHoweverItArrives(t *testing.T) {
	var wire bytes.Buffer
	for _, text := range []string{"", "x", strings.Repeat("é", 1000)} {
		if err := writeFrame(&wire, sayInput, []byte(text)); err != nil {
			t.Fatal(err)
		}
		kind, content, err := readFrame(iotest.OneByteReader(&wire), portionOf)
		if err != nil || kind != sayInput || string(content) != text {
			t.Errorf("%d bytes came back as %q with %d bytes, %v", len(text), kind, len(content), err)
		}
	}
}

func TestAFrameThatIsTooLongIsRefusedBeforeItIsRead(t *testing.T) {
	head := []byte{sayOutput, 0, 0, 0, 5}
	if _, _, err := readFrame(bytes.NewReader(head), 4); !errors.Is(err, errFrame) {
		t.Errorf("a frame of 5 bytes where 4 may be: %v", err)
	}
	if err := writeFrame(&bytes.Buffer{}, sayCommand, make([]byte, largestRequest+1)); !errors.Is(err, errFrame) {
		t.Errorf("it is written all the same: %v", err)
	}
}

// FuzzFrame: whatever somebody sends, a frame is read or refused, and holds no
// more than it may.
func FuzzFrame(f *testing.F) {
	f.Add([]byte{sayCommand, 0, 0, 0, 2, '{', '}'})
	f.Add([]byte{sayOutput, 0xff, 0xff, 0xff, 0xff})
	f.Add([]byte("show\n"))
	f.Fuzz(func(t *testing.T, sent []byte) {
		kind, content, err := readFrame(bytes.NewReader(sent), 64)
		if err != nil {
			return
		}
		var again bytes.Buffer
		if err := writeFrame(&again, kind, content); err != nil || len(content) > 64 || !bytes.HasPrefix(sent, again.Bytes()) {
			t.Errorf("%x was read as %q %x (%v)", sent, kind, content, err)
		}
	})
}
