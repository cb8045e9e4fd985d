package journal

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
)

// RecoveryKey opens a protected journal without its passphrase. It is printed
// on the recovery sheet. It is a secret key of age just as age writes one, so
// that the age program takes what stands on the sheet: 32 random bytes in
// Bech32 (BIP 173) after the word AGE-SECRET-KEY-.
type RecoveryKey string

const (
	recoveryHead    = "AGE-SECRET-KEY-1"
	recoveryLetters = 58 // after the head: 52 hold the key and 6 are its check
	recoveryGroup   = 4
)

// bech32 are the 32 letters of Bech32 in the order of their values.
const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

// NewRecoveryKey makes a key at random.
func NewRecoveryKey() (RecoveryKey, error) {
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("make a recovery key: %w", err)
	}
	values := fiveBits(raw)
	rest := bech32Sum(append(slices.Clone(values), 0, 0, 0, 0, 0, 0)) ^ 1
	for shift := 25; shift >= 0; shift -= 5 {
		values = append(values, byte(rest>>shift)&31) // #nosec G115 -- its lowest five bits
	}
	return recoveryKeyOf(values), nil
}

// fiveBits cuts bytes into groups of five bits, the last one filled with zeros.
func fiveBits(raw []byte) (values []byte) {
	held, bits := 0, 0
	for _, b := range raw {
		held, bits = held<<8|int(b), bits+8
		for ; bits >= 5; bits -= 5 {
			values = append(values, byte(held>>(bits-5))&31) // #nosec G115 -- its lowest five bits
		}
	}
	if bits > 0 {
		values = append(values, byte(held<<(5-bits))&31) // #nosec G115 -- its lowest five bits
	}
	return values
}

func recoveryKeyOf(values []byte) RecoveryKey {
	text := []byte(recoveryHead)
	for _, v := range values {
		text = append(text, strings.ToUpper(bech32)[v])
	}
	return RecoveryKey(text)
}

// Groups gives the letters after AGE-SECRET-KEY-1 as the sheet shows them: four
// and four.
func (k RecoveryKey) Groups() (groups []string) {
	for part := range slices.Chunk([]byte(strings.TrimPrefix(string(k), recoveryHead)), recoveryGroup) {
		groups = append(groups, string(part))
	}
	return groups
}

// ReadRecoveryKey reads a key as somebody types it off the sheet: in capitals
// or not, with or without spaces, dashes and the head. Letters that no key has
// are taken for those they look like. One wrong letter, or two neighbours that
// changed places, are put right: the check says how. What is beyond that is an
// ErrInvalid that says what is wrong.
func ReadRecoveryKey(typed string) (RecoveryKey, error) {
	letters := recoveryTyped(typed)
	if len(letters) != recoveryLetters {
		return "", invalid("recoveryKey", "The recovery key has %d letters and digits after %s. This has %d.",
			recoveryLetters, recoveryHead, len(letters))
	}
	values := make([]byte, len(letters))
	for i, r := range letters {
		v := strings.IndexRune(bech32, r)
		if v < 0 {
			v = 0 // some letter stands there: that it is the wrong one is found below
		}
		values[i] = byte(v)
	}
	if bech32Sum(values) != 1 && !mend(values) {
		return "", invalid("recoveryKey", "This is not what stands on the sheet: more than one letter is wrong. Compare it group by group.")
	}
	return recoveryKeyOf(values), nil
}

// recoveryTyped keeps the letters of what was typed, and leaves out the head.
func recoveryTyped(typed string) []rune {
	typed = strings.ToLower(strings.TrimSpace(typed))
	head := strings.ToLower(recoveryHead)
	if at := strings.Index(typed, head); at >= 0 {
		typed = typed[at+len(head):]
	}
	var letters []rune
	for _, r := range typed {
		switch {
		case strings.ContainsRune(" \t\r\n-–—_.,;:", r):
		case r == 'o':
			letters = append(letters, '0')
		case r == '1' || r == 'i' || r == '|':
			letters = append(letters, 'l')
		case r == 'b':
			letters = append(letters, '8')
		default:
			letters = append(letters, r)
		}
	}
	return letters
}

// mend puts one wrong value right, or two neighbours that changed places. Two
// keys differ in at least five places (BIP 173), so there is at most one that
// is so close.
func mend(values []byte) bool {
	for i, was := range values {
		for v := byte(0); v < 32; v++ {
			values[i] = v
			if bech32Sum(values) == 1 {
				return true
			}
		}
		values[i] = was
	}
	for i := 1; i < len(values); i++ {
		values[i-1], values[i] = values[i], values[i-1]
		if bech32Sum(values) == 1 {
			return true
		}
		values[i-1], values[i] = values[i], values[i-1]
	}
	return false
}

// bech32Sum is the checksum of BIP 173 over the head and the values. It is 1
// for a key that is whole.
func bech32Sum(values []byte) uint32 {
	sum := uint32(1)
	feed := func(v byte) {
		top := sum >> 25
		sum = sum&0x1ffffff<<5 ^ uint32(v)
		for bit, with := range [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>bit&1 == 1 {
				sum ^= with
			}
		}
	}
	head := strings.ToLower(strings.TrimSuffix(recoveryHead, "1"))
	for i := range len(head) {
		feed(head[i] >> 5)
	}
	feed(0)
	for i := range len(head) {
		feed(head[i] & 31)
	}
	for _, v := range values {
		feed(v)
	}
	return sum
}
