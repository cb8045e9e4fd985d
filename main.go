// Groundwork is a private, offline journal for people who work toward a
// leadership role. This file wires it: the command line, the journal's folder,
// the window. See journal for what it does, data for how it keeps it, and ui
// for the window.
package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/session"
	"groundwork/ui"
	"groundwork/ui/cli"
)

// version is set when a release is built.
var version = "0.1.0"

// appID names the program to the system.
const appID = "app.groundwork.journal"

func main() { os.Exit(run(os.Args[1:])) }

// run walks one command, or the window, and gives the exit code.
func run(args []string) int {
	log := newLog(os.Stderr)
	press := sync.OnceValues(func() (*paper.Press, error) { return paper.NewPress(ui.Faces()) })
	var next *handover // the window was locked
	code := cli.Run(context.Background(), args, cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		StdinTerminal: isTerminal(os.Stdin),
		Getenv:        os.Getenv,
		Now:           now,
		Order:         dateOrder(os.Getenv),
		Version:       version,
		DefaultFolder: defaultFolder(runtime.GOOS, os.Getenv),
		Home:          func(folder string) journal.Home { return newHome(folder, log) },
		Window: func(o cli.WindowOptions) (code int) {
			code, next = window(o, log, press)
			return code
		},
		Press:  press,
		Beside: beside,
	})
	if next != nil {
		return next.startAnew(log)
	}
	return code
}

// window opens the window on the journal in a folder and returns when it has
// gone. A second one shows the first. Where it was locked, next is what the
// process that takes the place of this one has to know.
func window(o cli.WindowOptions, log *slog.Logger, press func() (*paper.Press, error)) (code int, next *handover) {
	before := takeHandover()
	if before != nil {
		o.PassphraseFile = "" // it is locked because somebody has to unlock it
		if before.Folder != "" {
			o.Folder = before.Folder
		}
	}
	claim, err := before.claim(o.Folder)
	if errors.Is(err, data.ErrShown) {
		if err != data.ErrShown { // nobody sees a window now
			log.Error("show the window that is open already", "err", err)
			return 1, nil
		}
		return 0, nil
	}
	if err != nil {
		// The window opens all the same: its page says what is wrong with
		// the folder and offers a way out.
		log.Error("claim the window", "err", err)
	}
	place := &place{claim: claim, home: newHome(o.Folder, log)}
	if err := session.KeepBusesLocal(); err != nil {
		log.Error("keep to the buses of this computer", "err", err)
	}
	phases := newPhases(time.Now)
	if o.Profile != "" {
		if err := phases.record(o.Profile); err != nil {
			log.Warn("profile the start", "err", err)
		}
	}
	place.watchForCrashes(log)
	a := app.NewWithID(appID)
	a.SetIcon(icon())
	keepPreferences := takeLastHook(a.Lifecycle())
	w := ui.New(ui.Options{
		App:  a,
		Home: place.home,
		Start: func(s journal.Store) *journal.Journal {
			return journal.New(s, journal.Options{Now: now, Order: dateOrder(os.Getenv), BackUp: place.backUp(log)})
		},
		Move:    func(folder string) (journal.Home, error) { return place.move(folder, log) },
		HomeIn:  func(folder string) journal.Home { return newHome(folder, log) },
		Space:   data.FreeSpace,
		Usual:   defaultFolder(runtime.GOOS, os.Getenv),
		Sample:  sampleFolder(defaultFolder(runtime.GOOS, os.Getenv)),
		Watch:   func(ctx context.Context, j *journal.Journal) { go j.Watch(ctx) },
		Log:     log,
		Press:   press,
		Locale:  locale(os.Getenv),
		System:  string(lang.SystemLocale()),
		Phase:   phases.end,
		Version: version,

		Crashed: place.lastCrash,

		ReducedMotion: reducedMotion,
		GiveBack:      giveBack,
		Zoom:          newZoom(a.Settings()),

		LockedAt:   before.lockedAt(),
		Passphrase: passphraseIn(o.PassphraseFile),
		Away:       func(ctx context.Context, away func()) { session.Watch(ctx, log, away) },
		HearUse:    hearUse,
		Notify:     func(words string) { a.SendNotification(fyne.NewNotification("Groundwork", words)) },
	})
	forgetFacesAfter(a.Settings()) // from now on: the window has set its first theme
	place.onShow(w.Raise)
	place.onCommand(runIn(w, press))
	phases.end("built")
	lean, end := context.WithCancel(context.Background())
	go keepLean(lean, giveBack)
	err = w.Run()
	end()
	fyne.SetCurrentApp(endedApp{a})
	keepPreferences()
	if at, locked := w.Locked(); locked {
		next = place.leaveLocked(at, o.Folder, log)
	} else {
		place.leave()
	}
	if o.Profile != "" {
		err = errors.Join(err, phases.write(o.Profile))
	}
	if err != nil {
		log.Error("close the journal", "err", err)
		return 1, next
	}
	return 0, next
}

// place is the folder that the window holds.
type place struct {
	home  journal.Home // the one that was unlocked, where the journal is protected
	claim *data.Window // nil where the folder could not be claimed
	show  func() bool
	run   data.Runner // of commands of the terminal
	crash *crashReport
}

// onShow has show called when a second start asks for this window, to tell
// whether it shows itself.
func (p *place) onShow(show func() bool) {
	p.show = show
	if p.claim != nil {
		p.claim.OnShow(show)
	}
}

// move claims another folder in place of this one, and lets go of this one. It
// is called while no journal is open.
func (p *place) move(folder string, log *slog.Logger) (journal.Home, error) {
	home := newHome(folder, log)
	if p.claim != nil && home.Folder() == p.home.Folder() {
		return p.home, nil
	}
	claim, err := data.ClaimWindow(home.Folder())
	if errors.Is(err, data.ErrShown) {
		return nil, &journal.Invalid{Field: "folder", Problem: "This journal is open in another window, which shows itself now."}
	}
	if err != nil {
		return nil, err
	}
	p.crash.discard()
	p.release()
	p.home, p.claim = home, claim
	p.watchForCrashes(log)
	p.onShow(p.show)
	p.onCommand(p.run)
	return home, nil
}

// backUp makes the backups before what is risky. That the second folder cannot
// be reached stops nothing.
func (p *place) backUp(log *slog.Logger) func(context.Context, journal.BackupReason) error {
	home := p.home
	return func(ctx context.Context, why journal.BackupReason) error {
		made, err := home.BackUp(ctx, why)
		if made.Elsewhere != nil {
			log.Warn("copy a backup to the second folder", "err", made.Elsewhere)
		}
		return err
	}
}

func (p *place) release() {
	if p.claim != nil {
		_ = p.claim.Close() // the system drops the lock in any case
	}
}

// leave gives the folder back after a clean end.
func (p *place) leave() {
	p.crash.discard()
	p.release()
}

// watchForCrashes sees to it that a crash leaves a report. Without one the
// program works as well, so a failure is only logged.
func (p *place) watchForCrashes(log *slog.Logger) {
	report, err := keepCrashReport(p.home.Folder(), time.Now())
	if err != nil {
		log.Warn("prepare a crash report", "err", err)
		return
	}
	p.crash = report
	crashOnSignal()
}

func icon() fyne.Resource { return fyne.NewStaticResource("Icon.png", iconPNG) }
