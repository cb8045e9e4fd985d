package journal_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"groundwork/journal"
)

var backupNow = time.Date(2026, 11, 20, 21, 4, 0, 0, time.FixedZone("", 3600))

// anyBackups draws backups of the last three years, and a few odd ones.
func anyBackups(t *rapid.T) []journal.Backup {
	reasons := []journal.BackupReason{journal.BackupDaily, journal.BackupDaily, journal.BackupByHand, journal.BeforeImport, journal.BeforeSchema}
	var all []journal.Backup
	for i := range rapid.IntRange(0, 120).Draw(t, "count") {
		minutes := rapid.IntRange(-60*24*3, 60*24*1100).Draw(t, "minutes ago")
		all = append(all, journal.Backup{
			File:     fmt.Sprintf("%03d", i),
			Made:     backupNow.Add(-time.Duration(minutes) * time.Minute),
			Bytes:    rapid.Int64Range(1, 1000).Draw(t, "bytes"),
			Why:      rapid.SampledFrom(reasons).Draw(t, "why"),
			Verified: rapid.IntRange(0, 9).Draw(t, "sound") > 0,
		})
	}
	return all
}

func anyBackupRule(t *rapid.T) journal.BackupRule {
	rule := journal.DefaultBackupRule()
	rule.Bytes = rapid.SampledFrom([]int64{0, 1, 500, 5000, 50000}).Draw(t, "bound")
	return rule
}

func left(all, gone []journal.Backup) []journal.Backup {
	return slices.DeleteFunc(slices.Clone(all), func(b journal.Backup) bool { return slices.Contains(gone, b) })
}

func TestThinningKeepsWhatSomebodyMayLookFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, rule := anyBackups(t), anyBackupRule(t)
		gone := rule.Thin(all, backupNow)
		var newest time.Time
		for _, b := range all {
			if b.Verified && !b.Made.After(backupNow) && b.Made.After(newest) {
				newest = b.Made
			}
		}
		for _, b := range gone {
			switch {
			case !b.Verified:
				t.Fatalf("%s is not verified and went", b.File)
			case b.Made.After(backupNow):
				t.Fatalf("%s is of the future and went", b.File)
			case b.Why != journal.BackupDaily && backupNow.Sub(b.Made) < rule.Special:
				t.Fatalf("%s was made %s lately and went", b.File, b.Why)
			case b.Made.Equal(newest) && !slices.ContainsFunc(left(all, gone), func(k journal.Backup) bool { return k.Made.Equal(newest) }):
				t.Fatalf("%s is the newest and went", b.File)
			}
		}
	})
}

func TestThinningAgainTakesNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, rule := anyBackups(t), anyBackupRule(t)
		if again := rule.Thin(left(all, rule.Thin(all, backupNow)), backupNow); len(again) > 0 {
			t.Fatalf("thinning again takes %d", len(again))
		}
	})
}

func TestEachOfTheLastDaysWeeksAndMonthsKeepsItsNewest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rule := journal.DefaultBackupRule()
		rule.Bytes = 0
		all := slices.DeleteFunc(anyBackups(t), func(b journal.Backup) bool { return !b.Verified || b.Made.After(backupNow) })
		kept := left(all, rule.Thin(all, backupNow))
		for _, period := range []struct {
			count int
			of    func(time.Time) string
		}{
			{7, func(at time.Time) string { return at.Format("2006-01-02") }},
			{8, func(at time.Time) string { y, w := at.ISOWeek(); return fmt.Sprintf("%04d week %02d", y, w) }},
			{24, func(at time.Time) string { return at.Format("2006-01") }},
		} {
			newest := map[string]time.Time{}
			for _, b := range all {
				name := period.of(b.Made.In(backupNow.Location()))
				if b.Made.After(newest[name]) {
					newest[name] = b.Made
				}
			}
			names := make([]string, 0, len(newest))
			for name := range newest {
				names = append(names, name)
			}
			slices.Sort(names)
			slices.Reverse(names)
			for _, name := range names[:min(period.count, len(names))] {
				if !slices.ContainsFunc(kept, func(b journal.Backup) bool { return b.Made.Equal(newest[name]) }) {
					t.Fatalf("the newest of %s went", name)
				}
			}
		}
		if plain := slices.DeleteFunc(kept, func(b journal.Backup) bool { return b.Why != journal.BackupDaily }); len(plain) > 7+8+24 {
			t.Fatalf("%d are kept", len(plain))
		}
	})
}

func TestTheRoomForBackupsIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, rule := anyBackups(t), anyBackupRule(t)
		rule.Special = 0
		all = slices.DeleteFunc(all, func(b journal.Backup) bool { return !b.Verified || b.Made.After(backupNow) })
		kept := left(all, rule.Thin(all, backupNow))
		var bytes int64
		for _, b := range kept {
			bytes += b.Bytes
		}
		if rule.Bytes > 0 && bytes > rule.Bytes && len(kept) > 1 {
			t.Fatalf("%d bytes are kept in %d backups, more than %d", bytes, len(kept), rule.Bytes)
		}
	})
}

// TestThreeYearsOfDailyBackups thins after each, as it happens.
func TestThreeYearsOfDailyBackups(t *testing.T) {
	rule := journal.DefaultBackupRule()
	var kept []journal.Backup
	for day := range 3 * 365 {
		now := backupNow.AddDate(0, 0, day)
		kept = append(kept, journal.Backup{File: now.Format(time.RFC3339), Made: now, Bytes: 1000, Why: journal.BackupDaily, Verified: true})
		kept = left(kept, rule.Thin(kept, now))
	}
	last := backupNow.AddDate(0, 0, 3*365-1)
	age := func(days int) bool {
		return slices.ContainsFunc(kept, func(b journal.Backup) bool { return b.Made.Equal(last.AddDate(0, 0, -days)) })
	}
	for days := range 7 {
		if !age(days) {
			t.Errorf("the backup of %d days ago is gone", days)
		}
	}
	months := map[string]bool{}
	for _, b := range kept {
		months[b.Made.Format("2006-01")] = true
	}
	if len(months) != 24 || len(kept) > 39 {
		t.Errorf("%d backups of %d months are kept", len(kept), len(months))
	}
}

func TestABackupIsDueOnceADayWhenSomethingChanged(t *testing.T) {
	of := func(ago time.Duration, stamp string, sound bool) journal.Backup {
		return journal.Backup{Made: backupNow.Add(-ago), Stamp: stamp, Verified: sound}
	}
	for name, c := range map[string]struct {
		all  []journal.Backup
		want bool
	}{
		"none yet":                     {nil, true},
		"one of today":                 {[]journal.Backup{of(time.Hour, "old", true)}, false},
		"one of yesterday, changed":    {[]journal.Backup{of(22*time.Hour, "old", true)}, true},
		"one of yesterday, unchanged":  {[]journal.Backup{of(22*time.Hour, "now", true)}, false},
		"a damaged one of today":       {[]journal.Backup{of(time.Hour, "old", false)}, true},
		"the newest one counts":        {[]journal.Backup{of(50*time.Hour, "now", true), of(30*time.Hour, "old", true)}, true},
		"one of a clock that ran fast": {[]journal.Backup{of(-time.Hour, "old", true), of(30*time.Hour, "old", true)}, true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := journal.BackupDue(c.all, "now", backupNow); got != c.want {
				t.Errorf("due: %v", got)
			}
		})
	}
}

func TestBackupSettings(t *testing.T) {
	folder, rule := journal.ReadBackupSettings(map[string]string{journal.SettingBackupFolder: "/media/stick", journal.SettingBackupBytes: "700"})
	if folder != "/media/stick" || rule.Bytes != 700 {
		t.Errorf("%q, %+v", folder, rule)
	}
	folder, rule = journal.ReadBackupSettings(map[string]string{journal.SettingBackupFolder: "stick", journal.SettingBackupBytes: "much"})
	if folder != "" || rule != journal.DefaultBackupRule() {
		t.Errorf("what cannot be read: %q, %+v", folder, rule)
	}
}
