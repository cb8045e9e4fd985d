package main

import (
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"groundwork/journal"
)

// newLog makes the log of the program. No line of it holds what the user wrote
// or called a file: of an error it keeps what was being done and what kind of
// thing went wrong.
func newLog(to io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(to, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if err, is := a.Value.Any().(error); is {
				a.Value = slog.StringValue(withoutText(err))
			}
			return a
		},
	}))
}

// left stands in the place of what is left out.
const left = "…"

// quoted is what an error quotes, mostly from its input.
var quoted = regexp.MustCompile(`"[^"]*"|'[^']*'|“[^”]*”`)

// withoutText is what an error says, without what may be of the user in it.
func withoutText(err error) string {
	text := err.Error()
	for _, each := range journal.Causes(err) {
		for _, theirs := range textIn(each) {
			if theirs != "" {
				text = strings.ReplaceAll(text, theirs, left)
			}
		}
	}
	return quoted.ReplaceAllString(text, left)
}

// textIn gives what is the user's in one error: sentences about what they typed,
// the names of files, and what was to be read as a number or a date.
func textIn(err error) []string {
	switch e := err.(type) {
	case *journal.Invalid:
		return []string{e.Problem}
	case *fs.PathError:
		return []string{e.Path}
	case *os.LinkError:
		return []string{e.Old, e.New}
	case *strconv.NumError:
		return []string{e.Num}
	case *time.ParseError:
		return []string{e.Value}
	case *json.UnmarshalTypeError:
		return []string{e.Value, e.Field}
	}
	return nil
}
