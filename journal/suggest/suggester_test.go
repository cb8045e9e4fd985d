package suggest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"groundwork/journal"
	"groundwork/journal/suggest"
)

const (
	ofCoaching = "My mentee did the pairing alone"
	ofBoth     = "The mentee had patience with the forecast and its invoices, and with the pairing"
)

func TestGivenAnEntryThenWhatItsQuestionIsAboutComesFirst(t *testing.T) {
	d := open(t, ownSource)
	own, err := d.journal.AddOwnPrompt(t.Context(), journal.OwnPrompt{Text: "Who grew?", Element: "steps/better-leader/coach-develop"})
	if err != nil {
		t.Fatal(err)
	}
	asked := func(key string) *journal.Asked { return &journal.Asked{Key: key, Text: "?"} }
	for name, c := range map[string]struct {
		e    journal.Entry
		want string
	}{
		"its words":              {journal.Entry{Body: ofCoaching}, "Coaches: mentee pairing"},
		"its question":           {journal.Entry{Body: "x", Prompt: asked("steps/better-leader/coach-develop#2")}, "Coaches (asked)"},
		"a question of my own":   {journal.Entry{Body: "x", Prompt: asked("own/" + string(own.ID))}, "Coaches (asked)"},
		"one that is gone":       {journal.Entry{Body: "x", Prompt: asked("own/x")}, ""},
		"another question":       {journal.Entry{Body: "x", Prompt: asked("steps/qualities/service#1")}, ""},
		"question, then words":   {journal.Entry{Body: "the forecast of invoices", Prompt: asked("steps/better-leader/coach-develop#2")}, "Coaches (asked), Keeps a budget: forecast invoices"},
		"for both reasons":       {journal.Entry{Body: ofCoaching, Prompt: asked("steps/better-leader/coach-develop#2")}, "Coaches (asked): mentee pairing"},
		"the louder words first": {journal.Entry{Body: ofBoth}, "Coaches: mentee patience pairing, Keeps a budget: forecast invoices"},
		"nothing":                {journal.Entry{Body: "Rain"}, ""},
	} {
		if got := d.told(c.e); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if all, err := d.suggest.For(t.Context(), journal.Entry{Body: ofBoth}, 1); err != nil || short(all) != "Coaches: mentee patience pairing" {
		t.Errorf("at most one: %q, %v", short(all), err)
	}
}

func TestGivenWhatIsLinkedRetiredOrWavedAwayThenItIsNotSuggested(t *testing.T) {
	d := open(t, ownSource)
	prompt := &journal.Asked{Key: "steps/better-leader/coach-develop#1", Text: "?"}
	e := d.save(journal.Entry{Body: ofBoth, Prompt: prompt})
	other := d.save(journal.Entry{Body: ofBoth, Prompt: prompt})
	linked := e
	linked.Evidence = proof(string(d.coach.ID))
	if got := d.told(linked); got != "Keeps a budget: forecast invoices" {
		t.Errorf("linked: %q", got)
	}
	linked.Evidence = proof(" coaches")
	if got := d.told(linked); got != "Keeps a budget: forecast invoices" {
		t.Errorf("linked by name: %q", got)
	}
	d.suggest.WaveAway(e.ID, d.money.ID)
	if got := d.told(e); got != "Coaches (asked): mentee patience pairing" {
		t.Errorf("waved away: %q", got)
	}
	if got := d.told(other); !strings.Contains(got, "Keeps a budget") {
		t.Errorf("for another entry: %q", got)
	}
	if err := d.journal.RetireExpectation(t.Context(), d.coach.ID); err != nil {
		t.Fatal(err)
	}
	if got := d.told(e); got != "" {
		t.Errorf("retired: %q", got)
	}
}

func TestGivenWhatWasSavedSinceThenItCounts(t *testing.T) {
	d := open(t, noElement)
	e := journal.Entry{ID: "018f4d2e-0000-7000-8000-000000000001", Body: "The onboarding of the trainee, with a buddy"}
	if got := d.told(e); got != "" {
		t.Fatalf("before: %q", got)
	}
	d.expect(journal.Expectation{Name: "Welcomes people"})
	var welcomed []journal.Entry
	for i := range 4 {
		welcomed = append(welcomed, d.save(journal.Entry{Body: fmt.Sprintf("onboarding: trainee has a buddy %d", i), Evidence: proof("Welcomes people")}))
	}
	if got := d.told(e); got != "Welcomes people: onboarding buddy trainee" {
		t.Errorf("after four entries: %q", got)
	}
	for _, w := range welcomed[:2] {
		w.Evidence = nil
		d.save(w)
	}
	if got := d.told(e); got != "" {
		t.Errorf("after two of them were taken back: %q", got)
	}
	if err := d.journal.RemoveExpectation(t.Context(), d.coach.ID); err != nil {
		t.Fatal(err)
	}
	if got := d.told(journal.Entry{Body: ofCoaching}); got != "" {
		t.Errorf("removed: %q", got)
	}
	if err := d.journal.RestoreExpectation(t.Context(), d.coach.ID); err != nil {
		t.Fatal(err)
	}
	if got := d.told(journal.Entry{Body: ofCoaching}); got != "Coaches: mentee pairing" {
		t.Errorf("brought back: %q", got)
	}
}

// TestGivenAnEntryThatIsWrittenThenNothingElseIsRead: not one of the entries
// is read again for each pause in the typing.
func TestGivenAnEntryThatIsWrittenThenNothingElseIsRead(t *testing.T) {
	d := open(t, noElement)
	e := d.save(journal.Entry{Body: "x"})
	d.told(e)
	if walks := d.store.walks.Load(); walks != 1 {
		t.Errorf("the first question walked %d times", walks)
	}
	reads := d.store.reads.Load()
	for range 5 {
		e.Body += " more"
		e = d.save(e)
		d.told(e)
	}
	if walks, read := d.store.walks.Load(), d.store.reads.Load()-reads; walks != 1 || read != 0 {
		t.Errorf("while it was written: %d walks, %d reads", walks, read)
	}
	d.told(d.save(journal.Entry{Body: "another"}))
	if walks, read := d.store.walks.Load(), d.store.reads.Load()-reads; walks != 1 || read != 1 {
		t.Errorf("for another one: %d walks, %d reads, want the one that was written", walks, read)
	}
}

func TestGivenAnEntryThenItsOwnWordsAreNoReason(t *testing.T) {
	d := open(t, noElement)
	var last journal.Entry
	for i := range 3 {
		last = d.save(journal.Entry{Body: fmt.Sprintf("onboarding: trainee has a buddy %d", i), Evidence: proof("Welcomes people")})
	}
	last.Evidence = nil // as it is written now
	if got := d.told(last); got != "" {
		t.Errorf("only two other entries support it: %q", got)
	}
}

func TestGivenAJournalThatCannotBeReadThenTheNextQuestionReadsItAgain(t *testing.T) {
	d := open(t, noElement)
	d.store.broken = journal.ErrDamaged
	if _, err := d.suggest.For(t.Context(), journal.Entry{Body: ofCoaching}, 3); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("got %v", err)
	}
	if _, err := d.suggest.Unsorted(t.Context(), suggest.Pile{}, suggest.Place{}, 3); !errors.Is(err, journal.ErrDamaged) {
		t.Errorf("got %v", err)
	}
	d.store.broken = nil
	if got := d.told(journal.Entry{Body: ofCoaching}); got != "Coaches: mentee pairing" {
		t.Errorf("then: %q", got)
	}
}
