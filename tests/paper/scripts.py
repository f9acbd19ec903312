"""Words in the scripts that people of a practice write in."""

SCRIPTS = {
    "latin with marks": "Zoë Åström-Łukaszewicz, née Çelik, Þórður Ýr",
    "vietnamese": "Nguyễn Thị Mỹ Hạnh nói về giấc ngủ của mình",
    "greek": "Η Ελένη Παπαδοπούλου θέλει να κοιμάται καλά",
    "cyrillic": "Любовь Щербакова хочет снова гулять в лесу",
    "arabic": "أريد أن أنام جيدا وأن ألعب مع أحفادي",
    "persian": "می‌خواهم با نوه‌ام در باغ کار کنم",
    "hebrew": "אני רוצה לישון טוב ולשחק עם הנכדים",
    "chinese": "我想晚上睡得好，白天能和孙女一起种花。",
    "japanese": "よく眠って、孫と庭で過ごしたい。",
    "emoji": "🌱 walking 🚶 and 😀 sleeping",
}
LONG_ARABIC = "مرحبا بك يا محمد في عيادتنا. نحن نعمل معا من أجل صحتك كل يوم، ولا شيء يتم بدون موافقتك. " * 6
