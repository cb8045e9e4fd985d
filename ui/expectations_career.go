package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"groundwork/journal/exchange"
	"groundwork/ui/look"
	"groundwork/ui/parts"
)

// careerPanel is a panel that shows what a career path asks of a job, before
// anything of it is added.
type careerPanel struct {
	d       *demands
	path    exchange.CareerPath
	at      int // the job that is shown
	choice  *parts.Select
	rows    *parts.List
	submit  *parts.Button
	overlay *parts.Overlay
}

// careerRow is the height of a row of a career path, and careerRows how many
// are in sight at most.
const (
	careerRow  float32 = 52
	careerRows float32 = 6
)

// chooseCareerPath asks for a file with a career path.
func (d *demands) chooseCareerPath() {
	ask := dialog.NewFileOpen(d.careerChosen, d.w.win)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".txt"}))
	ask.Show()
}

// careerChosen reads the file that was chosen, unless none was.
func (d *demands) careerChosen(file fyne.URIReadCloser, err error) {
	if err != nil {
		d.w.door.show("open a career path", accessProblem(err))
		return
	}
	if file == nil {
		return
	}
	task(d.w, "read a career path", func(context.Context) (exchange.CareerPath, error) {
		defer file.Close() // it was only read
		return exchange.ReadCareerPath(file)
	}, d.showCareerPath)
}

// showCareerPath shows what a file asks, job by job.
func (d *demands) showCareerPath(path exchange.CareerPath) {
	p := &careerPanel{d: d, path: path}
	var all []fyne.CanvasObject
	if path.Note != "" {
		all = append(all, sentenceText(told(path.Note)))
	}
	if len(path.Jobs) > 0 {
		all = append(all, p.preview()...)
	} else {
		all = append(all, sentenceText(lang.L("There is nothing in this file that could be used.")))
	}
	p.overlay = d.w.overlay(lang.L("Career path"), append(all, p.foot())...)
	if len(path.Jobs) > 0 {
		p.show(0)
		d.w.win.Canvas().Focus(p.choice)
	}
}

// preview is the choice of a job, and what is asked of who holds it.
func (p *careerPanel) preview() []fyne.CanvasObject {
	options := make([]parts.Option, len(p.path.Jobs))
	for i, job := range p.path.Jobs {
		options[i] = parts.Option{Key: jobKey(i), Label: lang.L("{{.Path}} · {{.Title}} ({{.Count}})",
			values{"Path": job.Path, "Title": job.Title, "Count": len(job.Expectations)})}
	}
	p.choice = parts.NewSelect("", options, p.choose)
	p.choice.Name = lang.L("Job")
	p.choice.SetSelected(jobKey(0))
	p.rows = parts.NewList(careerRow, nil)
	return []fyne.CanvasObject{p.choice, p.d.w.inPanel(p.rows, careerRows*careerRow)}
}

// foot is what can be done with the file.
func (p *careerPanel) foot() fyne.CanvasObject {
	p.submit = parts.NewButton(parts.Primary, "", look.IconPlus, p.add)
	setVisible(p.submit, len(p.path.Jobs) > 0)
	skipped := parts.NewButton(parts.Quiet, skippedWords(len(p.path.Skipped)), look.IconWarning, p.showSkipped)
	setVisible(skipped, len(p.path.Skipped) > 0)
	return parts.Across(look.Space8, skipped, parts.Spring(), p.submit)
}

// skippedWords counts the lines of a file that were not taken.
func skippedWords(n int) string {
	if n == 1 {
		return lang.L("1 line cannot be used")
	}
	return lang.L("{{.Count}} lines cannot be used", values{"Count": inGroups(n)})
}
