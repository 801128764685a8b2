"""English numerals that claim nothing: dates, durations, ordinals, names, addresses, slogans, telephone numbers."""

from __future__ import annotations

import re

from concentric.core.claims.reading import NoClaim, Taken

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_WORD = (
    r"(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen"
    r"|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety|[Hh]undred)"
)
_NAMED = (
    "District Room Section Article Chapter Page Pages Phase Grade Class Type Route Highway Line Building Floor Block Unit Ward Zone "
    "Scope Area Group Team Level Tier Stage Step Part Volume Vol Issue Form Schedule Annex Appendix Table Figure Fig Box Item Clause Rule "
    "Gate Terminal Platform Flight Bus Pier Round Year Version Channel Studio Case Lot Apartment "
    "Apt Suite Agenda Vision Formula Radio Junction Exit Mile Bay Dock Court Precinct Region Sector Plot Site Store Shop Stand Hall "
    "Bridge Pump Well Mine Shaft Boeing Airbus Windows Euro Olympics Expo Word Cup Chart Map Note Notes Question Day Week Lesson "
    "Module Category Category Cohort Wave Batch Lane Track Runway Platform Reactor Ring Metro Catch Studio Hotline Number "
    "Law Act Bill Proposal Motion Policy Protocol Opinion Entry Ref Reference Paragraph Para Measure Battalion Proposition Prop Goal Ordinance "
    "Station Engine Ladder Company Troop Squad Division Brigade Regiment School Hospital Factory Village Neighbourhood Estate Camp Tent Cell Seat Row Shed Warehouse Hangar"
).split()
_HOW_LONG = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|fortnights?|nights?|mins?|hrs?|yrs?|quarters?|weekends?"
    r"|seasons?|terms?|semesters?|generations?|working days?|business days?|calendar (?:days?|years?)|school years?)"
)
_SMALL_ONE = rf"(?:\d+(?:\.\d+)?|[Oo]ne|[Hh]alf|{_WORD}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"

_EACH = (
    ("name", r"https?://\S+|www\.\S+|[\w.]+@[\w.]+\.\w+"),
    ("code", r"\(cid:\d+\)|\b(?:ISBN|ISSN|DOI|doi|EIN|IBAN|ORCID)\b:?[\s\dXx./-]*\d[\dXx]?"),
    ("code", r"(?<![\d.,$£€])\b[1-9]\d{0,2}-\d{1,3}\b(?=\s?(?:vote|win|loss|defeat|victory|majority|split))"),
    ("code", r"(?:(?<=\d\.\d )|(?<=\d\.\d\d ))out of (?:5|10)\b|(?:(?<=\d\.\d)|(?<=\d\.\d\d))/(?:5|10)\b"),
    (
        "age",
        r"\b(?i:children|infants|babies|kids|toddlers)\s+(?:aged\s+)?(?:under|over|below)\s+(?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?![,.]\d|\s?(?:%|per))",
    ),
    ("idiom", r"\bper (?:\d[\d,]*|hundred|thousand|(?:ten |hundred )?thousand|million)\b"),
    ("bare", r"(?<![\d.,])\d+[½¼¾⅓⅔]%?"),
    (
        "ordinal",
        r"\b(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b",
    ),
    (
        "age",
        r"(?<=\b)(?i:(?:women|men|people|children|those|anyone|anybody|nobody|no one|adults|residents|patients|pupils|youngsters|girls|boys|everyone|were|are))\s+(?:aged\s+)?(?:under|over|below|above)\s+(?:the age of\s+)?(?:1[0-9]|2[0-5]|30|35|40|[5-9][05])\b(?![\d,.]*\d|\s?(?:%|per|million|[a-z]+s\b))",
    ),
    ("phone", r"\b(?:911|999|112|\d-\d-\d)\b(?=\s+(?:call|dispatch|operator|system|line|emergenc|centre|center))"),
    ("name", r"\b(?:U\.S\.|US|Interstate|Hwy|State Route|Group of|G) ?\d{1,3}\b|\bmile marker \d+"),
    (
        "date",
        r"\bat \d{1,2}\.\d{2}\b(?!\s?(?:%|per|million|km))|\b(?:the )?\d{1,2}\.\d{2}(?= (?:train|bus|service|flight|ferry))",
    ),
    ("date", r"\b(?:in|since|until|before) 1[5-8]\d\d\b(?! [a-z]+s\b)|\bthe 1[5-8]\d\d\b(?! [a-z]+s\b)"),
    (
        "document-number",
        r"\b(?:Document|Order|Decree|Notice|Circular|Directive|Regulation|Resolution)s?\s+(?:No\.?\s?)?\d+(?:[-/]\d+)*",
    ),
    (
        "age",
        rf"\b(?:aged?|ages)\s+(?:between\s+|from\s+|over\s+|under\s+|above\s+|below\s+)?{_SMALL_ONE}(?:\s?(?:-|–|to|and)\s?{_SMALL_ONE})?(?:\s+(?:and|or)\s+(?:over|above|older|under|younger))?|{_SMALL_ONE}[- ]years?[- ]olds?|{_SMALL_ONE}\s+(?:years?|months?)\s+(?:old|of age)|\b(?:over|under)-?\d\ds\b|\bage of {_SMALL_ONE}|(?:over|under)[- ]\d\ds",
    ),
    (
        "age",
        r"(?<=[a-z], )\d{1,2}(?=,\s)|\b(?:son|daughter|[Hh]e|[Ss]he|I|wife|husband|mother|father|brother|sister|who)(?:\s+(?:is|was|am)|['’](?:s|m))\s+(?:now\s+|only\s+|just\s+)?\d{1,2}(?=\s+(?:and|when|now|this|but)\b|[,.;])|\b(?:[Cc]hildren|infants|babies|girls|boys|toddlers|pupils)\s+\d+\s?(?:-|–|to)\s?\d+(?:\s+(?:months|years))?|\bturn(?:s|ed|ing)?\s+\d{2}\b",
    ),
    (
        "phone",
        r"\(\d{3}\)\s?\d{3}[-.]\d{4}|(?<![\d,.])\+\d{1,3}[\d\s().-]{6,}\d|(?<![\d,.])\(?0\d{2,4}\)?[\s-]\d{3,8}(?:[\s-]\d{3,4})?(?!\d)|(?<![\d,.])1[3-9]\d{9}(?!\d)|(?<![\d,.])\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|(?<![\d,.])[48]00[- ]\d{3}[- ]?\d{3,4}",
    ),
    (
        "phone",
        r"(?i:\b(?:call|phone|telephone|tel|dial|hotline|helpline|fax|ring|text|ext|extension|postcode|zip|account|id|licen[cs]e|registration)(?:\s+(?:on|number|no\.?|code|is))?\s*[:.]?\s*)\+?\d[\d\s-]{2,}\d|\b\d{3,6}(?=\s+(?:\w+\s+)?(?:hotline|helpline|emergency (?:number|line|call)))",
    ),
    ("phone", r"(?<![\d,.$£€])(?:1[38]\d{0,3}|0\d{2,4}|\d{3}|\d\d(?= \d{3} \d{3} \d{3}))(?: \d{2,4}){2,4}(?![\d,])"),
    (
        "document-number",
        rf"[\[(〔]{_YEAR}[\])〕]\s?(?:No\.?\s?)?\d+|\bNos?\.\s?\d+(?:[-/]\d+)*(?:\s?\(?{_YEAR}\)?)?|#\d+|№\s?\d+",
    ),
    (
        "date",
        rf"\b{_DAY}\s?(?:-|–|—|to|and)\s?{_DAY}\s+{_MONTH}(?:,?\s+{_YEAR})?|\b{_DAY}\s+(?:of\s+)?{_MONTH}\b(?:,?\s+{_YEAR})?",
    ),
    (
        "date",
        rf"\b{_MONTH}\s+{_DAY}\b(?:\s?(?:-|–|—|to|and)\s?(?:{_MONTH}\s+)?{_DAY}\b)?(?:,?\s+{_YEAR})?(?!\s?(?:%|per|million|,\d))|\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
    ),
    (
        "date",
        rf"\b{_YEAR}s\b|(?<![\w'])['’]?\d0s\b|\bmid-{_YEAR}s?\b|\b(?:the\s+)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    ),
    (
        "date",
        r"(?<![\d,.])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)|(?<![\d,.])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?!\d)",
    ),
    (
        "date",
        r"(?<![\d,.])\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?|hrs|GMT|UTC)|(?<![\d,.:])\d{1,2}:\d{2}(?!\d)|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2}\s?o['’]clock|\b24/7\b",
    ),
    ("date", rf"(?<![\d,.$£€¥])\b{_YEAR}\s?(?:[-–—/]|to|and)\s?(?:{_YEAR}|\d\d)\b(?!\s?%)"),
    (
        "date",
        rf"\b(?:FY|fiscal(?: year)?|financial year|school year|year)\s?{_YEAR}|\b[Qq][1-4](?:\s+(?:of\s+)?{_YEAR})?\b|\bH[12]\b|\bFY\d\d\b",
    ),
    (
        "date",
        rf"(?<![\d,.$£€¥])(?<!over )(?<!than )(?<!nearly )(?<!about )(?<!some )(?<!around )(?<!almost )(?<!least )(?<!under )(?<!total of )\b{_YEAR}\b(?![,.]\d|\s?%|\s?(?:yuan|people|million|percent|per cent|metres|meters|hectares|tonnes|kilometres|km)\b)",
    ),
    (
        "date",
        r"\b(?:first|second|third|fourth|last|final|past|previous|1st|2nd|3rd|4th|latter)\s+(?:half|quarter|third|\d+\s+months)(?:\s+of(?:\s+the year)?)?\b|\bhalf[- ]year(?:ly)?\b",
    ),
    (
        "ordinal",
        r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b|\b[Tt]op[- ](?:\d+|ten|five|three|hundred|twenty|fifty)\b|\bfirst\s\d+(?:,\d{3})*(?=\s(?:entries|records|lines)\b)|\bFortune\s+(?:Global\s+)?\d+\b",
    ),
    (
        "name",
        rf"\b(?:{'|'.join(sorted(set(_NAMED), key=len, reverse=True))})\.?\s+(?:No\.?\s?)?\d+[A-Za-z]?(?:[-–.]\d+)*\b(?!\s?%|,\d)(?:(?:,\s|\s(?:and|or)\s)\d{{1,2}}\b(?!\s?%|[,.]\d|\s(?:people|million|of)))*",
    ),
    (
        "name",
        r"\b(?:pages?|pp?\.|number(?=\s\d+\s(?:bus|tram|train|route))|bus|route|line|platform|gate|ward|room|apartment|flat|grade|chapter|level|phase|stage|type|size|channel|verse|item|table|track|lane|exit|junction|unit|bay|shaft|plot|lot|tier|question|paragraph|section|article|clause|schedule|annex)\s+\d{1,4}[A-Za-z]?(?:[-–]\d+)?\b(?!,\d|\s?%|\s+(?:people|villages|pupils|homes))|\b\d+ers\b",
    ),
    (
        "address",
        r"\b\d{1,4}[A-Z]?(?:-\d+)?,?\s+(?:(?:[A-Z][a-z]+|North|South|East|West)\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Square|Boulevard|Blvd|Place|Terrace|Crescent)\b|\bPO Box \d+|\bP\.O\. Box \d+",
    ),
    (
        "code",
        r"\b(?!(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|US|HK|NT|Rs|CHF|AUD)\d)[A-Z][A-Za-z]*[-–]?\d+(?:[.\-–/]\d+)*[A-Za-z]?\b|\b\d+[GKD]\b(?!\w)|\b\d+\s?[×x]\s?\d+\b|(?<![\d.])\d{1,2}:\d{1,2}(?!\d)|\[\d{1,3}\]|\b\d+(?:\.\d+){2,}\b|\b\d+/\d+\b",
    ),
    ("slogan", r"(?:\b\d+|\b[Oo]ne)\s?\+\s?(?:\d+|[NnXx])(?:\s?\+\s?(?:\d+|[NnXx]))*"),
    (
        "enumerator",
        r"(?:^|(?<=\n))\s*(?:\(?\d{1,2}[.)]|\(?[ivx]{1,4}[.)])(?=\s)|[①-⑳]|(?<=[.;:]\s)\(\d{1,2}\)(?=\s)|(?<=[.;]\s)\(?\d[.)](?=\s[A-Z])",
    ),
    (
        "slogan",
        rf"\b(?:One|{_WORD}|Hundreds?|Thousands?|Ten Thousand)(?:[- ](?:Hundred|Thousand|Million))?s?\s+(?!Million|Thousand|Hundred|Billion|Per)(?:[A-Z][a-z]+|\w+ing\s)(?:s|es)?\b(?=\s+[A-Z“”\"]|['’”\"])",
    ),
    (
        "name",
        rf"\b(?:Two Sessions|Three Gorges|Three Kingdoms|Seven Sisters|Four Seasons|Big Four|Group of (?:Seven|Twenty)|Nine Dragons|Five Ridges|{_WORD} Mile|One Belt|{_WORD} (?:Rivers?|Lakes?|Bridges?|Hills?|Peaks?|Springs?|Pines?|Stars?|Oaks))\b",
    ),
    (
        "idiom",
        r"(?<!-)\b[Oo]ne(?:\s+(?:of|another|day|time|thing|side|hand|way|more|who|that|can|must|end|point|by one|and the same|or (?:two|more))\b|['’]s|[- ](?:stop|off|to-one|on-one|sided|way|time|size|window|click|child|person|man|woman|word)\b|-(?!third|half|quarter|fifth|sixth|seventh|eighth|tenth))|\b(?:[Nn]o|[Ee]very|[Aa]ny|[Ss]ome|[Ee]ach|[Tt]his|[Tt]hat|[Tt]he|[Ww]hich|[Aa]nother|[Nn]ew|[Gg]ood|[Oo]ld)[- ]one\b|\b(?:square|back to|day|number|step) one\b",
    ),
    (
        "idiom",
        rf"\b{_WORD}-(?:way|dimensional|storey|story|star|pronged|part|tier|fold path|level|lane|sided|wheeled|point|figure|digit|piece|room|bedroom|member|nation|party|city|county|stage|step|phase|day|man|person|woman|course|acre|legged|seat|seater|track|bed)\b|\b\d+-(?:storey|story|star|point|lane|page|part|step|stage|tier|digit|inch|foot|way|year|man|person|a-side|over|love|day)\b",
    ),
)
_DURATION = re.compile(
    rf"(?<![\d,.])\b(?P<n>{_SMALL_ONE})(?:\s?(?:-|–|to|or|and)\s?{_SMALL_ONE})?(?:(?P<hyphen>-){_HOW_LONG}\b|(?:\s+and\s+a\s+half|\s+(?:straight|consecutive|full|more|whole|solid|long|short|calendar|successive|last|past))?\s+{_HOW_LONG}\b)"
)
_MEASURED = re.compile(
    r"(?i)average|mean|median|\btook|\btakes?\b|\bcut\b|reduc|shorten|time to|waiting|wait\b|processing|response|turnaround|down (?:to|from)|within an|equal to|equivalent to"
)
_HOURS = re.compile(
    r"(?i)\s(?:of\s+)?(?:training|teaching|tuition|service|volunteering|volunteer|lessons|instruction|work)\b"
)
_PARTS = ("one quarter", "three quarters", "a quarter")
_OF_IT = re.compile(r"\s(?:of\b|\()")
_APIECE = re.compile(r"\s(?:each|apiece|per (?:person|head|employee|volunteer|member|case))\b")
_QUOTED = re.compile(r"[“\"]([^”“\"\n]{1,60})[”\"]|‘([^’‘\n]{1,40})’")
_NUMERAL = re.compile(rf"\d|\b(?:[Oo]ne|{_WORD}|[Hh]undred|[Tt]housand)\b")
_PLAIN_WORDS = re.compile(
    r"(?i)\b(?:we|we've|I|they|have|has|had|was|were|is|are|said|got|gave|helped|received|it|he|she|you|can|will)\b|[.,;]\s|[£$€¥%]"
)
# What any of them can begin with: one look at a character spares the patterns inside of words.
_BEGINS = r"(?=\b[A-Za-z]|[\d(\[〔+#№'’/①-⑳]|^\s)"
_EXCLUDED = re.compile(
    _BEGINS + "(?:" + "|".join(f"(?P<g{n}>{pattern})" for n, (_, pattern) in enumerate(_EACH)) + ")", re.MULTILINE
)
_REASONS = {f"g{n}": reason for n, (reason, _) in enumerate(_EACH)}


def exclude_english(text: str, taken: Taken) -> tuple[list[NoClaim], list[tuple[int, int]]]:
    """Find them and take their characters; ages come apart, because they are shown to people."""
    found: list[NoClaim] = []
    ages: list[tuple[int, int]] = []
    for match in _QUOTED.finditer(text):
        inside = match[1] or match[2]
        if _NUMERAL.search(inside) and len(inside.split()) <= 8 and not _PLAIN_WORDS.search(inside):
            taken.take(match.start() + 1, match.end() - 1)
            found.append(NoClaim(match.start() + 1, match.end() - 1, "slogan"))
    for match in _EXCLUDED.finditer(text):
        start, end = match.span()
        if taken.touches(start, end):
            continue
        start += len(match[0]) - len(match[0].lstrip())
        reason = _REASONS[match.lastgroup or "g0"]
        taken.take(start, end)
        if reason == "age":
            ages.append((start, end))
        elif _NUMERAL.search(match[0]) or "①" <= match[0][:1] <= "⑳":
            found.append(NoClaim(start, end, reason))
    for match in _DURATION.finditer(text):
        if taken.touches(*match.span()) or (match[0].lower().endswith(_PARTS) and _OF_IT.match(text, match.end())):
            continue
        before = re.split(r"[.;]\s", text[max(0, match.start() - 70) : match.start()])[-1]
        short = not re.search(
            r"year|decade|centur|quarter|term|season|semester|generation|fortnight|weekend|night", match[0]
        )
        if (
            short
            and not match["hyphen"]
            and (_MEASURED.search(before) or _HOURS.match(text, match.end()) or _APIECE.match(text, match.end()))
        ):
            continue
        taken.take(*match.span())
        found.append(NoClaim(*match.span(), "duration"))
    return found, ages
