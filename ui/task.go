package ui

import "context"

// task runs work off the UI goroutine and hands its result to then on the UI
// goroutine. An error goes to the one door that shows errors, and then is not
// called.
func task[T any](w *Window, what string, work func(context.Context) (T, error), then func(T)) {
	w.background(func() {
		result, err := work(w.life)
		if w.life.Err() != nil {
			return // the window is going; nobody is left to show it to
		}
		w.onUI(func() {
			if err != nil {
				w.door.show(what, err)
				return
			}
			then(result)
		})
	})
}
