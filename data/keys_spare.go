package data

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"groundwork/data/vault"
	"groundwork/journal"
)

// keysInBackups opens the keys in the newest backup of a protected journal whose
// own file of them is damaged; those of one that fit its database go first.
func (h *Home) keysInBackups(secret string) (found *vault.Keys) {
	all, _ := os.ReadDir(backupsIn(h.folder)) // by their age; none where it cannot be read
	for _, each := range slices.Backward(all) {
		keys, err := h.keysIn(filepath.Join(backupsIn(h.folder), each.Name()), secret)
		if errors.Is(err, journal.ErrWrongPassphrase) {
			return found // each try costs half a second
		}
		if err != nil {
			continue
		}
		if h.fits(keys) {
			return keys
		}
		if found == nil {
			found = keys
		}
	}
	return found
}

// keysIn opens the keys in a backup.
func (h *Home) keysIn(file, secret string) (_ *vault.Keys, err error) {
	a, err := openArchive(file)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	_, keys, err := h.openKeyFiles(secret, a.readKeyFile)
	return keys, err
}

// checkKeys names the file of keys in place of which a backup gave them.
func (h *Home) checkKeys() (problems []journal.Problem) {
	h.unlocking.Lock()
	defer h.unlocking.Unlock()
	if h.spare != "" {
		problems = append(problems, journal.Problem{What: h.spare + " does not give the keys any more. They were taken from a backup."})
	}
	return problems
}

// mendKeys writes the files of the keys anew: that of the passphrase where it is
// not what it was and the passphrase is known, that of the recovery sheet in any
// case, since without the sheet nobody can tell.
func (h *Home) mendKeys(keys *vault.Keys, r *journal.Repaired) error {
	h.unlocking.Lock()
	secret, spare := h.secret, h.spare
	h.unlocking.Unlock()
	for _, p := range h.checkKeys() {
		p.Repaired = true
		r.Problems = append(r.Problems, p)
	}
	var err error
	if spare == identityName {
		err = h.writeKeys(h.folder, keys, secret)
	} else {
		var recovery []byte
		if recovery, err = keys.LockWithRecovery(); err == nil {
			err = replaceFile(filepath.Join(h.folder, recoveryName), recovery)
		}
	}
	if err != nil {
		return fmt.Errorf("write the files of the keys: %w", err)
	}
	h.unlocking.Lock()
	h.spare = ""
	h.unlocking.Unlock()
	return nil
}

// fits tells whether keys are those of the journal's file.
func (h *Home) fits(keys *vault.Keys) bool {
	path := sealedIn(h.folder)
	if coming := sealedIn(h.formComing()); there(coming) {
		path = coming
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // only read
	_, err = keys.Open(f)
	return err == nil
}
