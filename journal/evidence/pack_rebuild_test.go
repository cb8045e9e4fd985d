package evidence_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

// led is the section that most tests look at.
const led = evidence.SectionEvidence

func at(n int) evidence.Place { return evidence.Place{Section: led, At: n} }

// three is a journal with three moments and the pack of them: newest first, as
// they prove the same.
func three(t *testing.T) (*desk, []journal.Entry, journal.Pack) {
	d := newDesk(t)
	var all []journal.Entry
	for _, m := range []struct{ day, result string }{{"2026-03-03", "Third."}, {"2026-02-02", "Second."}, {"2026-01-01", "First."}} {
		all = append(all, d.moment(m.day, journal.Moment{Result: m.result}))
	}
	p, err := d.j.SavePack(t.Context(), evidence.Propose(d.all(), journal.ForMyself))
	d.did(err)
	return d, all, p
}

func TestRebuiltWithNothingNewAPackIsAsItWas(t *testing.T) {
	d, _, p := three(t)
	rebuilt, news := evidence.Rebuild(d.all(), p)
	if diff := cmp.Diff(p, rebuilt); diff != "" {
		t.Errorf("(-was +is)\n%s", diff)
	}
	if len(news.New)+len(news.Gone)+len(news.Held) != 0 {
		t.Errorf("news: %+v", news)
	}
}

func TestRebuildingKeepsWhatWasDoneToAPackAndAddsWhatIsNew(t *testing.T) {
	d, _, p := three(t)
	p = evidence.Move(p, at(0), 2)                       // Second, First, Third
	p = evidence.Reword(p, at(0), "The second, edited.") // an edit
	p = evidence.LeaveOut(p, at(1), true)
	d.moment("2026-04-04", journal.Moment{Result: "Fourth."})
	rebuilt, news := evidence.Rebuild(d.all(), p)
	want := []string{"Fourth.", "The second, edited.", "× First.", "Third."}
	if diff := cmp.Diff(want, texts(rebuilt, led)); diff != "" {
		t.Error(diff)
	}
	if !slices.Contains(news.New, at(0)) {
		t.Errorf("news: %+v", news)
	}
}

func TestJoinedLinesStayJoined(t *testing.T) {
	d, all, p := three(t)
	p = evidence.Join(p, at(0), 2)
	if got := texts(p, led); !slices.Equal(got, []string{"Third. First.", "Second."}) {
		t.Fatalf("joined: %q", got)
	}
	rebuilt, _ := evidence.Rebuild(d.all(), p)
	if diff := cmp.Diff(p.Section(led), rebuilt.Section(led)); diff != "" {
		t.Error(diff)
	}
	if got := rebuilt.Section(led).Bullets[0].Entries; !slices.Equal(got, []journal.ID{all[0].ID, all[2].ID}) {
		t.Errorf("behind it are %v", got)
	}
}

func TestALineThatWasNeverTouchedFollowsItsEntry(t *testing.T) {
	d, all, p := three(t)
	p = evidence.Reword(p, at(1), "Mine.")
	for _, e := range all[:2] {
		_, err := d.j.EditEntry(t.Context(), e.ID, func(e *journal.Entry) { e.Moment.Result = "Changed " + e.Moment.Result })
		d.did(err)
	}
	rebuilt, _ := evidence.Rebuild(d.all(), p)
	if got := texts(rebuilt, led); !slices.Equal(got, []string{"Changed Third.", "Mine.", "First."}) {
		t.Errorf("rebuilt: %q", got)
	}
}

func TestALineWhoseEntryIsGoneGoesUnlessItWasEditedAndThenItIsTold(t *testing.T) {
	d, all, p := three(t)
	p = evidence.Reword(p, at(1), "Mine.")
	_, err := d.j.SavePack(t.Context(), p)
	d.did(err)
	d.remove(all[0])
	d.remove(all[1])
	m := d.all()
	rebuilt, news := evidence.Rebuild(m, p)
	if got := texts(rebuilt, led); !slices.Equal(got, []string{"Mine.", "First."}) {
		t.Errorf("rebuilt: %q", got)
	}
	if !slices.Equal(news.Gone, []evidence.Place{at(0)}) {
		t.Errorf("news: %+v", news)
	}
	if got := evidence.BulletText(m, rebuilt.Section(led).Bullets[0]); got != "" {
		t.Errorf("it goes out as %q", got)
	}
	kept := evidence.KeepWithoutEntries(m, rebuilt, at(0))
	if got := evidence.BulletText(m, kept.Section(led).Bullets[0]); got != "Mine." {
		t.Errorf("kept, it goes out as %q", got)
	}
}

func TestALineThatTheFilterHoldsBackStaysAndIsTold(t *testing.T) {
	d, _, p := three(t)
	m := d.material(journal.ExportOptions{Filter: journal.Filter{Since: d.day("2026-02-01")}})
	rebuilt, news := evidence.Rebuild(m, p)
	if got := texts(rebuilt, led); !slices.Equal(got, []string{"Third.", "Second.", "First."}) {
		t.Errorf("rebuilt: %q", got)
	}
	if !slices.Contains(news.Held, at(2)) {
		t.Errorf("news: %+v", news)
	}
	if got := evidence.SectionText(m, rebuilt, led); got != "- Third.\n- Second." {
		t.Errorf("goes out:\n%s", got)
	}
}

func TestAnotherAudienceKeepsWhatWasDoneForTheFirst(t *testing.T) {
	d, _, p := three(t)
	p.Audience = journal.ForManager
	p = evidence.Reword(p, at(0), "Mine.")
	p.Sections = slices.DeleteFunc(p.Sections, func(s journal.Section) bool { return s.Key == evidence.SectionAdvocates })
	p.Audience = journal.ForCommittee
	rebuilt, _ := evidence.Rebuild(d.all(), p)
	if got := texts(rebuilt, led)[0]; got != "Mine." {
		t.Errorf("the line is %q", got)
	}
	keys := []string{}
	for _, s := range rebuilt.Sections {
		keys = append(keys, s.Key)
	}
	if want := evidence.SectionKeys(journal.ForMyself); !slices.Equal(keys, want) {
		t.Errorf("the sections are %v, want %v", keys, want)
	}
}

func TestAGapThatIsClosedIsNamedNoMore(t *testing.T) {
	d := newDesk(t)
	x, err := d.j.SaveExpectation(t.Context(), journal.Expectation{Name: "Hires"})
	d.did(err)
	d.plan(func(p *journal.Plan) {
		p.Goals = []journal.Goal{{ID: "10000000-0000-4000-8000-000000000001", Text: "Join a panel (hires)"}}
	})
	p := evidence.Propose(d.all(), journal.ForMyself)
	if got := texts(p, evidence.SectionGaps); !slices.Equal(got, []string{"Hires: Join a panel (hires)."}) {
		t.Fatalf("proposed: %q", got)
	}
	d.plan(func(p *journal.Plan) { p.Goals[0].State = journal.GoalDone })
	for _, day := range []string{"2026-10-01", "2026-11-01"} {
		e := journal.Entry{Kind: journal.MomentKind, Title: "Hired on " + day, Evidence: []journal.Evidence{{Expectation: string(x.ID), Strength: journal.Quote, Chosen: true}}}
		d.write(day, e)
	}
	rebuilt, _ := evidence.Rebuild(d.all(), p)
	if got := texts(rebuilt, evidence.SectionGaps); len(got) != 0 {
		t.Errorf("rebuilt: %q", got)
	}
}
