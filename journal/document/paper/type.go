package paper

import (
	"groundwork/journal/document"
)

// look is how letters look.
type look struct {
	face         faceID
	ink          ink
	size         float32
	rise         float32 // how far above the line they stand
	struck, link bool
}

// style is a look and the height of a line in it, both in points.
type style struct {
	look
	line float32
}

// styles are the steps of type on paper, after the pages drawn in
// design/pack-light.png.
type styles struct {
	title, text, caption, note, cells, code, plain, figure, label, tiny style
	headings                                                            [6]style
}

// newStyles gives the steps, larger or smaller than usual by a factor.
func newStyles(by float32) styles {
	of := func(f faceID, size, line float32, k ink) style {
		return style{look{face: f, size: size * by, ink: k}, line * by}
	}
	return styles{
		title:   of(serif, 24, 31, inkText),
		text:    of(serif, 10.5, 15, inkText),
		caption: of(sans, 7.5, 11.5, inkSecond),
		note:    of(sans, 7.5, 11, inkSecond),
		cells:   of(serif, 9.5, 13.5, inkText),
		code:    of(mono, 8.5, 12.5, inkText),
		plain:   of(mono, 8.5, 12, inkText),
		figure:  of(serif, 24, 30, inkText),
		label:   of(sans, 8, 12, inkText),
		tiny:    of(sans, 6.5, 9, inkSecond),
		headings: [6]style{
			of(serif, 18, 24, inkText),
			of(serifBold, 13, 18, inkText),
			of(serifBold, 11.5, 16, inkText),
			of(serifBold, 10.5, 15, inkText),
			of(serifBoldItalic, 10.5, 15, inkText),
			of(serifItalic, 10.5, 15, inkText),
		},
	}
}

// fixedSize is how large letters of one width are beside others of the same
// apparent height.
const fixedSize = 0.84

// with gives the look of words in a text of this look.
func (l look) with(s document.Style) look {
	if s&document.Fixed != 0 {
		l.face = mono
		l.size *= fixedSize
	} else if l.face < mono {
		family, weight := l.face&^3, l.face&3
		if s&document.Strong != 0 {
			weight |= 1
		}
		if s&document.Emphasis != 0 {
			weight ^= 2 // in an italic text, what is to stand out is upright
		}
		l.face = family | weight
	}
	l.struck = l.struck || s&document.Struck != 0
	return l
}

// baseline is how far below the head of a line its letters stand: the middle
// of small letters is the middle of the line.
func (s style) baseline() float32 { return s.line/2 + 0.31*s.size }
