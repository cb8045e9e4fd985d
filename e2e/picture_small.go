package e2e

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// mostColours is how many colours a PNG file with a palette can have.
const mostColours = 256

// ReadPicture reads a picture from a PNG file.
func ReadPicture(file string) (*Picture, error) {
	f, err := os.Open(filepath.Clean(file))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	shot, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("read the picture %s: %w", file, err)
	}
	p := &Picture{width: shot.Bounds().Dx(), height: shot.Bounds().Dy()}
	for y := range p.height {
		for x := range p.width {
			c := color.NRGBAModel.Convert(shot.At(x, y)).(color.NRGBA)
			p.pixels = append(p.pixels, c.R, c.G, c.B)
		}
	}
	return p, nil
}

// Small gives the picture with as few colours as a palette has: the most common
// ones, and for each other the one that is nearest. A window has few colours but
// for the soft edges of its letters, so nobody sees it, and its file is a third
// as large.
func (p *Picture) Small() *Picture {
	count := map[[3]byte]int{}
	for i := 0; i < len(p.pixels); i += 3 {
		count[[3]byte(p.pixels[i:])]++
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b [3]byte) int {
		return cmp.Or(count[b]-count[a], slices.Compare(a[:], b[:]))
	})
	kept := colours[:min(len(colours), mostColours)]
	becomes := map[[3]byte][3]byte{}
	for _, c := range colours {
		becomes[c] = slices.MinFunc(kept, func(a, b [3]byte) int { return distance(a, c) - distance(b, c) })
	}
	small := &Picture{width: p.width, height: p.height, pixels: make([]byte, 0, len(p.pixels))}
	for i := 0; i < len(p.pixels); i += 3 {
		c := becomes[[3]byte(p.pixels[i:])]
		small.pixels = append(small.pixels, c[:]...)
	}
	return small
}

// Like tells whether two pictures differ in no more than a text cursor, and in
// shades so near that it may be another choice of colours.
func (p *Picture) Like(other *Picture) bool {
	const near = 3 * 16 * 16
	alike := &Picture{width: other.width, height: other.height, pixels: slices.Clone(other.pixels)}
	for i := 0; i < min(len(p.pixels), len(alike.pixels)); i += 3 {
		if distance([3]byte(p.pixels[i:]), [3]byte(alike.pixels[i:])) <= near {
			copy(alike.pixels[i:], p.pixels[i:i+3])
		}
	}
	return !p.Differs(alike)
}

// distance tells how far two colours are from each other.
func distance(a, b [3]byte) (sum int) {
	for i := range a {
		d := int(a[i]) - int(b[i])
		sum += d * d
	}
	return sum
}

// image gives the picture with a palette, where that has room for its colours.
func (p *Picture) image() image.Image {
	at := map[[3]byte]uint8{}
	var palette color.Palette
	for i := 0; i < len(p.pixels); i += 3 {
		c := [3]byte(p.pixels[i:])
		if _, ok := at[c]; ok {
			continue
		}
		if len(palette) == mostColours {
			return p.wide()
		}
		at[c] = uint8(len(palette))
		palette = append(palette, color.RGBA{c[0], c[1], c[2], 255})
	}
	shot := image.NewPaletted(image.Rect(0, 0, p.width, p.height), palette)
	for i := range shot.Pix {
		shot.Pix[i] = at[[3]byte(p.pixels[3*i:])]
	}
	return shot
}

// wide gives the picture in all its colours.
func (p *Picture) wide() image.Image {
	shot := image.NewRGBA(image.Rect(0, 0, p.width, p.height))
	for i := 0; i < len(p.pixels); i += 3 {
		shot.Set(i/3%p.width, i/3/p.width, color.RGBA{p.pixels[i], p.pixels[i+1], p.pixels[i+2], 255})
	}
	return shot
}
