package salvage

import (
	"encoding/binary"
	"slices"
)

// kind is the first byte of a page of a tree (B-tree Pages).
type kind byte

// The kinds of pages.
const (
	indexBranch kind = 2
	tableBranch kind = 5
	indexLeaf   kind = 10
	tableLeaf   kind = 13
)

func (k kind) known() bool {
	return k == indexBranch || k == tableBranch || k == indexLeaf || k == tableLeaf
}

func (k kind) branch() bool { return k == indexBranch || k == tableBranch }

// treePage is a page of a tree, as it lies in the file.
type treePage struct {
	number int
	bytes  []byte
	start  int // of its head: behind the file's own on the first page
	kind   kind
}

func (f *File) treePage(n int) (treePage, error) {
	p := treePage{number: n}
	var err error
	if p.bytes, err = f.page(n); err != nil {
		return p, err
	}
	if n == 1 {
		p.start = 100
	}
	p.kind = kind(p.bytes[p.start])
	return p, nil
}

func (p *treePage) number16(at int) int {
	return int(binary.BigEndian.Uint16(p.bytes[p.start+at:]))
}

// number32 reads the number of a page, or 0 beyond the end.
func number32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}

func (p *treePage) headSize() int {
	if p.kind.branch() {
		return 12
	}
	return 8
}

// cells gives where the cells of a page begin. Of a page that tells fewer than
// it holds the others follow: the list of cells goes on behind what is told,
// and what was deleted is zero.
func (p *treePage) cells() (told, more []int) {
	list := p.start + p.headSize()
	count, content := p.number16(3), p.number16(5)
	if content == 0 {
		content = 65536
	}
	for i := 0; list+2*i+2 <= len(p.bytes); i++ {
		at := int(binary.BigEndian.Uint16(p.bytes[list+2*i:]))
		good := at >= list && at < len(p.bytes)
		switch {
		case i < count && good && !slices.Contains(told, at):
			told = append(told, at)
		case i < count:
		case list+2*i+2 > content || !good || at < content:
			return told, more
		case !slices.Contains(told, at) && !slices.Contains(more, at):
			more = append(more, at)
		}
	}
	return told, more
}

// children gives the pages that a branch leads to. whole tells whether all of
// its cells could be read.
func (p *treePage) children() (pages []int, whole bool) {
	if !p.kind.branch() {
		return nil, true
	}
	told, _ := p.cells()
	for _, at := range told {
		pages = append(pages, number32(p.bytes, at))
	}
	return append(pages, number32(p.bytes, p.start+8)), len(told) == p.number16(3)
}

// Varint reads a number of variable length; n is how many bytes it takes, 0
// where it is cut off.
func Varint(b []byte) (v int64, n int) {
	var u uint64
	for n = 0; n < 9 && n < len(b); n++ {
		if n == 8 {
			return int64(u<<8 | uint64(b[n])), 9 // #nosec G115 -- the format keeps the sign in the highest bit
		}
		u = u<<7 | uint64(b[n]&0x7f)
		if b[n] < 0x80 {
			return int64(u), n + 1 // #nosec G115 -- seven bits each, at most 56
		}
	}
	return 0, 0
}

// cell is the content of a row before it is taken apart.
type cell struct {
	rowid   int64
	payload []byte // as far as it could be read
	here    []byte // from the payload on to the end of the page, whatever it says of its length
}

// cell reads the one that begins at a place of the page, as one of a kind.
func (f *File) cell(p *treePage, at int, as kind) (c cell, ok bool) {
	if as == indexBranch {
		at += 4
	}
	if at >= len(p.bytes) {
		return c, false
	}
	size, n := Varint(p.bytes[at:])
	if at += n; n == 0 {
		return c, false
	}
	if as == tableLeaf {
		if c.rowid, n = Varint(p.bytes[at:]); n == 0 {
			return c, false
		}
		at += n
	}
	c.here = p.bytes[at:]
	c.payload = f.payload(c.here, size, as)
	return c, len(c.here) > 0
}

// payload puts a payload together that may go on in other pages (Cell Payload
// Overflow Pages). It is cut off where the next page is not there.
func (f *File) payload(here []byte, size int64, as kind) []byte {
	u := f.pageSize
	most := u - 35
	if as != tableLeaf {
		most = (u-12)*64/255 - 23
	}
	if size <= 0 || size > f.size+int64(len(f.logged))*int64(u) {
		return nil
	}
	if int(size) <= most {
		return here[:min(int(size), len(here))]
	}
	least := (u-12)*32/255 - 23
	local := least + (int(size)-least)%(u-4)
	if local > most {
		local = least
	}
	if local+4 > len(here) {
		return here
	}
	all := slices.Clone(here[:local])
	for next := number32(here, local); len(all) < int(size); {
		if next < 2 || next > f.count || f.left == 0 {
			return all
		}
		f.left-- // each is read once, but where the file is damaged
		page, err := f.page(next)
		if err != nil {
			return all
		}
		all = append(all, page[4:min(len(page), 4+int(size)-len(all))]...)
		next = number32(page, 0)
	}
	return all
}
