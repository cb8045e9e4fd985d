package ui

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"groundwork/data"
	"groundwork/journal"
)

// reminded is a stage that notes what the system is told.
type reminded struct {
	*stage
	heard []string
}

// openReminded opens a window on a journal in which the reminders given are on.
func openReminded(t *testing.T, on ...prefReminder) *reminded {
	t.Helper()
	r := &reminded{}
	folder := t.TempDir()
	r.stage = openWindowWith(t, folder, data.NewHome(folder, data.Options{}), r.listen)
	r.turnOn(on...)
	return r
}

func (r *reminded) listen(o *Options) {
	o.Now = func() time.Time { return r.now() }
	o.Notify = func(words string) { r.heard = append(r.heard, words) }
}

// turnOn switches reminders on as the preferences do.
func (r *reminded) turnOn(on ...prefReminder) {
	r.t.Helper()
	p := newReminding(r.Window)
	p.make()
	for _, of := range on {
		p.turn(&reminderTime{of: of}, true)
	}
	r.settle()
}

// after lets time pass and has it looked, and gives what the system was told.
func (r *reminded) after(d time.Duration) []string {
	r.t.Helper()
	r.heard = nil
	r.pass(d)
	r.look()
	return r.heard
}

func (r *reminded) look() {
	r.t.Helper()
	r.reminders.look()
	r.settle()
}

// hear asks for what was said since, and fails where it is something else.
func (r *reminded) hear(got []string, want ...string) {
	r.t.Helper()
	if !slices.Equal(got, want) {
		r.t.Errorf("it says %q, want %q", got, want)
	}
}

// followUp puts feedback into the journal that is due on a day.
func (r *reminded) followUp(on string, private bool) {
	r.t.Helper()
	r.add(journal.Entry{
		Kind: journal.FeedbackKind, Day: dayOf(r.t, "2026-03-01"), Body: "SECRET", Private: private,
		Feedback: &journal.Feedback{Giver: "Priya", Quote: "SECRET", FollowUpOn: dayOf(r.t, on)},
	})
}

func TestGivenAReminderToWrite_WhenItsTimeComes_ThenTheSystemAndTheFootSayItOnce(t *testing.T) {
	r := openReminded(t, remindWriting)
	r.hear(r.after(0)) // the time of today is over, and it was switched on after that
	r.hear(r.after(22 * time.Hour))
	r.hear(r.after(time.Hour), "Time to write.")
	if got := words(r.stage); !strings.Contains(got, "Time to write.") {
		t.Errorf("the window says %q", got)
	}
	r.hear(r.after(time.Minute))
	r.section(prefReminders)
	r.reminders.goToday()
	r.settle()
	if got := words(r.stage); strings.Contains(got, "Time to write.") || r.current != page(r.today) {
		t.Errorf("the window says %q", got)
	}
}

func TestGivenAComputerThatSleptForDays_WhenItWakesUp_ThenWhatWasMissedIsSaidOnce(t *testing.T) {
	r := openReminded(t, remindWriting, remindDues)
	r.followUp("2026-03-14", false)
	r.followUp("2026-03-15", false)
	r.hear(r.after(9*24*time.Hour), "Time to write. Something is due today.")
	r.hear(r.after(time.Minute))
	r.hear(r.after(24*time.Hour), "Time to write.")
}

func TestGivenSomebodyWrites_WhenAReminderIsDue_ThenItWaitsUntilTheyRest(t *testing.T) {
	r := openReminded(t, remindWriting)
	r.pass(23 * time.Hour)
	r.typeText("in the middle of a")
	r.hear(r.after(0))
	r.save()
	r.hear(r.after(quietFor - time.Second))
	r.hear(r.after(time.Second), "Time to write.")
	r.typeText(" sentence")
	r.save()
	if got := words(r.stage); strings.Contains(got, "Time to write.") {
		t.Error("it stays while somebody writes")
	}
}

func TestGivenThingsDue_WhenTheyAreTold_ThenEachOnceAndNothingOfThem(t *testing.T) {
	r := openReminded(t, remindDues)
	r.followUp("2026-03-10", false) // was due before it was switched on
	r.followUp("2026-03-14", false)
	r.hear(r.after(12 * time.Hour))
	r.hear(r.after(24*time.Hour), "Something is due today.")
	r.hear(r.after(24 * time.Hour))
	if got := words(r.stage); !strings.Contains(got, "Something is due today.") {
		t.Errorf("the window says %q", got)
	}
	p := newReminding(r.Window)
	p.make()
	p.setTime(p.due, "23:00") // put off, it is not due again
	r.hear(r.after(3 * time.Hour))
}

func TestGivenPrivateEntriesOutOfSight_WhenOneOfThemIsDue_ThenNothingIsSaid(t *testing.T) {
	r := openReminded(t, remindDues)
	r.followUp("2026-03-13", true)
	r.today.hidePrivate = true
	r.hear(r.after(12 * time.Hour))
}

func TestGivenALockedJournal_WhenRemindersAreDue_ThenItSaysOnlyThatItIsTimeToWrite(t *testing.T) {
	r := &reminded{}
	r.stage = lockedWindowWith(t, r.listen)
	r.unlock(passphrase)
	r.turnOn(remindWriting, remindDues)
	r.followUp("2026-03-13", false)
	r.lockScreen = nil
	before := r.journal
	r.journal = nil // as it is while the lock screen stands there
	r.hear(r.after(24*time.Hour), "Time to write.")
	r.journal = before
	r.hear(r.after(time.Minute), "Something is due today.")
}

func TestGivenTheSampleJournal_WhenSomethingInItIsDue_ThenNobodyIsReminded(t *testing.T) {
	r := openReminded(t, remindDues)
	r.followUp("2026-03-13", false)
	r.sample = r.home.Folder()
	r.hear(r.after(24 * time.Hour))
}

func TestGivenADayThatBeginsAtFour_WhenTheReminderIsAtNight_ThenItIsThatOfTheEvening(t *testing.T) {
	r := openReminded(t, remindWriting)
	if err := r.journal.SetSetting(context.Background(), journal.SettingDayStartsAt, "4"); err != nil {
		t.Fatal(err)
	}
	r.settle()
	p := newReminding(r.Window)
	p.make()
	p.setTime(p.write, "01:00")
	for _, day := range []time.Weekday{time.Friday, time.Saturday, time.Sunday, time.Monday, time.Tuesday, time.Wednesday} {
		p.turnDay(day) // Thursdays stay, as it is today
	}
	r.hear(r.after(3 * time.Hour))
	r.hear(r.after(time.Hour), "Time to write.")
	r.hear(r.after(24 * time.Hour))
}

func TestGivenNoReminderIsOn_ThenNothingIsEverSaidOrLookedUp(t *testing.T) {
	r := openReminded(t)
	r.followUp("2026-03-13", false)
	r.hear(r.after(30 * 24 * time.Hour))
}

func TestGivenTheWindowRuns_ThenItIsLookedEachMinuteUntilItCloses(t *testing.T) {
	r := openReminded(t)
	var life context.Context
	var looked func()
	r.every = func(ctx context.Context, _, _ time.Duration, do func()) { life, looked = ctx, do }
	r.reminders.begin()
	looked()
	_ = r.Close()
	if life.Err() == nil {
		t.Error("it goes on")
	}
}

func TestGivenTheReminders_WhenTheyAreSetByKeyboard_ThenTheyHoldAtOnceAndAreFound(t *testing.T) {
	r := openReminded(t)
	r.section(prefReminders)
	r.hit(fyne.KeyReturn) // the switch has the keyboard
	if got := r.Window.reminder(remindWriting); got.Days != journal.EveryDay || got.At != (journal.Clock{Hour: 20}) {
		t.Errorf("it is set to %v", got)
	}
	if got := words(r.stage); strings.Contains(got, "No day is chosen") {
		t.Errorf("it says %q", got)
	}
	p := newReminding(r.Window)
	p.make()
	for day := range p.days {
		p.turnDay(time.Weekday(day))
	}
	if got := p.which.words.Text(); got != lang.L("No day is chosen, so nothing comes.") {
		t.Errorf("it says %q", got)
	}
	if found := settingsLike(r.frame.preferences.sections, []string{"remind"}); len(found) != 4 {
		t.Errorf("found are %v", found)
	}
}
