package parts

import (
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"
)

// Fyne remembers for each object of an override which scope it is in. It forgets widgets when they were out of sight for
// a while, but what is drawn (lines, letters, shades) never (v2.8.1, internal/cache/theme.go, overrides): each would
// keep the override for good, and with it the editor, its undo, and the entry that was written in it. There is no door
// to that memory, so its name leads through the wall; the test beside this file fails where Fyne has another one.
//
//go:linkname fyneScopes fyne.io/fyne/v2/internal/cache.overrides
var fyneScopes scopes

// releaseDrawings takes what is drawn of a widget out of its scope. The widgets it is made of stay: they know the sizes.
// What is drawn has none of its own, and would be drawn with faces read for the scope alone, although they are the same.
func releaseDrawings(of fyne.Widget) {
	var gone []any
	own := fyneScopes.of(of)
	for object, scope := range fyneScopes.all() {
		if _, lives := object.(fyne.Widget); !lives && scope == own {
			gone = append(gone, object)
		}
	}
	for _, object := range gone {
		fyneScopes.drop(object)
	}
}
