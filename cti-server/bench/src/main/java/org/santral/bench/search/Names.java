package org.santral.bench.search;

import java.util.List;
import java.util.Random;

/// Names as four languages have them: the same place in each list is the same name, so that it can be typed in another
/// script than it is written in. Some are far commoner than others.
public enum Names {
    LATIN(
            "en",
            "Reza Mohammad Ali Hossein Ahmad Hassan Mehdi Amir Saeed Karim Maryam Fatemeh Zahra Sara Leila Nasrin Mina Parvin"
                    + " Anna Peter Maria Ivan Olga Sergei David Elena Thomas Laura Martin Julia",
            "Ahmad Mohammad Karim Hossein Rostam Jafar Rahim Salim Amin Kazem Nazar Sadegh Yusef Davud Farhad Bahram"
                    + " Miller Petrov Novak Larsen Rossi Smirnov Weber Dubois Fischer Hansen Moreno Volkov Berg Lindt",
            " i zadeh pour nejad far ov sen man",
            "Pars Alborz Nordic Volga Nile Orient Delta Atlas Sahand Kavir",
            "Electronics Trade Logistics Paper Foods Steel Textile Energy"),
    PERSIAN(
            "fa",
            "رضا محمد علی حسین احمد حسن مهدی امیر سعید کریم مریم فاطمه زهرا سارا لیلا نسرین مینا پروین"
                    + " آنا پیتر ماریا ایوان اولگا سرگئی دیوید النا توماس لورا مارتین جولیا",
            "احمد محمد کریم حسین رستم جعفر رحیم سلیم امین کاظم نظر صادق یوسف داود فرهاد بهرام"
                    + " میلر پتروف نواک لارسن روسی اسمیرنوف وبر دوبوا فیشر هانسن مورنو ولکوف برگ لینت",
            " ی زاده پور نژاد فر اف سن من",
            "پارس البرز نوردیک ولگا نیل اورینت دلتا اطلس سهند کویر",
            "الکترونیک تجارت لجستیک کاغذ غذا فولاد نساجی انرژی"),
    ARABIC(
            "ar",
            "رضا محمد علي حسين أحمد حسن مهدي أمير سعيد كريم مريم فاطمة زهرة سارة ليلى نسرين مينا بروين"
                    + " آنا بيتر ماريا إيفان أولغا سيرغي ديفيد إيلينا توماس لورا مارتن جوليا",
            "أحمد محمد كريم حسين رستم جعفر رحيم سليم أمين كاظم نزار صادق يوسف داود فرهاد بهرام"
                    + " ميلر بتروف نوفاك لارسن روسي سميرنوف فيبر دوبوا فيشر هانسن مورينو فولكوف بيرغ لينت",
            " ي زاده بور نجاد فر وف سن مان",
            "فارس البرز نورديك فولغا النيل أورينت دلتا أطلس سهند كوير",
            "إلكترونيات تجارة لوجستيات ورق أغذية حديد نسيج طاقة"),
    CYRILLIC(
            "ru",
            "Реза Мохаммад Али Хосейн Ахмад Хасан Мехди Амир Саид Карим Марьям Фатима Захра Сара Лейла Насрин Мина Парвин"
                    + " Анна Петр Мария Иван Ольга Сергей Давид Елена Томас Лаура Мартин Юлия",
            "Ахмад Мохаммад Карим Хосейн Ростам Джафар Рахим Салим Амин Казем Назар Садег Юсеф Давуд Фархад Бахрам"
                    + " Миллер Петров Новак Ларсен Росси Смирнов Вебер Дюбуа Фишер Хансен Морено Волков Берг Линдт",
            " и заде пур неджад фар ов сен ман",
            "Парс Алборз Нордик Волга Нил Ориент Дельта Атлас Саханд Кавир",
            "Электроника Торг Логистика Бумага Еда Сталь Текстиль Энергия");

    private final String language;
    private final List<String> given;
    private final List<String> family;
    private final List<String> endings;
    private final List<String> companies;
    private final List<String> trades;

    Names(String language, String given, String family, String endings, String companies, String trades) {
        this.language = language;
        this.given = List.of(given.split(" "));
        this.family = List.of(family.split(" "));
        this.endings = List.of(endings.split(" "));
        this.companies = List.of(companies.split(" "));
        this.trades = List.of(trades.split(" "));
    }

    /// Which name it is, whatever script it is written in.
    public record Choice(int given, int first, int ending) {
        public static Choice any(Random random) {
            return new Choice(
                    common(random, LATIN.given.size()),
                    common(random, LATIN.family.size()),
                    random.nextInt(LATIN.endings.size()));
        }

        /// The first of a list are the commonest.
        private static int common(Random random, int of) {
            return (int) (of * random.nextDouble() * random.nextDouble());
        }
    }

    public String person(Choice choice) {
        return given.get(choice.given()) + " " + family.get(choice.first()) + endings.get(choice.ending());
    }

    /// @param number which of many companies
    public String company(int number) {
        return companies.get(number % companies.size()) + " " + trades.get(number / companies.size() % trades.size())
                + " " + number;
    }

    String language() {
        return language;
    }
}
