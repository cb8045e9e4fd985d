package e2e

import (
	"fmt"
	"image"
	"path/filepath"
	"testing"
)

// plain is a picture in one colour.
func plain(width, height int) *Picture {
	return &Picture{width: width, height: height, pixels: make([]byte, 3*width*height)}
}

// with is the picture with a part of it filled, every pixel another colour.
func (p *Picture) with(r image.Rectangle) *Picture {
	c := p.Crop(image.Rect(0, 0, p.width, p.height))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			copy(c.pixels[3*(y*p.width+x):], []byte{byte(x), byte(y), 1})
		}
	}
	return c
}

func TestAPictureOfOneColourIsBlank(t *testing.T) {
	if !plain(40, 40).Blank() {
		t.Error("it is not")
	}
}

func TestAPictureWithALittleWritingIsNotBlank(t *testing.T) {
	if plain(40, 40).with(image.Rect(3, 3, 12, 9)).Blank() {
		t.Error("it is")
	}
}

func TestABlinkingCursorIsNoChange(t *testing.T) {
	p := plain(200, 100)
	change := p.change(p.with(image.Rect(50, 20, 52, 44)))
	if !same(change) || !blinked(change) {
		t.Errorf("a bar at %v counts as a change", change)
	}
}

func TestALetterIsAChange(t *testing.T) {
	p := plain(200, 100)
	if change := p.change(p.with(image.Rect(50, 20, 59, 34))); same(change) {
		t.Errorf("a letter at %v counts as no change", change)
	}
}

func TestTwoLikePicturesDifferNowhere(t *testing.T) {
	p := plain(20, 10).with(image.Rect(1, 1, 5, 5))
	if change := p.change(p); !change.Empty() || blinked(change) {
		t.Errorf("they differ at %v", change)
	}
}

func TestAPictureOfTheScreenHasItsColours(t *testing.T) {
	f := &Film{width: 2, height: 1, line: 12, pixels: []byte{3, 2, 1, 0, 6, 5, 4, 0, 9, 9, 9, 9}}
	if got := fmt.Sprint(*f.picture()); got != "{2 1 [1 2 3 4 5 6]}" {
		t.Errorf("the picture is %s", got)
	}
}

func TestASmallPictureHasAPaletteAndIsTheSameWhenItIsReadAgain(t *testing.T) {
	p := plain(100, 60).with(image.Rect(10, 10, 40, 40)) // 900 colours
	file := filepath.Join(t.TempDir(), "small.png")
	small := p.Small()
	if err := small.Save(file); err != nil {
		t.Fatal(err)
	}
	again, err := ReadPicture(file)
	if err != nil || !again.change(small).Empty() {
		t.Errorf("read again it differs, %v", err)
	}
	if _, ok := again.image().(*image.Paletted); !ok {
		t.Error("it has no palette")
	}
	if _, ok := p.image().(*image.Paletted); ok {
		t.Error("a picture of many colours has a palette")
	}
}

func TestPicturesAreAlikeWhereOnlyShadesDiffer(t *testing.T) {
	p := plain(100, 60)
	shade := plain(100, 60)
	for i := range shade.pixels {
		shade.pixels[i] = 9
	}
	if !p.Like(shade) {
		t.Error("a shade is a difference")
	}
	if p.Like(p.with(image.Rect(20, 40, 50, 55))) {
		t.Error("another part is none")
	}
}
