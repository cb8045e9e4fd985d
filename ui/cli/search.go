package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

func (a *app) searchCommand() *cobra.Command {
	var limit int
	var format string
	c := &cobra.Command{
		Use:   "search QUERY [OPTIONS]",
		Short: "Search in every text field, best first",
		Long: "Search in every text field of every entry, best first. A query holds words, \"exact phrases\",\n" +
			"begin*, -without, and filters: kind: tag: person: expectation: before: after: since: until:\n" +
			"on: is:starred is:private has:attachment. Begin with -- when the query begins with a minus.",
		Example: "groundwork search 'budget \"on the train\" -audit'\ngroundwork search kind:moment before:2026-05 --format json",
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, "")) == "" {
				return usage("say what to search for")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if err := checkLimit(limit); err != nil {
				return err
			}
			query := strings.Join(args, " ")
			return a.with(c.Context(), toLook, func(s *session) error {
				return a.search(c.Context(), s, query, limit, format)
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 50, "at most `N` entries (0: all)")
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

func (a *app) search(ctx context.Context, s *session, text string, limit int, format string) error {
	q := journal.ReadQuery(text, s.DatesFrom(s.Today(ctx)))
	for _, odd := range q.Odd {
		_, _ = fmt.Fprintln(a.env.Stderr, "groundwork: "+odd)
	}
	var found []journal.Found
	if !q.Empty() {
		all, err := s.Read().Find(ctx, q, journal.FindWindow{Limit: limit})
		if err != nil {
			return err
		}
		found = all.Found
	}
	out := a.output()
	if format == "json" {
		list := jsonList{out: out}
		for _, f := range found {
			h := f.Hit()
			h.Snippet = withoutMarks(h.Snippet)
			if err := list.add(h); err != nil {
				return unwritten(err)
			}
		}
		list.end()
		return flush(out)
	}
	for _, f := range found {
		e, err := shortEntry(ctx, s, f)
		if errors.Is(err, journal.ErrNotFound) {
			continue // removed meanwhile
		}
		if err != nil {
			return err
		}
		snippet := withoutMarks(f.Hit().Snippet)
		if snippet == "" {
			snippet = cut(firstLine(e.Body), 120) // the query has filters only
		}
		_, _ = fmt.Fprintf(out, "%s\n    %s\n", lineOf(&e), clean(snippet))
	}
	return flush(out)
}

// shortEntry is as much of an entry as one line shows. To read it whole takes
// eight questions, so that is done only where nothing stands in its title and
// its text and another field has to tell what it is about.
func shortEntry(ctx context.Context, s *session, f journal.Found) (journal.Entry, error) {
	if strings.TrimSpace(f.Title) == "" && firstLine(f.Excerpt) == "" {
		return s.Read().Entry(ctx, f.ID)
	}
	e := journal.Entry{
		ID: f.ID, Kind: f.Kind, Day: f.Day, Precision: f.Precision, Title: f.Title, Body: f.Excerpt,
		Private: f.Private, Starred: f.Starred,
	}
	for _, t := range f.Tags {
		e.Tags = append(e.Tags, t.Tag)
	}
	return e, nil
}

// withoutMarks takes out what marks a match for the window.
func withoutMarks(snippet string) string {
	return strings.NewReplacer(journal.MatchStart, "", journal.MatchEnd, "").Replace(snippet)
}
