package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
)

func TestGivenSixtyExpectationsAndAYear_WhenThePageOpens_ThenItAsksFourQuestionsAndBuildsTheRowsInSight(t *testing.T) {
	var all []journal.Expectation
	for i := range 60 {
		all = append(all, journal.Expectation{ID: xID(i), Name: fmt.Sprintf("Expectation %d", i), Area: fmt.Sprintf("Area %d", i/6)})
	}
	s := openProofs(t, all...)
	for i := range 30 {
		s.proved("2026-03-02", "x", xID(i), journal.Number, nil)
	}
	s.reads.Store(0)
	p := s.openPage()
	if n := s.reads.Load(); n > 4 {
		t.Errorf("opening the page asks %d questions, want at most 4", n)
	}
	if n := p.table.matrix.Built(); n == 0 || n > 22 {
		t.Errorf("%d rows are built", n)
	}
}

func TestGivenEvidence_WhenThePageOpens_ThenItSaysHowWellEachExpectationIsProved(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2025-07-02", "First handover", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "Second handover", xID(1), journal.Artefact, nil)
	s.proved("2026-02-03", "Coached", xID(2), journal.OwnWord, nil)
	p := s.openPage()
	if got, want := p.table.line.Text(), "1 strong, 1 thin, 1 gap. April 2025 to March 2026."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if got := p.detail.name.Text(); got != "Delegates with context" {
		t.Errorf("beside the table is %q", got)
	}
	if got, want := p.detail.state.Text()+" / "+p.detail.facts.Text(), "Strong: artefact / 2 entries, newest 2 March"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if got, want := s.behind(), []string{"Second handover", "First handover"}; !slices.Equal(got, want) {
		t.Errorf("behind it are %v, want %v", got, want)
	}
}

func TestGivenARow_WhenACellIsChosen_ThenTheEntriesOfThatMonthShow(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-01-20", "In January", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "In March", xID(1), journal.Artefact, nil)
	p := s.openPage()
	s.choose("Delegates with context", 9)
	if got := s.behind(); !slices.Equal(got, []string{"In January"}) {
		t.Errorf("behind the cell are %v", got)
	}
	if got := p.detail.section.Text(); got != "Entries, January 2026" {
		t.Errorf("over them it says %q", got)
	}
	p.detail.showWhole()
	s.settle()
	if got := s.behind(); len(got) != 2 {
		t.Errorf("behind the row are %v", got)
	}
}

func TestGivenQuarters_WhenACellIsChosen_ThenItsEntriesShow(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-01-20", "In January", xID(1), journal.Number, nil)
	s.proved("2025-05-20", "In May", xID(1), journal.Number, nil)
	p := s.openPage()
	p.table.chooseUnit("3")
	s.settle()
	if n := len(p.table.columns); n != 4 {
		t.Fatalf("%d columns", n)
	}
	s.choose("Delegates with context", 0)
	if got := s.behind(); !slices.Equal(got, []string{"In May"}) {
		t.Errorf("behind the cell are %v", got)
	}
}

func TestGivenAPageInSight_WhenOneEntryChanges_ThenOneCellIsDrawnAndPlanAndExpectationsAreNotAskedFor(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-01-20", "In January", xID(1), journal.Number, nil)
	e := s.proved("2026-03-02", "In March", xID(1), journal.OwnWord, nil)
	p := s.openPage()
	before := p.table.matrix.Painted()
	if _, err := s.journal.EditEntry(context.Background(), e.ID, func(e *journal.Entry) { e.Evidence[0].Strength = journal.Artefact }); err != nil {
		t.Fatal(err)
	}
	s.reads.Store(0)
	s.settle()
	if n := p.table.matrix.Painted() - before; n != 1 {
		t.Errorf("%d cells are drawn", n)
	}
	if n := s.reads.Load(); n != 2 {
		t.Errorf("%d questions are asked, want the summary and the entries", n)
	}
	if got := p.detail.state.Text(); got != "Strong: artefact" {
		t.Errorf("it says %q", got)
	}
}

func TestGivenGaps_WhenTheyAreToComeFirst_ThenTheyDo(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2025-07-02", "First", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "Second", xID(1), journal.Artefact, nil)
	p := s.openPage()
	p.table.chooseOrder(string(gapsFirst))
	s.settle()
	if s.row("Coaches and mentors") != 1 || s.row("Delegates with context") != 4 {
		t.Errorf("the rows are %v", p.table.ids)
	}
}

func TestGivenAStateIsChosen_ThenOnlyItsRowsShow_AndEscapeShowsAll(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-03-02", "x", xID(1), journal.OwnWord, nil)
	p := s.openPage()
	p.table.chooseState(journal.Gap)
	s.settle()
	if n := len(p.table.ids); n != 3 {
		t.Errorf("%d rows, headings included: %v", n, p.table.ids)
	}
	p.table.focus()
	p.escape()
	s.settle()
	if n := len(p.table.ids); n != 5 {
		t.Errorf("after Escape %d rows", n)
	}
}

func TestGivenAGap_WhenItsOfferIsPressed_ThenTodayAsksAboutItAndTheEntryProvesIt(t *testing.T) {
	s := openProofs(t, three()...)
	p := s.openPage()
	p.table.matrix.OnOffer(s.row("Raises the hiring bar"))
	s.settle()
	if s.current != page(s.today) {
		t.Fatal("Today is not in sight")
	}
	e := s.today.desk.draft.Entry()
	if len(e.Evidence) != 1 || e.Evidence[0].Expectation != string(xID(3)) {
		t.Errorf("it proves %+v", e.Evidence)
	}
	if e.Prompt == nil || !strings.HasPrefix(e.Prompt.Key, "steps/qualities/service#") {
		t.Errorf("it answers %+v", e.Prompt)
	}
	if n := len(s.entries()); n != 0 {
		t.Errorf("%d entries are in the journal before anything was written", n)
	}
	s.typeText("I asked for a second opinion.")
	s.save()
	if got := s.only().Evidence; len(got) != 1 || got[0].Strength != journal.OwnWord {
		t.Errorf("written, it proves %+v", got)
	}
}

func TestGivenAnExpectationInOnesOwnWords_WhenWrittenAbout_ThenThereIsNoQuestionButTheEvidence(t *testing.T) {
	s := openProofs(t, three()...)
	p := s.openPage()
	p.detail.writeAbout()
	s.settle()
	e := s.today.desk.draft.Entry()
	if e.Prompt != nil || len(e.Evidence) != 1 || e.Evidence[0].Expectation != string(xID(1)) {
		t.Errorf("%+v, %+v", e.Prompt, e.Evidence)
	}
}

func TestGivenPrivateEvidenceThatIsHidden_WhenTheRowIsOpen_ThenItIsCountedAndNotListed(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-01-20", "Secret", xID(1), journal.Number, func(e *journal.Entry) { e.Private = true })
	s.proved("2026-03-02", "Open", xID(1), journal.Number, nil)
	p := s.openPage()
	if got := s.behind(); len(got) != 2 || p.detail.hidden.Visible() {
		t.Errorf("behind it are %v", got)
	}
	s.today.togglePrivate()
	s.settle()
	if got := s.behind(); !slices.Equal(got, []string{"Open"}) {
		t.Errorf("behind it are %v", got)
	}
	if got := p.detail.hidden.Text(); got != "1 private entry is hidden." || !p.detail.hidden.Visible() {
		t.Errorf("it says %q", got)
	}
}

func TestGivenFeedbackWithoutATitle_WhenItIsListed_ThenItIsCalledByWhoSaidWhat(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-02-19", "", xID(1), journal.Quote, func(e *journal.Entry) {
		e.Kind, e.Feedback = journal.FeedbackKind, &journal.Feedback{Giver: "Priya", Quote: "You let me\nfind the answer."}
	})
	p := s.openPage()
	if got, want := s.behind(), []string{"Priya: “You let me find the answer.”"}; !slices.Equal(got, want) {
		t.Errorf("it is called %v, want %v", got, want)
	}
	if got, want := p.detail.facts.Text(), "1 entry, 1 person, newest 19 February"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

func TestGivenMostEvidenceIsRecent_WhenTheWarningIsPressed_ThenItsEntriesShow(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2025-07-02", "Before", xID(1), journal.Number, nil)
	s.proved("2026-02-19", "Lately", xID(1), journal.Number, nil)
	s.proved("2026-03-02", "Just now", xID(2), journal.Number, nil)
	p := s.openPage()
	if got, want := p.table.recency.Text(), "67 % of the evidence is from the last two months of twelve"; got != want {
		t.Fatalf("it warns %q, want %q", got, want)
	}
	p.table.showRecent()
	s.settle()
	if got := s.behind(); !slices.Equal(got, []string{"Just now", "Lately"}) {
		t.Errorf("behind it are %v", got)
	}
	if p.detail.foot.Visible() {
		t.Error("it offers to write about nothing")
	}
}

func TestGivenManyEntries_WhenMoreIsPressed_ThenTheyAreListed(t *testing.T) {
	s := openProofs(t, three()...)
	for range 12 {
		s.proved("2026-02-19", "One of many", xID(1), journal.Number, nil)
	}
	p := s.openPage()
	if got := p.detail.more.Text(); got != "4 more" || !p.detail.moreRow.Visible() {
		t.Errorf("it offers %q", got)
	}
	p.detail.showMore()
	s.settle()
	if len(s.behind()) != 12 || p.detail.moreRow.Visible() {
		t.Errorf("it lists %d", len(s.behind()))
	}
}

func TestGivenAnEmptyJournal_WhenThePageOpens_ThenItSaysWhatItIsFor(t *testing.T) {
	s := openProofs(t)
	p := s.openPage()
	if !p.table.empty.content.Visible() || p.detail.page.Visible() || p.table.line.Visible() {
		t.Error("nothing is said")
	}
	s.expect(three()...)
	if p.table.empty.content.Visible() || !p.detail.page.Visible() {
		t.Error("the table does not come")
	}
}

func TestGivenAnEmptyJournal_WhenOneBegins_ThenWhatTheRoleExpectsComesIntoSight(t *testing.T) {
	s := openProofs(t)
	p := s.openPage()
	if s.win.Canvas().Focused() != fyne.Focusable(p.table.empty.begin) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
	p.table.empty.begin.Tapped(nil)
	s.settle()
	if s.current != page(s.frame.demands) {
		t.Error("it is not in sight")
	}
	s.openPage()
	p.table.empty.own.Tapped(nil)
	s.settle()
	if s.current != page(s.frame.demands) || s.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing asks for an expectation")
	}
}

func TestGivenOnlyRetiredExpectations_WhenThePageOpens_ThenItSaysThatTheirEvidenceIsKept(t *testing.T) {
	s := openProofs(t, journal.Expectation{ID: xID(1), Name: "Gone", Retired: true})
	p := s.openPage()
	if !p.table.empty.content.Visible() || !strings.Contains(p.table.empty.words.Text(), "kept") {
		t.Errorf("it says %q", p.table.empty.words.Text())
	}
}

func TestGivenAReadThatFails_WhenThePageOpens_ThenTheDoorSaysSoAndThePageFillsOnceItWorks(t *testing.T) {
	s := openProofs(t, three()...)
	s.sick.Store(true)
	p := s.openPage()
	if s.door.notice == nil || p.table.body.Objects[0].Visible() {
		t.Fatal("a failing read is not said")
	}
	s.sick.Store(false)
	p.load()
	s.settle()
	if s.door.notice != nil || !p.table.body.Objects[0].Visible() {
		t.Error("tried again, nothing shows")
	}
}

func TestGivenAPageInSight_WhenTheChosenExpectationGoes_ThenTheFirstRowIsOpen(t *testing.T) {
	s := openProofs(t, three()...)
	p := s.openPage()
	s.choose("Coaches and mentors", -1)
	all := three()
	all[1].Retired = true
	s.expect(all...)
	if got := p.detail.name.Text(); got != "Delegates with context" {
		t.Errorf("beside the table is %q", got)
	}
}

func TestGivenANarrowWindow_WhenARowIsChosen_ThenItsEntriesTakeTheRoomAndEscapeLeadsBack(t *testing.T) {
	s := openProofs(t, three()...)
	p := s.openPage()
	s.win.Resize(fyne.NewSize(640, 560))
	s.choose("Coaches and mentors", -1)
	if !p.split.IsNarrow() || p.split.At() != 1 || !p.detail.back.Visible() {
		t.Fatal("the entries are not in sight")
	}
	p.escape()
	if p.split.At() != 0 || s.win.Canvas().Focused() != fyne.Focusable(p.table.matrix) {
		t.Error("Escape does not lead back")
	}
}

func TestGivenAnEntryBesideTheTable_WhenPressed_ThenItOpens(t *testing.T) {
	s := openProofs(t, three()...)
	e := s.proved("2026-02-19", "The one", xID(1), journal.Number, nil)
	p := s.openPage()
	row := p.detail.entries.Objects[0].(fyne.Tappable)
	row.Tapped(nil)
	s.settle()
	if s.today.desk.draft.Entry().ID != e.ID || s.current != page(s.today) {
		t.Error("it is not open")
	}
}

func TestGivenTheTable_ThenRowsAndCellsAreReadInWords(t *testing.T) {
	s := openProofs(t, three()...)
	s.proved("2026-03-02", "x", xID(1), journal.Number, nil)
	s.proved("2026-03-12", "y", xID(1), journal.Quote, nil)
	p := s.openPage()
	for _, c := range []struct {
		row    string
		column int
		want   string
	}{
		{"Delegates with context", -1, "Delegates with context. Strong: 2 entries, strongest: third-party quote, newest today"},
		{"Delegates with context", 11, "March 2026: 2 entries, strongest: third-party quote"},
		{"Delegates with context", 0, "April 2025: no evidence"},
		{"Raises the hiring bar", -1, "Raises the hiring bar. Gap: no evidence"},
	} {
		if got := p.table.label(s.row(c.row), c.column); got != c.want {
			t.Errorf("%s, %d: it reads %q, want %q", c.row, c.column, got, c.want)
		}
	}
}
