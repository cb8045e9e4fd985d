package ui

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
)

// keptCopies is how the journal is backed up.
type keptCopies struct {
	copies   []journal.KeptBackup // newest first
	ownCount int                  // of those in the journal's own folder
	ownBytes int64
	folder   string // the second one, or ""
	apart    error  // why the second folder cannot be read; nil where it can
	rule     journal.BackupRule
	entries  int // that the journal holds now
}

// copiesReader gives what reads how the journal is backed up, for a task.
func (w *Window) copiesReader() func(context.Context) (keptCopies, error) {
	home, j := w.home, w.journal
	return func(ctx context.Context) (k keptCopies, err error) {
		settings, err := j.Read().Settings(ctx)
		if err != nil {
			return k, err
		}
		k.folder, k.rule = journal.ReadBackupSettings(settings)
		if k.entries, err = j.Read().Count(ctx, journal.Filter{}); err != nil {
			return k, err
		}
		own, err := home.Backups(ctx, "")
		if err != nil {
			return k, err
		}
		for _, b := range own {
			k.ownCount++
			k.ownBytes += b.Bytes
		}
		var second []journal.Backup
		if k.folder != "" {
			second, k.apart = home.Backups(ctx, k.folder)
		}
		k.copies = journal.KeptBackups(own, second, settings[journal.SettingJournal])
		return k, nil
	}
}

// newest is the newest copy that is sound.
func (k *keptCopies) newest() (journal.KeptBackup, bool) {
	for _, b := range k.copies {
		if b.Verified {
			return b, true
		}
	}
	return journal.KeptBackup{}, false
}

// inSecond counts the copies in the second folder.
func (k *keptCopies) inSecond() int {
	n := 0
	for _, b := range k.copies {
		if b.Second {
			n++
		}
	}
	return n
}

// secondWords say for a copy how it stands with the second folder; nothing
// where there is none.
func (k *keptCopies) secondWords(b journal.KeptBackup) string {
	switch {
	case k.folder == "":
		return ""
	case k.apart != nil:
		return lang.L("the second folder cannot be reached")
	case b.First && b.Second:
		return lang.L("in both folders")
	case b.Second:
		return lang.L("in the second folder alone")
	}
	return lang.L("not in the second folder yet")
}
