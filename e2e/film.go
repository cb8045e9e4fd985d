package e2e

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"syscall"
)

// Film shows what is on the screen at any moment, for a hundredth of what a
// Picture costs: Xvfb keeps the screen in a file, which is mapped into our
// memory. Nothing is asked of the X server, so looking slows down nobody.
type Film struct {
	memory        []byte
	pixels        []byte // four bytes each: blue, green, red, nothing
	width, height int
	line          int // bytes from one row to the next
}

// Film opens the screen's memory. It is to be closed before the display.
func (d *Display) Film() (*Film, error) {
	file, err := os.Open(filepath.Join(d.home, "Xvfb_screen0"))
	if err != nil {
		return nil, fmt.Errorf("open the screen's memory: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	memory, err := syscall.Mmap(int(file.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("map the screen's memory: %w", err)
	}
	f := &Film{memory: memory}
	if err := f.readHeader(); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// readHeader reads what precedes the pixels: the header of an X window dump,
// numbers of four bytes, and a table of colours.
func (f *Film) readHeader() error {
	const headerNumbers, colourSize = 25, 12
	if len(f.memory) < 4*headerNumbers {
		return fmt.Errorf("the screen's memory has %d bytes", len(f.memory))
	}
	number := func(i int) int { return int(binary.BigEndian.Uint32(f.memory[4*i:])) }
	start := number(0) + number(19)*colourSize
	f.width, f.height, f.line = number(4), number(5), number(12)
	if bits := number(11); bits != 32 {
		return fmt.Errorf("the screen has %d bits to a pixel, want 32", bits)
	}
	if len(f.memory) < start+f.line*f.height {
		return fmt.Errorf("the screen's memory has %d bytes, too few for %dx%d", len(f.memory), f.width, f.height)
	}
	f.pixels = f.memory[start : start+f.line*f.height]
	return nil
}

// Close lets go of the screen's memory.
func (f *Film) Close() { _ = syscall.Munmap(f.memory) } // fails only for a memory that is not mapped

// Frame is the screen as it was at one moment.
type Frame []byte

// Shoot takes a frame, into the memory of an old one if there is one.
func (f *Film) Shoot(old Frame) Frame { return append(old[:0], f.pixels...) }

// Change is where two frames differ within a part of the screen.
func (f *Film) Change(a, b Frame, part image.Rectangle) image.Rectangle {
	part = part.Intersect(f.Bounds())
	var where image.Rectangle
	for y := part.Min.Y; y < part.Max.Y; y++ {
		rowA, rowB := f.row(a, y, part), f.row(b, y, part)
		if bytes.Equal(rowA, rowB) {
			continue
		}
		first, last := 0, len(rowA)
		for bytes.Equal(rowA[first:first+4], rowB[first:first+4]) {
			first += 4
		}
		for bytes.Equal(rowA[last-4:last], rowB[last-4:last]) {
			last -= 4
		}
		where = where.Union(image.Rect(part.Min.X+first/4, y, part.Min.X+last/4, y+1))
	}
	return where
}

// Bounds is the whole screen.
func (f *Film) Bounds() image.Rectangle { return image.Rect(0, 0, f.width, f.height) }

// row is the part of a row that lies within a rectangle.
func (f *Film) row(of Frame, y int, part image.Rectangle) []byte {
	return of[y*f.line+4*part.Min.X : y*f.line+4*part.Max.X]
}

// blank tells whether hardly any colours show in a part of a frame. Writing
// has dozens, from the soft edges of its letters.
func (f *Film) blank(of Frame, part image.Rectangle) bool {
	part = part.Intersect(f.Bounds())
	seen := map[uint32]bool{}
	for y := part.Min.Y; y < part.Max.Y; y++ {
		var last uint32
		for row := f.row(of, y, part); len(row) > 0; row = row[4:] {
			if colour := binary.NativeEndian.Uint32(row); colour != last {
				seen[colour], last = true, colour
			}
		}
		if len(seen) >= 16 {
			return false
		}
	}
	return true
}
