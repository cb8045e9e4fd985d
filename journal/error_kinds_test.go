package journal_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestGivenAnErrorOfTheDisk_WhenItsKindsAreNamed_ThenTheyLeadFromWhatTheJournalCallsItToTheSystem(t *testing.T) {
	err := fmt.Errorf("save: %w: %w", journal.ErrNoSpace, &fs.PathError{Op: "write", Path: "/home/priya/journal.db", Err: syscall.ENOSPC})
	if got, want := journal.ErrorKinds(err), []string{"no space left", "file: write", "no space left on device"}; !slices.Equal(got, want) {
		t.Errorf("they are %q, not %q", got, want)
	}
}

// TestWhateverAnErrorIsMadeOf_ItsKindsHoldNothingThatSomebodyWrote: errors that
// quote a text, name a file after a person, or are the text.
func TestWhateverAnErrorIsMadeOf_ItsKindsHoldNothingThatSomebodyWrote(t *testing.T) {
	const word = "zwitterquokka"
	rapid.Check(t, func(t *rapid.T) {
		err := errors.New("Ove said: " + word)
		for range rapid.IntRange(1, 6).Draw(t, "depth") {
			err = wrapped(rapid.IntRange(0, 8).Draw(t, "how"), word, err)
		}
		if kinds := strings.Join(journal.ErrorKinds(err), " "); kinds == "" || strings.Contains(kinds, word) || strings.Contains(kinds, "Ove") {
			t.Fatalf("of %v the kinds are %q", err, kinds)
		}
	})
}

// wrapped is an error of one of the sorts there are, with a word of somebody in
// it, around another one where it can be.
func wrapped(how int, word string, err error) error {
	switch how {
	case 0:
		return fmt.Errorf("read %q: %w", word, err)
	case 1:
		return errors.Join(&journal.Invalid{Field: word, Problem: "No " + word + "."}, err)
	case 2:
		return &fs.PathError{Op: "open", Path: "/home/" + word, Err: err}
	case 3:
		return &os.LinkError{Op: "rename", Old: word, New: word + "2", Err: err}
	case 4:
		return &strconv.NumError{Func: word, Num: word, Err: err}
	case 5:
		var number int
		return errors.Join(json.Unmarshal([]byte(`"`+word+`"`), &number), err)
	case 6:
		return fmt.Errorf("%s: %w: %w", word, journal.ErrDamaged, err)
	case 7:
		return os.NewSyscallError("fsync", err)
	}
	return fmt.Errorf("it ends here: %s", word)
}
