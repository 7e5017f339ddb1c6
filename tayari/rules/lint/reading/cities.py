"""Cities that readers know by name, so that a wrong one is seen even where no fact speaks of it.

Only what is a city and nothing else: no states, provinces or sites, which may lie around the right place or inside it,
and no name that is also a common word or a person's. Each line of the table is one city by all its names.
"""

from functools import cache

from tayari.rules.lint.reading import tables
from tayari.rules.lint.reading.tokens import keys

_TABLE = """
New Delhi=Delhi=नई दिल्ली=दिल्ली; Mumbai=Bombay=मुंबई; Kolkata=Calcutta=कोलकाता
Chennai=Madras=चेन्नई=चेन्नै; Bengaluru=Bangalore=बेंगलुरु=बेंगलूरु; Hyderabad=हैदराबाद
Ahmedabad=अहमदाबाद; Pune=Poona=पुणे; Jaipur=जयपुर; Lucknow=लखनऊ; Kanpur=कानपुर
Nagpur=नागपुर; Indore=इंदौर; Bhopal=भोपाल; Patna=पटना; Ranchi=राँची=रांची
Varanasi=Banaras=वाराणसी=बनारस; Prayagraj=Allahabad=प्रयागराज=इलाहाबाद; Gorakhpur=गोरखपुर
Ayodhya=अयोध्या; Meerut=मेरठ; Agra=आगरा; Noida=नोएडा; Gurugram=Gurgaon=गुरुग्राम=गुड़गाँव
Faridabad=फ़रीदाबाद; Chandigarh=चंडीगढ़; Amritsar=अमृतसर; Ludhiana=लुधियाना; Shimla=शिमला
Dehradun=देहरादून; Srinagar=श्रीनगर; Jammu=जम्मू; Leh; Jodhpur=जोधपुर; Udaipur=उदयपुर
Kota; Surat; Vadodara=वडोदरा; Rajkot=राजकोट; Gandhinagar=गांधीनगर; Nashik=नासिक
Panaji=पणजी; Raipur=रायपुर; Jabalpur=जबलपुर; Gwalior=ग्वालियर; Bhubaneswar=भुवनेश्वर
Cuttack=कटक; Visakhapatnam=Vizag=विशाखापत्तनम; Vijayawada=विजयवाड़ा; Amaravati=अमरावती
Tirupati=तिरुपति; Mysuru=Mysore=मैसूर=मैसूरु; Mangaluru=Mangalore; Kochi=Cochin=कोच्चि
Thiruvananthapuram=Trivandrum=तिरुवनंतपुरम; Coimbatore=कोयंबटूर; Madurai=मदुरै
Puducherry=पुदुचेरी; Guwahati=गुवाहाटी; Shillong=शिलांग; Imphal=इंफाल; Aizawl=आइज़ोल
Agartala=अगरतला; Itanagar=ईटानगर; Kohima=कोहिमा; Gangtok=गंगटोक; Siliguri=सिलीगुड़ी
Dhanbad=धनबाद; Jamshedpur=जमशेदपुर; Kottayam=कोट्टयम; Sriharikota=श्रीहरिकोटा; Dhaka=ढाका
Kathmandu=काठमांडू; Thimphu=थिम्पू; Colombo=कोलंबो; Islamabad=इस्लामाबाद; Karachi=कराची
Lahore=लाहौर; Kabul=काबुल; Yangon=यांगून; Nay Pyi Taw=Naypyidaw=ने प्यी ताव
Bangkok=बैंकॉक; Hanoi=हनोई; Ho Chi Minh City; Vientiane=वियनतियाने; Phnom Penh=नोम पेन्ह
Kuala Lumpur=कुआलालंपुर; Jakarta=जकार्ता; Manila=मनीला; Beijing=Peking=बीजिंग
Shanghai=शंघाई; Taipei=ताइपे; Seoul=सियोल=सोल; Busan=बुसान; Pyongyang=प्योंगयांग
Tokyo=टोक्यो; Osaka=ओसाका; Kyoto=क्योटो; Hiroshima=हिरोशिमा; Ulaanbaatar=उलानबटोर
Canberra=कैनबरा=कैनबेरा; Sydney=सिडनी; Melbourne=मेलबर्न; Perth=पर्थ; Brisbane=ब्रिस्बेन
Adelaide=एडिलेड; Auckland=ऑकलैंड; Suva; Port Moresby; Port Louis=पोर्ट लुई
Washington, D.C.=Washington=Washington DC=वाशिंगटन=वॉशिंगटन
New York=New York City=न्यूयॉर्क; Chicago=शिकागो; Los Angeles=लॉस एंजिल्स
San Francisco=सैन फ़्रांसिस्को; Seattle=सिएटल; Boston=बोस्टन; Houston=ह्यूस्टन
Dallas=डलास; Miami=मियामी; Philadelphia=फ़िलाडेल्फ़िया; Detroit=डेट्रॉइट; Atlanta=अटलांटा
Denver; Honolulu=होनोलूलू; San Diego; Monterey=मॉन्टेरी; Ottawa=ओटावा; Toronto=टोरंटो
Montreal=मॉन्ट्रियल; Vancouver=वैंकूवर; Mexico City=मेक्सिको सिटी; Cancún=Cancun=कानकुन
Havana=हवाना; Bogotá=Bogota=बोगोटा; Caracas=काराकास; Brasília=Brasilia=ब्रासीलिया
Rio de Janeiro=Rio=रियो डी जेनेरियो=रियो डी जनेरियो=रियो; São Paulo=Sao Paulo=साओ पाउलो; Buenos Aires=ब्यूनस आयर्स
Montevideo=मोंटेवीडियो; Kourou=कौरू; London=लंदन=लन्दन; Edinburgh=एडिनबर्ग
Glasgow=ग्लासगो; Manchester=मैनचेस्टर; Birmingham=बर्मिंघम; Cardiff=कार्डिफ़; Belfast
Dublin=डबलिन; Paris=पेरिस; Marseille=मार्सेय=मार्सिले; Lyon; Strasbourg=स्ट्रासबर्ग
Brussels=ब्रुसेल्स=ब्रसेल्स; Antwerp; The Hague=हेग=द हेग; Amsterdam=एम्स्टर्डम; Rotterdam
Berlin=बर्लिन; Bonn=बॉन; Munich=म्यूनिख; Frankfurt=फ़्रैंकफ़र्ट; Hamburg=हैम्बर्ग
Geneva=जिनेवा; Zurich=Zürich=ज़्यूरिख; Davos=दावोस; Vienna=वियना; Prague=प्राग
Warsaw=वारसॉ; Budapest=बुडापेस्ट; Bucharest=बुखारेस्ट; Belgrade=बेलग्रेड; Athens=एथेंस
Rome; Milan=मिलान; Venice=वेनिस; Madrid=मैड्रिड; Barcelona=बार्सिलोना; Lisbon=लिस्बन
Copenhagen=कोपेनहेगन; Stockholm=स्टॉकहोम; Oslo=ओस्लो; Helsinki=हेलसिंकी
Reykjavik=रेक्याविक; Tallinn; Riga; Vilnius; Kyiv=Kiev=कीव; Moscow=मॉस्को=मास्को
St Petersburg=सेंट पीटर्सबर्ग; Sochi=सोची; Vladivostok=व्लादिवोस्तोक; Minsk=मिंस्क
Tashkent=ताशकंद; Astana=Nur-Sultan=अस्ताना; Almaty=अल्माटी; Bishkek=बिश्केक
Dushanbe=दुशांबे; Ashgabat; Baku=बाकू; Tbilisi; Yerevan; Ankara=अंकारा; Istanbul=इस्तांबुल
Tehran=तेहरान; Baghdad=बगदाद; Riyadh=रियाद; Jeddah=जेद्दा; Doha=दोहा; Manama=मनामा
Muscat=मस्कट; Abu Dhabi=अबू धाबी; Dubai=दुबई; Sharjah=शारजाह; Kuwait City; Sanaa
Jerusalem=येरुशलम; Tel Aviv=तेल अवीव; Damascus=दमिश्क; Beirut=बेरूत; Cairo=काहिरा
Sharm el-Sheikh=शर्म अल-शेख; Tunis; Algiers; Rabat; Marrakesh=Marrakech=मराकेश=मारकेश
Casablanca; Dakar; Accra=अकरा; Abuja=अबुजा; Lagos=लागोस; Addis Ababa=अदीस अबाबा
Nairobi=नैरोबी; Mombasa; Kampala=कंपाला; Kigali=किगाली; Dar es Salaam; Lusaka
Harare=हरारे; Pretoria=प्रिटोरिया; Johannesburg=जोहान्सबर्ग; Cape Town=केप टाउन
Bhagalpur=भागलपुर; Bareilly=बरेली; Aligarh=अलीगढ़; Jhansi=झाँसी; Darbhanga=दरभंगा; Rourkela=राउरकेला
Muzaffarpur=मुज़फ़्फ़रपुर; Warangal=वारंगल; Kozhikode=Calicut=कोझिकोड; Thrissur=त्रिशूर; Kolhapur=कोल्हापुर
Jamnagar=जामनगर; Bikaner=बीकानेर; Ajmer=अजमेर; Ujjain=उज्जैन; Haridwar=हरिद्वार; Jalandhar=जालंधर
Patiala=पटियाला; Balasore=बालासोर; Tiruchirappalli; Hubballi; Belagavi; Solapur=सोलापुर
Chittagong=Chattogram=चटगाँव; Kandy=कैंडी; Hambantota=हंबनटोटा; Samarkand=समरकंद; Kazan=कज़ान=कज़ान
Yokohama=योकोहामा; Nagoya=नागोया; Sapporo; Fukuoka; Shenzhen=शेनझेन; Guangzhou=ग्वांगझोउ
Hangzhou=हांगझोउ; Xiamen; Chengdu; Da Nang; Surabaya; Yogyakarta; Phuket; Pattaya=पटाया
Turin; Naples=नेपल्स; Cologne; Leipzig; Dresden; Stuttgart; Lausanne; Basel; Bern=बर्न; Salzburg
Zagreb; Sarajevo; Bratislava; Ljubljana; Krakow; Valletta; Nicosia; Seville; Lyon=ल्यों; Biarritz
Cape Canaveral=केप कैनावेरल; Halifax; Calgary; Guadalajara; Fortaleza; Recife; Khartoum; Tripoli; Maputo
Windhoek; Gaborone; Freetown; Bamako; Djibouti City; Isfahan; Basra; Alexandria; Hobart; Christchurch
Durban=डरबन; Antananarivo; Kinshasa; Luanda; Bandung=बांडुंग; Lima=लीमा
"""


@cache
def cities() -> tuple[tuple[str, ...], ...]:
    """Each city by all its names, that by which it is known first."""
    return tables.read(_TABLE)


@cache
def _by_name() -> dict[tuple[str, ...], str]:
    return tables.by_name(cities())


def city(*names: str) -> str:
    """The city that one of these names is, empty when none is known."""
    return next((found for name in names if (found := _by_name().get(keys(name), ""))), "")
