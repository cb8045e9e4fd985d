package ui

import "groundwork/journal"

func (l *ledger) open(journal.ID)       { l.goFeedback() }
func (a *applications) open(journal.ID) { a.goApplications() }
func (p *people) open(journal.ID)       { p.goPeople() }
