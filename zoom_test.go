package main

import "testing"

func TestTheUsualScaleIsThatOfTheEnvironmentOrElseOfTheSettings(t *testing.T) {
	for _, c := range []struct {
		environment string
		settings    float32
		want        float64
	}{{"", 0, 1}, {"", 1.5, 1.5}, {"2", 1.5, 2}, {"auto", 1.5, 1}, {"0", 0, 1}, {"-1", 0, 1}} {
		if got := usualScale(c.environment, c.settings); got != c.want {
			t.Errorf("with %q and %v it is %v, want %v", c.environment, c.settings, got, c.want)
		}
	}
}
