package prompts_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestGivenTheCatalogueThenItsStarterSetsAreThoseThatAreAskedOfARole(t *testing.T) {
	got := map[string]int{}
	for _, set := range loaded(t).StarterSets() {
		got[set.Key] = len(set.Expectations)
		if set.Title == "" || set.Source == "" {
			t.Errorf("%s has the title %q and the source %q", set.Key, set.Title, set.Source)
		}
	}
	want := map[string]int{
		"steps/qualities": 12, "steps/skills": 7, "steps/good-leader": 8, "steps/better-leader": 6, "steps/demonstrate": 8, "label/seen-as-leader": 5,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGivenAStarterSetThenEachElementMakesAnExpectation(t *testing.T) {
	c := loaded(t)
	areas, names := map[string]bool{}, map[string]string{}
	for _, set := range c.StarterSets() {
		for _, x := range set.Expectations {
			at, ok := c.Element(x.Source)
			if !ok || at.Framework.Key != set.Key || at.Element.Name != x.Name || at.Element.Gist != x.Text {
				t.Errorf("%q of %s is not the element %q", x.Name, set.Key, x.Source)
			}
			if name, err := journal.ReadName(x.Name); err != nil || name != x.Name {
				t.Errorf("the name %q: %q, %v", x.Name, name, err)
			}
			if again := names[strings.ToLower(x.Name)]; again != "" {
				t.Errorf("%s and %s are both called %q: only one could be added", x.Source, again, x.Name)
			}
			areas[x.Area], names[strings.ToLower(x.Name)] = true, x.Source
		}
	}
	want := map[string]bool{"People": true, "Delivery": true, "Strategy": true, "Influence": true, "Communication": true, "Self": true}
	if diff := cmp.Diff(want, areas); diff != "" {
		t.Errorf("the areas (-want +got):\n%s", diff)
	}
}

func TestGivenAnExpectationThenItsElementIsTheOneItCameFromOrOfItsName(t *testing.T) {
	c := loaded(t)
	for name, each := range map[string]struct {
		x    journal.Expectation
		want string
	}{
		"its source":              {journal.Expectation{Name: "Juice", Source: "steps/qualities/service"}, "steps/qualities/service"},
		"its name":                {journal.Expectation{Name: " juice"}, "steps/qualities/juice"},
		"a career path":           {journal.Expectation{Name: "Juice", Source: "career-path/IC/Lead#1"}, "steps/qualities/juice"},
		"nothing of ours":         {journal.Expectation{Name: "Keeps a budget", Source: "career-path/IC/Lead#2"}, ""},
		"an element that is gone": {journal.Expectation{Name: "x", Source: "steps/qualities/gone"}, ""},
	} {
		if got := c.ElementFor(each.x); got != each.want {
			t.Errorf("%s: %q, want %q", name, got, each.want)
		}
	}
}
