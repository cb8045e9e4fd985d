package session

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/godbus/dbus/v5"
)

// The variables that name the buses, and where the system bus lies without
// one: "Well-known Message Bus Instances" in the D-Bus specification.
const (
	systemBus  = "DBUS_SYSTEM_BUS_ADDRESS"
	sessionBus = "DBUS_SESSION_BUS_ADDRESS"

	usualSystemBus = "unix:path=/var/run/dbus/system_bus_socket"
)

// noBus is an address that reaches nothing.
const noBus = "disabled:"

// errNoBus says that there is no bus on this computer that may be used.
var errNoBus = errors.New("no bus at a local socket")

// KeepBusesLocal sees to it that nothing in this process, the toolkit of the
// window included, reaches a D-Bus over the network: of the addresses that the
// environment gives, those remain that are local sockets.
func KeepBusesLocal() error {
	for _, name := range []string{systemBus, sessionBus} {
		given := os.Getenv(name)
		local := localOnly(given)
		if given == "" || local == given {
			continue
		}
		if local == "" {
			local = noBus
		}
		if err := os.Setenv(name, local); err != nil {
			return fmt.Errorf("leave out a bus that is not local: %w", err)
		}
	}
	return nil
}

// localOnly keeps those addresses of a list that are local sockets.
func localOnly(addresses string) string {
	var local []string
	for address := range strings.SplitSeq(addresses, ";") {
		if strings.HasPrefix(address, "unix:") {
			local = append(local, address)
		}
	}
	return strings.Join(local, ";")
}

func systemBusAddress() string {
	if given := os.Getenv(systemBus); given != "" {
		return given
	}
	return usualSystemBus
}

func sessionBusAddress() string {
	if given := os.Getenv(sessionBus); given != "" {
		return given
	}
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) {
		return "unix:path=" + dbus.EscapeBusAddressValue(filepath.Join(runtime, "bus"))
	}
	return ""
}

// connect connects to the bus at an address, if that is a local socket, as this
// user. It starts no bus. The connection ends with ctx.
func connect(ctx context.Context, address string) (*dbus.Conn, error) {
	local := localOnly(address)
	if local == "" {
		return nil, errNoBus
	}
	user := dbus.AuthExternal(strconv.Itoa(os.Geteuid()))
	conn, err := dbus.Connect(local, dbus.WithContext(ctx), dbus.WithAuth(user))
	if err != nil {
		return nil, fmt.Errorf("connect to the bus: %w", err)
	}
	return conn, nil
}
