package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help writes the help of a command. It is made by hand, since cobra's own
// templates would cost time at every start of the window.
func help(c *cobra.Command) string {
	var out strings.Builder
	about := c.Long
	if about == "" {
		about = c.Short + "."
	}
	fmt.Fprintf(&out, "%s\n\nUsage:\n", about)
	for _, line := range strings.Split(usageLines(c), "\n") {
		fmt.Fprintf(&out, "  %s\n", line)
	}
	if c.Example != "" {
		fmt.Fprintf(&out, "\nExamples:\n%s\n", indent(c.Example))
	}
	if !c.HasParent() {
		out.WriteString("\nCommands:\n")
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				fmt.Fprintf(&out, "  %-17s %s\n", sub.Name(), sub.Short)
			}
		}
	}
	writeFlags(&out, "Options", c.LocalNonPersistentFlags())
	writeFlags(&out, "Options of every command", c.Root().PersistentFlags())
	if !c.HasParent() {
		out.WriteString("\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 the journal is locked.\n" +
			"Help for a command: groundwork help COMMAND\n")
	}
	return out.String()
}

// usageLines are the forms of a command: its own annotation where it has more
// than one.
func usageLines(c *cobra.Command) string {
	if forms := c.Annotations["forms"]; forms != "" {
		return forms
	}
	if !c.HasParent() {
		return "groundwork [OPTIONS]\ngroundwork COMMAND [OPTIONS]"
	}
	return "groundwork " + c.Use
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}

func writeFlags(out *strings.Builder, title string, flags *pflag.FlagSet) {
	type line struct{ left, right string }
	var lines []line
	width := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		left := "--" + f.Name
		if value != "" && f.Value.Type() != "bool" {
			left += " " + value
		}
		width = max(width, len([]rune(left)))
		lines = append(lines, line{left, text})
	})
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s:\n", title)
	for _, l := range lines {
		fmt.Fprintf(out, "  %-*s  %s\n", width, l.left, l.right)
	}
}
