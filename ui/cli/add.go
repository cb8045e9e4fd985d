package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"groundwork/journal"
)

// adding are the options of add.
type adding struct {
	kind, day, title, json string
	tags                   []string
	private                bool
	decided                bool // whether it is private was said
}

func (a *app) addCommand() *cobra.Command {
	var o adding
	c := &cobra.Command{
		Use:   "add",
		Short: "Write an entry",
		Long: "Write an entry and print its id. The text stands on the command line, or comes from\n" +
			"standard input where it is a single -, and is kept as it is.\n" +
			"An entry of a kind that is private from the start is private unless --private=false is given.",
		Example: "groundwork add --tag coaching \"Today I let Maria lead the review.\"\n" +
			"groundwork add --kind moment --day 2026-03 --title \"The audit\" - < notes.md",
		Annotations: map[string]string{"forms": "groundwork add [OPTIONS] TEXT\ngroundwork add [OPTIONS] -\ngroundwork add --json -"},
		RunE: func(c *cobra.Command, args []string) error {
			read := o.fromText
			if c.Flags().Changed("json") {
				if others := changed(c, "kind", "day", "title", "tag", "private"); others != "" {
					return usage("--json takes everything from the object: leave --%s out", others)
				}
				read = o.fromJSON
			}
			o.decided = c.Flags().Changed("private")
			return a.add(c, args, read, &o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.kind, "kind", "", "the `KIND` of entry: reflection (the default), moment, feedback, application")
	f.StringVar(&o.day, "day", "", "the `DAY` or month it belongs to: 2026-11-20, 2026-11, yesterday, -3d (default: today)")
	f.StringVar(&o.title, "title", "", "its `TITLE`")
	f.StringArrayVar(&o.tags, "tag", nil, "a `TAG`; may be given more than once")
	f.BoolVar(&o.private, "private", false, "keep it out of exports")
	f.StringVar(&o.json, "json", "", "read one entry as JSON from standard input (`-`)")
	return c
}

// changed names the first of the options that was given.
func changed(c *cobra.Command, names ...string) string {
	for _, name := range names {
		if c.Flags().Changed(name) {
			return name
		}
	}
	return ""
}

// add reads the entry before it opens the journal, so that wrong input makes
// no journal.
func (a *app) add(c *cobra.Command, args []string, read func(*app, []string) (journal.Entry, error), o *adding) error {
	e, err := read(a, args)
	if err != nil {
		return err
	}
	ctx := c.Context()
	err = a.with(ctx, toWrite, func(s *session) error {
		if day := c.Flag("day").Value.String(); day != "" {
			if e.Day, e.Precision, err = readDay(day, s.DatesFrom(s.Today(ctx))); err != nil {
				return err
			}
		}
		if !o.decided {
			if e.Private, err = s.startsPrivate(ctx, e.Kind); err != nil {
				return err
			}
		}
		stored, err := s.AddEntry(ctx, e)
		if errors.Is(err, journal.ErrConflict) {
			return failed("There is an entry with the id %s already.", clean(strings.ToLower(string(e.ID))))
		}
		if err != nil {
			return err
		}
		out := a.output()
		_, _ = fmt.Fprintln(out, stored.ID) // an error comes with flush
		return flush(out)
	})
	if err == nil {
		a.dailyBackup(ctx)
	}
	return err
}

// startsPrivate tells whether the journal has entries of a kind private from the
// start; "" is a reflection.
func (s *session) startsPrivate(ctx context.Context, k journal.Kind) (bool, error) {
	settings, err := s.Read().Settings(ctx)
	if err != nil {
		return false, err
	}
	return journal.ReadWriting(settings).StartsPrivate(cmp.Or(k, journal.Reflection)), nil
}

// fromText makes an entry of the options and the text.
func (o *adding) fromText(a *app, args []string) (e journal.Entry, err error) {
	text := strings.Join(args, " ")
	if len(args) == 1 && args[0] == "-" {
		raw, err := a.readInput(journal.MaxText)
		if err != nil {
			return e, err
		}
		text = string(raw)
	}
	if strings.TrimSpace(text) == "" && o.title == "" {
		return e, usage("there is nothing to add: give a text, or - to read it from standard input")
	}
	if o.kind != "" {
		if e.Kind, err = readKind(o.kind); err != nil {
			return e, err
		}
	}
	if o.day != "" {
		// Only to refuse what is no day: which day it is, the journal knows.
		if _, _, err := readDay(o.day, journal.Dates{Today: journal.DayOf(a.env.Now()), Order: a.env.Order}); err != nil {
			return e, err
		}
	}
	e.Title, e.Body, e.Tags, e.Private = o.title, text, o.tags, o.private
	return e, checkText(e)
}

// checkText looks for what the journal would refuse, before it is opened.
func checkText(e journal.Entry) error {
	if e.Kind == "" {
		e.Kind = journal.Reflection
	}
	if e.Day.IsZero() {
		e.Day = journal.Day{Year: 2000, Month: 1, Date: 1}
	}
	if e.Precision == "" {
		e.Precision = journal.ExactDay
	}
	return e.Validate()
}

// fromJSON reads one ENTRY object.
func (o *adding) fromJSON(a *app, args []string) (e journal.Entry, err error) {
	if o.json != "-" || len(args) > 0 {
		return e, usage("--json takes - alone: the entry comes from standard input")
	}
	const most = 16 * journal.MaxText // a part may be as long as the body
	raw, err := a.readInput(most)
	switch {
	case err != nil:
		return e, err
	case len(raw) > most:
		return e, failed("This entry is longer than %d MB. Split it into several entries.", most>>20)
	case !utf8.Valid(raw):
		return e, failed("This text is not valid UTF-8. Save it as UTF-8 and try again.")
	}
	if err := json.Unmarshal(raw, &e); err != nil {
		var invalid *journal.Invalid
		if errors.As(err, &invalid) {
			return e, err
		}
		return e, failed("This is not an entry as JSON: %s.", err)
	}
	if e.Blank() {
		return e, usage("there is nothing to add: the entry holds no text")
	}
	var said struct {
		Private *bool `json:"private"`
	}
	if err := json.Unmarshal(raw, &said); err != nil {
		return e, failed("This is not an entry as JSON: %s.", err)
	}
	o.decided = said.Private != nil
	return e, checkText(e)
}

// readInput reads standard input up to one byte more than most, so that what
// is too long can be told.
func (a *app) readInput(most int64) ([]byte, error) {
	if a.env.StdinTerminal {
		a.tell("Write your text. Ctrl+D on an empty line ends it.")
	}
	raw, err := io.ReadAll(io.LimitReader(a.env.Stdin, most+1))
	if err != nil {
		return nil, failed("Standard input could not be read: %s.", err)
	}
	return raw, nil
}

// readDay reads the day of an entry: a day, or a month that is then known as
// a month only.
func readDay(text string, dates journal.Dates) (journal.Day, journal.Precision, error) {
	span, err := dates.Span(text)
	if err != nil {
		return journal.Day{}, "", err
	}
	switch lastOfMonth := span.From.AddMonths(1).AddDays(-1); {
	case span.From == span.Until:
		return span.From, journal.ExactDay, nil
	case span.From.Date == 1 && span.Until == lastOfMonth:
		return journal.InMonth.Middle(span.From), journal.InMonth, nil
	}
	return journal.Day{}, "", failed("An entry belongs to a day or a month, and %q is neither.", clean(text))
}
