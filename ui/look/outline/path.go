package main

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
)

// point is a place on the grid of an icon.
type point struct{ x, y float64 }

func (p point) add(q point) point      { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point      { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point  { return point{p.x * f, p.y * f} }
func (p point) length() float64        { return math.Hypot(p.x, p.y) }
func lerp(a, b point, t float64) point { return a.add(b.sub(a).times(t)) }
func at(c point, r, angle float64) point {
	return point{c.x + r*math.Cos(angle), c.y + r*math.Sin(angle)}
}
func (p point) same(q point) bool { return p.sub(q).length() < 1e-6 }

// line is a drawn line, its curves already made of short straight pieces.
type line struct {
	points []point
	closed bool
}

// fineness is how far a piece may stand off the curve it stands for, in units of the grid.
const fineness = 0.02

var tokens = regexp.MustCompile(`[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)`)

// pen follows the commands of a path.
type pen struct {
	words   []string
	at      point
	start   point
	control point // the last control point of a cubic curve, for the smooth one after it
	lines   []line
}

// parsePath reads the part of the path language our icons are drawn in: M L H V C S A Z and their relative forms.
func parsePath(d string) ([]line, error) {
	p := &pen{words: tokens.FindAllString(d, -1)}
	command := ""
	for len(p.words) > 0 {
		if c := p.words[0]; c[0] >= 'A' {
			command = c
			p.words = p.words[1:]
		}
		if err := p.do(command); err != nil {
			return nil, fmt.Errorf("%w in %q", err, d)
		}
		if command == "M" { // further pairs are lines
			command = "L"
		}
	}
	return p.lines, nil
}

func (p *pen) do(command string) error {
	origin := point{}
	if command >= "a" {
		origin = p.at
	}
	p.control = p.smooth(command)
	switch command {
	case "M", "m":
		p.at = origin.add(p.pair())
		p.start = p.at
		p.lines = append(p.lines, line{points: []point{p.at}})
	case "L", "l":
		p.to(origin.add(p.pair()))
	case "H":
		p.to(point{p.number(), p.at.y})
	case "h":
		p.to(point{p.at.x + p.number(), p.at.y})
	case "V":
		p.to(point{p.at.x, p.number()})
	case "v":
		p.to(point{p.at.x, p.at.y + p.number()})
	case "C", "c":
		a := origin.add(p.pair())
		p.cubic(a, origin.add(p.pair()), origin.add(p.pair()))
	case "S", "s":
		p.cubic(p.control, origin.add(p.pair()), origin.add(p.pair()))
	case "A", "a":
		radius := p.pair()
		p.number() // the rotation, which a circle does not feel
		large, sweep := p.number() != 0, p.number() != 0
		p.arc(radius.x, large, sweep, origin.add(p.pair()))
	case "Z", "z":
		last := &p.lines[len(p.lines)-1]
		last.closed = true
		p.at = p.start
	default:
		return fmt.Errorf("command %q is not known", command)
	}
	return nil
}

// smooth returns where the next smooth curve sets out to.
func (p *pen) smooth(command string) point {
	if command == "S" || command == "s" {
		return p.control
	}
	return p.at
}

func (p *pen) number() float64 {
	if len(p.words) == 0 {
		return 0
	}
	v, _ := strconv.ParseFloat(p.words[0], 64)
	p.words = p.words[1:]
	return v
}

func (p *pen) pair() point { x := p.number(); return point{x, p.number()} }

func (p *pen) to(q point) {
	last := &p.lines[len(p.lines)-1]
	if !last.points[len(last.points)-1].same(q) {
		last.points = append(last.points, q)
	}
	p.at = q
}

func (p *pen) cubic(a, b, end point) {
	from := p.at
	length := a.sub(from).length() + b.sub(a).length() + end.sub(b).length()
	pieces := int(math.Ceil(math.Sqrt(length/fineness) * 0.5))
	for i := 1; i <= pieces; i++ {
		t := float64(i) / float64(pieces)
		u, v, w := lerp(from, a, t), lerp(a, b, t), lerp(b, end, t)
		p.to(lerp(lerp(u, v, t), lerp(v, w, t), t))
	}
	p.at = end
	p.control = end.add(end.sub(b))
}

// arc is a piece of a circle.
func (p *pen) arc(r float64, large, sweep bool, end point) {
	from := p.at
	half := end.sub(from).times(0.5)
	r = math.Max(r, half.length())
	off := math.Sqrt(math.Max(r*r-half.length()*half.length(), 0))
	normal := point{-half.y, half.x}.times(off / half.length())
	if large == sweep {
		normal = normal.times(-1)
	}
	centre := from.add(half).add(normal)
	a := math.Atan2(from.y-centre.y, from.x-centre.x)
	b := math.Atan2(end.y-centre.y, end.x-centre.x)
	if sweep && b < a {
		b += 2 * math.Pi
	}
	if !sweep && b > a {
		b -= 2 * math.Pi
	}
	for _, angle := range angles(r, a, b) {
		p.to(at(centre, r, angle))
	}
	p.at = end
}

// angles divides a turn so finely that straight pieces pass for the curve. The first angle is left out.
func angles(r, from, to float64) []float64 {
	step := 2 * math.Acos(1-math.Min(fineness/r, 1))
	pieces := int(math.Ceil(math.Abs(to-from) / step))
	var all []float64
	for i := 1; i <= pieces; i++ {
		all = append(all, from+(to-from)*float64(i)/float64(pieces))
	}
	return all
}
