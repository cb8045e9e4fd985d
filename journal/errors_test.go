package journal_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestEveryErrorIsExplainedInPlainSentences(t *testing.T) {
	sentinels := []error{
		journal.ErrNotFound, journal.ErrConflict, journal.ErrInvalid, journal.ErrLocked, journal.ErrNewerSchema,
		journal.ErrDamaged, journal.ErrNoSpace, journal.ErrNoAccess, journal.ErrNotEmpty,
		journal.ErrForeign, journal.ErrHollow, journal.ErrTorn, journal.ErrBeyondRepair, journal.ErrReadOnly, journal.ErrFolderGone, journal.ErrDiskFails, journal.ErrCopy, journal.ErrNotUpdated, errors.New("anything else"),
	}
	seen := map[string]error{}
	for _, sentinel := range sentinels {
		what, todo := journal.Explain(fmt.Errorf("save entry: apply: %w", sentinel))
		if !strings.HasSuffix(what, ".") || todo != "" && !strings.HasSuffix(todo, ".") {
			t.Errorf("%v is explained as %q, %q, which are not sentences", sentinel, what, todo)
		}
		for _, jargon := range []string{"schema", "SQL", "database", "sentinel", "error", "nil", "revision", sentinel.Error() + ":"} {
			if strings.Contains(strings.ToLower(what+" "+todo), strings.ToLower(jargon)) {
				t.Errorf("%v is explained with %q: %s %s", sentinel, jargon, what, todo)
			}
		}
		if other, taken := seen[what]; taken {
			t.Errorf("%v and %v are explained alike: %s", sentinel, other, what)
		}
		seen[what] = sentinel
	}
}

// TestEveryErrorSaysWhatIsSafe: what became of the writer's text, or of the
// journal. Whoever is asked for a passphrase has nothing to fear for.
func TestEveryErrorSaysWhatIsSafe(t *testing.T) {
	for _, sentinel := range []error{
		journal.ErrNotFound, journal.ErrConflict, journal.ErrInvalid, journal.ErrLocked, journal.ErrNewerSchema, journal.ErrBackupFolder,
		journal.ErrDamaged, journal.ErrNoSpace, journal.ErrNoAccess, journal.ErrNotEmpty,
		journal.ErrForeign, journal.ErrHollow, journal.ErrTorn, journal.ErrBeyondRepair, journal.ErrReadOnly, journal.ErrFolderGone, journal.ErrDiskFails, journal.ErrCopy, journal.ErrNotUpdated, errors.New("anything else"),
	} {
		what, todo := journal.Explain(fmt.Errorf("save entry: apply: %w", sentinel))
		safe := slices.ContainsFunc([]string{"Nothing was changed.", "Nothing is lost.", "text stays here", "kept", "as it was", "as they were"},
			func(words string) bool { return strings.Contains(todo, words) })
		if !safe {
			t.Errorf("%v does not say what is safe: %s %s", sentinel, what, todo)
		}
	}
}

func TestWhatCanBeRepairedIsSaidToBe(t *testing.T) {
	for err, can := range map[error]bool{
		journal.ErrDamaged: true, journal.ErrForeign: false, journal.ErrHollow: false, journal.ErrTorn: false,
		journal.ErrBeyondRepair: false, journal.ErrNewerSchema: false, journal.ErrNoAccess: false,
	} {
		wrapped := fmt.Errorf("open the journal: %w", err)
		if journal.CanBeRepaired(wrapped) != can {
			t.Errorf("%v can be repaired: %v", err, !can)
		}
		if _, todo := journal.Explain(wrapped); strings.Contains(todo, "repaired") != can {
			t.Errorf("%v is explained with %q", err, todo)
		}
	}
}

func TestBrokenRuleIsExplainedInItsOwnSentence(t *testing.T) {
	err := fmt.Errorf("save entry: %w", &journal.Invalid{Field: "day", Problem: "There is no day 2026-02-30 in the calendar."})
	if what, todo := journal.Explain(err); what != "There is no day 2026-02-30 in the calendar." || todo != "" {
		t.Errorf("got %q, %q", what, todo)
	}
}

func TestBrokenJSONIsExplained(t *testing.T) {
	var e journal.Entry
	for _, err := range []error{json.Unmarshal([]byte(`{"title": `), &e), e.UnmarshalJSON([]byte(`{"title": `))} {
		if what, _ := journal.Explain(err); !strings.HasPrefix(what, "This is not ") {
			t.Errorf("%v is explained as %q", err, what)
		}
	}
}
