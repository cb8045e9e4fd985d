package journal

// Filed gives the day under which an entry of this time is filed, and how
// exactly: a day, a month, or a quarter that holds all of it. A longer time, and
// an open one, can be filed nowhere.
func (s Span) Filed() (Day, Precision, bool) {
	from, until := s.From, s.Until
	switch {
	case from.IsZero() || until.Before(from) || from.Year != until.Year:
		return Day{}, "", false
	case from == until:
		return from, ExactDay, true
	case from.Month == until.Month:
		return InMonth.Middle(from), InMonth, true
	case InQuarter.Middle(from) == InQuarter.Middle(until):
		return InQuarter.Middle(from), InQuarter, true
	}
	return Day{}, "", false
}

// Filed reads the date of an entry as people write it, as exactly as it is
// given: what Span reads as a day, a month or a quarter, and what stands in
// lists besides, such as Q1 '26 and Jan–Mar. Anything else is an ErrInvalid.
func (d Dates) Filed(text string) (Day, Precision, error) {
	span, err := d.Span(text)
	if err != nil {
		pasted, ok := readPastedDate(text, d.Order, d.Today)
		if ok && pasted.unclear && pasted.last == "" {
			return Day{}, "", invalid("day", "%q can mean two days. Write the month by its name.", shorten(text, 40))
		}
		if !ok {
			return Day{}, "", invalid("day", "%q is not a date. Write it as 14 March, March 2026 or Q1.", shorten(text, 40))
		}
		span = pasted.span(d.Today, 0)
	}
	day, precision, ok := span.Filed()
	if !ok {
		return Day{}, "", invalid("day", "%q is a long time. Write a day, a month or a quarter.", shorten(text, 40))
	}
	return day, precision, nil
}
