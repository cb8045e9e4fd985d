package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// growthAside is what stands at the right of a view.
type growthAside struct {
	content fyne.CanvasObject
	width   float32
	// spare tells that it can be done without where there is little room: it
	// is somewhere else too. What cannot takes the whole page there.
	spare bool
	// none tells that there is nothing to show at the moment.
	none bool
	// onNarrow is told whether there is room for one column only.
	onNarrow func(narrow bool)
}

// growthRoom lays out the page: the head over the view, and at the right what
// belongs to it, from the top of the page where the head leaves it the room.
type growthRoom struct {
	columns *parts.Columns
	head    *growthHead
	content *fyne.Container
	main    *fyne.Container
	right   *fyne.Container
	line    *parts.Hairline
	aside   *growthAside // nil for none
	at      int          // 1 where what stands aside has the page to itself
	narrow  bool
	read    bool // there is something to show
}

// asideShare is the share of the page that what stands aside takes at most,
// and asideLeast what it needs.
const (
	asideShare float32 = 0.36
	asideLeast float32 = 300
)

func newGrowthRoom(columns *parts.Columns, head *growthHead) *growthRoom {
	r := &growthRoom{columns: columns, head: head, main: container.NewStack(), right: container.NewStack(), line: parts.NewVerticalHairline()}
	r.content = container.New(r, head.content, r.main, r.right, r.line)
	return r
}

// put shows a view, with what belongs to it or nil.
func (r *growthRoom) put(main fyne.CanvasObject, aside *growthAside) {
	r.aside, r.at = aside, 0
	r.main.Objects, r.right.Objects = []fyne.CanvasObject{main}, nil
	if aside != nil {
		r.right.Objects = []fyne.CanvasObject{aside.content}
	}
	r.tell()
	r.content.Refresh()
}

// turnTo brings the view (0) or what stands aside (1) into sight, where there
// is room for one of them only.
func (r *growthRoom) turnTo(at int) {
	r.at = at
	r.content.Refresh()
}

// beside tells whether what stands aside is in sight beside the view.
func (r *growthRoom) beside() bool {
	switch {
	case r.aside == nil || r.aside.none:
		return false
	case r.aside.spare:
		return !r.columns.RailHidden()
	}
	return !r.narrow
}

// Layout implements fyne.Layout.
func (r *growthRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if narrow := r.columns.NavCompact(); narrow != r.narrow {
		r.narrow = narrow
		r.tell()
	}
	r.head.fit(size.Width)
	alone := r.narrow && r.aside != nil && !r.aside.spare && !r.aside.none && r.at == 1
	beside := r.beside()
	setVisible(r.head.content, !alone)
	setVisible(r.main, r.read && !alone)
	setVisible(r.right, r.read && (alone || beside))
	setVisible(r.line, beside)
	if alone {
		r.right.Move(fyne.NewPos(0, 0))
		r.right.Resize(size)
		return
	}
	left := size.Width
	if beside {
		left -= fyne.Max(asideLeast, fyne.Min(r.aside.width, float32(int(size.Width*asideShare))))
	}
	r.layColumns(size, left)
}

// layColumns lays out the columns, of which the first is so wide.
func (r *growthRoom) layColumns(size fyne.Size, left float32) {
	over, top := left, float32(0)
	if left < r.head.content.MinSize().Width+2*look.Space28 {
		over = size.Width // the head needs more than the column has
	}
	height := giveWidth(r.head.content, 0, 0, over)
	if over > left {
		top = height
	}
	r.main.Move(fyne.NewPos(0, height))
	r.main.Resize(fyne.NewSize(left, size.Height-height))
	if left == size.Width {
		return
	}
	r.line.Move(fyne.NewPos(left, top))
	r.line.Resize(fyne.NewSize(1, size.Height-top))
	r.right.Move(fyne.NewPos(left+1, top))
	r.right.Resize(fyne.NewSize(size.Width-left-1, size.Height-top))
}

// tell tells what stands aside whether there is room for one column only.
func (r *growthRoom) tell() {
	if r.aside != nil && r.aside.onNarrow != nil {
		r.aside.onNarrow(r.narrow)
	}
}

// MinSize implements fyne.Layout.
func (r *growthRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.Space40, look.Space40)
}
