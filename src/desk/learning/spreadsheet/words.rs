//! Words in the heads of columns, in the languages that the calculator speaks: beginnings of words, and
//! parts of them where words are not told apart by spaces. With `$` behind, the word ends there; with `*`
//! before, it is the end of one, as in "Gesamtstunden".

/// Words of a kind, with bars between them: a list of texts would be larger.
pub(super) type Words = &'static str;

/// The single words of a kind.
pub(super) fn each(words: Words) -> impl Iterator<Item = &'static str> {
    words.split('|')
}

/// The hours that were foreseen.
pub(super) const FORESEEN: Words = "\
    est$|kontingent|contingent|baseline|forecast|quote|alloc|allotted|scoped|target|sold|expected|projected|angebot|tilbudt|afsat|vendu|allou|verwacht|asignad|alocad|\
    estimat|estimad|estimé|estimer|estimera|budget|quoted|planned|plan|soll|geschätzt|schätz|\
    kalkul|vorgabe|veranschlag|begroot|begrote|geschat|geplant|gepland|raming|prévu|prevu|prévis|\
    presupuest|previst|previs|orçad|orcad|szacow|szacunk|zaplanow|przewidyw|budżet|tahmin|öngör|\
    bütçe|perkiraan|estimasi|rencana|anggaran|anslå|beregnet|forventet|見積|予定|計画|予算|تقدير|مقدر|\
    مخطط|المتوقع";

/// A budget, which may be one of money.
pub(super) const BUDGET: Words = "budget|budżet|bütçe|presupuest|begroot|anggaran|予算|ميزانية";

/// An estimate from before the work began.
pub(super) const ORIGINAL: Words = "\
    original|orig$|opr$|urspr$|initial|inicial|iniziale|baseline|ursprüng|anfänglich|oprindelig|oorspronkelijk|pierwotn|\
    początkow|awal|asal|semula|当初|الأصلي|أصلي";

/// The first of several estimates. By themselves these words foresee nothing.
pub(super) const FIRST: Words =
    "første|first|erste|eerste|premier|première|primer|primeir|ilk$|最初";

/// An estimate that was changed, and no actual hours.
pub(super) const REVISED: Words = "\
    revis|rev$|updated|new$|changed|adjusted|revid|überarbeit|aktualisiert|angepasst|korrigiert|neu$|neue|ny$|nye$|nyt$|\
    opdater|justeret|ændret|révis|nouvel|corrig|ajust|actualizad|atualizad|nuev|nova$|novo$|herzien|bijgewerkt|nieuw|\
    zaktualiz|nowy$|nowa$|güncellen|yeni|revisi|baru|diperbarui|修正|改訂|更新|محدث|المحدث|معدل|المعدل";

/// An estimate of a later day, or the actual hours: other words decide.
pub(super) const CURRENT: Words = "current|latest|forecast|projected|aktuell|aktuel|seneste|prognos|actuel|huidig|bieżąc|güncel|terkini|最新";

/// The hours that it took, said so.
pub(super) const ACTUAL: Words = "\
    act$|used$|consumed|burn|recorded|booked|final|verbraucht|medgå|consumid|invertid|emplead|utilizad|wykorzyst|faktyczn|fiili|kullanılan|gerçekleş|digunakan|sebenarnya|実働|消化|المستخدم|المنجز|\
    actual|logged|tracked|worked|spent|took|real|ist|gebucht|geleistet|tatsächlich|aufgewend|aufgewandt|\
    erfasst|forbrugt|brugt|faktisk|registrer|réel|reel|réalis|passé|consomm|werkelijk|besteed|\
    gewerkt|geregistreerd|registrad|dedicad|trabajad|trabalhad|gast|realizad|rzeczywist|\
    przepracow|zarejestrow|gerçek|harcanan|çalışılan|aktual|terpakai|realisasi|tercatat|実績|実際|作業|\
    فعلي|الفعلي|مستغرق|المستغرق";

/// Effort: actual hours, unless another word says that it was foreseen.
pub(super) const EFFORT: Words = "effort|aufwand|*aufwand|aufwände|verbrauch|*verbrauch|forbrug|*forbrug|inspanning|nakład|efor$";

/// Any length of time.
pub(super) const TIME: Words = "\
    duration|hours|hour|hrs|time|total hours|dauer|stunden|std|zeit|varighed|timer|tid|durée|\
    *stunden|*zeit|*dauer|*tid|*timer|*uren|*tijd|\
    heures|temps|duur|uren|tijd|duración|horas|tiempo|duração|tempo|czas|godzin|süre|saat|durasi|\
    jam|waktu|時間|工数|所要|ساع|مدة|المدة|الوقت";

/// A length of time, and no time of day.
pub(super) const LENGTH: Words = "\
    duration|hours|hour|hrs|dauer|stunden|std|varighed|timer|durée|heures|duur|uren|duración|horas|duração|\
    godzin|süre|durasi|*stunden|*dauer|*timer|*uren";

/// Whole heads that are a time of day where another column has the length.
pub(super) const CLOCK: Words =
    "time|zeit|tid|klokken|heure|hora|tijd|czas|godzina|saat|jam|waktu|時刻|الوقت";

/// A part of the hours beside their total.
pub(super) const PART: Words =
    "regular|regulär|overtime|überstunden|overtid|overarbejde|pto$|lembur";

/// The total beside its parts.
pub(super) const WHOLE: Words = "total|totalt|gesamt|samlet|alt$|totaal|toplam|jumlah";

/// Marks of a column that adds up the rows below each row, as heads have them.
pub(super) const ROLLED_UP: Words =
    "σ|∑|sum of|rolled up|rollup|including subtasks|incl. subtasks|with subtasks";

/// Money, unless a word beside it says that it is of time.
pub(super) const MONEY: Words = "\
    money|geld$|penge$|netto|brutto|net$|gross$|ht$|ttc$|debit|credit|haben$|paid$|unpaid|outstanding|deposit|betalt|bezahlt|payé$|pagad|zapłac|dibayar";

/// A tax on a price.
pub(super) const TAX: Words = "\
    tax$|vat$|gst$|moms|mva$|ust$|mwst|umsatzsteuer|tva$|iva$|btw$|kdv$|ppn$|消費税|ضريبة";

/// The rest of an account.
pub(super) const BALANCE: Words = "balance|saldo|kontostand|solde$|iban$|bakiye|残高|رصيد";

/// Words of a list of invoices.
pub(super) const INVOICE: Words = "\
    invoice$|invoices|faktura$|fakturanr|fakturanummer|rechnung$|rechnungsnr|rechnungsnummer|facture$|factures|factura$|\
    facturas|fatura|factuur|factuurnummer|fattura|faktur$|請求書|فاتورة";

/// A number of pieces.
pub(super) const QUANTITY: Words =
    "qty|quantit|menge|anzahl|antal|cantidad|quantidade|aantal|ilość|miktar|数量|كمية";

/// An offset from universal time.
pub(super) const OFFSET: Words = "offset|*offset|timezone|zone$|tz$|zeitzone|tidszone";

/// People who worked.
pub(super) const PERSON: Words = "\
    user|username|member|person$|people|employee|staff|email|mitarbeiter|benutzer|bearbeiter|medarbejder|bruger$|\
    utilisateur|usuario|usuário|medewerker|gebruiker|pracownik|kullanıcı|karyawan|pengguna";

/// A kind of work, which names a job where nothing else does.
pub(super) const ACTIVITY: Words = "activity|aktivität|aktivitet|tätigkeit|activité|actividad|activiteit|atividade|czynność|etkinlik|aktivitas";

/// The name of the job, the surest first.
pub(super) const NAME: [Words; 5] = [
    "project|projekt|proyecto|projeto|projet|proje|proyek|プロジェクト|案件|مشروع|المشروع",
    "job|auftrag|opgave|sag|klus|opdracht|zlecen|iş|pekerjaan|仕事|encargo|affaire|dossier|chantier|ordre",
    "title|titel|summary|task|subject|thema|emne|asunto|assunto|sujet|onderwerp|aufgabe|taak|tâche|tarea|tarefa|zadan|görev",
    "name|navn|nombre|nom|nome|naam|nazwa|adı|nama|名|اسم",
    "description|beschreibung|beskrivelse|descripción|descrição|opis|açıklama|deskripsi",
];

/// A name that is short for another one: a key, a code, a number.
pub(super) const KEY: Words = "key|*schlüssel|sleutel|klucz|code|kode|id$|nr$|no$|number|nummer|numéro|número|*nummer|*kode|*nr";

/// Words for what a job belongs to, or for something else about it, beside its name.
pub(super) const ASIDE: Words = "\
    group|gruppe|*gruppe|groep|*groep|grupo|groupe|grupa|grup$|type|typ$|*typ|*type|art$|*art|tipo|category|kategori|*kategorie|\
    catégorie|categor|kategoria|manager|*manager|leader|lead$|leiter|*leiter|*leiterin|leder|*leder|owner|responsable|\
    status|*status|state$|stage|phase|*phase|team|tag$|tags|color|colour|folder|portfolio|priorit|url$|link$|start|end$|date|グループ|مجموعة";

/// A part of a job that may have several entries.
pub(super) const ITEM: Words = "\
    issue|ticket|task|item|story|summary|subject|aufgabe|vorgang|opgave|taak|tâche|tarea|tarefa|\
    zadan|görev|tugas|課題|مهمة|المهمة";

/// A period or a phase, each with a budget of its own.
pub(super) const PERIOD: Words = "\
    period|month|*monat|monat|sprint|iteration|cycle|week|quarter|year|phase|*phase|zeitraum|*zeitraum|woche|*woche|kw$|quartal|jahr|\
    måned|*måned|uge|kvartal|år$|fase|maand|kwartaal|jaar|mois|semaine|trimestre|année|itération|période|\
    período|mes$|semana|año|mês|ano$|okres|miesiąc|tydzień|tygod|kwartał|rok$|etap|dönem|ay$|hafta|çeyrek|yıl|aşama|\
    bulan|minggu|kuartal|triwulan|tahun|tahap|期間|月|週|四半期|年|スプリント|フェーズ|工程|فترة|شهر|أسبوع|ربع|سنة|مرحلة";

/// The status of work.
pub(super) const STATUS: Words = "\
    status|*status|state$|stand$|*stand|zustand|statut|estado|situação|situacao|stan$|tilstand|durum|ステータス|状態|状況|الحالة|حالة";

/// The share of the work that is done.
pub(super) const PROGRESS: Words = "\
    progress|completion|fortschritt|*fortschritt|fertigstellung|fremdrift|fremskridt|avancement|progression|progreso|avance|\
    voortgang|progresso|andamento|postęp|ilerleme|kemajuan|進捗|達成|تقدم|الإنجاز";

/// Words of columns about invoices and approvals, whose status is not that of the work.
pub(super) const BILLING: Words = "\
    invoic|bill|pay|approv|rechnung|*rechnung|rechnungs|zahl|abrechn|freigab|genehmig|faktur|betal|godkend|factur|paiement|\
    valid|approb|pago|aprob|aprov|pagamento|goedkeur|płat|zatwierdz|fatura|ödeme|onay|tagihan|bayar|請求|承認|支払|فاتور|دفع";

/// Percentages.
pub(super) const PERCENT: Words =
    "percent|prozent|procent|pourcent|porcent|porcentaje|procentowo|yüzde|persen|نسبة";

/// A no.
pub(super) const NO: Words = "no|n|false|nein|falsch|nej|falsk|non|faux|falso|nee|onwaar|não|nie|fałsz|hayır|yanlış|tidak|いいえ|لا";

/// A status of work that goes on, where other work is finished.
pub(super) const ACTIVE: Words =
    "active|aktiv|actief|activ|actif|ativo|ativa|aktywn|aktif|有効|نشط";

/// A status of work that has not begun, which is a part of other names: `New York`.
pub(super) const NEW: Words =
    "new|neu|ny|nuevo|nueva|nouveau|nouvelle|nieuw|novo|nova|nowe|nowy|yeni|baru|جديد";

/// A status of work that goes on, has not begun or was given up.
pub(super) const UNFINISHED: Words = "\
    in progress|inprogress|progress$|ongoing|on going|underway|open|reopen|to do|todo|doing|running|wip$|not$|planned|\
    planning|scheduled|backlog|blocked|on hold|onhold|paused|waiting|pending|started|draft|review$|testing|feedback|\
    incomplete|unfinished|partial|partly|almost|nearly|half$|queued|cancel|\
    in arbeit|in bearbeitung|in umsetzung|laufend|läuft|offen|nicht$|noch$|geplant|in planung|begonnen|angefangen|gestartet|\
    wartet|wartend|pausiert|zurückgestellt|entwurf|in prüfung|blockiert|ausstehend|unfertig|teilweise|fast$|halb|\
    abgebroch|stornier|\
    i gang|igang|åben|ikke$|planlagt|påbegyndt|afventer|venter|kladde|på hold|løbende|startet|mangler|delvis|aflyst|\
    berjalan|berlangsung|sedang|proses|dikerjakan|pengerjaan|belum|terbuka|direncana|menunggu|tertunda|ditunda|dimulai|\
    dibatalkan|en curso|en progreso|en proceso|en marcha|abiert|pendiente|sin$|iniciad|planificad|en espera|pausad|\
    borrador|por hacer|cancelad|anulad|\
    en cours|ouvert|à faire|à venir|en attente|non$|pas$|planifi|prévu|commenc|démarr|brouillon|suspend|inachev|annul|\
    bezig|lopend|loopt|in uitvoering|in behandeling|gepland|niet$|nog$|wacht|gepauzeerd|onderhanden|te doen|geannuleerd|\
    em andamento|em curso|em progresso|em execução|abert|pendente|não$|planejad|planead|aguardando|rascunho|\
    a fazer|fazendo|\
    w toku|w trakcie|w realizacji|otwart|do zrobienia|oczekuj|zaplanow|nie$|nierozpocz|rozpocz|wstrzym|trwa$|\
    niezakończ|nieukończ|anulow|\
    devam|sürüyor|açık|yapılacak|yapılıyor|bekliyor|beklemede|planlan|başla|değil|taslak|tamamlanmadı|iptal|\
    進行|作業中|対応中|実行中|継続中|未|保留|待ち|予定|新規|オープン|途中|中断|中止|\
    قيد|جارٍ|جاري|مفتوح|لم ي|معلق|انتظار|مخطط|مستمر|غير|ملغ";

/// A status of finished work, or the head of a column that says it.
pub(super) const FINISHED: Words = "\
    done|complete|finish|closed|delivered|resolved|archived|launched|live$|shipped|\
    abgeschlossen|fertig|erledigt|beendet|gelöst|geliefert|ausgeliefert|abgenommen|geschlossen|archiviert|umgesetzt|\
    færdig|afsluttet|leveret|lukket|løst|udført|arkiver|gennemført|\
    selesai|tuntas|rampung|ditutup|diserahkan|\
    terminad|acabad|finalizad|completad|hecho|cerrad|entregad|resuelt|archivad|\
    terminé|achev|fini$|fait$|clôtur|fermé|livré|résolu|archivé|\
    klaar|voltooid|afgerond|gereed|opgeleverd|gesloten|afgesloten|opgelost|gearchiveerd|\
    concluíd|concluid|feito|feita|fechad|entregue|resolvid|encerrad|arquivad|\
    zakończ|ukończ|gotow|zamknięt|zrobion|wykonan|dostarczon|rozwiązan|zarchiw|\
    tamamlan|bitti|bitmiş|biten|kapalı|kapandı|teslim|çözüldü|arşiv|\
    完了|終了|済|納品|クローズ|解決|مكتمل|اكتمل|منته|انته|منجز|مغلق|تم ";

/// The end of the work.
pub(super) const DELIVERY: Words = "\
    end$|ende$|deliver|liefer|leverin|slut$|fin$|livraison|entrega|oplever|dostaw|teslim|納品|تسليم";

/// Work that is left.
pub(super) const REMAINING: Words = "\
    remaining|left$|rest$|restant|resterende|reststd|reststunden|resttid|restaufwand|restestimat|verbleib|pozosta|kalan|sisa|残|متبق";

/// Words of columns of hours, and of no other length of time.
pub(super) const HOURS: Words =
    "hour|hrs$|stunde|*stunden|std$|timer$|*timer|heures|uren|*uren|horas|godzin|jam$|h$|時間|ساع";

/// Whole heads of the day of an entry.
pub(super) const ENTRY_DAY: Words = "\
    date|datum|dato|fecha|data|tanggal|tarih|day|tag|dag|work date|entry date|local_date|spent on|日付|التاريخ";

/// The unit of the figures in a row.
pub(super) const UNITS: Words = "unit$|units$|einheit|zeiteinheit|enhed$|unité|unidad|unidade|eenheid|jednostka|birim|satuan|単位|وحدة";

/// A unit of hours or days in the head of a column.
pub(super) const UNIT: Words = "h$|hr$|t$|std$|d$|j$|pt$";

/// A list of tasks.
pub(super) const LIST: Words = "list$|liste$|lista$|lijst$|*liste|*lijst|section|abschnitt|board|tavle|tablero|quadro|tablica|リスト|ボード|قائمة";

/// A folder of lists.
pub(super) const FOLDER: Words =
    "folder|ordner|mappe|dossier|carpeta|pasta$|map$|klasör|フォルダ|مجلد";

/// A space of folders.
pub(super) const SPACE: Words = "space|workspace|arbeitsbereich|espace|espacio|espaço|werkruimte|przestrze|ruang|スペース|مساحة";

/// The client.
pub(super) const CLIENT: Words = "client|customer|kunde|klant|cliente|klient|müşteri|pelanggan|klien|顧客|クライアント|عميل|العميل";

/// Its price.
pub(super) const PRICE: Words = "\
    price|amount|fee|revenue|invoiced|money|preis|betrag|honorar|umsatz|erlös|pris|beløb|omsætning|\
    harga|precio|importe|ingreso|prix|montant|prijs|bedrag|omzet|preço|preco|valor|receita|cena|\
    *betrag|*beløb|*preis|*pris|*bedrag|*prijs|*umsatz|*omsætning|*honorar|ca$|\
    kwota|przychód|fiyat|tutar|金額|価格|売上|سعر|السعر|مبلغ|المبلغ";

/// Words for money that the job does not bring: a rate, a cost.
pub(super) const NO_PRICE: Words = "\
    internal|intern$|\
    stundenpreis|einzelpreis|timepris|timesats|stykpris|uurprijs|stundensatz|tagessatz|*kosten|*kostpris|\
    rate|cost|satz|kost|coût|costo|custo|koszt|maliyet|biaya|budget|remaining|tax|currency|\
    hourly";

/// Words of columns without hours: money, dates, the rest, and billing.
pub(super) const NO_HOURS: Words = "\
    *betrag|*beløb|*preis|*pris|*bedrag|*prijs|*umsatz|*omsætning|*kosten|stundensatz|tagessatz|timesats|*datum|*dato|ca$|\
    pause|pausen|break$|uhrzeit|tidspunkt|klokkes|margin|profit|gewinn|varian|differ|abweich|afvig|\
    écart|ecart|\
    cost|kost|coût|omkost|biaya|custo|koszt|maliyet|price|preis|pris|prix|precio|preço|harga|\
    prijs|cena|fiyat|amount|betrag|umsatz|revenue|rate|satz|fee|fees|start|begin|anfang|stop|\
    end$|ende|endz|eind|slut|début|fin$|inicio|início|rozpocz|zakończ|başla|bitiş|mulai|selesai|\
    البدء|الانتهاء|fecha|date|datum|dato|data$|tanggal|tarih|day$|deadline|due|remaining|rest|\
    pozosta|kalan|sisa|left$|残|billable|nonbillable|non$|rounded|overage|progress|by$|id$|code|\
    email|currency|capacity|timestamp|timezone|offset|*offset|zone$|tz$|status|*status|cycle|lead$|points|*points|point$|punkte|*punkte|ポイント|日付|開始|終了|金額|費用|تاريخ|تكلفة|سعر|متبق";

/// The price of an hour, a day or a piece.
pub(super) const RATE: Words = "\
    rate|stundensatz|stundenpreis|stundenhonorar|stundenlohn|stundentarif|tagessatz|tagespreis|tageshonorar|\
    einzelpreis|stückpreis|timepris|timesats|timeløn|timehonorar|dagspris|dagssats|stykpris|enhedspris|uurtarief|\
    uurprijs|uurloon|dagtarief|stuksprijs|tarif|taux|tjm$|takst|stawka|unit|each$|unitaire|unitario|unitário|satuan|\
    単価|時給|سعر الساعة";

/// Words between a price and the length of time that it is of, and adjectives for both.
pub(super) const PER: Words = "per$|pro$|je$|pr$|par$|por$|za$|başına|hourly|daily|weekly|monthly|horaire|journalier|saatlik|günlük|aylık";

/// A length of time that a price may be of.
pub(super) const SPAN: Words = "\
    hour|stunde|day|daily|week|month|tag$|woche|monat|dag$|uge|måned|heure|horaire|jour|semaine|mois|hora|día|dia$|\
    semana|mes$|mês|uur|maand|godz|dzień|dni$|miesiąc|saat|gün|hafta|ay$|jam|hari|minggu|bulan";

/// Costs.
pub(super) const COST: Words =
    "cost|kost|*kosten|*kostpris|omkost|coût|costo|custo|koszt|maliyet|biaya|rate|satz|費用|تكلفة";

/// Words that are money beside a column of currencies, unless they say that they are of time.
pub(super) const SPENDING: Words = "\
    spent|spend|budget|cost|expens|verbrauch|ausgegeb|ausgaben|kosten|forbrug|brugt|udgift|gastad|gasto|dépens|\
    presupuest|orçad|orcad|begroot|begrote|besteed|anggaran|terpakai|wydan|budżet|bütçe|harcan|予算|消化|ميزانية";

/// A column of currencies.
pub(super) const CURRENCY: Words = "currency|währung|valuta|devise|moneda|divisa|moeda|waluta|para birimi|mata uang|通貨|عملة|العملة";

/// Currencies in the head of a column. "Sek" is not among them: it is seconds as well.
pub(super) const CURRENCY_CODES: Words =
    "eur$|euro$|usd$|gbp$|chf$|dkk$|nok$|pln$|idr$|jpy$|cad$|aud$|brl$|kr$|rp$|zł$";

/// The column of Harvest with the unit of a budget.
pub(super) const BUDGET_BY: &str = "budget by";

/// A length in weeks.
pub(super) const WEEKS: Words =
    "week|woche|uger|uge|semaine|semana|minggu|weken|tygod|hafta|週|أسبوع|أسابيع";

/// A length in working days.
pub(super) const DAYS: Words =
    "days|d$|j$|md$|tage|personentage|pt|dage|jours|días|dias|dagen|dni|gün|hari|人日|日数|أيام";

/// A length in minutes.
pub(super) const MINUTES: Words =
    "minutes|minuten|minutter|minutos|minut|dakika|menit|分|دقيق|دقائق";

/// Abbreviations of minutes, which may be a minimum as well.
pub(super) const MINUTES_SHORT: Words = "min$|mins$|mnt$|mn$|dk$|dak$";

/// A maximum.
pub(super) const MOST: Words =
    "max$|maximum|maximal|höchst|höchstens|maks$|maksim|máx$|máxim|最大|أقصى";

/// A length in seconds.
pub(super) const SECONDS: Words = "\
    sec$|secs$|sek$|seg$|sn$|seconds|sekunden|sekunder|sekundy|secondes|seconden|segundos|saniye|detik|秒|ثانية|ثواني";

/// A length in milliseconds.
pub(super) const MILLISECONDS: Words = "ms$|msec$|millisecon|millisekund|milliseconde|miliseg|milisegund|milisekund|milisaniye|milidetik|ミリ秒|مللي";

/// The first cell of a row that is the sum of others.
pub(super) const SUMS: Words = "\
    total|totals|totalt|grand total|subtotal|sum|summe|gesamt|gesamtsumme|zwischensumme|\
    insgesamt|i alt|ialt|sum i alt|totaal|totale|totaux|somme|suma|razem|łącznie|toplam|jumlah|\
    gesamtergebnis|gesamt ergebnis|endsumme|teilsumme|sub-total|delsum|mellemsum|hovedtotal|samlet total|subtotaal|\
    eindtotaal|total result|total resultat|sous-total|suma częściowa|suma końcowa|ara toplam|total keseluruhan|\
    総計|小計|الإجمالي الكلي|المجموع الكلي|合計|الإجمالي|المجموع|إجمالي|total général|total geral|total general|ogółem|genel toplam";

/// The first cell of a row with the average of others.
pub(super) const AVERAGES: Words = "\
    average|avg|avg.|mean|median|ø|durchschnitt|mittelwert|mittel|schnitt|gennemsnit|gns.|snit|moyenne|promedio|media|média|\
    mediana|gemiddelde|gemiddeld|średnia|ortalama|rata-rata|平均|متوسط|المتوسط";

/// Sums that no job is called, before or behind the name of their group.
pub(super) const SUBTOTALS: Words = "\
    subtotal|sub-total|summe|zwischensumme|teilsumme|gesamtsumme|delsum|mellemsum|subtotaal|sous-total|suma częściowa|\
    ara toplam";

/// Words behind the name of a job in the row that adds it up.
pub(super) const RESULT: Words = "result|ergebnis|resultat|résultat|resultado|resultaat";

/// Words between a sum and the name of its group.
pub(super) const OF: Words = "of|for|von|für|af|de|du|van|voor|untuk";

/// Heads of the rows of pivot tables.
pub(super) const ROW_LABELS: Words = "\
    row labels|zeilenbeschriftungen|rækkenavne|rækkemærkater|étiquettes de lignes|etiquetas de fila|rijlabels|\
    rótulos de linha|etykiety wierszy|satır etiketleri|label baris|行ラベル|تسميات الصفوف";

/// Returns `true` if a head has a word that begins with one of these.
pub(super) fn says(head: &str, words: Words) -> bool {
    let is_word = |known: &str| {
        if is_unspaced(known) {
            return head.contains(known);
        }
        let mut said = head.split(|c: char| !c.is_alphanumeric());
        said.any(|said| match known.strip_suffix('$') {
            Some(whole) => said == whole,
            None => match known.strip_prefix('*') {
                Some(end) => said.ends_with(end),
                None => said.starts_with(known),
            },
        }) || known.contains(' ') && head.contains(known)
    };
    each(words).any(is_word)
}

/// Returns `true` for a cell that says that its row, or its column, is the sum of others.
pub(super) fn is_sum(cell: &str) -> bool {
    let cell = cell.trim_end_matches(':').trim().to_lowercase();
    each(SUMS).any(|known| known == cell)
}

/// Returns `true` for a cell that says that its row is the average of others.
pub(super) fn is_average(cell: &str) -> bool {
    let cell = cell.trim_end_matches(':').trim().to_lowercase();
    each(AVERAGES).any(|known| known == cell)
}

/// Returns `true` for a script that puts no spaces between words, or puts articles before them.
fn is_unspaced(word: &str) -> bool {
    word.chars().any(|c| c > '\u{0600}')
}

/// The key of a name: names that differ only in capitals or blanks are one.
pub(super) fn key(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
