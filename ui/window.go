package ui

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/journal/prompts"
	"groundwork/journal/suggest"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// Window is Groundwork's one window.
type Window struct {
	app        fyne.App
	version    string
	language   Language // that it speaks
	system     string   // the language of the system
	win        fyne.Window
	home       journal.Home
	start      func(journal.Store) *journal.Journal
	move       func(string) (journal.Home, error)
	homeIn     func(string) journal.Home
	usual      string
	sample     string // the folder of the sample journal
	own        string // the folder of the journal from which the sample was opened
	space      func(string) (uint64, bool, error)
	press      func() (*paper.Press, error)
	onUI       func(func())
	background func(func()) // its work is over before another journal takes this one's place
	apart      func(func()) // its work may go on meanwhile
	errands    errands
	loan       loan
	later      func(time.Duration, func()) func()
	every      func(ctx context.Context, first, period time.Duration, do func())
	watch      func(context.Context, *journal.Journal)
	away       func(ctx context.Context, away func())
	hearUse    func(fyne.Window, func()) bool
	absence    absence
	reminders  reminders
	notify     func(words string)
	now        func() time.Time
	board      *board
	passphrase func() (string, error) // nil once it was tried
	phase      func(string)
	giveBack   func()
	crashed    func() (*Crash, error)

	reducedMotion func(context.Context) bool
	calmDesktop   bool // it wants less motion
	locale        string
	zoom          func(percent int)
	weekBegins    time.Weekday
	theme         *look.Theme
	door          *door
	foot          *foot
	disk          *disk
	offer         *protectionOffer
	keeper        *keeper
	frame         *frame
	today         *today
	current       page       // the one in sight
	quick         *quickOpen // the panel to go to anything, while it is open

	going   atomic.Bool     // it is being closed, and nobody asked to stay
	left    atomic.Bool     // its loop ends or has ended
	life    context.Context // ends when the window goes, or another journal comes
	end     context.CancelFunc
	opening bool     // a journal is on its way
	trouble *damaged // the page in the place of a journal that cannot be opened; nil else

	lockScreen   *lockScreen      // in the place of a journal that is locked; nil else
	unsavedPanel *parts.Overlay   // said last that something could not be saved; nil before
	change       *change          // on the way to another journal, or to the lock; nil else
	journal      *journal.Journal // nil until it is open
	guide        *prompts.Guide   // asks the questions; nil as long

	protected bool      // the open journal is a protected one
	readable  bool      // the user heard that copies can be read
	lockedAt  time.Time // when it was locked by this window; zero is never
	before    time.Time // when it was locked by the process before this one; zero is never

	suggester *suggest.Suggester // proposes what an entry proves; nil as long
}

// The keys of the program's own preferences. What concerns one journal lies
// in that journal.
const (
	prefAppearance = "appearance"
	prefWidth      = "window.width"
	prefHeight     = "window.height"
)

// The smallest window that everything fits into, and the one of the first
// start, in the usual text size.
var (
	smallest  = fyne.NewSize(640, 560)
	firstSize = fyne.NewSize(1280, 800)
)

// New builds the window with an empty page in it. It shows nothing and opens
// nothing yet: see Run.
func New(o Options) *Window {
	w := &Window{
		app: o.App, version: o.Version, home: o.Home, start: o.Start, move: o.Move, homeIn: o.HomeIn, usual: o.Usual, sample: o.Sample, space: o.Space, press: o.Press,
		onUI: o.OnUI, apart: o.Background, later: o.Later, every: o.Every, watch: o.Watch, away: o.Away, hearUse: o.HearUse, passphrase: o.Passphrase, before: o.LockedAt, phase: o.Phase,
		giveBack: o.GiveBack, crashed: o.Crashed, reducedMotion: o.ReducedMotion, notify: o.Notify, now: o.Now,
		locale: o.Locale, zoom: o.Zoom,
		system: o.System,
	}
	w.weekBegins = w.firstWeekday()
	if w.zoom != nil {
		w.zoom(w.zoomPercent())
	}
	w.language = languageOf(Language(w.app.Preferences().String(prefLanguage)), w.system)
	if w.onUI == nil {
		w.onUI = fyne.Do
	}
	w.onUI = w.whileLooping(w.onUI)
	if w.apart == nil {
		w.apart = func(work func()) { go work() }
	}
	w.background = w.errand
	if w.later == nil {
		w.later = w.afterwards
	}
	if w.every == nil {
		w.every = w.timed
	}
	if w.now == nil {
		w.now = time.Now
	}
	if w.phase == nil {
		w.phase = func(string) {}
	}
	w.life, w.end = context.WithCancel(context.Background())
	if err := speak(w.language); err != nil {
		o.Log.Error("speak the language of the window", "err", err)
	}
	w.theme = look.New(look.Appearance(w.app.Preferences().Int(prefAppearance)))
	w.app.Settings().SetTheme(w.theme)
	w.phase("theme")
	warm := make(chan struct{})
	w.background(func() { parts.WarmFaces(); close(warm) })
	w.win = w.app.NewWindow("Groundwork")
	<-warm
	w.phase("faces")
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.door = newDoor(o.Log, w.copyDetails)
	w.keeper, w.disk, w.offer = &keeper{w: w}, &disk{w: w}, &protectionOffer{w: w}
	w.absence.w, w.reminders.w, w.board = w, w, &board{Clipboard: w.app.Clipboard()}
	w.furnish(false)
	w.win.Canvas().SetOnTypedKey(w.typed)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.win.Resize(w.lastSize())
	w.phase("window")
	return w
}

// furnish builds the pages, which hold nothing yet.
func (w *Window) furnish(noPrivate bool) {
	w.today = newToday(w)
	w.today.hidePrivate = noPrivate
	w.foot = newFoot(w)
	below := parts.Down(0, w.door.shelf, w.foot.content)
	switch h := w.copyOpen(); {
	case h != nil:
		below = parts.Down(0, w.door.shelf, w.copyBar(h))
	case w.sampleOpen():
		below = parts.Down(0, w.door.shelf, w.sampleBar())
	}
	w.frame = newFrame(w, below)
	w.frame.show(w.today)
	w.win.SetContent(w.frame.content)
	w.win.SetMainMenu(w.menu())
}

// Run shows the window and opens the journal meanwhile. It returns when the
// window has gone, with everything written that could be.
func (w *Window) Run() error {
	if w.home.Protected() {
		w.showLocked() // before anything else is painted
	} else {
		w.open() // in the background, while the window is being made
	}
	w.askDesktop()
	fyne.SetCurrentApp(ownApp{w.app, w})
	w.app.Lifecycle().SetOnExitedForeground(w.saveQuietly)
	w.win.Show()
	w.absence.deaf = w.hearUse == nil || !w.hearUse(w.win, w.absence.used)
	w.reminders.begin()
	w.guard(w.app.Run, func(save func()) { save() })
	w.going.Store(true)
	w.left.Store(true)
	return w.Close()
}

// Raise brings the window to the front, and tells whether there is one to bring:
// not one that is being closed. It may be called from any goroutine.
func (w *Window) Raise() (shown bool) {
	if w.going.Load() {
		return false
	}
	w.onUI(func() {
		w.win.Show()
		w.win.RequestFocus()
	})
	return true
}

// Close writes what is not on disk yet and closes the journal. SIGTERM and a
// tray's Quit end Fyne's loop without asking anybody, so it is called after
// the loop as well as before.
func (w *Window) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	w.absence.end()
	w.reminders.end()
	if c := w.change; c != nil && c.abandon(ctx) {
		return c.err
	}
	if w.journal == nil {
		w.end()
		return nil
	}
	err := w.flush()(ctx)
	if p, unsaved := w.frame.library.unsavedOwn(); unsaved {
		_, notKept := writeOwn(ctx, w.journal, p)
		err = errors.Join(err, notKept)
	}
	w.callOff(ctx)
	w.suggester.Close()
	closed := w.journal.Close()
	w.journal = nil
	if err != nil {
		return err
	}
	return closed
}

// closeLimit bounds how long a closing window waits for the disk.
const closeLimit = 10 * time.Second

// saveQuietly writes what is open when the window loses the foreground. What
// fails stays on the page, which says so.
func (w *Window) saveQuietly() {
	w.onUI(func() {
		ctx, write := w.life, w.unwritten()
		w.background(func() { write(ctx) })
		w.frame.people.saveNow()
		w.frame.growth.saveNow()
		w.frame.demands.saveNow()
		w.frame.pack.saveNow()
	})
}

// unwritten gives what writes what was typed so far into entries and months,
// and does not end the typing. It is called off the UI goroutine.
func (w *Window) unwritten() func(context.Context) {
	drafts, list := w.today.desks.drafts(), w.frame.catchUp.flush()
	return func(ctx context.Context) { _, _ = flush(ctx, drafts), list(ctx) }
}

// lastSize is the size the window had, within what is sensible.
func (w *Window) lastSize() fyne.Size {
	p := w.app.Preferences()
	size := fyne.NewSize(float32(p.Float(prefWidth)), float32(p.Float(prefHeight)))
	const largest = 10_000
	least, by := w.least(), 100/float32(w.zoomPercent())
	if size.Width < least.Width || size.Height < least.Height || size.Width > largest || size.Height > largest {
		return fyne.NewSize(firstSize.Width*by, firstSize.Height*by).Max(least)
	}
	return size
}

// keepSize remembers the size of the window for the next start.
func (w *Window) keepSize() {
	size := w.win.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
}
