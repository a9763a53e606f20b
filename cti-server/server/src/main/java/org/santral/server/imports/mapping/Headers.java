package org.santral.server.imports.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Guesses from the names of columns, in four languages, what stands in them.
public final class Headers {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final int LONGEST_LABEL = 32;

    private static final Map<Field, String> WORDS = words();
    private static final Map<String, Field> KNOWN = known();
    /// What kind of number it is; the name of the column becomes its label.
    private static final Set<String> NUMBERS =
            folded("mobile|cell|cell phone|mobile phone|handy|home phone|work phone|office"
                    + "|office phone|business phone|fax|phone home|phone work|phone mobile|tel mobile|home|work"
                    + "|موبایل|همراه|تلفن همراه|شماره همراه|تلفن ثابت|تلفن منزل|تلفن محل کار|تلفن کار|منزل|فکس|نمابر|دفتر"
                    + "|جوال|الجوال|هاتف محمول|محمول|رقم الجوال|هاتف العمل|هاتف المنزل|فاكس"
                    + "|мобильный|мобильный телефон|сотовый|рабочий телефон|домашний телефон|рабочий|домашний|факс");

    private Headers() {}

    private static Map<Field, String> words() {
        Map<Field, String> words = new LinkedHashMap<>();
        words.put(
                Field.NAME,
                "name|full name|customer|customer name|contact|contact name|display name"
                        + "|نام|نام کامل|نام و نام خانوادگی|مشتری|نام مشتری|الاسم|الاسم الكامل|اسم العميل|العميل"
                        + "|имя|фио|полное имя|клиент|контакт");
        words.put(Field.FIRST_NAME, "first name|given name|firstname|vorname|نام کوچک|الاسم الأول|имя и отчество");
        words.put(
                Field.LAST_NAME,
                "last name|surname|family name|lastname|نام خانوادگی|فامیل|فامیلی"
                        + "|اسم العائلة|اللقب|الكنية|фамилия");
        words.put(Field.KIND, "kind|نوع|النوع|вид");
        words.put(Field.SAY_AS, "say as|sayas|pronunciation|phonetic name|تلفظ|النطق|произношение");
        words.put(
                Field.COMPANY,
                "company|organization|organisation|company name|firm|شرکت|نام شرکت|سازمان|موسسه"
                        + "|الشركة|شركة|اسم الشركة|компания|организация|фирма");
        words.put(Field.SEGMENT, "segment|گروه مشتری|بخش|الفئة|сегмент");
        words.put(Field.OWNER, "owner|account manager|مسئول|کارشناس|المسؤول|ответственный|менеджер");
        words.put(Field.LANGUAGE, "language|زبان|اللغة|язык");
        words.put(Field.WARNING, "warning|هشدار|تحذير|предупреждение");
        words.put(Field.DO_NOT_CALL, "do not call|donotcall|تماس نگیرید|لا تتصل|عدم الاتصال|не звонить");
        words.put(
                Field.NUMBER,
                "phone|telephone|tel|number|phone number|telephone number|شماره|تلفن|شماره تلفن"
                        + "|هاتف|الهاتف|رقم الهاتف|رقم|телефон|номер|номер телефона");
        words.put(Field.NUMBER_LABEL, "number label|phone label|phone type");
        words.put(Field.EXTENSION, "extension|ext|number extension|داخلی|تحويلة|الرقم الداخلي|добавочный");
        words.put(
                Field.MAIL,
                "mail|email|e mail|email address|ایمیل|پست الکترونیک|رایانامه|البريد الإلكتروني|البريد|بريد"
                        + "|почта|электронная почта|эл почта");
        words.put(Field.ADDRESS_LABEL, "address label");
        words.put(Field.STREET, "street|address|street address|آدرس|نشانی|خیابان|العنوان|الشارع|адрес|улица");
        words.put(
                Field.POSTAL_CODE,
                "postal code|postalcode|zip|zip code|postcode|کد پستی|کدپستی|الرمز البريدي"
                        + "|индекс|почтовый индекс");
        words.put(Field.CITY, "city|town|شهر|المدينة|مدينة|город");
        words.put(Field.REGION, "region|state|province|استان|المحافظة|المنطقة|область|регион");
        words.put(Field.COUNTRY, "country|کشور|البلد|الدولة|страна");
        words.put(Field.TAGS, "tags|labels|categories|برچسب|برچسب ها|وسوم|الوسوم|теги|метки");
        words.put(Field.CONSENTS, "consents");
        words.put(Field.SOURCE, "source");
        words.put(Field.SOURCE_KEY, "source key|sourcekey");
        return words;
    }

    private static Map<String, Field> known() {
        Map<String, Field> known = new LinkedHashMap<>();
        WORDS.forEach((field, words) -> folded(words).forEach(word -> known.put(word, field)));
        return known;
    }

    private static Set<String> folded(String words) {
        Set<String> folded = new LinkedHashSet<>();
        for (String word : words.split("\\|")) {
            folded.add(fold(word));
        }
        return folded;
    }

    /// Digits go: `Phone 2` is a phone. Letters that keyboards write in two ways are one.
    private static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('ي', 'ی')
                .replace('ك', 'ک')
                .replace("\u200c", " ");
        return NOT_A_LETTER.matcher(plain).replaceAll(" ").strip();
    }

    /// @param own names of the fields that administrators defined
    /// @return a column for each name
    public static List<Mapping.Column> guess(List<String> names, Set<String> own) {
        List<Mapping.Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(column(name.strip(), own));
        }
        return columns;
    }

    private static Mapping.Column column(String name, Set<String> own) {
        String folded = fold(name);
        Field field = KNOWN.get(folded);
        if (own.contains(name) || own.contains(name.startsWith(Field.OWN) ? name.substring(Field.OWN.length()) : "")) {
            return new Mapping.Column(name, name.startsWith(Field.OWN) ? name : Field.OWN + name, "");
        }
        if (NUMBERS.contains(folded)) {
            String label = folded.length() > LONGEST_LABEL ? folded.substring(0, LONGEST_LABEL) : folded;
            return new Mapping.Column(name, Field.NUMBER.word(), label);
        }
        return new Mapping.Column(name, field == null ? "" : field.word(), "");
    }
}
