// Command outline turns the icons in icons/, which are drawn as strokes, into the filled outlines in outlines/, which
// the program shows:
//
//	go generate ./ui/look
//
// The renderer Fyne uses draws a stroke as wide in pixels as the file says in units, whatever the size of the picture,
// so that a stroke is too bold in a small icon and too fine on a dense screen. An outline grows with the icon.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// The weights: the heavier one keeps icons of 14 units and less from fading.
var weights = map[string]float64{"": 1.7, "-small": 2.0}

func main() {
	drawings, err := filepath.Glob("icons/*.svg")
	if err != nil {
		log.Fatal(err)
	}
	for _, drawing := range drawings {
		source, err := os.ReadFile(drawing)
		if err != nil {
			log.Fatal(err)
		}
		for suffix, weight := range weights {
			outlined, err := outline(string(source), weight)
			if err != nil {
				log.Fatalf("%s: %v", drawing, err)
			}
			name := strings.TrimSuffix(filepath.Base(drawing), ".svg") + suffix + ".svg"
			if err := os.WriteFile(filepath.Join("outlines", name), []byte(outlined), 0o644); err != nil {
				log.Fatal(err)
			}
		}
	}
}

var (
	element   = regexp.MustCompile(`<(path|circle|rect) ([^>]*)/>`)
	attribute = regexp.MustCompile(`([a-z]+)="([^"]*)"`)
)

// outline returns a drawing with its strokes as filled outlines.
func outline(source string, weight float64) (string, error) {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`)
	for _, e := range element.FindAllStringSubmatch(source, -1) {
		given := map[string]string{}
		for _, a := range attribute.FindAllStringSubmatch(e[2], -1) {
			given[a[1]] = a[2]
		}
		lines, err := shape(e[1], given)
		if err != nil {
			return "", err
		}
		for _, l := range lines {
			if given["fill"] != "" {
				writePath(&b, l.points)
			}
			writePath(&b, l.stroked(weight/2))
		}
	}
	b.WriteString("</svg>\n")
	return b.String(), nil
}

// shape returns the lines of an element.
func shape(kind string, given map[string]string) ([]line, error) {
	n := func(name string) float64 { v, _ := strconv.ParseFloat(given[name], 64); return v }
	switch kind {
	case "circle":
		x, y, r := n("cx"), n("cy"), n("r")
		return parsePath(fmt.Sprintf("M%f %fA%f %f 0 0 1 %f %fA%f %f 0 0 1 %f %fz", x-r, y, r, r, x+r, y, r, r, x-r, y))
	case "rect":
		x, y, w, h, r := n("x"), n("y"), n("width"), n("height"), n("rx")
		return parsePath(fmt.Sprintf("M%f %fh%fa%f %f 0 0 1 %f %fv%fa%f %f 0 0 1 %f %fh%fa%f %f 0 0 1 %f %fv%fa%f %f 0 0 1 %f %fz",
			x+r, y, w-2*r, r, r, r, r, h-2*r, r, r, -r, r, -(w - 2*r), r, r, -r, -r, -(h - 2*r), r, r, r, -r))
	default:
		return parsePath(given["d"])
	}
}

func writePath(b *strings.Builder, points []point) {
	b.WriteString(`<path fill="currentColor" d="`)
	for i, p := range points {
		command := byte('L')
		if i == 0 {
			command = 'M'
		}
		b.WriteByte(command)
		b.WriteString(short(p.x) + " " + short(p.y))
	}
	b.WriteString(`z"/>`)
}

// short writes a number to a hundredth of a unit.
func short(v float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
