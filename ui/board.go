package ui

import (
	"crypto/sha256"

	"fyne.io/fyne/v2"
)

// board is the system's clipboard. It knows what was put there from this window,
// by a hash, so that it can be taken away again.
type board struct {
	fyne.Clipboard
	sum  [sha256.Size]byte
	some bool
}

// SetContent implements fyne.Clipboard.
func (b *board) SetContent(text string) {
	b.sum, b.some = sha256.Sum256([]byte(text)), true
	b.Clipboard.SetContent(text)
}

// clear takes away what was put there from this window, if it is still there.
// What another program put there since stays.
func (b *board) clear() {
	if b.some && sha256.Sum256([]byte(b.Content())) == b.sum {
		b.Clipboard.SetContent("")
	}
	b.some = false
}
