package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"groundwork/journal"
)

// sentence says in plain words why something could not be read.
func sentence(err error) string {
	var invalid *journal.Invalid
	var syntax *json.SyntaxError
	var instant *time.ParseError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &invalid):
		return invalid.Problem
	case errors.As(err, &syntax):
		return fmt.Sprintf("It is not valid JSON (%s).", syntax.Error())
	case errors.As(err, &instant):
		return fmt.Sprintf("%s is not an instant. Write it as 2026-11-20T21:04:00+01:00.", beginning(instant.Value, 40))
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("Its field %q holds %s, which does not belong there.", kind.Field, article(kind.Value))
	case errors.As(err, &kind):
		return fmt.Sprintf("It is %s, which does not belong there.", article(kind.Value))
	}
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// article puts the article before what encoding/json calls a kind of value.
func article(value string) string {
	first, _, _ := strings.Cut(value, " ") // "number 3.5"
	switch first {
	case "array", "object":
		return "an " + first
	case "bool":
		return "true or false"
	}
	return "a " + first
}

// beginning cuts s to about n bytes, at a letter.
func beginning(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// decode reads one value; err is what the splitter said of it.
func decode(raw []byte, err error, to any) error {
	switch {
	case err != nil:
		return err
	case !utf8.Valid(raw):
		return errors.New("it is not valid UTF-8")
	case bytes.IndexByte(raw, 0) >= 0:
		return errors.New("it holds NUL bytes")
	}
	return json.Unmarshal(raw, to)
}

// label names something that cannot be read, as well as it can.
func label(raw []byte, what string, n int) string {
	var named struct{ Title, Name, ID string }
	// The error does not matter: whatever could be read names it.
	_ = json.Unmarshal(raw[:min(len(raw), 1<<20)], &named)
	for _, name := range []string{named.Title, named.Name, named.ID} {
		if strings.TrimSpace(name) != "" {
			return beginning(name, 80)
		}
	}
	return fmt.Sprintf("%s %d", what, n)
}
