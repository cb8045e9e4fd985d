package data

import (
	"fmt"
	"os"
)

// FreeSpace tells how many bytes the user has left on the disk that a folder
// lies on; known is false where the system does not tell. A folder that cannot
// be looked at is an ErrNoAccess that says why, such as ErrFolderGone.
func FreeSpace(folder string) (bytes uint64, known bool, err error) {
	if _, err := os.Stat(folder); err != nil {
		return 0, false, explainPlain(folder, "look at the journal's disk", fmt.Errorf("look at the folder: %w", err))
	}
	bytes, known = freeSpace(folder)
	return bytes, known, nil
}
