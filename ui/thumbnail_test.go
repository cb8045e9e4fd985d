package ui

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"strings"
	"testing"
)

// corners is a picture of a size, red in its upper left corner, blue in its
// upper right one, and white elsewhere.
func corners(width, height int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{255, 255, 255, 255}
			switch {
			case y < height/2 && x < width/2:
				c = color.RGBA{255, 0, 0, 255}
			case y < height/2:
				c = color.RGBA{0, 0, 255, 255}
			}
			picture.SetRGBA(x, y, c)
		}
	}
	return picture
}

// held is a JPEG file of a camera that was held in some way.
func held(t *testing.T, orientation uint16, order binary.AppendByteOrder) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := jpeg.Encode(&file, corners(64, 32), &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("II*\x00")
	if order.String() == binary.BigEndian.String() {
		tiff = []byte("MM\x00*")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	for tag, value := range map[uint16]uint16{0x0100: 9, 0x0112: orientation} {
		tiff = order.AppendUint16(tiff, tag)
		tiff = order.AppendUint16(tiff, 3) // a short
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(tiff, value)
		tiff = order.AppendUint16(tiff, 0)
	}
	segment := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{}, file.Bytes()[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(segment)+2))
	out = append(out, segment...)
	return append(out, file.Bytes()[2:]...)
}

// looksLike names the corners of a picture, clockwise from the upper left one.
func looksLike(picture image.Image) string {
	size := picture.Bounds().Size()
	name := func(x, y int) string {
		r, g, b, _ := picture.At(x, y).RGBA()
		switch {
		case r > g && r > b+0x4000:
			return "r"
		case b > r+0x4000:
			return "b"
		}
		return "w"
	}
	right, below := size.X-3, size.Y-3
	return name(2, 2) + name(right, 2) + name(right, below) + name(2, below)
}

func TestPicturesOfACameraAreTurnedUpright(t *testing.T) {
	// Exif 2.3, 4.6.4: where the first row and column of the file belong.
	upright := map[uint16]string{
		0: "rbww", 1: "rbww", 2: "brww", 3: "wwrb", 4: "wwbr", 5: "rwwb", 6: "wrbw", 7: "wbrw", 8: "bwwr", 9: "rbww", 40000: "rbww",
	}
	for orientation, want := range upright {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			got, err := thumbnail(bytes.NewReader(held(t, orientation, order)))
			if err != nil {
				t.Fatal(err)
			}
			if look := looksLike(got); look != want {
				t.Errorf("orientation %d looks like %s, want %s", orientation, look, want)
			}
		}
	}
}

func TestPicturesThatAreTooLargeAreNotRead(t *testing.T) {
	head := func(width, height uint32, depth, colors byte) string {
		chunk := []byte("IHDR")
		chunk = binary.BigEndian.AppendUint32(chunk, width)
		chunk = binary.BigEndian.AppendUint32(chunk, height)
		chunk = append(chunk, depth, colors, 0, 0, 0)
		out := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), uint32(len(chunk)-4))
		out = append(out, chunk...)
		return string(binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk)))
	}
	for name, file := range map[string]string{
		"61 megapixels":                   head(10_000, 6_100, 8, 6),
		"a line as long as the world":     head(1<<31-1, 1, 8, 6),
		"31 megapixels in finest colours": head(10_000, 3_100, 16, 6),
		"a webp that says it is small":    webpSaying(16_000, 16_000),
	} {
		if _, err := thumbnail(strings.NewReader(file)); !errors.Is(err, errHugePicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// webpSaying is a WebP file whose head says that it is one pixel, around a
// frame that says another size.
func webpSaying(width, height uint32) string {
	frame := append([]byte{0x2f}, binary.LittleEndian.AppendUint32(nil, width-1|(height-1)<<14)...)
	frame = append(frame, make([]byte, 15)...)
	body := []byte("WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00VP8L")
	body = binary.LittleEndian.AppendUint32(body, uint32(len(frame)))
	body = append(body, frame...)
	return string(append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...))
}

func TestTheFirstPictureOfAnAnimationIsShown(t *testing.T) {
	var file bytes.Buffer
	if err := gif.Encode(&file, corners(10, 10), nil); err != nil {
		t.Fatal(err)
	}
	if got, err := thumbnail(bytes.NewReader(file.Bytes())); err != nil || looksLike(got) != "rbww" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestFilesThatAreNoPicturesAreSaidToBeNone(t *testing.T) {
	for _, file := range []string{"", "words", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe1\x00", "GIF89a", "RIFF\x04\x00\x00\x00WEBP", "BM" + strings.Repeat("\x00", 60)} {
		if _, err := thumbnail(strings.NewReader(file)); !errors.Is(err, errNoPicture) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

func FuzzThumbnail(f *testing.F) {
	f.Add([]byte(pngOf(f, 3, 2)))
	f.Add([]byte(webpSaying(4, 4)))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		small, err := thumbnail(bytes.NewReader(file))
		if err == nil && (small.Bounds().Dx() > thumbnailSide || small.Bounds().Dy() > thumbnailSide || small.Bounds().Empty()) {
			t.Errorf("a thumbnail of %v", small.Bounds())
		}
	})
}
