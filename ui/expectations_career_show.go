package ui

import (
	"strconv"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// jobKey is the key of a job in the choice of jobs.
func jobKey(at int) string { return strconv.Itoa(at) }

// choose shows another job.
func (p *careerPanel) choose(key string) {
	for i := range p.path.Jobs {
		if jobKey(i) == key {
			p.show(i)
		}
	}
}

// show lists what is asked of who holds a job, and counts what is new of it.
func (p *careerPanel) show(at int) {
	p.at = at
	asked := p.path.Jobs[at].Expectations
	p.rows.Fill(len(asked), func(i int) parts.ListItem { return p.item(asked[i]) })
	fresh := 0
	for _, x := range asked {
		if _, there := p.d.sheet.like(x); !there {
			fresh++
		}
	}
	p.submit.SetText(lang.L("Add {{.Count}}", values{"Count": fresh}))
	setEnabled(p.submit, fresh > 0)
	p.overlay.Refresh()
}

// item is a row: what is asked, and where it goes or that it is there.
func (p *careerPanel) item(x journal.Expectation) parts.ListItem {
	item := expectationItem(x)
	item.Caption = oneLine(item.Caption)
	if there, ok := p.d.sheet.like(x); ok {
		item.Note, item.Quiet = thereWords(there), true
	}
	return item
}

// showSkipped lists the lines that cannot be used.
func (p *careerPanel) showSkipped() { p.d.w.showSkipped(p.path.Skipped) }

// add adds what the job asks.
func (p *careerPanel) add() {
	p.overlay.Hide()
	p.d.add(p.path.Jobs[p.at].Expectations)
}
