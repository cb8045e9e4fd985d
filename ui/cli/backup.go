package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

func (a *app) backupCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "backup [OPTIONS]",
		Short: "Copy the whole journal into one file",
		Long: "Copy the whole journal, private entries and attached files too, into one file, and read it back to see\n" +
			"that it is sound. Without --to it lies in the journal's folder, with those that are made every day and\n" +
			"before imports; of these, 7 daily, 8 weekly and 24 monthly ones are kept. The file is a plain tar that\n" +
			"opens without this program. The journal may be in use meanwhile.",
		Example: "groundwork backup\ngroundwork backup --to /media/stick/",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			return a.backUp(ctx, to, c.Flags().Changed("to"))
		},
	}
	c.Flags().StringVar(&to, "to", "", "write it to `FILE`, or into a folder")
	return c
}

func (a *app) backUp(ctx context.Context, to string, elsewhere bool) error {
	path, err := a.at(to)
	if err != nil {
		return err
	}
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	var made journal.BackedUp
	if elsewhere {
		made, err = home.BackUpTo(ctx, path)
	} else {
		made, err = home.BackUp(ctx, journal.BackupByHand)
	}
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return noJournal(home, err)
	case errors.Is(err, fs.ErrExist):
		return failed("There is a file %s already. Choose another name.", to)
	case err != nil && elsewhere:
		return fileFailure(to, err)
	case err != nil:
		return err
	}
	out := a.output()
	_, _ = fmt.Fprintf(out, "Backed up to %s: %s, %s.\n", made.File, plural(made.Entries, "entry", "entries"), size(made.Bytes))
	if made.Missing > 0 {
		_, _ = fmt.Fprintf(a.env.Stderr, "Not in it, since the journal does not hold them any more: %s.\n", plural(made.Missing, "attached file", "attached files"))
	}
	return errors.Join(flush(out), made.Elsewhere)
}

// home is the place of the user's journal, unlocked if it can be: once, for
// each try of a passphrase costs half a second.
func (a *app) home(ctx context.Context) (journal.Home, error) {
	if a.env.Inside != nil {
		return a.env.Inside.Home, nil
	}
	if a.opened != nil {
		return a.opened, nil
	}
	folder, err := a.journalFolder()
	if err != nil {
		return nil, err
	}
	home := a.env.Home(folder)
	if err := a.unlock(ctx, home); err != nil {
		return nil, err
	}
	a.opened = home
	return home, nil
}

// dailyBackup makes the backup of the day after a command wrote, if it is due.
// What was written stays written if that fails.
func (a *app) dailyBackup(ctx context.Context) {
	home, err := a.home(ctx)
	if err != nil {
		return // the command would have failed, too
	}
	made, err := home.BackUpIfDue(ctx)
	if err = errors.Join(err, made.Elsewhere); err != nil {
		a.tell("Today's backup: %s", explain(err))
	}
}

// size shows a number of bytes.
func size(bytes int64) string {
	const kilo, mega, giga = 1_000, 1_000_000, 1_000_000_000
	switch {
	case bytes >= giga:
		return fmt.Sprintf("%.1f GB", float64(bytes)/giga)
	case bytes >= mega:
		return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
	}
	return fmt.Sprintf("%d kB", (bytes+kilo-1)/kilo)
}

func (a *app) backupsCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "backups [OPTIONS]",
		Short: "List the backups in the journal's folder",
		Long: "List the backups in the journal's folder, newest first: when and why each was made, its entries, its\n" +
			"size and its file. One that is not verified is damaged, or is not of this program.",
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.listBackups(c.Context(), format)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

func (a *app) listBackups(ctx context.Context, format string) error {
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	all, err := home.Backups(ctx, "")
	if err != nil {
		return err
	}
	out := a.output()
	if format == "json" {
		if err := putJSON(out, all); err != nil {
			return err
		}
		return flush(out)
	}
	for _, b := range all {
		state := string(b.Why)
		if !b.Verified {
			state = "not verified"
		}
		_, _ = fmt.Fprintf(out, "%s  %-16s  %13s  %8s  %s\n",
			b.Made.Format("2006-01-02 15:04"), state, plural(b.Entries, "entry", "entries"), size(b.Bytes), clean(b.File))
	}
	return flush(out)
}

func (a *app) restoreCommand() *cobra.Command {
	var force, dry bool
	c := &cobra.Command{
		Use:   "restore FILE [OPTIONS]",
		Short: "Put a backup in place of the journal",
		Long: "Put a backup in place of the journal. A journal that holds entries is left alone unless --force is\n" +
			"given; then a backup of it is made first. Nobody may have the journal open meanwhile. With --dry-run the\n" +
			"backup is unpacked to a place of its own and looked through, and nothing is changed.",
		Example: "groundwork restore --dry-run /media/stick/groundwork.tar\ngroundwork restore /media/stick/groundwork.tar",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("restore takes one file")
			}
			ctx := c.Context()
			if dry {
				return a.tryBackup(ctx, args[0])
			}
			return a.restore(ctx, args[0], force)
		},
	}
	c.Flags().BoolVar(&force, "force", false, "replace a journal that holds entries, or one that is damaged")
	c.Flags().BoolVar(&dry, "dry-run", false, "only say whether the backup is sound")
	return c
}

func (a *app) restore(ctx context.Context, file string, force bool) error {
	if err := a.alone(); err != nil {
		return err
	}
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); err != nil {
		return fileFailure(file, err)
	}
	r, err := home.Restore(ctx, file, force)
	switch {
	case errors.Is(err, journal.ErrNotEmpty), errors.Is(err, journal.ErrDamaged) && !force:
		what, _ := journal.Explain(err)
		return failed("%s Put the backup in its place with --force; what is there now is kept.", what)
	case err != nil:
		return err
	}
	out := a.output()
	_, _ = fmt.Fprintf(out, "Restored from %s: %s.\n", file, plural(r.Entries, "entry", "entries"))
	if r.Before != "" {
		_, _ = fmt.Fprintf(out, "What was there before is in %s\n", r.Before)
	}
	if r.Aside != "" {
		_, _ = fmt.Fprintf(out, "The damaged journal is in %s%c\n", r.Aside, filepath.Separator)
	}
	a.nameProblems(r.Problems)
	return flush(out)
}

func (a *app) tryBackup(ctx context.Context, file string) error {
	path, err := a.at(file)
	if err != nil {
		return err
	}
	home, err := a.home(ctx)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		return fileFailure(file, err)
	}
	t, err := home.TryBackup(ctx, path)
	if err != nil {
		return err
	}
	a.nameProblems(t.Problems)
	if !t.OK {
		return failed("The backup %s is damaged.", file)
	}
	out := a.output()
	_, _ = fmt.Fprintf(out, "%s is sound: %s, %s, made %s.\n", file,
		plural(t.Entries, "entry", "entries"), plural(t.Attachments, "attached file", "attached files"), t.Made.Format("2006-01-02 15:04"))
	return flush(out)
}

// nameProblems names what is not as it was when it was backed up.
func (a *app) nameProblems(problems []journal.Problem) {
	for _, p := range problems {
		_, _ = fmt.Fprintln(a.env.Stderr, clean(p.What))
	}
}
