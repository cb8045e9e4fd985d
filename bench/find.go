package main

// search measures the listed searches, beside the sqlite3 shell on the same
// index; one benchmark reports both.
func (b *bench) search() ([]row, error) {
	say("running the benchmark of the searches in %d entries", b.entries)
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	var p50, p95 pairs
	for range b.turns {
		got, err := b.figures(binary, "data", "BenchmarkSearch", "ours-p50-ns", "shell-p50-ns", "ours-p95-ns", "shell-p95-ns")
		if err != nil {
			return nil, err
		}
		p50.add(got[0]/1e6, got[1]/1e6)
		p95.add(got[2]/1e6, got[3]/1e6)
	}
	return []row{
		p50.row("search, p50 of 200 listed ones", "ms", figureKind, b.limit(5, 20)),
		p95.row("search, p95 of 200 listed ones", "ms", figureKind, b.limit(15, 60)),
		p95.row("search, p95 ÷ the sqlite3 shell on the same index", "ms", ratioKind, 2.5),
	}, nil
}

// slowSearches measures what costs most to look for, beside the one that the
// index bounds, and how soon such a search ends that the next key calls off.
func (b *bench) slowSearches() ([]row, error) {
	say("running the benchmarks of slow searches in %d entries", b.entries)
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	slow, err := b.figures(binary, "data", "BenchmarkSlowSearches", "common-ns", "nowhere-ns", "chinese-ns")
	if err != nil {
		return nil, err
	}
	cancelled, err := b.figures(binary, "data", "BenchmarkCancelledSearch", "cancel-p95-ns", "cancel-most-ns")
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, each := range []struct {
		what    string
		took    float64
		against float64
		target  float64
	}{
		{"search for a word of every entry", slow[0], slow[0], b.limit(15, 60)},
		{"search for a word found nowhere ÷ one of every entry", slow[1], slow[0], 0},
		{"search in Chinese ÷ a word of every entry", slow[2], slow[0], 0},
		{"search called off, p95 ÷ at most", cancelled[0], cancelled[1], 20},
	} {
		var p pairs
		p.add(each.took/1e6, each.against/1e6)
		rows = append(rows, p.row(each.what, "ms", figureKind, each.target))
	}
	return rows, nil
}
