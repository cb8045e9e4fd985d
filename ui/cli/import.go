package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/exchange"
)

// importing are the options of import.
type importing struct {
	as, undo, format string
	dry              bool
}

func (a *app) importCommand() *cobra.Command {
	var o importing
	c := &cobra.Command{
		Use:   "import",
		Short: "Take in a journal from a file or folder",
		Long: "Take in a journal. This version reads Groundwork's own JSON, with the attached files in the folder\n" +
			"beside it (journal.files for journal.json), and its own folders of Markdown files, with those in\n" +
			"their attachments. What is there already is not added twice; what cannot be read is named and left\n" +
			"out; the whole import can be undone.",
		Example:     "groundwork import --dry-run journal.json\ngroundwork import journal\ngroundwork import --undo 019ada5e-7c1f-7000-8000-3f0c12ab9d01",
		Annotations: map[string]string{"forms": "groundwork import PATH [OPTIONS]\ngroundwork import --undo BATCH"},
		RunE: func(c *cobra.Command, args []string) error {
			if err := oneOf("format", o.format, "text", "json"); err != nil {
				return err
			}
			if c.Flags().Changed("undo") {
				if other := changed(c, "as", "dry-run"); other != "" || len(args) > 0 {
					return usage("--undo takes the id of an import and nothing else")
				}
				return a.undoImport(c.Context(), o)
			}
			if len(args) != 1 {
				return usage("import takes one file or folder")
			}
			return a.importPath(c.Context(), args[0], o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.as, "as", "", "read it as this `FORMAT` (groundwork, markdown) instead of looking what it is")
	f.BoolVar(&o.dry, "dry-run", false, "only say what would happen")
	f.StringVar(&o.undo, "undo", "", "take an import back, by the id of its `BATCH`")
	f.StringVar(&o.format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

// importPath reads the file before it opens the journal, so that a file that
// cannot be read makes no journal.
func (a *app) importPath(ctx context.Context, path string, o importing) error {
	whole, err := a.at(path)
	if err != nil {
		return err
	}
	in, err := readPath(ctx, whole, o.as)
	if err != nil {
		return err
	}
	want := toWrite
	if o.dry {
		want = toLook
	}
	return a.with(ctx, want, func(s *session) error {
		report, err := s.Import(ctx, in, o.dry)
		if err != nil {
			return err
		}
		return a.writeImport(path, report, o)
	})
}

// readPath reads what is to be imported.
func readPath(ctx context.Context, path, as string) (in journal.Incoming, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return in, fileFailure(path, err)
	}
	root, name := filepath.Dir(path), filepath.Base(path)
	if info.IsDir() {
		root, name = path, "."
	}
	src, err := exchange.NewSource(os.DirFS(root), name)
	if err != nil {
		return in, fileFailure(path, err)
	}
	format, err := exchange.Find(as, src)
	if errors.Is(err, exchange.ErrUnknownFormat) {
		return in, usage("%s", err)
	}
	if err != nil {
		return in, err
	}
	in, err = format.Read(ctx, src)
	return in, fileFailure(path, err)
}

func (a *app) writeImport(path string, r journal.ImportReport, o importing) error {
	out := a.output()
	if o.format == "json" {
		if err := putJSON(out, r); err != nil {
			return err
		}
		return flush(out)
	}
	verb := "Imported"
	if o.dry {
		verb = "Would import"
	}
	_, _ = fmt.Fprintf(out, "%s %s (%s): %s found, %d new, %d changed, %d the same.\n",
		verb, path, r.Format, plural(r.Found, "entry", "entries"), r.New, r.Changed, r.Same)
	if len(r.Quarantined) > 0 {
		_, _ = fmt.Fprintf(out, "Left out, since it cannot be read (%d):\n", len(r.Quarantined))
		for _, q := range r.Quarantined {
			_, _ = fmt.Fprintf(out, "  %s: %s\n", clean(q.Name), clean(q.Reason))
		}
	}
	if r.Batch != "" {
		_, _ = fmt.Fprintf(out, "To take it back: groundwork import --undo %s\n", r.Batch)
	}
	return flush(out)
}

func (a *app) undoImport(ctx context.Context, o importing) error {
	return a.with(ctx, toRead, func(s *session) error {
		r, err := s.UndoImport(ctx, journal.ID(o.undo))
		if err != nil {
			return err
		}
		out := a.output()
		if o.format == "json" {
			if err := putJSON(out, r); err != nil {
				return err
			}
			return flush(out)
		}
		_, _ = fmt.Fprintf(out, "Took the import back: %s removed, %d put back as before.\n",
			plural(r.Removed, "entry", "entries"), r.Restored)
		if len(r.Kept) > 0 {
			_, _ = fmt.Fprintf(out, "Left as it is (%d):\n", len(r.Kept))
			for _, k := range r.Kept {
				_, _ = fmt.Fprintf(out, "  %s: %s\n", clean(k.Name), k.Reason)
			}
		}
		return flush(out)
	})
}
