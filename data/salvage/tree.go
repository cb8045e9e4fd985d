package salvage

import (
	"encoding/binary"
	"maps"
	"slices"
)

// climb finds out which table or index each page belongs to: the rows of the
// schema, wherever they lie, name the roots of the trees, and from there each
// branch leads on. What no tree reaches is found all the same.
func (f *File) climb(known []Object) error {
	f.owners, f.broken, f.trees, f.free = map[int]string{}, map[string]bool{}, map[string]bool{}, map[int]bool{}
	roots, err := f.findRoots(known)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(roots)) {
		f.trees[name] = true
		if err := f.climbTree(name, roots[name]); err != nil {
			return err
		}
	}
	f.left = 8*f.count + 1024
	return f.findFree()
}

// schema reads a row of the schema that has a root (The Database Schema Table).
func (r *Row) schema() (name string, root int, ok bool) {
	if len(r.Values) != 5 || !r.Whole || r.Index {
		return "", 0, false
	}
	what, isText := r.Values[0].(string)
	name, isName := r.Values[1].(string)
	number, isNumber := r.Values[3].(int64)
	ok = isText && isName && isNumber && (what == "table" || what == "index") && number > 1 && number < 1<<31
	return name, int(number), ok
}

// climbTree notes the pages of a tree.
func (f *File) climbTree(name string, root int) error {
	for next := []int{root}; len(next) > 0; {
		n := next[len(next)-1]
		next = next[:len(next)-1]
		if n < 2 || n > f.count || f.owners[n] != "" {
			f.broken[name] = true // it leads out of the file, or two lead to one page
			f.broken[f.owners[n]] = true
			continue
		}
		p, err := f.treePage(n)
		if err != nil {
			return err
		}
		f.owners[n] = name
		children, whole := p.children()
		if !p.kind.known() || !whole || p.kind.branch() && p.number16(3) == 0 {
			f.broken[name] = true
		}
		next = append(next, children...)
	}
	return nil
}

// findFree notes the pages that belong to nothing (The Freelist).
func (f *File) findFree() error {
	first, err := f.page(1)
	if err != nil || f.count == 0 {
		return err
	}
	for next := number32(first, 32); next > 1 && next <= f.count && !f.free[next]; {
		f.free[next] = true
		trunk, err := f.page(next)
		if err != nil {
			return err
		}
		for i := range min(number32(trunk, 4), len(trunk)/4-2) {
			f.free[int(binary.BigEndian.Uint32(trunk[8+4*i:]))] = true
		}
		next = number32(trunk, 0)
	}
	return nil
}

// Whole tells whether every page and every row of a table or an index that the
// file names could be read. It is asked after Rows.
func (f *File) Whole(tree string) bool { return f.trees[tree] && !f.broken[tree] }
