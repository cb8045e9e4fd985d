package evidence_test

import (
	"fmt"
	"testing"

	"groundwork/journal"
	"groundwork/journal/document"
	"groundwork/journal/document/paper"
	"groundwork/journal/evidence"
	"groundwork/journal/sample"
	"groundwork/journal/timeline"
	"groundwork/ui"
)

// TestAPackHasNoMorePagesThanItsAudienceIsGiven sets packs of small and large
// journals as they are printed.
func TestAPackHasNoMorePagesThanItsAudienceIsGiven(t *testing.T) {
	press, err := paper.NewPress(ui.Faces())
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]int{journal.ForManager: 1, journal.ForSkipLevel: 2, journal.ForCommittee: 4}
	for _, n := range []int{5, 60, 200, 400} {
		for seed := range uint64(3) {
			d := newDesk(t)
			d.did(sample.Fill(t.Context(), d.store, n, seed, today))
			m := timeline.WithGrowth(d.all())
			for audience, most := range given {
				for _, by := range []evidence.Grouping{evidence.ByExpectation, evidence.ByOutcome} {
					for _, sheet := range []paper.Sheet{paper.A4(), paper.Letter()} {
						p := evidence.GroupBy(evidence.Propose(m, audience), by)
						pages, err := press.Set(t.Context(), evidence.Book(m, p), paper.Options{Sheet: sheet})
						d.did(err)
						what := fmt.Sprintf("%d entries (seed %d) for the %s by %s", n, seed, audience, by)
						if pages.Len() > most {
							t.Errorf("%s: %d pages, not %d", what, pages.Len(), most)
						}
						t.Logf("%s: %d pages, %+v", what, pages.Len(), evidence.Leaves(m, p))
					}
				}
			}
			pages, err := press.Set(t.Context(), document.Of(nil, evidence.Rehearsal(m, evidence.Propose(m, journal.ForManager))), paper.Options{Large: true})
			d.did(err)
			if pages.Len() != 1 {
				t.Errorf("%d entries (seed %d): the rehearsal has %d pages", n, seed, pages.Len())
			}
		}
	}
}
