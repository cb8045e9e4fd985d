package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"groundwork/journal"
)

func TestTheLatestTenSearchesAreRemembered(t *testing.T) {
	j := journal.New(newShelf(), journal.Options{})
	ctx := t.Context()
	keep := func(all ...string) {
		t.Helper()
		for _, each := range all {
			if err := j.KeepSearch(ctx, each); err != nil {
				t.Fatal(err)
			}
		}
	}
	expect := func(want ...string) {
		t.Helper()
		if got, err := j.Searches(ctx); err != nil || !slices.Equal(got, want) {
			t.Errorf("remembered are %q, %v; want %q", got, err, want)
		}
	}
	expect()
	keep("one", " two ", "", "  ", "one", strings.Repeat("x", 2000))
	expect("one", "two")
	keep("one more") // goes on from the latest
	expect("one more", "two")
	for i := range 12 {
		keep(fmt.Sprint(i))
	}
	if got, _ := j.Searches(ctx); len(got) != 10 || got[0] != "11" || got[9] != "2" {
		t.Errorf("remembered are %q", got)
	}
	if err := j.ForgetSearches(ctx); err != nil {
		t.Fatal(err)
	}
	expect()
	if err := j.SetSetting(ctx, journal.SettingSearches, "no list"); err != nil {
		t.Fatal(err)
	}
	expect()
}
