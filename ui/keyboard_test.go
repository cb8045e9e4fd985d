package ui

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

var update = flag.Bool("update", false, "write docs/keyboard.md anew, from the menus")

// keyboardPage writes the menus as a page to read.
func keyboardPage(w *Window) string {
	var out strings.Builder
	out.WriteString("# Keyboard\n\n" +
		"Everything in Groundwork can be done without a mouse. Tab and Shift Tab lead from one thing to the next, Enter or the space bar presses what has the focus, " +
		"the arrows walk through lists, and Escape closes what lies on top or goes back. The menus hold all that the window can do; what has no keys of its own (–) is found with Ctrl K. " +
		"On a Mac, Cmd takes the place of Ctrl.\n\n" +
		"Ctrl / shows the same in the window, and Ctrl K finds any of it by a few letters. `make keyboard` writes this page from the menus.\n")
	for _, g := range w.shortcutGroups() {
		fmt.Fprintf(&out, "\n## %s\n\n| keys | what they do |\n|---|---|\n", g.name)
		for _, k := range g.keys {
			fmt.Fprintf(&out, "| %s | %s |\n", cmp.Or(k.keys, "–"), k.does)
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

// TestTheListOfTheKeyboardIsComplete: each action of the menus is in it, with its
// keys or with none, and what quick open runs is in the menus.
func TestTheListOfTheKeyboardIsComplete(t *testing.T) {
	s := openWindow(t)
	listed := map[string]string{}
	for _, g := range s.shortcutGroups() {
		for _, k := range g.keys {
			listed[k.does] = k.keys
		}
	}
	for _, menu := range s.menu().Items {
		for _, each := range menu.Items {
			switch keys, there := listed[each.Label]; {
			case each.IsSeparator || each.ChildMenu != nil:
			case !there:
				t.Errorf("%q is not in the list", each.Label)
			case each.Shortcut == nil && keys != "" || each.Shortcut != nil && keys != shortcutName(each.Shortcut):
				t.Errorf("%q stands in the list with %q", each.Label, keys)
			}
		}
	}
	for _, thing := range s.quickCommands() {
		if _, there := listed[thing.name]; !there && strings.HasPrefix(thing.key, "command/") {
			t.Errorf("quick open runs %q, which is not in the list", thing.name)
		}
	}
	s.press(key(fyne.KeySlash, ctrl))
	if got := words(s); !strings.Contains(got, "Keyboard shortcuts") || !strings.Contains(got, "Hide private entries") {
		t.Errorf("the window says %q", got)
	}
}
