package ui

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"groundwork/journal"
	"groundwork/journal/handout"
	"groundwork/ui/parts"
)

// exportStage is a window on the page of the export.
type exportStage struct {
	*stage
	page   *export
	folder string // that files go to
}

// exporting opens the page on a year with a private moment in it.
func exporting(t *testing.T) *exportStage {
	t.Helper()
	s := openWindow(t)
	s.aYear()
	s.led("2024-05-01", "Long ago", "Kept the lights on.", nil)
	x := &exportStage{s, s.frame.export, t.TempDir()}
	s.app.Preferences().SetString(prefHandoutFolder, x.folder)
	s.press(key(fyne.KeyE, ctrl|shift))
	return x
}

// saves saves what is on the pages under a name and gives what was written.
func (x *exportStage) saves(form handout.Form, name string) string {
	x.t.Helper()
	x.page.how.choose(string(form))
	x.settle()
	x.page.how.saveFile()
	x.settle()
	x.rewrite(x.nameField(), name)
	x.nameField().OnEnter()
	x.settle()
	path := filepath.Join(x.folder, name+form.Ending())
	text, err := os.ReadFile(path)
	if err != nil && !form.IsFolder() {
		x.t.Fatalf("nothing is written: %v", err)
	}
	return string(text)
}

// nameField is the field of the panel that asks where to.
func (x *exportStage) nameField() *parts.Editor {
	x.t.Helper()
	e, ok := x.win.Canvas().Focused().(*parts.Editor)
	if !ok {
		x.t.Fatal("no panel asks for a name")
	}
	return e
}

func (x *exportStage) wantSays(want string) {
	x.t.Helper()
	if got := x.page.how.says.Text(); got != want {
		x.t.Errorf("it says %q, want %q", got, want)
	}
}

func TestGivenAJournal_WhenExportOpens_ThenItIsSinceTheLastReviewWithoutThePrivateOnes(t *testing.T) {
	x := exporting(t)
	x.wantSays("3 entries, 1 private left out")
	if got := x.page.which.periods.Selected(); got != periodReview {
		t.Errorf("the period is %q", got)
	}
	if x.page.preview.pages == nil || x.page.preview.pages.Len() == 0 {
		t.Error("no pages are shown")
	}
	text := x.saves(handout.Markdown, "review")
	wantSaid(t, text, "Saturday releases", "You made the trade-off visible")
	for _, out := range []string{"Staying quiet", "Long ago"} {
		if strings.Contains(text, out) {
			t.Errorf("%q goes out", out)
		}
	}
	if got := x.app.Preferences().String(prefHandoutFolder); got != x.folder {
		t.Errorf("the folder that is remembered is %q", got)
	}
}

func TestEachChoiceNarrowsWhatGoesOut(t *testing.T) {
	x := exporting(t)
	w := x.page.which
	for name, c := range map[string]struct {
		choose func()
		want   string
	}{
		"all":      {func() { w.choosePeriod(periodAll) }, "4 entries, 1 private left out"},
		"a kind":   {func() { w.choosePeriod(periodAll); w.toggleKind(journal.FeedbackKind) }, "1 entry"},
		"starred":  {func() { w.choosePeriod(periodAll); w.toggleStarred() }, "No entry goes by these choices."},
		"a person": {func() { w.choosePeriod(periodAll); w.fields.setPerson("Oskar Nyman") }, "1 entry"},
		"a tag":    {func() { w.choosePeriod(periodAll); w.fields.setTag("none") }, "No entry goes by these choices."},
		"a day":    {func() { w.choosePeriod(periodAll); w.fields.setUntil(dayOf(t, "2024-12-31")) }, "1 entry"},
	} {
		x.press(key(fyne.KeyE, ctrl|shift)) // each visit begins anew
		c.choose()
		x.settle()
		if got := x.page.how.says.Text(); got != c.want {
			t.Errorf("%s: it says %q, want %q", name, got, c.want)
		}
		if empty := strings.HasPrefix(c.want, "No entry"); x.page.how.save.Disabled() != empty {
			t.Errorf("%s: to save is switched off: %v", name, !empty)
		}
	}
}

func TestAPrivateEntryGoesOutOnlyWhenItIsTickedAndIsRememberedNowhere(t *testing.T) {
	x := exporting(t)
	x.page.private.toggle()
	x.page.private.tick(0)
	x.settle()
	x.wantSays("4 entries")
	if text := x.saves(handout.Text, "let out"); !strings.Contains(text, "Staying quiet") {
		t.Error("a private entry that was ticked does not go out")
	}
	x.press(key(fyne.KeyT, ctrl))
	x.press(key(fyne.KeyE, ctrl|shift))
	x.wantSays("3 entries, 1 private left out")
}

func TestMaskedNamesStandNowhereInAnyForm(t *testing.T) {
	x := exporting(t)
	x.page.how.maskNames(true)
	x.settle()
	x.wantSays("3 entries, 1 private left out, 1 name masked")
	for _, form := range []handout.Form{handout.Markdown, handout.HTML, handout.Text, handout.JSON, handout.CSV} {
		if text := x.saves(form, "masked-"+string(form)); strings.Contains(text, "Oskar") || strings.Contains(text, "Nyman") {
			t.Errorf("%s names somebody", form)
		}
	}
}

func TestAFileThatIsThereIsReplacedOnlyWhenAsked(t *testing.T) {
	x := exporting(t)
	path := filepath.Join(x.folder, "mine.txt")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if text := x.saves(handout.Text, "mine"); text != "mine" {
		t.Fatal("a file is replaced without asking")
	}
	x.nameField().OnEnter()
	x.settle()
	if text, err := os.ReadFile(path); err != nil || string(text) == "mine" {
		t.Errorf("asked to, it is not replaced (%v)", err)
	}
}

func TestEveryFormIsWritten(t *testing.T) {
	x := exporting(t)
	for _, form := range handout.Forms() {
		x.saves(form, "each-"+string(form))
	}
	found, err := os.ReadDir(x.folder)
	if err != nil || len(found) != len(handout.Forms()) {
		t.Errorf("there are %d things for %d forms (%v)", len(found), len(handout.Forms()), err)
	}
	docx, err := zip.OpenReader(filepath.Join(x.folder, "each-docx.docx"))
	if err != nil {
		t.Fatalf("the DOCX cannot be opened: %v", err)
	}
	_ = docx.Close()
}

func TestWhereTheFolderIsGone_ThenItSaysSoAndKeepsThePanel(t *testing.T) {
	x := exporting(t)
	x.app.Preferences().SetString(prefHandoutFolder, filepath.Join(x.folder, "gone"))
	x.page.how.saveFile()
	x.settle()
	x.nameField().OnEnter()
	x.settle()
	if x.win.Canvas().Overlays().Top() == nil {
		t.Error("the panel closes over a failure")
	}
	if found, _ := os.ReadDir(x.folder); len(found) != 0 {
		t.Errorf("something is left: %v", found)
	}
}

func TestEscapeLeavesTheExport(t *testing.T) {
	x := exporting(t)
	x.page.escape()
	if x.current != page(x.today) {
		t.Error("it does not lead back to Today")
	}
}
