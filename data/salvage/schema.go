package salvage

import (
	"maps"
	"slices"
	"strings"
)

// Object is what SQLite says of a table, an index or a trigger (The Database
// Schema Table).
type Object struct {
	Type  string // table, index, trigger or view
	Name  string
	Table string // the table that it belongs to: of a table itself
	SQL   string // the statement that makes it; empty for the indexes that SQLite makes by itself
}

// hasTree tells whether it has pages of its own.
func (o *Object) hasTree() bool {
	return (o.Type == "table" || o.Type == "index") && !strings.HasPrefix(o.SQL, "CREATE VIRTUAL")
}

// findRoots finds the roots of the trees in turn: of what the file is known to
// hold and names so, of what it names with a letter or two changed, or in a row
// that cannot be read any more, and of what somebody else added.
func (f *File) findRoots(known []Object) (roots map[string]int, err error) {
	roots = map[string]int{}
	lost, others := map[string]Object{}, map[string]int{}
	for _, o := range known {
		if o.hasTree() {
			lost[o.Name] = o
		}
	}
	err = f.eachRow(func(r Row) error {
		if name, root, ok := r.schema(); ok && root <= f.count && r.Sure {
			others[name] = root
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	taken := map[int]bool{}
	take := func(name string, root int) {
		roots[name], taken[root] = root, true
		delete(lost, name)
		delete(others, name)
	}
	for _, o := range known {
		if root := others[o.Name]; root != 0 {
			take(o.Name, root)
		}
	}
	for n := 1; n <= f.count && len(lost) > 0; n++ {
		page, err := f.page(n)
		if err != nil {
			return nil, err
		}
		for _, name := range slices.Sorted(maps.Keys(lost)) {
			o := lost[name]
			if root := o.rootIn(page); root > 1 && root <= f.count && !taken[root] {
				take(name, root)
			}
		}
	}
	for name, root := range others {
		if !taken[root] {
			roots[name] = root
		}
	}
	return roots, nil
}

// mostChanged is how many letters of a row of the schema may be other ones.
const mostChanged = 2

// rootIn looks in a page for the row that describes the object, whatever its
// head says, and gives the root that it names; 0 where it is not there.
func (o *Object) rootIn(page []byte) int {
	names := []byte(o.Type + o.Name + o.Table)
	// A row begins with the length of its head, and a number for each of its
	// five values; that of the statement is long (Record Format).
	const shortestHead = 6
	for at := shortestHead; at+len(names)+4 <= len(page); at++ {
		left := mostChanged - changed(page[at:], names, mostChanged)
		if left < 0 {
			continue
		}
		root := page[at+len(names):]
		begin := []byte(o.SQL)[:min(len(o.SQL), 24)]
		for size := 1; size <= 3 && size+len(begin) <= len(root); size++ {
			if o.SQL == "" && int(page[at-2]) != size || changed(root[size:], begin, left) > left {
				continue
			}
			n := 0
			for _, b := range root[:size] {
				n = n<<8 | int(b)
			}
			return n
		}
	}
	return 0
}

// changed counts the letters in which what lies there is not what it was. It
// counts no further than to one more than most.
func changed(is, was []byte, most int) (n int) {
	for i := 0; i < len(was) && n <= most; i++ {
		if is[i] != was[i] {
			n++
		}
	}
	return n
}
