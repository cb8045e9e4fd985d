package cli

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"groundwork/journal/exchange"
)

// listing are the options of list.
type listing struct {
	filters
	limit  int
	format string
}

func (a *app) listCommand() *cobra.Command {
	var o listing
	c := &cobra.Command{
		Use:     "list [OPTIONS]",
		Short:   "List entries, newest first",
		Long:    "List entries, newest first: all of them unless limited. Private entries are listed too.",
		Example: "groundwork list --since 2026-11 --kind moment\ngroundwork list --tag coaching --limit 10 --format json",
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := oneOf("format", o.format, "text", "json"); err != nil {
				return err
			}
			if err := checkLimit(o.limit); err != nil {
				return err
			}
			return a.with(c.Context(), toLook, func(s *session) error { return a.list(c.Context(), s, o) })
		},
	}
	o.register(c.Flags())
	c.Flags().IntVar(&o.limit, "limit", 0, "at most `N` entries (0: all)")
	c.Flags().StringVar(&o.format, "format", "text", "`FORMAT` of the result: text or json")
	return c
}

// list writes the entries as they are read, so that any number of them needs
// the memory of one.
func (a *app) list(ctx context.Context, s *session, o listing) error {
	filter, err := o.read(s.DatesFrom(s.Today(ctx)))
	if err != nil {
		return err
	}
	out := a.output()
	list := jsonList{out: out}
	n := 0
	for e, err := range s.Read().Entries(ctx, filter) {
		if err != nil {
			return err
		}
		if o.format == "json" {
			err = list.add(e)
		} else {
			_, err = fmt.Fprintln(out, lineOf(&e))
		}
		if err != nil {
			return unwritten(err)
		}
		if n++; n == o.limit {
			break
		}
	}
	if o.format == "json" {
		list.end()
	}
	return flush(out)
}

// jsonList writes a JSON array, one item a line, item by item.
type jsonList struct {
	out   *bufio.Writer
	begun bool
}

func (l *jsonList) add(x any) error {
	text, err := exchange.Encode(x)
	if err != nil {
		return err
	}
	before := ",\n"
	if !l.begun {
		before = "[\n"
	}
	l.begun = true
	_, _ = l.out.WriteString(before) // the writer remembers its error
	_, err = l.out.Write(text)
	return err
}

func (l *jsonList) end() {
	after := "\n]\n"
	if !l.begun {
		after = "[]\n"
	}
	_, _ = l.out.WriteString(after) // an error comes with flush
}

// noArguments refuses arguments.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%q is too much: this command takes options only", args[0])
	}
	return nil
}

// putJSON writes one value on a line of its own.
func putJSON(out *bufio.Writer, x any) error {
	text, err := exchange.Encode(x)
	if err != nil {
		return err
	}
	_, _ = out.Write(append(text, '\n')) // an error comes with flush
	return nil
}
