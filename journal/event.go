package journal

import "sync"

// ChangeKind says what moved.
type ChangeKind int

// What can move in a journal.
const (
	// Reloaded: another program wrote; anything may be different.
	Reloaded ChangeKind = iota
	// EntryAdded: an entry is there that was not.
	EntryAdded
	// EntryChanged: an entry was saved again.
	EntryChanged
	// EntryRemoved: an entry is gone.
	EntryRemoved
	// EntriesChanged: this program changed whom or which tags many entries
	// name, or what they support. Lists ask again; who has an entry open as a
	// Draft renews it.
	EntriesChanged
	// PeopleChanged: a person was added, changed or removed.
	PeopleChanged
	// ExpectationsChanged: an expectation was added, changed or removed.
	ExpectationsChanged
	// PlanChanged: the plan was changed.
	PlanChanged
	// PromptsChanged: an own prompt was changed, or one was dismissed.
	PromptsChanged
	// PacksChanged: an evidence pack was changed.
	PacksChanged
	// SettingsChanged: a setting of the journal was changed.
	SettingsChanged
	// TrashChanged: something was deleted for good.
	TrashChanged
)

// Change says what moved in the journal, never what it holds: whoever shows it
// asks again.
type Change struct {
	Kind ChangeKind
	ID   ID  // what moved, where it is one thing
	Day  Day // the day of an entry
}

// bell tells every listener of a change. Listeners are called on the
// goroutine that made the change and must return at once. One that is stopped
// while a change is on its way may still hear of it.
type bell struct {
	mu        sync.Mutex
	listeners map[int]func(Change)
	next      int
}

func (b *bell) listen(to func(Change)) (stop func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.listeners == nil {
		b.listeners = map[int]func(Change){}
	}
	id := b.next
	b.next++
	b.listeners[id] = to
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.listeners, id)
	}
}

func (b *bell) ring(changes ...Change) {
	b.mu.Lock()
	listeners := make([]func(Change), 0, len(b.listeners))
	for _, l := range b.listeners {
		listeners = append(listeners, l)
	}
	b.mu.Unlock()
	for _, c := range changes {
		for _, l := range listeners {
			l(c)
		}
	}
}
