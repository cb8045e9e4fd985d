package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/journal/document/paper"
	"groundwork/journal/prompts"
	"groundwork/journal/suggest"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

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
	// Zoom sets how large everything is drawn, in percent of the usual, from the
	// next time on that the theme is set. Left out, nothing does.
	Zoom func(percent int)
	// Phase is told the name of each phase of the start as it ends.
	Phase func(name string)
	// GiveBack gives memory back to the system, a moment after the start. It
	// may run on any goroutine. Left out, it stays until the runtime does so.
	GiveBack func()
}

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
	board      *board
	passphrase func() (string, error) // nil once it was tried
	phase      func(string)
	giveBack   func()
	locale     string
	zoom       func(percent int)
	weekBegins time.Weekday
	theme      *look.Theme
	door       *door
	foot       *foot
	disk       *disk
	offer      *protectionOffer
	keeper     *keeper
	frame      *frame
	today      *today
	current    page       // the one in sight
	quick      *quickOpen // the panel to go to anything, while it is open

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
// start.
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
		giveBack: o.GiveBack,
		locale:   o.Locale, zoom: o.Zoom,
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
	w.door = newDoor(o.Log)
	w.keeper, w.disk, w.offer = &keeper{w: w}, &disk{w: w}, &protectionOffer{w: w}
	w.absence.w, w.board = w, &board{Clipboard: w.app.Clipboard()}
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
	fyne.SetCurrentApp(withBoard{w.app, w.board})
	w.app.Lifecycle().SetOnExitedForeground(w.saveQuietly)
	w.win.Show()
	w.absence.deaf = w.hearUse == nil || !w.hearUse(w.win, w.absence.used)
	w.app.Run()
	return w.Close()
}

// Raise brings the window to the front. It may be called from any goroutine.
func (w *Window) Raise() {
	w.onUI(func() {
		w.win.Show()
		w.win.RequestFocus()
	})
}

// Close writes what is not on disk yet and closes the journal. SIGTERM and a
// tray's Quit end Fyne's loop without asking anybody, so it is called after
// the loop as well as before.
func (w *Window) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	w.absence.end()
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

// open looks at the journal's place and opens it, or shows why not.
func (w *Window) open() {
	if w.opening || w.journal != nil || w.change != nil {
		return // a try that was due when the journal was opened
	}
	w.opening = true
	ctx, home, noPrivate := w.life, w.home, w.noPrivate()
	w.background(func() {
		read, first, err := w.openJournal(ctx, home, noPrivate)
		w.phase("journal read")
		w.onUI(func() {
			w.opening = false
			if ctx.Err() != nil {
				if err == nil {
					_ = read.journal.Close() // nothing was written
				}
				return
			}
			if err != nil {
				w.showTrouble(err)
				return
			}
			w.opened(read, first)
		})
	})
}

// openJournal opens the journal off the UI goroutine. What Today shows first is
// read at once with it, so that the page is painted once.
func (w *Window) openJournal(ctx context.Context, home journal.Home, noPrivate bool) (reader, sheet, error) {
	left, err := home.LeftOpen(ctx)
	if err != nil {
		return reader{}, sheet{}, err
	}
	store, err := home.Open(ctx)
	if err != nil {
		return reader{}, sheet{}, err
	}
	j := w.start(store)
	j.SetDateOrder(w.dateOrder())
	read := reader{journal: j, guide: prompts.NewGuide(j), noPrivate: noPrivate, leftOpen: left, protected: home.Protected()}
	first, err := read.first(ctx)
	if err != nil {
		return reader{}, sheet{}, errors.Join(err, j.Close())
	}
	return read, first, nil
}

// opened fills the window with the journal.
func (w *Window) opened(read reader, first sheet) {
	w.leaveTrouble()
	w.leaveLocked()
	w.journal, w.guide, w.protected, w.readable = read.journal, read.guide, read.protected, false
	w.suggester = suggest.New(w.journal, w.elementOf)
	w.journal.Listen(w.changed)
	if w.watch != nil {
		w.watch(w.life, w.journal)
	}
	w.today.evidence.all = first.expectations
	w.frame.target.show(first.target)
	w.today.layOnTable(first)
	w.phase("page shown")
	if w.giveBack != nil {
		w.later(giveBackAfter, func() { w.background(w.giveBack) })
	}
	if read.leftOpen {
		w.later(checkAfter, w.checkQuickly)
	}
	w.every(w.life, tidyAfter, tidyEvery, w.tidy)
	w.keeper.begin()
	w.disk.begin()
	w.absence.begin()
	w.beginLending()
	w.offer.begin()
}

// tidyAfter is when the journal is tidied after the start, which it must not
// slow down, and tidyEvery how often after that.
const (
	tidyAfter = time.Minute
	tidyEvery = 24 * time.Hour
)

// tidy lets go of versions that have come of age, and of what has lain in the
// trash for as long as the writer wants.
func (w *Window) tidy() {
	j := w.journal
	if j == nil || w.copyOpen() != nil {
		return // the window has gone, or nothing may be written
	}
	task(w, "tidy the journal", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.Tidy(ctx)
	}, func(struct{}) {})
}

// elementOf gives the element of the catalogue that an expectation is about, or
// "".
func (w *Window) elementOf(x journal.Expectation) string {
	catalogue, err := w.guide.Catalogue()
	if err != nil {
		return ""
	}
	return catalogue.ElementFor(x)
}

// afterwards runs a function on the UI goroutine after a while, unless it is
// called off there before.
func (w *Window) afterwards(after time.Duration, do func()) (cancel func()) {
	off := false
	timer := time.AfterFunc(after, func() {
		w.onUI(func() {
			if !off { // it may have been on its way
				do()
			}
		})
	})
	return func() { timer.Stop(); off = true }
}

// timed runs a function on the UI goroutine after a while and from then on once
// in each period, until ctx ends.
func (w *Window) timed(ctx context.Context, first, period time.Duration, do func()) {
	go func() {
		timer := time.NewTimer(first)
		defer timer.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-timer.C:
				w.onUI(func() {
					if ctx.Err() == nil { // it may have ended meanwhile
						do()
					}
				})
				timer.Reset(period)
			}
		}
	}()
}

// giveBackAfter is when memory goes back to the system after the start: reading
// the faces leaves twice their size behind. Not before the page is painted.
const giveBackAfter = time.Second

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
	if size.Width < smallest.Width || size.Height < smallest.Height || size.Width > largest || size.Height > largest {
		return firstSize
	}
	return size
}

// keepSize remembers the size of the window for the next start.
func (w *Window) keepSize() {
	size := w.win.Canvas().Size()
	w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
	w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
}

// setAppearance chooses light, dark, or what the system says.
func (w *Window) setAppearance(a look.Appearance) {
	w.app.Preferences().SetInt(prefAppearance, int(a))
	w.theme.SetAppearance(a)
	w.app.Settings().SetTheme(w.theme)
	w.win.SetMainMenu(w.menu())
}

// appearanceName is an Appearance as the menu calls it.
func appearanceName(a look.Appearance) string {
	switch a {
	case look.Light:
		return lang.L("Light")
	case look.Dark:
		return lang.L("Dark")
	}
	return lang.L("As the system")
}
