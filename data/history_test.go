package data

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestATextIsToldFromAnotherAndPutTogetherAgain(t *testing.T) {
	text := rapid.OneOf(anyText, rapid.StringMatching(`([ab] ){0,30}`))
	rapid.Check(t, func(t *rapid.T) {
		base, want := text.Draw(t, "base"), text.Draw(t, "text")
		got, err := retell(base, tellFrom(base, want))
		if err != nil || got != want {
			t.Fatalf("%q told from %q is %s, which gives %q, %v", want, base, tellFrom(base, want), got, err)
		}
	})
}

func FuzzAVersionThatIsBrokenIsDamage(f *testing.F) {
	f.Add("a text", `[[0,1],"x"]`)
	f.Add("", `[[0,-1]]`)
	f.Add("short", `[[3,99]]`)
	f.Fuzz(func(t *testing.T, base, told string) {
		if _, err := retell(base, told); err != nil && !errors.Is(err, journal.ErrDamaged) {
			t.Errorf("retell: %v", err)
		}
	})
}

// clockAt counts minutes from the evening on which the tests take place.
func clockAt(minutes int) time.Time {
	return time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600)).Add(time.Duration(minutes) * time.Minute)
}

// save writes the next text of an entry that is there.
func save(t testing.TB, s journal.Store, e *journal.Entry, body string, at time.Time) {
	t.Helper()
	e.Body, e.Updated = body, at
	apply(t, s, journal.Changes{At: at, Entries: []journal.Entry{*e}})
	e.Revision++
}

// versionTexts reads the texts of an entry's versions, the oldest first.
func versionTexts(t testing.TB, s journal.Store, id journal.ID) []string {
	t.Helper()
	all, err := s.Versions(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, v := range slices.Backward(all) {
		e, err := s.Version(t.Context(), id, v.N)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, e.Body)
	}
	return texts
}

func begun(t testing.TB, s journal.Store, body string) *journal.Entry {
	t.Helper()
	e := fullEntry(1)
	e.Attachments = nil
	e.Body, e.Created, e.Updated = body, clockAt(0), clockAt(0)
	apply(t, s, journal.Changes{At: clockAt(0), Entries: []journal.Entry{e}})
	e.Revision++
	return &e
}

func TestAnEntryIsKeptAsItWasOnceAMinuteAndBeforeEachPause(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "0:00")
	for _, at := range []time.Duration{
		20 * time.Second, 50 * time.Second, 70 * time.Second, 90 * time.Second, 3 * time.Minute, 10 * time.Minute, 10*time.Minute + 10*time.Second,
	} {
		save(t, s, e, fmt.Sprintf("%d:%02d", int(at.Minutes()), int(at.Seconds())%60), clockAt(0).Add(at))
	}
	expect(t, "versions", []string{"1:10", "3:00", "10:00"}, versionTexts(t, s, e.ID))
	first := must(s.Versions(t.Context(), e.ID))[1]
	was, err := s.Version(t.Context(), e.ID, first.N)
	want := *e
	want.Body, want.Updated, want.Revision = "3:00", clockAt(3), 0
	expect(t, "the entry as it was", want, was)
	for p, errPast := range s.History(t.Context(), e.ID) {
		if p.N == first.N {
			expect(t, "the entry on a walk through its history", want, p.Entry)
		}
		err = errors.Join(err, errPast, p.Err)
	}
	if err != nil || !first.Saved.Equal(clockAt(3)) {
		t.Errorf("%+v, %v", first, err)
	}
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

func TestWhatManyEntriesGetAtOnceKeepsNoVersion(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "text")
	apply(t, s, journal.Changes{At: clockAt(60), Tags: map[journal.ID][]string{e.ID: {"renamed"}}})
	expect(t, "versions", nil, versionTexts(t, s, e.ID))
}

func TestHistoryHoldsWhatTheRulesKeepHoweverItIsWritten(t *testing.T) {
	empty := template(t)
	word := rapid.SampledFrom([]string{"grew ", "", "leads ", "<&> ", "日本", "\n\n", "a\u0301 "})
	rapid.Check(t, func(rt *rapid.T) {
		s, closeStore := freshStore(rt, empty)
		defer closeStore()
		e := begun(t, s, "")
		now := clockAt(0)
		var saved []time.Time // the model: what should be there
		var texts []string
		for range rapid.IntRange(1, 25).Draw(rt, "saves") {
			gap := rapid.SampledFrom([]time.Duration{time.Second, 70 * time.Second, 40 * time.Minute, 30 * time.Hour, 300 * time.Hour}).Draw(rt, "gap")
			body, was, at := e.Body, e.Body, e.Updated
			cut := rapid.IntRange(0, len([]rune(body))).Draw(rt, "cut")
			body = string([]rune(body)[:cut]) + word.Draw(rt, "word") + string([]rune(body)[cut:])
			last := clockAt(0)
			if len(saved) > 0 {
				last = saved[len(saved)-1]
			}
			now = now.Add(gap)
			if journal.KeepsVersion(at, last, now) {
				saved, texts = append(saved, at), append(texts, was)
				stays := journal.ThinVersions(saved, now)
				saved, texts = left(saved, stays), left(texts, stays)
			}
			save(t, s, e, body, now)
		}
		same(rt, "versions", texts, versionTexts(t, s, e.ID), nil)
		now = now.Add(rapid.SampledFrom([]time.Duration{0, 2 * time.Hour, 1000 * time.Hour}).Draw(rt, "age"))
		stays := journal.ThinVersions(saved, now)
		due, err := s.Ageing(t.Context(), now)
		if err != nil || len(due) > 0 != slices.Contains(stays, false) {
			rt.Fatalf("%v are to be thinned, %v", due, err)
		}
		apply(t, s, journal.Changes{At: now, ThinHistory: due})
		same(rt, "thinned", left(texts, stays), versionTexts(t, s, e.ID), nil)
	})
}

func left[T any](all []T, stays []bool) (some []T) {
	for i, x := range all {
		if stays[i] {
			some = append(some, x)
		}
	}
	return some
}

func TestAVersionThatWasAlteredIsDamageAndKeepsNobodyFromWriting(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "zero")
	for i, body := range []string{"one", "two", "three", "four"} {
		save(t, s, e, body, clockAt(10*(i+1)))
	}
	all := must(s.Versions(t.Context(), e.ID))
	if _, err := s.writer.Exec(`UPDATE versions SET content = replace(content, 'two', 'TWO') WHERE n = ?`, all[1].N); err != nil {
		t.Fatal(err)
	}
	for i, bad := range []bool{false, true, true, true} {
		_, err := s.Version(t.Context(), e.ID, all[i].N)
		if errors.Is(err, journal.ErrDamaged) != bad {
			t.Errorf("version %d: %v", i, err)
		}
	}
	var read []string
	for p, err := range s.History(t.Context(), e.ID) {
		if err != nil || p.Err != nil && !errors.Is(p.Err, journal.ErrDamaged) {
			t.Fatal(err, p.Err)
		}
		read = append(read, p.Entry.Body)
	}
	expect(t, "what can be read of the history", []string{"three", "", "", ""}, read)
	save(t, s, e, "five", clockAt(50))
	newest, err := s.Version(t.Context(), e.ID, must(s.Versions(t.Context(), e.ID))[0].N)
	if err != nil || newest.Body != "four" {
		t.Errorf("after the next save: %q, %v", newest.Body, err)
	}
}

func TestTheOldestVersionsOfAllGoWhenTheirRoomIsFull(t *testing.T) {
	s := newStore(t)
	e := begun(t, s, "zero")
	other := written(2, "other", "text")
	other.Created, other.Updated = clockAt(5), clockAt(5)
	apply(t, s, journal.Changes{At: clockAt(5), Entries: []journal.Entry{other}})
	other.Revision = 1
	save(t, s, &other, "text of the other", clockAt(15))
	for i, body := range []string{"one", "two", "three"} {
		save(t, s, e, body, clockAt(20*(i+1)))
	}
	size := must(s.HistorySize(t.Context()))
	newest := must(s.Versions(t.Context(), e.ID))[0]
	apply(t, s, journal.Changes{At: clockAt(70), HistoryBound: size - 1})
	expect(t, "one byte too much", []string{"one", "two"}, versionTexts(t, s, e.ID))
	apply(t, s, journal.Changes{At: clockAt(70), HistoryBound: newest.Bytes})
	expect(t, "room for one", []string{"two"}, versionTexts(t, s, e.ID))
	expect(t, "of the other", nil, versionTexts(t, s, other.ID))
}

// TestTheHistoryOfAYearTakesAtMostThreeTimesTheText writes each day for half an
// hour, comes back to it in the evening and, once a week, to an older entry.
func TestTheHistoryOfAYearTakesAtMostThreeTimesTheText(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	words := strings.Fields(sample(3).Entries[0].Body + " " + sample(5).Entries[1].Body)
	var year []*kept
	for day := range 365 {
		morning := clockAt(0).AddDate(0, 0, day)
		k := &kept{chain: chain{entry: testID(day)}, entry: written(day, "A day", "")}
		k.entry.Created, k.entry.Updated = morning, morning
		year = append(year, k)
		k.write(r, words, morning, 30*time.Minute)
		k.write(r, words, morning.Add(10*time.Hour), 3*time.Minute)
		if day%7 == 6 {
			year[r.IntN(len(year))].write(r, words, morning.Add(11*time.Hour), 5*time.Minute)
		}
		for _, k := range year { // what Tidy does
			k.fold(morning.Add(12 * time.Hour))
		}
	}
	text, history := 0, 0
	for _, k := range year {
		text += len(k.entry.Body)
		history += k.chain.size()
	}
	t.Logf("%d bytes of text, %d of history: %.2f times", text, history, float64(history)/float64(text))
	if history > 3*text {
		t.Errorf("%d bytes of history for %d of text", history, text)
	}
}

// kept is an entry and its history, without a journal.
type kept struct {
	chain chain
	entry journal.Entry
	last  time.Time
}

// fold folds the history as if it were stored.
func (k *kept) fold(now time.Time) {
	k.chain.fold(now)
	for i, v := range k.chain.all {
		v.n, v.base = int64(i+1), 0
		if v.from != nil {
			v.base = int64(i + 2)
		}
	}
}

// write types for a while, twenty words a minute, and saves each time.
func (k *kept) write(r *rand.Rand, words []string, from time.Time, long time.Duration) {
	if k.last.IsZero() {
		k.last = k.entry.Created
	}
	for now := from; now.Before(from.Add(long)); now = now.Add(time.Minute) {
		if journal.KeepsVersion(k.entry.Updated, k.last, now) && k.entry.Body != "" {
			text := must(jsonText(k.entry))
			k.chain.grow(text, k.entry.Updated)
			k.fold(now)
			k.last = k.entry.Updated
		}
		for range 20 {
			k.entry.Body += words[r.IntN(len(words))] + " "
		}
		k.entry.Updated = now
	}
}
