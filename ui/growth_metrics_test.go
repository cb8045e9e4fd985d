package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

// openMetrics opens the view with metrics that are there already.
func openMetrics(t *testing.T, metrics ...journal.Metric) (*stage, *metricCards) {
	t.Helper()
	s := openWindow(t)
	s.change(func(p *journal.Plan) { p.Metrics = metrics })
	g := openGrowth(s, tabPurpose)
	return s, g.tabs[tabPurpose].(*purposeTab).metrics
}

// incidents is a metric of two values.
func incidents(t *testing.T) journal.Metric {
	return journal.Metric{Name: "Incidents", Unit: "a week", Values: []journal.MetricValue{
		{Day: dayOf(t, "2026-01-01"), Value: 4}, {Day: dayOf(t, "2026-02-01"), Value: 3.5},
	}}
}

func sameMetrics(t *testing.T, what string, want, got []journal.Metric) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestGivenNoMetric_WhenOneIsAddedAndNamed_ThenItIsKeptAsItIsTyped(t *testing.T) {
	s, m := openMetrics(t)
	tap(t, m.add)
	s.settle()
	if len(m.cards) != 1 || s.win.Canvas().Focused() != fyne.Focusable(m.cards[0].title.Editor) {
		t.Fatalf("%d cards, the keyboard is at %T", len(m.cards), s.win.Canvas().Focused())
	}
	s.typeText("Hours of coaching")
	s.write(m.cards[0].unit.Editor, "hours")
	sameMetrics(t, "the metrics", []journal.Metric{{Name: "Hours of coaching", Unit: "hours"}}, s.plan().Metrics)
	if got := m.cards[0].last.Text(); got != "No value yet." {
		t.Errorf("the card says %q", got)
	}
}

func TestGivenAMetric_WhenAValueIsAdded_ThenItIsOfTodayAndToldInWords(t *testing.T) {
	s, m := openMetrics(t, incidents(t))
	c := m.cards[0]
	if c.chart.Points() != 2 || c.last.Text() != "3.5 a week on 1 February" || c.course.Text() != "Down from 4 a week on 1 January, 2 values." {
		t.Fatalf("%d points, %q, %q", c.chart.Points(), c.last.Text(), c.course.Text())
	}
	s.write(c.values.number.Editor, "2,5")
	tap(t, c.values.add)
	s.settle()
	if got := s.plan().Metrics[0].Values; len(got) != 3 || got[2].Day != dayOf(t, "2026-03-12") || got[2].Value != 2.5 {
		t.Errorf("stored: %+v", got)
	}
	if c.last.Text() != "2.5 a week on 12 March" || c.values.number.Editor.Text != "" {
		t.Errorf("the card says %q, the field %q", c.last.Text(), c.values.number.Editor.Text)
	}
}

func TestGivenADayThatHasAValue_WhenAnotherIsAdded_ThenItIsReplacedAndComesBackWithUndo(t *testing.T) {
	s, m := openMetrics(t, incidents(t))
	before := s.plan().Metrics
	v := m.cards[0].values
	s.rewrite(v.day.line.Editor, "2026-02-01")
	s.write(v.number.Editor, "9")
	tap(t, v.add)
	s.settle()
	if got := s.plan().Metrics[0].Values; len(got) != 2 || got[1].Value != 9 {
		t.Fatalf("stored: %+v", got)
	}
	s.takeBack()
	sameMetrics(t, "taken back", before, s.plan().Metrics)
}

func TestGivenSomethingMissing_WhenAValueIsAdded_ThenItIsSaidBesideItsField(t *testing.T) {
	s, m := openMetrics(t, incidents(t))
	v := m.cards[0].values
	tap(t, v.add)
	if v.number.Problem() != "Which number?" {
		t.Errorf("without a number it says %q", v.number.Problem())
	}
	s.rewrite(v.day.line.Editor, "never")
	s.write(v.number.Editor, "5")
	tap(t, v.add)
	s.settle()
	if v.day.line.Problem() == "" || v.number.Editor.Text != "5" || len(s.plan().Metrics[0].Values) != 2 {
		t.Errorf("a day that is none says %q", v.day.line.Problem())
	}
}

func TestGivenValues_WhenTheyAreOpened_ThenEachCanBeChangedAndRemovedAndBroughtBack(t *testing.T) {
	s, m := openMetrics(t, incidents(t))
	before := s.plan().Metrics
	v := m.cards[0].values
	v.fold.SetOpen(true)
	v.list()
	if len(v.rows.Objects) != 2 || v.lines[0].day.line.Editor.Text != "1 February 2026" || v.lines[0].number.Editor.Text != "3.5" {
		t.Fatalf("the list has %d rows, the first of %q", len(v.rows.Objects), v.lines[0].day.line.Editor.Text)
	}
	s.rewrite(v.lines[0].number.Editor, "3")
	s.leaveField()
	s.rewrite(v.lines[0].day.line.Editor, "2026-01-01")
	s.leaveField()
	if got := v.lines[0].day.line.Problem(); got != "This day has a value already." {
		t.Errorf("beside the day stands %q", got)
	}
	s.rewrite(v.lines[0].day.line.Editor, "2026-02-02")
	s.leaveField()
	if got := s.plan().Metrics[0].Values[1]; got.Day != dayOf(t, "2026-02-02") || got.Value != 3 {
		t.Errorf("stored: %+v", got)
	}
	v.replace(journal.MetricValue{Day: dayOf(t, "2026-02-02")}, before[0].Values[1])
	s.settle()
	v.remove(before[0].Values[0])
	s.settle()
	if len(v.rows.Objects) != 1 {
		t.Errorf("removed, the list has %d rows", len(v.rows.Objects))
	}
	s.takeBack()
	sameMetrics(t, "brought back", before, s.plan().Metrics)
}

func TestGivenMetrics_WhenOneIsRemoved_ThenUndoBringsItBackToItsPlace(t *testing.T) {
	s, m := openMetrics(t, journal.Metric{Name: "First"}, incidents(t), journal.Metric{Name: "Last"})
	before := s.plan().Metrics
	m.cards[1].remove()
	s.settle()
	if len(m.cards) != 2 || m.cards[1].title.Editor.Text != "Last" {
		t.Fatalf("%d cards, the second is %q", len(m.cards), m.cards[1].title.Editor.Text)
	}
	s.takeBack()
	sameMetrics(t, "brought back", before, s.plan().Metrics)
	if len(m.cards) != 3 || m.cards[1].title.Editor.Text != "Incidents" {
		t.Errorf("%d cards, the second is %q", len(m.cards), m.cards[1].title.Editor.Text)
	}
}

func TestGivenManyValues_WhenTheyAreOpened_ThenTheNewestAreListedAndOlderOnesOnRequest(t *testing.T) {
	metric := journal.Metric{Name: "Steps"}
	for i := range 300 {
		metric.Values = append(metric.Values, journal.MetricValue{Day: dayOf(t, "2025-01-01").AddDays(i), Value: float64(i)})
	}
	s, m := openMetrics(t, metric)
	v := m.cards[0].values
	if len(v.lines) != 0 {
		t.Errorf("%d rows are made before they are looked at", len(v.lines))
	}
	v.fold.SetOpen(true)
	v.list()
	if len(v.rows.Objects) != 12 || v.lines[0].number.Editor.Text != "299" || !v.more.Visible() {
		t.Errorf("%d rows, the first of %q", len(v.rows.Objects), v.lines[0].number.Editor.Text)
	}
	tap(t, v.more)
	if len(v.rows.Objects) != 24 {
		t.Errorf("then %d", len(v.rows.Objects))
	}
	if got := words(s); !strings.Contains(got, "300 values") {
		t.Error("the card does not say how many there are")
	}
}
