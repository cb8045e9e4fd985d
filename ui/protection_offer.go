package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"groundwork/journal"
	"groundwork/ui/parts"
)

// protectionOffer asks once, at the foot of the window where nothing moves for
// it, whether a plain journal that holds something by now is to be protected.
type protectionOffer struct {
	w    *Window
	busy bool // somebody is looking whether it is time
	over bool // it was asked, or need not be
}

// When it is looked whether it is time to ask, and how often while it is not.
const (
	offerAfter = 30 * time.Second
	offerEvery = 5 * time.Minute
)

// begin looks after the journal that is open now.
func (o *protectionOffer) begin() {
	*o = protectionOffer{w: o.w}
	if !o.w.protected && o.w.copyOpen() == nil {
		o.w.every(o.w.life, offerAfter, offerEvery, o.look)
	}
}

// look asks whether it is time, and nobody is typing.
func (o *protectionOffer) look() {
	j := o.w.journal
	if o.busy || o.over || j == nil || o.typing() {
		return
	}
	o.busy = true
	type answer struct {
		due bool
		err error
	}
	task(o.w, "look whether to offer protection", func(ctx context.Context) (answer, error) {
		due, err := j.OfferProtection(ctx)
		return answer{due, err}, nil
	}, func(a answer) {
		o.busy = false
		if a.err != nil {
			o.w.door.log.Error("look whether to offer protection", "err", a.err)
		}
		if a.due && !o.typing() {
			o.ask()
		}
	})
}

// typing tells whether something is being written that is not saved yet.
func (o *protectionOffer) typing() bool {
	d := o.w.today.desk
	return d != nil && d.draft.State().State != journal.Clean
}

// ask puts the question at the foot.
func (o *protectionOffer) ask() {
	o.over = true
	o.w.foot.ask(lang.L("Protect this journal with a passphrase?"),
		parts.NoticeAction{Label: lang.L("How"), Do: o.how},
		parts.NoticeAction{Label: lang.L("Not now"), Do: o.answered})
}

// how shows what protection is.
func (o *protectionOffer) how() {
	o.answered()
	o.w.frame.preferences.open(prefProtection)
}

// answered takes the question away for good.
func (o *protectionOffer) answered() {
	o.w.foot.askNothing()
	j := o.w.journal
	task(o.w, "keep the answer to the offer of protection", func(ctx context.Context) (struct{}, error) {
		return struct{}{}, j.SetSetting(ctx, journal.SettingProtectionOffered, "true")
	}, func(struct{}) {})
}
