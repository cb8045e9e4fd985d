package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"groundwork/journal"
)

// OwnFormat is how the journal's own JSON calls itself.
const OwnFormat = "groundwork-journal/1"

// The limits of a document of the journal's own JSON. They keep a hostile
// file from filling the memory; 100,000 entries take about a third of the length.
const (
	maxDocument    = 512 << 20 // bytes
	maxPiece       = 16 << 20  // bytes of one entry, person, plan and so on
	maxDepth       = 64        // of one of them
	maxItems       = 1_000_000 // of all lists
	maxQuarantined = 10_000
)

// Own is the journal's own JSON, groundwork-journal/1.
type Own struct{}

// Name is "groundwork".
func (Own) Name() string { return "groundwork" }

// Detect looks for the format's own name at both ends of the file: the
// member that holds it may stand first or last.
func (Own) Detect(src Source) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(src.Head, []byte(bom)), " \t\r\n")
	if !bytes.HasPrefix(head, []byte("{")) {
		return false
	}
	family := []byte(`"groundwork-journal/`)
	return bytes.Contains(src.Head, family) || bytes.Contains(src.Tail, family)
}

const bom = "\ufeff"

// Read reads the file. The attached files are those in the folder beside it.
func (Own) Read(ctx context.Context, src Source) (journal.Incoming, error) {
	f, err := src.FS.Open(src.Path)
	if err != nil {
		return journal.Incoming{}, err
	}
	defer func() { _ = f.Close() }() // only read: nothing is lost
	if info, err := f.Stat(); err == nil && info.Size() > maxDocument {
		return journal.Incoming{}, tooLong(maxDocument)
	}
	in, err := ReadOwn(ctx, f)
	in.Files = newBeside(src).open
	return in, err
}

// ReadOwn reads the journal's own JSON. Members of the document that this
// version does not know are kept.
func ReadOwn(ctx context.Context, r io.Reader) (journal.Incoming, error) {
	o := ownReader{ctx: ctx, split: newSplitter(r)}
	o.in.Format = Own{}.Name()
	if err := o.document(); err != nil {
		return journal.Incoming{}, err
	}
	return o.in, nil
}

// ownReader is one document that is being read.
type ownReader struct {
	ctx    context.Context
	split  *splitter
	in     journal.Incoming
	format string
	items  int
}

// document reads the document's members one after the other.
func (o *ownReader) document() error {
	if err := o.skipBOM(); err != nil {
		return err
	}
	c, err := o.split.peek()
	switch {
	case errors.Is(err, io.EOF):
		return wrong("This file is empty.")
	case err != nil:
		return err
	case c != '{':
		return wrong("This is not a journal that Groundwork can read: it is not a JSON object.")
	}
	o.split.pos++
	if err := o.members(); err != nil {
		return err
	}
	if _, err := o.split.peek(); !errors.Is(err, io.EOF) {
		if err == nil {
			err = o.split.broken()
		}
		return err
	}
	if o.format == "" {
		return wrong(`This file does not say what it is: the member "format" with %q is missing.`, OwnFormat)
	}
	return nil
}

// skipBOM skips the mark that some editors put at the beginning of a file.
func (o *ownReader) skipBOM() error {
	head := make([]byte, len(bom))
	n, err := io.ReadFull(o.split.r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if string(head[:n]) != bom {
		o.split.r = io.MultiReader(bytes.NewReader(head[:n]), o.split.r)
	}
	return nil
}

func (o *ownReader) members() error {
	c, err := o.split.peek()
	if err != nil {
		return cutOff(err)
	}
	if c == '}' {
		o.split.pos++
		return nil
	}
	for {
		name, err := o.name()
		if err != nil {
			return err
		}
		if _, err := o.split.take(":"); err != nil {
			return err
		}
		if err := o.member(name); err != nil {
			return err
		}
		if c, err := o.split.take(",}"); err != nil || c == '}' {
			return err
		}
	}
}

// name reads the name of a member.
func (o *ownReader) name() (string, error) {
	if c, err := o.split.peek(); err != nil || c != '"' {
		if err == nil {
			err = o.split.broken()
		}
		return "", cutOff(err)
	}
	text, err := o.split.next()
	if err != nil {
		return "", err
	}
	var name string
	if err := json.Unmarshal(text, &name); err != nil {
		return "", o.split.broken()
	}
	return name, nil
}

// member reads the value of one member.
func (o *ownReader) member(name string) error {
	in := &o.in.Contents
	var err error
	switch name {
	case "format":
		return o.readFormat()
	case "exported":
		_, err = o.split.next()
		return err
	case "entries":
		err = readItems(o, "entry", &in.Entries)
	case "expectations":
		err = readItems(o, "expectation", &in.Expectations)
	case "people":
		err = readItems(o, "person", &in.People)
	case "formerPeople":
		err = readItems(o, "name", &in.FormerPeople)
	case "prompts":
		err = readItems(o, "prompt", &in.OwnPrompts)
	case "packs":
		err = readItems(o, "pack", &in.Packs)
	case "plan":
		return o.readPlan()
	default:
		return o.readExtra(name)
	}
	if errors.Is(err, errNotList) {
		return wrong("In this file %q is not a list, so nothing was read from it.", name)
	}
	return err
}

// readFormat checks what the document says it is.
func (o *ownReader) readFormat() error {
	text, err := o.split.next()
	if err != nil {
		return err
	}
	family, _, _ := strings.Cut(OwnFormat, "/")
	switch err := json.Unmarshal(text, &o.format); {
	case err != nil || !strings.HasPrefix(o.format, family+"/"):
		return wrong("This is not a Groundwork journal: it says that it is %s.", beginning(string(text), 40))
	case o.format != OwnFormat:
		return wrong("A newer version of Groundwork wrote this file (%s). Install the newest version to read it.", beginning(o.format, 40))
	}
	return nil
}

func (o *ownReader) readPlan() error {
	raw, err := o.split.next()
	if err != nil && !errors.Is(err, errTooLong) && !errors.Is(err, errTooDeep) {
		return err
	}
	var plan *journal.Plan
	if err := decode(raw, err, &plan); err != nil {
		o.quarantine("The plan", err, raw, false)
		return nil
	}
	o.in.Contents.Plan = plan
	return nil
}

// readExtra keeps a member that this version does not know.
func (o *ownReader) readExtra(name string) error {
	raw, err := o.split.next()
	if err != nil && !errors.Is(err, errTooLong) && !errors.Is(err, errTooDeep) {
		return err
	}
	var any json.RawMessage
	if err := decode(raw, err, &any); err != nil {
		o.quarantine(fmt.Sprintf("The member %q", beginning(name, 80)), err, raw, false)
		return nil
	}
	var short bytes.Buffer
	if err := json.Compact(&short, raw); err != nil {
		return err
	}
	if o.in.Contents.Extra == nil {
		o.in.Contents.Extra = journal.Extra{}
	}
	o.in.Contents.Extra[name] = short.Bytes()
	return nil
}

// readItems reads a list of things of one sort; what is called is the sort.
func readItems[T any](o *ownReader, what string, to *[]T) error {
	n := 0
	return o.split.items(func(raw []byte, err error) error {
		n++
		if o.items++; o.items > maxItems {
			return wrong("This file holds more than %d things, which is more than Groundwork reads at once. Split it into several files.", maxItems)
		}
		if err := o.ctx.Err(); err != nil {
			return err
		}
		var x T
		if err := decode(raw, err, &x); err != nil {
			o.quarantine(label(raw, what, n), err, raw, what == "entry")
			if len(o.in.Quarantined) > maxQuarantined {
				return wrong("More than %d things in this file cannot be read, so nothing was read from it.", maxQuarantined)
			}
			return nil
		}
		*to = append(*to, x)
		return nil
	})
}

// quarantine sets something aside that cannot be read.
func (o *ownReader) quarantine(name string, err error, raw []byte, entry bool) {
	o.in.Quarantined = append(o.in.Quarantined, journal.Quarantined{
		Name: name, Reason: sentence(err), Raw: beginning(string(raw), 16<<10), Entry: entry,
	})
}
