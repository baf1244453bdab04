package dev.retinue.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What nobody sends who means well; the same at every run. Whatever gets into a page says {@link #MARK}. */
public class Corpus {

    public static final String MARK = "xq7f";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u202Egnp.exe\u202C \u2066\u200F\u2069",
            "\uFEFF\u200B\u2060\u00AD\uDB40\uDC41",
            "Z\u0351\u0360\u036B\u0340".repeat(200),
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uFDFD\uFFFF\uFFFE",
            "a".repeat(300),
            "\u00E9".repeat(3000),
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999-999999999999999999",
            "known-1-1",
            "1e309",
            "NaN",
            "\u0661\u0662\u0663",
            "0000-00-00",
            "9999-12-31",
            "+999999999-12-31",
            "2024-02-30",
            "' or '1'='1",
            "'; drop table users; --",
            "\\'$$; select pg_sleep(9)--",
            "%_\\",
            "(((((((((((((((((((a*)*)*)*",
            "[[:alpha:]]{1,99999}",
            "true",
            "//example.org",
            "/\\example.org",
            "../../../../etc/passwd",
            "http://[::1",
            "https://example.org/\">" + MARK,
            "javascript:" + MARK + "()",
            "<" + MARK + " onmouseover=1>",
            "\"><" + MARK + " " + MARK + "=1>",
            "' " + MARK + "=1 x='",
            "\" " + MARK + "=1 onfocus=\"1",
            "</textarea></title></script><" + MARK + ">",
            "<!--><" + MARK + ">",
            "&lt;" + MARK + "&gt;&#x3C;" + MARK + "&#62;",
            "@Sutton<" + MARK + ">https://example.org/<" + MARK + ">",
            template("{7*7}"),
            template("${7*7}"),
            template("#{7*7}"),
            template("{{7*7}}"),
            template("{inject:viewer.username}"),
            template("{cdi:viewer.username}"),
            template("{#include Errors/Page}{/include}"),
            template("{!"),
            "a\r\n" + MARK + ": 1\r\n\r\n<" + MARK + ">",
            "a\n" + MARK + ": 1");

    private static final List<byte[]> BROKEN = List.of(
            bytes(0xC0, 0xAF),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xED, 0xB0, 0x80, 'a'),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xE2, 0x82),
            bytes(0xFF, 0xFE, 0x00, 0x41));

    /** What is no encoding of anything. */
    private static final List<String> MISENCODED = List.of("%", "%z", "%zz%", "%0", "%u0041", "a%00b", "%%30%30");

    private final Random random;

    private final List<String> encoded;

    public Corpus(long seed) {
        random = new Random(seed);
        encoded = new ArrayList<>(MISENCODED);
        TEXTS.forEach(text -> encoded.add(encode(text.getBytes(UTF_8))));
        BROKEN.forEach(broken -> encoded.add(encode(broken)));
        IntStream.range(0, 0x20).forEach(control -> encoded.add("a" + encode(bytes(control, 'b', 0x7F + control))));
    }

    /** As they stand in an address or a form. */
    public List<String> all() {
        return encoded;
    }

    /** Some of them, and some that are made up. */
    public List<String> some(int count) {
        return random.ints(count)
                .mapToObj(any -> any % 4 == 0 ? madeUp() : one() + (any % 5 == 0 ? one() : ""))
                .toList();
    }

    /** A value for a header: all bytes but those that end it. */
    public static byte[] header(String encoded) {
        var value = new ByteArrayOutputStream();
        for (var i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%' && encoded.substring(i).matches("(?s)%[0-9A-F]{2}.*")) {
                value.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                value.write(encoded.charAt(i));
            }
        }
        return value.toString(ISO_8859_1).replaceAll("[\r\n]", " ").getBytes(ISO_8859_1);
    }

    private String one() {
        return encoded.get(random.nextInt(encoded.size()));
    }

    private String madeUp() {
        var made = new byte[1 + random.nextInt(40)];
        random.nextBytes(made);
        return encode(made);
    }

    private static String template(String text) {
        return MARK + text + MARK;
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    private static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var each : bytes) {
            text.append(
                    Character.isLetterOrDigit(each) ? String.valueOf((char) each) : "%%%02X".formatted(each & 0xFF));
        }
        return text.toString();
    }
}
