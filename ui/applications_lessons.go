package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"groundwork/ui/parts"
)

// lessonList shows what was learned across the applications.
type lessonList struct {
	a     *applications
	rows  *parts.Roll
	shown []learned
}

// lessonRowHeight holds two lines of a lesson, and where it was learned.
const lessonRowHeight float32 = 92

func newLessonList(a *applications) *lessonList {
	l := &lessonList{a: a}
	l.rows = parts.NewRoll(l.press)
	l.rows.TextLeft = 0
	return l
}

// Len implements parts.Rows.
func (l *lessonList) Len() int { return len(l.shown) }

// Height implements parts.Rows.
func (l *lessonList) Height(int) float32 { return lessonRowHeight }

// Sort implements parts.Rows.
func (l *lessonList) Sort(int) int { return 0 }

// Make implements parts.Rows.
func (l *lessonList) Make(int) fyne.CanvasObject { return newLessonRow() }

// Fill implements parts.Rows.
func (l *lessonList) Fill(i int, row fyne.CanvasObject) {
	r, one := row.(*lessonRow), l.shown[i]
	r.text.SetText(one.text)
	r.where.SetText(l.where(one))
	r.content.Refresh()
}

// Opens implements parts.Rows.
func (l *lessonList) Opens(int) bool { return true }

// Label implements parts.Rows.
func (l *lessonList) Label(i int) string { return l.shown[i].text + ", " + l.where(l.shown[i]) }

// where says in which application and at which stage it was learned, and when.
func (l *lessonList) where(one learned) string {
	where := one.title
	if one.place != "" {
		where += ", " + one.place
	}
	stage := lang.L("Looking back")
	if one.stage != "" {
		stage = stageName(one.stage)
	}
	return where + " · " + stage + ", " + shortDay(one.day, l.a.today)
}

// update shows the lessons as they are now, where they were.
func (l *lessonList) update(lessons []learned) {
	l.shown = lessons
	l.rows.Update(l, -1)
}

// press opens the application in which something was learned.
func (l *lessonList) press(i int) { l.a.open(l.shown[i].application) }

// lessonRow is something that was learned, and where.
type lessonRow struct {
	widget.BaseWidget
	content *fyne.Container
	text    *parts.Paragraph
	where   *parts.Text
}

func newLessonRow() *lessonRow {
	r := &lessonRow{text: parts.NewParagraph("", parts.TypeMemory, 23), where: cutText(parts.TypeCaption)}
	r.text.MaxLines = 2
	r.content = container.New(lessonLayout{}, r.text, r.where)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *lessonRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.content) }

// lessonLayout lays a lesson over where it was learned, in the middle of the
// row.
type lessonLayout struct{}

// Layout implements fyne.Layout.
func (lessonLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text, where := objects[0], objects[1]
	height := giveWidth(text, 0, 0, size.Width)
	const gap = 4
	top := (size.Height - height - gap - where.MinSize().Height) / 2
	text.Move(fyne.NewPos(0, float32(int(top))))
	line(where, 0, top+height+gap+where.MinSize().Height/2, size.Width)
}

// MinSize implements fyne.Layout.
func (lessonLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, lessonRowHeight) }
