package ui

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"groundwork/data"
	"groundwork/journal"
)

// provenStore counts what the page of evidence asks, and fails where it is
// told to.
type provenStore struct {
	journal.Store
	*proving
}

// proving is what a test knows of the store.
type proving struct {
	store journal.Store
	reads atomic.Int32
	sick  atomic.Bool
}

func (p *proving) asked() error {
	p.reads.Add(1)
	if p.sick.Load() {
		return errSick
	}
	return nil
}

func (s provenStore) Expectations(ctx context.Context) ([]journal.Expectation, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.Expectations(ctx)
}

func (s provenStore) Plan(ctx context.Context) (journal.Plan, error) {
	if err := s.asked(); err != nil {
		return journal.Plan{}, err
	}
	return s.Store.Plan(ctx)
}

func (s provenStore) Cells(ctx context.Context, span journal.Span) ([]journal.Cell, error) {
	if err := s.asked(); err != nil {
		return nil, err
	}
	return s.Store.Cells(ctx, span)
}

func (s provenStore) EvidenceOf(ctx context.Context, f journal.EvidenceFilter, limit int) (journal.EvidenceList, error) {
	if err := s.asked(); err != nil {
		return journal.EvidenceList{}, err
	}
	return s.Store.EvidenceOf(ctx, f, limit)
}

// provenHome opens journals whose reads are watched.
type provenHome struct {
	journal.Home
	*proving
}

func (h provenHome) Open(ctx context.Context) (journal.Store, error) {
	s, err := h.Home.Open(ctx)
	h.store = s
	return provenStore{s, h.proving}, err
}

// proofStage is a window on a journal with expectations.
type proofStage struct {
	*stage
	*proving
	page *proof
}

// openProofs opens a window on a journal that asks for some things; the page
// is not in sight yet.
func openProofs(t testing.TB, expectations ...journal.Expectation) *proofStage {
	t.Helper()
	p := new(proving)
	home := provenHome{data.NewHome(t.TempDir(), data.Options{}), p}
	s := &proofStage{stage: openWindowAt(t, home.Folder(), home), proving: p}
	s.page = s.frame.evidence
	s.expect(expectations...)
	return s
}

// expect puts expectations into the journal, named by their ID where they have
// no name.
func (s *proofStage) expect(expectations ...journal.Expectation) {
	s.t.Helper()
	for i := range expectations {
		expectations[i].Order = i + 1
	}
	if err := s.store.Apply(context.Background(), journal.Changes{At: s.now(), Expectations: expectations}); err != nil {
		s.t.Fatal(err)
	}
	s.changed(journal.Change{Kind: journal.ExpectationsChanged})
	s.settle()
}

// xID makes an ID of an expectation out of a number.
func xID(n int) journal.ID { return journal.ID(fmt.Sprintf("00000000-0000-7000-8000-%012d", n)) }

// three are what most tests ask for.
func three() []journal.Expectation {
	return []journal.Expectation{
		{ID: xID(1), Name: "Delegates with context", Area: "Delivering", Text: "Hands over the why."},
		{ID: xID(2), Name: "Coaches and mentors", Area: "Growing people"},
		{ID: xID(3), Name: "Raises the hiring bar", Area: "Growing people", Source: "steps/qualities/service"},
	}
}

// proved puts an entry into the journal that supports an expectation.
func (s *proofStage) proved(day, title string, x journal.ID, strength journal.Strength, more func(*journal.Entry)) journal.Entry {
	s.t.Helper()
	e := s.journal.NewEntry(journal.Reflection, dayOf(s.t, day))
	e.Title = title
	e.Evidence = []journal.Evidence{{Expectation: string(x), Strength: strength, Chosen: true}}
	if more != nil {
		more(&e)
	}
	return s.add(e)
}

// openPage brings the page into sight.
func (s *proofStage) openPage() *proof {
	s.t.Helper()
	s.goTo(s.page)
	s.settle()
	return s.page
}

// choose chooses a row by its name, and a column or -1.
func (s *proofStage) choose(name string, column int) {
	s.t.Helper()
	s.page.table.matrix.OnChosen(s.row(name), column)
	s.settle()
}

// row finds a row by its name.
func (s *proofStage) row(name string) int {
	s.t.Helper()
	for i, id := range s.page.table.ids {
		if row, ok := s.page.sheet.coverage.Row(id); ok && row.Expectation.Name == name {
			return i
		}
	}
	s.t.Fatalf("no row is called %q", name)
	return -1
}

// behind are the titles of the entries beside the table.
func (s *proofStage) behind() []string {
	var all []string
	for _, line := range s.page.sheet.list.Lines {
		all = append(all, proofTitle(line))
	}
	return all
}
