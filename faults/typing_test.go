package faults

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"groundwork/journal"
)

// words gives the first n words of what is typed in every entry.
func words(n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, "%s%d ", marker, i+1)
	}
	return all.String()
}

// typeOn is the role of the window: it types entries one after the other and
// says each time the window would show "saved". Asked for "a page", it leaves
// the page after each word, which saves; for "a minute", it types on and the
// autosave decides. It types so many entries, or without end.
func typeOn(ctx context.Context, args []string) error {
	folder, how, most := args[0], args[1], math.MaxInt
	if len(args) > 2 {
		var err error
		if most, err = strconv.Atoi(args[2]); err != nil {
			return err
		}
	}
	h := homeOf(folder)
	if err := unlockAsTold(ctx, h); err != nil {
		return err
	}
	return opened(ctx, h, func(s journal.Store) error {
		j := journal.New(s, journal.Options{})
		fmt.Println("begin")
		for n := range most {
			e := j.NewEntry(journal.Reflection, today)
			if n%3 == 0 {
				a, err := j.Attach(ctx, marker+".txt", strings.NewReader("the "+marker+" of "+string(e.ID)))
				if err != nil {
					return err
				}
				e.Attachments = []journal.Attachment{a}
			}
			if err := typeEntry(ctx, j.Draft(e, func(journal.DraftState) {}), how); err != nil {
				return err
			}
		}
		return nil
	})
}

// typeEntry types the words of an entry.
func typeEntry(ctx context.Context, d *journal.Draft, how string) error {
	many := map[string]int{"a page": 6, "a minute": 200}[how]
	for n := 1; n <= many; n++ {
		d.Edit(func(e *journal.Entry) { e.Body = words(n) })
		switch how {
		case "a page":
			if err := d.Flush(ctx); err != nil {
				return err
			}
		default:
			time.Sleep(15 * time.Millisecond) // between two words
		}
		if d.State().State == journal.Clean {
			fmt.Println("saved", d.Entry().ID, n)
		}
	}
	return nil
}

func TestNoWordThatWasSavedIsLostWhenTheProgramIsKilledWhileOneTypes(t *testing.T) {
	random := chances(t)
	for _, typing := range []struct {
		how     string
		times   int
		longest time.Duration // until the kill
	}{
		{"a page", kills * 45 / 100, 60 * time.Millisecond},
		{"a minute", kills * 5 / 100, 1500 * time.Millisecond},
	} {
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		t.Run(typing.how, func(t *testing.T) {
			t.Parallel()
			typists := typists{t: t, how: typing.how, longest: typing.longest, random: mine}
			typists.work(share(typing.times))
		})
	}
}

// typists type into a journal, one after the other, and each is killed.
type typists struct {
	t       testing.TB
	how     string
	longest time.Duration
	random  *rand.Rand
	folder  string
	saved   map[journal.ID]int // how many words of each entry
	written int                // words that were saved in all
	guarded bool               // the journal is protected
}

func (y *typists) work(times int) {
	const inOneJournal = 25
	for n := range times {
		if n%inOneJournal == 0 {
			y.folder, y.saved = filepath.Join(y.t.TempDir(), "journal"), map[journal.ID]int{}
			if y.guarded {
				protect(y.t, y.folder)
			}
		}
		moment := time.Duration(y.random.Int64N(int64(y.longest)))
		said, _ := killAfter(y.t, y.typist(), moment)
		y.note(said)
		y.mustBeSecret()
		if n%5 == 4 || n == times-1 {
			startsClean(y.t, unlocked(y.t, y.folder))
		}
		y.mustBeThere()
		y.mustBeSecret()
		if y.t.Failed() {
			y.t.Fatalf("kill %d, after %v; it said %q", n, moment, said)
		}
	}
	y.t.Logf("killed %d times; %d saves were acknowledged", times, y.written)
}

func (y *typists) typist() *exec.Cmd {
	c := child(y.t, "type", y.folder, y.how)
	if y.guarded {
		c = privately(y.t, c, y.folder)
	}
	return c
}

// mustBeSecret wants no file to hold a word of a protected journal.
func (y *typists) mustBeSecret() {
	if y.guarded {
		noMarks(y.t, filepath.Dir(y.folder))
	}
}

// note takes down what was acknowledged.
func (y *typists) note(said []string) {
	for _, line := range said {
		id, n, ok := strings.Cut(strings.TrimPrefix(line, "saved "), " ")
		words, err := strconv.Atoi(n)
		if !ok || err != nil {
			y.t.Fatalf("it said %q", said)
		}
		y.saved[journal.ID(id)] = words
		y.written++
	}
}

// mustBeThere reads every entry: those that were acknowledged hold what was,
// and all of them hold what was typed, from its beginning.
func (y *typists) mustBeThere() {
	lacking := maps.Clone(y.saved)
	inside(y.t, unlocked(y.t, y.folder), func(s journal.Store) {
		for e, err := range s.Entries(y.t.Context(), journal.Filter{}) {
			must(y.t, err)
			n := strings.Count(e.Body, " ")
			if e.Body != words(n) || n < y.saved[e.ID] {
				y.t.Errorf("of %d words %q is there", y.saved[e.ID], e.Body)
			}
			for _, a := range e.Attachments {
				f, err := s.OpenFile(y.t.Context(), a.SHA256)
				must(y.t, err)
				must(y.t, f.Close())
			}
			delete(lacking, e.ID)
		}
	})
	for id := range lacking {
		y.t.Errorf("entry %s was saved and is not there", id)
	}
}
