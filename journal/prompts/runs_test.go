package prompts_test

import (
	"encoding/binary"
	"flag"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// runLength is how many words in a row may not come from a document.
const runLength = 8

// fingerprint is the stored file: the hash of every run of eight words of the
// five documents, sorted. It is written anew, where the documents are at hand,
// with: go test ./journal/prompts -run Runs -update
const fingerprint = "testdata/runs.bin"

var update = flag.Bool("update", false, "write the fingerprint of the documents anew")

// runs lists the runs of eight words in a text.
func runs(text string) []string {
	w := words(text)
	var out []string
	for i := 0; i+runLength <= len(w); i++ {
		out = append(out, strings.Join(w[i:i+runLength], " "))
	}
	return out
}

func hashRun(run string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(run))
	return h.Sum64()
}

// documentRuns gives the sorted hashes of the documents' runs, or none where
// the documents are not at hand.
func documentRuns(t *testing.T) []uint64 {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared, "sources", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var hashes []uint64
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(text) {
			t.Fatalf("%s is not UTF-8", file)
		}
		for _, run := range runs(string(text)) {
			hashes = append(hashes, hashRun(run))
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// storedRuns reads the fingerprint.
func storedRuns(t *testing.T) []uint64 {
	t.Helper()
	data, err := os.ReadFile(fingerprint)
	if err != nil {
		t.Fatal(err)
	}
	if len(data)%8 != 0 {
		t.Fatalf("%s is %d bytes long, which is not a row of hashes", fingerprint, len(data))
	}
	hashes := make([]uint64, 0, len(data)/8)
	for ; len(data) > 0; data = data[8:] {
		hashes = append(hashes, binary.LittleEndian.Uint64(data))
	}
	if !slices.IsSorted(hashes) || len(hashes) < 5000 {
		t.Fatalf("%s holds %d hashes, sorted: %v", fingerprint, len(hashes), slices.IsSorted(hashes))
	}
	return hashes
}

func TestRunsGivenTheDocumentsThenTheStoredFingerprintIsTheirs(t *testing.T) {
	want := documentRuns(t)
	if len(want) == 0 {
		t.Skip("The five documents are not at hand, so the stored fingerprint stands for them.")
	}
	if *update {
		data := make([]byte, 0, len(want)*8)
		for _, h := range want {
			data = binary.LittleEndian.AppendUint64(data, h)
		}
		if err := os.WriteFile(fingerprint, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := storedRuns(t); !slices.Equal(want, got) {
		t.Errorf("the documents have %d runs and the fingerprint %d others; run with -update", len(want), len(got))
	}
}

func TestRunsGivenTheCatalogueThenNoEightWordsAreADocuments(t *testing.T) {
	known := storedRuns(t)
	allowed := map[string]bool{}
	c := loaded(t)
	for _, s := range c.Sources {
		for _, run := range runs(s.Title) {
			allowed[run] = true
		}
	}
	checked := 0
	check := func(key, text string) {
		for _, run := range runs(text) {
			checked++
			if _, found := slices.BinarySearch(known, hashRun(run)); found && !allowed[run] {
				t.Errorf("%s copies the document: %q", key, run)
			}
		}
	}
	for _, s := range c.Sources {
		check(s.Key+" reading", s.Reading)
		for _, each := range slices.Concat(s.Notes, s.Names) {
			check(s.Key+" notes", each)
		}
		for _, f := range s.Frameworks {
			check(f.Key, strings.Join([]string{f.Name, f.Gist}, " · "))
			check(f.Key+" note", f.Note)
			check(f.Key+" where", f.Where)
		}
	}
	for at := range c.Elements() {
		for what, text := range map[string]string{
			"name": at.Element.Name, "gist": at.Element.Gist, "where": at.Element.Where, "tryThis": at.Element.TryThis,
		} {
			check(at.Element.Key+" "+what, text)
		}
		for _, p := range at.Element.Prompts {
			check(p.Key, p.Text)
		}
	}
	if checked < 2000 {
		t.Errorf("only %d runs were compared", checked)
	}
}

func TestRunsGivenADocumentsTitleThenTheFingerprintKnowsIt(t *testing.T) {
	// The title stands in the document too, so it shows that a copy is found.
	known, title := storedRuns(t), runs(loaded(t).Sources[0].Title)
	if len(title) == 0 {
		t.Fatal("the title is too short to be compared")
	}
	for _, run := range title {
		if _, found := slices.BinarySearch(known, hashRun(run)); !found {
			t.Errorf("%q is in the document and not in the fingerprint", run)
		}
	}
}
