package cli

import (
	"context"
	"errors"
	"fmt"
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
			"Groundwork's own JSON, which import reads, and beside it the attached files in a folder: review.files\n" +
			"for review.json. Private entries, people and the notes on them stay out unless --include-private is\n" +
			"given; with it nothing is left out. An attached file that is missing is named and stops nothing.",
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
	f.BoolVar(&o.force, "force", false, "replace the file, and the folder beside it, if they exist")
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
		if err := errors.Join(checkTarget(o.to, s.folder, o.force), checkBeside(o.to, o.force)); err != nil {
			return err
		}
		x, err := s.Export(ctx, journal.ExportOptions{Filter: filter, IncludePrivate: o.includePrivate})
		if err != nil {
			return err
		}
		var files exchange.Outgoing
		x.Entries = files.Note(x.Entries)
		var lost []exchange.Lost
		err = writeExport(o.to, func(w io.Writer) error {
			return exchange.WriteOwn(w, x, s.Now())
		}, func(create creating) (int, error) {
			var err error
			lost, err = files.Write(ctx, s.OpenAttachment, create)
			return files.Count() - len(lost), err
		})
		if err != nil {
			return err
		}
		a.tellExport(o.to, x, files.Count()-len(lost))
		a.nameLost(lost)
		return nil
	})
}

// tellExport says what went out and what stayed in.
func (a *app) tellExport(path string, x journal.Export, files int) {
	a.tell("%s written to %s.", plural(x.Count, "entry", "entries"), path)
	if files > 0 {
		a.tell("%s written to %s.", plural(files, "attached file", "attached files"), besidePath(path))
	}
	if x.LeftOut > 0 {
		a.tell("%s left out (--include-private takes them in).", plural(x.LeftOut, "private entry", "private entries"))
	}
}

// nameLost names the attached files that the journal does not hold any more.
// They do not make the export fail, as what an import cannot read does not
// make that fail; but they are named even where --quiet was asked for.
func (a *app) nameLost(lost []exchange.Lost) {
	for _, l := range lost {
		_, _ = fmt.Fprintf(a.env.Stderr, "Not written: %s, attached to entry %s. %s\n", clean(l.Name), l.Entry, explain(l.Err))
	}
}
