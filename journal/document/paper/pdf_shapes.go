package paper

import (
	"image/color"
	"math"
	"strconv"
)

// appendColour chooses a colour, for filling with "rg", for outlines with "RG".
func appendColour(b []byte, k ink, operator string) []byte {
	c := color.NRGBAModel.Convert(printed.of(k)).(color.NRGBA)
	for _, part := range []uint8{c.R, c.G, c.B} {
		b = strconv.AppendFloat(b, float64(part)/255, 'f', 3, 64)
		b = append(b, ' ')
	}
	return append(b, operator...)
}

func appendNumbers(b []byte, all ...float32) []byte {
	for _, v := range all {
		b = append(appendNumber(b, v), ' ')
	}
	return b
}

// curve is how far the handles of a quarter of a circle are from its corners,
// as a part of its radius.
const curve = 1 - 0.5523

// appendBox appends a box with corners that may be round.
func appendBox(b []byte, x *box, height float32) []byte {
	left, right := x.x, x.x+x.wide
	top, bottom := height-x.y, height-x.y-x.high
	operator := "f"
	if x.outline > 0 {
		b = append(b, "q "...)
		b = appendColour(b, x.ink, "RG ")
		b = append(appendNumbers(b, x.outline), "w "...)
		operator = "S Q"
	}
	r := min(x.round, x.wide/2, x.high/2)
	if r <= 0 {
		b = append(appendNumbers(b, left, bottom, x.wide, x.high), "re "...)
		return append(b, operator...)
	}
	h := r * curve
	b = append(appendNumbers(b, left+r, bottom), "m "...)
	b = append(appendNumbers(b, right-r, bottom), "l "...)
	b = append(appendNumbers(b, right-h, bottom, right, bottom+h, right, bottom+r), "c "...)
	b = append(appendNumbers(b, right, top-r), "l "...)
	b = append(appendNumbers(b, right, top-h, right-h, top, right-r, top), "c "...)
	b = append(appendNumbers(b, left+r, top), "l "...)
	b = append(appendNumbers(b, left+h, top, left, top-h, left, top-r), "c "...)
	b = append(appendNumbers(b, left, bottom+r), "l "...)
	b = append(appendNumbers(b, left, bottom+h, left+h, bottom, left+r, bottom), "c h "...)
	return append(b, operator...)
}

// appendStroke appends a line with round ends.
func appendStroke(b []byte, s *stroke, height float32) []byte {
	b = append(b, "q 1 J "...)
	b = appendColour(b, s.ink, "RG ")
	b = append(appendNumbers(b, s.thick), "w "...)
	b = append(appendNumbers(b, s.fromX, height-s.fromY), "m "...)
	b = append(appendNumbers(b, s.toX, height-s.toY), "l S Q"...)
	return b
}

// appendNumber appends a length in hundredths of a point.
func appendNumber(b []byte, v float32) []byte {
	return strconv.AppendFloat(b, math.Round(float64(v)*100)/100, 'f', -1, 64)
}
