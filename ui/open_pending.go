package ui

import "groundwork/journal"

func (l *ledger) open(journal.ID) { l.goFeedback() }
func (p *people) open(journal.ID) { p.goPeople() }
