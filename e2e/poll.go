package e2e

import (
	"fmt"
	"time"
)

// pause is the time between two looks of Eventually. A picture of the screen
// takes about as long.
const pause = 50 * time.Millisecond

// Eventually looks again and again until ok says yes, and fails with what was
// waited for when the limit has passed. It looks at least once.
func Eventually(limit time.Duration, what string, ok func() bool) error {
	for end := time.Now().Add(limit); ; time.Sleep(pause) {
		if ok() {
			return nil
		}
		if time.Now().After(end) {
			return fmt.Errorf("not within %v: %s", limit, what)
		}
	}
}
