package data

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// layered leaves a closed protected journal of which the backup holds entry 1,
// the file entries 1 and 2, and the saves beside it entries 3 to 5. Two files
// are attached to entry 1.
func layered(t testing.TB) (h *Home, sheet journal.RecoveryKey) {
	t.Helper()
	h = NewHome(filepath.Join(t.TempDir(), "journal"), Options{})
	sheet = makeProtected(t, h)
	s := openHome(t, h)
	e := written(1, marker, marker+" 1")
	for _, content := range []string{marker, marker + " in the other file"} {
		keepText(t, s, content)
		e.Attachments = append(e.Attachments, journal.Attachment{Name: marker, SHA256: sumOf(content)})
	}
	apply(t, s, journal.Changes{Entries: []journal.Entry{e}})
	if _, err := h.BackUp(t.Context(), journal.BackupByHand); err != nil {
		t.Fatal(err)
	}
	addEntry(t, s, 2, marker+" 2")
	if err := s.image(t.Context(), s.imageAtOnce); err != nil {
		t.Fatal(err)
	}
	for n := 3; n <= 5; n++ {
		addEntry(t, s, n, fmt.Sprint(marker, " ", n))
	}
	c := copyOf(t, h)
	c.setKeys(nil)
	return c, sheet
}

// damages are what befalls a file; others are the other files of its kind, and
// the one of another journal.
var damages = map[string]func(content []byte, luck *rand.Rand, others [][]byte) []byte{
	"half of it is noise": func(content []byte, luck *rand.Rand, _ [][]byte) []byte {
		return inHalf(content, luck, func(byte) byte { return byte(luck.Uint32()) })
	},
	"half of it is something else": func(content []byte, luck *rand.Rand, _ [][]byte) []byte {
		shift := byte(1 + luck.IntN(255))
		return inHalf(content, luck, func(b byte) byte { return b + shift })
	},
	"half of it is zero": func(content []byte, luck *rand.Rand, _ [][]byte) []byte {
		return inHalf(content, luck, func(byte) byte { return 0 })
	},
	"it is cut off":   func(content []byte, luck *rand.Rand, _ [][]byte) []byte { return content[:luck.IntN(len(content))] },
	"another's is it": func(_ []byte, luck *rand.Rand, others [][]byte) []byte { return others[luck.IntN(len(others))] },
}

func inHalf(content []byte, luck *rand.Rand, change func(byte) byte) []byte {
	content = slices.Clone(content)
	half := len(content) / 2
	at := luck.IntN(len(content) - half + 1)
	for i := at; i < at+half; i++ {
		content[i] = change(content[i])
	}
	return content
}

// namesIn lists the files of a journal by their names in its folder.
func namesIn(t testing.TB, folder string) (names []string) {
	t.Helper()
	for _, path := range files(t, folder) {
		name, err := filepath.Rel(folder, path)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// ofItsKind reads the other files beside one, and those beside the one of the
// same kind in another journal.
func ofItsKind(t testing.TB, h, other *Home, name string) (all [][]byte) {
	t.Helper()
	own, err := os.ReadFile(filepath.Join(h.folder, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []*Home{h, other} {
		for _, each := range namesIn(t, in.folder) {
			if each != name && (filepath.Dir(name) == "." && filepath.Base(each) != filepath.Base(name) || filepath.Dir(each) != filepath.Dir(name)) {
				continue
			}
			content, err := os.ReadFile(filepath.Join(in.folder, each))
			if err != nil {
				t.Fatal(err)
			}
			if string(content) != string(own) {
				all = append(all, content)
			}
		}
	}
	return all
}

// TestWhateverIsDamagedIsNamedAndTheNewestGoodStateComesBack, and nothing that
// was damaged passes for good.
func TestWhateverIsDamagedIsNamedAndTheNewestGoodStateComesBack(t *testing.T) {
	whole, sheet := layered(t)
	other, _ := layered(t)
	names := namesIn(t, whole.folder)
	if len(names) != 9 {
		t.Fatalf("there are %v", names)
	}
	kinds := slices.Sorted(mapKeys(damages))
	ends := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		name := rapid.SampledFrom(names).Draw(rt, "file")
		how := rapid.SampledFrom(kinds).Draw(rt, "damage")
		luck := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "luck"), 0))
		folder, err := os.MkdirTemp("", "groundwork-property-")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(folder)
		if err := os.CopyFS(folder, os.DirFS(whole.folder)); err != nil {
			rt.Fatal(err)
		}
		path := filepath.Join(folder, name)
		content, err := os.ReadFile(path)
		if err != nil {
			rt.Fatal(err)
		}
		broken := damages[how](content, luck, ofItsKind(t, whole, other, name))
		if string(broken) == string(content) {
			return
		}
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			rt.Fatal(err)
		}
		d := damagedFile{rt, NewHome(folder, Options{}), name, sheet, idOf(t, other)}
		d.home.work = 2
		ends[d.meets()]++
	})
	t.Log(ends)
}

// idOf tells which journal one is.
func idOf(t testing.TB, h *Home) string {
	t.Helper()
	if err := h.Unlock(t.Context(), passphrase); err != nil {
		t.Fatal(err)
	}
	all, err := h.Backups(t.Context(), "")
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %v", all, err)
	}
	return all[0].Journal
}

func mapKeys[V any](m map[string]V) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for name := range m {
			if !yield(name) {
				return
			}
		}
	}
}

// damagedFile is a journal in which one file was damaged.
type damagedFile struct {
	*rapid.T
	home  *Home
	name  string
	sheet journal.RecoveryKey
	other string // which journal the other one is
}

// meets sees what the program makes of it, and tells it in a word.
func (d damagedFile) meets() string {
	ctx := d.Context()
	err := d.home.Unlock(ctx, passphrase)
	if d.name == identityName && errors.Is(err, journal.ErrWrongPassphrase) {
		err = d.home.Unlock(ctx, string(d.sheet)) // as the sentence says
		d.want(0, err)
		return "the sheet opens it"
	}
	if err != nil {
		d.Fatalf("unlock: %v", err)
	}
	if d.name == recoveryName {
		if err := d.home.Unlock(ctx, string(d.sheet)); err != nil {
			d.Fatalf("with the sheet: %v", err)
		}
	}
	if filepath.Dir(d.name) == "backups" {
		return d.isNoGoodBackup()
	}
	found, err := d.home.Check(ctx)
	if err != nil || found.OK || !strings.Contains(fmt.Sprint(found.Problems), d.said()) {
		d.Fatalf("the check says %+v, %v", found, err)
	}
	lost := d.lost()
	r, err := d.home.Repair(ctx)
	if err != nil || len(r.Problems) == 0 || r.OK && lost > 0 && d.name != sealedDatabase {
		d.Fatalf("repair: %+v, %v", r, err)
	}
	d.want(lost, nil)
	return "named, and " + strconv.Itoa(lost) + " saves lost"
}

// said is how the damaged file is named.
func (d damagedFile) said() string {
	if filepath.Dir(d.name) == "attachments" {
		return "The attached file"
	}
	return filepath.Base(d.name)
}

// lost is how many entries the newest good state lacks.
func (d damagedFile) lost() int {
	switch filepath.Dir(d.name) {
	case "pending":
		all, err := listSaves(d.home.folder)
		if err != nil {
			d.Fatal(err)
		}
		return len(all) - slices.IndexFunc(all, func(each keptSave) bool { return each.name == filepath.Base(d.name) })
	case ".":
		if d.name == sealedDatabase {
			return 4
		}
	}
	return 0
}

// want wants the journal to open as good with all its entries but the last.
func (d damagedFile) want(lost int, err error) {
	if err != nil {
		d.Fatal(err)
	}
	s, err := d.home.Open(d.Context())
	if err != nil {
		d.Fatalf("open: %v", err)
	}
	defer s.Close()
	for n := 1; n <= 5-lost; n++ {
		if e, err := s.Entry(d.Context(), testID(n)); err != nil || e.Body != fmt.Sprint(marker, " ", n) {
			d.Fatalf("entry %d: %q, %v", n, e.Body, err)
		}
	}
	if n, err := s.Count(d.Context(), journal.Filter{}); err != nil || n != 5-lost {
		d.Fatalf("%d entries, %v", n, err)
	}
	problems, err := s.(*Store).check(d.Context(), append(s.(*Store).insights(), s.(*Store).checkAttachments)...)
	if err != nil || len(problems) > 0 {
		d.Fatalf("it is not sound: %v, %v", problems, err)
	}
}

// isNoGoodBackup sees to it that a damaged backup does not pass for one.
func (d damagedFile) isNoGoodBackup() string {
	path := filepath.Join(d.home.folder, d.name)
	trial, err := d.home.TryBackup(d.Context(), path)
	if err == nil && trial.OK && trial.Journal == d.other {
		return "the good backup of another journal, which says so"
	}
	if err == nil && trial.OK {
		d.Fatalf("the backup is good: %+v", trial)
	}
	if _, err := d.home.Restore(d.Context(), path, true); err == nil && d.intact() != nil {
		d.Fatal("it takes the place of the journal and is none")
	}
	return "no good backup"
}

func (d damagedFile) intact() error {
	s, err := d.home.Open(d.Context())
	if err != nil {
		return err
	}
	return s.Close()
}
