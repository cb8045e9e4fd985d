package paper

// outlines writes the headings as bookmarks (12.3.3) and gives the number of
// their root, or 0 where there are none. A heading of the second level that
// stands under none of the first is one of the first.
func (b *binding) outlines() int {
	marks := b.pages.marks
	if len(marks) == 0 {
		return 0
	}
	root := b.file.next()
	items := b.items(root)
	for i := range items {
		o := &items[i]
		b.file.open(o.number)
		b.file.line("<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %.2f null]",
			coded(marks[i].text), o.parent, pageObject(marks[i].page), float32(b.pages.sheet.Height)-marks[i].y)
		o.links(b.file, "Prev", o.before)
		o.links(b.file, "Next", o.after)
		o.links(b.file, "First", o.first)
		o.links(b.file, "Last", o.last)
		if o.below > 0 {
			b.file.line("/Count -%d", o.below) // closed
		}
		b.file.line(">>\nendobj")
	}
	top, last := 0, 0
	for _, o := range items {
		if o.parent == root {
			top, last = top+1, o.number
		}
	}
	b.file.object(root, "/Type /Outlines /First %d 0 R /Last %d 0 R /Count %d", items[0].number, last, top)
	return root
}

// item is a bookmark among others: the numbers of those around it, or 0.
type item struct {
	number, parent, before, after, first, last int
	below                                      int // how many stand below it
}

func (o *item) links(f *file, name string, to int) {
	if to > 0 {
		f.line("/%s %d 0 R", name, to)
	}
}

// items puts the headings below each other.
func (b *binding) items(root int) []item {
	items := make([]item, len(b.pages.marks))
	var over, before *item // the last of the first level, and the last one below it
	for i, m := range b.pages.marks {
		o := &items[i]
		o.number = b.file.next()
		if m.level == 1 || over == nil {
			o.parent = root
			if over != nil {
				over.after, o.before = o.number, over.number
			}
			over, before = o, nil
			continue
		}
		o.parent = over.number
		over.last = o.number
		over.below++
		if before == nil {
			over.first = o.number
		} else {
			before.after, o.before = o.number, before.number
		}
		before = o
	}
	return items
}
