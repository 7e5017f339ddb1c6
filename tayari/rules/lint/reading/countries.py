"""Countries that everybody knows, by their names in English and Hindi, so that one that a base does not have is known
for what it is.

Left out is every name that is also a common word, a person's, or that of a place elsewhere (Georgia, Jordan).
"""

from functools import cache

from tayari.rules.lint.reading import tables
from tayari.rules.lint.reading.phrases import Phrases

_TABLE = """
India=भारत; Pakistan=पाकिस्तान; Bangladesh=बांग्लादेश; Nepal=नेपाल; Bhutan=भूटान; Sri Lanka=श्रीलंका
Maldives=मालदीव; Afghanistan=अफ़ग़ानिस्तान=अफगानिस्तान; Myanmar=म्यांमार; China=चीन; Mongolia=मंगोलिया
Japan=जापान; South Korea=दक्षिण कोरिया; North Korea=उत्तर कोरिया; Taiwan=ताइवान; Thailand=थाईलैंड=थाइलैंड
Vietnam=Viet Nam=वियतनाम; Laos=लाओस; Cambodia=कंबोडिया; Malaysia=मलेशिया; Singapore=सिंगापुर
Indonesia=इंडोनेशिया; Philippines=फ़िलीपींस=फिलीपींस; Brunei=ब्रुनेई; Timor-Leste=तिमोर-लेस्ते
Australia=ऑस्ट्रेलिया; New Zealand=न्यूज़ीलैंड=न्यूजीलैंड; Fiji=फ़िजी=फिजी; Papua New Guinea=पापुआ न्यू गिनी
Samoa=समोआ; Tonga=टोंगा; Vanuatu=वानुअतु; United States=United States of America=संयुक्त राज्य अमेरिका=अमेरिका
Canada=कनाडा; Mexico=मेक्सिको=मैक्सिको; Guatemala=ग्वाटेमाला; Honduras=होंडुरास; Nicaragua=निकारागुआ
Costa Rica=कोस्टा रिका; Panama=पनामा; Cuba=क्यूबा; Jamaica=जमैका; Haiti=हैती; Dominican Republic=डोमिनिकन गणराज्य
Colombia=कोलंबिया; Venezuela=वेनेज़ुएला=वेनेजुएला; Ecuador=इक्वाडोर; Peru=पेरू; Bolivia=बोलीविया; Brazil=ब्राज़ील=ब्राजील
Chile=चिली; Argentina=अर्जेंटीना=अर्जेंटाइना; Uruguay=उरुग्वे; Paraguay=पराग्वे; Guyana=गुयाना; Suriname=सूरीनाम
United Kingdom=Britain=Great Britain=यूनाइटेड किंगडम=ब्रिटेन; Ireland=आयरलैंड; France=फ़्रांस=फ्रांस; Germany=जर्मनी
Netherlands=नीदरलैंड=नीदरलैंड्स; Belgium=बेल्जियम; Luxembourg=लक्ज़मबर्ग=लक्समबर्ग; Switzerland=स्विट्ज़रलैंड=स्विट्जरलैंड
Austria=ऑस्ट्रिया; Italy=इटली; Spain=स्पेन; Portugal=पुर्तगाल; Greece=यूनान=ग्रीस; Malta=माल्टा; Cyprus=साइप्रस
Norway=नॉर्वे=नार्वे; Sweden=स्वीडन; Finland=फ़िनलैंड=फिनलैंड; Denmark=डेनमार्क; Iceland=आइसलैंड; Estonia=एस्टोनिया
Latvia=लातविया; Lithuania=लिथुआनिया; Poland=पोलैंड; Czech Republic=Czechia=चेक गणराज्य; Slovakia=स्लोवाकिया
Hungary=हंगरी; Romania=रोमानिया; Bulgaria=बुल्गारिया; Slovenia=स्लोवेनिया; Croatia=क्रोएशिया; Serbia=सर्बिया
Montenegro=मोंटेनेग्रो; Albania=अल्बानिया; Ukraine=यूक्रेन; Belarus=बेलारूस; Moldova=मोल्दोवा; Russia=रूस
Türkiye=Turkiye=तुर्किये=तुर्की; Armenia=आर्मेनिया; Azerbaijan=अज़रबैजान=अजरबैजान; Kazakhstan=कज़ाख़स्तान=कजाकिस्तान
Uzbekistan=उज़्बेकिस्तान=उज्बेकिस्तान; Turkmenistan=तुर्कमेनिस्तान; Tajikistan=ताजिकिस्तान; Kyrgyzstan=किर्गिज़स्तान=किर्गिस्तान
Iran=ईरान; Iraq=इराक=इराक़; Syria=सीरिया; Lebanon=लेबनान; Israel=इज़राइल=इज़रायल=इजराइल; Saudi Arabia=सऊदी अरब
United Arab Emirates=UAE=संयुक्त अरब अमीरात=यूएई; Qatar=क़तर=कतर; Kuwait=कुवैत; Bahrain=बहरीन; Oman=ओमान; Yemen=यमन
Egypt=मिस्र; Libya=लीबिया; Tunisia=ट्यूनीशिया; Algeria=अल्जीरिया; Morocco=मोरक्को; Sudan=सूडान; Ethiopia=इथियोपिया
Somalia=सोमालिया; Kenya=केन्या; Uganda=युगांडा; Tanzania=तंज़ानिया=तंजानिया; Rwanda=रवांडा; Burundi=बुरुंडी
Mozambique=मोज़ाम्बिक=मोजाम्बिक; Madagascar=मेडागास्कर; Mauritius=मॉरीशस; Seychelles=सेशेल्स; Zambia=ज़ाम्बिया=जाम्बिया
Zimbabwe=ज़िम्बाब्वे=जिम्बाब्वे; Botswana=बोत्सवाना; Namibia=नामीबिया; South Africa=दक्षिण अफ़्रीका=दक्षिण अफ्रीका
Angola=अंगोला; Cameroon=कैमरून; Nigeria=नाइजीरिया; Ghana=घाना; Senegal=सेनेगल; Mali=माली; Liberia=लाइबेरिया
Sierra Leone=सिएरा लियोन
"""


@cache
def countries() -> Phrases[str]:
    """Every name of each country, with that by which it is known."""
    return Phrases(tables.by_name(tables.read(_TABLE)))
