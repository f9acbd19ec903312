"""Where the two see it differently: said, heard, kept, and never in the way; and what they find instead."""
