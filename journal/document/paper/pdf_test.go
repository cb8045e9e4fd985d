package paper_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"groundwork/journal/document"
	. "groundwork/journal/document/paper"
)

func TestAnyDocumentIsAValidPDFWithItsWordsInOrder(t *testing.T) {
	gen := documents(leftToRight(12))
	for seed := range 25 {
		d := gen.Example(seed)
		path := written(t, set(t, document.Of(nil, d), Options{}))
		program(t, "qpdf", "--check", path)
		got := visible(program(t, "pdftotext", "-raw", "-enc", "UTF-8", path, "-"))
		if lost := missingFrom(got, letters(d)); lost != "" {
			t.Errorf("document %d: lost %q", seed, lost)
		}
	}
}

func TestWordsFromTheRightAndLongOnesAreFound(t *testing.T) {
	long := strings.Repeat("abcdefghij", 10_000)
	path := written(t, set(t, one("שלום\n\n"+long+"\n\nالعربية 😀"), Options{}))
	got := string(visible(program(t, "pdftotext", "-raw", path, "-")))
	for _, want := range []string{"שלום", "العربية"} {
		if !strings.Contains(got, want) && !strings.Contains(got, reversed(want)) {
			t.Errorf("%s is not found", want)
		}
	}
	if lost := missingFrom([]rune(got), []rune(long+"😀")); lost != "" {
		t.Errorf("lost %q", lost)
	}
}

func reversed(word string) string {
	letters := []rune(word)
	for i, j := 0, len(letters)-1; i < j; i, j = i+1, j-1 {
		letters[i], letters[j] = letters[j], letters[i]
	}
	return string(letters)
}

func TestWordsKeepTheirSpaces(t *testing.T) {
	path := written(t, set(t, one("I **led** the *first* release — and it’s done."), Options{}))
	if got := program(t, "pdftotext", path, "-"); !strings.Contains(got, "I led the first release — and it’s done.") {
		t.Errorf("it reads %q", got)
	}
}

func TestTheSamePagesAreTheSameBytes(t *testing.T) {
	var files [3]bytes.Buffer
	for i := range files {
		if err := press(t).WritePDF(t.Context(), &files[i], set(t, everything(), Options{}), meta); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) || !bytes.Equal(files[0].Bytes(), files[2].Bytes()) {
		t.Error("they differ")
	}
}

func TestAPDFSaysOfItselfWhatItIsToldAndNoMore(t *testing.T) {
	path := written(t, set(t, one("words"), Options{Sheet: Letter()}))
	info := program(t, "pdfinfo", path)
	for _, want := range []string{"Title: Case for Čapek 😀", "Author: Ines", "Producer: Groundwork", "CreationDate: Fri Nov 20 21:04:00 2026 UTC", "letter"} {
		if !strings.Contains(strings.Join(strings.Fields(info), " "), want) {
			t.Errorf("%s is not said in\n%s", want, info)
		}
	}
	var b bytes.Buffer
	if err := press(t).WritePDF(t.Context(), &b, set(t, one("words"), Options{}), Meta{}); err != nil {
		t.Fatal(err)
	}
	for _, not := range []string{"/Title", "/Author", "/CreationDate", "/Creator", "fpdf", "FPDF"} {
		if strings.Contains(b.String(), not) {
			t.Errorf("it says %s", not)
		}
	}
}

func TestHeadingsAreBookmarksAndContentsLeadToThem(t *testing.T) {
	var all []document.Document
	for i := range 40 {
		level := "##"
		if i%10 == 3 {
			level = "#"
		}
		all = append(all, document.FromMarkdown(fmt.Sprintf("%s Part %d 😀 (x)\n\n%s", level, i, strings.Repeat("words ", 200))))
	}
	pages := set(t, document.Book{Contents: true, Parts: parts(all...)}, Options{})
	path := written(t, pages)
	program(t, "qpdf", "--check", path)
	json := program(t, "qpdf", "--json", "--json-key=outlines", path)
	for i := range all {
		if !strings.Contains(json, fmt.Sprintf(`"title": "Part %d 😀 (x)"`, i)) {
			t.Errorf("part %d is no bookmark", i)
		}
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if links := bytes.Count(file, []byte("/Subtype /Link")); links != len(all) {
		t.Errorf("the contents have %d links", links)
	}
}

func TestLinksLeadToTheirAddress(t *testing.T) {
	path := written(t, set(t, one("[the plan](https://example.org/a?b=(c)&d=ä) and <me@example.org>"), Options{}))
	program(t, "qpdf", "--check", path)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`(https://example.org/a?b=\(c\)&d=%C3%A4)`, "(mailto:me@example.org)"} {
		if !bytes.Contains(file, []byte("/URI "+want)) {
			t.Errorf("nothing leads to %s", want)
		}
	}
}

func TestWritingCanBeCalledOff(t *testing.T) {
	pages := set(t, one(strings.Repeat("words of it ", 200_000)), Options{})
	ctx, stop := context.WithCancel(t.Context())
	w := &stopping{stop: stop}
	err := press(t).WritePDF(ctx, w, pages, meta)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	if w.after > 1 {
		t.Errorf("it wrote %d times after it was called off", w.after)
	}
}

// stopping calls the writing off when something is written.
type stopping struct {
	stop  context.CancelFunc
	after int
}

func (s *stopping) Write(p []byte) (int, error) {
	s.stop()
	s.after++
	return len(p), nil
}

func TestAFullDiskIsSaid(t *testing.T) {
	pages := set(t, everything(), Options{})
	var whole bytes.Buffer
	if err := press(t).WritePDF(t.Context(), &whole, pages, meta); err != nil {
		t.Fatal(err)
	}
	for _, room := range []int{0, 100, whole.Len() / 2, whole.Len() - 1} {
		if err := press(t).WritePDF(t.Context(), &fullDisk{room}, pages, meta); !errors.Is(err, errFull) {
			t.Errorf("with room for %d bytes the error is %v", room, err)
		}
	}
}

var errFull = errors.New("the disk is full")

// fullDisk takes so many bytes.
type fullDisk struct{ room int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		return 0, errFull
	}
	d.room -= len(p)
	return len(p), nil
}
