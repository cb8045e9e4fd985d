package vault

import (
	"bufio"
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"

	"groundwork/journal"
)

// DefaultWork is the work of trying one passphrase, as the power of two that
// scrypt takes: measured on one core it is 0.5 s and 128 MB of memory, where 16
// takes half of both and 18 twice. It is the least that OWASP advises for scrypt
// ("Password Storage Cheat Sheet": N=2^17, r=8, p=1). A wait at each unlock buys
// little more: one more letter at random is worth more than four more steps.
const DefaultWork = 17

// mostWork is the most that a file may ask for: 4 GB. A file that asks for more
// was not made by us.
const mostWork = 22

// longestKeyFile is the size, in bytes, beyond which a file holds no keys.
const longestKeyFile = 16 << 10

// Keys seal and open the files of one journal.
type Keys struct {
	own      *age.X25519Identity
	recovery *age.X25519Recipient
}

// NewKeys makes the keys of a journal that is to be protected, with the
// recovery key that was printed.
func NewKeys(recovery journal.RecoveryKey) (*Keys, error) {
	sheet, err := readSheet(recovery)
	if err != nil {
		return nil, err
	}
	own, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	return &Keys{own: own, recovery: sheet.Recipient()}, nil
}

func readSheet(key journal.RecoveryKey) (*age.X25519Identity, error) {
	sheet, err := age.ParseX25519Identity(string(key))
	if err != nil {
		// age says what is wrong with the key, and thereby the key.
		return nil, &journal.Invalid{Field: "recoveryKey", Problem: "This is no recovery key."}
	}
	return sheet, nil
}

// LockWithPassphrase gives the content of identity.age. work is DefaultWork,
// or less in tests.
func (k *Keys) LockWithPassphrase(passphrase string, work int) ([]byte, error) {
	if passphrase == "" {
		return nil, &journal.Invalid{Field: "passphrase", Problem: "Type a passphrase."}
	}
	to, err := age.NewScryptRecipient(journal.NormalPassphrase(passphrase))
	if err != nil {
		return nil, fmt.Errorf("take the passphrase: %w", err)
	}
	to.SetWorkFactor(work)
	return k.lock(to)
}

// LockWithRecovery gives the content of recovery.age.
func (k *Keys) LockWithRecovery() ([]byte, error) { return k.lock(k.recovery) }

// recoveryMark stands before the recipient of the recovery key in a file of
// keys: a comment to the age program, which takes the file as its identity.
const recoveryMark = "# recovery: "

func (k *Keys) lock(to age.Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, fmt.Errorf("lock the keys: %w", err)
	}
	_, err = fmt.Fprintf(w, "# The key of a Groundwork journal.\n%s%s\n%s\n", recoveryMark, k.recovery, k.own)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, fmt.Errorf("lock the keys: %w", err)
	}
	return sealed.Bytes(), nil
}

// Unlock opens the content of identity.age. Another passphrase is a
// journal.ErrWrongPassphrase, a file that is no such file an ErrDamaged.
func Unlock(identity []byte, passphrase string) (*Keys, error) {
	with, err := age.NewScryptIdentity(journal.NormalPassphrase(passphrase))
	if err != nil { // it is empty
		return nil, journal.ErrWrongPassphrase
	}
	with.SetMaxWorkFactor(mostWork)
	return unlock(identity, with)
}

// Recover opens the content of recovery.age. Errors as Unlock's.
func Recover(recovery []byte, key journal.RecoveryKey) (*Keys, error) {
	with, err := readSheet(key)
	if err != nil {
		return nil, err
	}
	return unlock(recovery, with)
}

func unlock(file []byte, with age.Identity) (*Keys, error) {
	if len(file) > longestKeyFile {
		return nil, fmt.Errorf("%w: what should hold the keys does not", journal.ErrDamaged)
	}
	opened, err := age.Decrypt(bytes.NewReader(file), with)
	if noMatch := (*age.NoIdentityMatchError)(nil); errors.As(err, &noMatch) {
		return nil, journal.ErrWrongPassphrase
	}
	var text []byte
	if err == nil {
		text, err = io.ReadAll(io.LimitReader(opened, longestKeyFile))
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the file of keys: %w", journal.ErrDamaged, err)
	}
	return readKeys(text)
}

// readKeys reads what lock wrote. Its errors hold nothing of the text.
func readKeys(text []byte) (*Keys, error) {
	var k Keys
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		line := lines.Text()
		if recipient, ok := strings.CutPrefix(line, recoveryMark); ok {
			k.recovery, _ = age.ParseX25519Recipient(recipient)
		} else if !strings.HasPrefix(line, "#") {
			k.own, _ = age.ParseX25519Identity(line)
		}
	}
	if k.own == nil || k.recovery == nil {
		return nil, fmt.Errorf("%w: the file of keys does not hold them", journal.ErrDamaged)
	}
	return &k, nil
}

// Same tells whether two are the keys of the same journal.
func (k *Keys) Same(other *Keys) bool {
	return k.own.String() == other.own.String() && k.recovery.String() == other.recovery.String()
}

// Name gives the name under which the file with a content lies, by the hash of
// the content. Without the keys it says nothing, and it is the same each time,
// so that no list of names has to be kept and none can be lost.
func (k *Keys) Name(content string) string {
	sum := hmac.New(sha256.New, []byte("groundwork attachment names\x00"+k.own.String()))
	sum.Write([]byte(content))
	return hex.EncodeToString(sum.Sum(nil))
}
