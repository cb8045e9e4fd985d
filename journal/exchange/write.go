package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"groundwork/journal"
)

// WriteOwn writes the journal's own JSON, groundwork-journal/1. It is one
// valid JSON document, laid out for people who compare two of them: each
// entry, expectation, person, prompt and pack stands on a line of its own,
// and so does the plan. The entries are written as they come.
func WriteOwn(w io.Writer, x journal.Export, exported time.Time) error {
	o := ownWriter{out: bufio.NewWriterSize(w, 1<<16)}
	o.begin(exported)
	former := formerPeople(x.People)
	if err := o.entries(x, &former); err != nil {
		return err
	}
	o.rest(x, &former)
	if err := o.end(); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}

// begin writes what a document says of itself.
func (o *ownWriter) begin(exported time.Time) {
	o.member("format", OwnFormat)
	o.member("exported", exported.Format(time.RFC3339))
}

// rest writes everything but the entries.
func (o *ownWriter) rest(x journal.Export, former *former) {
	writeItems(o, "expectations", x.Expectations)
	if x.People != nil {
		writeItems(o, "people", x.People)
		former.goals(x.Plan.Goals)
		if len(former.names) > 0 {
			o.member("formerPeople", former.names)
		}
	}
	o.member("plan", x.Plan)
	writeItems(o, "prompts", x.OwnPrompts)
	writeItems(o, "packs", x.Packs)
	for _, name := range slices.Sorted(maps.Keys(x.Extra)) {
		o.member(name, x.Extra[name])
	}
}

// end closes the document.
func (o *ownWriter) end() error {
	o.text("\n}\n")
	if o.err != nil {
		return o.err
	}
	return o.out.Flush()
}

// ownWriter writes a document and keeps the first error.
type ownWriter struct {
	out   *bufio.Writer
	begun bool
	err   error
}

// entries writes the entries as they come. An error of theirs is not one of
// writing, and is given as it is.
func (o *ownWriter) entries(x journal.Export, former *former) error {
	first := o.list("entries")
	for e, err := range x.Entries {
		if err != nil {
			return err
		}
		former.entry(e)
		o.item(&first, e)
		if o.err != nil {
			break
		}
	}
	o.text("\n]")
	return nil
}

func writeItems[T any](o *ownWriter, name string, items []T) {
	first := o.list(name)
	for _, x := range items {
		o.item(&first, x)
	}
	o.text("\n]")
}

// list begins a member that is a list.
func (o *ownWriter) list(name string) (first bool) {
	o.name(name)
	o.text("[")
	return true
}

// item writes one item of a list on its line.
func (o *ownWriter) item(first *bool, x any) {
	if !*first {
		o.text(",")
	}
	*first = false
	o.text("\n")
	o.value(x)
}

// member writes one member of the document.
func (o *ownWriter) member(name string, x any) {
	o.name(name)
	o.value(x)
}

func (o *ownWriter) name(name string) {
	if o.begun {
		o.text(",\n")
	} else {
		o.text("{")
	}
	o.begun = true
	o.value(name)
	o.text(": ")
}

func (o *ownWriter) value(x any) {
	if o.err != nil {
		return
	}
	text, err := Encode(x)
	if err != nil {
		o.err = err
		return
	}
	_, o.err = o.out.Write(text)
}

func (o *ownWriter) text(s string) {
	if o.err == nil {
		_, o.err = o.out.WriteString(s)
	}
}

// Encode writes x as JSON on one line, with <, > and & as they are: the text
// is for people and programs, not for a web page.
func Encode(x any) ([]byte, error) {
	if m, ok := x.(json.Marshaler); ok {
		return m.MarshalJSON()
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
