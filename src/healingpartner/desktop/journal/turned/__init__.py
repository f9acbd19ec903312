"""The patient's part of the journal on the turned view: to write, to answer the eight lines, to open, to mend."""
