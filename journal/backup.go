package journal

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"time"
)

// Backup is a copy of a whole journal in one file: a tar with the database and
// the attached files.
type Backup struct {
	File     string    `json:"file"` // its path
	Made     time.Time `json:"made"`
	Entries  int       `json:"entries"`
	Bytes    int64     `json:"bytes"`
	Verified bool      `json:"verified"` // it was read back when it was written, and is as long as then

	Protected   bool         `json:"-"` // it opens with a passphrase; without it only its date and size are known
	Why         BackupReason `json:"-"`
	Schema      int          `json:"-"` // of the database
	Attachments int          `json:"-"` // attached files in it
	Stamp       string       `json:"-"` // tells what the journal held: two backups of the same content have the same
	Journal     string       `json:"-"` // tells which journal it is of; copies of a journal have the same
}

// Closed tells whether a protected backup does not open with the keys that are
// known here: it was made with others, or it is damaged.
func (b Backup) Closed() bool { return b.Protected && !b.Verified }

// BackupReason says why a backup was made.
type BackupReason string

// The reasons for a backup.
const (
	BackupByHand  BackupReason = "by-hand"
	BackupDaily   BackupReason = "daily"
	BeforeSchema  BackupReason = "before-migration" // of the database to a newer schema
	BeforeImport  BackupReason = "before-import"    // also before one is taken back
	BeforeRestore BackupReason = "before-restore"
	BeforeChange  BackupReason = "before-change"     // of many entries at once; see MassChange
	BeforeProtect BackupReason = "before-protection" // is turned on or off
	BeforeRepair  BackupReason = "before-repair"
)

// Known tells whether r is one of the reasons.
func (r BackupReason) Known() bool { return r == BackupDaily || r.special() }

// special tells whether somebody may look for just this backup: the user made
// it, or it was made before something that might go wrong.
func (r BackupReason) special() bool {
	switch r {
	case BackupByHand, BeforeSchema, BeforeImport, BeforeRestore, BeforeChange, BeforeProtect, BeforeRepair:
		return true
	}
	return false
}

// MassChange is the number of entries from which changing them at once
// (renaming a tag, merging people, deleting an expectation) is a mass change,
// before which a backup is made: more than anybody puts right again by hand.
const MassChange = 20

// BackedUp is a backup that was made and what is to be said of it.
type BackedUp struct {
	Backup
	Missing   int   // attached files that entries name and the journal does not hold any more
	Elsewhere error // why the second folder did not get its copy; see SettingBackupFolder
}

// Trial is what came of trying a backup out.
type Trial struct {
	Backup
	Report
}

// Restored is what came of putting a backup in place of the journal.
type Restored struct {
	Backup             // that was restored
	Problems []Problem // attached files that were not whole in it
	Before   string    // path of the backup of what was there before; empty when nothing was
	Aside    string    // folder to which a damaged journal was moved; empty when there was none
}

// ErrBackupFolder says that the second folder of backups cannot be reached.
var ErrBackupFolder = errors.New("the second folder of backups cannot be reached")

// NotBackup is an ErrInvalid that says why a file is no backup that could be
// used.
func NotBackup(problem string) error {
	return invalid("backup", "This is not a backup that Groundwork can use: %s Nothing was changed.", problem)
}

// The settings of backups.
const (
	SettingBackupFolder = "backupFolder" // a second folder to which each backup is copied: an absolute path
	SettingBackupBytes  = "backupBytes"  // how much room backups may take, in bytes; 0: as much as they need
	SettingJournal      = "journal"      // tells which journal this is, wherever it lies
)

// defaultBackupBytes is how much room backups may take unless it is set. A
// journal without attached files needs a tenth of it in ten years.
const defaultBackupBytes = 5_000_000_000

// ReadBackupSettings gives what the journal's settings say of backups. What
// cannot be read counts as not set: it must not keep a backup from being made.
func ReadBackupSettings(settings map[string]string) (folder string, keep BackupRule) {
	keep = DefaultBackupRule()
	if n, ok := readBytes(settings[SettingBackupBytes]); ok {
		keep.Bytes = n
	}
	if folder = settings[SettingBackupFolder]; !filepath.IsAbs(folder) {
		folder = ""
	}
	return folder, keep
}

// OwnFolders names the folders in which a journal and its backups lie, by the
// journal's folder and its settings.
func OwnFolders(folder string, settings map[string]string) []string {
	if second, _ := ReadBackupSettings(settings); second != "" {
		return []string{folder, second}
	}
	return []string{folder}
}

// readBytes reads a number of bytes.
func readBytes(value string) (int64, bool) {
	n, err := strconv.ParseInt(value, 10, 64)
	return n, err == nil && n >= 0
}

// checkBackupSetting tells what is wrong with a setting of backups.
func checkBackupSetting(key, value string) error {
	switch key {
	case SettingBackupFolder:
		if value != "" && !filepath.IsAbs(value) {
			return invalid(key, "Name the whole path of the folder.")
		}
	case SettingBackupBytes:
		if _, ok := readBytes(value); value != "" && !ok {
			return invalid(key, "The room for backups is a number of bytes, 0 or more.")
		}
	}
	return nil
}

// snapshot makes a backup before something risky, if the journal was given
// something that makes them. Without the backup the risky thing is not done.
func (j *Journal) snapshot(ctx context.Context, why BackupReason) error {
	if j.backUp == nil {
		return nil
	}
	if err := j.backUp(ctx, why); err != nil {
		return fmt.Errorf("back up the journal %s: %w", why, err)
	}
	return nil
}

// isMassChange tells whether so many entries are changed at once that a backup
// is made before.
func (c *Changes) isMassChange() bool {
	touched := map[ID]bool{}
	for id := range c.Tags {
		touched[id] = true
	}
	for id := range c.Named {
		touched[id] = true
	}
	for id := range c.Evidence {
		touched[id] = true
	}
	for i := range c.Entries {
		if c.Entries[i].Revision > 0 {
			touched[c.Entries[i].ID] = true
		}
	}
	for _, id := range c.RemoveEntries {
		touched[id] = true
	}
	return len(touched) >= MassChange
}
