package prompts

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"

	"groundwork/journal"
)

// Card is a question as the window shows it.
type Card struct {
	Key       string
	Text      string
	Kind      journal.Kind // the kind it suits; "" for an own question that suits any
	Element   string       // the name of its element; "" for an own question without one
	Document  string       // the title of the document; "" for an own question
	Why       string       // one plain sentence, or ""
	Dismissed bool         // the user said "Not for me" to it, as to all others
}

// Guide asks today's question of an open journal. Its methods wait for the
// disk and may be called from any goroutine but the one that paints.
type Guide struct {
	journal *journal.Journal
	load    func() (*Catalogue, error)

	mu sync.Mutex // one question at a time: each reads what the last one wrote
}

// NewGuide makes the Guide of a journal.
func NewGuide(j *journal.Journal) *Guide { return newGuide(j, Load) }

func newGuide(j *journal.Journal, load func() (*Catalogue, error)) *Guide {
	return &Guide{journal: j, load: sync.OnceValues(load)}
}

// Catalogue gives the questions that come with the program. They are loaded at
// the first call and kept; a damaged file is an ErrInvalid with a sentence for
// the user.
func (g *Guide) Catalogue() (*Catalogue, error) {
	c, err := g.load()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", &journal.Invalid{
			Field:   "catalogue",
			Problem: "The questions that come with Groundwork cannot be read. Install Groundwork again; your journal is not affected.",
		}, err)
	}
	return c, nil
}

// Today asks today's question for the kind, or for any kind where it is "". It
// stays the same all day, whatever is written meanwhile, until the user says
// "Not for me" to it.
func (g *Guide) Today(ctx context.Context, kind journal.Kind) (Card, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s, err := g.sitting(ctx, kind)
	if err != nil {
		return Card{}, fmt.Errorf("ask today's question: %w", err)
	}
	card, err := s.today(ctx)
	if err != nil {
		return Card{}, fmt.Errorf("ask today's question: %w", err)
	}
	return card, nil
}

// Another asks a question that was not asked today yet. When all were, it
// begins again with another one than the last. After "Not for me" to today's
// question it gives the one that takes its place.
func (g *Guide) Another(ctx context.Context, kind journal.Kind) (Card, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	s, err := g.sitting(ctx, kind)
	if err != nil {
		return Card{}, fmt.Errorf("ask another question: %w", err)
	}
	card, err := s.another(ctx)
	if err != nil {
		return Card{}, fmt.Errorf("ask another question: %w", err)
	}
	return card, nil
}

// Dismiss is "Not for me": the question is not asked again before Restore.
func (g *Guide) Dismiss(ctx context.Context, key string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.journal.DismissPrompt(ctx, key)
}

// Restore takes a "Not for me" back.
func (g *Guide) Restore(ctx context.Context, key string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.journal.RestorePrompt(ctx, key)
}

// sitting is one call of the Guide: what the journal holds at this moment.
type sitting struct {
	journal   *journal.Journal
	catalogue *Catalogue
	plan      journal.Plan
	in        Input
	day       ofDay
	walk      *walk // of the kind
}

func (g *Guide) sitting(ctx context.Context, kind journal.Kind) (*sitting, error) {
	if kind != "" && !slices.Contains(journal.Kinds(), kind) {
		return nil, &journal.Invalid{Field: "kind", Problem: fmt.Sprintf("%q is not a kind of entry.", kind)}
	}
	c, err := g.Catalogue()
	if err != nil {
		return nil, err
	}
	s := &sitting{journal: g.journal, catalogue: c}
	if err := s.read(ctx, kind); err != nil {
		return nil, err
	}
	return s, nil
}

// read gathers what is cheap to read; the evidence follows when a question has
// to be chosen.
func (s *sitting) read(ctx context.Context, kind journal.Kind) (err error) {
	read := s.journal.Read()
	s.in = Input{Catalogue: s.catalogue, Kind: kind, Day: s.journal.Today(ctx)}
	if s.in.Seed, err = s.journal.PromptSeed(ctx); err != nil {
		s.in.Seed = 0 // a journal that cannot be written to still asks
	}
	if s.in.Own, err = read.OwnPrompts(ctx); err != nil {
		return err
	}
	if s.in.Shown, err = read.Shown(ctx); err != nil {
		return err
	}
	if s.plan, err = read.Plan(ctx); err != nil {
		return err
	}
	s.in.Dismissed = s.plan.DismissedPrompts
	settings, err := read.Settings(ctx)
	if err != nil {
		return err
	}
	s.in.LeftOut = journal.PromptsLeftOut(settings)
	s.day = readOfDay(settings[journal.SettingPromptsOfDay], s.in.Day)
	s.walk = s.day.walk(kind)
	return nil
}

// today gives the question that was chosen for the day, or chooses it.
func (s *sitting) today(ctx context.Context) (Card, error) {
	if c, ok := newPicking(s.in).standing(s.walk.Asked); ok {
		return s.card(c), nil
	}
	return s.next(ctx, true)
}

// another gives a question that was not shown yet, after today's own.
func (s *sitting) another(ctx context.Context) (Card, error) {
	if len(s.walk.Asked) == 0 {
		if _, err := s.today(ctx); err != nil {
			return Card{}, err
		}
	}
	_, stands := newPicking(s.in).standing(s.walk.Asked)
	return s.next(ctx, !stands)
}

// next chooses a question that was not walked past yet and records it; main
// makes it today's question for the kind.
func (s *sitting) next(ctx context.Context, main bool) (Card, error) {
	if err := s.lean(ctx); err != nil {
		return Card{}, err
	}
	s.in.Walked = s.walk.Walked
	choice := Pick(s.in)
	if choice.Prompt.Key == "" {
		return Card{}, errors.New("there is no question to ask")
	}
	s.walk.step(choice, main)
	record, err := json.Marshal(s.day)
	if err != nil {
		return Card{}, err
	}
	// Today's question is asked also where it cannot be recorded, on a full
	// disk say: then it may come again sooner than it should. Walking on
	// without a record would not move.
	if err := s.journal.PromptShown(ctx, choice.Prompt.Key, s.in.Day, string(record)); err != nil && !main {
		return Card{}, err
	}
	return s.card(choice), nil
}

// lean reads what the expectations lack.
func (s *sitting) lean(ctx context.Context) error {
	xs, err := s.journal.Read().Expectations(ctx)
	if err != nil || len(xs) == 0 {
		return err
	}
	cells, err := s.journal.Read().Cells(ctx, journal.Span{})
	if err != nil {
		return err
	}
	s.in.Leaning = leanings(s.catalogue, xs, cells, s.plan, s.in.Day)
	return nil
}

// card shows a choice.
func (s *sitting) card(c Choice) Card {
	card := Card{Key: c.Prompt.Key, Text: c.Prompt.Text, Kind: c.Prompt.Kind, Why: c.Reason.Sentence()}
	if at, ok := s.catalogue.Element(c.Element); ok {
		card.Element = at.Element.Name
		if _, ours := s.catalogue.Prompt(c.Prompt.Key); ours {
			card.Document = at.Source.Title
		}
	}
	if slices.Contains(s.in.Dismissed, c.Prompt.Key) {
		card.Dismissed = true
		card.Why = Reason{Code: AllDismissed}.Sentence()
	}
	return card
}
