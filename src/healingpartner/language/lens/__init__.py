"""The lens on words: it marks words that judge, take hope or promise too much, says why, and offers others.

It never rewrites and never blocks: it answers with places, reasons and other words, and the person decides. Its
lists are files in resources/lens; nothing of a practice and no screen may enter.
"""
