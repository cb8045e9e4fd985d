package journal_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestGivenAnyKindsThatArePrivate_WhenWrittenAndRead_ThenTheyAreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kinds := journal.Kinds()
		var private []journal.Kind
		for _, k := range kinds {
			if rapid.Bool().Draw(t, string(k)) {
				private = append(private, k)
			}
		}
		w := journal.ReadWriting(map[string]string{journal.SettingPrivateKinds: journal.PrivateKinds(private)})
		for _, k := range kinds {
			if w.StartsPrivate(k) != slices.Contains(private, k) {
				t.Fatalf("%s starts private: %v, of %v", k, w.StartsPrivate(k), private)
			}
		}
	})
}

func TestGivenSettingsThatCannotBeRead_ThenAFreshEntryIsAReflection_AndWhatCanBeReadIsPrivate(t *testing.T) {
	w := journal.ReadWriting(map[string]string{journal.SettingStartKind: "poem", journal.SettingPrivateKinds: "poem,feedback"})
	if w.Kind != "" || !w.StartsPrivate(journal.FeedbackKind) {
		t.Errorf("it reads %+v", w)
	}
}

func TestGivenASettingOfFreshEntries_WhenItIsNoKind_ThenItIsRefused(t *testing.T) {
	j, _ := journalAt(evening)
	for _, c := range []struct{ key, value string }{
		{journal.SettingStartKind, "poem"}, {journal.SettingStartKind, "moment,feedback"}, {journal.SettingPrivateKinds, "moment,poem"},
	} {
		if err := j.SetSetting(t.Context(), c.key, c.value); !errors.Is(err, journal.ErrInvalid) {
			t.Errorf("%s %q: %v", c.key, c.value, err)
		}
	}
}
