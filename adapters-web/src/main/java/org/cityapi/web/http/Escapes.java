package org.cityapi.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-encoded bytes in an address, which stand for text in UTF-8; decoders put U+FFFD for what does not. */
public final class Escapes {

    private static final Pattern RUN = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private Escapes() {}

    /** Whether all that is percent-encoded in this part of an address is UTF-8. */
    public static boolean areText(String part) {
        if (part.indexOf('%') < 0) {
            return true;
        }
        Matcher run = RUN.matcher(part);
        while (run.find()) {
            byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException e) {
                return false;
            }
        }
        return true;
    }
}
