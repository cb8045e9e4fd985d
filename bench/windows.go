package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"groundwork/e2e"
)

// The screen is that of the pictures in which Groundwork was designed.
const screenWidth, screenHeight = 1280, 800

// side is one of the two programs that are compared, with what was measured.
type side struct {
	user                     *e2e.User
	folder                   string // of the journal
	painted, settled, memory []float64
	cpu, shown               []float64 // of a key
}

// windows measures what a person before the real window feels.
func (b *bench) windows() ([]row, error) {
	display, err := e2e.NewDisplay(screenWidth, screenHeight)
	if err != nil {
		return nil, err
	}
	defer display.Close()
	film, err := display.Film()
	if err != nil {
		return nil, err
	}
	defer film.Close()
	ours, err := newSide(display, b.file("groundwork"))
	if err != nil {
		return nil, err
	}
	defer ours.user.Close()
	bare, err := newSide(display, b.file("bare"))
	if err != nil {
		return nil, err
	}
	defer bare.user.Close()
	say("writing %d sample entries", b.entries)
	_, wrong, code := ours.user.Groundwork("sample", "--data", ours.folder, "--entries", fmt.Sprint(b.entries))
	if code != 0 {
		return nil, fmt.Errorf("sample ended with %d: %s", code, wrong)
	}
	both := []*side{bare, ours}
	say("starting both windows %d times in turn", b.runs)
	for i := range b.runs + 1 {
		for _, s := range both {
			if err := s.start(film, i > 0); err != nil { // the first run warms up
				return nil, err
			}
		}
	}
	say("typing into a text of %d words in both windows, %d times in turn", words, b.runs/3+1)
	for range b.runs/3 + 1 {
		for _, s := range both {
			if err := s.keys(film); err != nil {
				return nil, err
			}
		}
	}
	return []row{
		newRow("start: first paint of Today ÷ a bare window", ratio, 1.3, "ms", median(ours.painted), median(bare.painted)),
		newRow("start: Today complete ÷ a bare window", ratio, 1.6, "ms", median(ours.settled), median(bare.settled)),
		newRow("memory over a bare window", difference, 40, "MB", median(ours.memory), median(bare.memory)),
		newRow("processor time of a key in 2,000 words ÷ a bare window", ratio, 1.2, "ms", median(ours.cpu), median(bare.cpu)),
		newRow("key to screen in 2,000 words ÷ a bare window", ratio, 1.2, "ms", median(ours.shown), median(bare.shown)),
	}, nil
}

func newSide(display *e2e.Display, binary string) (*side, error) {
	user, err := display.NewUser(binary)
	if err != nil {
		return nil, err
	}
	return &side{user: user, folder: filepath.Join(user.Home, "journal")}, nil
}

// start measures one start of the program.
func (s *side) start(film *e2e.Film, counts bool) error {
	start, err := s.user.TimeStart(film, s.folder)
	if err != nil {
		return err
	}
	if counts {
		s.painted = append(s.painted, milliseconds(start.Painted))
		s.settled = append(s.settled, milliseconds(start.Settled))
		s.memory = append(s.memory, float64(start.Memory)/1e6)
	}
	return nil
}

const (
	words     = 2000
	keysTyped = 100 // for the processor time
	keysShown = 25  // for the time until the screen shows them
)

// keys measures keys at the end of a long text in the program's window.
func (s *side) keys(film *e2e.Film) error {
	w, err := s.user.Open(s.folder)
	if err != nil {
		return err
	}
	defer w.Kill()
	// A new entry, since the journal may open on one that has text already.
	if err := w.Keys("ctrl+n"); err != nil {
		return err
	}
	if err := w.Ready(); err != nil {
		return err
	}
	if err := w.Paste(text()); err != nil {
		return err
	}
	before, err := w.CPU()
	if err != nil {
		return err
	}
	if err := w.Type(strings.Repeat("e", keysTyped)); err != nil {
		return err
	}
	if err := w.Steady(); err != nil { // the last keys are still on their way
		return err
	}
	after, err := w.CPU()
	if err != nil {
		return err
	}
	s.cpu = append(s.cpu, milliseconds(after-before)/keysTyped)
	for range keysShown {
		took, err := w.TimeKey(film, "e")
		if err != nil {
			return err
		}
		s.shown = append(s.shown, milliseconds(took))
	}
	return w.Steady()
}

// text is a text of 2,000 words in paragraphs of 50.
func text() string {
	sentence := strings.Fields("Priya ran the incident review herself today and I had promised to stay quiet")
	var b strings.Builder
	for i := range words {
		b.WriteString(sentence[i%len(sentence)])
		if i%50 == 49 {
			b.WriteString("\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
