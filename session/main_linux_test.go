package session

import (
	"fmt"
	"os"
	"testing"
)

// childRole is set where a test starts this very binary again, as a program
// that is looked at from outside.
const childRole = "GROUNDWORK_TEST_CHILD"

func TestMain(m *testing.M) {
	role := os.Getenv(childRole)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := roles[role](); err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
}
