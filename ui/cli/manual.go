package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manualCommand is "groundwork manual", which the installation calls: the
// page is made of the commands themselves, so that it cannot grow old.
func (a *app) manualCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:    "manual",
		Short:  "Print the manual page, for man",
		Hidden: true,
		Args:   noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.env.Stdout, manual(root, a.env.Version))
			return err
		},
	}
}

// manual writes the manual page of the program in the macros of man(7). It has
// no date, so that the same program always gives the same page.
func manual(root *cobra.Command, version string) string {
	var page roff
	page.macro("TH", "GROUNDWORK", "1", "", "Groundwork "+version, "User Commands")
	page.macro("SH", "NAME")
	page.text("groundwork - " + lowerFirst(root.Short))
	page.macro("SH", "SYNOPSIS")
	page.literal(usageLines(root))
	page.macro("SH", "DESCRIPTION")
	page.text(root.Long)
	page.flags("OPTIONS OF EVERY COMMAND", root.PersistentFlags())
	page.macro("SH", "COMMANDS")
	for _, c := range root.Commands() {
		if !c.Hidden && c.Name() != "completion" {
			page.command(c)
		}
	}
	page.macro("SH", "EXIT STATUS")
	page.term("0", "Done.")
	page.term("1", "Failed; one sentence on standard error says why.")
	page.term("2", "Wrong usage.")
	page.term("3", "The journal is locked.")
	page.macro("SH", "FILES")
	page.term("~/.local/share/groundwork/", "The journal of the user, unless --data or GROUNDWORK_DATA names another folder; "+
		"XDG_DATA_HOME may take the place of ~/.local/share.")
	page.term("journal.db", "The entries in it, a plain SQLite database.")
	page.term("backups/", "The backups in it, plain tar files.")
	return page.String()
}

// roff is a manual page in the making.
type roff struct{ strings.Builder }

// macro writes a request with its arguments.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		fmt.Fprintf(r, " \"%s\"", strings.ReplaceAll(escapeRoff(arg), `"`, `\(dq`))
	}
	r.WriteString("\n")
}

// text writes a paragraph, which is filled anew.
func (r *roff) text(text string) { r.WriteString(escapeRoff(text) + "\n") }

// literal writes lines that stay as they are.
func (r *roff) literal(text string) {
	r.WriteString(".nf\n" + escapeRoff(text) + "\n.fi\n")
}

// term writes something and, indented below it, what it is.
func (r *roff) term(term, text string) {
	r.WriteString(".TP\n.B " + escapeRoff(term) + "\n")
	r.text(text)
}

// command writes what there is to know of a command.
func (r *roff) command(c *cobra.Command) {
	r.macro("SS", c.Name())
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	r.literal(usageLines(c))
	r.WriteString(".PP\n")
	r.text(about)
	r.flags("", c.LocalNonPersistentFlags())
	if c.Example != "" {
		r.WriteString(".PP\nExamples:\n.PP\n.RS 4\n")
		r.literal(c.Example)
		r.WriteString(".RE\n")
	}
}

// flags writes options, under a title of their own where one is given.
func (r *roff) flags(title string, flags *pflag.FlagSet) {
	if title != "" {
		r.macro("SH", title)
	}
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if value != "" && f.Value.Type() != "bool" {
			name += " " + value
		}
		r.term(name, text)
	})
}

// escapeRoff makes text mean itself: no escapes, no requests at the start of a
// line, and hyphens that can be copied.
func escapeRoff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

func lowerFirst(text string) string { return strings.ToLower(text[:1]) + text[1:] }
