package ui

import "groundwork/journal"

// readReviewFrom reads the day on which the review period begins, which is not
// after its last day where that is known.
func readReviewFrom(text string, dates journal.Dates, until journal.Day) (journal.Span, error) {
	span, err := dates.Span(text)
	if err == nil && !until.IsZero() && span.From.After(until) {
		return span, &journal.Invalid{Field: "reviewFrom", Problem: "The period would begin after its end."}
	}
	return span, err
}

// readReviewUntil reads the last day of the review period: of a month or a
// quarter the last one. It is not before the day on which the period begins.
func readReviewUntil(text string, dates journal.Dates, from journal.Day) (journal.Span, error) {
	span, err := dates.Ahead(text)
	if err == nil && span.Until.Before(from) {
		return span, &journal.Invalid{Field: "reviewUntil", Problem: "The period would end before it begins."}
	}
	return journal.Span{From: span.Until, Until: span.Until}, err
}
