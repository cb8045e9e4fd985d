package data

import (
	"context"
	"database/sql"
)

// overheard tells of each statement before it is asked.
type overheard struct {
	querier
	tell func(query string, args []any)
}

// QueryContext implements querier.
func (o overheard) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	o.tell(query, args)
	return o.querier.QueryContext(ctx, query, args...)
}

// QueryRowContext implements querier.
func (o overheard) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	o.tell(query, args)
	return o.querier.QueryRowContext(ctx, query, args...)
}
