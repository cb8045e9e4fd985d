//go:build e2e

package e2e_test

import (
	"fmt"
	"testing"
)

// The window at every size, look and filling. The pictures are for people to
// look at; here they must only show something, and in the right light.
func TestTheWindowIsPainted(t *testing.T) {
	sample := sit(t)
	if _, wrong, code := sample.Groundwork("sample", "--entries", "10000", "--data", sample.folder); code != 0 {
		t.Fatalf("sample ended with %d: %s", code, wrong)
	}
	empty := sit(t)
	for _, look := range []struct {
		name       string
		appearance int // as ui/look numbers them
		dark       bool
	}{{"light", 1, false}, {"dark", 2, true}} {
		for filling, s := range map[string]*seat{"empty": empty, "10000": sample} {
			t.Run(look.name+"-"+filling, func(t *testing.T) {
				s := &seat{User: s.User, t: t, folder: s.folder}
				check(t, s.WritePreferences(fmt.Sprintf(`{"appearance": %d}`, look.appearance)))
				w := s.open()
				for _, size := range [][2]int{{1280, 800}, {900, 600}, {640, 560}} {
					name := fmt.Sprintf("today-%s-%s-%dx%d", look.name, filling, size[0], size[1])
					if err := w.Resize(size[0], size[1]); err != nil {
						t.Error(err)
					}
					p := w.saves(name)
					if p.Blank() {
						t.Errorf("%s shows nothing", name)
					}
					if dark := p.Brightness() < 128; dark != look.dark {
						t.Errorf("%s is dark: %v, want %v", name, dark, look.dark)
					}
				}
				w.showsItsPages(look.name+"-"+filling, look.dark)
				w.keys("ctrl+q")
				w.ends()
			})
		}
	}
}

// showsItsPages goes through the pages at two sizes.
func (w *window) showsItsPages(name string, dark bool) {
	w.t.Helper()
	for _, size := range [][2]int{{1280, 800}, {900, 600}} {
		check(w.t, w.Resize(size[0], size[1]))
		for _, page := range []struct{ name, keys string }{
			{"evidence", "ctrl+3"},
			{"feedback", "ctrl+4"},
			{"applications", "ctrl+5"},
			{"growth-plan", "ctrl+6"},
			{"people", "ctrl+7"},
			{"library", "ctrl+8"},
			{"catch-up", "ctrl+u"},
			{"today", "ctrl+1"},
		} {
			w.turns(page.keys)
			p := w.saves(fmt.Sprintf("%s-%s-%dx%d", page.name, name, size[0], size[1]))
			if p.Blank() {
				w.t.Errorf("%s shows nothing", page.name)
			}
			if got := p.Brightness() < 128; got != dark {
				w.t.Errorf("%s is dark: %v, want %v", page.name, got, dark)
			}
		}
	}
}
