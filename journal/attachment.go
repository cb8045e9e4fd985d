package journal

// MaxFile is the largest file that can be attached, in bytes: 50 MB.
const MaxFile = 50 << 20
