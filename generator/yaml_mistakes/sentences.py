"""The sentences about YAML that a record does without; none of them repeats what was typed."""

import re

from generator.language import _

_SHOWN_KEY = re.compile(r"[a-z_]{1,24}")


def special_start(sign: str) -> str:
    """Say that a value begins with a sign that means something to YAML."""
    return _(
        'teks diawali tanda "{sign}", yang punya arti khusus di sini; apit seluruh teks dengan '
        'tanda kutip, atau tulis "isi: |" lalu teksnya di baris berikut'
    ).format(sign=sign)


def colon_in_text() -> str:
    """Say that a text holds a colon, which begins a value."""
    return _('ada titik dua di dalam teks; tulis "isi: |" lalu teksnya di baris berikut')


def unclosed_quote(sign: str) -> str:
    """Say that a quotation mark is never closed."""
    return _(
        "tanda kutip {sign} dibuka di sini tetapi tidak ditutup; tambahkan penutupnya, atau hapus "
        'tanda kutip itu dan tulis "isi: |" lalu teksnya di baris berikut'
    ).format(sign=sign)


def no_space_after_colon() -> str:
    """Say that a value stands against the colon of its key."""
    return _('sesudah titik dua harus ada spasi; tulis "isi: teks", bukan "isi:teks"')


def no_space_after_dash() -> str:
    """Say that the text of a list item stands against its dash."""
    return _('sesudah tanda "-" di awal butir harus ada spasi; tulis misalnya "- id: patroli"')


def other_colon(sign: str) -> str:
    """Say that a sign only looks like a colon."""
    message = _('ini bukan titik dua biasa ({code}); ketik ulang ":" lalu satu spasi')
    return message.format(code=f"U+{ord(sign):04X}")


def no_key() -> str:
    """Say that nothing stands in front of a colon."""
    return _("tidak ada kunci di depan titik dua; tulis kuncinya, atau hapus baris ini")


def key_twice(key: str, line: int) -> str:
    """Say that a key stood already in this line; a key is named only if it looks like ours."""
    if _SHOWN_KEY.fullmatch(key):
        message = _("kunci `{key}` sudah ada di baris {line}; gabungkan, atau hapus salah satunya")
        return message.format(key=key, line=line)
    message = _("kunci ini sudah ada di baris {line}; gabungkan, atau hapus salah satunya")
    return message.format(line=line)


def key_no_word() -> str:
    """Say that a list or a mapping stands where a key belongs."""
    return _(
        'kunci harus satu kata seperti "tanggal", bukan daftar; kalau ini teks, apit dengan tanda '
        "kutip"
    )


def merge_key() -> str:
    """Say that entries are not taken over from elsewhere."""
    return _('tanda "<<" (gabungan YAML) tidak dipakai di sini; tulis setiap kuncinya')


def directive() -> str:
    """Say that a line begins with a per cent sign, which gives YAML an order."""
    return _(
        'baris diawali tanda "%", yang berarti perintah YAML; hapus baris itu; kalau ini teks, '
        'tulis "isi: |" lalu teksnya di baris berikut, dengan dua spasi di depannya'
    )


def second_document() -> str:
    """Say that another document begins."""
    return _(
        'ada tanda "---" di tengah berkas; satu berkas memuat satu catatan: hapus tanda itu, atau '
        "pindahkan isi sesudahnya ke berkas lain"
    )


def too_deep(most: int) -> str:
    """Say how many levels there may be."""
    return _("isinya bertingkat lebih dari {most}; kurangi tingkatnya").format(most=most)


def too_many(most: int) -> str:
    """Say how many keys and values there may be."""
    message = _("berkas ini memuat lebih dari {most} kunci dan isi; bagi menjadi beberapa berkas")
    return message.format(most=f"{most:,}".replace(",", "."))


def unreadable() -> str:
    """Say that a line makes no sense, where nobody can tell why."""
    return _(
        "susunan baris ini tidak terbaca; periksa spasi di depannya, tanda kutip, dan titik duanya"
    )


def behind_dashes() -> str:
    """Say that the line that may begin a file holds nothing else."""
    return _('mulai kunci pertama di baris sesudah tanda "---"')


def behind_the_end() -> str:
    """Say that words stand behind the sign that ends a file."""
    return _('ada tulisan sesudah tanda akhir "..."; hapus tanda itu atau tulisannya')


def too_far_right() -> str:
    """Say that an entry stands deeper than anything that could hold it."""
    return _(
        "baris ini menjorok lebih dalam daripada seharusnya; luruskan dengan kunci di atasnya; "
        'kalau ini sambungan teks yang memuat titik dua, tulis "isi: |" lalu teksnya di baris '
        "berikut"
    )


def first_too_far_right() -> str:
    """Say that the first entry of a file stands deeper than a later one."""
    return _(
        "kunci pertama menjorok, sedangkan kunci sesudahnya tidak; hapus spasi di depan kunci "
        "pertama"
    )


def out_of_line() -> str:
    """Say that a line is in line with nothing above it."""
    return _(
        "jarak baris ini dari tepi kiri tidak sama dengan kunci mana pun di atasnya; luruskan "
        "dengan menambah atau mengurangi spasi di depannya"
    )


def unlike_below() -> str:
    """Say that a line is not in line with those that follow it."""
    return _(
        "baris ini tidak lurus dengan baris-baris sesudahnya; samakan banyaknya spasi di depannya"
    )


def out_of_line_in_list() -> str:
    """Say that a line between list items belongs to none of them."""
    return _(
        "baris ini ada di dalam daftar, tetapi letaknya tidak lurus; kunci satu butir harus lurus "
        'dengan kunci pertama di belakang tanda "- "'
    )


def text_out_of_line() -> str:
    """Say that a line of a text begins further left than the first one."""
    return _(
        "baris ini kurang menjorok dibanding baris pertama teksnya; samakan banyaknya spasi di "
        "depan semua baris teks itu"
    )


def no_entry() -> str:
    """Say that a line holds no entry where one belongs."""
    return _(
        'baris ini tidak berbentuk kunci dan isi seperti "tanggal: 2023-10-20"; kalau ini '
        "sambungan teks di atasnya, beri spasi di depannya supaya lurus dengan teks itu"
    )


def no_colon() -> str:
    """Say that a colon is missing behind a key that holds the lines below it."""
    return _(
        'titik dua di belakang kunci ini belum ditulis; tulis misalnya "masukan:", lalu isinya di '
        "baris berikut"
    )


def stray_item() -> str:
    """Say that a list item belongs to no list."""
    return _(
        'tanda "-" di sini tidak termasuk daftar mana pun; luruskan dengan butir lain, atau tulis '
        'nama daftarnya di baris sebelumnya, misalnya "masukan:"'
    )


def item_behind_key() -> str:
    """Say that a dash follows a key on the same line."""
    return _(
        'teks diawali tanda "-"; kalau ini daftar, mulai di baris berikut; kalau ini teks, apit '
        "dengan tanda kutip"
    )


def item_in_text() -> str:
    """Say that what looks like a list item goes on with the text above it."""
    return _(
        'baris yang diawali tanda "-" ini terbaca sebagai sambungan teks di atasnya; kalau ini '
        'butir daftar, luruskan dengan butir lain; kalau ini teks, tulis "isi: |" lalu teksnya di '
        "baris berikut"
    )


def tab_behind_dash() -> str:
    """Say that a dash is followed by a tab."""
    return _('sesudah tanda "-" pakai spasi, bukan tab')


def behind_quote() -> str:
    """Say that words stand behind a closing quotation mark."""
    return _(
        "tanda kutip sudah tertutup di tengah teks, tetapi masih ada tulisan sesudahnya; tulis "
        '"isi: |" lalu seluruh teksnya di baris berikut, tanpa tanda kutip pengapit'
    )


def escape() -> str:
    """Say that a backslash means something between double quotation marks."""
    return _(
        'tanda "\\" di antara tanda kutip dua punya arti khusus; tulis "isi: |" lalu teksnya di '
        "baris berikut, tanpa tanda kutip pengapit"
    )


def behind_bar() -> str:
    """Say that the text of a block begins on the line of its sign."""
    return _(
        'sesudah tanda "|" atau ">" tidak boleh ada tulisan; pindahkan teksnya ke baris berikut, '
        "dengan dua spasi lebih banyak di depannya"
    )


def open_bracket() -> str:
    """Say that a bracket is never closed."""
    return _(
        'kurung dibuka di sini tetapi tidak ditutup, atau ada koma yang kurang; tulis "[a, b]" '
        "dalam satu baris; kalau ini teks, apit dengan tanda kutip"
    )


def stray_bracket() -> str:
    """Say that a closing bracket was never opened."""
    return _("ada kurung penutup yang tidak punya kurung pembuka; hapus kurung itu")


def behind_bracket() -> str:
    """Say that words stand behind a closing bracket."""
    return _(
        "sesudah kurung penutup masih ada tulisan; kalau seluruhnya teks, apit dengan tanda "
        'kutip, atau tulis "isi: |" lalu teksnya di baris berikut'
    )


def stray_comma() -> str:
    """Say that a comma inside brackets separates nothing."""
    return _("ada koma berlebih di dalam kurung; hapus koma itu")


def hash_in_text() -> str:
    """Say that what stands behind a hash sign would be dropped."""
    return _(
        'tanda "#" membuat tulisan sesudahnya tidak ikut terbit; apit seluruh teks dengan tanda '
        'kutip; kalau memang catatan, beri spasi sesudah "#"'
    )


def empty() -> str:
    """Say that a file holds nothing."""
    return _('berkas ini kosong; tulis kunci dan isinya, misalnya "tanggal: 2023-10-20"')


def a_list() -> str:
    """Say that a file is a list."""
    return _(
        'berkas ini berupa daftar; yang diharapkan kunci dan isi seperti "tanggal: 2023-10-20", '
        'tanpa tanda "-" di depannya'
    )


def a_text() -> str:
    """Say that a file is a single text."""
    return _(
        'berkas ini tidak memuat kunci; yang diharapkan kunci dan isi seperti "tanggal: '
        '2023-10-20", satu di setiap baris'
    )


def about_place() -> frozenset[str]:
    """Give what is said of lines that only stand too far left or right."""
    said = (
        *(too_far_right(), first_too_far_right(), out_of_line(), out_of_line_in_list()),
        *(text_out_of_line(), stray_item(), item_in_text(), unlike_below()),
    )
    return frozenset(said)
