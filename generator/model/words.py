"""The fixed words of the records. Their Indonesian values are what officers type."""

from enum import StrEnum


class UnknownCount(StrEnum):
    """Stands for a number nobody told."""

    UNKNOWN = "tidak diketahui"


class Silence(StrEnum):
    """Why a session lists no concerns; the three mean different things."""

    NONE_RAISED = "nihil"
    NOT_OPENED = "tidak dibuka"
    NOT_ITEMISED = "tidak dirinci"


class NoAnswer(StrEnum):
    """Why a concern lists no answers."""

    NONE = "tidak ada"
    NOT_ITEMISED = "tidak dirinci"


class Mode(StrEnum):
    """How a session was held."""

    FACE_TO_FACE = "tatap muka"
    ROUND = "keliling"
    RADIO = "siaran radio"
    TELEVISION = "siaran televisi"
    SOCIAL_MEDIA = "media sosial"
    ONLINE = "daring"
    HYBRID = "hibrida"

    @property
    def has_place(self) -> bool:
        """Whether such a session is held at a place that has to be named."""
        return self in (Mode.FACE_TO_FACE, Mode.ROUND, Mode.HYBRID)


class ConcernKind(StrEnum):
    """What kind of thing residents said; `komitmen` is a promise made to no single concern."""

    COMPLAINT = "keluhan"
    REPORT = "laporan"
    SUGGESTION = "saran"
    PROPOSAL = "usulan"
    CRITICISM = "kritik"
    HOPE = "harapan"
    QUESTION = "pertanyaan"
    REQUEST = "permintaan"
    APPRECIATION = "apresiasi"
    WORRY = "kekhawatiran"
    OBJECTION = "sanggahan"
    OFFICERS_FINDING = "temuan petugas"
    OTHER = "lainnya"


class ConcernChannel(StrEnum):
    """How a concern reached the session."""

    DIRECT = "langsung"
    WHATSAPP = "WhatsApp"
    SMS = "SMS"
    TELEPHONE = "telepon"
    LETTER = "surat"
    SOCIAL_MEDIA = "media sosial"
    ONLINE = "sambungan daring"


class Authority(StrEnum):
    """Whose business a concern is."""

    POLICE = "polri"
    OTHER_BODY = "instansi lain"


class AnswerKind(StrEnum):
    """What kind of answer was given on the spot."""

    EXPLANATION = "penjelasan"
    APPEAL = "imbauan"
    COMMITMENT = "komitmen"
    REFERRAL = "rujukan"
    PARTNERS_ANSWER = "jawaban mitra"
    OBSTACLE = "kendala"
    ALTERNATIVE = "alternatif"
    OUTSIDE_AUTHORITY = "di luar kewenangan"
    IMMEDIATE_ACTION = "tindakan seketika"
    GUARANTEE = "jaminan"
    CONDITIONAL_SUPPORT = "dukungan bersyarat"


class Recurrence(StrEnum):
    """How often a recurring promise is to be kept."""

    DAILY = "setiap hari"
    WEEKLY = "setiap minggu"
    MONTHLY = "setiap bulan"
    UNSPECIFIED = "tidak ditentukan"


class OfficerRole(StrEnum):
    """What an officer did in a session."""

    LEADER = "pimpinan"
    REPRESENTING = "mewakili"
    ACCOMPANYING = "pendamping"
    MODERATOR = "moderator"
    SPEAKER = "narasumber"
    CARRIED_OUT = "pelaksana"
    CONVEYED = "penyampai"
    INFORMANT = "pemberi keterangan"
    PUBLIC_RELATIONS = "humas"
    UNCLEAR = "tidak jelas"


class PartnerRole(StrEnum):
    """What a partner institution did in a session."""

    HOST = "tuan rumah"
    PARTICIPANT = "peserta"
    ANSWERED = "penjawab"
    REFERRED_TO = "tujuan rujukan"
    CARRIED_OUT = "pelaksana"


class Form(StrEnum):
    """The form an action took."""

    PATROL = "patroli"
    RAID = "razia"
    SEIZURE = "penyitaan"
    DESTRUCTION = "pemusnahan"
    ARREST = "penangkapan"
    INVESTIGATION = "penyelidikan"
    SUMMARY_OFFENCE = "tipiring"
    GUIDANCE = "pembinaan"
    MEDIATION = "mediasi"
    TRAFFIC = "pengaturan lalu lintas"
    SERVICE = "perbaikan layanan"
    OUTREACH = "sosialisasi"
    COORDINATION = "koordinasi"
    NEIGHBOURHOOD_WATCH = "siskamling"
    AID = "bantuan"
    OTHER = "lainnya"


class How(StrEnum):
    """How residents were asked whether something was really done."""

    FACE_TO_FACE = "tatap muka"
    NEXT_SESSION = "sesi berikutnya"
    VISIT = "kunjungan"
    TELEPHONE = "telepon"
    WHATSAPP = "WhatsApp"
    FORM = "formulir"
    OTHER = "lainnya"


class TellingChannel(StrEnum):
    """How residents were told what became of a concern."""

    NEXT_SESSION = "sesi berikutnya"
    NOTICE_BOARD = "papan pengumuman"
    VISIT = "kunjungan"
    TELEPHONE = "telepon"
    WHATSAPP = "WhatsApp"
    LETTER = "surat"
    SOCIAL_MEDIA = "media sosial"
    SITE = "situs"
    OTHER = "lainnya"


class UnitLevel(StrEnum):
    """Where a unit stands in the chain of command."""

    HEADQUARTERS = "mabes"
    REGIONAL = "polda"
    RESORT = "polres"
    SECTOR = "polsek"
    SUBSECTOR = "polsubsektor"
    WORK_UNIT = "satuan kerja"


class OfficialChannelKind(StrEnum):
    """What kind of official channel a unit offers."""

    TELEPHONE = "telepon"
    WHATSAPP = "WhatsApp"
    MAIL = "surel"
    ACCOUNT = "akun"
    SITE = "situs"


class Yes(StrEnum):
    """The only word a statement accepts."""

    YES = "ya"
