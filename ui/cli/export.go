package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

// exporting are the options of export.
type exporting struct {
	filters
	to, as                string
	includePrivate, force bool
}

func (a *app) exportCommand() *cobra.Command {
	var o exporting
	c := &cobra.Command{
		Use:   "export --to FILE.json [OPTIONS]",
		Short: "Write entries to a file",
		Long: "Write the journal, or the entries that the options choose, to a file. This version writes\n" +
			"Groundwork's own JSON, which import reads. Private entries, people and the notes on them stay out\n" +
			"unless --include-private is given; with it nothing is left out.",
		Example: "groundwork export --to review.json --since 2026-05\ngroundwork export --to everything.json --include-private",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := o.check(); err != nil {
				return err
			}
			// An interrupted export leaves no half file behind.
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return a.export(ctx, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.to, "to", "", "the `FILE` to write; its ending says the form: .json")
	f.StringVar(&o.as, "as", "", "the `FORM`, whatever the ending: json")
	f.BoolVar(&o.includePrivate, "include-private", false, "private entries and people too")
	f.BoolVar(&o.force, "force", false, "replace the file if it exists")
	o.register(f)
	return c
}

// check refuses forms that this version does not write.
func (o *exporting) check() error {
	const only = "this version writes one .json file"
	form := o.as
	if form == "" {
		form = strings.TrimPrefix(strings.ToLower(filepath.Ext(o.to)), ".")
	}
	info, err := os.Stat(o.to)
	isFolder := strings.HasSuffix(o.to, "/") || strings.HasSuffix(o.to, string(filepath.Separator)) || err == nil && info.IsDir()
	switch {
	case o.to == "":
		return usage("say where to: --to FILE.json")
	case isFolder:
		return usage("%s is a folder: %s", o.to, only)
	case form != "json":
		return usage("%q is not a form that can be written: %s", form, only)
	}
	return nil
}

func (a *app) export(ctx context.Context, o exporting) error {
	return a.with(ctx, toRead, func(s *session) error {
		filter, err := o.read(s.Today(ctx))
		if err != nil {
			return err
		}
		if err := checkTarget(o.to, s.folder, o.force); err != nil {
			return err
		}
		x, err := s.Export(ctx, journal.ExportOptions{Filter: filter, IncludePrivate: o.includePrivate})
		if err != nil {
			return err
		}
		err = writeFile(o.to, func(w io.Writer) error { return exchange.WriteOwn(w, x, s.Now()) })
		if err != nil {
			return err
		}
		a.tell("%s written to %s.", plural(x.Count, "entry", "entries"), o.to)
		if x.LeftOut > 0 {
			a.tell("%s left out (--include-private takes them in).", plural(x.LeftOut, "private entry", "private entries"))
		}
		return nil
	})
}

// checkTarget refuses to write over a file without being told to, and into
// the journal's own folder at all.
func checkTarget(path, folder string, force bool) error {
	if inside(path, folder) {
		return failed("%s lies in the journal's own folder. Choose another place.", path)
	}
	switch _, err := os.Lstat(path); {
	case err == nil && !force:
		return failed("%s exists already. Replace it with --force, or choose another name.", path)
	case err != nil && !os.IsNotExist(err):
		return fileFailure(path, err)
	}
	return nil
}

// inside tells whether the file lies in the folder itself.
func inside(path, folder string) bool {
	parent, err := os.Stat(filepath.Dir(path))
	if err != nil {
		return false
	}
	own, err := os.Stat(folder)
	return err == nil && os.SameFile(parent, own)
}

// writeFile writes a file whole or not at all: into a new file beside it,
// which takes its place when everything has reached the disk.
func writeFile(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	temp, err := os.CreateTemp(dir, ".groundwork-*") // 0600
	if err != nil {
		return fileFailure(dir, err)
	}
	defer func() {
		if err != nil {
			_ = temp.Close()           // the first error is the one to tell;
			_ = os.Remove(temp.Name()) // it may be gone already
		}
	}()
	if err = write(temp); err != nil {
		return fileFailure(path, err)
	}
	if err = temp.Sync(); err != nil {
		return fileFailure(path, err)
	}
	if err = temp.Close(); err != nil {
		return fileFailure(path, err)
	}
	if err = os.Rename(temp.Name(), path); err != nil {
		return fileFailure(path, err)
	}
	return fileFailure(dir, syncFolder(dir))
}
