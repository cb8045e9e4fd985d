package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/evidence"
	"groundwork/journal/handout"
	"groundwork/journal/timeline"
)

// packing are the options of pack.
type packing struct {
	delivering
	audience string
}

func (a *app) packCommand() *cobra.Command {
	var o packing
	c := &cobra.Command{
		Use:   "pack --to FILE [OPTIONS]",
		Short: "Write an evidence pack for a promotion",
		Long: "Write what the journal, or the entries that the options choose, has to show for a promotion: what you\n" +
			"led, numbers, quotes and the ask, in your own words and each with its date. The audience decides the\n" +
			"length, the sections and how candid the pack is:\n" +
			"  manager     one page, with the gaps and what you ask for\n" +
			"  skip-level  two pages for the level above\n" +
			"  committee   four pages, by what the role expects\n" +
			"  myself      everything; the default\n" +
			"The ending of the file decides the form: .md .html .pdf .docx .txt. Private entries stay out unless\n" +
			"--include-private is given. With --mask-names roles stand in the place of names. Packs that the window\n" +
			"saved stay as they are.",
		Example: "groundwork pack --to case.pdf --audience manager\ngroundwork pack --to case.docx --audience committee --mask-names --since 2026-01",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := a.packForm(&o)
			if err != nil {
				return err
			}
			if err := oneOf("audience", o.audience, journal.Audiences()...); err != nil {
				return err
			}
			ctx := c.Context()
			return a.pack(ctx, o, f)
		},
	}
	o.registerAll(c, "md, html, pdf, docx, txt")
	c.Flags().StringVar(&o.audience, "audience", journal.ForMyself, "`WHO` reads it: "+strings.Join(journal.Audiences(), ", "))
	return c
}

// packForm reads the form of a pack, which is one readable file.
func (a *app) packForm(o *packing) (handout.Form, error) {
	f, err := a.form(&o.delivering)
	if err != nil {
		return "", err
	}
	if f.IsFolder() {
		return "", usage("%s is a folder, and a pack is one file", o.to)
	}
	if !slices.Contains(handout.PackForms(), f) {
		return "", usage("a pack cannot be written as %s. Use one of: md, html, pdf, docx, txt", f)
	}
	return f, nil
}

func (a *app) pack(ctx context.Context, o packing, f handout.Form) error {
	return a.with(ctx, toRead, func(s *session) error {
		options, err := o.options(s.DatesFrom(s.Today(ctx)))
		if err != nil {
			return err
		}
		m, err := evidence.ReadMaterial(ctx, s.Journal, options)
		if err != nil {
			return err
		}
		m = timeline.WithGrowth(m)
		p := evidence.Propose(m, o.audience)
		if err := a.maker(s).Hand(ctx, o.path, evidence.Book(m, p), f, handout.Delivery{Replace: o.force, Refuse: []string{s.folder}}); err != nil {
			return refusedTarget(err)
		}
		a.tellPack(o.to, evidence.Leaves(m, p))
		return nil
	})
}

// tellPack says what went out and what stayed in.
func (a *app) tellPack(path string, l evidence.Leaving) {
	if l.Entries == 0 {
		a.tell("Written to %s: there is nothing to show yet, and the page says what to write first.", path)
		return
	}
	said := fmt.Sprintf("%s from %s", plural(l.Lines, "line", "lines"), plural(l.Entries, "entry", "entries"))
	if l.Private > 0 {
		said += fmt.Sprintf(", %d private left out", l.Private)
	}
	if l.Names > 0 {
		said += ", " + plural(l.Names, "name", "names") + " masked"
	}
	a.tell("Written to %s: %s.", path, said)
	if l.Private > 0 {
		a.tell("Take private entries in with --include-private.")
	}
}
