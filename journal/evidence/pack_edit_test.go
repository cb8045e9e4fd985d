package evidence_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/journal/evidence"
)

func TestAnEditedLineCanHaveItsEntrysWordsAgain(t *testing.T) {
	d, _, p := three(t)
	m := d.all()
	edited := evidence.Reword(p, at(0), "  Mine. ")
	if b := edited.Section(led).Bullets[0]; b.Text != "Mine." || !b.Edited {
		t.Errorf("edited: %+v", b)
	}
	if got := evidence.Original(m, edited.Section(led).Bullets[0]); got != "Third." {
		t.Errorf("it was %q", got)
	}
	if diff := cmp.Diff(p, evidence.Reset(m, edited, at(0))); diff != "" {
		t.Errorf("reset (-want +got):\n%s", diff)
	}
}

func TestEveryProposedLineCanBeReset(t *testing.T) {
	m := spring(t).all()
	for _, audience := range journal.Audiences() {
		p := evidence.Propose(m, audience)
		for _, s := range p.Sections {
			for i, b := range s.Bullets {
				place := evidence.Place{Section: s.Key, At: i}
				edited := evidence.Reword(p, place, b.Text+" More.")
				reset := evidence.Reset(m, edited, place)
				if diff := cmp.Diff(p, reset); diff != "" {
					t.Errorf("%s, %s, line %d (-proposed +reset):\n%s", audience, s.Key, i, diff)
				}
			}
		}
	}
}

func TestWhatIsDoneToALineLeavesThePackItWasDoneToAsItWas(t *testing.T) {
	d, _, p := three(t)
	before := p.Clone()
	evidence.LeaveOut(p, at(0), true)
	evidence.Reword(p, at(0), "x")
	evidence.Move(p, at(0), 1)
	evidence.Join(p, at(0), 1)
	evidence.Add(p, led, "x")
	evidence.GroupBy(p, evidence.ByOutcome)
	evidence.Rebuild(d.all(), p)
	if diff := cmp.Diff(before, p); diff != "" {
		t.Error(diff)
	}
}

func TestAPlaceThatIsNotThereChangesNothing(t *testing.T) {
	d, _, p := three(t)
	m := d.all()
	for _, place := range []evidence.Place{at(-1), at(3), {Section: "none"}} {
		for what, got := range map[string]journal.Pack{
			"left out": evidence.LeaveOut(p, place, true), "edited": evidence.Reword(p, place, "x"), "moved": evidence.Move(p, place, 0),
			"joined": evidence.Join(p, place, 0), "reset": evidence.Reset(m, p, place), "kept": evidence.KeepWithoutEntries(m, p, place),
		} {
			if diff := cmp.Diff(p, got); diff != "" {
				t.Errorf("%s at %v:\n%s", what, place, diff)
			}
		}
	}
	for _, with := range []int{-1, 0, 3} {
		if diff := cmp.Diff(p, evidence.Join(p, at(0), with)); diff != "" {
			t.Errorf("joined with %d:\n%s", with, diff)
		}
	}
}

func TestALineMovesToAnyPlaceOfItsSection(t *testing.T) {
	_, _, p := three(t)
	for _, x := range []struct {
		from, to int
		want     []string
	}{
		{0, 2, []string{"Second.", "First.", "Third."}},
		{2, 0, []string{"First.", "Third.", "Second."}},
		{0, 99, []string{"Second.", "First.", "Third."}},
		{2, -1, []string{"First.", "Third.", "Second."}},
	} {
		if got := texts(evidence.Move(p, at(x.from), x.to), led); !slices.Equal(got, x.want) {
			t.Errorf("from %d to %d: %q, want %q", x.from, x.to, got, x.want)
		}
	}
}

func TestALineOfTheWritersOwnStaysAndGoesOut(t *testing.T) {
	d, _, p := three(t)
	rebuilt, _ := evidence.Rebuild(d.all(), evidence.Add(p, led, " My own words. "))
	bullets := rebuilt.Section(led).Bullets
	if last := bullets[len(bullets)-1]; last.Text != "My own words." || evidence.BulletText(d.all(), last) != "My own words." {
		t.Errorf("the last line is %+v", last)
	}
}

func TestAGroupingIsKeptWithThePack(t *testing.T) {
	d, _, p := three(t)
	if got := evidence.GroupedBy(p); got != evidence.ByExpectation {
		t.Errorf("at first by %s", got)
	}
	stored, err := d.j.SavePack(t.Context(), evidence.GroupBy(p, evidence.ByOutcome))
	d.did(err)
	all, err := d.store.Packs(t.Context())
	d.did(err)
	if got := evidence.GroupedBy(all[0]); got != evidence.ByOutcome || all[0].ID != stored.ID {
		t.Errorf("stored by %s", got)
	}
	if got := evidence.GroupedBy(evidence.GroupBy(all[0], evidence.ByExpectation)); got != evidence.ByExpectation {
		t.Errorf("back by %s", got)
	}
}
