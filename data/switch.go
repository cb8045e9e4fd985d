package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A journal changes its form, from plain to protected or back, as a backup is
// restored (restore_finish.go): the new form lies whole on the disk in a folder
// of its own, and one rename decides. Then the old form goes out and the new one
// comes in; a program that was killed meanwhile is followed by the next that
// opens the journal.

// formPart is the folder in which the new form is made.
func (h *Home) formPart() string { return filepath.Join(h.folder, "form.part") }

// formComing is its name once it is decided.
func (h *Home) formComing() string { return filepath.Join(h.folder, "form.coming") }

// formReplaced holds the old form until the new one stands.
func (h *Home) formReplaced() string { return filepath.Join(h.folder, "form.replaced") }

// oldIsOut is the file in formComing that says that what lies in the journal's
// folder is of the new form.
const oldIsOut = "old-is-out"

// plainLeft is a file in a protected journal's folder that says that plain
// copies of it may be left from before; see sealCopies.
const plainLeft = "plain-left"

// formNames are the names in a journal's folder that are of its form.
var formNames = []string{
	databaseName + "-wal", databaseName, databaseName + "-shm", identityName, recoveryName, "journal" + sealedEnding,
	"pending", "attachments", plainLeft,
}

// switching tells whether a change of form was begun and not finished.
func (h *Home) switching() bool {
	return there(h.formComing()) || there(h.formReplaced()) || there(h.formPart())
}

// beginForm makes an empty folder for a new form.
func (h *Home) beginForm() error {
	if err := os.RemoveAll(h.formPart()); err != nil {
		return fmt.Errorf("clear away what was left half made: %w", err)
	}
	for _, folder := range []string{h.formPart(), attachmentsIn(h.formPart())} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			return fmt.Errorf("make room for the new form: %w", err)
		}
	}
	return nil
}

// decideForm makes the change of form hold, and finishes it.
func (h *Home) decideForm() (aside string, err error) {
	if err := errors.Join(syncFolder(attachmentsIn(h.formPart())), syncFolder(h.formPart())); err != nil {
		return "", err
	}
	h.reach("about to decide the form")
	if err := os.Rename(h.formPart(), h.formComing()); err != nil {
		return "", fmt.Errorf("decide for the new form: %w", err)
	}
	if err := syncFolder(h.folder); err != nil {
		return "", err
	}
	h.reach("form decided")
	return h.finishForm()
}

// finishForm puts the new form in its place, if one was decided. The caller
// holds the journal alone. It may be interrupted anywhere. aside is the folder
// in which the old form is kept, if it is.
func (h *Home) finishForm() (aside string, err error) {
	if err := os.RemoveAll(h.formPart()); err != nil {
		return "", fmt.Errorf("clear away what was left half made: %w", err)
	}
	if there(h.formComing()) {
		if err := h.changeForm(); err != nil {
			return "", fmt.Errorf("put the new form of the journal in its place: %w", err)
		}
	}
	if aside, err = h.clearAway(h.formReplaced()); err != nil {
		return "", fmt.Errorf("remove the old form of the journal: %w", err)
	}
	return aside, syncFolder(h.folder)
}

func (h *Home) changeForm() error {
	mark := filepath.Join(h.formComing(), oldIsOut)
	if !there(mark) {
		if err := makeFolder(h.formReplaced()); err != nil {
			return err
		}
		if err := h.moveForm(h.folder, h.formReplaced()); err != nil {
			return err
		}
		if err := createPrivate(mark); err != nil {
			return err
		}
		if err := errors.Join(syncFile(mark), syncFolder(h.formComing())); err != nil {
			return err
		}
	}
	h.reach("old form out")
	if err := h.moveForm(h.formComing(), h.folder); err != nil {
		return err
	}
	// Only the mark is left.
	return os.RemoveAll(h.formComing())
}

func (h *Home) moveForm(from, to string) error {
	for _, name := range formNames {
		err := os.Rename(filepath.Join(from, name), filepath.Join(to, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		h.reach("moved " + step(name))
	}
	return errors.Join(syncFolder(to), syncFolder(from))
}

// protectedForm tells whether the journal is protected, or will be when a
// change of form is finished.
func (h *Home) protectedForm() bool {
	if there(h.formComing()) {
		return isProtected(h.formComing()) || there(filepath.Join(h.formComing(), oldIsOut)) && isProtected(h.folder)
	}
	return isProtected(h.folder)
}
