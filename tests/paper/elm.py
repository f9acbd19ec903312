"""An invented practice and its noon."""

from healingpartner.foundation.clock import Instant
from healingpartner.paper.printed import Letterhead

NOON = Instant(utc_us=1_795_348_800_000_000, offset_min=60, zone="CET")
ELM = Letterhead(
    practice="Elm Street practice",
    practitioner="Dr. Amara Osei",
    title="family doctor",
    address=("4 Elm Street", "Hebden"),
    phone="555 0134",
    email="hello@elm.example",
)
