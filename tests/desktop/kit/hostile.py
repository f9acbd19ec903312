"""Words nobody should write and somebody will."""

HOSTILE = (
    "<b>bold</b>",
    '<img src="/etc/hostname">',
    '<a href="file:///etc/passwd">here</a>',
    "a<b and c>d",
    "&amp; & && &x",
    "\u202egnirts desrever",
    "x" * 10_000,
    "Z̸̡̛͔a̵l̶g̷o̴" * 40,
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "داریوش امینی",
    "שָׁלוֹם",
    "王小明",
    "Nguyễn Thị Ánh",
    "a\nb\tc\x00d",
    "%s %n {name} ${x}",
    "",
)
