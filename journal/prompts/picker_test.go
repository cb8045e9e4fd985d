package prompts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// anyInput draws a journal as somebody may have left it.
func anyInput(t *rapid.T, c *Catalogue) Input {
	in := Input{
		Catalogue: c,
		Kind:      rapid.SampledFrom(append(journal.Kinds(), "")).Draw(t, "kind"),
		Day:       journal.Day{Year: 2026, Month: 1, Date: 1}.AddDays(rapid.IntRange(-400, 4000).Draw(t, "day")),
		Seed:      rapid.Uint64().Draw(t, "seed"),
		Shown:     map[string]journal.Day{},
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "own") {
		in.Own = append(in.Own, journal.OwnPrompt{
			ID: journal.ID(fmt.Sprint(i)), Text: "What did I learn?",
			Kind:    rapid.SampledFrom(append(journal.Kinds(), "")).Draw(t, "own kind"),
			Element: rapid.SampledFrom([]string{"", "steps/qualities/juice", "gone"}).Draw(t, "own element"),
			Paused:  rapid.Bool().Draw(t, "paused"),
		})
	}
	keys := []string{"gone/from/catalogue#1"}
	for _, x := range candidates(c, in.Own) {
		keys = append(keys, x.Key)
	}
	share := rapid.IntRange(0, 4).Draw(t, "share dismissed")
	random := rapid.SliceOfN(rapid.IntRange(0, 99), len(keys), len(keys)).Draw(t, "random")
	for i, key := range keys {
		if random[i]%4 < share {
			in.Dismissed = append(in.Dismissed, key)
		}
		if random[i]%3 > 0 {
			in.Shown[key] = in.Day.AddDays(-1 - random[i])
		}
	}
	for _, state := range rapid.SliceOfN(rapid.SampledFrom([]journal.EvidenceState{journal.Gap, journal.Thin, journal.Old}), 0, 5).Draw(t, "states") {
		key := rapid.SampledFrom(keys).Draw(t, "leaning")
		in.Leaning = append(in.Leaning, Leaning{Expectation: key, Element: in.find(key).element, State: state, Days: NoDays})
	}
	return in
}

func TestGivenAnyJournalThenThereIsAQuestionOfItsKindThatIsNotDismissed(t *testing.T) {
	c := builtIn(t)
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(t, c)
		got := Pick(in)
		at := in.find(got.Prompt.Key)
		if at.Key == "" || got.Prompt.Text == "" || got.Element != at.element {
			t.Fatalf("Pick = %+v, which is no question", got)
		}
		if in.Kind != "" && at.Kind != "" && at.Kind != in.Kind {
			t.Fatalf("%s suits %s, wanted %s", at.Key, at.Kind, in.Kind)
		}
		p := newPicking(in)
		allowed := keep(p.ofKind(in.Kind), func(x *candidate) bool { return !p.dismissed[x.Key] })
		if (got.Reason.Code == AllDismissed) != (len(allowed) == 0) || p.dismissed[at.Key] != (len(allowed) == 0) {
			t.Fatalf("%s is dismissed: %v, for the reason %v, with %d others left", at.Key, p.dismissed[at.Key], got.Reason, len(allowed))
		}
		rested := slices.ContainsFunc(allowed, func(x *candidate) bool { return p.now-x.last > restDays })
		if rested && p.now-at.last <= restDays {
			t.Fatalf("%s was shown on %v, and there are rested ones", at.Key, in.Shown[at.Key])
		}
		if got.Reason.Sentence() == "" {
			t.Fatalf("the reason %+v has no sentence", got.Reason)
		}
	})
}

func TestGivenTheSameJournalThenTheChoiceIsTheSame(t *testing.T) {
	c := builtIn(t)
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(t, c)
		want := Pick(in)
		again := in
		again.Dismissed = slices.Clone(in.Dismissed)
		slices.Reverse(again.Dismissed)
		again.Shown = maps.Clone(in.Shown)
		if got := Pick(again); got != want {
			t.Fatalf("Pick = %+v, then %+v", want, got)
		}
	})
}

func TestGivenWhatIsShownOnTheDayThenTodaysChoiceStays(t *testing.T) {
	c := builtIn(t)
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(t, c)
		want := Pick(in)
		later := in
		later.Shown = maps.Clone(in.Shown)
		for _, x := range candidates(c, in.Own) {
			if _, before := in.Shown[x.Key]; !before && rapid.Bool().Draw(t, x.Key) {
				later.Shown[x.Key] = in.Day.AddDays(rapid.IntRange(0, 1).Draw(t, "days ahead"))
			}
		}
		if got := Pick(later); got != want {
			t.Fatalf("Pick = %+v, and with what was shown today %+v", want, got)
		}
	})
}

func TestGivenAWalkThenNothingRepeatsBeforeAllWereShown(t *testing.T) {
	c := builtIn(t)
	for _, kind := range append(journal.Kinds(), "") {
		in := newDiary(c, 9).in
		in.Kind = kind
		d := Input{Catalogue: c}
		pool := keep(candidates(d.Catalogue, nil), func(x candidate) bool { return kind == "" || x.Kind == kind })
		seen := map[string]bool{}
		for len(seen) < len(pool) {
			got := Pick(in)
			if got.Again || seen[got.Prompt.Key] {
				t.Fatalf("%q: %s came again after %d of %d", kind, got.Prompt.Key, len(seen), len(pool))
			}
			seen[got.Prompt.Key] = true
			in.Walked = append(in.Walked, got.Prompt.Key)
		}
		last := in.Walked[len(in.Walked)-1]
		if got := Pick(in); !got.Again || got.Prompt.Key == last || !seen[got.Prompt.Key] {
			t.Errorf("%q: after all %d comes %+v, the last was %s", kind, len(pool), got, last)
		}
	}
}

func TestGivenAWalkThenItSpreadsOverFrameworks(t *testing.T) {
	in := newDiary(builtIn(t), 4).in
	frameworks := map[string]bool{}
	for range 25 {
		key := Pick(in).Prompt.Key
		frameworks[in.find(key).framework] = true
		in.Walked = append(in.Walked, key)
	}
	if len(frameworks) != 25 {
		t.Errorf("25 questions came from %d frameworks", len(frameworks))
	}
}

func TestGivenANewJournalThenTheFirstDaysTakeTurnsBySourceFrameworkAndElement(t *testing.T) {
	c := builtIn(t)
	for seed := range uint64(5) {
		d := newDiary(c, seed)
		d.write(5, 1)
		sources := map[string]bool{}
		for framework := range d.from {
			source, _, _ := strings.Cut(framework, "/")
			sources[source] = true
		}
		if len(sources) != 5 {
			t.Errorf("seed %d: the first five questions came from %d documents: %v", seed, len(sources), d.from)
		}
		d.write(20, 1)
		if len(d.from) != 25 {
			t.Errorf("seed %d: the first 25 questions came from %d frameworks", seed, len(d.from))
		}
		d.write(11*25, 1) // each framework has had twelve turns
		for at := range c.Elements() {
			if len(d.about[at.Element.Key]) == 0 {
				t.Errorf("seed %d: %s was passed over while its framework had twelve turns", seed, at.Element.Key)
			}
		}
	}
}

func TestGivenGapsThinAndOldOnOneDayThenAGapComesFirst(t *testing.T) {
	c := builtIn(t)
	for seed := range uint64(20) {
		d := newDiary(c, seed)
		d.lacking(journal.Old, "steps/qualities/juice", "steps/qualities/space")
		d.lacking(journal.Thin, "steps/qualities/service", "steps/qualities/openness")
		d.lacking(journal.Gap, "steps/qualities/fairness")
		d.in.Leaning = append(d.in.Leaning, Leaning{Expectation: "Gone", Element: "steps/gone/gone", State: journal.Gap})
		var codes []ReasonCode
		for len(codes) < 5 {
			got := Pick(d.in).Reason.Code
			d.write(1, 1)
			if got != LongAgo {
				codes = append(codes, got)
			}
		}
		if want := []ReasonCode{ForGap, ForThin, ForThin, ForOld, ForOld}; !slices.Equal(codes, want) {
			t.Errorf("seed %d: it leaned in the order %v, want %v", seed, codes, want)
		}
	}
}

func TestGivenASingleQuestionThenItIsAskedWhateverHappens(t *testing.T) {
	c, err := loadTiny(tiny)
	if err != nil {
		t.Fatal(err)
	}
	day := journal.Day{Year: 2026, Month: 11, Date: 20}
	const only = "tiny/first/one#1"
	in := Input{Catalogue: c, Day: day, Kind: journal.MomentKind, Shown: map[string]journal.Day{only: day.AddDays(-1)}}
	if got := Pick(in); got.Prompt.Key != only || got.Reason.Code != Rested {
		t.Errorf("shown yesterday: %+v", got)
	}
	in.Walked = []string{only}
	if got := Pick(in); got.Prompt.Key != only || !got.Again {
		t.Errorf("walked past: %+v", got)
	}
	in.Dismissed = []string{only}
	if got := Pick(in); got.Prompt.Key != only || got.Reason.Code != AllDismissed {
		t.Errorf("dismissed: %+v", got)
	}
	in.Kind = journal.ApplicationKind
	if got := Pick(in); got.Prompt.Key != "tiny/first/one#2" {
		t.Errorf("a kind without questions: %+v", got)
	}
}

func TestGivenTwoDaysThenTheQuestionsDiffer(t *testing.T) {
	d := newDiary(builtIn(t), 1)
	for range 365 {
		yesterday := Pick(d.in)
		d.write(1, 1)
		if today := Pick(d.in); today.Prompt.Key == yesterday.Prompt.Key {
			t.Fatalf("%s on %s and on the day before", today.Prompt.Key, d.in.Day)
		}
	}
}

func TestGivenAReasonThenItsSentenceIsPlain(t *testing.T) {
	for want, r := range map[string]Reason{
		"Nothing about Fairness for 94 days.":                                   {Code: ForGap, Name: "Fairness", Days: 94},
		"Nothing about Fairness for 1 day.":                                     {Code: ForGap, Name: "Fairness", Days: 1},
		"Nothing about Fairness yet.":                                           {Code: ForGap, Name: "Fairness", Days: NoDays},
		"Only one entry speaks for Fairness so far.":                            {Code: ForThin, Name: "Fairness", Entries: 1},
		"Only your own word speaks for Fairness so far.":                        {Code: ForThin, Name: "Fairness", Entries: 3},
		"The newest entry about Fairness is 200 days old.":                      {Code: ForOld, Name: "Fairness", Days: 200},
		"No question from “Twelve qualities” yet.":                              {Code: LongAgo, Name: "Twelve qualities", Days: NoDays},
		"No question from “Twelve qualities” for 26 days.":                      {Code: LongAgo, Name: "Twelve qualities", Days: 26},
		"This is a question of your own.":                                       {Code: YourOwn},
		"Every question of this kind came up lately, this one the longest ago.": {Code: Rested},
		"You set every question of this kind aside, so this is one of those.":   {Code: AllDismissed},
		"": {},
	} {
		if got := r.Sentence(); got != want {
			t.Errorf("Sentence(%+v) = %q, want %q", r, got, want)
		}
	}
}

func BenchmarkPick(b *testing.B) {
	d := newDiary(builtIn(b), 1)
	d.lacking(journal.Gap, "steps/qualities/fairness", "steps/qualities/juice")
	for i := range 100 {
		d.in.Own = append(d.in.Own, journal.OwnPrompt{ID: journal.ID(fmt.Sprint(i)), Text: "What did I learn?"})
	}
	d.write(200, 1)
	b.ReportAllocs()
	for b.Loop() {
		if Pick(d.in).Prompt.Key == "" {
			b.Fatal("no question")
		}
	}
}
