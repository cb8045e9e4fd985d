package e2e

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
)

// Picture is what was on the screen at one moment, three bytes to a pixel.
type Picture struct {
	width, height int
	pixels        []byte
}

// Picture takes a picture of the whole screen.
func (d *Display) Picture() (*Picture, error) {
	if d.film == nil {
		film, err := d.Film()
		if err != nil {
			return nil, err
		}
		d.film = film
	}
	return d.film.picture(), nil
}

// picture is what is on the screen now.
func (f *Film) picture() *Picture {
	p := &Picture{width: f.width, height: f.height, pixels: make([]byte, 0, 3*f.width*f.height)}
	frame := f.Shoot(nil)
	for y := range f.height {
		for row := f.row(frame, y, f.Bounds()); len(row) > 0; row = row[4:] {
			p.pixels = append(p.pixels, row[2], row[1], row[0])
		}
	}
	return p
}

// Crop gives a part of the picture, as far as it lies on the screen.
func (p *Picture) Crop(r image.Rectangle) *Picture {
	r = r.Intersect(image.Rect(0, 0, p.width, p.height))
	part := &Picture{width: r.Dx(), height: r.Dy()}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		part.pixels = append(part.pixels, p.pixels[3*(y*p.width+r.Min.X):3*(y*p.width+r.Max.X)]...)
	}
	return part
}

// Blank tells whether there is next to nothing in the picture: one colour
// almost everywhere, or hardly any colours at all. A page with writing on it
// has some hundred, from the soft edges of the letters.
func (p *Picture) Blank() bool {
	count := map[[3]byte]int{}
	for i := 0; i < len(p.pixels); i += 3 {
		count[[3]byte(p.pixels[i:])]++
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	return len(count) < 16 || most > 999*(len(p.pixels)/3)/1000
}

// Brightness is the mean of all pixels, 0 black to 255 white.
func (p *Picture) Brightness() int {
	sum := 0
	for _, b := range p.pixels {
		sum += int(b)
	}
	return sum / max(len(p.pixels), 1)
}

// change is where two pictures differ: empty where they do not.
func (p *Picture) change(other *Picture) image.Rectangle {
	if p.width != other.width || p.height != other.height {
		return image.Rect(0, 0, max(p.width, other.width), max(p.height, other.height))
	}
	var where image.Rectangle
	for i := 0; i < len(p.pixels); i += 3 {
		if [3]byte(p.pixels[i:]) != [3]byte(other.pixels[i:]) {
			x, y := i/3%p.width, i/3/p.width
			where = where.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	return where
}

// Differs tells whether two pictures differ in more than a text cursor.
func (p *Picture) Differs(other *Picture) bool { return !same(p.change(other)) }

// The largest change that a blinking text cursor makes.
const (
	cursorWidth  = 6
	cursorHeight = 80
)

// same tells whether two pictures differ in no more than a text cursor.
func same(change image.Rectangle) bool {
	return change.Dx() <= cursorWidth && change.Dy() <= cursorHeight
}

// blinked tells whether a change is that of a text cursor: a thin upright bar.
func blinked(change image.Rectangle) bool {
	return same(change) && change.Dy() > cursorWidth
}

// Save writes the picture into a PNG file, and makes its folder.
func (p *Picture) Save(file string) error {
	var b bytes.Buffer
	if err := png.Encode(&b, p.image()); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
