package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"groundwork/journal"
	"groundwork/journal/exchange"
	"groundwork/journal/handout"
)

// delivering are the options of what writes a file for others to read.
type delivering struct {
	filters
	to, as                           string
	path                             string // where to lies
	includePrivate, maskNames, force bool
}

func (o *delivering) registerAll(c *cobra.Command, forms string) {
	f := c.Flags()
	f.StringVar(&o.to, "to", "", "where to write: the `FILE`'s ending says the form")
	f.StringVar(&o.as, "as", "", "the `FORM`, whatever the ending: "+forms)
	f.BoolVar(&o.includePrivate, "include-private", false, "private entries and people too")
	f.BoolVar(&o.maskNames, "mask-names", false, "pseudonyms in the place of names: a peer, Manager 1")
	f.BoolVar(&o.force, "force", false, "replace what is there already")
	o.register(f)
}

// form reads the form from where something goes.
func (a *app) form(o *delivering) (f handout.Form, err error) {
	if o.to == "" {
		return "", usage("say where to: --to FILE")
	}
	if o.path, err = a.at(o.to); err != nil {
		return "", err
	}
	f, err = handout.FormOf(o.path, o.as)
	if err != nil {
		return "", usage("%s", explain(err))
	}
	return f, nil
}

// options turns the options into those of an export.
func (o *delivering) options(dates journal.Dates) (journal.ExportOptions, error) {
	filter, err := o.read(dates)
	return journal.ExportOptions{Filter: filter, IncludePrivate: o.includePrivate, MaskNames: o.maskNames}, err
}

// maker makes what leaves the journal.
func (a *app) maker(s *session) handout.Maker {
	return handout.Maker{Journal: s.Journal, Press: a.env.Press}
}

// refusedTarget says what helps where something is in the way already.
func refusedTarget(err error) error {
	if errors.Is(err, fs.ErrExist) {
		what, _ := journal.Explain(err)
		return failed("%s Replace it with --force, or choose another name.", what)
	}
	return err
}

func (a *app) exportCommand() *cobra.Command {
	var o delivering
	c := &cobra.Command{
		Use:   "export --to PATH [OPTIONS]",
		Short: "Write entries to a file or a folder",
		Long: "Write the journal, or the entries that the options choose. The path decides the form:\n" +
			"  .md .html .pdf .docx .txt   to be read; .csv: a table of the entries\n" +
			"  .json                       the journal's own form, which import reads; attached files lie beside it in\n" +
			"                              a folder: review.files for review.json\n" +
			"  a folder (DIR/)             --as markdown: a file for each entry, which import reads too; --as csv: a file\n" +
			"                              for each table\n" +
			"Private entries, people and the notes on them stay out unless --include-private is given; with it nothing\n" +
			"is left out. With --mask-names pseudonyms stand in the place of names, and what cannot be masked stays in:\n" +
			"people's notes, attached files. An attached file that is missing is named and stops nothing.",
		Example: "groundwork export --to review.pdf --since 2026-05\ngroundwork export --to everything.json --include-private",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			f, err := a.form(&o)
			if err != nil {
				return err
			}
			ctx := c.Context()
			return a.export(ctx, o, f)
		},
	}
	o.registerAll(c, "md, html, pdf, docx, txt, json, csv; of a folder: markdown, csv")
	return c
}

func (a *app) export(ctx context.Context, o delivering, f handout.Form) error {
	return a.with(ctx, toRead, func(s *session) error {
		options, err := o.options(s.DatesFrom(s.Today(ctx)))
		if err != nil {
			return err
		}
		report, err := a.maker(s).Export(ctx, o.path, handout.Request{Options: options, Form: f}, handout.Delivery{Replace: o.force, Refuse: []string{s.folder}})
		if err != nil {
			return refusedTarget(err)
		}
		a.tell("Written to %s: %s.", o.to, report)
		if report.Tally.Private > 0 {
			a.tell("Take private entries in with --include-private.")
		}
		a.nameLost(report.Lost)
		return nil
	})
}

// nameLost names the attached files that the journal does not hold any more.
// They do not make the export fail, as what an import cannot read does not
// make that fail; but they are named even where --quiet was asked for.
func (a *app) nameLost(lost []exchange.Lost) {
	for _, l := range lost {
		_, _ = fmt.Fprintf(a.env.Stderr, "Not written: %s, attached to entry %s. %s\n", clean(l.Name), l.Entry, explain(l.Err))
	}
}
