package paper

import (
	"fmt"
)

// Faces are the font files that pages are set in: TrueType, but for Emoji,
// which holds pictures.
type Faces struct {
	Serif, SerifBold, SerifItalic, SerifBoldItalic []byte // text
	Sans, SansBold, SansItalic, SansBoldItalic     []byte // what stands beside it: captions, charts, numbers of pages
	Mono                                           []byte // code

	// Emoji gives the face of small pictures, a large file, when the first of
	// them is met; nil, or an empty file: there are none.
	Emoji func() []byte
}

// Press sets pages and shows them. It is safe for use by several goroutines.
type Press struct {
	faces       [textFaces]*face
	chains      [textFaces]*chain
	pictures    *pictures
	replacement fitted
	glyphs      glyphs
}

// NewPress reads the faces. It takes some milliseconds and the memory of the
// faces, so a program makes one and keeps it.
func NewPress(f Faces) (*Press, error) {
	p := &Press{}
	for id, file := range [textFaces][]byte{
		f.Serif, f.SerifBold, f.SerifItalic, f.SerifBoldItalic,
		f.Sans, f.SansBold, f.SansItalic, f.SansBoldItalic, f.Mono,
	} {
		one, err := newFace(file)
		if err != nil {
			return nil, fmt.Errorf("read face %d: %w", id, err)
		}
		p.faces[id] = one
		p.chains[id] = &chain{press: p, order: orders[id]}
	}
	for id, one := range p.faces {
		if width := one.width(replacement); width >= 0 {
			p.replacement = fitted{faceID(id), width}
			break
		}
	}
	p.pictures = newPictures(f.Emoji)
	return p, nil
}
