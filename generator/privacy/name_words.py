"""Words by which a name is known: given names, and what stands before a name or a place."""

import re

# Names that are nothing else: one alone is enough.
STRONG = frozenset(
    """
    abdullah abdurrahman achmad adityawan agustina ahmad aminah andreas anggraini anton antonius
    ardiansyah arifin aryanto asep asnawi astuti azizah azwar bambang bastian benediktus benyamin
    bernadus budiman budiono burhanuddin cahyono chairul chandra christian daniel darmawan darmi
    darsono darto darwis david dedi deddy dewanti dimas djoko dominggus dwiyanto edi edy efendi
    effendi eko elisabet elizabeth endang erna ernawati fadli fahmi fahri fajri fatimah fatmawati
    febrianto ferdinand ferdy fitriani fransiskus gatot gunadi gunawan habibah hadijah hafiz haikal
    halimah hamdan hamdani hamid hamzah handoko hanifah hardiman hariadi haryadi haryanto haryono
    hasan hasanah hasanuddin hendra hendrawan hendri hendrik hendro herawati heri herman hermanto
    hermawan herry hery hidayati husein husni ibrahim ignatius ikhsan ilham imron indrawati irawan
    irfan irwan ismail iswanto ivan jamaluddin jamilah johannes johan joko jokowi jonathan joni
    jumadi juminten junaidi juwita kadir kamaluddin karim karyono kartini kasman khadijah khairul
    khoirul komariah komarudin kristanto kurniasih kurniawan kusnadi kusuma laila lailatul lastri
    lestiani lilis linda lukman lusiana mahmud maimunah maman margono maria mariana mariani mariati
    marjono markus marlina marsudi marthen martini maryam maryati maulana mawardi megawati melinda
    misbah misran mochamad moh mohamad mohammad muchtar muhamad muhammad muhidin mujiono mukhlis
    mulyadi mulyani mulyono munawar murniati murni mursid musa mustafa mustofa muzakir nabila nadia
    nanang nasir nasrudin natalia ningsih noor novita nurhadi nurhayati nurjanah nurlaela nurlaila
    nurul oktavia parjo parman petrus poniman ponirin pranoto prasetyo pratiwi priyanto purnama
    purwanto purwanti rachmat rahmawati rahayu ramadhan ramdani ratna ratnasari reza ridwan rina
    rini riyadi riyanto rizal rizki rizky robert rochmat rohmat rohani rosidah rosita rudi rudy
    rukmini rusdi rusli rusmiati ruslan sabar sadikin saepul saiful salamah saleh salim salma
    samsudin
    samsul santoso sarah sari sarifudin sarinah sartono sawitri setiawan setiawati setyawan sholeh
    sidik sinta siska siti slamet soleh solihin somad sopian sri suciati sudarmi sugeng sugiman
    sugito suhendra suhendar suherman sujarwo sukarman sukijan sukiman sukirman sulaiman sulastri
    sumarni sumiati sumiyati suminah sunarti suparman supardi supriadi supriyadi suratman suroso
    suryadi suryani suryanto susan susanti sutejo sutrisno suwarni suwito suyanti syahrul syaiful
    syamsuddin syarif syarifah syarifuddin taufik taufiq teguh theresia thomas tini titik tono topan
    trianto triyono tukiman tukinem umar usman utami wagiman wahid wahyudi wahyuni wahyono wakidi
    waluyo warsito wartini wasis wati wawan wibisono wibowo widodo widya wiji winarno winarti yakub
    yanti yanto yanuar yayan yogi yohana yohanes yolanda yosua yudha yudi yuli yuliana yulianti
    yulianto yuni yuniarti yunus yusran yusuf zaenal zaenab zainab zainal zainudin zainuddin
    zubaidah
    zulfikar zulkifli
    kadek ketut komang nyoman wayan putu gede situmorang siregar nasution simanjuntak hutagalung
    sinaga sitorus manurung pasaribu harahap lubis ginting sembiring tarigan purba saragih hutapea
    yulius yohanis nahak bria tefa satriawan sudana sudarsana nengah luh desak ketut nanik
    nunung asmara
    fitria handayani wulandari ridho jajang dadang ujang ucok butet parlindungan marpaung napitupulu
    gultom siagian tampubolon rajagukguk aritonang pardede butarbutar pandjaitan mangkunegara
    lestaluhu
    pattiasina tuhumury latuconsina wattimena sahetapy nikijuluw waromi mandacan rumbewas yoku pigai
    daeng tenri rosmiati nuraini nurlina nurmala ngatimin ngatini paimin paijo paijan tukijan sarmin
    sarjono ponimin legiman wagimin kasmin kasiman kastari wakijan tarjo tarno darto warno karto
    kasan kliwon mukidi mukiyo jumali rasidi rasiman dulhadi durahman abdurahman abdulloh
    darman karman sarman sunardi sunaryo suwarno sunarno sudarno warman kasdi karsono
    panjaitan silalahi nababan simatupang tobing tambunan pangaribuan lumbantobing rumapea
    manuputty wenda kogoya kambu wanggai tabuni yikwa rumbiak lende
    """.split()
) - frozenset(
    "sabar titik sri salim noor topan murni musa eko sari kusuma purnama rahayu wati teguh "
    "utami maria mariana rini siti slamet".split()
)

# Names that are words or places too: they need another word of a name beside them.
WEAK = frozenset(
    """
    abdul adi aditya agung agus ali amir ana andi andika angga anita anisa ari arif aris asih ayu
    bagas bagus bayu bella budi bunga cahya cahaya citra dani darma deni desi dewa dewi dian diah
    dika dina dini dodi doni dwi dyah eka eko eva fajar fitri galih gilang guntur hadi hana
    haris hasna hendar hidayat ika ilyas imam indah indra intan ira iwan jaya kartika krisna kusuma
    lestari lia lili lina lisa lulu made maria mariana mega mira muji mulya murni musa nia nina noor
    novi nova nur oki panji permata prima purnama puspa putra putri putu raden rahayu rahma rahman
    rahmat raja rama ratih reni restu rian ricky rika rinto rini rosa sabar salim santi sari satria
    sigit sinar siti slamet sri surya susi sutan teguh tia tika tina titin topan tri tuti utami
    utomo vina wahyu wati wira wulan yani yoga yusri zahra zaki junior anwar basuki
    gendut gepeng gondrong rosmini robi roni rosi
    """.split()
)

# First names so common that the word behind one is a name too.
FIRST = frozenset(
    "siti agus abdul muh moch arif rini dian fitri hadi wahyu rahmat iwan dodi doni deni novi lina"
    " lia nia dina anita ali amir slamet rina dewi rian ricky ayu putri yusri robi roni nurul frans"
    " yance melkianus".split()
) | {"budi"}
NOT_AFTER_FIRST = frozenset(
    "utomo pekerti luhur daya karya kencana permai indah jaya sri sartika".split()
)

_SHAPE_ENDS = (
    "yono wono jono dono giono arno anto isno itno armo idjo ijo ejo yanto wanto diyono manto"
    " minto ianto wati yati niati ningsih inah inem iyem tini yanti santi arti iyah astuti wardi"
    " yadi nadi mawan darmo isman"
).split()
_SHAPE = re.compile(
    r"(?:su|so|soe|sa|pur|har|mar|dar|war|nur|mul|kas|was|par|pon|tu|mis|ngat|sar|kar|jum|rus|wid"
    r"|tri|bud"
    r"|her|hen|set|pri|yul|wah|mur)[a-z]{1,8}"
    rf"(?:{'|'.join(_SHAPE_ENDS)})"
)
_NOT_A_NAME = frozenset(
    "sudarmo kemanto sedianto sumatera suwardi-jaya surianto-karya pancawati setianti harianti "
    "mardinah "
    "karanganyar sukowati purwodadi purwakarta purworejo sukaharjo sukorejo sukajadi sumberejo "
    "sarinah "
    "tulungrejo wonosari suwati sumijo".split()
)

# Followed by a place, a body or a thing, not by a person.
PLACE_HEADS = frozenset(
    """
    jalan jl jln gang gg lorong desa kelurahan kecamatan kabupaten kota provinsi dusun kampung
    kampong nagari jorong gampong pekon distrik rt rw lingkungan banjar kawasan perumahan perum
    griya kompleks komplek blok masjid mesjid musala mushola mushala musholla langgar surau gereja
    katedral kapel pura vihara klenteng wihara pesantren ponpes pondok yayasan panti pt cv ud
    koperasi bank
    sd sdn smp smpn sma sman smk smkn mi min mts mtsn ma man tk paud tpq sekolah universitas
    institut
    akademi politeknik kampus madrasah rs rsud rsu rsia puskesmas posyandu klinik apotek pasar toko
    plaza mal mall hotel wisma gedung aula balai pendopo lapangan stadion gor taman alun-alun alun
    tugu monumen museum makam tpu terminal stasiun bandara bandar pelabuhan dermaga pantai pulau
    sungai kali danau waduk gunung bukit jembatan simpang perempatan pertigaan bundaran tanjung
    teluk selat laut kepulauan km kmp kapal kri polsek polres polresta polrestabes polda
    polsubsektor
    kodim koramil kodam korem kapolsek kapolres kapolda kapolresta wakapolsek wakapolres polsekta
    kelompok tani operasi ops santo santa st jumat minggu ngopi radio tv fm by pass raya tol pos
    poskamling
    wilayah mako mapolres mapolsek dinas badan kantor lembaga partai ormas forum
    warung kafe cafe kedai rm resto restoran studio grup group club klub paguyuban karang
    program gerakan tim satgas gelora patung waduk monumen media tribun situs kanal suara hari
    pekan tahun musim metro rutan
    lapas
    sentra kebun perkebunan hutan taman tempat ladang sawah kolam rumah
    """.split()
)

# Words written with a capital letter, alone or after an honorific, that are no name.
NO_NAME = frozenset(
    """
    lewati melewati dilewati terlewati
    rt rw camat lurah kades kadus kepala ketua wakil sekretaris sekdes sekcam bendahara kapolsek
    kapolres kapolda kapolri kapolresta wakapolsek wakapolres wakapolda kabag kasat kanit kasi
    kasubag kasium
    kapospol bupati wali walikota gubernur menteri presiden danramil dandim danrem pangdam babinsa
    bhabinkamtibmas bhabin polisi polwan polri tni guru dukuh keuchik geuchik reje datuk penghulu
    imam ustaz ustadz kyai kiai pendeta pastor romo dokter bidan perawat mantri hakim jaksa direktur
    rektor dosen dekan anggota pengurus warga tokoh masyarakat satpam hansip linmas satlinmas pkk
    kader bhayangkari persit muslimat fatayat aisyiyah majelis
    kamtibmas pertiwi kota negara pembina pembangunan pejabat petugas personel mereka kami
    kita anda saya ini itu yang dan atau dari di ke untuk dengan agar supaya juga sudah telah akan
    tidak belum bisa dapat harus lalu kemudian serta karena saat ketika pada oleh bagi para semua
    satu dua tiga sekitar muda tua desa kelurahan kecamatan kabupaten kampung dusun nagari rumah
    hamil menyusui muslim islam kristen katolik hindu buddha umum daerah pusat badan dinas kantor
    lembaga forum kelompok tani nelayan pedagang pemuda petani senin selasa rabu kamis jumat sabtu
    minggu januari februari maret april mei juni juli agustus september oktober november desember
    binmas bimas intel reskrim lantas samapta spkt humas propam sabhara indonesia jawa sumatera bali
    papua kalimantan sulawesi polsek polres polda polresta pemerintah pemkab pemkot pemda bpd lpm
    kadis sekda asisten staf danpos danlanal dansat panglima jenderal brigadir bripka bripda briptu
    aipda aiptu ipda iptu akp kompol akbp kombes brigjen irjen komjen serda sertu serka serma kapten
    letda lettu mayor letkol kolonel pol purn forkopimcam forkopimda muspika lmk fkdm mui fkub pwi
    tuhan allah nabi haji hajah hj bapak ibu pak bu mas mbak sopir pengemudi penumpang pengguna
    korban pelaku saksi pelapor terlapor tersangka keluarga orang anak kakak adik suami istri
    hukum agama adat sosial pendidikan kesehatan keamanan ketertiban pengawas pelayanan bahasa
    rumah tangga sakit terhormat sekalian hadirin pemilik seorang salah pihak unit regu piket jaga
    lewat menurut katanya surat kasus perkara berita sumber tanpa nama penerima tempat lokasi
    udara lalu lintas satuan karang taruna gapoktan bumdes bpbd damkar basarnas samsat pln telkom
    karyawan pegawai buruh nakes tenaga mahasiswa pelajar siswa pecalang pemangku bendesa kelian
    perbekel klian niniak mamak wakar penjaga satpol pp bnn kpu bawaslu panwas pln pdam
    dishub dinkes disdik dinsos dukcapil disdukcapil kominfo diskominfo bapenda bappeda kemenag
    kemenkes disperindag dpmd dprd satlantas satreskrim satnarkoba satresnarkoba satbinmas satintel
    pertamina perhutani polhut pupr dispora disnaker puskesos
    pemohon pencari penonton pembeli penjual undangan peserta hanya bila jika kalau namun tetapi
    selain sebagai seperti sebelum sesudah setelah sampai hingga jadi maka adalah ialah yaitu
    """.split()
)

HONORIFIC = (
    r"(?:[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|[Bb]pk|[Ss]drI?|[Ss]dri|[Ss]dr|[Ss]audara|[Ss]audari|BAPAK"
    r"|IBU|PAK|SDR|SDRI|Tuan"
    r"|Nyonya|Ny|Tn|Nn|Nona|[Mm]bah|Mas|[Mm]bak|Kang|Bang|Kak|Om|Tante|Cak|Neng|Teh|Uda|Abah"
    r"|Abang|Bung|Haji|Hajah|[Mm]ba"
    r"|Hj|H|KH|K\.H|Ust|Ustaz|Ustadz|Ustad|Ustazah|Ustadzah|Pdt|Pendeta|Pastor|Romo|Pdp|Drs|Dra"
    r"|Ir|dr|drg|Dr|Prof|Tgk|Teungku"
    r"|Gus|Kyai|Kiai|Habib|Buya|Daeng|Tuanku|R\.?\s?A|Raden|Nyai|Eyang|Opung|Mama|Inang|Andi"
    r"|I(?=\s(?:Made|Wayan|Nyoman|Ketut|Gede|Putu|Komang|Kadek|Gusti|Dewa|Nengah)\b)"
    r"|Ni(?=\s(?:Made|Wayan|Nyoman|Ketut|Luh|Putu|Komang|Kadek|Nengah)\b)|Kakek|Nenek|Paman|Bibi"
    r"|Mr|Mrs|Ms|Miss|[Mm]bok|Cik|Encik|Koh|Nek|Kek|Ompu|Ama|Ina|Ustd|Lalu|Baiq|Inaq|Amaq|Papuq|Gusti|Desak|Ida"
    r"|La(?=\s[A-Z])"
    r"|Wa(?=\s[A-Z]))"
)


_ENDING_ENDS = (
    "yanto nardi wardi wanto ianto hanto yono wono tono iyono jono ningsih wati yati iyati udin"
    " uddin ullah iansyah syah yansah awan iawan yadi riadi astuti utami yani yantini artini minah"
    " iyah inah iyem inem gianto"
).split()
_ENDING = re.compile(rf"[a-z]{{2,}}(?:{'|'.join(_ENDING_ENDS)})")
_ENDS_SO_TOO = frozenset(
    """
    bengawan kawan lawan rawan awan relawan sukarelawan wartawan karyawan hartawan pahlawan
    bangsawan budayawan
    agamawan cendekiawan negarawan sejarawan dermawan rupawan menawan melawan berlawan setiakawan
    angkatan kewarganegaraan hewan dewan tawan ilmuwan olahragawan menyawan kesyah syah tuwan
    usahawan
    sarjanawan bendahawan gerilyawan nelayan ayani melayani layani dilayani mengayani hayati
    menghayati dihayati mematuhi wilayah rahmatullah baitullah jamiyah rupiah madrasah aliyah
    tsanawiyah ibtidaiyah muhammadiyah syariah aisyiyah badriyah diniyah ilmiyah ukhuwah
    islamiyah robbani batiniyah insaniyah lahiriyah qodiriyah khalwatiyah sanawiyah
    sukowati purwodadi cirawan purwoyono karawan perlawan cipayani minyak nayati hatiwati dayati
    mahardhika bangkawan jumiyah amaliyah ubudiyah duniyah mujahidiyah arsyah
    """.split()
)


_ENDS = tuple({*_SHAPE_ENDS, *_ENDING_ENDS})


def has_name_shape(word: str) -> bool:
    """Whether a word in small letters looks like a name and like nothing else."""
    return word in STRONG or (
        len(word) > 5
        and word.endswith(_ENDS)  # most words do not, which is told in a tenth of the time
        and word not in _NOT_A_NAME
        and word not in _ENDS_SO_TOO
        and (_SHAPE.fullmatch(word) or _ENDING.fullmatch(word)) is not None
    )
