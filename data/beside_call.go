package data

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"time"
)

// call is the window's end of a command that it runs for a terminal.
type call struct {
	ctx  context.Context // of the command
	end  context.CancelCauseFunc
	conn net.Conn
	from *bufio.Reader

	gone    chan struct{} // closed when nothing comes from the terminal any more
	written chan string   // what the terminal answers to output
	came    chan frame    // what it answers when it is asked for input

	saying sync.Mutex
}

type frame struct {
	kind    byte
	content []byte
}

// listenTo begins to listen to a terminal.
func listenTo(life context.Context, conn net.Conn, from *bufio.Reader) *call {
	t := &call{conn: conn, from: from, gone: make(chan struct{}), written: make(chan string, 1), came: make(chan frame, 1)}
	t.ctx, t.end = context.WithCancelCause(life)
	go t.listen()
	return t
}

// hangUp ends the call and waits until nothing of it is left.
func (t *call) hangUp() {
	t.end(context.Canceled)
	_ = t.conn.Close() // all is said
	<-t.gone
}

// listen takes what the terminal says until it has gone or says what nobody
// asked for.
func (t *call) listen() {
	defer close(t.gone)
	defer t.end(context.Canceled)
	for {
		kind, content, err := readFrame(t.from, portionOf)
		if err != nil {
			return
		}
		taken := false
		switch kind {
		case sayStop:
			t.end(context.Canceled)
			taken = true
		case sayWritten:
			taken = offer(t.written, string(content))
		case sayInput, sayEnd, sayFailed:
			taken = offer(t.came, frame{kind, content})
		}
		if !taken {
			return
		}
	}
}

// offer hands something over where there is room for it.
func offer[T any](to chan T, what T) bool {
	select {
	case to <- what:
		return true
	default:
		return false
	}
}

// say says something; a terminal that does not take it is not waited for.
func (t *call) say(kind byte, content []byte) error {
	t.saying.Lock()
	defer t.saying.Unlock()
	if err := t.conn.SetWriteDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	return writeFrame(t.conn, kind, content)
}

// errHungUp says that the terminal has gone.
var errHungUp = errors.New("the terminal has gone")

// await waits for an answer of the terminal: for as long as its user likes, who
// may be reading it page by page; but once the command is to stop, only for a
// moment.
func await[T any](t *call, answers <-chan T) (answer T, err error) {
	stopped := t.ctx.Done()
	var late <-chan time.Time
	for {
		select {
		case answer := <-answers:
			return answer, nil
		case <-t.gone:
			return answer, errHungUp
		case <-stopped:
			stopped, late = nil, time.After(patience)
		case <-late:
			return answer, fmt.Errorf("%w: it does not answer", errHungUp)
		}
	}
}

// stream is standard output or standard error of a command.
type stream struct {
	t    *call
	kind byte
}

func (t *call) output(kind byte) *stream { return &stream{t: t, kind: kind} }

// Write hands bytes to the terminal and waits until it has written them.
func (s *stream) Write(p []byte) (n int, err error) {
	for n < len(p) {
		some := p[n:min(n+portionOf, len(p))]
		if err := s.t.say(s.kind, some); err != nil {
			return n, err
		}
		failed, err := await(s.t, s.t.written)
		if err != nil {
			return n, err
		}
		if failed != "" {
			return n, errors.New(failed)
		}
		n += len(some)
	}
	return n, nil
}

// input is the standard input of a command.
type input struct {
	t    *call
	rest []byte
	over error
}

func (t *call) input() *input { return &input{t: t} }

// Read asks the terminal for what it reads.
func (in *input) Read(p []byte) (int, error) {
	if len(in.rest) == 0 && in.over == nil {
		in.over = in.ask()
	}
	if len(in.rest) == 0 {
		return 0, in.over
	}
	n := copy(p, in.rest)
	in.rest = in.rest[n:]
	return n, nil
}

func (in *input) ask() error {
	if err := in.t.ctx.Err(); err != nil {
		return err // nobody types on
	}
	if err := in.t.say(sayRead, nil); err != nil {
		return err
	}
	select {
	case came := <-in.t.came:
		switch came.kind {
		case sayInput:
			in.rest = came.content
			return nil
		case sayEnd:
			return io.EOF
		}
		return errors.New(strings.ToValidUTF8(string(came.content), "?"))
	case <-in.t.ctx.Done():
		return in.t.ctx.Err()
	}
}
