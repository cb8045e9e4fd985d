package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// roleSide is one of the two roles of the plan.
type roleSide string

// The roles of the plan.
const (
	currentRole roleSide = "current"
	targetRole  roleSide = "target"
)

// in gives the place of the role in a plan.
func (side roleSide) in(p *journal.Plan) **journal.Role {
	if side == currentRole {
		return &p.CurrentRole
	}
	return &p.TargetRole
}

// roleOf gives a role as it is, empty where there is none.
func roleOf(p *journal.Plan, side roleSide) journal.Role {
	if r := *side.in(p); r != nil {
		return *r
	}
	return journal.Role{}
}

// writeRole changes a role. One that holds nothing any more is none.
func writeRole(p *journal.Plan, side roleSide, change func(*journal.Role)) {
	r := roleOf(p, side)
	change(&r)
	*side.in(p) = &r
	if blankRole(r) {
		*side.in(p) = nil
	}
}

func blankRole(r journal.Role) bool {
	for _, text := range roleTexts() {
		if *text.at(&r) != "" {
			return false
		}
	}
	return len(r.Extra) == 0
}

// roleText is one of the things to say about a role.
type roleText struct {
	name, label, example string
	at                   func(*journal.Role) *string
}

// roleTexts are what there is to say about a role, its title first. What is
// asked comes from "Becoming a Leader With Purpose".
func roleTexts() []roleText {
	return []roleText{
		{"title", lang.L("Title"), "", func(r *journal.Role) *string { return &r.Title }},
		{"responsibilities", lang.L("Responsibilities"), "", func(r *journal.Role) *string { return &r.Responsibilities }},
		{"expectations", lang.L("What is expected"), "", func(r *journal.Role) *string { return &r.Expectations }},
		{"execution", lang.L("Execution"), lang.L("What doing it very well looks like"), func(r *journal.Role) *string { return &r.Execution }},
		{"processes", lang.L("Processes"), "", func(r *journal.Role) *string { return &r.Processes }},
		{"systems", lang.L("Systems"), "", func(r *journal.Role) *string { return &r.Systems }},
		{"simpler", lang.L("What could be simpler"), "", func(r *journal.Role) *string { return &r.Simpler }},
	}
}

// newRolesForm puts the current and the target role side by side.
func newRolesForm(t *purposeTab) fyne.CanvasObject {
	sides := container.New(&sideBySide{})
	for _, side := range []roleSide{currentRole, targetRole} {
		for _, o := range t.roleFields(side) {
			sides.Add(o)
		}
	}
	return section(lang.L("Roles"), parts.NewParagraph(
		lang.L("What you do now and what you want to do. Where the two differ is what there is to show."), parts.TypeCaption, 18), sides)
}

// roleFields are the name of a role's column and its fields.
func (t *purposeTab) roleFields(side roleSide) []fyne.CanvasObject {
	name := lang.L("Now")
	if side == targetRole {
		name = lang.L("Next")
	}
	objects := []fyne.CanvasObject{parts.NewText(name, parts.TypeStrong)}
	for _, text := range roleTexts() {
		read := func(p *journal.Plan) string {
			r := roleOf(p, side)
			return *text.at(&r)
		}
		put := func(p *journal.Plan, words string, _ journal.Day) {
			writeRole(p, side, func(r *journal.Role) { *text.at(r) = words })
		}
		field := "role/" + string(side) + "/" + text.name
		if text.name == "title" {
			objects = append(objects, t.area.line(t.g, field, text.label, wording{read, put}))
			continue
		}
		objects = append(objects, t.area.field(t.g, field, text.label, text.example, wording{read, put}))
	}
	return objects
}

// sideBySide lays the first half of its objects beside the second, each pair
// as high as the higher of it; where there is little room, the second half
// below the first.
type sideBySide struct{ width float32 }

// sidesFrom is the width from which two sides stand beside each other.
const sidesFrom float32 = 480

// pairs gives what stands in a row, and how wide a column is.
func (l *sideBySide) pairs(objects []fyne.CanvasObject) (rows [][]fyne.CanvasObject, width float32) {
	if l.width < sidesFrom {
		for i := range objects {
			rows = append(rows, objects[i:i+1])
		}
		return rows, l.width
	}
	half := len(objects) / 2
	for i := range half {
		rows = append(rows, []fyne.CanvasObject{objects[i], objects[half+i]})
	}
	return rows, float32(int((l.width - look.Space12) / 2))
}

// Layout implements fyne.Layout.
func (l *sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	rows, width := l.pairs(objects)
	y := float32(0)
	for _, row := range rows {
		for _, o := range row { // fields need their width before they know their height
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
		height := rowHeight(row)
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+look.Space12), y))
			o.Resize(fyne.NewSize(width, height))
		}
		y += height + look.Space8
	}
}

// MinSize implements fyne.Layout.
func (l *sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	rows, _ := l.pairs(objects)
	height := -look.Space8
	for _, row := range rows {
		height += rowHeight(row) + look.Space8
	}
	return fyne.NewSize(look.Space40, fyne.Max(height, 0))
}

func rowHeight(row []fyne.CanvasObject) float32 {
	height := float32(0)
	for _, o := range row {
		height = fyne.Max(height, o.MinSize().Height)
	}
	return height
}
