package journal_test

import (
	"encoding/json"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// awkward are texts that programs like to change on the way.
var awkward = []string{
	"", " ", "trailing spaces  ", "a\r\nb\rc\n", "\ufeffwith a byte order mark", "e\u0301 is not é", "Привет", "日本語の日記",
	"שלום עולם", "مرحبا \u200fabc", "👩‍💻 🏳️‍🌈", "<b>R&D</b>", "it's \"quoted\" \\ /", "\u2028line\u2029paragraph", "\u200bzero width",
	"null", "=1+1", "tab\there", "\u0001\u001f\u007f", "# Heading\n\n- [ ] task\n", "\ufffd", "\U0010ffff",
}

// anyText draws text that a journal accepts.
func anyText() *rapid.Generator[string] {
	letters := rapid.Rune().Filter(func(r rune) bool { return r != 0 })
	return rapid.OneOf(rapid.SampledFrom(awkward), rapid.StringOf(letters))
}

// anyName draws text that holds more than spaces.
func anyName() *rapid.Generator[string] {
	return rapid.Map(anyText(), func(s string) string { return "N" + s })
}

// anyExtra draws members that no version knows, or none.
func anyExtra() *rapid.Generator[journal.Extra] {
	value := rapid.SampledFrom([]string{
		`null`, `true`, `"<&>"`, `12345678901234567890.5`, `1e400`, `[1,null,{"deep":["é",{}]}]`, `{"id":"x","title":""}`, `""`,
	})
	return rapid.Custom(func(t *rapid.T) journal.Extra {
		var extra journal.Extra
		for _, name := range rapid.SliceOfNDistinct(anyText(), 0, 2, rapid.ID).Draw(t, "names") {
			if extra == nil {
				extra = journal.Extra{}
			}
			extra["x"+name] = json.RawMessage(value.Draw(t, "value"))
		}
		return extra
	})
}

// anyInstant draws an instant to the millisecond, with an offset.
func anyInstant() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		offset := rapid.IntRange(-12*60, 14*60).Draw(t, "offset in minutes") * 60
		ms := rapid.Int64Range(0, 4_000_000_000_000).Draw(t, "milliseconds")
		return time.UnixMilli(ms).In(time.FixedZone("", offset))
	})
}

func anyID() *rapid.Generator[journal.ID] {
	return rapid.Map(rapid.StringMatching(`[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}`),
		func(s string) journal.ID { return journal.ID(s) })
}

func oneOf(values []string) *rapid.Generator[string] {
	return rapid.SampledFrom(append([]string{""}, values...))
}

func maybe[T any](t *rapid.T, name string, value *rapid.Generator[T]) *T {
	if !rapid.Bool().Draw(t, "has "+name) {
		return nil
	}
	v := value.Draw(t, name)
	return &v
}

func some[T any](t *rapid.T, name string, value *rapid.Generator[T]) []T {
	return rapid.SliceOfN(value, 0, 3).Draw(t, name)
}

// someDay draws a day, or none.
func someDay() *rapid.Generator[journal.Day] {
	return rapid.OneOf(anyDay(), rapid.Just(journal.Day{}))
}

// anyEntry draws an entry that obeys every rule, of any kind and with any of
// its parts, as it comes back from the store.
func anyEntry() *rapid.Generator[journal.Entry] {
	return rapid.Custom(func(t *rapid.T) journal.Entry {
		precision := rapid.SampledFrom([]journal.Precision{journal.ExactDay, journal.InMonth, journal.InQuarter}).Draw(t, "precision")
		return journal.Entry{
			ID:          anyID().Draw(t, "id"),
			Kind:        rapid.SampledFrom(journal.Kinds()).Draw(t, "kind"),
			Day:         precision.Middle(anyDay().Draw(t, "day")),
			Precision:   precision,
			Created:     anyInstant().Draw(t, "created"),
			Updated:     anyInstant().Draw(t, "updated"),
			Title:       anyText().Draw(t, "title"),
			Body:        anyText().Draw(t, "body"),
			Tags:        some(t, "tags", rapid.SampledFrom([]string{"big win", "team/platform", "été", " spaces ", "x"})),
			Private:     rapid.Bool().Draw(t, "private"),
			Starred:     rapid.Bool().Draw(t, "starred"),
			Prompt:      maybe(t, "prompt", anyAsked()),
			People:      some(t, "people", anyInvolved()),
			Moment:      maybe(t, "moment", anyMoment()),
			Feedback:    maybe(t, "feedback", anyFeedback()),
			Application: maybe(t, "application", anyApplication()),
			Evidence:    some(t, "evidence", anyEvidence()),
			Links:       some(t, "links", anyID()),
			Attachments: some(t, "attachments", anyAttachment()),
			Extra:       anyExtra().Draw(t, "extra"),
		}
	})
}

func anyAsked() *rapid.Generator[journal.Asked] {
	return rapid.Custom(func(t *rapid.T) journal.Asked {
		return journal.Asked{Key: anyText().Draw(t, "key"), Text: anyText().Draw(t, "text"), Extra: anyExtra().Draw(t, "extra")}
	})
}

func anyInvolved() *rapid.Generator[journal.Involved] {
	return rapid.Custom(func(t *rapid.T) journal.Involved {
		return journal.Involved{
			Person: anyName().Draw(t, "person"), Role: oneOf(journal.PersonRoles()).Draw(t, "role"), Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyMoment() *rapid.Generator[journal.Moment] {
	return rapid.Custom(func(t *rapid.T) journal.Moment {
		return journal.Moment{
			Situation: anyText().Draw(t, "situation"), Task: anyText().Draw(t, "task"),
			Action: anyText().Draw(t, "action"), Result: anyText().Draw(t, "result"),
			Impact:  maybe(t, "impact", anyImpact()),
			Outcome: oneOf(journal.Outcomes()).Draw(t, "outcome"),
			Change:  oneOf([]string{journal.Initiated, journal.Supported}).Draw(t, "change"),
			Extra:   anyExtra().Draw(t, "extra"),
		}
	})
}

func anyImpact() *rapid.Generator[journal.Impact] {
	return rapid.Custom(func(t *rapid.T) journal.Impact {
		return journal.Impact{
			Text: anyText().Draw(t, "text"), Value: maybe(t, "value", rapid.Float64()), Unit: anyText().Draw(t, "unit"),
			Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyFeedback() *rapid.Generator[journal.Feedback] {
	return rapid.Custom(func(t *rapid.T) journal.Feedback {
		return journal.Feedback{
			Giver: anyText().Draw(t, "giver"), Relationship: oneOf(journal.Relationships()).Draw(t, "relationship"),
			Channel: oneOf(journal.Channels()).Draw(t, "channel"), Quote: anyText().Draw(t, "quote"),
			Stance: oneOf(journal.Stances()).Draw(t, "stance"), Requested: maybe(t, "requested", rapid.Bool()),
			Situation: anyText().Draw(t, "situation"), Behaviour: anyText().Draw(t, "behaviour"), Impact: anyText().Draw(t, "impact"),
			FollowUpOn: someDay().Draw(t, "followUpOn"), State: oneOf(journal.FeedbackStates()).Draw(t, "state"),
			ActedOnIn: some(t, "actedOnIn", anyID()), Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyApplication() *rapid.Generator[journal.Application] {
	return rapid.Custom(func(t *rapid.T) journal.Application {
		return journal.Application{
			Position: anyText().Draw(t, "position"), Organisation: anyText().Draw(t, "organisation"),
			Route: oneOf(journal.Routes()).Draw(t, "route"), Stages: some(t, "stages", anyStage()),
			NextStep: anyText().Draw(t, "nextStep"), NextStepOn: someDay().Draw(t, "nextStepOn"),
			LooksFor: anyText().Draw(t, "looksFor"), Lessons: anyText().Draw(t, "lessons"), Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyStage() *rapid.Generator[journal.Stage] {
	return rapid.Custom(func(t *rapid.T) journal.Stage {
		return journal.Stage{
			Stage: rapid.SampledFrom(journal.StageNames()).Draw(t, "stage"), Day: someDay().Draw(t, "day"),
			Note: anyText().Draw(t, "note"), Lesson: anyText().Draw(t, "lesson"), Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyEvidence() *rapid.Generator[journal.Evidence] {
	return rapid.Custom(func(t *rapid.T) journal.Evidence {
		return journal.Evidence{
			Expectation: anyName().Draw(t, "expectation"), Strength: rapid.SampledFrom(journal.Strengths()).Draw(t, "strength"),
			Chosen: rapid.Bool().Draw(t, "chosen"), Note: anyText().Draw(t, "note"), Extra: anyExtra().Draw(t, "extra"),
		}
	})
}

func anyAttachment() *rapid.Generator[journal.Attachment] {
	return rapid.Custom(func(t *rapid.T) journal.Attachment {
		return journal.Attachment{
			Name: anyText().Draw(t, "name"), Type: anyText().Draw(t, "type"),
			SHA256: rapid.StringMatching(`([0-9a-f]{64})?`).Draw(t, "sha256"), URL: anyText().Draw(t, "url"),
			Extra: anyExtra().Draw(t, "extra"),
		}
	})
}
