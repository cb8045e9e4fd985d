package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"
)

// Incoming is what a file or folder held that is to be imported: the readers
// of foreign formats make it, and the one of the journal's own JSON. Its IDs
// may come from another program, and names may stand where IDs belong.
type Incoming struct {
	Format      string // the name of the format, such as "groundwork"
	Contents    Contents
	Quarantined []Quarantined // what could not be read

	// Files opens an attached file by its SHA-256, in lower-case hex; it may
	// be asked more than once. A file that is not there is an fs.ErrNotExist,
	// one that is refused an Invalid. Nil where nothing lies beside.
	Files func(sum string) (io.ReadCloser, error)
}

// Quarantined is an item that could not be taken in, and why. It never stops
// the others.
type Quarantined struct {
	Name   string `json:"name"`   // its title, its ID, or its place in the file
	Reason string `json:"reason"` // a sentence for the user
	Raw    string `json:"-"`      // its text as it was read, or the beginning of a long one
	Entry  bool   `json:"-"`      // it is an entry, and counts as found
}

// ImportReport is what came of an import. The counts are those of entries.
type ImportReport struct {
	Format      string        `json:"format"`
	Found       int           `json:"found"`
	New         int           `json:"new"`
	Same        int           `json:"same"`
	Changed     int           `json:"changed"`
	Quarantined []Quarantined `json:"quarantined"`
	Attachments int           `json:"attachments"`     // of the new and changed entries, less the files that are left out
	Batch       ID            `json:"batch,omitempty"` // to undo it with; none after a dry run
}

// Import takes everything in that is new or different, as one transaction and
// one batch that UndoImport can take back. What breaks a rule is left out and
// named in the report. Attached files are kept before it, from in.Files, and a
// backup is made (see Options); without it nothing is taken in.
// Importing the same again changes nothing. A dry run reports the same and
// writes nothing.
func (j *Journal) Import(ctx context.Context, in Incoming, dry bool) (ImportReport, error) {
	const tries = 3
	for try := 1; ; try++ {
		m := &importing{store: j.store, now: j.Now(), today: j.Today(ctx)}
		if err := m.plan(ctx, in, j.newID()); err != nil {
			return ImportReport{}, fmt.Errorf("import: %w", err)
		}
		if err := m.takeFiles(ctx, in.Files, dry); err != nil {
			return ImportReport{}, fmt.Errorf("import: %w", err)
		}
		if dry {
			m.report.Batch = ""
			return m.report, nil
		}
		if try == 1 {
			if err := j.snapshot(ctx, BeforeImport); err != nil {
				return ImportReport{}, fmt.Errorf("import: %w", err)
			}
		}
		err := j.store.Apply(ctx, m.changes)
		if errors.Is(err, ErrConflict) && try < tries {
			continue // an open window saved one of these entries meanwhile: look again
		}
		if err != nil {
			return ImportReport{}, fmt.Errorf("import: %w", err)
		}
		j.bell.ring(Change{Kind: Reloaded})
		return m.report, nil
	}
}

// importing is one import on its way: what is read of the store, and the
// changes and the report as they grow.
type importing struct {
	store   Store
	now     time.Time
	today   Day
	names   *names
	changes Changes
	batch   *Batch
	written map[string]string // fingerprints of what is written, by ID
	files   []*wantedFile     // that the entries name, each once
	wanted  map[string]*wantedFile

	documentBefore Extra // the documents' unknown members, as they were

	report ImportReport
}

// plan works out the changes and the report, without writing anything.
func (m *importing) plan(ctx context.Context, in Incoming, batch ID) error {
	m.batch = &Batch{ID: batch, Format: in.Format, Made: m.now}
	m.written, m.wanted = map[string]string{}, map[string]*wantedFile{}
	m.changes = Changes{At: m.now, Batch: m.batch}
	m.report = ImportReport{Format: in.Format, Batch: batch, Quarantined: []Quarantined{}}
	for _, q := range in.Quarantined {
		m.report.Quarantined = append(m.report.Quarantined, q)
		if q.Entry {
			m.report.Found++
		}
	}
	m.report.Found += len(in.Contents.Entries)
	steps := []func(context.Context, *Contents) error{
		m.takeRoster, m.takeEntries, m.takePlan, m.takeOwnPrompts, m.takePacks, m.takeExtra, m.note,
	}
	for _, step := range steps {
		if err := step(ctx, &in.Contents); err != nil {
			return err
		}
	}
	return nil
}

// takeRoster takes in expectations and people, and makes them findable for
// the entries.
func (m *importing) takeRoster(ctx context.Context, in *Contents) error {
	people, err := m.store.People(ctx)
	if err != nil {
		return err
	}
	expectations, err := m.store.Expectations(ctx)
	if err != nil {
		return err
	}
	m.names = &names{people: map[string]ID{}, expectations: map[string]ID{}, changes: &m.changes}
	for _, p := range people {
		m.names.knowPerson(p)
	}
	m.names.stay = make(map[string]string, len(in.FormerPeople))
	for _, name := range in.FormerPeople {
		m.names.stay[name] = name
	}
	for _, x := range expectations {
		m.names.knowExpectation(x)
	}
	got := takeAll(m, in.People, people, sort[Person]{
		id: func(p *Person) *ID { return &p.ID }, label: func(p *Person) string { return p.Name },
		prepare:  func(p *Person) { m.preparePerson(p, people) },
		validate: (*Person).Validate, known: m.names.knowPerson,
	})
	m.changes.People, m.batch.Before.People, m.batch.Added.People = got.write, got.before, got.added
	gotX := takeAll(m, in.Expectations, expectations, sort[Expectation]{
		id: func(x *Expectation) *ID { return &x.ID }, label: func(x *Expectation) string { return x.Name },
		prepare:  func(x *Expectation) { m.prepareExpectation(x, expectations) },
		validate: (*Expectation).Validate, known: m.names.knowExpectation,
	})
	m.changes.Expectations, m.batch.Before.Expectations = gotX.write, gotX.before
	m.batch.Added.Expectations = gotX.added
	return nil
}

// takeOwnPrompts takes in the user's own questions.
func (m *importing) takeOwnPrompts(ctx context.Context, in *Contents) error {
	stored, err := m.store.OwnPrompts(ctx)
	if err != nil {
		return err
	}
	got := takeAll(m, in.OwnPrompts, stored, sort[OwnPrompt]{
		id: func(p *OwnPrompt) *ID { return &p.ID }, label: func(p *OwnPrompt) string { return p.Text },
		prepare:  func(p *OwnPrompt) { p.ID = contentID(p.ID, p.Text) },
		validate: (*OwnPrompt).Validate,
	})
	m.changes.OwnPrompts, m.batch.Before.OwnPrompts, m.batch.Added.OwnPrompts = got.write, got.before, got.added
	return nil
}

// takePacks takes in the evidence packs.
func (m *importing) takePacks(ctx context.Context, in *Contents) error {
	stored, err := m.store.Packs(ctx)
	if err != nil {
		return err
	}
	got := takeAll(m, in.Packs, stored, sort[Pack]{
		id: func(p *Pack) *ID { return &p.ID }, label: func(p *Pack) string { return p.Title },
		prepare: preparePack, validate: (*Pack).Validate,
	})
	slices.Reverse(got.write) // of two of one instant the later written is the newer one
	m.changes.Packs, m.batch.Before.Packs, m.batch.Added.Packs = got.write, got.before, got.added
	return nil
}

// takeExtra keeps the members of the document that this version does not
// know. They lie in the journal's settings, so that an export finds them.
func (m *importing) takeExtra(ctx context.Context, in *Contents) error {
	if len(in.Extra) == 0 {
		return nil
	}
	before, err := documentExtra(ctx, m.store)
	if err != nil {
		return err
	}
	after := joinExtra(before, in.Extra)
	if fingerprint(before) == fingerprint(after) {
		return nil
	}
	text, err := json.Marshal(after)
	if err != nil {
		return err
	}
	m.changes.Settings = map[string]string{settingExtra: string(text)}
	m.documentBefore = before
	m.written[settingExtra] = fingerprint(after)
	return nil
}

// note adds to the batch what an undo needs besides the things themselves.
// Entries have a Revision by which it sees that they were changed since; all
// else is compared with its fingerprint.
func (m *importing) note(context.Context, *Contents) error {
	written, err := encode(m.written)
	if err != nil {
		return err
	}
	document, err := encode(m.documentBefore)
	if err != nil {
		return err
	}
	m.batch.Before.Extra = Extra{noteWritten: written, noteDocument: document}
	return nil
}

// The members of a batch's Before.Extra.
const (
	noteWritten  = "written"  // fingerprints by ID
	noteDocument = "document" // the documents' unknown members, as they were
)

// settingExtra is the setting that holds the unknown members of imported
// documents, as a JSON object.
const settingExtra = "documentExtra"

// documentExtra reads the unknown members of imported documents; it is never
// nil.
func documentExtra(ctx context.Context, r Reader) (Extra, error) {
	settings, err := r.Settings(ctx)
	if err != nil {
		return nil, err
	}
	extra := Extra{}
	if text := settings[settingExtra]; text != "" {
		if err := json.Unmarshal([]byte(text), &extra); err != nil {
			return nil, fmt.Errorf("%w: setting %s: %w", ErrDamaged, settingExtra, err)
		}
	}
	return extra, nil
}
