package main

// use measures what an hour of use leaves in memory: all pages, a thousand
// searches and five hundred entries, by count and not by the clock. The
// yardstick is what was held after a sixth of it.
func (b *bench) use() ([]row, error) {
	say("using the window for an hour, without the waiting")
	binary, err := b.testBinary("ui")
	if err != nil {
		return nil, err
	}
	out, err := b.benchmark(binary, "ui", "BenchmarkAnHourOfUse", "1x", b.entries)
	if err != nil {
		return nil, err
	}
	var figures [2]float64
	for i, unit := range []string{"B-after-60-minutes", "B-after-10-minutes"} {
		if figures[i], err = figure(out, "BenchmarkAnHourOfUse", unit); err != nil {
			return nil, err
		}
	}
	var p pairs
	p.add(figures[0]/1e6, figures[1]/1e6)
	return []row{p.row("memory held after an hour of use ÷ after ten minutes", "MB", ratioKind, 1.1)}, nil
}
