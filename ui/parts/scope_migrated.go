//go:build migrated_fynedo

package parts

import (
	"iter"
	"maps"
)

// scopes are laid out as Fyne's map of them is where all is done on one goroutine (v2.8.1,
// internal/async/map_migratedfynedo.go). What a scope is makes no difference but that it is a pointer.
type scopes struct{ objects map[any]*struct{} }

func (s *scopes) all() iter.Seq2[any, *struct{}] { return maps.All(s.objects) }

func (s *scopes) of(object any) *struct{} { return s.objects[object] }

func (s *scopes) drop(object any) { delete(s.objects, object) }
