package journal_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"groundwork/journal"
)

func TestCatchUpMonthsAreThoseOfTheReviewPeriod(t *testing.T) {
	for name, c := range map[string]struct{ from, until, today, first, last string }{
		"a year where no period is set":                    {"", "", "2026-03-12", "2025-04-01", "2026-03-01"},
		"the period, up to today":                          {"2025-07-01", "2026-04-10", "2026-03-12", "2025-07-01", "2026-03-01"},
		"a period that is over":                            {"2025-01-15", "2025-06-30", "2026-03-12", "2025-01-01", "2025-06-01"},
		"from the beginning where no end is set":           {"2025-11-20", "", "2026-03-12", "2025-11-01", "2026-03-01"},
		"the year up to the end where no beginning is set": {"", "2025-12-31", "2026-03-12", "2025-01-01", "2025-12-01"},
		"a year where the period has not begun":            {"2026-07-01", "2026-12-31", "2026-03-12", "2025-04-01", "2026-03-01"},
		"up to today where it ends before it begins":       {"2026-01-01", "2025-01-01", "2026-03-12", "2026-01-01", "2026-03-01"},
		"the three newest years of a longer one":           {"2001-01-01", "", "2026-03-12", "2023-04-01", "2026-03-01"},
	} {
		t.Run(name, func(t *testing.T) {
			plan := journal.Plan{ReviewFrom: dayOrNone(t, c.from), ReviewUntil: dayOrNone(t, c.until)}
			months := journal.CatchUpMonths(plan, mustDay(t, c.today))
			if got := months[0].String() + " to " + months[len(months)-1].String(); got != c.first+" to "+c.last {
				t.Errorf("the months are %s, want %s to %s", got, c.first, c.last)
			}
		})
	}
}

func dayOrNone(t *testing.T, text string) journal.Day {
	t.Helper()
	if text == "" {
		return journal.Day{}
	}
	return mustDay(t, text)
}

func TestCatchUpMonthsFollowEachOther(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		any := rapid.Custom(func(r *rapid.T) journal.Day {
			return journal.Day{Year: 2026, Month: 1, Date: 1}.AddDays(rapid.IntRange(-3000, 3000).Draw(r, "days"))
		})
		plan := journal.Plan{ReviewFrom: any.Draw(r, "from"), ReviewUntil: any.Draw(r, "until")}
		today := any.Draw(r, "today")
		months := journal.CatchUpMonths(plan, today)
		if len(months) == 0 || len(months) > 36 || months[len(months)-1].After(today) {
			r.Fatalf("%d months, the last %v", len(months), months[len(months)-1])
		}
		for i, m := range months {
			if m.Date != 1 || i > 0 && m != months[i-1].AddMonths(1) {
				r.Fatalf("the months are %v", months)
			}
		}
	})
}

// filed saves a reflection under a day.
func filed(t *testing.T, j *journal.Journal, title, day string, p journal.Precision, change func(*journal.Entry)) journal.Entry {
	t.Helper()
	e := j.NewEntry(journal.Reflection, mustDay(t, day))
	e.Title, e.Precision = title, p
	if change != nil {
		change(&e)
	}
	e, err := j.SaveEntry(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestTheLineOfAMonthIsItsOldestReflectionWithoutADay(t *testing.T) {
	j, _ := onDisk(t)
	filed(t, j, "exactly the 15th", "2026-01-15", journal.ExactDay, nil)
	filed(t, j, "a moment", "2026-01-15", journal.InMonth, func(e *journal.Entry) { e.Kind = journal.MomentKind })
	want := filed(t, j, "the line", "2026-01-15", journal.InMonth, nil)
	filed(t, j, "a later one", "2026-01-15", journal.InMonth, func(e *journal.Entry) { e.Created = importedAt.Add(1000000000) })
	filed(t, j, "its quarter", "2026-02-15", journal.InQuarter, nil)
	secret := filed(t, j, "private", "2026-03-15", journal.InMonth, func(e *journal.Entry) { e.Private = true })

	months := []journal.Day{mustDay(t, "2026-01-01"), mustDay(t, "2026-02-01"), mustDay(t, "2026-03-01")}
	for _, noPrivate := range []bool{false, true} {
		lines, err := j.MonthLines(t.Context(), months, noPrivate)
		if err != nil {
			t.Fatal(err)
		}
		if lines[0].Line.ID != want.ID || lines[1].Line.ID != "" || (lines[2].Line.ID == secret.ID) == noPrivate {
			t.Errorf("without private ones %v: the lines are %+v", noPrivate, lines)
		}
		if a, b, c := lines[0].Entries, lines[1].Entries, lines[2].Entries; a != 4 || b != 1 || c != 1 {
			t.Errorf("the months hold %d, %d and %d entries, want 4, 1 and 1", a, b, c)
		}
	}
}

func TestANewLineOfAMonthIsFoundAgain(t *testing.T) {
	j, _ := onDisk(t)
	month := mustDay(t, "2026-01-01")
	e := j.NewMonthLine(month)
	e.Title = "Kept the winter timetable quiet"
	if _, err := j.SaveEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	lines, err := j.MonthLines(t.Context(), []journal.Day{month}, false)
	if err != nil || lines[0].Line.ID != e.ID || lines[0].Line.Title != e.Title {
		t.Errorf("found %+v, %v", lines, err)
	}
}

func TestAProposalBecomesAnEntry(t *testing.T) {
	j, _ := onDisk(t)
	long := strings.Repeat("long ", 40)
	for name, c := range map[string]struct {
		text, title, body, quote string
		kind                     journal.Kind
	}{
		"a line is its title":            {text: "Moved the gates", title: "Moved the gates", kind: journal.MomentKind},
		"a block's first line is":        {text: "Moved\n\n- two stations", title: "Moved", body: "- two stations", kind: journal.MomentKind},
		"a long line is its text":        {text: long, body: long, kind: journal.Reflection},
		"a quotation is what was said":   {text: "“Calm and clear”, Lena", title: "“Calm and clear”, Lena", quote: "Calm and clear", kind: journal.FeedbackKind},
		"a quotation in a moment is not": {text: "“Calm” won", title: "“Calm” won", kind: journal.MomentKind},
	} {
		t.Run(name, func(t *testing.T) {
			day := mustDay(t, "2026-02-15")
			e := journal.Proposal{Text: c.text, Kind: c.kind, Day: day, Precision: journal.InQuarter}.Entry(j)
			if e.Title != c.title || e.Body != c.body || e.Kind != c.kind || e.Day != day || e.Precision != journal.InQuarter {
				t.Errorf("it is %+v", e)
			}
			if quote := e.Feedback; (quote != nil) != (c.quote != "") || quote != nil && quote.Quote != c.quote {
				t.Errorf("the quote is %+v, want %q", quote, c.quote)
			}
		})
	}
}

func TestAddedEntriesAreOneBatchThatCanBeUndone(t *testing.T) {
	j, _ := onDisk(t)
	filed(t, j, "there before", "2026-01-03", journal.ExactDay, nil)
	before := state(t, j)
	var all []journal.Entry
	for _, p := range journal.SplitList(picture, journal.ByLines, mustDay(t, "2026-03-12"))[:4] {
		all = append(all, p.Entry(j))
	}
	all[0].Evidence = []journal.Evidence{{Expectation: "Raises the hiring bar"}}
	all[1].People = []journal.Involved{{Person: "Lena"}}
	rest := journal.PastedList{Text: "coffee w/ Ove re gates"}
	batch, err := j.AddEntries(t.Context(), all, rest)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := j.Read().Count(t.Context(), journal.Filter{}); n != 5 || err != nil {
		t.Errorf("there are %d entries, %v; want 5", n, err)
	}
	if n, err := j.Read().Count(t.Context(), journal.Filter{Expectation: "raises the hiring bar"}); n != 1 || err != nil {
		t.Errorf("%d entries support the expectation, %v; want 1", n, err)
	}
	if got, err := j.PastedList(t.Context()); err != nil || got.Text != rest.Text {
		t.Errorf("left of the list is %+v, %v", got, err)
	}
	report, err := j.UndoImport(t.Context(), batch)
	if err != nil || report.Removed != 4 {
		t.Fatalf("undone was %+v, %v", report, err)
	}
	if after := state(t, j); after != before {
		t.Errorf("after the undo the journal differs:\n%s", cmp.Diff(before, after))
	}
}

func TestNothingIsAddedWhereOneBreaksARule(t *testing.T) {
	j, _ := onDisk(t)
	good := j.NewEntry(journal.Reflection, mustDay(t, "2026-01-15"))
	bad := j.NewEntry(journal.Reflection, journal.Day{})
	if _, err := j.AddEntries(t.Context(), []journal.Entry{good, bad}, journal.PastedList{}); !errors.Is(err, journal.ErrInvalid) {
		t.Errorf("the answer is %v", err)
	}
	if n, err := j.Read().Count(t.Context(), journal.Filter{}); n != 0 || err != nil {
		t.Errorf("there are %d entries, %v", n, err)
	}
}
