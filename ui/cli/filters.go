package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"groundwork/journal"
)

// filters are the options that choose entries.
type filters struct {
	since, until, expectation, person string
	kinds, tags                       []string
	starred                           bool
}

func (f *filters) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.since, "since", "", "from this `DATE` on: 2026-11-20, 2026-11, today, yesterday, -3d, last monday")
	flags.StringVar(&f.until, "until", "", "up to this `DATE`, itself included")
	flags.StringArrayVar(&f.kinds, "kind", nil, "only this `KIND`: reflection, moment, feedback, application")
	flags.StringArrayVar(&f.tags, "tag", nil, "only with this `TAG`; more than one: with all of them")
	flags.StringVar(&f.expectation, "expectation", "", "only evidence for this expectation (`NAME` or id)")
	flags.StringVar(&f.person, "person", "", "only with this person (`NAME` or id)")
	flags.BoolVar(&f.starred, "starred", false, "only starred entries")
}

// read turns the options into a filter; dates are read as the journal reads them.
func (f *filters) read(dates journal.Dates) (out journal.Filter, err error) {
	if f.since != "" {
		span, err := dates.Span(f.since)
		if err != nil {
			return out, err
		}
		out.Since = span.From
	}
	if f.until != "" {
		span, err := dates.Span(f.until)
		if err != nil {
			return out, err
		}
		out.Until = span.Until
	}
	for _, name := range f.kinds {
		kind, err := readKind(name)
		if err != nil {
			return out, err
		}
		out.Kinds = append(out.Kinds, kind)
	}
	out.Tags, out.Expectation, out.Person, out.Starred = f.tags, f.expectation, f.person, f.starred
	return out, nil
}

func readKind(name string) (journal.Kind, error) {
	kind := journal.Kind(strings.ToLower(name))
	if !slices.Contains(journal.Kinds(), kind) {
		return "", failed("There is no kind %q: use reflection, moment, feedback or application.", clean(name))
	}
	return kind, nil
}

// oneOf checks the value of an option that takes few values.
func oneOf(option, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usage("--%s takes %s, not %q", option, strings.Join(allowed, " or "), value)
}

func checkLimit(limit int) error {
	if limit < 0 {
		return usage("--limit takes a number from 0 on")
	}
	return nil
}
