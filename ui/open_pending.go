package ui

import "groundwork/journal"

func (p *people) open(journal.ID) { p.goPeople() }
