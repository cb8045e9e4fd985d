package data

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

// The generators make anything the types can hold: what is allowed is the
// journal's business, what comes in comes back.

var anyText = rapid.OneOf(
	rapid.Just(""),
	rapid.SampledFrom([]string{
		"plain", "two\r\nlines\r\n", " spaces  ", "e\u0301 decomposed", "é composed", "🎉👩‍👩‍👧‍👦", "שלום עולם", "日本語の文", "a\x1eb",
		`quote " and ' and \ and %_`, "<b>&amp;</b>", "\u2028", "\ufeff", "\ue000", "NULL", "0", "1e5",
	}),
	rapid.StringMatching(`[\PC]{0,40}`),
)

// jsonOf makes JSON as it stands in a file, compacted as package journal does.
var jsonOf = rapid.SampledFrom([]string{`null`, `1.50`, `1e400`, `"<&>é"`, `[]`, `{"b":1,"a":{"x":[true,null]}}`, `12345678901234567890`})

var anyExtra = rapid.Custom(func(t *rapid.T) journal.Extra {
	if rapid.IntRange(0, 3).Draw(t, "extra?") > 0 {
		return nil
	}
	x := journal.Extra{}
	for _, name := range rapid.SliceOfN(rapid.StringMatching(`[a-zé<&"]{1,6}`), 1, 3).Draw(t, "names") {
		x["x"+name] = []byte(jsonOf.Draw(t, "value"))
	}
	return x
})

var anyDay = rapid.Custom(func(t *rapid.T) journal.Day {
	return journal.Day{Year: 2025, Month: 1, Date: 1}.AddDays(rapid.IntRange(0, 800).Draw(t, "day"))
})

var dayOrNone = rapid.OneOf(rapid.Just(journal.Day{}), anyDay)

var anyInstant = rapid.Custom(func(t *rapid.T) time.Time {
	offset := rapid.IntRange(-14*60, 14*60).Draw(t, "offset") * 60
	ms := rapid.Int64Range(-1e12, 4e12).Draw(t, "ms")
	return time.UnixMilli(ms).Add(time.Duration(rapid.IntRange(0, 999_999).Draw(t, "ns"))).In(time.FixedZone("", offset))
})

var anyID = rapid.Custom(func(t *rapid.T) journal.ID { return testID(rapid.IntRange(0, 12).Draw(t, "id")) })

func oneOf[T ~string](values ...T) *rapid.Generator[T] { return rapid.SampledFrom(values) }

func maybe[T any](t *rapid.T, g *rapid.Generator[T]) *T {
	if rapid.Bool().Draw(t, "nil?") {
		return nil
	}
	v := g.Draw(t, "part")
	return &v
}

func some[T any](t *rapid.T, g *rapid.Generator[T]) []T {
	return rapid.SliceOfN(g, 0, 3).Draw(t, "list")
}

var anyEntry = rapid.Custom(func(t *rapid.T) journal.Entry {
	text := func() string { return anyText.Draw(t, "text") }
	extra := func() journal.Extra { return anyExtra.Draw(t, "extra") }
	return journal.Entry{
		ID: anyID.Draw(t, "id"), Kind: rapid.SampledFrom(journal.Kinds()).Draw(t, "kind"), Day: anyDay.Draw(t, "day"),
		Precision: oneOf(journal.ExactDay, journal.InMonth, journal.InQuarter).Draw(t, "precision"),
		Created:   anyInstant.Draw(t, "created"), Updated: anyInstant.Draw(t, "updated"),
		Title: text(), Body: text(), Tags: some(t, anyText), Private: rapid.Bool().Draw(t, "private"), Starred: rapid.Bool().Draw(t, "starred"),
		Prompt: maybe(t, rapid.Custom(func(t *rapid.T) journal.Asked { return journal.Asked{Key: text(), Text: text(), Extra: extra()} })),
		People: some(t, anyInvolved),
		Moment: maybe(t, anyMoment), Feedback: maybe(t, anyFeedback), Application: maybe(t, anyApplication),
		Evidence: some(t, anyEvidence),
		Links:    some(t, anyID),
		Attachments: some(t, rapid.Custom(func(t *rapid.T) journal.Attachment {
			return journal.Attachment{Name: text(), Type: text(), SHA256: text(), URL: text(), Extra: extra()}
		})),
		Extra: extra(),
	}
})

var anyEvidence = rapid.Custom(func(t *rapid.T) journal.Evidence {
	return journal.Evidence{
		Expectation: anyRef.Draw(t, "expectation"), Strength: oneOf(append(journal.Strengths(), "", "odd")...).Draw(t, "strength"),
		Chosen: rapid.Bool().Draw(t, "chosen"), Note: anyText.Draw(t, "note"), Extra: anyExtra.Draw(t, "extra"),
	}
})

var anyInvolved = rapid.Custom(func(t *rapid.T) journal.Involved {
	return journal.Involved{Person: anyRef.Draw(t, "person"), Role: anyText.Draw(t, "role"), Extra: anyExtra.Draw(t, "extra")}
})

// anyRef is an id, or a name that has none.
var anyRef = rapid.OneOf(rapid.Map(anyID, func(id journal.ID) string { return string(id) }), rapid.SampledFrom([]string{"Ada", "Grace", "Þór"}))

var anyMoment = rapid.Custom(func(t *rapid.T) journal.Moment {
	text := func() string { return anyText.Draw(t, "text") }
	return journal.Moment{
		Situation: text(), Task: text(), Action: text(), Result: text(), Outcome: text(), Change: text(), Extra: anyExtra.Draw(t, "extra"),
		Impact: maybe(t, rapid.Custom(func(t *rapid.T) journal.Impact {
			return journal.Impact{Text: text(), Value: maybe(t, rapid.Float64Range(-1e300, 1e300)), Unit: text(), Extra: anyExtra.Draw(t, "extra")}
		})),
	}
})

var anyFeedback = rapid.Custom(func(t *rapid.T) journal.Feedback {
	text := func() string { return anyText.Draw(t, "text") }
	giver := rapid.OneOf(rapid.Just(""), anyRef)
	return journal.Feedback{
		Giver: giver.Draw(t, "giver"), Relationship: text(), Channel: text(), Quote: text(), Stance: text(), Requested: maybe(t, rapid.Bool()),
		Situation: text(), Behaviour: text(), Impact: text(), FollowUpOn: dayOrNone.Draw(t, "day"), State: text(),
		ActedOnIn: some(t, anyID), Extra: anyExtra.Draw(t, "extra"),
	}
})

var anyApplication = rapid.Custom(func(t *rapid.T) journal.Application {
	text := func() string { return anyText.Draw(t, "text") }
	return journal.Application{
		Position: text(), Organisation: text(), Route: text(), NextStep: text(), NextStepOn: dayOrNone.Draw(t, "day"),
		LooksFor: text(), Lessons: text(), Extra: anyExtra.Draw(t, "extra"),
		Stages: some(t, rapid.Custom(func(t *rapid.T) journal.Stage {
			return journal.Stage{Stage: text(), Day: dayOrNone.Draw(t, "day"), Note: text(), Lesson: text(), Extra: anyExtra.Draw(t, "extra")}
		})),
	}
})

var anyPerson = rapid.Custom(func(t *rapid.T) journal.Person {
	text := func() string { return anyText.Draw(t, "text") }
	return journal.Person{
		ID: anyID.Draw(t, "id"), Name: text(), Relationship: text(), Matters: text(), Support: text(), LastContact: dayOrNone.Draw(t, "day"),
		Notes: text(), Extra: anyExtra.Draw(t, "extra"),
		LeadingUp: maybe(t, rapid.Custom(func(t *rapid.T) journal.LeadingUp {
			return journal.LeadingUp{Needs: some(t, anyText), Offered: text(), Received: text(), StepBack: text(), Extra: anyExtra.Draw(t, "extra")}
		})),
	}
})

var anyExpectation = rapid.Custom(func(t *rapid.T) journal.Expectation {
	text := func() string { return anyText.Draw(t, "text") }
	return journal.Expectation{
		ID: anyID.Draw(t, "id"), Name: text(), Text: text(), Area: text(), Order: rapid.Int().Draw(t, "order"), Source: text(),
		Retired: rapid.Bool().Draw(t, "retired"), Extra: anyExtra.Draw(t, "extra"),
	}
})

var anyOwnPrompt = rapid.Custom(func(t *rapid.T) journal.OwnPrompt {
	return journal.OwnPrompt{
		ID: anyID.Draw(t, "id"), Text: anyText.Draw(t, "text"), Kind: oneOf(append(journal.Kinds(), "")...).Draw(t, "kind"),
		Element: anyText.Draw(t, "element"), Paused: rapid.Bool().Draw(t, "paused"), Extra: anyExtra.Draw(t, "extra"),
	}
})

var anyPack = rapid.Custom(func(t *rapid.T) journal.Pack {
	text := func() string { return anyText.Draw(t, "text") }
	bullet := rapid.Custom(func(t *rapid.T) journal.Bullet {
		return journal.Bullet{
			Text: text(), Edited: rapid.Bool().Draw(t, "edited"), Out: rapid.Bool().Draw(t, "out"),
			Entries: some(t, anyID), Extra: anyExtra.Draw(t, "extra"),
		}
	})
	return journal.Pack{
		ID: anyID.Draw(t, "id"), Title: text(), Audience: text(), Made: rapid.OneOf(rapid.Just(time.Time{}), anyInstant).Draw(t, "made"),
		Sections: some(t, rapid.Custom(func(t *rapid.T) journal.Section {
			return journal.Section{Key: text(), Title: text(), Bullets: some(t, bullet), Extra: anyExtra.Draw(t, "extra")}
		})),
		Given: maybe(t, rapid.Custom(func(t *rapid.T) journal.Given {
			return journal.Given{
				To: text(), On: dayOrNone.Draw(t, "on"), Answer: text(), NextOn: dayOrNone.Draw(t, "next"),
				Application: anyID.Draw(t, "id"), Extra: anyExtra.Draw(t, "extra"),
			}
		})),
		Extra: anyExtra.Draw(t, "extra"),
	}
})

var anyPlan = rapid.Custom(func(t *rapid.T) journal.Plan {
	text := func() string { return anyText.Draw(t, "text") }
	extra := func() journal.Extra { return anyExtra.Draw(t, "extra") }
	role := rapid.Custom(func(t *rapid.T) journal.Role {
		return journal.Role{
			Title: text(), Responsibilities: text(), Expectations: text(), Execution: text(), Processes: text(), Systems: text(), Simpler: text(),
			Extra: extra(),
		}
	})
	return journal.Plan{
		Purpose: some(t, rapid.Custom(func(t *rapid.T) journal.Purpose {
			return journal.Purpose{
				StandFor: text(), LifeGoals: text(), WhyFollow: text(), WhyLead: text(), Since: dayOrNone.Draw(t, "since"), Extra: extra(),
			}
		})),
		CurrentRole: maybe(t, role), TargetRole: maybe(t, role),
		ReviewFrom: dayOrNone.Draw(t, "from"), ReviewUntil: dayOrNone.Draw(t, "until"), NextRound: dayOrNone.Draw(t, "next"),
		Goals: some(t, rapid.Custom(func(t *rapid.T) journal.Goal {
			return journal.Goal{
				ID: anyID.Draw(t, "id"), Kind: text(), Text: text(), Notes: text(), Person: text(), Element: text(), Due: dayOrNone.Draw(t, "due"),
				State: text(), Result: text(), Entries: some(t, anyID), Extra: extra(),
			}
		})),
		Metrics: some(t, rapid.Custom(func(t *rapid.T) journal.Metric {
			return journal.Metric{Name: text(), Unit: text(), Extra: extra(), Values: some(t, rapid.Custom(func(t *rapid.T) journal.MetricValue {
				return journal.MetricValue{Day: anyDay.Draw(t, "day"), Value: rapid.Float64Range(-1e300, 1e300).Draw(t, "value"), Extra: extra()}
			}))}
		})),
		DismissedPrompts: some(t, anyText), Extra: extra(),
	}
})

// distinct draws a list of things with different ids.
func distinct[T any](t *rapid.T, g *rapid.Generator[T], id func(T) journal.ID, name string) []T {
	return rapid.SliceOfNDistinct(g, 0, 4, id).Draw(t, name)
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	empty := template(t)
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		plan := anyPlan.Draw(rt, "plan")
		c := journal.Changes{
			Entries:      distinct(rt, anyEntry, func(e journal.Entry) journal.ID { return e.ID }, "entries"),
			People:       distinct(rt, anyPerson, func(p journal.Person) journal.ID { return p.ID }, "people"),
			Expectations: distinct(rt, anyExpectation, func(x journal.Expectation) journal.ID { return x.ID }, "expectations"),
			OwnPrompts:   distinct(rt, anyOwnPrompt, func(p journal.OwnPrompt) journal.ID { return p.ID }, "prompts"),
			Packs:        distinct(rt, anyPack, func(p journal.Pack) journal.ID { return p.ID }, "packs"),
			Plan:         &plan,
			Settings:     rapid.MapOfN(anyText, anyText, 0, 3).Draw(rt, "settings"),
			Shown:        rapid.MapOfN(anyText, anyDay, 0, 3).Draw(rt, "shown"),
		}
		c.Batch = &journal.Batch{ID: testID(77), Format: "test", Made: anyInstant.Draw(rt, "made")}
		c.Batch.Added.Entries = some(rt, anyID)
		c.Batch.Before = journal.Contents{
			Entries: c.Entries, People: c.People, Expectations: c.Expectations, OwnPrompts: c.OwnPrompts, Packs: c.Packs, Plan: &plan,
			Extra: anyExtra.Draw(rt, "extra"),
		}
		ctx := t.Context()
		// Twice: once as new things and once in the place of what is there.
		for round := range 2 {
			if round == 1 {
				c.Batch, c.RemoveBatch = nil, ""
				for i := range c.Entries {
					other := anyEntry.Draw(rt, "other")
					other.ID, other.Revision = c.Entries[i].ID, 1
					c.Entries[i] = other
				}
			}
			if err := s.Apply(ctx, c); err != nil {
				rt.Fatal(err)
			}
			for i, e := range c.Entries {
				e.Revision++
				got, err := s.Entry(ctx, e.ID)
				same(rt, fmt.Sprintf("round %d: entry %d", round, i), e, got, err)
			}
			people, err := s.People(ctx)
			same(rt, "people", sorted(c.People, func(p journal.Person) journal.ID { return p.ID }),
				sorted(people, func(p journal.Person) journal.ID { return p.ID }), err)
			expectations, err := s.Expectations(ctx)
			same(rt, "expectations", sorted(c.Expectations, func(x journal.Expectation) journal.ID { return x.ID }),
				sorted(expectations, func(x journal.Expectation) journal.ID { return x.ID }), err)
			prompts, err := s.OwnPrompts(ctx)
			same(rt, "own prompts", c.OwnPrompts, prompts, err)
			packs, err := s.Packs(ctx)
			same(rt, "packs", sorted(c.Packs, func(p journal.Pack) journal.ID { return p.ID }),
				sorted(packs, func(p journal.Pack) journal.ID { return p.ID }), err)
			got, err := s.Plan(ctx)
			same(rt, "plan", plan, got, err)
			settings, err := s.Settings(ctx)
			delete(settings, journal.SettingJournal) // every journal has it
			same(rt, "settings", c.Settings, settings, err)
			shown, err := s.Shown(ctx)
			same(rt, "shown", c.Shown, shown, err)
			if round == 0 {
				batch, err := s.Batch(ctx, c.Batch.ID)
				same(rt, "batch", *c.Batch, batch, err)
			}
		}
		if problems, err := s.checkTexts(ctx); err != nil || len(problems) > 0 {
			rt.Fatalf("the deep check finds %v, %v", problems, err)
		}
	})
}

func same[T any](t *rapid.T, what string, want, got T, err error) {
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if diff := cmp.Diff(want, got, equal...); diff != "" {
		t.Fatalf("%s: written -, read +:\n%s", what, diff)
	}
}

func sorted[T any](all []T, id func(T) journal.ID) []T {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b T) int { return cmpText(string(id(a)), string(id(b))) })
	return all
}

func cmpText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
