package prompts

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

// fatal is what testing.T and rapid.T have in common.
type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

func builtIn(t fatal) *Catalogue {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatalf("Load() = %v", err)
	}
	return c
}

// diary is somebody who is asked a question a day and writes every day.
type diary struct {
	catalogue *Catalogue
	in        Input
	shown     map[string][]int // the days on which each question was asked, from 0
	about     map[string][]int // and each element
	from      map[string][]int // and each framework
	reasons   map[ReasonCode]int
	days      int
}

func newDiary(c *Catalogue, seed uint64) *diary {
	return &diary{
		catalogue: c,
		in:        Input{Catalogue: c, Seed: seed, Shown: map[string]journal.Day{}, Day: journal.Day{Year: 2026, Month: 1, Date: 1}},
		shown:     map[string][]int{}, about: map[string][]int{}, from: map[string][]int{}, reasons: map[ReasonCode]int{},
	}
}

// write lets days pass, each step of them with a question.
func (d *diary) write(days, step int) {
	for range days {
		c := Pick(d.in)
		at := d.in.find(c.Prompt.Key)
		d.shown[at.Key] = append(d.shown[at.Key], d.days)
		d.about[at.element] = append(d.about[at.element], d.days)
		d.from[at.framework] = append(d.from[at.framework], d.days)
		d.reasons[c.Reason.Code]++
		d.in.Shown[at.Key] = d.in.Day
		d.in.Day = d.in.Day.AddDays(step)
		d.days += step
	}
}

func (in Input) find(key string) candidate {
	for _, c := range candidates(in.Catalogue, in.Own) {
		if c.Key == key {
			return c
		}
	}
	return candidate{}
}

// lacking makes an expectation without evidence of each element.
func (d *diary) lacking(state journal.EvidenceState, elements ...string) {
	for _, e := range elements {
		at, _ := d.catalogue.Element(e)
		d.in.Leaning = append(d.in.Leaning, Leaning{Expectation: at.Element.Name, Element: e, State: state, Days: NoDays})
	}
}

// mustComeUp sees to it that every framework came up.
func (d *diary) mustComeUp(t fatal) {
	t.Helper()
	for at := range d.catalogue.Elements() {
		if len(d.from[at.Framework.Key]) == 0 {
			t.Fatalf("%s never came up in %d days", at.Framework.Key, d.days)
		}
	}
}

// mustRest sees to it that no question came twice within 30 days.
func (d *diary) mustRest(t fatal) {
	t.Helper()
	for key, days := range d.shown {
		for i := 1; i < len(days); i++ {
			if days[i]-days[i-1] <= 30 {
				t.Fatalf("%s came on day %d and again on day %d", key, days[i-1], days[i])
			}
		}
	}
}

// mustNotWait sees to it that from the given day on no expectation waited
// longer than 14 days while one of its questions was rested.
func (d *diary) mustNotWait(t fatal, from int) {
	t.Helper()
	for _, l := range d.in.Leaning {
		at, _ := d.catalogue.Element(l.Element)
		waited := 0
		for day := from; day < d.days; day++ {
			free := slices.ContainsFunc(at.Element.Prompts, func(p Prompt) bool { return d.rested(p.Key, day) })
			if waited++; !free || slices.Contains(d.about[l.Element], day) {
				waited = 0
			}
			if waited >= 14 {
				t.Fatalf("%s waited from day %d to day %d; asked on %v", l.Element, day-waited+1, day, d.about[l.Element])
			}
		}
	}
}

// rested tells whether a question was not asked in the 30 days before day.
func (d *diary) rested(key string, day int) bool {
	return !slices.ContainsFunc(d.shown[key], func(on int) bool { return on < day && day-on <= 30 })
}

func TestGivenAYearWithoutExpectationsThenEveryFrameworkComesUp(t *testing.T) {
	c := builtIn(t)
	for seed := range uint64(5) {
		d := newDiary(c, seed)
		d.write(365, 1)
		d.mustComeUp(t)
		d.mustRest(t)
		if len(d.about) < 100 {
			t.Errorf("seed %d: only %d of 121 elements came up", seed, len(d.about))
		}
		if len(d.reasons) != 1 || d.reasons[LongAgo] != 365 {
			t.Errorf("seed %d: reasons %v", seed, d.reasons)
		}
	}
}

func TestGivenAYearOfOneKindThenEveryFrameworkThatHasItComesUp(t *testing.T) {
	c := builtIn(t)
	for _, kind := range journal.Kinds() {
		d := newDiary(c, 1)
		d.in.Kind = kind
		d.write(365, 1)
		with := map[string]bool{}
		for at := range c.Prompts() {
			if at.Prompt.Kind == kind {
				with[at.Framework.Key] = true
			}
		}
		if len(d.from) != len(with) {
			t.Errorf("%s: %d frameworks came up, %d have a question of the kind", kind, len(d.from), len(with))
		}
		pool := keep(candidates(c, nil), func(x candidate) bool { return x.Kind == kind })
		if len(pool) > 31 {
			d.mustRest(t)
		} else if d.reasons[Rested] == 0 {
			t.Errorf("%s: %d questions cannot rest 30 days each, and no reason says so: %v", kind, len(pool), d.reasons)
		}
	}
}

func TestGivenTwelveGapsOnTheFirstDayThenAllAreAskedAboutInTwoWeeks(t *testing.T) {
	c := builtIn(t)
	var qualities []string
	for at := range c.Elements() {
		if at.Framework.Key == "steps/qualities" {
			qualities = append(qualities, at.Element.Key)
		}
	}
	for seed := range uint64(5) {
		d := newDiary(c, seed)
		d.lacking(journal.Gap, qualities...)
		d.write(365, 1)
		d.mustComeUp(t)
		d.mustRest(t)
		for _, e := range qualities {
			if len(d.about[e]) == 0 || d.about[e][0] >= 14 {
				t.Errorf("seed %d: %s was asked about on %v", seed, e, d.about[e])
			}
		}
	}
}

func TestGivenGapsThinAndOldThenTheyComeFirstAndNotAlone(t *testing.T) {
	d := newDiary(builtIn(t), 3)
	d.lacking(journal.Gap, "steps/qualities/fairness", "steps/qualities/juice")
	d.lacking(journal.Thin, "steps/qualities/space", "management/outcomes/costs")
	d.lacking(journal.Old, "leading-up/how/do-more")
	d.write(365, 1)
	d.mustComeUp(t)
	d.mustRest(t)
	leaning := d.reasons[ForGap] + d.reasons[ForThin] + d.reasons[ForOld]
	if d.reasons[ForGap] < 40 || d.reasons[ForThin] < 40 || d.reasons[ForOld] < 12 || leaning > 300 {
		t.Errorf("reasons of a year: %v", d.reasons)
	}
	if first := d.about["steps/qualities/fairness"][0]; first > 3 {
		t.Errorf("the first gap was asked about on day %d only", first)
	}
}

func TestGivenFarTooManyGapsThenEveryFrameworkStillComesUp(t *testing.T) {
	c := builtIn(t)
	d := newDiary(c, 5)
	for at := range c.Elements() {
		if at.Source.Key == "steps" {
			d.lacking(journal.Gap, at.Element.Key)
		}
	}
	d.write(365, 1)
	d.mustComeUp(t)
	d.mustRest(t)
	for _, l := range d.in.Leaning {
		if len(d.about[l.Element]) == 0 {
			t.Errorf("%s was never asked about", l.Element)
		}
	}
}

func TestGivenSomebodyWhoWritesOnceAWeekThenEveryFrameworkStillComesUp(t *testing.T) {
	c := builtIn(t)
	for _, step := range []int{2, 3, 7} {
		d := newDiary(c, 11)
		d.lacking(journal.Gap, "steps/qualities/fairness", "steps/qualities/juice", "steps/qualities/space")
		d.write(365, step)
		d.mustComeUp(t)
		d.mustRest(t)
	}
}

func TestGivenManyOwnQuestionsThenTheyTakePartAndDoNotDrownTheRest(t *testing.T) {
	d := newDiary(builtIn(t), 2)
	for i := range 200 {
		d.in.Own = append(d.in.Own, journal.OwnPrompt{ID: journal.ID(fmt.Sprint("own-", i)), Text: fmt.Sprintf("Question %d of my own?", i)})
	}
	d.write(365, 1)
	d.mustComeUp(t)
	d.mustRest(t)
	if n := d.reasons[YourOwn]; n < 50 || n > 75 {
		t.Errorf("%d of 365 questions were own ones, want about a sixth", n)
	}
}

func TestGivenOneOwnQuestionThenItComesUpEachMonth(t *testing.T) {
	d := newDiary(builtIn(t), 2)
	d.in.Own = []journal.OwnPrompt{{ID: "a", Text: "Did I call my mentor?"}}
	d.write(365, 1)
	if n := len(d.shown[OwnKey("a")]); n < 9 || n > 12 {
		t.Errorf("it came up %d times", n)
	}
}

func TestGivenNewGapsOnAnyDayThenNoneWaitsLongerThanTwoWeeks(t *testing.T) {
	c := builtIn(t)
	var elements []string
	for at := range c.Elements() {
		elements = append(elements, at.Element.Key)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := newDiary(c, rapid.Uint64().Draw(t, "seed"))
		before := rapid.IntRange(0, 60).Draw(t, "days before")
		d.write(before, 1)
		d.lacking(journal.Gap, rapid.SliceOfNDistinct(rapid.SampledFrom(elements), 1, 10, rapid.ID[string]).Draw(t, "gaps")...)
		d.write(45, 1)
		d.mustRest(t)
		d.mustNotWait(t, before)
	})
}
