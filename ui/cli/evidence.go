package cli

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

func (a *app) evidenceCommand() *cobra.Command {
	var f filters
	var format string
	c := &cobra.Command{
		Use:   "evidence [OPTIONS]",
		Short: "Tell how well each expectation is proved",
		Long: "Tell of every expectation how many entries support it, the strongest and the newest of them,\n" +
			"and whether it is a gap (no entry), thin (one entry, or nothing above your own word), old\n" +
			"(nothing in the second half of the period) or strong. The period is that of the options in\n" +
			"whole months, else from the first entry to today. Private entries count.",
		Example: "groundwork evidence --since 2026-01\ngroundwork evidence --expectation 'Develops people' --format json",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.with(c.Context(), toLook, func(s *session) error { return a.evidence(c.Context(), s, f, format) })
		},
	}
	f.register(c.Flags())
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

func (a *app) evidence(ctx context.Context, s *session, f filters, format string) error {
	today := s.Today(ctx)
	filter, err := f.read(s.DatesFrom(today))
	if err != nil {
		return err
	}
	coverage, err := evidence.ReadFiltered(ctx, s.Read(), filter, today)
	if err != nil {
		return err
	}
	out := a.output()
	if format == "json" {
		if err := writeProofs(out, coverage); err != nil {
			return unwritten(err)
		}
		return flush(out)
	}
	tellProofs(out, coverage)
	return flush(out)
}

// proof is what speaks for an expectation, as JSON. What there is none of
// is "".
type proof struct {
	ID          journal.ID            `json:"id"`
	Expectation string                `json:"expectation"`
	Area        string                `json:"area"`
	Entries     int                   `json:"entries"`
	Strongest   journal.Strength      `json:"strongest"`
	Newest      journal.Day           `json:"newest"`
	State       journal.EvidenceState `json:"state"`
	Gap         bool                  `json:"gap"`
	Retired     bool                  `json:"retired,omitempty"`
}

// writeProofs writes every expectation, the retired ones last.
func writeProofs(out *bufio.Writer, c evidence.Coverage) error {
	list := jsonList{out: out}
	for _, row := range append(c.Rows(), c.Retired...) {
		x := row.Expectation
		err := list.add(proof{
			ID: x.ID, Expectation: x.Name, Area: x.Area, Entries: row.Entries, Strongest: row.Strongest, Newest: row.Newest,
			State: row.State, Gap: row.State == journal.Gap, Retired: x.Retired,
		})
		if err != nil {
			return err
		}
	}
	list.end()
	return nil
}

// tellProofs writes a line for each expectation under the name of its area,
// and what they come to.
func tellProofs(out *bufio.Writer, c evidence.Coverage) {
	if c.Totals.Expectations > 0 {
		t := c.Totals
		_, _ = fmt.Fprintf(out, "%d strong, %d thin, %d old, %s. %s to %s.\n", t.Strong, t.Thin, t.Old, plural(t.Gaps, "gap", "gaps"),
			dayText(c.Period.From, journal.InMonth), dayText(c.Period.Until, journal.InMonth))
	}
	if r := c.Recency; r.Warns() {
		_, _ = fmt.Fprintf(out, "%d %% of the evidence is from the last %s of %d.\n", r.Percent(), plural(r.Last, "month", "months"), r.Months)
	}
	for _, area := range c.Areas {
		tellArea(out, area.Name, area.Rows)
	}
	if len(c.Retired) > 0 {
		tellArea(out, "Retired", c.Retired)
	}
}

func tellArea(out *bufio.Writer, name string, rows []evidence.Row) {
	if name == "" {
		name = "Without an area"
	}
	_, _ = fmt.Fprintf(out, "\n%s\n", clean(name))
	for _, row := range rows {
		_, _ = fmt.Fprintf(out, "    %-6s  %-12s  %-8s  %-10s  %s\n",
			row.State, plural(row.Entries, "entry", "entries"), row.Strongest, row.Newest, clean(row.Expectation.Name))
	}
}
