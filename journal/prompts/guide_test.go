package prompts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/prompts"
)

// desk is a journal in a folder, with a clock that is set by hand.
type desk struct {
	t      *testing.T
	folder string
	clock  time.Time

	store   journal.Store
	journal *journal.Journal
	guide   *prompts.Guide
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t, folder: t.TempDir(), clock: time.Date(2026, 11, 20, 21, 4, 0, 0, time.UTC)}
	d.open()
	t.Cleanup(d.close)
	return d
}

func (d *desk) open() {
	d.t.Helper()
	now := func() time.Time { return d.clock }
	store, err := data.NewHome(d.folder, data.Options{Now: now}).Open(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	d.store, d.journal = store, journal.New(store, journal.Options{Now: now})
	d.guide = prompts.NewGuide(d.journal)
}

func (d *desk) close() {
	if err := d.journal.Close(); err != nil {
		d.t.Errorf("close the journal: %v", err)
	}
}

func (d *desk) reopen() {
	d.close()
	d.open()
}

func (d *desk) pass(days int) { d.clock = d.clock.AddDate(0, 0, days) }

func (d *desk) today(kind journal.Kind) prompts.Card {
	d.t.Helper()
	return d.must(d.guide.Today(d.t.Context(), kind))
}

func (d *desk) another(kind journal.Kind) prompts.Card {
	d.t.Helper()
	return d.must(d.guide.Another(d.t.Context(), kind))
}

func (d *desk) must(c prompts.Card, err error) prompts.Card {
	d.t.Helper()
	if err != nil || c.Key == "" || c.Text == "" {
		d.t.Fatalf("got %+v, %v; want a question", c, err)
	}
	return c
}

func (d *desk) apply(c journal.Changes) {
	d.t.Helper()
	c.At = d.clock
	if err := d.store.Apply(d.t.Context(), c); err != nil {
		d.t.Fatal(err)
	}
}

// write stores a moment that supports an expectation.
func (d *desk) write(expectation string) {
	d.t.Helper()
	e := d.journal.NewEntry(journal.MomentKind, d.journal.Today(d.t.Context()))
	e.Body = "I did it."
	e.Evidence = []journal.Evidence{{Expectation: expectation, Strength: journal.Number}}
	if _, err := d.journal.SaveEntry(d.t.Context(), e); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) dismissed() []string {
	d.t.Helper()
	plan, err := d.store.Plan(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return plan.DismissedPrompts
}

func TestGivenANewJournalWhenAskedThenTheCardIsWhole(t *testing.T) {
	d := newDesk(t)
	got := d.today("")
	at, ok := loaded(t).Prompt(got.Key)
	if !ok {
		t.Fatalf("%q is not in the catalogue", got.Key)
	}
	want := prompts.Card{
		Key: at.Prompt.Key, Text: at.Prompt.Text, Kind: at.Prompt.Kind,
		Element: at.Element.Name, Document: at.Source.Title,
		Why: fmt.Sprintf("No question from “%s” yet.", at.Framework.Name),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the card (-want +got):\n%s", diff)
	}
	shown, err := d.store.Shown(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]journal.Day{got.Key: {Year: 2026, Month: 11, Date: 20}}, shown); diff != "" {
		t.Errorf("what was shown (-want +got):\n%s", diff)
	}
}

func TestGivenAKindWhenAskedThenTheQuestionSuitsIt(t *testing.T) {
	d := newDesk(t)
	for _, kind := range journal.Kinds() {
		if got := d.today(kind); got.Kind != kind {
			t.Errorf("Today(%s) = %+v", kind, got)
		}
		if got := d.another(kind); got.Kind != kind {
			t.Errorf("Another(%s) = %+v", kind, got)
		}
	}
	if _, err := d.guide.Today(t.Context(), "thought"); err == nil {
		t.Error("an unknown kind was taken")
	}
}

func TestGivenADayWhenTheJournalMovesOnThenTodaysQuestionStays(t *testing.T) {
	d := newDesk(t)
	d.apply(journal.Changes{Expectations: []journal.Expectation{{ID: "018f4a4e-0000-7000-8000-000000000001", Name: "Fairness", Source: "steps/qualities/fairness", Order: 1}}})
	want := d.today("")
	for range 5 {
		if got := d.another(""); got.Key == want.Key {
			t.Errorf("Another gave today's question again: %s", got.Key)
		}
	}
	d.write("Fairness")
	d.apply(journal.Changes{OwnPrompts: []journal.OwnPrompt{{ID: "018f4a4e-0000-7000-8000-000000000002", Text: "What did I learn?"}}})
	if diff := cmp.Diff(want, d.today("")); diff != "" {
		t.Errorf("after an entry and a new question (-want +got):\n%s", diff)
	}
	d.reopen()
	if diff := cmp.Diff(want, d.today("")); diff != "" {
		t.Errorf("after a restart (-want +got):\n%s", diff)
	}
	d.pass(1)
	if got := d.today(""); got.Key == want.Key {
		t.Errorf("%s came on the next day too", got.Key)
	}
}

func TestGivenAnotherWhenAllOfAKindWereShownThenItBeginsAgain(t *testing.T) {
	d := newDesk(t)
	first := d.today(journal.ApplicationKind)
	n := 0
	for at := range loaded(t).Prompts() {
		if at.Prompt.Kind == journal.ApplicationKind {
			n++
		}
	}
	seen := []string{first.Key}
	for len(seen) < n {
		if len(seen) == n/2 {
			d.reopen()
		}
		got := d.another(journal.ApplicationKind)
		if slices.Contains(seen, got.Key) {
			t.Fatalf("%s came again after %d of %d", got.Key, len(seen), n)
		}
		seen = append(seen, got.Key)
	}
	second := map[string]bool{}
	for range n - 1 {
		second[d.another(journal.ApplicationKind).Key] = true
	}
	if len(second) != n-1 || d.another(journal.ApplicationKind).Key == "" {
		t.Errorf("the second walk showed %d of %d", len(second), n-1)
	}
	if got := d.today(journal.ApplicationKind); got.Key != first.Key {
		t.Errorf("today's question became %s, was %s", got.Key, first.Key)
	}
	d.pass(1)
	if got := d.today(journal.ApplicationKind); got.Why != "Every question of this kind came up lately, this one the longest ago." {
		t.Errorf("the next day says %q", got.Why)
	}
}

func TestGivenNotForMeThenAnotherTakesItsPlaceAndUndoBringsItBack(t *testing.T) {
	d := newDesk(t)
	first := d.today("")
	heard := 0
	stop := d.journal.Listen(func(c journal.Change) {
		if c.Kind == journal.PromptsChanged {
			heard++
		}
	})
	defer stop()
	for range 2 { // the second time changes nothing
		if err := d.guide.Dismiss(t.Context(), first.Key); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{first.Key}, d.dismissed()); diff != "" {
		t.Errorf("dismissed (-want +got):\n%s", diff)
	}
	instead := d.another("")
	if instead.Key == first.Key || instead.Dismissed || d.today("") != instead {
		t.Errorf("after Not for me Another gives %+v, and Today %+v", instead, d.today(""))
	}
	if err := d.guide.Restore(t.Context(), first.Key); err != nil {
		t.Fatal(err)
	}
	if len(d.dismissed()) != 0 || d.today("") != first || heard != 2 {
		t.Errorf("after undo: dismissed %v, today %+v, heard %d changes", d.dismissed(), d.today(""), heard)
	}
	if err := d.guide.Dismiss(t.Context(), " "); err == nil {
		t.Error("nothing was dismissed without an error")
	}
}

func allKeys(t *testing.T) (keys []string) {
	for at := range loaded(t).Prompts() {
		keys = append(keys, at.Prompt.Key)
	}
	return keys
}

func TestGivenNotForMeToEverythingThenItStillAsksAndSaysSo(t *testing.T) {
	d := newDesk(t)
	d.apply(journal.Changes{Plan: &journal.Plan{DismissedPrompts: allKeys(t)}})
	got := d.today(journal.MomentKind)
	if !got.Dismissed || got.Why != "You set every question of this kind aside, so this is one of those." || got.Kind != journal.MomentKind {
		t.Errorf("Today = %+v", got)
	}
	if d.today(journal.MomentKind) != got {
		t.Error("it is not stable")
	}
	if next := d.another(journal.MomentKind); !next.Dismissed || next.Key == got.Key {
		t.Errorf("Another = %+v", next)
	}
}

func TestGivenAnExpectationWithoutEvidenceThenItIsAskedAboutAndTheReasonCounts(t *testing.T) {
	d := newDesk(t)
	d.write("Fairness") // a name without a source finds the element of that name
	d.pass(94)
	d.apply(journal.Changes{Plan: &journal.Plan{ // in the new period nothing is there
		ReviewFrom:  journal.DayOf(d.clock).AddMonths(-1),
		ReviewUntil: journal.DayOf(d.clock).AddMonths(1),
	}})
	asked := map[string]string{}
	for range 3 {
		c := d.today("")
		asked[c.Why] = c.Element
		d.pass(1)
	}
	ok := false
	for n := range 3 {
		ok = ok || asked[fmt.Sprintf("Nothing about Fairness for %d days.", 94+n)] == "Fairness"
	}
	if !ok {
		t.Errorf("in three days it asked for these reasons: %v", asked)
	}
}

func TestGivenAnOwnQuestionThenItsCardNamesNoDocument(t *testing.T) {
	d := newDesk(t)
	free := journal.OwnPrompt{ID: "018f4a4e-0000-7000-8000-000000000001", Text: "What did I learn?", Kind: journal.Reflection}
	bound := journal.OwnPrompt{ID: "018f4a4e-0000-7000-8000-000000000002", Text: "Who was overruled?", Element: "steps/qualities/fairness"}
	paused := journal.OwnPrompt{ID: "018f4a4e-0000-7000-8000-000000000003", Text: "Paused?", Paused: true}
	d.apply(journal.Changes{OwnPrompts: []journal.OwnPrompt{free, bound, paused}})
	d.apply(journal.Changes{Plan: &journal.Plan{DismissedPrompts: allKeys(t)}}) // so that only own ones are left
	got := map[string]prompts.Card{}
	for _, c := range []prompts.Card{d.today(""), d.another("")} {
		got[c.Key] = c
	}
	const why = "This is a question of your own."
	want := map[string]prompts.Card{
		prompts.OwnKey(free.ID):  {Key: prompts.OwnKey(free.ID), Text: free.Text, Kind: journal.Reflection, Why: why},
		prompts.OwnKey(bound.ID): {Key: prompts.OwnKey(bound.ID), Text: bound.Text, Element: "Fairness", Why: why},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cards (-want +got):\n%s", diff)
	}
}

func TestGivenDocumentsThatAreLeftOut_ThenTodaysQuestionAndEachOtherComeFromTheRest(t *testing.T) {
	d := newDesk(t)
	first := d.today("")
	own, err := d.journal.AddOwnPrompt(t.Context(), journal.OwnPrompt{Text: "What went well?"})
	if err != nil {
		t.Fatal(err)
	}
	d.leaveOut("label,leading-up,management,purpose,own")
	for i := range 12 {
		c := d.today("")
		if i > 0 {
			c = d.another("")
		}
		if !strings.HasPrefix(c.Key, "steps/") {
			t.Fatalf("it asks %s", c.Key)
		}
	}
	d.leaveOut("label,leading-up,management,purpose,steps")
	if c := d.today(""); c.Key != prompts.OwnKey(own.ID) {
		t.Errorf("of the own questions it asks %s", c.Key)
	}
	d.leaveOut("")
	if c := d.today(""); c.Key != first.Key {
		t.Errorf("back, it asks %s, not %s as before", c.Key, first.Key)
	}
}

func TestGivenEverythingIsLeftOut_ThenThereIsAQuestionAllTheSame(t *testing.T) {
	d := newDesk(t)
	d.leaveOut("label,leading-up,management,purpose,steps,own")
	d.today("")
}

// leaveOut has no questions drawn from documents.
func (d *desk) leaveOut(keys string) {
	d.t.Helper()
	if err := d.journal.SetSetting(d.t.Context(), journal.SettingPromptsLeftOut, keys); err != nil {
		d.t.Fatal(err)
	}
}
