package ui

import (
	"bytes"
	"encoding/binary"
	"image"
	"io"
)

// webpSize reads how large the picture in a WebP file is: what its own frame
// says, which is what is read into memory, and not what the file says of it
// (RFC 9649; RFC 6386, 9.1).
func webpSize(from io.ReadSeeker) (width, height int, err error) {
	if _, err := from.Seek(12, io.SeekStart); err != nil { // RIFF, its length, WEBP
		return 0, 0, err
	}
	var chunk [8]byte // its name and length
	for range mostChunks {
		if _, err := io.ReadFull(from, chunk[:]); err != nil {
			return 0, 0, err
		}
		length := int64(binary.LittleEndian.Uint32(chunk[4:]))
		switch name := string(chunk[:4]); name {
		case "VP8 ", "VP8L":
			var head [10]byte
			if _, err := io.ReadFull(from, head[:]); err != nil {
				return 0, 0, err
			}
			if name == "VP8 " { // after the tag of the frame and its start code
				return int(binary.LittleEndian.Uint16(head[6:])) & 0x3fff, int(binary.LittleEndian.Uint16(head[8:])) & 0x3fff, nil
			}
			bits := binary.LittleEndian.Uint32(head[1:]) // after the signature: two sides less one, of 14 bits
			return int(bits&0x3fff) + 1, int(bits>>14&0x3fff) + 1, nil
		}
		if _, err := from.Seek(length+length&1, io.SeekCurrent); err != nil { // of an even length
			return 0, 0, err
		}
	}
	return 0, 0, errNoPicture
}

// mostChunks is how many parts of a WebP file may come before its picture.
const mostChunks = 100

// exifReach is how far into a JPEG file it is looked for how it is to be
// turned, in bytes: the segment that says so is one of the first.
const exifReach = 256 << 10

// orientation reads how a camera held a picture (Exif 2.3, 4.6.4, tag 0x0112):
// 1 is upright, and so is whatever says nothing or nonsense.
func orientation(jpeg io.Reader) int {
	head, err := io.ReadAll(io.LimitReader(jpeg, exifReach))
	if err != nil {
		return 1
	}
	for at := 2; at+4 <= len(head) && head[at] == 0xff; { // after the mark of the beginning
		length := int(binary.BigEndian.Uint16(head[at+2:]))
		end := at + 2 + length
		if head[at+1] == 0xda || length < 2 || end > len(head) { // the picture itself begins
			return 1
		}
		segment := head[at+4 : end]
		if tiff, ok := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); ok && head[at+1] == 0xe1 {
			return tiffOrientation(tiff)
		}
		at = end
	}
	return 1
}

// tiffOrientation finds the orientation in the first directory of a TIFF head.
func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	first := uint64(order.Uint32(tiff[4:]))
	if first+2 > uint64(len(tiff)) {
		return 1
	}
	entries := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == 0x0112 {
			return int(order.Uint16(entries[8:]))
		}
		entries = entries[12:]
	}
	return 1
}

// turned puts a picture upright. Of the orientations, 2, 4, 5 and 7 are
// mirrored, and from 5 on its sides are swapped.
func turned(from *image.RGBA, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return from
	}
	width, height := from.Rect.Dx(), from.Rect.Dy()
	size := from.Rect
	if orientation >= 5 {
		size = image.Rect(0, 0, height, width)
	}
	to := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := x, y
			if orientation >= 5 {
				fromX, fromY = y, x
			}
			if orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8 {
				fromX = width - 1 - fromX
			}
			if orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7 {
				fromY = height - 1 - fromY
			}
			to.SetRGBA(x, y, from.RGBAAt(fromX, fromY))
		}
	}
	return to
}
