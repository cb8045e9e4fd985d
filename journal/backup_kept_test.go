package journal_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func TestBackupsInTwoFoldersAreOneList(t *testing.T) {
	at := func(folder, name string, day int, sound bool, of string) journal.Backup {
		made := time.Date(2026, time.March, day, 21, 4, 0, 0, time.UTC)
		return journal.Backup{File: folder + "/" + name, Made: made, Verified: sound, Journal: of}
	}
	own := []journal.Backup{at("own", "both", 9, true, "mine"), at("own", "first", 7, true, "mine"), at("own", "half", 5, true, "mine"), at("own", "lost", 4, false, "")}
	second := []journal.Backup{
		at("stick", "both", 9, true, "mine"), at("stick", "second", 8, true, "mine"), at("stick", "theirs", 6, true, "another"),
		at("stick", "half", 5, false, ""), at("stick", "lost", 4, true, "mine"), at("stick", "broken", 3, false, ""),
	}
	var got []string
	for _, b := range journal.KeptBackups(own, second, "mine") {
		got = append(got, fmt.Sprintf("%s sound=%t first=%t second=%t", b.File, b.Verified, b.First, b.Second))
	}
	want := []string{
		"own/both sound=true first=true second=true",
		"stick/second sound=true first=false second=true",
		"own/first sound=true first=true second=false",
		"own/half sound=true first=true second=false",
		"stick/lost sound=true first=false second=true",
		"stick/broken sound=false first=false second=true",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
