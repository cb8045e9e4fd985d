package ui

import (
	"errors"
	"image"
	"image/color"
	_ "image/gif"  // so that its pictures can be read
	_ "image/jpeg" // so that its pictures can be read
	_ "image/png"  // so that its pictures can be read
	"io"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // so that its pictures can be read
)

// mostPicture is how much memory, in bytes, a picture may take while a small
// one is made of it: that of 60 megapixels in usual colours.
const mostPicture = 4 * 60_000_000

// thumbnailSide is the longer side of a small picture, in pixels: sharp on a
// screen of any scale.
const thumbnailSide = 320

// What a picture can be that is not shown.
var (
	errNoPicture   = errors.New("not a picture that can be shown")
	errHugePicture = errors.New("a picture too large to be read")
)

// thumbnail makes a small picture of a large one, the right way up. How large
// it is, is read first: a small file can say that it is a picture of many
// gigabytes.
func thumbnail(from io.ReadSeeker) (small image.Image, err error) {
	// What is attached may come from anywhere, and the readers of pictures are
	// not ours: a broken one must not take the writer's words with it.
	defer func() {
		if recover() != nil {
			err = errNoPicture
		}
	}()
	format, err := measurePicture(from)
	if err != nil {
		return nil, err
	}
	whole, _, err := image.Decode(from)
	if err != nil || whole.Bounds().Empty() {
		return nil, errNoPicture
	}
	scaled := image.NewRGBA(smaller(whole.Bounds()))
	draw.ApproxBiLinear.Scale(scaled, scaled.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	if format != "jpeg" {
		return scaled, nil
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return turned(scaled, orientation(from)), nil
}

// measurePicture names the format of a picture that is not too large, and goes
// back to its beginning.
func measurePicture(from io.ReadSeeker) (format string, err error) {
	about, format, err := image.DecodeConfig(from)
	if err != nil {
		return "", errNoPicture
	}
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	switch format {
	case "png", "jpeg", "gif":
	case "webp": // its head may say less than the picture in it
		if about.Width, about.Height, err = webpSize(from); err != nil {
			return "", errNoPicture
		}
		if _, err := from.Seek(0, io.SeekStart); err != nil {
			return "", err
		}
	default:
		return "", errNoPicture // another part of the program can read it
	}
	perPixel := 4
	if about.ColorModel == color.RGBA64Model || about.ColorModel == color.NRGBA64Model {
		perPixel = 8
	}
	switch {
	case about.Width <= 0 || about.Height <= 0:
		return "", errNoPicture
	case about.Width > mostPicture/perPixel/about.Height:
		return "", errHugePicture
	}
	return format, nil
}

// smaller is the size of the small picture: in the same proportion, and never
// larger than the picture itself.
func smaller(whole image.Rectangle) image.Rectangle {
	width, height := whole.Dx(), whole.Dy()
	if longer := max(width, height); longer > thumbnailSide {
		width, height = width*thumbnailSide/longer, height*thumbnailSide/longer
	}
	return image.Rect(0, 0, max(width, 1), max(height, 1))
}
