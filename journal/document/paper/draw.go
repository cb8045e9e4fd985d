package paper

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"unicode/utf8"

	scale "golang.org/x/image/draw"
	"golang.org/x/image/vector"
)

// Draw paints page n, counted from 0, as a picture of a width in pixels: what
// the PDF shows. Of a page that is not there it gives empty paper.
func (p *Press) Draw(pages *Pages, n, width int, ink Ink) *image.RGBA {
	width = max(1, width)
	by := float32(float64(width) / pages.sheet.Width)
	high := max(1, int(math.Round(pages.sheet.Height*float64(by))))
	d := &drawing{press: p, by: by, ink: ink, on: image.NewRGBA(image.Rect(0, 0, width, high))}
	draw.Draw(d.on, d.on.Bounds(), image.NewUniform(ink.Paper), image.Point{}, draw.Src)
	if n < 0 || n >= pages.Len() {
		return d.on
	}
	at := &pages.pages[n]
	for i := range at.boxes {
		d.box(&at.boxes[i])
	}
	for i := range at.strokes {
		d.stroke(&at.strokes[i])
	}
	for i := range at.runs {
		d.run(&at.runs[i])
	}
	return d.on
}

// drawing is the drawing of one page.
type drawing struct {
	press *Press
	by    float32 // pixels to a point
	ink   Ink
	on    *image.RGBA
	fill  vector.Rasterizer
}

// run draws letters, each where the PDF has it.
func (d *drawing) run(r *run) {
	switch r.face {
	case emoji:
		d.picture(r)
		return
	case missing:
		r = &run{string(replacement), r.x, r.y, r.size, d.press.replacement.face, r.ink}
	}
	source := image.NewUniform(d.ink.of(r.ink))
	face := d.press.faces[r.face]
	x := r.x
	for i := 0; i < len(r.text); {
		l, n := utf8.DecodeRuneInString(r.text[i:])
		i += n
		if unseen(l) {
			continue
		}
		d.letter(r.face, l, x*d.by, r.y*d.by, r.size*d.by, source)
		x += float32(face.width(l)) * r.size / 1000
	}
}

func (d *drawing) letter(id faceID, l rune, x, y, size float32, source image.Image) {
	whole := float32(math.Floor(float64(x)))
	g := d.press.glyphs.of(d.press.faces[id], glyphKey{id, l, int32(math.Round(float64(size) * 64)), uint8((x - whole) * 4)})
	if g == nil {
		return
	}
	at := g.Bounds().Add(image.Pt(int(whole), int(math.Round(float64(y)))))
	draw.DrawMask(d.on, at, source, image.Point{}, g, g.Bounds().Min, draw.Over)
}

// picture draws an emoji.
func (d *drawing) picture(r *run) {
	x, y, side := pictureAt(r)
	to := image.Rect(d.pixel(x), d.pixel(y), d.pixel(x+side), d.pixel(y+side))
	from := d.press.pictures.draw(r.text)
	scale.ApproxBiLinear.Scale(d.on, to, from, from.Bounds(), draw.Over, nil)
}

// pixel gives the pixel nearest to a place in points.
func (d *drawing) pixel(v float32) int { return int(math.Round(float64(v * d.by))) }

// box draws a box. One that is thinner than a pixel is a pixel thick and
// lighter, and edges of larger ones are where pixels end, so that they are crisp.
func (d *drawing) box(b *box) {
	c := d.ink.of(b.ink)
	x0, y0, x1, y1 := b.x*d.by, b.y*d.by, (b.x+b.wide)*d.by, (b.y+b.high)*d.by
	if b.outline > 0 {
		d.outline(x0, y0, x1, y1, b.round*d.by, b.outline*d.by, c)
		return
	}
	if b.round > 0 {
		d.path(x0, y0, x1, y1, c, func(z *vector.Rasterizer, dx, dy float32) {
			rounded(z, x0-dx, y0-dy, x1-dx, y1-dy, b.round*d.by, false)
		})
		return
	}
	x0, x1, cx := crisp(x0, x1)
	y0, y1, cy := crisp(y0, y1)
	draw.Draw(d.on, image.Rect(int(x0), int(y0), int(x1), int(y1)), image.NewUniform(faded(c, cx*cy)), image.Point{}, draw.Over)
}

// crisp moves the edges of something to where pixels end. What is thinner than
// a pixel takes one, and covers it in part.
func crisp(from, to float32) (a, b, covers float32) {
	a, b = float32(math.Round(float64(from))), float32(math.Round(float64(to)))
	if b > a {
		return a, b, 1
	}
	a = float32(math.Floor(float64(from)))
	return a, a + 1, min(1, max(to-from, 0.35))
}

func faded(c color.Color, by float32) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float32(n.A) * by)
	return n
}

// path fills what is drawn inside an area, in pixels.
func (d *drawing) path(x0, y0, x1, y1 float32, c color.Color, add func(z *vector.Rasterizer, dx, dy float32)) {
	area := image.Rect(int(x0)-2, int(y0)-2, int(x1)+3, int(y1)+3).Intersect(d.on.Bounds())
	if area.Empty() {
		return
	}
	d.fill.Reset(area.Dx(), area.Dy())
	add(&d.fill, float32(area.Min.X), float32(area.Min.Y))
	d.fill.Draw(d.on, area, image.NewUniform(c), image.Point{})
}

// outline draws the edge of a box: a rounded box with another, drawn the other
// way round, cut out of it.
func (d *drawing) outline(x0, y0, x1, y1, round, thick float32, c color.Color) {
	half := thick / 2
	d.path(x0-half, y0-half, x1+half, y1+half, c, func(z *vector.Rasterizer, dx, dy float32) {
		rounded(z, x0-half-dx, y0-half-dy, x1+half-dx, y1+half-dy, round+half, false)
		rounded(z, x0+half-dx, y0+half-dy, x1-half-dx, y1-half-dy, max(0, round-half), true)
	})
}

// rounded adds a box with round corners to what is filled.
func rounded(z *vector.Rasterizer, x0, y0, x1, y1, r float32, back bool) {
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	h := r * curve
	if back {
		z.MoveTo(x0, y0+r)
		z.LineTo(x0, y1-r)
		z.CubeTo(x0, y1-h, x0+h, y1, x0+r, y1)
		z.LineTo(x1-r, y1)
		z.CubeTo(x1-h, y1, x1, y1-h, x1, y1-r)
		z.LineTo(x1, y0+r)
		z.CubeTo(x1, y0+h, x1-h, y0, x1-r, y0)
		z.LineTo(x0+r, y0)
		z.CubeTo(x0+h, y0, x0, y0+h, x0, y0+r)
		z.ClosePath()
		return
	}
	z.MoveTo(x0+r, y0)
	z.LineTo(x1-r, y0)
	z.CubeTo(x1-h, y0, x1, y0+h, x1, y0+r)
	z.LineTo(x1, y1-r)
	z.CubeTo(x1, y1-h, x1-h, y1, x1-r, y1)
	z.LineTo(x0+r, y1)
	z.CubeTo(x0+h, y1, x0, y1-h, x0, y1-r)
	z.LineTo(x0, y0+r)
	z.CubeTo(x0, y0+h, x0+h, y0, x0+r, y0)
	z.ClosePath()
}

// stroke draws a line.
func (d *drawing) stroke(s *stroke) {
	x0, y0, x1, y1 := s.fromX*d.by, s.fromY*d.by, s.toX*d.by, s.toY*d.by
	long := float32(math.Hypot(float64(x1-x0), float64(y1-y0)))
	if long == 0 {
		return
	}
	half := max(s.thick*d.by, 1) / 2
	ex, ey := (x1-x0)/long*half, (y1-y0)/long*half // half a thickness along the line: its ends
	x0, y0, x1, y1 = x0-ex/2, y0-ey/2, x1+ex/2, y1+ey/2
	d.path(min(x0, x1)-half, min(y0, y1)-half, max(x0, x1)+half, max(y0, y1)+half, d.ink.of(s.ink), func(z *vector.Rasterizer, dx, dy float32) {
		z.MoveTo(x0-ey-dx, y0+ex-dy)
		z.LineTo(x1-ey-dx, y1+ex-dy)
		z.LineTo(x1+ey-dx, y1-ex-dy)
		z.LineTo(x0+ey-dx, y0-ex-dy)
		z.ClosePath()
	})
}
