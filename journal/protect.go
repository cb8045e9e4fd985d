package journal

import "context"

// Protections turn the protection of a journal on and off. With it nothing
// that the journal's folder holds can be read without the passphrase or the
// recovery key. Nobody may have the journal open meanwhile (ErrLocked). Killed
// at any moment, each leaves the old form or the new one, and what is left to
// be done is done when the journal is opened next.
type Protections interface {
	// Protected tells whether the journal that lies there is protected, after no
	// more than a look at the names in its folder.
	Protected() bool
	// Unlock gives the passphrase of a protected journal, or the key on its
	// recovery sheet; from then on this Home opens it. Another secret is an
	// ErrWrongPassphrase, a plain journal an ErrNotFound.
	Unlock(ctx context.Context, secret string) error
	// Protect protects a plain journal, or makes a protected one where there is
	// none. Plain copies of it that were made earlier are sealed, too. A journal
	// that is protected already is an ErrInvalid. After any other error Protected
	// tells whether it is protected now all the same, and the sheet needed.
	Protect(ctx context.Context, p Protection) (SealedCopies, error)
	// Unprotect makes a protected journal, which was unlocked, a plain one.
	// Backups that were made meanwhile stay protected.
	Unprotect(ctx context.Context) error
	// ChangePassphrase gives a protected journal, which was unlocked, another
	// passphrase. Copies that were made before open with the old one.
	ChangePassphrase(ctx context.Context, passphrase string) error
}

// Protection is what protects a journal.
type Protection struct {
	Passphrase  string
	RecoveryKey RecoveryKey // see NewRecoveryKey: the sheet is kept before
}

// SealedCopies is what became of the plain copies of a journal that was protected.
type SealedCopies struct {
	Sealed     int      // plain copies that were sealed: backups, and what was set aside from damage
	OutOfReach []string // paths of plain copies that could not be, and of folders that could not be looked into
}
