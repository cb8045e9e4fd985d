package session

import (
	"testing"

	"github.com/godbus/dbus/v5"

	"groundwork/e2e"
)

// desktop plays the portal: what it has under "namespace key".
type desktop map[string]any

// ReadOne gives one setting.
func (d desktop) ReadOne(namespace, key string) (dbus.Variant, *dbus.Error) {
	if v, known := d[namespace+" "+key]; known {
		return dbus.MakeVariant(v), nil
	}
	return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
}

func playDesktop(t *testing.T, b *e2e.Bus, d desktop) {
	t.Helper()
	if err := b.Conn.Export(d, portalPath, "org.freedesktop.portal.Settings"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Conn.RequestName(portal, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
}

func TestGivenADesktop_WhenItIsAskedAboutMotion_ThenItsAnswerCounts(t *testing.T) {
	const standard, gnome = "org.freedesktop.appearance reduced-motion", "org.gnome.desktop.interface enable-animations"
	for what, c := range map[string]struct {
		is   desktop
		want bool
	}{
		"less of it is wanted":             {desktop{standard: uint32(1)}, true},
		"nothing is wanted":                {desktop{standard: uint32(0), gnome: false}, false},
		"another value":                    {desktop{standard: uint32(7)}, false},
		"an older one without animations":  {desktop{gnome: false}, true},
		"an older one that has animations": {desktop{gnome: true}, false},
	} {
		b := startBus(t)
		playDesktop(t, b, c.is)
		if got, err := ReducedMotion(t.Context()); got != c.want || err != nil {
			t.Errorf("%s: %v, %v", what, got, err)
		}
	}
}

func TestGivenADesktopThatDoesNotTell_WhenItIsAskedAboutMotion_ThenThatIsAnError(t *testing.T) {
	startBus(t)
	if _, err := ReducedMotion(t.Context()); err == nil {
		t.Error("nobody was there to answer, and it is no error")
	}
}
