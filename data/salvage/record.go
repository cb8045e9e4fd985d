package salvage

import (
	"encoding/binary"
	"math"
)

// record takes a payload apart (Record Format). whole tells whether all of its
// values are there; else the last one may be cut off.
func record(payload []byte) (values []any, whole bool) {
	head, n := Varint(payload)
	if n == 0 || head < int64(n) || head > int64(len(payload)) {
		return nil, false
	}
	types, body := payload[n:head], payload[head:]
	for len(types) > 0 {
		serial, n := Varint(types)
		if n == 0 || serial < 0 {
			return values, false
		}
		types = types[n:]
		size := sizeOf(serial)
		if size > int64(len(body)) {
			if serial >= 13 && serial%2 == 1 {
				values = append(values, string(body))
			}
			return values, false
		}
		values = append(values, valueOf(serial, body[:size]))
		body = body[size:]
	}
	return values, len(values) > 0
}

// sizeOf is how many bytes a value of a serial type takes.
func sizeOf(serial int64) int64 {
	switch {
	case serial >= 12:
		return (serial - 12) / 2
	case serial >= 8:
		return 0
	case serial == 5:
		return 6
	case serial >= 6:
		return 8
	}
	return serial
}

// valueOf reads a value: nil, int64, float64, []byte or string.
func valueOf(serial int64, b []byte) any {
	switch {
	case serial == 0 || serial == 10 || serial == 11:
		return nil
	case serial == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case serial == 8 || serial == 9:
		return serial - 8
	case serial >= 12 && serial%2 == 0:
		return append([]byte{}, b...)
	case serial >= 13:
		return string(b)
	}
	v := int64(int8(b[0])) // #nosec G115 -- the first byte bears the sign
	for _, each := range b[1:] {
		v = v<<8 | int64(each)
	}
	return v
}
