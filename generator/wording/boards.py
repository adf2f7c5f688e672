"""What each list of what is owed or open is and is not, by which rule, and in which order."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.boards import RECENT, Board
from generator.followup.deadlines import EVIDENCE_EVERY
from generator.language import _
from generator.model import Recurrence
from generator.value import value


@value
class BoardWords:
    """A list in words: its name, what it is and is not, its rule, and the order it stands in.

    `of_what` says what its entries are, with their number: `{count} hal`.
    """

    name: str
    what: str
    what_not: str
    rule: str
    order: str
    of_what: str = _("{count} hal")


_WORDS: Mapping[Board, BoardWords] = MappingProxyType(
    {
        Board.WAITING: BoardWords(
            _("Yang masih ditunggu"),
            _(
                "Masukan warga dan janji polisi yang menunggu kabar: tenggatnya sudah lewat, belum "
                "ada kabar sesudah sesi, atau sudah lama tidak ada kabar baru."
            ),
            _(
                "Ini bukan daftar kesalahan: bisa saja sudah dikerjakan, "
                "tetapi belum dilaporkan di sini."
            ),
            _(
                "Satu hal ditulis sekali di sini, walaupun ada di beberapa daftar lain. "
                "Keluar hanya karena ada kabar; waktu saja tidak mengeluarkannya."
            ),
            _("Yang paling lama lewat tenggat di atas, lalu yang sesinya paling lama."),
        ),
        Board.OVERDUE: BoardWords(
            _("Lewat tenggat"),
            _("Hari yang ditunggu sudah lewat, tetapi urusannya belum berakhir."),
            _("Itu bukan bukti bahwa tidak ada yang dikerjakan; yang pasti, harinya sudah lewat."),
            _(
                "Masuk sehari sesudah tenggat. Keluar kalau urusannya berakhir, atau ada kabar "
                "dengan tenggat baru; tenggat yang lama tetap tertulis di riwayatnya."
            ),
            _("Yang paling lama lewat tenggat di atas."),
        ),
        Board.JUST_CROSSED: BoardWords(
            _("Baru lewat tenggat"),
            _("Bagian dari daftar lewat tenggat: yang lewatnya dalam {days} hari terakhir."),
            _(
                "Hilang dari daftar ini tidak berarti beres: sesudah {days} hari urusannya tetap "
                "ada di daftar lewat tenggat."
            ),
            _("Hari pertama dihitung sehari sesudah tenggat, selama urusannya terbuka."),
            _("Yang lebih dulu lewat di atas."),
        ),
        Board.WORD_OWED: BoardWords(
            _("Utang lapor-balik"),
            _("Sesudah sesi belum ada kabar tentang apa yang dilakukan."),
            _(
                "Yang terutang adalah kabar: bisa saja sudah dikerjakan, "
                "tetapi belum dilaporkan di sini."
            ),
            _(
                "Keluar kalau ada kabar tentang tindakan atau akhirnya. Kabar bahwa sedang "
                "diperiksa, sudah dirapatkan, sudah disampaikan ke warga, atau tenggatnya diundur "
                "belum melunasi utang ini."
            ),
            _("Yang paling lama menunggu di atas."),
        ),
        Board.UNKNOWN: BoardWords(
            _("Tidak diketahui"),
            _(
                "Pernah ada kabar, lalu lebih dari delapan minggu tidak ada kabar baru, jadi "
                "keadaannya sekarang tidak diketahui."
            ),
            _("Itu tidak berarti pekerjaannya berhenti, dan tidak berarti sudah beres."),
            _(
                "Janji yang berulang baru masuk kalau buktinya juga sudah terlambat. "
                "Keluar kalau ada kabar tentang tindakan atau akhirnya."
            ),
            _("Yang paling lama tidak diketahui di atas."),
        ),
        Board.NO_EVIDENCE: BoardWords(
            _("Janji berkala tanpa bukti"),
            _(
                "Janji yang harus ditepati berulang kali, tetapi sampai hari yang ditunggu tidak "
                "ada bukti baru."
            ),
            _("Itu bukan bukti bahwa janjinya dilanggar; yang tidak ada adalah buktinya."),
            _(
                "Bukti ditunggu dalam {daily} hari untuk janji setiap hari, {weekly} hari untuk "
                "setiap minggu, {monthly} hari untuk setiap bulan, dan {unspecified} hari kalau "
                "tidak disebut seberapa sering; dihitung dari sesi, lalu dari bukti terakhir."
            ),
            _("Yang buktinya paling lama ditunggu di atas."),
        ),
        Board.UNREPORTED: BoardWords(
            _("Laporan sesi belum terbit"),
            _(
                "Sesinya sudah diumumkan dan harinya sudah lewat, tetapi belum ditulis apa yang "
                "disampaikan warga."
            ),
            _("Itu tidak berarti sesinya batal: bisa saja sudah berlangsung tanpa dilaporkan."),
            _(
                "Masuk sehari sesudah hari sesi. Keluar kalau laporannya terbit, "
                "juga kalau isinya nihil."
            ),
            _("Yang paling lama ditunggu di atas."),
            _("{count} sesi"),
        ),
        Board.DISPUTED: BoardWords(
            _("Sanggahan belum dijawab"),
            _("Warga menyatakan bahwa yang tertulis tidak benar, dan belum ada jawabannya."),
            _("Daftar ini tidak memutuskan siapa yang benar; yang ditunggu adalah jawabannya."),
            _(
                "Keluar kalau sesudah sanggahan itu ada pengerjaan baru atau akhir yang baru. "
                "Berapa kali disanggah tetap tercatat di halamannya."
            ),
            _("Sanggahan yang paling lama belum dijawab di atas."),
        ),
        Board.REOPENED: BoardWords(
            _("Dibuka kembali"),
            _(
                "Pernah berakhir, lalu dibuka lagi karena warga menyanggah atau karena satuannya "
                "membukanya sendiri, dan sekarang masih terbuka."
            ),
            _("Itu tidak berarti kabar yang dulu bohong; yang pasti, urusannya belum berakhir."),
            _(
                "Membuka kembali tidak mengulang hitungan hari: tenggat yang lama tetap berlaku. "
                "Keluar kalau urusannya berakhir lagi."
            ),
            _("Yang paling lama dibuka kembali di atas."),
        ),
        Board.UNCONFIRMED: BoardWords(
            _("Menunggu pembenaran warga"),
            _("Dinyatakan selesai oleh polisi atau mitra, tetapi belum dibenarkan warga."),
            _(
                "Klaim tidak berarti bohong dan tidak berarti beres. "
                "Yang belum ada adalah kata warga."
            ),
            _(
                "Keluar kalau warga membenarkan atau menyanggah, kalau dibuka kembali, atau kalau "
                "diputuskan tidak dipenuhi. Pertanyaan yang dijawab tidak masuk di sini."
            ),
            _("Klaim yang paling lama di atas."),
        ),
        Board.REFUSED: BoardWords(
            _("Tidak dipenuhi"),
            _("Diputuskan tidak akan dikerjakan; alasannya tertulis."),
            _("Itu tidak berarti permintaan warga salah, dan tidak pernah dihitung selesai."),
            _(
                "Keluar hanya kalau dibuka kembali. Kalau warga menyanggah, urusannya tetap di "
                "sini dan diberi tanda disanggah."
            ),
            _("Keputusan yang paling lama di atas."),
        ),
        Board.CONFIRMED: BoardWords(
            _("Dibenarkan warga"),
            _("Warga sudah ditanya, dan mereka membenarkan bahwa urusannya selesai."),
            _("Itu kata warga yang ditanya; warga lain tetap boleh menyanggah."),
            _("Keluar kalau ada warga yang menyanggah, atau kalau urusannya dibuka kembali."),
            _("Yang paling lama dibenarkan di atas."),
        ),
        Board.ANSWERED: BoardWords(
            _("Dijawab"),
            _("Pertanyaan warga yang sudah diberi penjelasan."),
            _("Dijawab tidak berarti ada yang dikerjakan, dan tidak pernah dihitung selesai."),
            _("Keluar kalau warga menyanggah jawabannya, atau kalau urusannya dibuka kembali."),
            _("Jawaban yang paling lama di atas."),
        ),
    }
)


# What is on these has a day, or it would not be on them.
_ALWAYS_DATED = frozenset({Board.OVERDUE, Board.JUST_CROSSED, Board.UNKNOWN, Board.NO_EVIDENCE})
_UNDATED = _("Yang tanggalnya tidak diketahui di akhir.")


def board_words(board: Board) -> BoardWords:
    """Say what a list is."""
    words = _WORDS[board]
    days = {
        "days": RECENT,
        "daily": EVIDENCE_EVERY[Recurrence.DAILY],
        "weekly": EVIDENCE_EVERY[Recurrence.WEEKLY],
        "monthly": EVIDENCE_EVERY[Recurrence.MONTHLY],
        "unspecified": EVIDENCE_EVERY[Recurrence.UNSPECIFIED],
    }
    return BoardWords(
        name=_(words.name),
        what=_(words.what).format(**days),
        what_not=_(words.what_not).format(**days),
        rule=_(words.rule).format(**days),
        order=_(words.order) if board in _ALWAYS_DATED else f"{_(words.order)} {_(_UNDATED)}",
        of_what=_(words.of_what),
    )
