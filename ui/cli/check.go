package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

func (a *app) checkCommand() *cobra.Command {
	var repair bool
	var format string
	c := &cobra.Command{
		Use:   "check [OPTIONS]",
		Short: "Look for damage, and mend it",
		Long: "Look through the whole journal for damage: the file, the text of each entry, its history, the search\n" +
			"index, and the attached files. Without --repair nothing is changed, and the journal may be in use.\n" +
			"With --repair, for which nobody may have it open, a copy is made first. Then all that can be read goes\n" +
			"into a new file, what is missing comes from the newest good backup, and what is left over lies as text in\n" +
			"a folder of its own.",
		Example: "groundwork check\ngroundwork check --repair",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			ctx := c.Context()
			if repair {
				return a.repair(ctx, format)
			}
			return a.check(ctx, format)
		},
	}
	c.Flags().BoolVar(&repair, "repair", false, "mend what can be mended")
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

func (a *app) check(ctx context.Context, format string) error {
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	r, err := home.Check(ctx)
	if err != nil {
		return noJournal(home, err)
	}
	if err := a.putReport(r, format); err != nil {
		return err
	}
	if !r.OK {
		return failed("The journal is damaged. %s", repairIt)
	}
	return nil
}

// noJournal says that there is no journal, if that is what is wrong.
func noJournal(home journal.Home, err error) error {
	if errors.Is(err, journal.ErrNotFound) {
		return failed("There is no journal in %s yet.", home.Folder())
	}
	return err
}

// mostLines is how many problems a report shows to be read. JSON has them all.
const mostLines = 100

// putReport writes what a check found.
func (a *app) putReport(r journal.Report, format string) error {
	out := a.output()
	if format == "json" {
		return errors.Join(putJSON(out, r), flush(out))
	}
	if len(r.Problems) == 0 {
		_, _ = fmt.Fprintln(out, "The journal is sound.")
	}
	for i, p := range r.Problems {
		if i == mostLines {
			_, _ = fmt.Fprintf(out, "And %d more. --format json names them all.\n", len(r.Problems)-mostLines)
			break
		}
		putProblem(out, p)
	}
	return flush(out)
}

func putProblem(out io.Writer, p journal.Problem) {
	state := ""
	if p.Repaired {
		state = "mended: "
	}
	entry := ""
	if p.Entry != "" {
		entry = " (entry " + clean(string(p.Entry)) + ")"
	}
	_, _ = fmt.Fprintf(out, "%s%s%s\n", state, clean(p.What), entry)
}

func (a *app) repair(ctx context.Context, format string) error {
	if err := a.alone(); err != nil {
		return err
	}
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	r, err := home.Repair(ctx)
	if err != nil {
		return noJournal(home, err)
	}
	if err := a.putReport(r.Report, format); err != nil || len(r.Problems) == 0 {
		return err
	}
	a.tellRepaired(r)
	if !r.OK {
		return failed("The journal is mended, but for what is named here.")
	}
	return nil
}

// tellRepaired says what came of a repair and where everything is.
func (a *app) tellRepaired(r journal.Repaired) {
	if r.Recovered+r.FromBackup+r.Lost > 0 {
		a.tell("Read from the damaged file: %s; from a backup: %d; lost: %d.", plural(r.Recovered, "entry", "entries"), r.FromBackup, r.Lost)
	}
	if r.Backup != "" {
		a.tell("What was there before is in %s", r.Backup)
	}
	if r.SetAside != "" {
		a.tell("The damaged file is in %s%c", r.SetAside, filepath.Separator)
	}
	if r.Quarantine != "" {
		a.tell("What could be read and not be put back is in %s%c", r.Quarantine, filepath.Separator)
	}
}
