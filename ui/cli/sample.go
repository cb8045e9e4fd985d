package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/sample"
)

// filled is a journal that a sample goes into.
type filled struct {
	journal.Reader
	journal *journal.Journal
}

// Apply writes a part of the sample.
func (f filled) Apply(ctx context.Context, c journal.Changes) error { return f.journal.Apply(ctx, c) }

func (a *app) sampleCommand() *cobra.Command {
	var n int
	var seed uint64
	c := &cobra.Command{
		Use:   "sample --entries N [OPTIONS]",
		Short: "Fill an empty journal with made-up entries",
		Long: "Fill an empty journal with exactly N made-up entries, one to three a day back from today, with\n" +
			"people, expectations, evidence and a plan. The same seed on the same day makes the same journal.\n" +
			"A journal that holds anything is left alone.",
		Example: "groundwork --data /tmp/try sample --entries 500",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if n < 1 {
				return usage("say how many: --entries N, 1 or more")
			}
			ctx := c.Context()
			return a.with(ctx, toWrite, func(s *session) error {
				err := sample.Fill(ctx, filled{s.Read(), s.Journal}, n, seed, s.Today(ctx))
				if errors.Is(err, journal.ErrNotEmpty) {
					return failed("The journal in %s is not empty, so it was left alone. Choose an empty folder with --data DIR.", s.folder)
				}
				if err != nil {
					return err
				}
				a.tell("%s written to the journal in %s.", plural(n, "sample entry", "sample entries"), s.folder)
				return nil
			})
		},
	}
	c.Flags().IntVar(&n, "entries", 0, "write `N` entries")
	c.Flags().Uint64Var(&seed, "seed", 1, "another seed `S` makes another journal")
	return c
}
