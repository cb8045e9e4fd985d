package look

import (
	"os"

	"github.com/go-text/typesetting/fontscan"

	"fyne.io/fyne/v2/theme"
)

// emojiFamilies are the faces of emoji that systems bring along, and those that people add.
var emojiFamilies = []string{"Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", "Twemoji", "EmojiOne Color"}

// EmojiFile reads the font file that emoji are drawn from on pages, small pictures in colour: the one that Fyne brings
// along where it was built with it, else that of the system, from which the window draws them as well. It returns nil
// where there is none.
func EmojiFile() []byte {
	if emoji := theme.DefaultEmojiFont(); emoji != nil {
		return emoji.Content()
	}
	fonts := fontscan.NewFontMap(silent{})
	if err := fonts.UseSystemFonts(""); err != nil {
		return nil
	}
	for _, family := range emojiFamilies {
		at, found := fonts.FindSystemFont(family)
		if !found {
			continue
		}
		if file, err := os.ReadFile(at.File); err == nil {
			return file
		}
	}
	return nil
}

// silent takes what fontscan tells of fonts that it cannot read.
type silent struct{}

// Printf implements fontscan.Logger.
func (silent) Printf(string, ...any) {}
