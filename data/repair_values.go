package data

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"time"

	"groundwork/data/salvage"
	"groundwork/journal"
)

// A damaged row may hold what no journal would write: a day that is none, a
// yes-or-no that is 7. Read like that, one letter would keep the whole page of
// people from being shown. So each value that cannot be read becomes the
// emptiest that can, and the rest of the row stands.

// puttingRight gives for columns of certain names how their values are put
// right. Columns of the same name mean the same in every table.
func puttingRight(column string) func(any) any {
	switch {
	case column == "extra" || strings.HasSuffix(column, "_extra"):
		return rightIf(readExtra)
	case slices.Contains([]string{"needs", "mentions"}, column):
		return rightIf(readList[string])
	case slices.Contains([]string{
		"day", "feedback_follow_up_on", "application_next_step_on", "last_contact", "review_from", "review_until",
		"next_round", "since", "due", "given_on", "given_next_on",
	}, column):
		return rightIf(readDay)
	case slices.Contains([]string{"created", "updated", "made", "saved", "deleted"}, column):
		return rightIf(readInstant)
	case slices.Contains([]string{
		"private", "starred", "prompted", "moment", "moment_has_impact", "feedback", "feedback_requested", "application",
		"chosen", "leading_up", "retired", "paused", "given", "edited", "left_out",
	}, column):
		return rightYesNo
	}
	return rightText
}

func rightText(v any) any {
	if text, is := v.(string); is {
		return strings.ToValidUTF8(text, "\ufffd")
	}
	return v
}

func rightYesNo(v any) any {
	if n, is := v.(int64); is && n != 0 {
		return int64(1)
	}
	return v
}

// rightIf empties a text that cannot be read.
func rightIf[T any](read func(string) (T, error)) func(any) any {
	return func(v any) any {
		if text, is := v.(string); is {
			if _, err := read(text); err != nil {
				return ""
			}
		}
		return v
	}
}

// putRight puts the values of a row right.
func putRight(t *salvage.Table, values []any) {
	at := map[string]int{}
	for i, c := range t.Columns {
		values[i] = puttingRight(c.Name)(values[i])
		at[c.Name] = i
	}
	if t.Name == "entries" {
		putEntryRight(values, at)
	}
	if i, has := at["entries"]; has && t.Name == "pack_bullets" {
		values[i] = rightIf(readList[string])(values[i])
	}
	for _, column := range []string{"content", "before"} {
		if i, has := at[column]; has && t.Name != "versions" && values[i] != "" && !json.Valid([]byte(values[i].(string))) {
			values[i] = nil // cannot be read at all: the row is refused, and lies with what was rescued
		}
	}
}

// putEntryRight gives an entry what none is without.
func putEntryRight(values []any, at map[string]int) {
	text := func(column string) string { return values[at[column]].(string) }
	made := time.UnixMilli(values[at["created_ms"]].(int64)).UTC()
	if text("created") == "" {
		values[at["created"]] = instant(made)
	}
	if text("updated") == "" {
		values[at["updated"]] = text("created")
	}
	if text("day") == "" {
		created, err := readInstant(text("created"))
		if err != nil || !journal.DayOf(created).Valid() {
			created = time.Time{}.AddDate(1999, 0, 0)
		}
		values[at["day"]] = journal.DayOf(created).String()
	}
	if !slices.Contains(journal.Kinds(), journal.Kind(text("kind"))) {
		values[at["kind"]] = string(journal.Reflection)
	}
	if !slices.Contains([]journal.Precision{journal.ExactDay, journal.InMonth, journal.InQuarter}, journal.Precision(text("precision"))) {
		values[at["precision"]] = string(journal.ExactDay)
	}
	values[at["mentions"]] = "" // made anew with the rest
}

// telling says of tables whose rows look alike what the value of one column
// must be. Where a row lies in no tree, that tells whose it is.
var telling = []struct {
	table, column string
	like          *regexp.Regexp
}{
	{"trash", "what", regexp.MustCompile(`^(entry|prompt|person|expectation|pack|attachment)$`)},
	{"batches", "made", regexp.MustCompile(`^\d{4}-\d\d-\d\dT`)},
	{"plan", "review_from", regexp.MustCompile(`^(\d{4}-\d\d-\d\d)?$`)},
	{"stages", "day", regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)},
	{"attachments", "sha256", regexp.MustCompile(`^([0-9a-fA-F]{64})?$`)},
	{"unwanted_files", "sha256", regexp.MustCompile(`^[0-9a-fA-F]{64}$`)},
	{"shown_prompts", "day", regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)},
}
