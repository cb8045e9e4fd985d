package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/keyboard.md anew, from the menus")

// keyboardPage writes the menus as a page to read.
func keyboardPage(w *Window) string {
	var out strings.Builder
	out.WriteString("# Keyboard\n\n" +
		"Everything in Groundwork can be done without a mouse. Tab and Shift Tab lead from one thing to the next, Enter or the space bar presses what has the focus, " +
		"the arrows walk through lists, and Escape closes what lies on top or goes back. The menus hold all that the window can do; these of it have keys of their own. " +
		"On a Mac, Cmd takes the place of Ctrl.\n\n" +
		"Ctrl / shows the same in the window, and Ctrl K finds any of it by a few letters. `make keyboard` writes this page from the menus.\n")
	for _, menu := range w.menu().Items {
		fmt.Fprintf(&out, "\n## %s\n\n| keys | what they do |\n|---|---|\n", menu.Label)
		for _, each := range menu.Items {
			if each.Shortcut != nil {
				fmt.Fprintf(&out, "| %s | %s |\n", shortcutName(each.Shortcut), each.Label)
			}
		}
	}
	return out.String()
}

func TestThePageOfTheKeyboardIsWhatTheMenusHold(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the page names the keys of other systems")
	}
	path := filepath.Join("..", "docs", "keyboard.md")
	want := keyboardPage(openWindow(t).Window)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != want {
		t.Error("docs/keyboard.md is not what the menus hold: run make keyboard")
	}
}

func TestNoTwoActionsHaveTheSameKeys(t *testing.T) {
	has := map[string]string{}
	for _, menu := range openWindow(t).menu().Items {
		for _, each := range menu.Items {
			if each.Shortcut == nil {
				continue
			}
			keys := shortcutName(each.Shortcut)
			if other := has[keys]; other != "" {
				t.Errorf("%s is for %q and for %q", keys, other, each.Label)
			}
			has[keys] = each.Label
		}
	}
}
