package ui

import (
	"cmp"
	"context"

	"groundwork/journal"
	"groundwork/journal/lookback"
	"groundwork/journal/prompts"
)

// sheet is all that Today shows of one entry and its day. It is read in one go
// off the UI goroutine, so that the page is painted once.
type sheet struct {
	now      journal.Day // the day it is for the writer
	entry    journal.Entry
	anyKind  bool           // a fresh entry whose kind nobody chose
	card     prompts.Card   // what to ask, unless the entry answers a question
	source   string         // of the question the entry answers
	marks    []journal.Mark // of the month
	others   []journal.Line // the entries of the day, this one among them
	linked   []journal.Line // the entries it links to
	links    []journal.Link // the entries that lead to it
	acted    []journal.Line // those in which its feedback was acted on
	due      []journal.Due
	memories []lookback.Memory
	people   []journal.Person // nil where the entry shows no names
	writing  journal.Writing  // how a fresh entry begins
	empty    bool             // the journal holds no entry

	// With the first sheet of a journal; nil later.
	expectations []journal.Expectation
	target       *proofSheet // for the card in the navigation
}

// reader reads sheets. It touches nothing of the window.
type reader struct {
	journal   *journal.Journal
	guide     *prompts.Guide
	noPrivate bool
	leftOpen  bool // it was not closed as it should be the last time
	protected bool // it can be locked
}

// first reads what Today shows when the journal is opened.
func (r reader) first(ctx context.Context) (sheet, error) {
	s, err := r.day(ctx, journal.Day{})
	if err != nil {
		return sheet{}, err
	}
	if s.expectations, err = r.journal.Read().Expectations(ctx); err != nil {
		return sheet{}, err
	}
	target, err := proofReader{journal: r.journal}.cover(ctx)
	s.target = &target
	return s, err
}

// day reads the newest entry of a day, or a fresh one for it. The zero Day is
// today.
func (r reader) day(ctx context.Context, day journal.Day) (sheet, error) {
	now := r.journal.Today(ctx)
	if day.IsZero() {
		day = now
	}
	filter := journal.Filter{Since: day, Until: day, NoPrivate: r.noPrivate}
	lines, err := r.journal.Read().Lines(ctx, filter, "", 1)
	if err != nil {
		return sheet{}, err
	}
	if len(lines) == 0 {
		return r.fresh(ctx, "", day)
	}
	return r.entry(ctx, lines[0].ID)
}

// fresh makes a new entry; the kind "" is a reflection until somebody chooses,
// and the zero Day is today.
func (r reader) fresh(ctx context.Context, kind journal.Kind, day journal.Day) (sheet, error) {
	s, err := r.begin(ctx)
	if err != nil {
		return s, err
	}
	if day.IsZero() {
		day = s.now
	}
	kind = cmp.Or(kind, s.writing.Kind)
	s.anyKind = kind == ""
	s.entry = r.entryOf(&s, cmp.Or(kind, journal.Reflection), day)
	return s, r.surround(ctx, &s)
}

// filled makes a new entry for today with something in it; fill may be nil.
func (r reader) filled(ctx context.Context, kind journal.Kind, fill func(*journal.Entry)) (sheet, error) {
	s, err := r.begin(ctx)
	if err != nil {
		return s, err
	}
	s.entry = r.entryOf(&s, kind, s.now)
	if fill != nil {
		fill(&s.entry)
	}
	return s, r.surround(ctx, &s)
}

// answer makes a new entry for today that answers a question.
func (r reader) answer(ctx context.Context, asked journal.Asked, kind journal.Kind) (sheet, error) {
	s, err := r.begin(ctx)
	if err != nil {
		return s, err
	}
	s.entry = r.entryOf(&s, cmp.Or(kind, journal.Reflection), s.now)
	s.entry.Prompt = &asked
	return s, r.surround(ctx, &s)
}

// begin reads what every sheet begins with.
func (r reader) begin(ctx context.Context) (s sheet, err error) {
	settings, err := r.journal.Read().Settings(ctx)
	s.now, s.writing = r.journal.Today(ctx), journal.ReadWriting(settings)
	return s, err
}

// entryOf makes an entry of a kind, which may be private from the start.
func (r reader) entryOf(s *sheet, kind journal.Kind, day journal.Day) journal.Entry {
	e := r.journal.NewEntry(kind, day)
	e.Private = s.writing.StartsPrivate(kind)
	return e
}

// entry reads one entry.
func (r reader) entry(ctx context.Context, id journal.ID) (sheet, error) {
	e, err := r.journal.Read().Entry(ctx, id)
	if err != nil {
		return sheet{}, err
	}
	s, err := r.begin(ctx)
	if err != nil {
		return s, err
	}
	s.entry = e
	return s, r.surround(ctx, &s)
}

// surround reads what stands around the entry.
func (r reader) surround(ctx context.Context, s *sheet) (err error) {
	if s.entry.Prompt != nil {
		s.source = r.source(s.entry.Prompt.Key)
	} else {
		kind := s.entry.Kind
		if s.anyKind {
			kind = ""
		}
		if s.card, err = r.guide.Today(ctx, kind); err != nil {
			return err
		}
	}
	if s.marks, err = r.monthMarks(ctx, s.entry.Day); err != nil {
		return err
	}
	if s.others, err = r.linesOf(ctx, s.entry.Day); err != nil {
		return err
	}
	if s.due, err = r.dues(ctx, s.now); err != nil {
		return err
	}
	if s.memories, err = r.memories(ctx, s.entry.Day); err != nil {
		return err
	}
	return r.connect(ctx, s)
}

// connect reads who and what else stands in the entry.
func (r reader) connect(ctx context.Context, s *sheet) (err error) {
	e, read := &s.entry, r.journal.Read()
	if len(e.People) > 0 || e.Kind != journal.Reflection {
		if s.people, err = read.People(ctx); err != nil {
			return err
		}
	}
	if e.Revision == 0 {
		lines, err := read.Lines(ctx, journal.Filter{}, "", 1)
		if err != nil {
			return err
		}
		s.empty = len(lines) == 0
	}
	if len(e.Links) > 0 {
		if s.linked, err = read.LinesOf(ctx, e.Links); err != nil {
			return err
		}
	}
	if e.Feedback != nil && len(e.Feedback.ActedOnIn) > 0 {
		if s.acted, err = read.LinesOf(ctx, e.Feedback.ActedOnIn); err != nil {
			return err
		}
	}
	if e.Revision == 0 {
		return nil // nothing can lead here yet
	}
	s.links, err = read.LinksTo(ctx, e.ID)
	return err
}

// dues reads what is due, or will be soon.
func (r reader) dues(ctx context.Context, today journal.Day) ([]journal.Due, error) {
	return r.journal.Dues(ctx, today.AddDays(dueAhead), r.noPrivate)
}

// source names the element and the document of a question, where the
// catalogue still has it.
func (r reader) source(key string) string {
	catalogue, err := r.guide.Catalogue()
	if err != nil {
		return ""
	}
	return catalogue.SourceLine(key)
}

// monthMarks reads which kinds stand on the days of a day's month.
func (r reader) monthMarks(ctx context.Context, d journal.Day) ([]journal.Mark, error) {
	first := journal.Day{Year: d.Year, Month: d.Month, Date: 1}
	return r.journal.Read().Marks(ctx, journal.Span{From: first, Until: first.AddMonths(1).AddDays(-1)})
}

// linesOf reads the entries of a day, as many as the rail can show and one
// more.
func (r reader) linesOf(ctx context.Context, d journal.Day) ([]journal.Line, error) {
	return r.journal.Read().Lines(ctx, journal.Filter{Since: d, Until: d, NoPrivate: r.noPrivate}, "", mostOthers+1)
}
