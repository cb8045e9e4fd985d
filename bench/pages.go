package main

import (
	"maps"
	"slices"
	"strings"
)

// fewEntries is how many a journal has in which a page costs hardly more than
// itself: the yardstick of the pages.
const fewEntries = 100

// pages measures the way to each page: what is asked and what is built, without
// the painting. The yardstick is the same page in a journal of few entries.
func (b *bench) pages() ([]row, error) {
	say("opening every page in %d entries and in %d", b.entries, fewEntries)
	binary, err := b.testBinary("ui")
	if err != nil {
		return nil, err
	}
	got := map[string]*pairs{}
	for range b.turns {
		few, err := b.benchmark(binary, "ui", "BenchmarkOpenAPage", "10x", fewEntries)
		if err != nil {
			return nil, err
		}
		many, err := b.benchmark(binary, "ui", "BenchmarkOpenAPage", "10x", b.entries)
		if err != nil {
			return nil, err
		}
		yardstick := reports(few, "open-ns")
		for page, took := range reports(many, "open-ns") {
			if got[page] == nil {
				got[page] = &pairs{}
			}
			got[page].add(took/1e6, yardstick[page]/1e6)
		}
	}
	var rows []row
	for _, page := range slices.Sorted(maps.Keys(got)) {
		rows = append(rows, got[page].row("open "+pageName(page)+" ÷ in a hundred entries", "ms", figureKind, b.limit(50, 150)))
	}
	return rows, nil
}

// pageName is the page of a benchmark such as BenchmarkOpenAPage/Growth_plan-2.
func pageName(benchmark string) string {
	_, name, _ := strings.Cut(benchmark, "/")
	if end := strings.LastIndexByte(name, '-'); end > 0 {
		name = name[:end]
	}
	return strings.ReplaceAll(name, "_", " ")
}
