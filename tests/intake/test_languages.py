# ruff: noqa: E501
"""What is not English is refused by name; English full of other languages' names is not."""

import pytest

from dateline.intake.language import language_of

OTHERS = {  # the same five deaths
    "Spanish": "Hombres armados mataron a cinco personas el lunes en la ciudad, según la policía, que busca a los autores.",
    "French": "Des hommes armés ont tué cinq personnes lundi dans la ville, a annoncé la police, qui recherche les auteurs.",
    "Portuguese": "Homens armados mataram cinco pessoas na segunda-feira na cidade, segundo a polícia, que não prendeu os autores.",
    "German": "Bewaffnete Männer haben am Montag in der Stadt fünf Menschen getötet, wie die Polizei mitteilte, und sind geflohen.",
    "Italian": "Uomini armati hanno ucciso cinque persone lunedì nella città, ha detto la polizia, che è alla ricerca degli autori.",
    "Dutch": "Gewapende mannen hebben maandag in de stad vijf mensen gedood, aldus de politie, die naar de daders op zoek is.",
    "Swedish": "Beväpnade män dödade fem personer i staden på måndagen, enligt polisen, som inte har gripit någon och söker efter dem.",
    "Polish": "Uzbrojeni mężczyźni zabili w poniedziałek pięć osób w mieście, jak podała policja, która nie zatrzymała sprawców.",
    "Romanian": "Bărbați înarmați au ucis luni cinci persoane în oraș, potrivit poliției, care nu a reținut pe nimeni și îi caută pe autori.",
    "Turkish": "Silahlı kişiler pazartesi günü kentte beş kişiyi öldürdü; polis, saldırı için bir kişinin arandığını ve çok sayıda yaralı olduğunu söyledi.",
    "Indonesian or Malay": "Orang bersenjata menewaskan lima orang di kota itu pada hari Senin, kata polisi yang belum menangkap para pelaku.",
    "Tagalog": "Pinatay ng mga armadong lalaki ang limang tao sa lungsod noong Lunes, ayon sa pulisya, at hindi pa nahuhuli ang mga suspek.",
    "Vietnamese": "Những kẻ có vũ trang đã giết năm người trong thành phố vào thứ Hai, theo cảnh sát, và không ai bị bắt.",
    "Swahili": "Watu wenye silaha waliwaua watu watano katika mji huo siku ya Jumatatu, polisi walisema, na wengine walijeruhiwa kwa risasi.",
    "Hausa": "Wasu 'yan bindiga sun kashe mutane biyar a cikin garin ranar Litinin, kuma 'yan sanda sun ce ba a kama kowa ba.",
    "Somali": "Rag hubaysan ayaa shan qof ku dilay magaalada maalintii Isniinta, waxaana booliisku sheegay in la raadinayo kuwa ka dambeeyay oo aan la qaban.",
    "Cyrillic script": "Вооружённые люди убили пять человек в понедельник.",
    "Arabic script": "قتل مسلحون خمسة أشخاص يوم الاثنين",
    "Devanagari script": "बंदूकधारियों ने सोमवार को पाँच लोगों की हत्या कर दी",
    "Hebrew script": "חמושים הרגו חמישה בני אדם ביום שני",
    "Greek script": "Ένοπλοι σκότωσαν πέντε άτομα τη Δευτέρα",
    "Ethiopic script": "ታጣቂዎች ሰኞ ዕለት አምስት ሰዎችን ገደሉ",
    "Chinese": "武装人员星期一打死五人",
    "Japanese": "月曜日に武装した男たちが五人を殺害した",
    "Korean": "무장 괴한들이 월요일 다섯 명을 살해했다",
}  # fmt: skip
ENGLISH = [
    "Bomb kills five",
    "Five dead.",
    "No signal, no cash: how a border county lives without mobile money",
    "Gunmen kill Imam, two others in Zamfara; police, vigilantes comb forest",
    "LA PAZ, 2 JUN 89 (LA RED PANAMERICANA) -- [TEXT] INTERIOR MINISTER FERNANDO BARTHELEMY SAID THAT THE ATTACK FAILED.",
    "The Movimiento de Liberación de los Pueblos del Sur and the Frente Unido de la Sierra said they killed two guards "
    "in San Pedro de las Flores.",
    "Police in Rio de Janeiro shot dead Luiz da Silva dos Santos, a leader of the Comando da Vila, on Sunday.",
    "Colonel Nguyen Van Duc said three men were held in Quang Nam.",
    "Abu Bakr al-Baghdadi's Islamic State (تنظيم الدولة) said it was behind the bomb.",
    "12:40 14 90 - 33",
]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_named(language):
    assert language_of(OTHERS[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_never_refused(text):
    assert language_of(text) == "English"


def test_a_long_text_in_no_language_we_can_name():
    assert language_of("Xoriyo belte quandra mosti ferulan " * 12) == "another language than English"
