//go:build e2e

package e2e_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"groundwork/e2e"
)

// withMoments is a journal from which a pack has four lines: each of two
// moments in short, and again among what was led. A third moment is private.
func withMoments(t *testing.T) *seat {
	t.Helper()
	s := sit(t)
	s.add("--kind", "moment", "--day", "2026-03-10", "--title", "Release handover", "The on-call pair decides now.")
	s.add("--kind", "moment", "--day", "2026-03-11", "--title", "Gate rollout", "It waited a week for two stations.")
	s.add("--kind", "moment", "--day", "2026-03-12", "--title", "The Fjordline rejection", "--private", "It stung.")
	return s
}

// editsThePack opens the evidence pack, leaves the second moment out of it, and
// writes more into the last line about the first, as quick as the keys can be
// pressed.
func (w *window) editsThePack() {
	w.t.Helper()
	w.turns("ctrl+e")
	w.turns("space", "Down", "Down", "Down", "space", "Down", "Return")
	w.types(" Six quiet Saturdays.")
}

// pack is an evidence pack as the journal holds it, as far as the tests look.
type pack struct {
	Sections []struct {
		Bullets []struct {
			Text   string `json:"text"`
			Edited bool   `json:"edited"`
			Out    bool   `json:"out"`
		} `json:"bullets"`
	} `json:"sections"`
}

// packs gives the packs that the journal holds.
func (s *seat) packs() []pack {
	s.t.Helper()
	file := filepath.Join(s.Home, "whole.json")
	if _, wrong, code := s.Groundwork("export", "--data", s.folder, "--to", file, "--include-private", "--force"); code != 0 {
		s.t.Fatalf("export ended with %d: %s", code, wrong)
	}
	content, err := os.ReadFile(file)
	check(s.t, err)
	var all struct {
		Packs []pack `json:"packs"`
	}
	check(s.t, json.Unmarshal(content, &all))
	return all.Packs
}

func TestAPackThatWasEditedIsThereAfterAKillAndIsSavedAsPDF(t *testing.T) {
	s := withMoments(t)
	w := s.open()
	w.editsThePack()
	time.Sleep(saveTime) // the requirement itself
	w.Kill()
	s.holdsTheEditedPack()
	w = s.open()
	w.turns("ctrl+e")
	w.keys("Tab", "Tab", "Tab", "Tab", "Tab") // past what is private, the names, the forms and the printer
	w.turns("Return")
	w.savesAs("Case")
	file := filepath.Join(s.Home, "Case.pdf")
	appears(t, file)
	if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
		t.Errorf("qpdf finds fault with it: %v: %s", err, out)
	}
	words, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	check(t, err)
	saysOnly(t, string(words), []string{"Release handover", "Six quiet Saturdays."}, []string{"Gate", "stations", "Fjordline", "stung"})
}

// holdsTheEditedPack wants the journal to hold the pack as editsThePack left it.
func (s *seat) holdsTheEditedPack() {
	s.t.Helper()
	var out, edited []string
	packs := s.packs()
	for _, p := range packs {
		for _, section := range p.Sections {
			for _, b := range section.Bullets {
				if b.Out {
					out = append(out, b.Text)
				}
				if b.Edited {
					edited = append(edited, b.Text)
				}
			}
		}
	}
	if len(packs) != 1 {
		s.t.Errorf("the journal holds %d packs, want one", len(packs))
	}
	if len(out) != 2 || !strings.HasPrefix(out[0], "Gate rollout") || out[0] != out[1] {
		s.t.Errorf("left out are %q, want the two lines about the gate", out)
	}
	if len(edited) != 1 || !strings.HasPrefix(edited[0], "Release handover") || !strings.HasSuffix(edited[0], " Six quiet Saturdays.") {
		s.t.Errorf("edited are %q, want the line about the release with more behind it", edited)
	}
}

// saysOnly wants some words in a text that left the journal, and others not.
func saysOnly(t *testing.T, text string, in, out []string) {
	t.Helper()
	for _, words := range in {
		if !strings.Contains(text, words) {
			t.Errorf("%q is missing", words)
		}
	}
	for _, words := range out {
		if strings.Contains(text, words) {
			t.Errorf("%q is in it", words)
		}
	}
	if t.Failed() {
		t.Logf("it says:\n%s", text)
	}
}

// savesAs gives a file its name in the panel that asks for it, and saves it.
func (w *window) savesAs(name string) {
	w.t.Helper()
	w.keys("ctrl+a")
	w.types(name)
	w.turns("Return")
}

// appears waits for a file. It is there only once it is there as a whole.
func appears(t *testing.T, file string) {
	t.Helper()
	check(t, e2e.Eventually(saveLimit, file, func() bool {
		_, err := os.Stat(file)
		return err == nil
	}))
}
