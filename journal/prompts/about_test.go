package prompts_test

import (
	"strings"
	"testing"

	"groundwork/journal"
	"groundwork/journal/prompts"
)

// asksAbout asks about an expectation again and again, answers each question a
// day later, and gives the keys in order.
func (d *desk) asksAbout(x journal.Expectation, times int) []string {
	d.t.Helper()
	var keys []string
	for range times {
		card, ok, err := d.guide.About(d.t.Context(), x)
		if err != nil || !ok || card.Text == "" {
			d.t.Fatalf("%+v, %v, %v", card, ok, err)
		}
		keys = append(keys, card.Key)
		d.pass(1)
		e := d.journal.NewEntry(journal.Reflection, d.journal.Today(d.t.Context()))
		e.Body, e.Prompt = "An answer.", &journal.Asked{Key: card.Key, Text: card.Text}
		if _, err := d.journal.SaveEntry(d.t.Context(), e); err != nil {
			d.t.Fatal(err)
		}
	}
	return keys
}

func TestGivenAnExpectationOfTheCatalogue_WhenAskedAboutAgain_ThenEachOfItsQuestionsHasItsTurn(t *testing.T) {
	d := newDesk(t)
	c, err := d.guide.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	at, _ := c.Element("steps/qualities/service")
	n := len(at.Element.Prompts)
	keys := d.asksAbout(journal.Expectation{Name: "Ours", Source: at.Element.Key}, n+1)
	seen := map[string]bool{}
	for i, key := range keys {
		if !strings.HasPrefix(key, at.Element.Key+"#") || i < n && seen[key] {
			t.Errorf("question %d of %v", i, keys)
		}
		seen[key] = true
	}
	if keys[n] != keys[0] {
		t.Errorf("after all were answered it asks %s, not %s again", keys[n], keys[0])
	}
}

func TestGivenAnExpectationThatNoQuestionIsAbout_WhenAskedAbout_ThenThereIsNone(t *testing.T) {
	d := newDesk(t)
	for _, x := range []journal.Expectation{{Name: "Represents the team"}, {}, {Name: "x", Source: "a/b/c"}} {
		if card, ok, err := d.guide.About(t.Context(), x); ok || err != nil {
			t.Errorf("%q: %+v, %v", x.Name, card, err)
		}
	}
}

func TestGivenAQuestionThatIsNotForTheUser_WhenAskedAbout_ThenAnotherComes(t *testing.T) {
	d := newDesk(t)
	x := journal.Expectation{Name: "Ours", Source: "steps/qualities/service"}
	first := d.asksAboutOnce(x)
	if err := d.guide.Dismiss(t.Context(), first.Key); err != nil {
		t.Fatal(err)
	}
	if again := d.asksAboutOnce(x); again.Key == first.Key {
		t.Errorf("it asks %s", again.Key)
	}
}

func (d *desk) asksAboutOnce(x journal.Expectation) prompts.Card {
	d.t.Helper()
	card, ok, err := d.guide.About(d.t.Context(), x)
	if !ok {
		d.t.Fatal(err)
	}
	return d.must(card, err)
}
