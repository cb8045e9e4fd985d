package evidence

import "groundwork/journal"

// GoesOut tells whether the audience may read a line: all entries behind it go
// out, and a line of the writer's own has none.
func GoesOut(m Material, b journal.Bullet) bool { return m.goesOut(b) }

// Gone tells whether an entry behind a line is not in the journal any more.
func Gone(m Material, b journal.Bullet) bool { return len(m.gone(b)) > 0 }
