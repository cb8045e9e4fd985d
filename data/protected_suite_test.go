package data

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tests in these files say what a store does, wherever it lies.
var storeTests = []string{
	"attachments_lend_test.go", "attachments_test.go", "derived_test.go", "errors_test.go", "find_test.go", "forget_test.go",
	"history_test.go", "property_test.go", "read_answers_test.go", "read_days_test.go", "read_depth_test.go", "read_figures_test.go",
	"read_names_test.go", "read_test.go", "read_timeline_test.go", "read_trash_test.go", "recount_test.go", "search_test.go",
	"store_test.go", "touch_test.go",
}

// These of them are about a plain journal alone, with their reason.
var plainOnly = map[string]string{
	"TestWhatADeadSessionLentIsClearedAndALivingOnesStays": "another process opens it",
	"TestTwoStoresKeepTheSameContentAtOnce":                "two stores are open",
	"TestAKilledProcessLeavesNoContent":                    "another process opens it",
	"TestTheSameContentLiesThereOnceForItsOwnerAlone":      "the file has the name of its content",
	"TestAClosedStoreSaysSo":                               "it watches the connection of the writer alone",
	"TestTheSameListGivesTheSameJournal":                   "it compares the files of databases",
}

// TestAProtectedStoreKeepsTheRulesOfAPlainOne runs the tests of the store once
// more, on protected journals.
func TestAProtectedStoreKeepsTheRulesOfAPlainOne(t *testing.T) {
	if onProtected() {
		return
	}
	var names []string
	for _, file := range storeTests {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`(?m)^func (Test\w+)\(t \*testing\.T\)`).FindAllStringSubmatch(string(source), -1) {
			names = append(names, found[1])
		}
	}
	for name := range plainOnly {
		if !slices.Contains(names, name) {
			t.Errorf("there is no test %s", name)
		}
		names = slices.DeleteFunc(names, func(n string) bool { return n == name })
	}
	if len(names) < 60 {
		t.Fatalf("only %d tests", len(names))
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, "-test.run=^("+strings.Join(names, "|")+")$", "-rapid.checks=5")
	cmd.Env = append(os.Environ(), childProtected+"=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("on protected journals: %v\n%s", err, out)
	}
}
