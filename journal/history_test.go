package journal_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestAVersionIsKeptAtMostOnceAMinuteAndOnceForEachPause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gaps := rapid.SliceOfN(rapid.SampledFrom([]time.Duration{
			600 * time.Millisecond, 10 * time.Second, time.Minute, 4 * time.Minute, 5 * time.Minute, time.Hour,
		}), 1, 60).Draw(t, "gaps")
		saved, last, pauses := evening, evening, 0
		var kept []time.Time
		for _, gap := range gaps {
			now := saved.Add(gap)
			if journal.KeepsVersion(saved, last, now) {
				kept, last = append(kept, saved), saved
			} else if gap >= 5*time.Minute {
				t.Fatalf("what stood for %v was not kept", gap)
			}
			if gap >= 5*time.Minute {
				pauses++
			}
			saved = now
		}
		if most := int(saved.Sub(evening)/time.Minute) + pauses; len(kept) > most {
			t.Fatalf("%d versions in %v with %d pauses", len(kept), saved.Sub(evening), pauses)
		}
		if saved.Sub(last) > 6*time.Minute && saved.Sub(last) > 2*slices.Max(gaps) {
			t.Fatalf("nothing was kept for %v", saved.Sub(last))
		}
	})
}

func TestAClockThatWentBackKeepsNoVersionFromBeingKept(t *testing.T) {
	const back, every = 40 * 24 * time.Hour, 10 * time.Second // no pause of five minutes
	saved, last, kept := evening, evening.Add(-time.Second), 0
	now := evening.Add(-back)
	for range 60 {
		if journal.KeepsVersion(saved, last, now) {
			last = saved
			kept++
		}
		saved, now = now, now.Add(every)
	}
	// What was there before the clock went back, one as it did, and one a minute.
	if kept < 10 || kept > 12 {
		t.Errorf("%d versions in ten minutes", kept)
	}
}

func TestVersionsAreThinnedToHoursDaysAndWeeks(t *testing.T) {
	now := time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600)) // a Friday
	ago := func(days, hours, minutes int) time.Time {
		return now.AddDate(0, 0, -days).Add(-time.Duration(hours)*time.Hour - time.Duration(minutes)*time.Minute)
	}
	for name, c := range map[string]struct {
		saved []time.Time
		want  []bool
	}{
		"none":                {nil, []bool{}},
		"the last hour whole": {[]time.Time{ago(0, 0, 59), ago(0, 0, 58), ago(0, 0, 1)}, []bool{true, true, true}},
		"the last of an hour": {[]time.Time{ago(0, 3, 30), ago(0, 3, 10), ago(0, 2, 1)}, []bool{false, true, true}},
		"the last of a day":   {[]time.Time{ago(3, 5, 0), ago(3, 1, 0), ago(2, 1, 0)}, []bool{false, true, true}},
		"the last of a week":  {[]time.Time{ago(46, 0, 0), ago(41, 0, 0), ago(33, 0, 0)}, []bool{false, true, true}},
		"two of a day that grows old between them":  {[]time.Time{ago(30, 0, 0), ago(29, 23, 59)}, []bool{false, true}},
		"the same day and week in another year":     {[]time.Time{ago(364*2, 0, 0), ago(364, 0, 0)}, []bool{true, true}},
		"the newest though it is older than a year": {[]time.Time{ago(500, 1, 0), ago(500, 0, 0)}, []bool{false, true}},
		"what a clock that went back left":          {[]time.Time{ago(0, -3, 0), ago(0, -2, 0)}, []bool{true, true}},
	} {
		if diff := cmp.Diff(c.want, journal.ThinVersions(c.saved, now)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestThinningOftenLeavesWhatThinningOnceLeaves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.SliceOfN(rapid.IntRange(0, 60*24*120), 1, 80).Draw(t, "minutes")
		slices.Sort(minutes)
		var saved []time.Time
		for _, m := range minutes {
			saved = append(saved, evening.Add(time.Duration(m)*time.Minute))
		}
		last := saved[len(saved)-1]
		thin := func(all []time.Time, now time.Time) (left []time.Time) {
			for i, stays := range journal.ThinVersions(all, now) {
				if stays {
					left = append(left, all[i])
				}
			}
			return left
		}
		first := last.Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "first")) * time.Minute)
		later := first.Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "later")) * time.Minute)
		once, twice := thin(saved, later), thin(thin(saved, first), later)
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Fatalf("once -, twice +:\n%s", diff)
		}
		if diff := cmp.Diff(once, thin(once, later)); diff != "" {
			t.Fatalf("thinned again it changes:\n%s", diff)
		}
		if len(once) == 0 || !once[len(once)-1].Equal(last) {
			t.Fatalf("the newest of %v went: %v", saved, once)
		}
	})
}

// hand is a clock that is moved by hand.
type hand struct{ now time.Time }

func (h *hand) read() time.Time { return h.now }

func (h *hand) pass(d time.Duration) { h.now = h.now.Add(d) }

// diskAt opens a journal in a folder, with a clock that is moved by hand.
func diskAt(t *testing.T) (*journal.Journal, *hand) {
	t.Helper()
	clock := &hand{now: evening}
	return journal.New(openDisk(t), journal.Options{Now: clock.read}), clock
}

func TestAVersionComesBackAndThatCanBeUndone(t *testing.T) {
	j, clock := diskAt(t)
	e := j.NewEntry(journal.Reflection, mustDay(t, "2026-11-20"))
	e.Body, e.People = "first", []journal.Involved{{Person: "Lena"}}
	e = mustSave(t, j, e)
	first := e
	clock.pass(10 * time.Minute)
	e.Body, e.People, e.Tags = "second", nil, []string{"new"}
	e = mustSave(t, j, e)
	clock.pass(time.Second) // too soon for a version by the rule
	var rung []journal.Change
	defer j.Listen(func(c journal.Change) { rung = append(rung, c) })()
	versions, err := j.Read().Versions(t.Context(), e.ID)
	if err != nil || len(versions) != 1 {
		t.Fatalf("%d versions, %v", len(versions), err)
	}
	back, err := j.RestoreVersion(t.Context(), e.ID, versions[0].N)
	want := first
	want.Revision, want.Updated = 3, clock.now
	if diff := cmp.Diff(want, back, sameInstants...); err != nil || diff != "" {
		t.Errorf("brought back, %v (-want +got):\n%s", err, diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.EntryChanged, ID: e.ID, Day: e.Day}}, rung); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	if versions, err = j.Read().Versions(t.Context(), e.ID); err != nil || len(versions) != 2 {
		t.Fatalf("%d versions after it, %v", len(versions), err)
	}
	again, err := j.RestoreVersion(t.Context(), e.ID, versions[0].N)
	if err != nil || again.Body != "second" || len(again.Tags) != 1 || len(again.People) != 0 {
		t.Errorf("undone it is %+v, %v", again, err)
	}
	for _, id := range []journal.ID{e.ID, "none"} {
		if _, err := j.RestoreVersion(t.Context(), id, 99); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("a version that is not there: %v", err)
		}
	}
}

func TestAVersionBringsNobodyBackWhoIsGone(t *testing.T) {
	j, clock := diskAt(t)
	ctx := t.Context()
	e := j.NewEntry(journal.FeedbackKind, mustDay(t, "2026-11-20"))
	e.Body, e.People, e.Feedback = "first", []journal.Involved{{Person: "Lena"}, {Person: "Omar"}}, &journal.Feedback{Giver: "Omar"}
	e.Evidence = []journal.Evidence{{Expectation: "Grows people"}, {Expectation: "Delivers"}}
	e = mustSave(t, j, e)
	lena, omar := journal.ID(e.People[0].Person), journal.ID(e.People[1].Person)
	clock.pass(time.Hour)
	e.Body, e.People, e.Feedback, e.Evidence = "second", nil, nil, nil
	e = mustSave(t, j, e)
	for _, id := range []journal.ID{lena, omar} {
		if _, err := j.RemovePerson(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	all, err := j.Read().Expectations(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.RemoveExpectation(ctx, all[0].ID, all[1].ID); err != nil {
		t.Fatal(err)
	}
	if err := j.DeleteForGood(ctx, omar, all[1].ID); err != nil {
		t.Fatal(err)
	}
	versions, err := j.Read().Versions(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	back, err := j.RestoreVersion(ctx, e.ID, versions[len(versions)-1].N)
	people, errPeople := j.Read().People(ctx)
	if err = errors.Join(err, errPeople); err != nil || len(people) != 0 {
		t.Fatalf("there are %v, %v", people, err)
	}
	if len(back.People) != 1 || back.People[0].Person != "Lena" || back.Feedback.Giver != "" || len(back.Evidence) != 0 {
		t.Errorf("brought back: %+v, %+v, %+v", back.People, back.Feedback, back.Evidence)
	}
	if err := j.RestoreExpectation(ctx, all[0].ID); err != nil {
		t.Fatal(err)
	}
	if back, err = j.Read().Entry(ctx, e.ID); err != nil || len(back.Evidence) != 1 || back.Evidence[0].Expectation != string(all[0].ID) {
		t.Errorf("with the expectation its evidence comes back: %+v, %v", back.Evidence, err)
	}
}
