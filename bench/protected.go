package main

// protected measures a protected journal of 10,000 entries: a save beside the
// same statements bare in a plain one; saves and what a key gives the window to
// do while its file is written, beside when it is not; and the memory it takes
// at most, beside the size of its database.
func (b *bench) protected() ([]row, error) {
	say("running the benchmarks of a protected journal")
	saved, err := b.compare("data", "BenchmarkSaveProtected", "BenchmarkSaveBare", "p95-ns")
	if err != nil {
		return nil, err
	}
	binary, err := b.testBinary("data")
	if err != nil {
		return nil, err
	}
	var save, handler, memory pairs
	for range b.turns {
		beside, err := b.figures(binary, "data", "BenchmarkBesideSnapshot", "ns/save-beside", "ns/save-alone", "ns/handler-beside", "ns/handler-alone")
		if err != nil {
			return nil, err
		}
		save.add(beside[0]/1e6, beside[1]/1e6)
		handler.add(beside[2]/1e6, beside[3]/1e6)
		room, err := b.figures(binary, "data", "BenchmarkMemoryProtected", "bytes/most", "bytes/database")
		if err != nil {
			return nil, err
		}
		memory.add(room[0]/1e6, room[1]/1e6)
	}
	return []row{
		saved["p95-ns"].row("protected: save, p95 ÷ the same statements bare", "ms", figureKind, 10),
		save.row("protected: save, p95 while its file is written ÷ without it", "ms", figureKind, 10),
		handler.row("protected: longest handler of the window meanwhile ÷ without it", "ms", figureKind, 16),
		memory.row("protected: most memory beside the size of the database", "MB", differenceKind, 80),
	}, nil
}
