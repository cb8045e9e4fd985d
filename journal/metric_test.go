package journal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
)

func measured(on string, v float64) journal.MetricValue {
	return journal.MetricValue{Day: dated(on), Value: v}
}

func TestAValueIsPutInItsPlaceAmongTheDays(t *testing.T) {
	m := journal.Metric{Values: []journal.MetricValue{measured("2026-03-01", 3), measured("2026-01-01", 1)}} // as imported
	if _, replaced := m.Put(measured("2026-02-01", 2)); replaced {
		t.Error("a new day replaces something")
	}
	want := []journal.MetricValue{measured("2026-01-01", 1), measured("2026-02-01", 2), measured("2026-03-01", 3)}
	if diff := cmp.Diff(want, m.Values); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASecondValueOfADayReplacesTheFirstWhichComesBack(t *testing.T) {
	m := journal.Metric{Values: []journal.MetricValue{measured("2026-03-01", 3)}}
	before, replaced := m.Put(measured("2026-03-01", 4))
	if !replaced || before.Value != 3 || len(m.Values) != 1 || m.Values[0].Value != 4 {
		t.Errorf("replaced %v (%v), now %v", before, replaced, m.Values)
	}
}

func TestAValueIsTakenAwayByItsDay(t *testing.T) {
	m := journal.Metric{Values: []journal.MetricValue{measured("2026-03-01", 3), measured("2026-03-02", 4)}}
	if taken, there := m.Take(dated("2026-03-01")); !there || taken.Value != 3 {
		t.Errorf("took %v (%v)", taken, there)
	}
	if _, there := m.Take(dated("2026-03-01")); there || len(m.Values) != 1 {
		t.Errorf("left: %v", m.Values)
	}
}
