package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

func (a *app) showCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "show ID [OPTIONS]",
		Short:   "Show an entry",
		Long:    "Show an entry. The first letters of its id are enough (six at least) where they fit one entry only.",
		Example: "groundwork show 019ada5e-7c1f --format markdown",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("show takes one id")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "markdown", "json"); err != nil {
				return err
			}
			return a.with(c.Context(), toRead, func(s *session) error { return a.show(c.Context(), s, args[0], format) })
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text, markdown or json")
	return c
}

func (a *app) show(ctx context.Context, s *session, id, format string) error {
	e, err := find(ctx, s.Read(), strings.ToLower(strings.TrimSpace(id)))
	if err != nil {
		return err
	}
	out := a.output()
	if format == "json" {
		if err := putJSON(out, e); err != nil {
			return err
		}
		return flush(out)
	}
	who, err := whoIsWho(ctx, s.Read())
	if err != nil {
		return err
	}
	p := page{out: out, markdown: format == "markdown", names: who}
	p.entry(&e)
	return flush(out)
}

// find reads an entry by its id, or by the beginning of it.
func find(ctx context.Context, r journal.Reader, id string) (journal.Entry, error) {
	const whole, least = 36, 6
	e, err := r.Entry(ctx, journal.ID(id))
	if err == nil || !errors.Is(err, journal.ErrNotFound) {
		return e, err
	}
	nothing := failed("There is no entry with the id %s.", cut(clean(id), 60))
	if len(id) < least || len(id) >= whole {
		return e, nothing
	}
	found, err := beginWith(ctx, r, id)
	switch {
	case err != nil:
		return e, err
	case len(found) == 0:
		return e, nothing
	case len(found) > 1:
		return e, failed("More than one entry has an id that begins with %s. Give more of it.", cut(clean(id), 60))
	}
	return r.Entry(ctx, found[0])
}

// beginWith finds up to two entries whose ids begin with that.
func beginWith(ctx context.Context, r journal.Reader, prefix string) (found []journal.ID, err error) {
	const page = 2000
	var last journal.ID
	for {
		lines, err := r.Lines(ctx, journal.Filter{}, last, page)
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			if strings.HasPrefix(string(l.ID), prefix) {
				found = append(found, l.ID)
			}
		}
		if len(lines) < page || len(found) > 1 {
			return found, nil
		}
		last = lines[len(lines)-1].ID
	}
}

// whoIsWho gives the names of people and expectations by their ids.
func whoIsWho(ctx context.Context, r journal.Reader) (map[string]string, error) {
	people, err := r.People(ctx)
	if err != nil {
		return nil, err
	}
	expectations, err := r.Expectations(ctx)
	if err != nil {
		return nil, err
	}
	names := make(map[string]string, len(people)+len(expectations))
	for _, p := range people {
		names[string(p.ID)] = p.Name
	}
	for _, x := range expectations {
		names[string(x.ID)] = x.Name
	}
	return names, nil
}
