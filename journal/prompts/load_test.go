package prompts

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"groundwork/journal"
)

// tiny is a catalogue of one document that is as it should be.
const tiny = `key: tiny
title: "A document"
names: []
notes: ["It names no author."]
reading: |
  What it says.
frameworks:
  - key: first
    name: "First"
    where: "the list"
    gist: "A list."
    note: ""
    elements:
      - key: one
        name: "One"
        gist: "The first."
        where: "item 1"
        tryThis: ""
        prompts:
          - {n: 1, kind: moment, look: back, text: "What did you do?"}
          - {n: 2, kind: reflection, look: forward, text: "What will you do?"}
`

// oneMore is an element to stand before the first one.
const oneMore = `    elements:
      - key: none
        name: "None"
        area: People
        gist: "Another one."
        where: "item 0"
        prompts:
          - {n: 1, kind: moment, look: back, text: "What did you do?"}
`

func loadTiny(text string) (*Catalogue, error) {
	return load(fstest.MapFS{"tiny.yaml": {Data: []byte(text)}}, []string{"tiny"})
}

func TestGivenATinyCatalogueThenItIsReadWhole(t *testing.T) {
	c, err := loadTiny(tiny)
	if err != nil {
		t.Fatal(err)
	}
	at, ok := c.Prompt("tiny/first/one#2")
	if !ok {
		t.Fatal("the question is not found by its key")
	}
	want := Prompt{Key: "tiny/first/one#2", Text: "What will you do?", Kind: journal.Reflection, Look: Forward}
	if *at.Prompt != want || at.Element.Name != "One" || at.Framework.Key != "tiny/first" || at.Source.Reading != "What it says." {
		t.Errorf("found %+v in %+v", *at.Prompt, at.Element)
	}
}

func TestGivenADamagedFileThenLoadSaysWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"a field that is not known":  {`    note: ""`, `    notes: ""`, "notes"},
		"no YAML":                    {`frameworks:`, `frameworks`, "line"},
		"cut off":                    {tiny[strings.Index(tiny, "frameworks:"):], "", "no framework"},
		"another key":                {"key: tiny", "key: other", `"other"`},
		"a second document":          {"key: tiny", "---\nkey: tiny\n---\nkey: tiny", "follows"},
		"no title":                   {`"A document"`, `" "`, "title is empty"},
		"a key with a slash":         {"key: one", "key: one/two", "not a key"},
		"a number given twice":       {"{n: 2,", "{n: 1,", "there twice"},
		"a number that is not given": {"{n: 2,", "{", "not 1 or more"},
		"an unknown kind":            {"kind: reflection", "kind: thought", `"thought" is not a kind`},
		"an unknown look":            {"look: forward", "look: ahead", `"ahead"`},
		"an empty question":          {`"What will you do?"`, `""`, "text is empty"},
		"no gist":                    {`"The first."`, `""`, "gist is empty"},
		"an area for one of two":     {"    elements:\n", oneMore, "some have none"},
		"a number for a text":        {`n: 2`, `n: two`, "two"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(tiny, c.old, c.new, 1)
			if text == tiny {
				t.Fatalf("%q is not in the file", c.old)
			}
			got, err := loadTiny(text)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "tiny.yaml") {
				t.Errorf("load = %v, %v; want an error that names the file and says %q", got, err, c.want)
			}
			if got != nil {
				t.Error("a damaged catalogue was handed out")
			}
		})
	}
}

func TestGivenAMissingFileThenLoadSaysWhich(t *testing.T) {
	_, err := load(fstest.MapFS{"tiny.yaml": {Data: []byte(tiny)}}, []string{"tiny", "gone"})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "gone.yaml") {
		t.Errorf("load = %v, want an error about gone.yaml", err)
	}
	if _, err := load(fstest.MapFS{}, nil); err == nil {
		t.Error("a catalogue without a question was handed out")
	}
}

func TestGivenTheFolderThenEveryFileOfItIsLoaded(t *testing.T) {
	there, err := fs.Glob(files, "catalogue/*.yaml")
	if err != nil || len(there) != len(sourceKeys()) {
		t.Fatalf("the folder holds %v (%v), and %v are loaded", there, err, sourceKeys())
	}
	for _, key := range sourceKeys() {
		if _, err := fs.Stat(files, "catalogue/"+key+".yaml"); err != nil {
			t.Error(err)
		}
	}
}

func TestGivenADamagedCatalogueThenTheGuideAnswersWithASentence(t *testing.T) {
	times := 0
	g := newGuide(journal.New(newMemory(), journal.Options{Now: time.Now}), func() (*Catalogue, error) {
		times++
		return loadTiny("key: [")
	})
	_, today := g.Today(t.Context(), "")
	_, another := g.Another(t.Context(), journal.Reflection)
	_, catalogue := g.Catalogue()
	for name, err := range map[string]error{"Today": today, "Another": another, "Catalogue": catalogue} {
		if !errors.Is(err, journal.ErrInvalid) || !strings.Contains(err.Error(), "tiny.yaml") {
			t.Errorf("%s = %v, want an ErrInvalid with the detail for the log", name, err)
		}
		if what, _ := journal.Explain(err); !strings.HasPrefix(what, "The questions that come with Groundwork cannot be read.") {
			t.Errorf("%s: the user reads %q", name, what)
		}
	}
	if times != 1 {
		t.Errorf("the catalogue was loaded %d times, want once", times)
	}
}
