package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestGivenTheDrawings_WhenOutlinedAnew_ThenWhatIsShippedIsThat(t *testing.T) {
	drawings, err := filepath.Glob("../icons/*.svg")
	if err != nil || len(drawings) == 0 {
		t.Fatal(err)
	}
	for _, drawing := range drawings {
		source, err := os.ReadFile(drawing)
		if err != nil {
			t.Fatal(err)
		}
		for suffix, weight := range weights {
			want, err := outline(string(source), weight)
			if err != nil {
				t.Fatalf("%s: %v", drawing, err)
			}
			name := strings.TrimSuffix(filepath.Base(drawing), ".svg") + suffix + ".svg"
			if got, _ := os.ReadFile("../outlines/" + name); string(got) != want {
				t.Errorf("%s is not what %s gives: run go generate ./ui/look", name, drawing)
			}
		}
	}
}

// area is what a closed line encloses, positive when it goes clockwise on the screen.
func area(points []point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum / 2
}

func TestGivenALineWithRoundEnds_WhenOutlined_ThenItHasTheAreaOfItsStroke(t *testing.T) {
	for d, want := range map[string]float64{
		"M2 2h10":              10*2 + math.Pi,
		"M2 2h10v10":           20*2 + math.Pi,
		"M2 2L12 2":            10*2 + math.Pi,
		"M2 10a5 5 0 0 1 10 0": 5*math.Pi*2 + math.Pi,
		"M5 5z":                math.Pi,
	} {
		lines, err := parsePath(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := math.Abs(area(lines[0].stroked(1))); math.Abs(got-want) > want*0.03 {
			t.Errorf("%s encloses %.2f, want %.2f", d, got, want)
		}
	}
}

func TestGivenCurves_WhenParsed_ThenTheyEndWhereTheyShould(t *testing.T) {
	for d, want := range map[string]point{
		"M1 1C2 2 3 2 4 1": {4, 1}, "M1 1c1 1 2 1 3 0s2-1 3 0": {7, 1}, "M0 0A5 5 0 1 0 3 4": {3, 4},
		"m1 2l3 4L5 6 7 8": {7, 8}, "M1 1H9V8h-2v-3": {7, 5},
	} {
		lines, err := parsePath(d)
		if err != nil {
			t.Fatal(err)
		}
		points := lines[len(lines)-1].points
		if got := points[len(points)-1]; !got.same(want) {
			t.Errorf("%s ends at %v, want %v", d, got, want)
		}
	}
	if _, err := parsePath("M1 1Q2 2 3 3"); err == nil {
		t.Error("a command that is not read passes in silence")
	}
}
