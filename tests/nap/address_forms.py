"""How addresses are usually written, country by country: data for the properties of test_dress.py."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """How a country writes an address: each group holds the usual writings of one part, `lines` the order of parts."""

    country: str
    lines: tuple[str, ...]
    streets: tuple[tuple[str, ...], ...]
    units: tuple[tuple[str, ...], ...]
    places: tuple[tuple[str, ...], ...]


US = Form(
    "US",
    (
        "{number} {street}{unit}, {place}",
        "{number} {street},{unit}, {place}",
        "{number} {street}{unit}\n{place}",
        "{number} {street}{unit}, {place}, USA",
        "{number} {street}{unit}, {place}.",
        "Address: {number} {street}{unit}, {place}",
    ),
    (
        ("Main St", "Main Street", "MAIN ST.", "main st"),
        ("N Oak Ave", "North Oak Avenue", "N. Oak Ave."),
        ("5th Ave", "Fifth Avenue", "5TH AVE"),
        ("12th St SW", "12th Street Southwest", "12th St. S.W.", "12th St, SW"),
        ("State Highway 33", "State Hwy 33", "State Highway No 33", "State Highway #33"),
        ("County Road 43", "CR 43", "Co Rd 43", "County Rd. 43"),
        ("Saint Example Blvd", "St. Example Boulevard", "St Example Blvd."),
    ),
    (
        ("",),
        (" Ste 7", " Suite 7", " #7", " # 7", " STE. 7", " Ste. #7", " Unit 7"),
        (" Fl 3", " 3rd Floor", " Floor 3", " Third Floor"),
        (" Apt 12C", " Apartment 12C", " apt. 12-C", " Apt No. 12 C"),
    ),
    (
        ("Springfield, IL 62701", "Springfield IL 62701", "Springfield, Illinois 62701", "Springfield, IL 62701-1234"),
        ("North Port, FL 34286", "N Port, Florida 34286", "N. Port, FL 34286"),
    ),
)
GB = Form(
    "GB",
    ("{unit}{number} {street}, {place}", "{unit}{number}, {street}, {place}", "{unit}{number} {street}\n{place}, UK"),
    (("High Street", "High St", "HIGH ST."), ("St Example's Road", "Saint Examples Rd")),
    (("",), ("Flat 3, ", "FLAT 3, ", "Flat 3\n"), ("Unit 4, ", "UNIT 4, ")),
    (
        ("Bath BA1 1AA", "Bath, BA1 1AA", "BATH, BA11AA", "Bath, Somerset, BA1 1AA"),
        ("Romford RM15 5EE", "Romford, RM155EE"),
    ),
)
DE = Form(
    "DE",
    ("{street} {number}{unit}, {place}", "{street} {number}{unit}\n{place}", "{place}, {street} {number}{unit}"),
    (
        ("Lindenstraße", "Lindenstr.", "Lindenstrasse", "LINDENSTRASSE"),
        ("Berliner Allee", "Berliner-Allee", "BERLINER ALLEE"),
        ("Sankt-Anna-Platz", "St.-Anna-Platz", "St. Anna Pl."),
    ),
    (("",), (", 2. OG", ", 2. Etage", ", 2. Obergeschoss"), (", Hinterhaus", ", HINTERHAUS", " (Hinterhaus)")),
    (("50823 Köln", "50823 Koeln", "D-50823 Köln", "50823 KÖLN"), ("80331 München", "80331 Muenchen", "80331 Munich")),
)
FR = Form(
    "FR",
    (
        "{number} {street}, {place}",
        "{number}, {street}, {place}",
        "{number} {street}\n{place}",
        "{number} {street}, {place}, France",
    ),
    (
        ("rue de l'Exemple", "Rue de l’Exemple", "RUE DE L'EXEMPLE"),
        ("avenue du Général Exemple", "av. du General Exemple"),
    ),
    (("",),),
    (("69003 Lyon", "69003 LYON", "F-69003 Lyon"), ("06000 Nice", "06000 NICE")),
)
CA = Form(
    "CA",
    (
        "{number} {street}{unit}, {place}",
        "{number} {street}{unit}\n{place}",
        "{number} {street}{unit}, {place}, Canada",
    ),
    (("Main St", "Main Street"), ("8th Ave SW", "8th Avenue SW", "8 Avenue SW")),
    (("",), (" Unit 7", " #7", " Suite 7")),
    (("Calgary, AB T2P 1H3", "Calgary AB T2P1H3", "Calgary (Alberta) T2P 1H3", "Calgary, Alberta, T2P 1H3"),),
)
AU = Form(
    "AU",
    (
        "{unit}{number} {street}, {place}",
        "{unit}{number} {street}\n{place}",
        "{unit}{number} {street}, {place}, Australia",
    ),
    (("King St", "King Street"), ("Long Pde", "Long Parade")),
    (("",), ("Unit 4/", "4/", "Unit 4, "), ("Shop 2, ", "Shop 2/")),
    (("Fitzroy VIC 3065", "Fitzroy, VIC 3065", "Fitzroy Victoria 3065", "FITZROY VIC 3065"),),
)
IE = Form(
    "IE",
    (
        "{unit}{number} {street}, {place}",
        "{unit}{number} {street}\n{place}",
        "{unit}{number} {street}, {place}, Ireland",
    ),
    (("Main Street", "Main St", "MAIN ST."), ("St Example's Road", "Saint Examples Rd")),
    (("",), ("Unit 4, ", "UNIT 4, ", "Unit 4\n")),
    (
        ("Dublin 2, D02 X285", "Dublin 2 D02X285", "DUBLIN 2, D02 X285"),
        ("Bray, Co. Wicklow, A98 AF12", "Bray, Wicklow A98AF12"),
    ),
)
NZ = Form(
    "NZ",
    (
        "{unit}{number} {street}, {place}",
        "{unit}{number} {street}\n{place}",
        "{unit}{number} {street}, {place}, New Zealand",
    ),
    (("Queen Street", "Queen St", "QUEEN ST"), ("Long Road", "Long Rd")),
    (("",), ("Unit 4, ", "4/", "Unit 4/")),
    (("Auckland 1010", "Auckland, 1010", "AUCKLAND 1010"),),
)
AT = Form(
    "AT",
    (
        "{street} {number}{unit}, {place}",
        "{street} {number}{unit}\n{place}",
        "{street} {number}{unit}, {place}, Österreich",
    ),
    (("Lindengasse", "LINDENGASSE"), ("Berliner Straße", "Berliner Str.", "Berliner Strasse")),
    (("",), ("/3/12", "/3/12")),
    (("1070 Wien", "A-1070 Wien", "1070 WIEN"),),
)
CH = Form(
    "CH",
    ("{street} {number}, {place}", "{street} {number}\n{place}", "{street} {number}, {place}, Schweiz"),
    (("Lindenstrasse", "Lindenstr.", "LINDENSTRASSE"), ("Rue de l'Exemple", "Rue de l’Exemple", "rue de l'Exemple")),
    (("",),),
    (
        ("2502 Biel", "2502 Biel/Bienne", "CH-2502 Bienne"),
        ("8004 Zürich", "CH-8004 Zürich", "8004 Zuerich", "8004 ZÜRICH"),
    ),
)
IT = Form(
    "IT",
    ("{street} {number}, {place}", "{street}, {number}, {place}", "{street} {number}\n{place}, Italia"),
    (("Via dell'Esempio", "Via dell’Esempio", "VIA DELL'ESEMPIO"), ("Piazza Maggiore", "P.za Maggiore")),
    (("",),),
    (("20121 Milano", "20121 Milano MI", "20121 MILANO (MI)", "20121 Milan"), ("39100 Bolzano", "39100 Bozen")),
)
ES = Form(
    "ES",
    ("{street} {number}, {place}", "{street}, {number}, {place}", "{street} nº {number}\n{place}, España"),
    (("Calle Mayor", "C/ Mayor", "CALLE MAYOR"), ("Avenida de la Paz", "Avda. de la Paz", "Av. de la Paz")),
    (("",),),
    (("28013 Madrid", "28013 MADRID", "E-28013 Madrid"), ("48001 Bilbao", "48001 Bilbo")),
)
NL = Form(
    "NL",
    ("{street} {number}, {place}", "{street} {number}\n{place}", "{street} {number}, {place}, Nederland"),
    (("Lange Gracht", "LANGE GRACHT"), ("Dorpsstraat", "dorpsstraat")),
    (("",),),
    (("1015 CJ Amsterdam", "1015CJ Amsterdam", "1015 CJ AMSTERDAM"),),
)
BE = Form(
    "BE",
    ("{street} {number}, {place}", "{street} {number}\n{place}, Belgique"),
    (("Rue Neuve", "rue Neuve", "Rue Neuve - Nieuwstraat"), ("Avenue Louise", "Av. Louise")),
    (("",),),
    (("1000 Bruxelles", "B-1000 Bruxelles", "1000 Brussel", "1000 Brussels"),),
)
SE = Form(
    "SE",
    ("{street} {number}, {place}", "{street} {number}\n{place}", "{street} {number}, {place}, Sverige"),
    (("Lång gatan", "Lång Gatan", "LÅNG GATAN"),),
    (("",),),
    (("111 51 Stockholm", "11151 Stockholm", "SE-111 51 Stockholm"), ("411 05 Göteborg", "41105 Gothenburg")),
)
JP = Form(
    "JP",
    ("〒{place}{street}{number}{unit}", "{place}{street}{number}番{unit}", "{place} {street} {number} {unit}"),
    (("渋谷2-", "渋谷2丁目", "渋谷二丁目"), ("神南1-", "神南一丁目")),
    (("",), ("例ビル3F", "例ビル 3階")),
    (("150-0002 東京都渋谷区", "1500002 東京都渋谷区"), ("530-0001 大阪府大阪市北区",)),
)
ALL = (US, GB, DE, FR, CA, AU, IE, NZ, AT, CH, IT, ES, NL, BE, SE, JP)
