package journal

import "context"

// Protections turn the protection of a journal on and off. With it nothing
// that the journal's folder holds can be read without the passphrase or the
// recovery key.
type Protections interface {
	// Unlock gives the passphrase of a protected journal, or the key on its
	// recovery sheet; from then on this Home opens it. Another secret is an
	// ErrWrongPassphrase, a plain journal an ErrNotFound.
	Unlock(ctx context.Context, secret string) error
}

// Protection is what protects a journal.
type Protection struct {
	Passphrase  string
	RecoveryKey RecoveryKey // see NewRecoveryKey: the sheet is kept before
}
