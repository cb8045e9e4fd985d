//go:build e2e

package e2e_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"groundwork/e2e"
)

// marker is a word that stands in everything that the test of it writes, and
// nowhere else.
const marker = "zwitterquokka"

// marks lists the files in the user's home, their journal and whatever the
// program leaves elsewhere, that hold the marker word or bear it in their name.
func (s *seat) marks() (files []string) {
	s.t.Helper()
	forms := [][]byte{[]byte(marker), nil, nil}
	for _, unit := range utf16.Encode([]rune(marker)) {
		forms[1] = append(forms[1], byte(unit), byte(unit>>8))
		forms[2] = append(forms[2], byte(unit>>8), byte(unit))
	}
	check(s.t, filepath.WalkDir(s.Home, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // it went meanwhile
		}
		if err != nil {
			return err
		}
		if strings.Contains(entry.Name(), marker) {
			files = append(files, path)
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		raw, err := os.ReadFile(path)
		for _, form := range forms {
			if bytes.Contains(raw, form) {
				files = append(files, path)
			}
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}))
	return files
}

// unmarked wants no file to hold the marker word.
func (s *seat) unmarked(when string) {
	s.t.Helper()
	for _, file := range s.marks() {
		s.t.Errorf("%s, %s holds a word of the journal", when, file)
	}
}

// takesPicture adds an entry of today with a picture whose name and content are
// marked.
func (s *seat) takesPicture() {
	s.t.Helper()
	var picture bytes.Buffer
	check(s.t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 400, 300))))
	picture.WriteString(marker) // behind its end, which no viewer minds
	sum := sha256.Sum256(picture.Bytes())
	folder := s.t.TempDir()
	check(s.t, os.Mkdir(filepath.Join(folder, "in.files"), 0o700))
	check(s.t, os.WriteFile(filepath.Join(folder, "in.files", hex.EncodeToString(sum[:])+".png"), picture.Bytes(), 0o600))
	document := fmt.Sprintf(`{"format":"groundwork-journal/1","entries":[{"id":"bb200000-0000-4000-8000-000000000001","kind":"reflection",`+
		`"day":%q,"title":"%s","body":"%s","tags":["%s"],"attachments":[{"name":"%s.png","type":"image/png","sha256":"%x"}]}]}`,
		time.Now().Format(time.DateOnly), marker, marker, marker, marker, sum)
	check(s.t, os.WriteFile(filepath.Join(folder, "in.json"), []byte(document), 0o600))
	s.command(0, "import", filepath.Join(folder, "in.json"), "--passphrase-file", s.secretFile())
}

func TestNoFileHoldsAWordOfAProtectedJournalWhileItIsWrittenSearchedAndShown(t *testing.T) {
	s := sit(t)
	s.Env = append(s.Env, "TMPDIR="+filepath.Join(s.Home, "tmp"))
	check(t, os.Mkdir(filepath.Join(s.Home, "tmp"), 0o700))
	s.protects()
	s.takesPicture()
	s.unmarked("before the window opens")
	w := s.show()
	w.types(secret)
	w.keys("Return")
	s.waitsFor("a journal that is unlocked", 0)
	check(t, w.Ready())
	w.types(marker + " is typed.")
	check(t, e2e.Eventually(saveLimit, "what was typed", func() bool {
		out, _, _ := s.Groundwork("list", "--format", "json", "--data", s.folder)
		return strings.Contains(out, "is typed")
	}))
	s.unmarked("while one writes")
	w.turns("ctrl+f")
	w.types(marker)
	w.turns("Return") // reads the entry, with its picture
	s.unmarked("while one searches and reads")
	w.turns("ctrl+shift+e")
	s.unmarked("while one is asked how to export")
	w.turns("Escape")
	s.unmarked("after an export that was called off")
	w.Kill()
	s.unmarked("after a kill")
	w = s.show()
	s.unmarked("behind the lock")
	w.keys("ctrl+q")
	w.ends()
}
