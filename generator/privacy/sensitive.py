"""Words that need judgement: they may stand once a second person has looked at the record.

They touch specific personal data (UU 27/2022 art. 4), a child or a victim (UU 11/2012, UU 12/2022),
or work of the police that must stay closed for a time (UU 14/2008 art. 17).
"""

import re

from generator.privacy.kinds import Kind, Level
from generator.privacy.passage import Hit, Hits, Passage

_SENSITIVE = re.compile(
    r"""
    \b(?: kdrt | kekerasan\ dalam\ rumah\ tangga | anak\ (?:masih\ )?di\ ?bawah\ umur
      | di\ bawah\ umur
      | (?:pen)?cabul\w* | dicabuli | mencabuli | perkosa\w* | pemerkosa\w* | memperkosa | diperkosa
      | rudapaksa | persetubuhan | menyetubuhi
      | pelecehan | dilecehkan | melecehkan | sodomi | inses | incest
      | (?:korban|kasus|pelaku|mengalami|dugaan)\ kekerasan\ (?:seksual|fisik|anak|terhadap)\b
      | kekerasan\ (?:terhadap|pada)\ (?:anak|perempuan)
      | penganiayaan\ (?:terhadap\ )?anak | eksploitasi\ anak | perdagangan\ (?:orang|anak)
      | korban\ tppo | prostitusi\ anak | open\ bo
      | (?:korban|pelaku|tindak|perbuatan|kasus)\ asusila
      | (?:oknum|mantan)\ (?:[a-z]+\ ){1,3}
        (?:terlibat|ditangkap|diduga|dilaporkan|tersangka|korupsi|pengguna|pemakai)
      | hamil\ (?:di\ ?luar\ nikah|duluan) | aborsi | pengguguran | buang\ bayi | pembuangan\ bayi
      | hiv | aids | odha | odgj | gangguan\ jiwa | orang\ gila | sakit\ jiwa
      | penyandang\ disabilitas\ mental | tbc\ aktif
      | bunuh\ diri | gantung\ diri | (?:eks|mantan)\ (?:napi|narapidana|residivis|teroris|napiter)
      | residivis
      | target\ operasi
      | (?:akan|bakal|hendak|rencananya)\ (?:\w+\ ){0,3}
        (?:penggerebekan|penangkapan|penyergapan|digerebek|menggerebek|menyergap)
      | (?:pengguna|pemakai|pengedar|penjual|bandar)\ (?:sabu|narkoba|ganja|togel|judi|miras)
        \ (?:\w+\ ){0,2}di\ (?:kos|kost|rumah|kontrakan|warung)
      | (?:rumah|seorang)\ (?:si\ )?(?:janda|duda)
      | rencana\ (?:razia|operasi|penggerebekan|penangkapan|penindakan)
      | (?:jadwal|waktu)\ (?:razia|penggerebekan)
      | penyamaran | undercover | informan\w* | cepu | spionase
      | minta\ (?:\w+\ )?(?:identitas|nama)(?:nya)?\ dirahasiakan
      | (?:identitas|nama)\ (?:pelapor|saksi|korban|informan|anak)\b
        (?!\ (?:\w+\ )?(?:dirahasiakan|tidak|dijaga|dilindungi|aman))
      | (?:sedang|masih)\ (?:diintai|dibuntuti|disadap)
      | penyadapan | lgbt | homo\w*seks\w* | aliran\ sesat
      | selingkuh\w* | perselingkuhan | kumpul\ kebo | zina | perzinaan | utang\ pribadi
      | rehabilitasi\ narkoba\ atas
      | pecandu | pekerja\ seks\w* | psk | germo | mucikari
    )\b
    """,
    re.VERBOSE,
)
TRIGGERS = frozenset(
    """
    asusila oknum mantan janda duda pengguna pemakai pengedar penjual bandar
    menggerebek menyergap
    kdrt kekerasan umur pelecehan dilecehkan melecehkan sodomi inses incest rudapaksa persetubuhan
    menyetubuhi penganiayaan eksploitasi perdagangan tppo prostitusi bo hamil aborsi pengguguran
    bayi
    hiv aids odha odgj jiwa gila disabilitas tbc bunuh gantung napi narapidana residivis teroris
    napiter operasi razia penggerebekan penangkapan penindakan penyamaran undercover informan
    informannya cepu spionase identitas identitasnya penyergapan digerebek pelapor saksi korban
    diintai dibuntuti disadap penyadapan lgbt
    sesat perselingkuhan kumpul zina perzinaan pecandu psk germo mucikari seks pribadi rehabilitasi
    """.split()
)
"""Words without which nothing here is found, but for those of a stem."""

_STEMS = ("cabul", "erkosa", "homoseks", "selingkuh", "informan")


def has_stem(lower: str) -> bool:
    """Whether a text in small letters holds such a word in whatever form."""
    return any(map(lower.__contains__, _STEMS))


def sensitive(passage: Passage) -> Hits:
    """Find words that need judgement."""
    if passage.words.isdisjoint(TRIGGERS) and not has_stem(passage.lower):
        return
    for match in _SENSITIVE.finditer(passage.lower):
        yield Hit(Kind.SENSITIVE, *match.span(), Level.NEEDS_REVIEW)
