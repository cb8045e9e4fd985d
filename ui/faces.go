package ui

import (
	"groundwork/journal/document/paper"
	"groundwork/ui/look"
)

// Faces are the font files that pages are set in, here and by the command line.
func Faces() paper.Faces {
	reading, label := look.ReadingFaces(), look.LabelFaces()
	return paper.Faces{
		Serif: reading[0].Bytes, SerifBold: reading[1].Bytes, SerifItalic: reading[2].Bytes, SerifBoldItalic: reading[3].Bytes,
		Sans: label[0].Bytes, SansBold: label[1].Bytes, SansItalic: label[2].Bytes, SansBoldItalic: label[3].Bytes,
		Mono: look.CodeFace().Bytes, Emoji: look.EmojiFile,
	}
}
