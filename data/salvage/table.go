package salvage

// Table is what is known of a table, so that its rows are told from those of
// others: all of its values have the type of their column (STRICT).
type Table struct {
	Name    string
	Columns []Column // as they lie in a row: of a table WITHOUT ROWID the key comes first
	Rowid   bool     // it has one, and is no table WITHOUT ROWID
}

// Column is a column of a table.
type Column struct {
	Name     string
	Type     string // TEXT, INTEGER, REAL or BLOB
	Null     bool   // it may be NULL
	IsRowid  bool   // it is another name of the rowid: the row holds NULL
	Computed bool   // it is made of the others, and not inserted
}

// Takes tells whether a row may be one of the table.
func (t *Table) Takes(r Row) bool {
	if t.Rowid == r.Index || len(r.Values) != len(t.Columns) || !r.Whole {
		return false
	}
	for i, v := range r.Values {
		if !t.Columns[i].takes(v) {
			return false
		}
	}
	return true
}

func (c *Column) takes(v any) bool {
	switch v := v.(type) {
	case nil:
		return c.IsRowid || c.Null
	case int64:
		return c.Type == "INTEGER" && !c.IsRowid || c.Type == "REAL" // a whole number is stored as one
	case float64:
		return c.Type == "REAL" && v == v
	case string:
		return c.Type == "TEXT"
	}
	return c.Type == "BLOB"
}

// Bend gives the values of a row that must be one of the table, since it lies
// in its tree, though some of them have another type than they had: each
// becomes the nearest of its column's. ok is false where the row has not as many
// values as the table has columns.
func (t *Table) Bend(r Row) (values []any, ok bool) {
	if t.Rowid == r.Index || len(r.Values) != len(t.Columns) || !r.Whole {
		return nil, false
	}
	for i, v := range r.Values {
		values = append(values, t.Columns[i].bend(v))
	}
	return values, true
}

func (c *Column) bend(v any) any {
	if c.takes(v) {
		return v
	}
	switch bytes, isBytes := v.([]byte); {
	case c.IsRowid || c.Null && v == nil:
		return nil
	case c.Type == "TEXT" && isBytes:
		return string(bytes)
	case c.Type == "TEXT":
		return ""
	case c.Type == "BLOB":
		return []byte{}
	}
	return int64(0)
}
