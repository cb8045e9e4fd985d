package ui

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/document/paper"
)

// LastPhase is the phase of the start with which Today is on the screen. Another
// journal that is opened later ends it again.
const LastPhase = "page shown"

// Options are what a Window is built from.
type Options struct {
	App     fyne.App
	Version string
	Home    journal.Home
	// Start makes the journal over an opened store: it gives it its clock.
	Start func(journal.Store) *journal.Journal
	// Move prepares another folder for the window, instead of Home's, when
	// the user asks for it. It is not called on the UI goroutine.
	Move func(folder string) (journal.Home, error)
	// HomeIn names the place of a journal, and touches nothing.
	HomeIn func(folder string) journal.Home
	// Space tells how many bytes are left on the disk that a folder lies on;
	// known is false where the system does not tell, and an error says why the
	// folder cannot be looked at. Left out, nobody watches the disk.
	Space func(folder string) (bytes uint64, known bool, err error)
	// Usual is the folder of the journal that is open when nobody asks for
	// another one; "" where there is none.
	Usual string
	// Sample is the folder of the sample journal, beside the usual one; "" where
	// there is none to be made.
	Sample string
	Log    *slog.Logger
	// Press sets what leaves the journal on pages. It is asked when something is to leave.
	Press func() (*paper.Press, error)
	// OnUI runs a function on the UI goroutine, and Background one off it.
	// Left out, they are fyne.Do and a new goroutine; tests run both at once.
	OnUI, Background func(func())
	// Later runs a function on the UI goroutine after a while, unless it is
	// called off before. Left out, it is a timer.
	Later func(after time.Duration, do func()) (cancel func())
	// Every runs a function on the UI goroutine after a while and from then on
	// once in each period, until ctx ends. Left out, it is a timer.
	Every func(ctx context.Context, first, period time.Duration, do func())
	// Watch looks for what other programs write, until ctx ends; nothing
	// does where it is left out.
	Watch func(ctx context.Context, j *journal.Journal)
	// Locale names the language and the country of the writer's system, as
	// systems write them (en_US.UTF-8). Left out, weeks begin on Mondays.
	Locale string
	// System names the language of the writer's system, as Fyne does (de-AT):
	// the window speaks it unless another one is chosen. Left out, English.
	System string
	// LockedAt is when the journal was locked in the process that this one took
	// the place of; zero at any other start.
	LockedAt time.Time
	// Passphrase gives the passphrase that the program was started with, to be
	// tried at once on a protected journal. It is not called on the UI goroutine.
	// Left out, there is none.
	Passphrase func() (string, error)
	// Away calls away when the computer is about to sleep or its session was
	// locked, on any goroutine, until ctx ends. It may hold the sleep back until
	// then. Left out, nobody tells.
	Away func(ctx context.Context, away func())
	// HearUse has used called on the UI goroutine for each key, movement or press
	// of the pointer, and turn of its wheel in the window, which is shown, and
	// tells whether it could. Left out, nobody tells.
	HearUse func(win fyne.Window, used func()) (heard bool)
	// Notify has the system show a sentence, whatever window is in front. It is not
	// called on the UI goroutine. Left out, only the window itself says it.
	Notify func(words string)
	// Now is the clock of what is called to mind. Left out, time.Now.
	Now func() time.Time
	// Zoom sets how large everything is drawn, in percent of the usual, from the
	// next time on that the theme is set. Left out, nothing does.
	Zoom func(percent int)
	// Phase is told the name of each phase of the start as it ends, LastPhase last.
	Phase func(name string)
	// ReducedMotion tells whether the desktop wants less motion, until ctx ends.
	// It is not called on the UI goroutine. Left out, it has no wish.
	ReducedMotion func(ctx context.Context) bool
	// Crashed gives what the last crash left that the user was not told of, or
	// nil. It is not called on the UI goroutine. Left out, there was none.
	Crashed func() (*Crash, error)
	// GiveBack gives memory back to the system, a moment after the start. It
	// may run on any goroutine. Left out, it stays until the runtime does so.
	GiveBack func()
}
