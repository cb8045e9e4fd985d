package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// write types into an editor, as a person does who clicked into it.
func (s *stage) write(e *parts.Editor, text string) {
	s.t.Helper()
	s.win.Canvas().Focus(e)
	s.typeText(text)
}

// leaveField takes the cursor out of the field it is in.
func (s *stage) leaveField() {
	s.win.Canvas().Unfocus()
	s.settle()
}

// moment gives the form of the entry in the middle.
func (s *stage) momentForm() *momentForm {
	return s.today.desk.formOf(journal.MomentKind).(*momentForm)
}

func (s *stage) feedbackForm() *feedbackForm {
	return s.today.desk.formOf(journal.FeedbackKind).(*feedbackForm)
}

func (s *stage) applicationForm() *applicationForm {
	return s.today.desk.formOf(journal.ApplicationKind).(*applicationForm)
}

func TestEveryPartOfAMomentIsKept(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key2, ctrl|shift))
	s.press(key(fyne.KeyPeriod, ctrl))
	f := s.momentForm()
	for i, text := range []string{"It waited.", "Let them decide.", "A checklist.", "Six releases."} {
		s.write(f.star[i].Editor, text)
	}
	s.write(f.impact.Editor, "Rollback time")
	s.write(f.value.Editor, "12,5")
	s.leaveField()
	s.write(f.unit.Editor, "minutes")
	s.leaveField()
	f.outcome.OnChosen("costs")
	f.change.OnChosen(journal.Initiated)
	f.people.field.OnChanged([]parts.NameChip{{Name: "Oskar Nyman"}})
	s.save()
	got := s.only()
	value := 12.5
	want := &journal.Moment{
		Situation: "It waited.", Task: "Let them decide.", Action: "A checklist.", Result: "Six releases.",
		Impact: &journal.Impact{Text: "Rollback time", Value: &value, Unit: "minutes"}, Outcome: "costs", Change: "initiated",
	}
	if diff := cmp.Diff(want, got.Moment); diff != "" {
		t.Errorf("the moment differs (-want +got):\n%s", diff)
	}
	if len(got.People) != 1 || got.People[0].Role != "saw" || s.today.personName(got.People[0].Person) != "Oskar Nyman" {
		t.Errorf("seen by %v", got.People)
	}
}

func TestTheSelectedSentenceBecomesAPartWithOneKey(t *testing.T) {
	s := openWindow(t)
	s.typeText("It was late. Nobody called me.")
	s.press(key(fyne.Key4, alt))
	s.save()
	got := s.only()
	if got.Kind != journal.MomentKind || got.Moment.Result != "Nobody called me." {
		t.Errorf("the entry is a %s with the result %q", got.Kind, got.Moment.Result)
	}
	if got.Body != "It was late. Nobody called me." {
		t.Errorf("the text became %q", got.Body)
	}
	if !s.today.fold.Open() {
		t.Error("the parts are out of sight")
	}
}

func TestTurningIntoAMomentAndBackKeepsEveryPart(t *testing.T) {
	s := openWindow(t)
	s.typeText("text")
	s.press(key(fyne.KeyM, ctrl|shift))
	s.press(key(fyne.KeyPeriod, ctrl))
	s.write(s.momentForm().star[3].Editor, "It worked.")
	s.today.chooseKind(string(journal.Reflection))
	s.save()
	if got := s.only(); got.Kind != journal.Reflection || got.Moment == nil || got.Moment.Result != "It worked." {
		t.Fatalf("as a reflection it holds %+v", got.Moment)
	}
	if s.today.depth.Visible() {
		t.Error("the parts of the moment are in sight of a reflection")
	}
	s.press(key(fyne.KeyM, ctrl|shift))
	if got := s.momentForm().star[3].Editor.Text; got != "It worked." || !s.today.depth.Visible() {
		t.Errorf("as a moment again the result is %q", got)
	}
}

func TestAChoiceIsTakenBackAndMadeAgain(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key2, ctrl|shift))
	s.typeText("text")
	f := s.momentForm()
	f.outcome.OnChosen("revenue")
	f.outcome.OnChosen("costs")
	s.press(&fyne.ShortcutUndo{})
	if got := s.today.desk.draft.Entry().Moment.Outcome; got != "revenue" || f.outcome.Selected() != "revenue" {
		t.Errorf("after one undo the outcome is %q and %q is shown", got, f.outcome.Selected())
	}
	s.press(key(fyne.KeyZ, ctrl|shift))
	if got := s.today.desk.draft.Entry().Moment.Outcome; got != "costs" {
		t.Errorf("after a redo the outcome is %q", got)
	}
	s.win.Canvas().Focus(s.today.desk.body)
	s.typeText(" more")
	s.press(&fyne.ShortcutUndo{})
	if got := s.today.desk.draft.Entry(); got.Moment.Outcome != "costs" || got.Body == "text more" {
		t.Errorf("undo after typing left the text %q and the outcome %q", got.Body, got.Moment.Outcome)
	}
}

func TestEveryPartOfFeedbackIsKept(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key3, ctrl|shift))
	f := s.feedbackForm()
	s.write(f.quote.Editor, "You made the trade-off visible.")
	s.write(f.giver.Editor, "Oskar Nyman")
	s.leaveField()
	f.relationship.OnChosen("peer")
	f.channel.OnChosen("talk")
	f.stance.OnChosen("praise")
	f.requested.OnChosen(unasked)
	for i, text := range []string{"Roadmap", "One page", "Decided"} {
		s.write(f.sbi[i].Editor, text)
	}
	f.state.OnChosen("practising")
	s.save()
	got := s.only().Feedback
	no := false
	want := &journal.Feedback{
		Giver: got.Giver, Relationship: "peer", Channel: "talk", Quote: "You made the trade-off visible.", Stance: "praise",
		Requested: &no, Situation: "Roadmap", Behaviour: "One page", Impact: "Decided", State: "practising",
		FollowUpOn: journal.Day{Year: 2026, Month: 6, Date: 12},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the feedback differs (-want +got):\n%s", diff)
	}
	if s.today.personName(got.Giver) != "Oskar Nyman" || got.Giver == "Oskar Nyman" {
		t.Errorf("the giver is %q", got.Giver)
	}
}

func TestANameThatIsTypedIsSafeBeforeItIsAPerson(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key3, ctrl|shift))
	s.write(s.feedbackForm().giver.Editor, "Osk")
	s.save()
	people, err := s.journal.Read().People(t.Context())
	if got := s.only().Feedback.Giver; err != nil || got != "Osk" || len(people) != 0 {
		t.Fatalf("the giver is %q, and there are %d people, %v", got, len(people), err)
	}
	s.typeText("ar")
	s.press(key(fyne.KeyN, ctrl)) // the writer goes elsewhere
	people, err = s.journal.Read().People(t.Context())
	if err != nil || len(people) != 1 || people[0].Name != "Oskar" || s.only().Feedback.Giver != string(people[0].ID) {
		t.Errorf("the people are %v, %v", people, err)
	}
}

func TestAFollowUpInThePastIsTakenAndMarked(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key3, ctrl|shift))
	f := s.feedbackForm()
	s.write(f.quote.Editor, "Well done.")
	f.followUp.line.Editor.Load("")
	s.write(f.followUp.line.Editor, "2026-01-05")
	s.leaveField()
	s.save()
	if got := s.only().Feedback.FollowUpOn.String(); got != "2026-01-05" {
		t.Errorf("the follow-up is on %s", got)
	}
	f.followUp.line.Editor.Load("")
	s.write(f.followUp.line.Editor, "someday")
	s.leaveField()
	if f.followUp.line.Problem() == "" {
		t.Error("nothing is said about a date that is none")
	}
	if got := s.today.desk.draft.Entry().Feedback.FollowUpOn.String(); got != "2026-01-05" {
		t.Errorf("the follow-up became %s", got)
	}
}

func TestEveryPartOfAnApplicationIsKept(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key4, ctrl|shift))
	f := s.applicationForm()
	s.write(f.position.Editor, "Engineering Manager")
	s.write(f.organisation.Editor, "Halden Rail")
	f.route.OnChosen("internal")
	f.addStage()
	f.addStage()
	s.write(f.stages[0].note.Editor, "Told Lena")
	s.write(f.stages[1].lesson.Editor, "Ask earlier")
	f.stages[1].day.line.Editor.Load("")
	s.write(f.stages[1].day.line.Editor, "1 february")
	s.leaveField()
	s.write(f.next.Editor, "Panel")
	s.write(f.nextOn.line.Editor, "17 march")
	s.leaveField()
	s.write(f.looksFor.Editor, "Calm")
	s.write(f.lessons.Editor, "Slow down")
	f.people.field.OnChanged([]parts.NameChip{{Name: "Tomas"}})
	s.save()
	got := s.only()
	want := &journal.Application{
		Position: "Engineering Manager", Organisation: "Halden Rail", Route: "internal",
		Stages: []journal.Stage{
			{Stage: "saved", Day: journal.Day{Year: 2026, Month: 3, Date: 12}, Note: "Told Lena"},
			{Stage: "applied", Day: journal.Day{Year: 2026, Month: 2, Date: 1}, Lesson: "Ask earlier"},
		},
		NextStep: "Panel", NextStepOn: journal.Day{Year: 2026, Month: 3, Date: 17}, LooksFor: "Calm", Lessons: "Slow down",
	}
	if diff := cmp.Diff(want, got.Application); diff != "" {
		t.Errorf("the application differs (-want +got):\n%s", diff)
	}
	if len(got.People) != 1 || got.People[0].Role != "interviewer" {
		t.Errorf("the people are %v", got.People)
	}
}

func TestAStageThatIsTakenAwayComesBackWithUndo(t *testing.T) {
	s := openWindow(t)
	s.press(key(fyne.Key4, ctrl|shift))
	f := s.applicationForm()
	f.addStage()
	s.write(f.stages[0].note.Editor, "Told Lena")
	f.addStage()
	s.win.Canvas().Unfocus()
	f.stages[0].remove()
	if got := s.today.desk.draft.Entry().Application.Stages; len(got) != 1 || got[0].Stage != "applied" {
		t.Fatalf("the stages are %v", got)
	}
	s.press(&fyne.ShortcutUndo{})
	got := s.today.desk.draft.Entry().Application.Stages
	if len(got) != 2 || got[0].Note != "Told Lena" || len(f.stages) != 2 || f.stages[0].note.Editor.Text != "Told Lena" {
		t.Errorf("after undo the stages are %v", got)
	}
}

func TestEntriesAreLinkedAndTheLinkIsSeenFromBothSides(t *testing.T) {
	s := openWindow(t)
	other := s.add(journal.Entry{Kind: journal.Reflection, Title: "The roadmap", Day: journal.Day{Year: 2026, Month: 3, Date: 1}})
	s.typeText("See there.")
	s.save()
	choose(s.today.desk, func(e *journal.Entry) *[]journal.ID { return &e.Links }, []journal.ID{other.ID})
	s.save()
	s.today.links.refresh()
	s.settle()
	if n := len(s.today.links.chips.Objects); n != 1 {
		t.Errorf("%d links are shown", n)
	}
	s.today.open(other.ID)
	s.settle()
	if n := len(s.today.links.chips.Objects); n != 1 {
		t.Errorf("from the other side %d links are shown", n)
	}
}

func TestATagIsRenamedEverywhereAndBack(t *testing.T) {
	s := openWindow(t)
	s.typeText("text")
	s.today.writeTags([]string{"oncall"})
	s.save()
	s.press(key(fyne.KeyT, ctrl|shift))
	sheet := s.win.Canvas().Overlays().Top()
	if sheet == nil {
		t.Fatal("no panel is open")
	}
	s.renameTag("oncall", "on call")
	if got := s.only().Tags; !cmp.Equal(got, []string{"on call"}) {
		t.Errorf("the tags are %v", got)
	}
	if got := s.today.tags.Tags(); !cmp.Equal(got, []string{"on call"}) {
		t.Errorf("the page shows the tags %v", got)
	}
	s.typeText(" more")
	s.save()
	if got := s.only().Tags; !cmp.Equal(got, []string{"on call"}) {
		t.Errorf("after typing on, the tags are %v", got)
	}
}

// renameTag renames a tag as the panel of tags does.
func (s *stage) renameTag(from, to string) {
	s.t.Helper()
	sheet := &tagsSheet{w: s.Window, says: sentenceText("")}
	sheet.overlay = s.overlay("Tags")
	sheet.rows = parts.NewList(tagRow, sheet.choose)
	sheet.name = parts.NewLineField().Editor
	sheet.rename = parts.NewButton(parts.Primary, "", "", nil)
	sheet.load()
	s.settle()
	for i, tag := range sheet.tags {
		if tag.Tag == from {
			sheet.rows.SetSelected(i)
		}
	}
	sheet.name.Load(to)
	sheet.submit()
	s.settle()
}

func TestTitlesAreOfferedWhileOneIsTypedInBrackets(t *testing.T) {
	s := openWindow(t)
	s.add(journal.Entry{Kind: journal.Reflection, Title: "The roadmap", Day: journal.Day{Year: 2026, Month: 3, Date: 1}})
	s.add(journal.Entry{Kind: journal.Reflection, Title: "The rota", Day: journal.Day{Year: 2026, Month: 3, Date: 2}})
	s.typeText("See [[the ro")
	s.settle()
	if n := len(s.today.mentions.titles); n != 2 {
		t.Fatalf("%d titles are offered", n)
	}
	body := s.today.desk.body
	body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	body.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if body.Text != "See [[The roadmap]]" || s.today.mentions.chips.Visible() {
		t.Errorf("the text is %q", body.Text)
	}
	s.save()
	var entry journal.Entry
	for _, e := range s.entries() {
		if e.Title == "The roadmap" {
			entry = e
		}
	}
	s.today.open(entry.ID)
	s.settle()
	if n := len(s.today.links.chips.Objects); n != 1 {
		t.Errorf("the entry that is named shows %d links", n)
	}
}

func TestAnExpectationIsSuggestedFromWhatWasSortedBeforeAndTakenOrWavedAway(t *testing.T) {
	s := openWindow(t)
	x, err := s.journal.SaveExpectation(t.Context(), journal.Expectation{Name: "Coaches and mentors"})
	if err != nil {
		t.Fatal(err)
	}
	for day := 1; day <= 28; day++ {
		on := journal.Day{Year: 2026, Month: 2, Date: day}
		s.add(journal.Entry{
			Kind: journal.Reflection, Day: on, Body: "The invoice of the supplier went out late again, as the week before.",
			Evidence: []journal.Evidence{{Expectation: "Keeps a budget"}},
		})
		if day%4 == 0 {
			s.add(journal.Entry{
				Kind: journal.Reflection, Day: on, Body: "Coaching the apprentices: questions first, patience always.",
				Evidence: []journal.Evidence{{Expectation: string(x.ID)}},
			})
		}
	}
	s.settle()
	s.typeText("Today I was coaching two apprentices, and patience with their questions paid off.")
	s.save()
	if n := len(s.today.evidence.offered); n != 1 {
		t.Fatalf("%d expectations are suggested", n)
	}
	s.today.evidence.waveAway(x)
	s.settle()
	if n := len(s.today.evidence.offered); n != 0 {
		t.Errorf("after it was waved away %d are suggested", n)
	}
	s.today.evidence.added(x)
	s.save()
	for _, e := range s.entries() {
		if e.Day.Month == 3 && (len(e.Evidence) != 1 || e.Evidence[0].Strength != journal.OwnWord) {
			t.Errorf("the evidence is %v", e.Evidence)
		}
	}
}
