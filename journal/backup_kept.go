package journal

import (
	"cmp"
	"path/filepath"
	"slices"
)

// KeptBackup is a backup and where it lies: in the journal's own folder of
// backups, in the second one, or in both. As a Backup it is the sound one of
// the two, the own one at best.
type KeptBackup struct {
	Backup
	First, Second bool // in which folders a sound one lies, or a damaged one where none is sound
}

// KeptBackups lists the backups of a journal that lie in its own folder and in
// the second one, newest first and each once. Of the second folder it leaves
// out those that are known to be of another journal; id is this one's
// SettingJournal.
func KeptBackups(own, second []Backup, id string) []KeptBackup {
	all := make([]KeptBackup, 0, len(own))
	at := map[string]int{}
	for _, b := range own {
		at[filepath.Base(b.File)] = len(all)
		all = append(all, KeptBackup{Backup: b, First: true})
	}
	for _, b := range second {
		i, copied := at[filepath.Base(b.File)]
		switch {
		case b.Journal != "" && b.Journal != id:
		case !copied:
			all = append(all, KeptBackup{Backup: b, Second: true})
		case all[i].Verified == b.Verified:
			all[i].Second = true
		case b.Verified:
			all[i] = KeptBackup{Backup: b, Second: true}
		}
	}
	slices.SortStableFunc(all, func(a, b KeptBackup) int { return cmp.Compare(b.Made.UnixNano(), a.Made.UnixNano()) })
	return all
}
