package data

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What a terminal and a window say to each other while a command runs, each
// in a frame: one letter, the length of what follows as four bytes, the highest
// first, and that. The window asks, and the terminal answers.
//
// The window says:
const (
	sayOutput = 'o' // write this to standard output; answered by sayWritten
	sayErrors = 'e' // write this to standard error; answered by sayWritten
	sayRead   = 'i' // read standard input once; answered by sayInput, sayEnd or sayFailed
	sayExit   = 'x' // the command is over with this exit code, one byte; the last word
	sayLocked = 'l' // no journal is open here; nothing was run; the last word
)

// The terminal says:
const (
	sayCommand = 'r' // run this command, a request; the first word
	sayWritten = 'k' // written; with a text: not written, and why
	sayInput   = 'd' // some of standard input
	sayEnd     = 'z' // standard input is at its end
	sayFailed  = 'f' // standard input cannot be read, and why
	sayStop    = 's' // stop the command; said at any time
)

const (
	// portionOf is the most bytes of a stream that one frame holds.
	portionOf = 64 << 10
	// largestRequest is the most bytes of a command that is to be run: more
	// than systems allow on a command line.
	largestRequest = 8 << 20
	frameHead      = 5
)

// errFrame says that the other end does not speak as agreed.
var errFrame = errors.New("the other end does not speak as agreed")

// writeFrame writes a frame at once.
func writeFrame(to io.Writer, kind byte, content []byte) error {
	if len(content) > largestRequest {
		return fmt.Errorf("%w: %d bytes where %d may be", errFrame, len(content), largestRequest)
	}
	frame := binary.BigEndian.AppendUint32([]byte{kind}, uint32(len(content))) // #nosec G115 -- at most largestRequest
	if _, err := to.Write(append(frame, content...)); err != nil {
		return fmt.Errorf("speak: %w", err)
	}
	return nil
}

// readFrame reads a frame that holds at most so many bytes. What is too long is
// an errFrame, and nothing is kept ready for it.
func readFrame(from io.Reader, most uint32) (kind byte, content []byte, err error) {
	var head [frameHead]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return 0, nil, fmt.Errorf("listen: %w", err)
	}
	length := binary.BigEndian.Uint32(head[1:])
	if length > most {
		return 0, nil, fmt.Errorf("%w: %d bytes where %d may be", errFrame, length, most)
	}
	content = make([]byte, length)
	if _, err := io.ReadFull(from, content); err != nil {
		return 0, nil, fmt.Errorf("listen: %w", err)
	}
	return head[0], content, nil
}
