package ui

import (
	"context"
	"errors"

	"groundwork/journal"
)

// task runs work off the UI goroutine and hands its result to then on the UI
// goroutine. An error goes to the one door that shows errors, and then is not
// called.
func task[T any](w *Window, what string, work func(context.Context) (T, error), then func(T)) {
	taskUntil(w.life, w, what, work, then)
}

// taskUntil is a task that is of no use any more when ctx ends, as it does with
// the window: then nobody hears of it, and what has not begun does not begin.
func taskUntil[T any](ctx context.Context, w *Window, what string, work func(context.Context) (T, error), then func(T)) {
	if ctx.Err() != nil {
		return
	}
	w.background(func() {
		result, err := work(ctx)
		if ctx.Err() != nil {
			return
		}
		w.onUI(func() {
			switch {
			case ctx.Err() != nil:
			case err != nil:
				w.door.show(what, err)
			default:
				then(result)
			}
		})
	})
}

// taskOr is a task whose work may break a rule: then refused is told, to say so
// beside the field, and the door hears nothing of it.
func taskOr[T any](w *Window, what string, work func(context.Context) (T, error), refused func(error), then func(T)) {
	type answer struct {
		result T
		broken error
	}
	task(w, what, func(ctx context.Context) (answer, error) {
		result, err := work(ctx)
		if errors.Is(err, journal.ErrInvalid) {
			return answer{broken: err}, nil
		}
		return answer{result: result}, err
	}, func(a answer) {
		if a.broken != nil {
			refused(a.broken)
			return
		}
		then(a.result)
	})
}
