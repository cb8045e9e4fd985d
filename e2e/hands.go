package e2e

import (
	"fmt"
	"image"
	"strconv"
	"strings"
	"time"
)

// stepLimit bounds how long the window may take to show what a key does. It is
// no measure of speed: that is what the benchmarks are for.
const stepLimit = 15 * time.Second

// Keys presses keys as xdotool names them, such as "ctrl+n" or "Return".
func (w *Window) Keys(keys ...string) error {
	_, err := w.display.tool(nil, "xdotool", append([]string{"key", "--clearmodifiers", "--delay", "8"}, keys...)...)
	return err
}

// Type types a text, key by key, with Return at the end of a line. Letters that are not on a US keyboard are
// better pasted (see Paste): xdotool types them by changing the keyboard's
// layout under the program, which loses some.
func (w *Window) Type(text string) error { return w.typeAt("8", text) }

// TypeSlowly types a text as quickly as the quickest people do. A program that
// has to keep up with Type for seconds may fall behind it.
func (w *Window) TypeSlowly(text string) error { return w.typeAt("40", text) }

// typeAt types a text with so many milliseconds between two keys.
func (w *Window) typeAt(delay, text string) error {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 { // xdotool would press Linefeed, which keyboards do not have
			if err := w.Keys("Return"); err != nil {
				return err
			}
		}
		if line == "" {
			continue
		}
		if _, err := w.display.tool(nil, "xdotool", "type", "--clearmodifiers", "--delay", delay, "--", line); err != nil {
			return err
		}
	}
	return nil
}

// Paste pastes a text through the clipboard.
func (w *Window) Paste(text string) error {
	release, err := w.display.SetClipboard(text)
	if err != nil {
		return err
	}
	defer release()
	return w.Changes(func() error { return w.Keys("ctrl+v") })
}

// CloseByManager closes the window as the cross in its frame does.
func (w *Window) CloseByManager() error {
	// xdotool's windowclose would destroy the window instead of asking it.
	return w.Keys("alt+F4")
}

// Resize gives the window another size and waits until it is painted anew.
func (w *Window) Resize(width, height int) error {
	_, err := w.display.tool(nil, "xdotool", "windowsize", w.id, strconv.Itoa(width), strconv.Itoa(height))
	if err != nil {
		return err
	}
	err = Eventually(stepLimit, fmt.Sprintf("a window of %dx%d", width, height), func() bool {
		b, err := w.Bounds()
		return err == nil && b.Dx() == width && b.Dy() == height
	})
	if err != nil {
		return err
	}
	return w.Steady()
}

// Picture takes a picture of the window, without its frame.
func (w *Window) Picture() (*Picture, error) {
	where, err := w.Bounds()
	if err != nil {
		return nil, err
	}
	return w.Part(where.Sub(where.Min))
}

// Part takes a picture of a part of the window.
func (w *Window) Part(part image.Rectangle) (*Picture, error) {
	where, err := w.Bounds()
	if err != nil {
		return nil, err
	}
	screen, err := w.display.Picture()
	if err != nil {
		return nil, err
	}
	return screen.Crop(part.Add(where.Min).Intersect(where)), nil
}

// Steady waits until something is painted and has come to rest.
func (w *Window) Steady() error {
	return w.watch("a picture at rest", func(rest time.Duration, _ bool, now *Picture) bool {
		return rest >= restLong && !now.Blank()
	})
}

// Ready waits until the window is at rest and a text cursor blinks in it.
func (w *Window) Ready() error {
	return w.watch("a blinking cursor", func(rest time.Duration, blinked bool, _ *Picture) bool {
		return rest >= restLong && blinked
	})
}

// Changes waits until the picture is at rest, does something, and waits until
// it has changed the picture by more than a blinking cursor and the picture is
// at rest again. What was typed before should be saved: that shows, too.
func (w *Window) Changes(do func() error) error {
	if err := w.Steady(); err != nil {
		return err
	}
	before, err := w.Picture()
	if err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	err = Eventually(stepLimit, "a change of the picture", func() bool {
		now, err := w.Picture()
		return err == nil && !same(before.change(now))
	})
	if err != nil {
		return err
	}
	return w.Steady()
}

// restLong is how long a picture stays the same before it counts as at rest.
const restLong = 400 * time.Millisecond

// watch takes pictures until enough says that it was enough. It is told for
// how long the picture has been at rest, and whether a cursor blinked since.
func (w *Window) watch(what string, enough func(rest time.Duration, blink bool, now *Picture) bool) error {
	var last *Picture
	var since time.Time
	var blink bool
	return Eventually(stepLimit, what, func() bool {
		now, err := w.Picture()
		if err != nil {
			return false
		}
		switch change := change(last, now); {
		case !same(change):
			since, blink = time.Now(), false
		case blinked(change):
			blink = true
		}
		last = now
		return enough(time.Since(since), blink, now)
	})
}

// change is where two pictures differ; everywhere, where there is no first.
func change(last, now *Picture) image.Rectangle {
	if last == nil {
		return image.Rect(0, 0, now.width, now.height)
	}
	return last.change(now)
}
