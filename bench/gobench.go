package main

// keyAlone measures a key in the editor without a window around it.
func (b *bench) keyAlone() ([]row, error) {
	say("running the benchmarks of a key")
	got, err := b.compare("ui/parts", "BenchmarkKeyInEditor", "BenchmarkKeyInBareEntry", "ns/op")
	if err != nil {
		return nil, err
	}
	return []row{got["ns/op"].row("a key in 2,000 words ÷ a bare Entry, both without a window", "ms", ratioKind, 1.2)}, nil
}

// save measures an autosave.
func (b *bench) save() ([]row, error) {
	say("running the benchmarks of a save in %d entries", b.entries)
	got, err := b.compare("data", "BenchmarkSaveEntry", "BenchmarkSaveBare", "p50-ns", "p95-ns")
	if err != nil {
		return nil, err
	}
	return []row{
		got["p95-ns"].row("save of an entry, p95 ÷ the same statements bare", "ms", ratioKind, 1.5),
		got["p50-ns"].row("save of an entry, p50 ÷ the same statements bare", "ms", ratioKind, 0),
	}, nil
}

// backUp measures a verified backup of a journal of 10,000 entries that is open
// and written meanwhile, beside a copy of the file, and what the window's own
// thread has to wait for meanwhile, beside what it does when nothing else runs.
func (b *bench) backUp() ([]row, error) {
	say("running the benchmark of a backup")
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	var backup, handler pairs
	for range b.turns {
		got, err := b.figures(binary, "data", "BenchmarkBackUp", "ns/op", "ns/copy", "ns/handler-beside", "ns/handler-alone")
		if err != nil {
			return nil, err
		}
		backup.add(got[0]/1e6, got[1]/1e6)
		handler.add(got[2]/1e6, got[3]/1e6)
	}
	return []row{
		backup.row("backup of 10,000 entries ÷ a copy of the file", "ms", figureKind, 1000),
		handler.row("longest handler of the window during it ÷ without it", "ms", figureKind, 16),
	}, nil
}

// unlock measures how a protected journal opens once its key is there, beside a
// copy of what lies on the disk.
func (b *bench) unlock() ([]row, error) {
	say("running the benchmark of unlocking %d entries", b.entries)
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	got, err := b.figures(binary, "data", "BenchmarkUnlockProtected", "p50-ns", "ns/copy")
	if err != nil {
		return nil, err
	}
	var p pairs
	p.add(got[0]/1e6, got[1]/1e6)
	return []row{p.row("unlock, key derivation aside ÷ a copy of the file", "ms", figureKind, b.limit(200, 1500))}, nil
}

// limit is the target in the smallest journal, or in larger ones.
func (b *bench) limit(small, large float64) float64 {
	if b.entries > smallest {
		return large
	}
	return small
}
