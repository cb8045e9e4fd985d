package salvage

// Row is one row that was read.
type Row struct {
	Tree   string // the table or index whose tree holds it; empty where no tree reaches its page
	Index  bool   // it lies as rows of an index lie, and so do those of a table WITHOUT ROWID
	Rowid  int64  // 0 where there is none
	Values []any  // nil, int64, float64, string or []byte
	Whole  bool   // all of them are there
	Sure   bool   // its page says that it is there, and not only looks like it
}

// Rows hands over every row that can be read, those of indexes too, first those
// that are sure. It ends with the first error of each.
func (f *File) Rows(each func(Row) error) error {
	for _, sure := range []bool{true, false} {
		err := f.eachRow(func(r Row) error {
			if r.Sure == sure {
				return each(r)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (f *File) eachRow(each func(Row) error) error {
	for n := 1; n <= f.count; n++ {
		if f.free[n] && f.owners[n] == "" {
			continue
		}
		p, err := f.treePage(n)
		if err != nil {
			return err
		}
		for _, as := range readings(p.kind) {
			if err := f.rowsOf(p, as, each); err != nil {
				return err
			}
		}
	}
	return nil
}

// readings are the kinds as which a page is read: as what it says, and where
// one bit may have made a leaf a branch or nothing known, as a leaf.
func readings(k kind) []kind {
	switch k {
	case tableLeaf, indexLeaf:
		return []kind{k}
	case tableBranch:
		return []kind{tableLeaf}
	case indexBranch:
		return []kind{indexBranch, indexLeaf}
	case 0: // the rest of a long row, or nothing
		return nil
	}
	return []kind{tableLeaf, indexLeaf}
}

// rowsOf reads a page as one of a kind.
func (f *File) rowsOf(p treePage, as kind, each func(Row) error) error {
	guessed := p.kind != as
	p.kind = as
	told, more := p.cells()
	if !guessed && len(told) < p.number16(3) {
		f.broken[f.owners[p.number]] = true
	}
	for i, at := range append(told, more...) {
		c, ok := f.cell(&p, at, as)
		r := Row{
			Tree: f.owners[p.number], Index: as != tableLeaf, Rowid: c.rowid, Sure: i < len(told) && !guessed,
		}
		if ok {
			r.Values, r.Whole = record(c.payload)
		}
		if ok && !r.Whole {
			// Its length may be what is wrong: a row tells it in two ways.
			if values, whole := record(c.here); whole {
				r.Values, r.Whole = values, true
			}
		}
		if !r.Whole && r.Sure {
			f.broken[r.Tree] = true
		}
		if len(r.Values) == 0 {
			continue
		}
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}
