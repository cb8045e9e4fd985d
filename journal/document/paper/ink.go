package paper

import "image/color"

// Ink is the colours of paper: see look.md, "preview paper". Charts and links
// keep theirs.
type Ink struct {
	Paper, Text, Second, Line color.Color
}

// printed is the ink of a PDF.
var printed = Ink{
	Paper:  color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF},
	Text:   color.NRGBA{0x25, 0x23, 0x1F, 0xFF},
	Second: color.NRGBA{0x5D, 0x58, 0x4D, 0xFF},
	Line:   color.NRGBA{0xDD, 0xD7, 0xCA, 0xFF},
}

// ink is what something is drawn for.
type ink uint8

const (
	inkText ink = iota
	inkSecond
	inkLine
	inkLink
	inkQuote
	inkSunken
	inkStrong // outlines that carry meaning
	inkKind1  // the parts of a column, from the base up
	inkKind2
	inkKind3
	inkKind4
	inkStep1 // the fills of a grid, weakest first
	inkStep2
	inkStep3
	inkStep4
	inkStep1Mark // and what stands on them
	inkStep2Mark
	inkStep3Mark
	inkStep4Mark
)

// kept are the colours that are the same on any paper: the light ones of
// look.md, since paper stays paper in the dark.
var kept = map[ink]color.NRGBA{
	inkLink:      {0x2D, 0x5E, 0x4D, 0xFF},
	inkQuote:     {0x90, 0x3D, 0x68, 0xFF},
	inkSunken:    {0xF4, 0xF0, 0xE8, 0xFF},
	inkStrong:    {0x8B, 0x83, 0x74, 0xFF},
	inkKind1:     {0x45, 0x55, 0x8F, 0xFF},
	inkKind2:     {0x87, 0x54, 0x00, 0xFF},
	inkKind3:     {0x90, 0x3D, 0x68, 0xFF},
	inkKind4:     {0x0C, 0x64, 0x72, 0xFF},
	inkStep1:     {0xDD, 0xE9, 0xE1, 0xFF},
	inkStep2:     {0xA8, 0xCD, 0xB8, 0xFF},
	inkStep3:     {0x41, 0x78, 0x60, 0xFF},
	inkStep4:     {0x23, 0x4B, 0x3D, 0xFF},
	inkStep1Mark: {0x2A, 0x4A, 0x3E, 0xFF},
	inkStep2Mark: {0x17, 0x35, 0x29, 0xFF},
	inkStep3Mark: {0xFF, 0xFF, 0xFF, 0xFF},
	inkStep4Mark: {0xFF, 0xFF, 0xFF, 0xFF},
}

// of gives the colour of an ink.
func (i Ink) of(k ink) color.Color {
	switch k {
	case inkText:
		return i.Text
	case inkSecond:
		return i.Second
	case inkLine:
		return i.Line
	}
	return kept[k]
}
