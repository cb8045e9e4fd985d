package ui

import (
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// options lists keys with the words the window has for them.
func options(keys []string, name func(string) string) []parts.Option {
	all := make([]parts.Option, len(keys))
	for i, k := range keys {
		all[i] = parts.Option{Key: k, Label: name(k)}
	}
	return all
}

// segments lists keys as the choices of one track.
func segments(keys []string, name func(string) string) []parts.Segment {
	all := make([]parts.Segment, len(keys))
	for i, k := range keys {
		all[i] = parts.Segment{Key: k, Label: name(k)}
	}
	return all
}

// optional lets nothing be chosen again.
func optional(choices []parts.Option) []parts.Option {
	return append([]parts.Option{{Key: "", Label: lang.L("Not said")}}, choices...)
}

func relationshipOptions() []parts.Option { return options(journal.Relationships(), relationshipName) }
func channelOptions() []parts.Option      { return options(journal.Channels(), channelName) }
func stageOptions() []parts.Option        { return options(journal.StageNames(), stageName) }

func stanceSegments() []parts.Segment  { return segments(journal.Stances(), stanceName) }
func stateSegments() []parts.Segment   { return segments(journal.FeedbackStates(), stateName) }
func routeSegments() []parts.Segment   { return segments(journal.Routes(), routeName) }
func outcomeSegments() []parts.Segment { return segments(journal.Outcomes(), outcomeName) }
