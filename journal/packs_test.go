package journal_test

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// aPack is a pack as a window makes one.
func aPack() journal.Pack {
	return journal.Pack{
		Title: "Spring round", Audience: journal.ForManager,
		Sections: []journal.Section{{Key: "evidence", Title: "What I led", Bullets: []journal.Bullet{
			{Text: "Handed releases over", Entries: []journal.ID{"e1"}, Extra: journal.Extra{"from": json.RawMessage(`"x"`)}},
			{Text: "Mine", Edited: true, Out: true, Entries: []journal.ID{"e1", "e2"}},
		}}},
	}
}

func mustPack(t testing.TB, j *journal.Journal, p journal.Pack) journal.Pack {
	t.Helper()
	stored, err := j.SavePack(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return stored
}

func TestANewPackIsMadeNowAndSaidToHaveChanged(t *testing.T) {
	j, s := journalAt(evening)
	heard := hear(j)
	p := mustPack(t, j, aPack())
	if p.ID == "" || !p.Made.Equal(evening) {
		t.Errorf("stored as %+v", p)
	}
	if diff := cmp.Diff([]journal.Pack{p}, s.packs); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]journal.Change{{Kind: journal.PacksChanged}}, *heard); diff != "" {
		t.Error(diff)
	}
}

func TestAPackIsChangedWithoutLosingWhatOthersChange(t *testing.T) {
	j, s := journalAt(evening)
	p := mustPack(t, j, aPack())
	var edits sync.WaitGroup
	for range 20 {
		edits.Go(func() {
			_, err := j.EditPack(t.Context(), p.ID, func(p *journal.Pack) { p.Sections[0].Bullets[0].Text += "x" })
			if err != nil {
				t.Error(err)
			}
		})
	}
	edits.Wait()
	if got, want := s.packs[0].Sections[0].Bullets[0].Text, "Handed releases over"+strings.Repeat("x", 20); got != want {
		t.Errorf("the bullet is %q, want %q", got, want)
	}
}

func TestARemovedPackComesBackFromTheTrashAsItWas(t *testing.T) {
	j, s := journalAt(evening)
	p := mustPack(t, j, aPack())
	if _, err := j.RemovePack(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.packs) != 0 || len(s.trash) != 1 || s.trash[0].What != journal.TrashedPack {
		t.Errorf("left are %+v, in the trash %+v", s.packs, s.trash)
	}
	if err := j.RestorePack(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]journal.Pack{p}, s.packs); diff != "" || len(s.trash) != 0 {
		t.Errorf("brought back, with %d in the trash:\n%s", len(s.trash), diff)
	}
}

func TestAPackWhoseIDIsTakenMeanwhileComesBackBesideTheOther(t *testing.T) {
	j, s := journalAt(evening)
	p := mustPack(t, j, aPack())
	if _, err := j.RemovePack(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	other := journal.Pack{ID: p.ID, Title: "From a file"}
	s.packs = []journal.Pack{other}
	if err := j.RestorePack(t.Context(), p.ID); err != nil {
		t.Fatal(err)
	}
	if len(s.packs) != 2 || s.packs[0].Title != other.Title || s.packs[1].Title != p.Title || s.packs[1].ID == p.ID {
		t.Errorf("the packs are %+v", s.packs)
	}
}

func TestAPackThatIsNotThereIsNotFound(t *testing.T) {
	j, _ := journalAt(evening)
	ctx := t.Context()
	_, saved := j.SavePack(ctx, journal.Pack{ID: "none"})
	_, removed := j.RemovePack(ctx, "none")
	for what, err := range map[string]error{"save": saved, "remove": removed, "restore": j.RestorePack(ctx, "none")} {
		if !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAPackThatBreaksARuleIsRefusedAndNothingIsWritten(t *testing.T) {
	j, s := journalAt(evening)
	_, err := j.SavePack(t.Context(), journal.Pack{Audience: "public"})
	if field, _ := sentence(t, err); field != "audience" || len(s.packs) != 0 {
		t.Errorf("refused for %s; the packs are %+v", field, s.packs)
	}
}
