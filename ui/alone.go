package ui

// In focus mode there is only the text of the entry: the navigation, the rail
// and all that stands around the text are out of sight. What went wrong is
// still said at the foot.

// toggleAlone shows the text alone, or all of Today again.
func (t *today) toggleAlone() {
	if t.desk == nil || t.w.current != page(t) {
		return
	}
	t.setAlone(!t.alone)
	t.focusText()
}

// setAlone shows the text alone, or all that is around it.
func (t *today) setAlone(on bool) {
	if t.alone == on {
		return
	}
	t.alone = on
	f := t.w.frame
	f.columns.SetNav(f.side)
	if on {
		f.columns.SetNav(nil)
	}
	t.w.foot.hush(on)
	setVisible(t.head, !on)
	setVisible(t.kinds, !on)
	f.put(t.centre(), t.side())
	if t.desk != nil {
		t.redraw(t.desk)
	}
	t.page.Refresh()
	t.w.win.SetMainMenu(t.w.menu())
}

// escape leads from the text alone back to all of Today.
func (t *today) escape() {
	if t.alone {
		t.toggleAlone()
	}
}
