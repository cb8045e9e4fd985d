package journal

import "slices"

// Put writes a value of the metric down, in the order of the days. There is
// one a day: where the day has a value already, that one is replaced and
// returned.
func (m *Metric) Put(v MetricValue) (before MetricValue, replaced bool) {
	m.Values = m.InOrder()
	at, there := slices.BinarySearchFunc(m.Values, v.Day, func(v MetricValue, d Day) int { return v.Day.Compare(d) })
	if there {
		before, v.Extra = m.Values[at], m.Values[at].Extra
		m.Values[at] = v
		return before, true
	}
	m.Values = slices.Insert(m.Values, at, v)
	return MetricValue{}, false
}

// Take takes the value of a day away and returns it; there is false where the
// day has none.
func (m *Metric) Take(on Day) (taken MetricValue, there bool) {
	at := slices.IndexFunc(m.Values, func(v MetricValue) bool { return v.Day == on })
	if at < 0 {
		return MetricValue{}, false
	}
	taken = m.Values[at]
	m.Values = slices.Delete(slices.Clone(m.Values), at, at+1)
	return taken, true
}

// InOrder gives the values from the oldest to the newest. An imported metric
// may hold them in any order.
func (m *Metric) InOrder() []MetricValue {
	values := slices.Clone(m.Values)
	slices.SortStableFunc(values, func(a, b MetricValue) int { return a.Day.Compare(b.Day) })
	return values
}
