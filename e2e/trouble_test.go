//go:build e2e

package e2e_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"groundwork/e2e"
)

// nobody is a user of the system without any rights.
const nobody = 65534

// trouble is a journal that cannot be opened: for what is in its file, or for
// the modes of its file and its folder.
type trouble struct {
	spoil        func(t *testing.T, s *seat)
	file, folder os.FileMode
}

// Such a journal opens a page that says so, and changes nothing.
func TestAJournalThatCannotBeOpenedIsLeftAsItIs(t *testing.T) {
	for name, trouble := range map[string]trouble{
		"WhenItIsNoDatabase":         {noDatabase, 0o600, 0o700},
		"WhenItIsOfAnotherProgram":   {makeForeign, 0o600, 0o700},
		"WhenItIsCutOff":             {cutOff, 0o600, 0o700},
		"WhenItIsOfALaterVersion":    {makeNewer, 0o600, 0o700},
		"WhenTheFolderIsUnreadable":  {nil, 0o600, 0o000},
		"WhenTheFolderIsReadOnly":    {nil, 0o600, 0o500},
		"WhenTheJournalIsUnreadable": {nil, 0o000, 0o700},
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			s.add(sentence)
			if trouble.spoil != nil {
				trouble.spoil(t, s)
			}
			before := s.content()
			s.asNobody()
			t.Cleanup(func() { s.modes(0o600, 0o700) }) // so that it can be removed
			s.modes(trouble.file, trouble.folder)
			s.opensAPage("trouble-" + name)
			s.modes(0o600, 0o700)
			if after := s.content(); !bytes.Equal(before, after) {
				t.Errorf("the journal was changed, from %d bytes to %d", len(before), len(after))
			}
		})
	}
}

// opensAPage wants the window to stay up with the news, whatever letters are
// typed into it, and to end as it should. Space and Enter would press a button.
func (s *seat) opensAPage(picture string) {
	s.t.Helper()
	w := s.show()
	check(s.t, e2e.Eventually(saveLimit, "a word about it in the log", func() bool {
		return strings.Contains(w.Log(), "open the journal")
	}))
	check(s.t, w.Steady())
	w.saves(picture)
	w.types("nothing-of-this-may-be-written")
	if w.Ended() {
		s.t.Fatal("the window has gone")
	}
	w.keys("ctrl+q")
	w.ends()
}

// journal is the file of the journal.
func (s *seat) journal() string { return filepath.Join(s.folder, "journal.db") }

func (s *seat) content() []byte {
	s.t.Helper()
	content, err := os.ReadFile(s.journal())
	check(s.t, err)
	return content
}

func (s *seat) modes(file, folder os.FileMode) {
	s.t.Helper()
	check(s.t, os.Chmod(s.folder, 0o700)) // to reach the file
	check(s.t, os.Chmod(s.journal(), file))
	check(s.t, os.Chmod(s.folder, folder))
}

func noDatabase(t *testing.T, s *seat) {
	check(t, os.WriteFile(s.journal(), bytes.Repeat([]byte("Dear diary, "), 1000), 0o600))
}

func cutOff(t *testing.T, s *seat) {
	content := s.content()
	check(t, os.WriteFile(s.journal(), content[:len(content)/2], 0o600))
}

// makeNewer gives a journal that is not open the version of a later program.
func makeNewer(t *testing.T, s *seat) {
	out, err := exec.Command("sqlite3", s.journal(), "PRAGMA user_version=9999").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// makeForeign puts the database of another program where the journal was.
func makeForeign(t *testing.T, s *seat) {
	check(t, os.Remove(s.journal()))
	out, err := exec.Command("sqlite3", s.journal(), "PRAGMA application_id=7; CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('a')").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// asNobody goes on as a user without rights: for root no file is unreadable.
func (s *seat) asNobody() {
	s.t.Helper()
	if os.Getuid() != 0 {
		return
	}
	var files []string
	check(s.t, filepath.WalkDir(s.folder, func(path string, _ os.DirEntry, err error) error {
		files = append(files, path)
		return err
	}))
	check(s.t, s.Become(nobody, files...))
}
