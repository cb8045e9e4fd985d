package paper

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// file is a PDF while it is written: objects one after the other, and where
// each of them begins. The first error stays and is given at the end.
type file struct {
	w       *bufio.Writer
	at      int64
	offsets []int64 // of the objects, from number 1 on
	err     error
}

func newFile(w io.Writer) *file { return &file{w: bufio.NewWriterSize(w, 64<<10)} }

// next gives the number of an object that is to be written.
func (f *file) next() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets)
}

// open begins an object.
func (f *file) open(number int) {
	f.offsets[number-1] = f.at
	f.line("%d 0 obj", number)
}

// object writes an object that is a dictionary.
func (f *file) object(number int, format string, args ...any) {
	f.open(number)
	f.line("<<"+format+">>\nendobj", args...)
}

// stream writes an object that is bytes, with what its dictionary says beside
// their number.
func (f *file) stream(number int, dictionary string, content []byte) {
	f.open(number)
	f.line("<<%s /Length %d>>\nstream", dictionary, len(content))
	f.write(content)
	f.line("\nendstream\nendobj")
}

func (f *file) line(format string, args ...any) {
	if f.err == nil {
		n, err := fmt.Fprintf(f.w, format+"\n", args...)
		f.at += int64(n)
		f.err = err
	}
}

func (f *file) write(content []byte) {
	if f.err == nil {
		n, err := f.w.Write(content)
		f.at += int64(n)
		f.err = err
	}
}

// end writes where the objects begin (7.5.4) and gives the first error.
func (f *file) end(catalogue, information int) error {
	start := f.at
	f.line("xref\n0 %d\n0000000000 65535 f ", len(f.offsets)+1)
	for _, at := range f.offsets {
		f.line("%010d 00000 n ", at)
	}
	f.line("trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>", len(f.offsets)+1, catalogue, information)
	f.line("startxref\n%d\n%%%%EOF", start)
	if f.err != nil {
		return f.err
	}
	return f.w.Flush()
}

// coded gives a text as PDF takes it: UTF-16 with its mark in front (7.9.2.2).
func coded(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteByte('>')
	return b.String()
}

// literal gives letters of ASCII as a string of PDF (7.3.4.2).
func literal(text string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text) + ")"
}

// address gives an address with nothing but letters of ASCII in it (12.6.4.7).
func address(to string) string {
	var b strings.Builder
	for i := range len(to) {
		if c := to[i]; c <= ' ' || c >= 0x7F {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
