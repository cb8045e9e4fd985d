package journal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ImportedPrompts is what became of a file of questions.
type ImportedPrompts struct {
	Added   int
	Skipped []SkippedLine // in their order; blank lines are not worth a word
}

// SkippedLine is a line of a file that was not taken.
type SkippedLine struct {
	Line int    // counted from 1
	Text string // its beginning
	Why  string // a sentence for the user
}

// Limits of a file of questions. What is larger is not such a file.
const (
	maxPromptFile = 4 << 20
	maxPrompts    = 2000
)

// ImportOwnPrompts adds the questions of a text file, one a line, in one
// transaction. Blank lines are skipped; so are questions that are there
// already, and lines that break a rule: these it names.
func (j *Journal) ImportOwnPrompts(ctx context.Context, r io.Reader) (ImportedPrompts, error) {
	out, err := j.importOwnPrompts(ctx, r)
	if err != nil {
		return ImportedPrompts{}, fmt.Errorf("import questions: %w", err)
	}
	if out.Added > 0 {
		j.bell.ring(Change{Kind: PromptsChanged})
	}
	return out, nil
}

func (j *Journal) importOwnPrompts(ctx context.Context, r io.Reader) (ImportedPrompts, error) {
	present, err := j.store.OwnPrompts(ctx)
	if err != nil {
		return ImportedPrompts{}, err
	}
	in := promptLines{seen: map[string]bool{}, newID: j.newID}
	for _, p := range present {
		in.seen[sameQuestion(p.Text)] = true
	}
	if err := in.read(r); err != nil {
		return ImportedPrompts{}, err
	}
	if len(in.added) > 0 {
		if err := j.store.Apply(ctx, Changes{At: j.now(), OwnPrompts: in.added}); err != nil {
			return ImportedPrompts{}, err
		}
	}
	return ImportedPrompts{Added: len(in.added), Skipped: in.skipped}, nil
}

// promptLines takes questions in, line by line.
type promptLines struct {
	seen    map[string]bool // questions that are there
	newID   func() ID
	added   []OwnPrompt
	skipped []SkippedLine
}

func (in *promptLines) read(r io.Reader) error {
	lines := bufio.NewScanner(io.LimitReader(r, maxPromptFile+1))
	lines.Buffer(nil, maxPromptFile+2)
	size := 0
	for n := 1; lines.Scan(); n++ {
		if size += len(lines.Bytes()) + 1; size > maxPromptFile || n > 10*maxPrompts || len(in.added) > maxPrompts {
			return invalid("file", "This file is too large for a list of questions: one on each line, at most %d of them.", maxPrompts)
		}
		in.line(n, lines.Text())
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return invalid("file", "This file is not a list of questions, with one on each line.")
	}
	return lines.Err()
}

// line takes one line in, or says why not.
func (in *promptLines) line(n int, text string) {
	if n == 1 {
		text = strings.TrimPrefix(text, "\ufeff") // some editors begin a file with it
	}
	p := OwnPrompt{ID: in.newID(), Text: oneLine(text)}
	if p.Text == "" {
		return
	}
	if err := checkOwnPrompt(p); err != nil {
		why, _ := Explain(err)
		in.skip(n, text, why)
		return
	}
	same := sameQuestion(p.Text)
	if in.seen[same] {
		in.skip(n, text, "You have this question already.")
		return
	}
	in.seen[same] = true
	in.added = append(in.added, p)
}

func (in *promptLines) skip(n int, text, why string) {
	in.skipped = append(in.skipped, SkippedLine{n, strings.ToValidUTF8(shorten(text, 60), "?"), why})
}

// sameQuestion makes two spellings of a question equal that differ in case and
// in the space between words only.
func sameQuestion(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// WriteOwnPrompts writes every question of the user's own, one a line.
func (j *Journal) WriteOwnPrompts(ctx context.Context, w io.Writer) error {
	all, err := j.store.OwnPrompts(ctx)
	if err != nil {
		return fmt.Errorf("write questions: %w", err)
	}
	for _, p := range all {
		if _, err := io.WriteString(w, oneLine(p.Text)+"\n"); err != nil {
			return fmt.Errorf("write questions: %w", err)
		}
	}
	return nil
}
