package journal

import (
	"encoding/json"
	"errors"
	"fmt"
)

// The errors that this package and every Store and Home answer with. They are
// wrapped with what was being done: match them with errors.Is.
var (
	// ErrNotFound says that no such thing is in the journal.
	ErrNotFound = errors.New("not found")
	// ErrConflict says that the thing was changed elsewhere since it was read.
	ErrConflict = errors.New("changed elsewhere")
	// ErrInvalid says that the input breaks a rule; see Invalid for which.
	ErrInvalid = errors.New("not valid")
	// ErrLocked says that the journal needs a passphrase, or that another
	// program holds it alone.
	ErrLocked = errors.New("locked")
	// ErrNeedsPassphrase is an ErrLocked: the journal is protected, and no
	// passphrase was given.
	ErrNeedsPassphrase = fmt.Errorf("%w: it needs its passphrase", ErrLocked)
	// ErrWrongPassphrase is an ErrLocked: neither the passphrase nor the
	// recovery key is this.
	ErrWrongPassphrase = fmt.Errorf("%w: this is not its passphrase", ErrLocked)
	// ErrNewerSchema says that a newer Groundwork wrote the journal.
	ErrNewerSchema = errors.New("written by a newer version")
	// ErrDamaged says that the journal's file cannot be trusted.
	ErrDamaged = errors.New("damaged")
	// ErrNoSpace says that the disk is full.
	ErrNoSpace = errors.New("no space left")
	// ErrNoAccess says that the folder or a file may not be read or written.
	ErrNoAccess = errors.New("no access")
	// ErrForeign is an ErrDamaged: what lies in the place of the journal's file
	// is a file of another program.
	ErrForeign = fmt.Errorf("%w: it is no journal", ErrDamaged)
	// ErrHollow is an ErrDamaged: the journal's file holds nothing.
	ErrHollow = fmt.Errorf("%w: it is empty", ErrDamaged)
	// ErrTorn is an ErrDamaged: the journal's file is gone, and what was written
	// last still lies beside its place.
	ErrTorn = fmt.Errorf("%w: a part of it is gone", ErrDamaged)
	// ErrBeyondRepair is an ErrDamaged: a repair found nothing of a journal in the
	// file, and no backup.
	ErrBeyondRepair = fmt.Errorf("%w: nothing of a journal is in it", ErrDamaged)
	// ErrReadOnly is an ErrNoAccess: the disk may only be read.
	ErrReadOnly = fmt.Errorf("%w: the disk may only be read", ErrNoAccess)
	// ErrFolderGone is an ErrNoAccess: the folder is not there, because its disk
	// was taken out or somebody moved it.
	ErrFolderGone = fmt.Errorf("%w: the folder is not there", ErrNoAccess)
	// ErrDiskFails is an ErrNoAccess: the disk cannot read or write what it should.
	ErrDiskFails = fmt.Errorf("%w: the disk fails", ErrNoAccess)
	// ErrCopy is an ErrNoAccess: what is open is a copy, to be read only.
	ErrCopy = fmt.Errorf("%w: a copy is only read", ErrNoAccess)
	// ErrNotUpdated says that a journal of an older version could not be brought
	// up to date. It is as it was.
	ErrNotUpdated = errors.New("not brought up to date")
	// ErrNotEmpty says that the journal holds entries where none may be.
	ErrNotEmpty = errors.New("not empty")
)

// Invalid is an ErrInvalid that names the field and says in a plain sentence
// what is wrong with it.
type Invalid struct {
	Field   string // the field under its JSON name, such as "day"
	Problem string // a sentence for the user, with a full stop
}

// Error gives the sentence.
func (e *Invalid) Error() string { return e.Problem }

// Is makes errors.Is(err, ErrInvalid) hold.
func (e *Invalid) Is(target error) bool { return target == ErrInvalid }

func invalid(field, format string, args ...any) error {
	return &Invalid{Field: field, Problem: fmt.Sprintf(format, args...)}
}

// CanBeRepaired tells whether err is an ErrDamaged of a file in which there is
// something to repair.
func CanBeRepaired(err error) bool {
	for _, none := range []error{ErrForeign, ErrHollow, ErrTorn, ErrBeyondRepair} {
		if errors.Is(err, none) {
			return false
		}
	}
	return errors.Is(err, ErrDamaged)
}

// Explain turns an error into the one sentence the user reads and a second
// one that says what to do. Both are English and serve as translation keys.
// The detail of err is for the log.
func Explain(err error) (what, todo string) {
	var wrong *Invalid
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &wrong):
		return wrong.Problem, ""
	case errors.Is(err, ErrBackupFolder):
		return "The second folder for backups cannot be reached.", "The journal and its other backups are as they were. Connect its disk, or choose another folder."
	case errors.Is(err, ErrNoSpace):
		return "The disk is full.", "Free some space. Your text stays here and is saved as soon as there is room."
	case errors.Is(err, ErrNewerSchema):
		return "This journal was written by a newer version of Groundwork.", "Install the newest version to open it. Nothing was changed."
	case errors.Is(err, ErrForeign):
		return "The file in the place of the journal belongs to another program.", "Nothing was changed. Choose another folder, or move that file away."
	case errors.Is(err, ErrHollow):
		return "The journal's file is empty.", "Nothing was changed. Put a backup in its place, or choose another folder."
	case errors.Is(err, ErrTorn):
		return "The journal's file is gone from its folder. What was written last is still there.", "Nothing was changed. Bring the file back if you moved it, or put a backup in its place."
	case errors.Is(err, ErrBeyondRepair):
		return "Nothing of a journal could be read in the file, and there is no backup in the folder.", "Nothing was changed. Put a backup from another place there, or choose another folder."
	case errors.Is(err, ErrDamaged):
		return "The journal's file is damaged.", "Nothing was changed. It can be repaired, or a backup can take its place."
	case errors.Is(err, ErrNeedsPassphrase):
		return "The journal is locked.", "Unlock it with its passphrase."
	case errors.Is(err, ErrWrongPassphrase):
		return "This is not the passphrase of the journal.", "Try it again. The key on the recovery sheet opens it, too."
	case errors.Is(err, ErrLocked):
		return "The journal is locked.", "Nothing is lost. Unlock it, or close the other program that holds it."
	case errors.Is(err, ErrCopy):
		return "This is a copy, which is only read.", "Nothing was changed. Restore it to write again."
	case errors.Is(err, ErrReadOnly):
		return "The disk with the journal may only be read.", "Make it writable again. Your text stays here and is saved as soon as that works."
	case errors.Is(err, ErrFolderGone):
		return "The journal's folder is not there any more.", "Connect its disk again, or put the folder back. Your text stays here until then."
	case errors.Is(err, ErrDiskFails):
		return "The disk does not read or write as it should.", "Your text stays here, and it is tried again by itself. Save it in another place, and look after the disk."
	case errors.Is(err, ErrNoAccess):
		return "Groundwork may not read or write the journal's folder.", "Nothing was changed. Give yourself permission to read and write it, or choose another folder."
	case errors.Is(err, ErrConflict):
		return "This was changed elsewhere at the same time.", "Both texts are kept."
	case errors.Is(err, ErrNotEmpty):
		return "This journal already holds entries.", "Nothing was changed. Choose an empty folder."
	case errors.Is(err, ErrNotUpdated):
		return "This journal is of an older version of Groundwork and could not be brought up to date.", "It is as it was. Try again, or open it with the version you had."
	case errors.Is(err, ErrNotFound):
		return "There is no such entry.", "Nothing was changed. It may lie in the trash."
	case errors.Is(err, ErrInvalid):
		return "This cannot be saved as it is.", "Check it and try again. Nothing was changed."
	case errors.As(err, &syntax):
		return "This is not valid JSON.", "Check it and try again. Nothing was changed."
	}
	return "Something went wrong.", "Your text is kept. Try again."
}
