package paper

// Pages are set pages. They do not change any more.
type Pages struct {
	sheet Sheet
	pages []page
	marks []mark
}

// Len counts the pages. There is always at least one.
func (p *Pages) Len() int { return len(p.pages) }

// page is what stands on a page. All is measured in points from its upper left
// corner.
type page struct {
	boxes   []box // below the text
	strokes []stroke
	runs    []run
	links   []link
}

// run is letters of one face, size and colour on one line.
type run struct {
	text string
	x, y float32 // where it begins on the line the letters stand on
	size float32
	face faceID
	ink  ink
}

// box is a rectangle, filled or as an outline.
type box struct {
	x, y, wide, high float32
	round            float32 // the radius of its corners
	outline          float32 // how thick its outline is; 0: it is filled
	ink              ink
}

// stroke is a line between two points.
type stroke struct {
	fromX, fromY, toX, toY, thick float32
	ink                           ink
}

// link is an area that leads somewhere.
type link struct {
	x, y, wide, high float32
	to               string // an address, or "" for a place in the pages:
	page             int
	at               float32
}

// mark is a heading that can be jumped to.
type mark struct {
	level int // 1 or 2
	text  string
	page  int
	y     float32
}
