package org.santral.server.customers.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a name sounds, as far as it is the same in every script and spelling: its consonants in Latin letters.
///
/// Persian and Arabic write no short vowels, and everybody writes the long ones in their own way, so vowels count
/// only at the beginning, where one letter stands for all of them. Sounds that one script tells apart and another
/// does not are one: `h` and `kh`, `g`, `gh`, `q` and `k`, the four letters for *z*. `محمد`, `Mohammad`, `Muhamed` and
/// `Мухаммед` are `mhmd`.
public final class Sound {
    /// In characters.
    public static final int LONGEST = 16;
    /// Of a whole name.
    public static final int LONGEST_KEY = 64;

    /// Several Latin letters that stand for one sound, longest first.
    private static final List<Group> GROUPS = List.of(
            new Group("tsch", "c"),
            new Group("sch", "x"),
            new Group("tch", "c"),
            new Group("dzh", "j"),
            new Group("ch", "c"),
            new Group("sh", "x"),
            new Group("kh", "h"),
            new Group("gh", "k"),
            new Group("zh", "j"),
            new Group("dj", "j"),
            new Group("ph", "f"),
            new Group("th", "t"),
            new Group("ck", "k"),
            new Group("ce", "s"),
            new Group("ci", "s"));

    /// `a` is any vowel, which counts at the beginning alone; so do `y` and `v`. What stands for nothing is not here.
    private static final Map<Integer, String> LETTERS = letters();

    /// Titles and legal forms, folded: they make nobody another person.
    private static final Set<String> NOT_THE_NAME = Set.of(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "herr",
            "frau",
            "ing",
            "sir",
            "haj",
            "hajj",
            "seyed",
            "sayed",
            "اقای",
            "خانم",
            "دکتر",
            "مهندس",
            "سید",
            "حاج",
            "جناب",
            "السید",
            "السیده",
            "الدکتور",
            "استاد",
            "господин",
            "госпожа",
            "llc",
            "ltd",
            "inc",
            "gmbh",
            "ag",
            "co",
            "corp",
            "company",
            "sa",
            "bv",
            "plc",
            "شرکت",
            "شرکه",
            "موسسه",
            "گروه",
            "بازرگانی",
            "ооо",
            "оао",
            "зао",
            "пао",
            "ао",
            "ип");

    private record Group(String letters, String sound) {}

    private Sound() {}

    /// @param word folded, as [Words] makes them
    /// @return at most [#LONGEST] letters and digits of ASCII, empty for a word in a script that is not read here
    public static String of(String word) {
        var sound = new StringBuilder(LONGEST);
        int at = 0;
        while (at < word.length() && sound.length() < LONGEST) {
            Group group = group(word, at);
            boolean first = at == 0;
            if (group == null) {
                int c = word.codePointAt(at);
                at += Character.charCount(c);
                boolean last = at == word.length();
                add(sound, silent(c, first, last) ? "" : LETTERS.getOrDefault(c, ""), first);
            } else {
                at += group.letters().length();
                add(sound, group.sound(), first);
            }
        }
        return sound.length() > LONGEST ? sound.substring(0, LONGEST) : sound.toString();
    }

    /// An *h* at the end is written by some and not by others: Fatemeh, Fatima, فاطمه.
    private static boolean silent(int c, boolean first, boolean last) {
        return last && !first && (c == 'h' || c == 'ه' || c == 'ح' || c == 'х');
    }

    /// Of a whole name: the sounds of its words without titles and legal forms, sorted; empty where nothing of it can
    /// be
    /// read. The same people and companies have the same; the same does not make them so.
    public static String keyOf(String name) {
        return key(Words.of(name));
    }

    static String key(List<String> words) {
        Set<String> sounds = new TreeSet<>();
        for (String word : words) {
            if (!NOT_THE_NAME.contains(word)) {
                sounds.add(of(word));
            }
        }
        sounds.remove("");
        String key = String.join(" ", sounds);
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY).strip() : key;
    }

    private static void add(StringBuilder sound, String heard, boolean first) {
        for (int i = 0; i < heard.length(); i++) {
            char c = heard.charAt(i);
            boolean vowel = c == 'a' || c == 'y' || c == 'v';
            boolean again = !sound.isEmpty() && sound.charAt(sound.length() - 1) == c && !Character.isDigit(c);
            if (!again && (!vowel || first)) {
                sound.append(c);
            }
        }
    }

    private static @Nullable Group group(String word, int at) {
        for (Group group : GROUPS) {
            if (word.startsWith(group.letters(), at)) {
                return group;
            }
        }
        return null;
    }

    private static Map<Integer, String> letters() {
        var letters = new HashMap<Integer, String>();
        pairs(letters, "0123456789", "0123456789");
        pairs(letters, "aeiou", "aaaaa");
        pairs(letters, "bcdfghjklmnpqrstvwyz", "bkdfkhjklmnpkrstvvyz");
        letters.put((int) 'x', "ks");
        pairs(letters, "اعءوی", "aaavy");
        pairs(letters, "بپتطثسصجچحهخدذزضظرژشغقفکگلمن", "bpttsssjchhhdzzzzrjxkkfkklmn");
        // Without the marks above them, so that й is и and ё is е.
        pairs(letters, "аеиоуыэіє", "aaaaaaaaa");
        pairs(letters, "бвгґдзклмнпрстфхжчшщюя", "bvkkdzklmnprstfhjcxxyy");
        letters.put((int) 'ц', "ts");
        return Map.copyOf(letters);
    }

    private static void pairs(Map<Integer, String> letters, String written, String heard) {
        for (int i = 0; i < written.length(); i++) {
            letters.put((int) written.charAt(i), heard.substring(i, i + 1));
        }
    }
}
