package paper

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// ahead is how many things may be made and wait for those before them.
const ahead = 64

// ordered makes something of each of all, on all processors, and takes what was
// made in their order. Each processor has a worker of its own. It ends with the
// first error, or with that of ctx.
func ordered[T, U any](ctx context.Context, all iter.Seq2[T, error], worker func() func(T) U, take func(U) error) error {
	ctx, stop := context.WithCancel(ctx)
	var group sync.WaitGroup
	defer group.Wait()
	defer stop()
	inOrder, toMake := make(chan *order[T, U], ahead), make(chan *order[T, U], ahead)
	group.Go(func() { read(ctx, all, inOrder, toMake) })
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			work := worker()
			for o := range toMake {
				o.made <- work(o.of)
			}
		})
	}
	for o := range inOrder {
		if o.err != nil {
			return o.err
		}
		select {
		case made := <-o.made:
			if err := take(made); err != nil {
				return err
			}
		case <-ctx.Done(): // it may never be made
			return ctx.Err()
		}
	}
	return ctx.Err()
}

// order is something that is being made.
type order[T, U any] struct {
	of   T
	made chan U // holds it once it is
	err  error  // instead of all that
}

// read hands on what is to be made until one fails or nobody waits any more.
func read[T, U any](ctx context.Context, all iter.Seq2[T, error], inOrder, toMake chan<- *order[T, U]) {
	defer close(toMake)
	defer close(inOrder)
	for one, err := range all {
		o := &order[T, U]{of: one, made: make(chan U, 1), err: err}
		select {
		case inOrder <- o:
		case <-ctx.Done():
			return
		}
		if err != nil {
			return
		}
		select {
		case toMake <- o:
		case <-ctx.Done():
			return
		}
	}
}
