package ui

import (
	"database/sql"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"groundwork/data"
	"groundwork/journal"
	"groundwork/journal/sample"
)

// namedPage is a page and what it is called here.
type namedPage struct {
	name string
	page page
}

// everyPage lists the pages: the places of the navigation and those on the way
// from them.
func (s *stage) everyPage() (all []namedPage) {
	for _, place := range s.frame.places {
		all = append(all, namedPage{place.item.AccessibilityLabel(), place.page})
	}
	f := s.frame
	return append(all, namedPage{"Search", f.finder}, namedPage{"History", f.history}, namedPage{"Trash", f.trash}, namedPage{"Pack", f.pack},
		namedPage{"Expectations", f.demands}, namedPage{"Catch up", f.catchUp}, namedPage{"Look back", f.retrospect})
}

// asked is a statement and what it is given.
type asked struct {
	query string
	args  []any
}

// askedStage is a window on a journal of sample entries, in which what it asks
// is noted.
func askedStage(t *testing.T, entries int) (s *stage, since func() []asked) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "journal")
	var all []asked
	home := data.NewHome(folder, data.Options{Asked: func(query string, args []any) { all = append(all, asked{query, args}) }})
	store, err := home.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Fill(t.Context(), store, entries, 1, journal.DayOf(evening)); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	s = openWindowAt(t, folder, home)
	return s, func() []asked {
		before := all
		all = nil
		return before
	}
}

// TestAPageAsksAsOftenWhateverTheJournalHolds counts the statements of a later
// visit to each page. No page asks once for each of its rows.
func TestAPageAsksAsOftenWhateverTheJournalHolds(t *testing.T) {
	few, many := questionsOf(t, 400), questionsOf(t, 1200)
	for name, count := range many {
		const room = 10 // what a smaller journal has none of is not asked for
		if count > few[name]+room {
			t.Errorf("%s asks %d times in 1,200 entries, %d times in 400", name, count, few[name])
		}
		if count > mostQuestions {
			t.Errorf("%s asks %d times, more than %d", name, count, mostQuestions)
		}
	}
}

// mostQuestions is how many statements a page may take. The pack takes most: it
// asks for each of the dozen expectations what stands for it.
const mostQuestions = 80

func questionsOf(t *testing.T, entries int) map[string]int {
	t.Helper()
	s, since := askedStage(t, entries)
	counts := map[string]int{}
	for _, p := range s.everyPage() {
		s.visit(p.page)
		since()
		s.visit(p.page)
		counts[p.name] = len(since())
	}
	return counts
}

// visit leaves the page in sight and goes to another.
func (s *stage) visit(p page) {
	s.leave(p)
	s.goTo(p)
	s.settle()
}

// leave goes to another page than one.
func (s *stage) leave(p page) {
	s.goTo(s.frame.people)
	if p == page(s.frame.people) {
		s.goTo(s.today)
	}
	s.settle()
}

// TestNoPageReadsAllEntries asks SQLite for its plan of every statement on the
// way to every page, on the first visit and on a later one.
func TestNoPageReadsAllEntries(t *testing.T) {
	s, since := askedStage(t, 600)
	db, err := sql.Open("sqlite", "file:"+filepath.Join(s.folder, "journal.db")+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	all := since() // those of the start
	for range 2 {
		for _, p := range s.everyPage() {
			s.goTo(p.page)
			s.settle()
			all = append(all, since()...)
		}
	}
	if len(all) < 100 {
		t.Fatalf("only %d statements were noted", len(all))
	}
	looked := map[string]bool{}
	for _, a := range all {
		if looked[a.query] {
			continue
		}
		looked[a.query] = true
		for _, step := range planOf(t, db, a) {
			if scansEntries(step) {
				t.Errorf("%s\n%s", step, a.query)
			}
		}
	}
	t.Logf("%d statements, %d different ones", len(all), len(looked))
}

// scansEntries tells whether a step of a plan reads the texts of all entries, or
// all versions of them. An index that covers what is asked holds no text.
func scansEntries(step string) bool {
	what, scan := strings.CutPrefix(step, "SCAN ")
	if !scan || strings.Contains(what, "COVERING INDEX") || strings.Contains(what, "VIRTUAL TABLE") {
		return false
	}
	name, _, _ := strings.Cut(what, " ")
	return slices.Contains([]string{"e", "o", "entries", "versions", "v", "evidence", "entry_tags", "entry_people", "entry_links", "entry_mentions"}, name)
}

func planOf(t *testing.T, db *sql.DB, a asked) (steps []string) {
	t.Helper()
	rows, err := db.Query("EXPLAIN QUERY PLAN "+a.query, a.args...)
	if err != nil {
		t.Fatalf("%s: %v", a.query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}

// TestGoingThroughThePagesLeavesNothingBehind counts goroutines and what Fyne
// keeps of objects in sight, after a first round and after three more.
func TestGoingThroughThePagesLeavesNothingBehind(t *testing.T) {
	s, _ := askedStage(t, 60)
	round := func() (goroutines int) {
		for _, p := range s.everyPage() {
			s.goTo(p.page)
			s.settle()
		}
		s.goTo(s.today)
		s.settle()
		return runtime.NumGoroutine()
	}
	round()
	before, objects := round(), s.objectsInSight()
	for range 3 {
		round()
	}
	if after := round(); after > before {
		t.Errorf("%d goroutines after five rounds, %d after two", after, before)
	}
	if after := s.objectsInSight(); after != objects {
		t.Errorf("Today has %d objects after six rounds, %d after two", after, objects)
	}
}

// objectsInSight counts what the window is made of.
func (s *stage) objectsInSight() int {
	s.t.Helper()
	return countObjects(s.win.Canvas().Content())
}

func countObjects(o fyne.CanvasObject) int {
	if !o.Visible() {
		return 0
	}
	count := 1
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, each := range within {
		count += countObjects(each)
	}
	return count
}

func TestGivenAPageThatIsStillRead_WhenAnotherIsInSight_ThenTheFirstDoesNotTakeTheKeyboard(t *testing.T) {
	s := openWindow(t)
	body, evidence := s.today.desk.body, s.frame.evidence
	s.focusOn(s.today, body)
	s.focusOn(evidence, s.today.desk.title)
	if s.win.Canvas().Focused() != fyne.Focusable(body) {
		t.Errorf("the keyboard is at %T", s.win.Canvas().Focused())
	}
}
