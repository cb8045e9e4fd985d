package main

import (
	"slices"
	"time"
)

// median is the middle one, which a run disturbed by something else moves least.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	if n := len(sorted); n%2 == 0 {
		return (sorted[n/2-1] + sorted[n/2]) / 2
	}
	return sorted[len(sorted)/2]
}

// limits is the least and the most of numbers.
func limits(numbers []float64) (least, most float64) {
	if len(numbers) == 0 {
		return 0, 0
	}
	return slices.Min(numbers), slices.Max(numbers)
}

// milliseconds is a duration in the unit that most of the table is in.
func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
