package main

// start measures how long the window takes to show, and the memory it then
// holds. It is watched from outside: painted is the last change before the
// picture first rests for a tenth of a second, complete the last one before it
// rests for one and a half.
func (b *bench) start() ([]row, error) {
	s, err := b.newScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	say("starting both windows on %d entries %d times in turn", b.entries, b.starts)
	var painted, complete, memory pairs
	for i := range b.starts + 1 {
		bare, err := s.bare.user.TimeStart(s.film, s.bare.folder)
		if err != nil {
			return nil, err
		}
		ours, err := s.ours.user.TimeStart(s.film, s.ours.folder)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			continue // that was to warm up
		}
		painted.add(milliseconds(ours.Painted), milliseconds(bare.Painted))
		complete.add(milliseconds(ours.Settled), milliseconds(bare.Settled))
		memory.add(float64(ours.Memory)/1e6, float64(bare.Memory)/1e6)
	}
	return []row{
		painted.row("start: first paint of Today ÷ a bare window", "ms", ratioKind, 1.3),
		complete.row("start: Today complete ÷ a bare window", "ms", ratioKind, b.limit(1.6, 1.8)),
		memory.row("memory beside a bare window", "MB", differenceKind, b.limit(40, 60)),
	}, nil
}
