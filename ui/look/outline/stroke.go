package main

import "math"

// smoothTurn is the turn, in radians, up to which two pieces belong to one curve and need no joint.
const smoothTurn = 0.35

// stroked returns the outline of the line drawn with a round pen of a radius: along its left side, around the end,
// back along its right side, around the start.
func (l line) stroked(r float64) []point {
	points := l.points
	if l.closed && len(points) > 1 && points[0].same(points[len(points)-1]) {
		points = points[:len(points)-1]
	}
	if len(points) == 1 { // a dot
		points = []point{points[0], points[0].add(point{1e-3, 0})}
	} else if l.closed { // a line that ends where it began, where its caps are the joint
		points = append(append([]point{}, points...), points[0])
	}
	there := side(points, r)
	back := side(reversed(points), r)
	n := len(points)
	out := append(there, endcap(points[n-1], points[n-2], r)...)
	out = append(out, back...)
	return append(out, endcap(points[0], points[1], r)...)
}

func reversed(points []point) []point {
	var all []point
	for i := len(points) - 1; i >= 0; i-- {
		all = append(all, points[i])
	}
	return all
}

// left returns which way the left of a piece lies.
func left(from, to point) float64 { return math.Atan2(to.y-from.y, to.x-from.x) - math.Pi/2 }

// side returns the left side of a line, from its first point to its last.
func side(points []point, r float64) []point {
	out := []point{at(points[0], r, left(points[0], points[1]))}
	for i := 1; i < len(points)-1; i++ {
		out = append(out, joint(points[i], left(points[i-1], points[i]), left(points[i], points[i+1]), r)...)
	}
	n := len(points)
	return append(out, at(points[n-1], r, left(points[n-2], points[n-1])))
}

// joint goes around a corner: by an arc on its outside, by the corner itself on its inside, so that what overlaps lies
// within the stroke.
func joint(corner point, before, after, r float64) []point {
	turn := math.Remainder(after-before, 2*math.Pi)
	switch {
	case math.Abs(turn) < smoothTurn:
		return []point{at(corner, r/math.Cos(turn/2), before+turn/2)}
	case turn > 0: // outside
		out := []point{at(corner, r, before)}
		for _, angle := range angles(r, before, before+turn) {
			out = append(out, at(corner, r, angle))
		}
		return out
	default:
		return []point{at(corner, r, before), corner, at(corner, r, after)}
	}
}

// endcap goes half around the end of a line that comes from a point.
func endcap(end, from point, r float64) []point {
	start := left(from, end)
	var out []point
	for _, angle := range angles(r, start, start+math.Pi) {
		out = append(out, at(end, r, angle))
	}
	return out
}
