package exchange

import (
	"errors"
	"fmt"
	"io"
)

// splitter cuts a JSON document into pieces without understanding them: it
// follows strings and brackets only. So a piece that is not valid JSON does
// not stop the others, and a document of any length is read piece by piece.
type splitter struct {
	r         io.Reader
	buf       []byte
	pos, end  int
	off       int64 // of buf in the document
	limit     int64 // of the document's length
	value     []byte
	maxValue  int
	maxNested int
}

// What a piece can be that is skipped whole.
var (
	errTooLong = errors.New("it is too long")
	errTooDeep = errors.New("it is nested too deeply")
)

func newSplitter(r io.Reader) *splitter {
	return &splitter{r: r, buf: make([]byte, 64<<10), limit: maxDocument, maxValue: maxPiece, maxNested: maxDepth}
}

// fill reads the next part of the document once the last one is used up.
func (s *splitter) fill() error {
	s.off += int64(s.end)
	s.pos, s.end = 0, 0
	if s.off >= s.limit {
		return tooLong(s.limit)
	}
	n, err := io.ReadAtLeast(s.r, s.buf, 1)
	s.end = n
	if err == io.EOF {
		return io.EOF
	}
	if n > 0 {
		return nil // an error that comes with data comes again
	}
	return err
}

func tooLong(limit int64) error {
	return wrong("This file is longer than Groundwork reads at once (%d MB). Split it into several files.", limit>>20)
}

// peek skips white space and gives the next byte without taking it.
func (s *splitter) peek() (byte, error) {
	for {
		for s.pos < s.end {
			switch c := s.buf[s.pos]; c {
			case ' ', '\t', '\r', '\n':
				s.pos++
			default:
				return c, nil
			}
		}
		if err := s.fill(); err != nil {
			return 0, err
		}
	}
}

// take skips white space and takes one byte, which must be one of those.
func (s *splitter) take(allowed string) (byte, error) {
	c, err := s.peek()
	if err != nil {
		return 0, cutOff(err)
	}
	for i := range len(allowed) {
		if allowed[i] == c {
			s.pos++
			return c, nil
		}
	}
	return 0, s.broken()
}

// broken is the error of a document that is not JSON from here on.
func (s *splitter) broken() error {
	return wrong("This file is not valid JSON from its byte %d on, so nothing was read from it.", s.off+int64(s.pos)+1)
}

// cutOff makes the end of the document, where more must come, a sentence.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return wrong("This file is cut off: it ends in the middle, so nothing was read from it.")
	}
	return err
}

// next takes one value. The bytes are good until the next call. A value that
// is too long or too deep is skipped, and its beginning comes with the error.
func (s *splitter) next() ([]byte, error) {
	c, err := s.peek()
	if err != nil {
		return nil, cutOff(err)
	}
	s.value = s.value[:0]
	switch c {
	case '{', '[', '"':
		return s.nested()
	case '}', ']', ',', ':':
		return nil, s.broken()
	}
	return s.word()
}

// nested takes an object, an array or a string.
func (s *splitter) nested() ([]byte, error) {
	depth, deepest := 0, 0
	inString, escaped := false, false
	tooLong := false
	for {
		start := s.pos
		for s.pos < s.end {
			c := s.buf[s.pos]
			s.pos++
			switch {
			case escaped:
				escaped = false
				continue
			case inString && c == '\\':
				escaped = true
				continue
			case c == '"':
				inString = !inString
			case inString:
				continue
			case c == '{' || c == '[':
				depth++
				deepest = max(deepest, depth)
			case c == '}' || c == ']':
				depth--
			}
			if depth == 0 && !inString {
				tooLong = !s.keep(s.buf[start:s.pos]) || tooLong
				return s.value, s.verdict(tooLong, deepest)
			}
		}
		tooLong = !s.keep(s.buf[start:s.pos]) || tooLong
		if err := s.fill(); err != nil {
			return nil, cutOff(err)
		}
	}
}

// word takes a number, true, false, null, or something that is not JSON.
func (s *splitter) word() ([]byte, error) {
	tooLong := false
	for {
		start := s.pos
		for s.pos < s.end {
			switch s.buf[s.pos] {
			case ',', ']', '}', ' ', '\t', '\r', '\n':
				tooLong = !s.keep(s.buf[start:s.pos]) || tooLong
				return s.value, s.verdict(tooLong, 0)
			}
			s.pos++
		}
		tooLong = !s.keep(s.buf[start:s.pos]) || tooLong
		if err := s.fill(); err != nil {
			return nil, cutOff(err)
		}
	}
}

// keep adds to the value, up to its longest length.
func (s *splitter) keep(part []byte) bool {
	room := s.maxValue - len(s.value)
	if len(part) > room {
		s.value = append(s.value, part[:room]...)
		return false
	}
	s.value = append(s.value, part...)
	return true
}

func (s *splitter) verdict(tooLong bool, deepest int) error {
	switch {
	case tooLong:
		return fmt.Errorf("%w (%d MB at most)", errTooLong, s.maxValue>>20)
	case deepest > s.maxNested:
		return fmt.Errorf("%w (%d levels at most)", errTooDeep, s.maxNested)
	}
	return nil
}

// items visits each value of an array, and takes null for an empty one.
// Values that are skipped are visited with their error.
func (s *splitter) items(visit func(value []byte, err error) error) error {
	c, err := s.peek()
	if err != nil {
		return cutOff(err)
	}
	if c != '[' {
		value, err := s.next()
		if err != nil || string(value) != "null" {
			return errors.Join(errNotList, err)
		}
		return nil
	}
	s.pos++
	if c, err = s.peek(); err != nil {
		return cutOff(err)
	}
	if c == ']' {
		s.pos++
		return nil
	}
	for {
		value, err := s.next()
		if err != nil && !errors.Is(err, errTooLong) && !errors.Is(err, errTooDeep) {
			return err
		}
		if err := visit(value, err); err != nil {
			return err
		}
		if c, err = s.take(",]"); err != nil || c == ']' {
			return err
		}
	}
}

// errNotList says that something else stands where a list belongs.
var errNotList = errors.New("not a list")
