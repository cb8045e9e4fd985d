package salvage

import (
	"encoding/binary"
	"fmt"
	"io"
)

// usualPage is the size of a page, in bytes, of every file that SQLite makes
// unless it is told otherwise.
const usualPage = 4096

// File is a database file, with its log if there is one.
type File struct {
	db       io.ReaderAt
	size     int64 // of db
	pageSize int
	count    int // of pages

	log    io.ReaderAt
	logged map[int]int64 // where in the log the newest page lies, by its number

	left int // pages of long rows that may still be read; see payload

	owners map[int]string  // the tree that reaches a page
	trees  map[string]bool // those whose root is known
	broken map[string]bool // those of which something cannot be read
	free   map[int]bool    // pages that belong to nothing
}

// Open looks through a file of a number of bytes. log is its write-ahead log,
// or nil. known is the schema that it had: what it says of itself may be what is
// damaged. Nothing but an error of reading is an error: a file that is no
// database has no rows.
func Open(db io.ReaderAt, size int64, log io.ReaderAt, logSize int64, known []Object) (*File, error) {
	f := &File{db: db, size: size, log: log, logged: map[int]int64{}}
	f.pageSize = f.findPageSize()
	f.count = int((size + int64(f.pageSize) - 1) / int64(f.pageSize))
	if log != nil {
		if err := f.readLog(logSize); err != nil {
			return nil, err
		}
	}
	f.left = 8*f.count + 1024
	return f, f.climb(known)
}

// findPageSize decides between the size that the file tells and the usual one.
// The smaller of the two is right where pages of that size look like pages
// almost as often as those of the larger one.
func (f *File) findPageSize() int {
	head := make([]byte, 18)
	if n, _ := f.db.ReadAt(head, 0); n < len(head) {
		return usualPage
	}
	told := int(binary.BigEndian.Uint16(head[16:])) // The Database Header
	if told == 1 {
		told = 65536
	}
	if told < 512 || told&(told-1) != 0 || told == usualPage {
		return usualPage
	}
	small, large := min(told, usualPage), max(told, usualPage)
	if f.likePages(small) >= 0.7*f.likePages(large) {
		return small
	}
	return large
}

// likePages tells which part of the pages begins like one of a tree, where all
// have a size.
func (f *File) likePages(size int) float64 {
	first := make([]byte, 1)
	like, all := 0, 0
	for at := int64(size); at < f.size; at += int64(size) {
		all++
		if _, err := f.db.ReadAt(first, at); err == nil && kind(first[0]).known() {
			like++
		}
	}
	return float64(like) / float64(max(1, all))
}

// page reads a page by its number, from 1. What the file is too short for is
// zero.
func (f *File) page(n int) ([]byte, error) {
	page := make([]byte, f.pageSize)
	from, at, size := f.db, int64(n-1)*int64(f.pageSize), f.size
	if logged, is := f.logged[n]; is {
		from, at, size = f.log, logged, logged+int64(f.pageSize)
	}
	if at >= size {
		return page, nil
	}
	if _, err := from.ReadAt(page[:min(int64(len(page)), size-at)], at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("read page %d: %w", n, err)
	}
	return page, nil
}

// readLog finds the newest of each page that was committed (The Write-Ahead
// Log). It ends where the log was cut off or is not what was written.
func (f *File) readLog(size int64) error {
	const headSize, frameHead = 32, 24
	head := make([]byte, headSize)
	if size < headSize {
		return nil
	}
	if _, err := f.log.ReadAt(head, 0); err != nil {
		return fmt.Errorf("read the log: %w", err)
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch magic := binary.BigEndian.Uint32(head); magic {
	case 0x377f0682:
	case 0x377f0683:
		order = binary.BigEndian
	default:
		return nil
	}
	sum := checksum{order: order}
	sum.add(head[:24])
	if !sum.is(head[24:]) || int(binary.BigEndian.Uint32(head[8:])) != f.pageSize {
		return nil
	}
	frame := make([]byte, frameHead+f.pageSize)
	pending := map[int]int64{}
	for at := int64(headSize); at+int64(len(frame)) <= size; at += int64(len(frame)) {
		if _, err := f.log.ReadAt(frame, at); err != nil {
			return fmt.Errorf("read the log: %w", err)
		}
		sum.add(frame[:8])
		sum.add(frame[frameHead:])
		if string(frame[8:16]) != string(head[16:24]) || !sum.is(frame[16:24]) {
			return nil
		}
		pending[int(binary.BigEndian.Uint32(frame))] = at + frameHead
		if count := int(binary.BigEndian.Uint32(frame[4:])); count > 0 { // a commit
			for n, where := range pending {
				f.logged[n] = where
			}
			clear(pending)
			f.count = min(count, int((f.size+size)/int64(f.pageSize))+1)
		}
	}
	return nil
}

// checksum is that of the log.
type checksum struct {
	order  binary.ByteOrder
	s0, s1 uint32
}

func (c *checksum) add(words []byte) {
	for ; len(words) >= 8; words = words[8:] {
		c.s0 += c.order.Uint32(words) + c.s1
		c.s1 += c.order.Uint32(words[4:]) + c.s0
	}
}

func (c *checksum) is(told []byte) bool {
	return binary.BigEndian.Uint32(told) == c.s0 && binary.BigEndian.Uint32(told[4:]) == c.s1
}
