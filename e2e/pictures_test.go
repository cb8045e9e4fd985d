//go:build e2e

package e2e_test

import (
	"fmt"
	"image"
	"testing"

	"groundwork/e2e"
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
				name := look.name + "-" + filling
				for _, size := range sizes() {
					check(t, w.Resize(size[0], size[1]))
					w.shows("today", name, size, look.dark)
				}
				w.showsItsPages(name, look.dark)
				if filling != "empty" {
					w.showsWhatIsFound(name, look.dark)
					w.showsWhatLeaves(name, look.dark)
				}
				w.keys("ctrl+q")
				w.ends()
			})
		}
	}
}

// sizes are those of a usual window, of a small one, and of the smallest.
func sizes() [][2]int { return [][2]int{{1280, 800}, {900, 600}, {640, 560}} }

// shows keeps a picture of a page, which must show something in the right light.
func (w *window) shows(page, name string, size [2]int, dark bool) {
	w.t.Helper()
	file := fmt.Sprintf("%s-%s-%dx%d", page, name, size[0], size[1])
	p := w.saves(file)
	if p.Blank() {
		w.t.Errorf("%s shows nothing", file)
	}
	if got := p.Brightness() < 128; got != dark {
		w.t.Errorf("%s is dark: %v, want %v", file, got, dark)
	}
}

// showsItsPages goes through the pages at two sizes, and through two of them in
// the smallest.
func (w *window) showsItsPages(name string, dark bool) {
	w.t.Helper()
	for _, size := range sizes()[:2] {
		check(w.t, w.Resize(size[0], size[1]))
		for _, page := range []struct{ name, keys string }{
			{"timeline", "ctrl+2"},
			{"evidence", "ctrl+3"},
			{"feedback", "ctrl+4"},
			{"applications", "ctrl+5"},
			{"growth-plan", "ctrl+6"},
			{"people", "ctrl+7"},
			{"library", "ctrl+8"},
			{"catch-up", "ctrl+u"},
			{"look-back", "ctrl+shift+b"},
			{"today", "ctrl+1"},
		} {
			w.turns(page.keys)
			w.shows(page.name, name, size, dark)
		}
	}
	smallest := sizes()[2]
	check(w.t, w.Resize(smallest[0], smallest[1]))
	w.turns("ctrl+2")
	w.shows("timeline", name, smallest, dark)
	w.turns("ctrl+shift+b")
	w.shows("look-back", name, smallest, dark)
}

// showsWhatIsFound searches and opens quickly, at every size.
func (w *window) showsWhatIsFound(name string, dark bool) {
	w.t.Helper()
	for _, size := range sizes() {
		check(w.t, w.Resize(size[0], size[1]))
		for _, page := range []struct{ name, keys, words string }{
			{"search", "ctrl+f", "kind:moment release"},
			{"quick-open", "ctrl+k", "rel"},
		} {
			w.turns(page.keys)
			check(w.t, w.Changes(func() error { return w.Type(page.words) }))
			w.shows(page.name, name, size, dark)
		}
		w.turns("Escape")
	}
}

// showsWhatLeaves shows the pages that lead out of the journal, at every size.
func (w *window) showsWhatLeaves(name string, dark bool) {
	w.t.Helper()
	for _, page := range []struct {
		name string
		keys []string
	}{
		{"export", []string{"ctrl+shift+e"}},
		{"pack", []string{"ctrl+e"}},
		{"rehearsal", []string{"shift+Tab", "shift+Tab", "shift+Tab", "Return"}}, // in the head of the pack
	} {
		check(w.t, w.Resize(sizes()[0][0], sizes()[0][1]))
		w.turns(page.keys...)
		w.setsItsPages()
		for _, size := range sizes() {
			check(w.t, w.Resize(size[0], size[1]))
			w.shows(page.name, name, size, dark)
		}
	}
}

// setsItsPages waits until the paper of a preview has writing on it, in the
// size of a first start.
func (w *window) setsItsPages() {
	w.t.Helper()
	check(w.t, e2e.Eventually(saveLimit, "pages to look at", func() bool {
		return !w.part(image.Rect(780, 120, 1180, 400)).Blank()
	}))
	check(w.t, w.Steady())
}
