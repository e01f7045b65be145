package org.cityapi.domain.rejection;

/** What can be wrong with a value. */
public enum Fault {
    /** Not given, though it must be; the body as a whole, where no field is named. */
    REQUIRED("required"),
    /** Of another type than asked for; detail {@code expected}. */
    TYPE("type"),
    /** Nothing but blanks. */
    BLANK("blank"),
    /** Detail {@code max}: the number of characters allowed, in a text or in a number as it is written. */
    TOO_LONG("too_long"),
    /** Detail {@code max}: the number of elements allowed. */
    TOO_MANY("too_many"),
    /** Holds a control character, half of a surrogate pair, or a character that misleads the eye. */
    CONTROL_CHARACTER("control_character"),
    /** Below the least value allowed, where there is no greatest; detail {@code min}. */
    TOO_SMALL("too_small"),
    /** Details {@code min} and {@code max}, both allowed. */
    OUT_OF_RANGE("out_of_range"),
    /** Not above zero, or too large; detail {@code max}, which is allowed. */
    ABOVE_ZERO("above_zero"),
    /** Not of the {@code form} that is told. */
    FORM("form"),
    /** The {@code first} of two values is above the {@code second}. */
    ORDER("order"),
    /** Given without its other half; detail {@code other}. */
    INCOMPLETE("incomplete"),
    /** No country has this code or name; detail {@code value}. */
    UNKNOWN_COUNTRY("unknown_country"),
    /** A country beside the code of another one; detail {@code code}. */
    OTHER_COUNTRY("other_country"),
    /** No time zone of the IANA database has this name; detail {@code value}. */
    UNKNOWN_TIME_ZONE("unknown_time_zone"),
    /** Not a name that is known here; for a parameter or a property. */
    UNKNOWN("unknown"),
    /** Given more than once. */
    REPEATED("repeated"),
    /** Not one of the values allowed; details {@code value} and {@code allowed}. */
    NOT_ALLOWED("not_allowed"),
    /** Not from an earlier answer to the same listing. */
    CURSOR("cursor"),
    /** Not an idempotency key; detail {@code max}: the number of characters allowed. */
    KEY("key"),
    /** A body that is no JSON; details {@code line} and {@code column}, from 1. */
    MALFORMED("malformed"),
    /** JSON that is nested too deeply; detail {@code max}: how deep it may be. */
    TOO_DEEP("too_deep"),
    /** A body or a parameter that is not UTF-8. */
    ENCODING("encoding"),
    /** Another city has this value already. */
    TAKEN("taken"),
    /** Stands in a row before, too. */
    TWICE("twice"),
    /** One of more numbers, far apart from each other, than can be told from each other; detail {@code max}. */
    SCATTERED("scattered"),
    /** A row with another number of cells than the header; details {@code cells} and {@code columns}. */
    CELLS("cells"),
    /** What stands in no column of a refused row, though it must. */
    UNREAD("unread"),
    /** A file without a line that names its columns. */
    NO_HEADER("no_header"),
    /** A file whose first line is one name that is not known: other signs may stand between its columns than are taken. */
    UNSPLIT("unsplit"),
    /** A file that is said to have no such line (RFC 4180, 3). */
    HEADER_ABSENT("header_absent"),
    /** A file in which there is nothing to import. */
    NO_ROWS("no_rows"),
    /** A file of a kind that is no text, as those of spreadsheets. */
    NO_TEXT("no_text"),
    /** A quoted text with something else between its end and that of its cell. */
    QUOTE("quote"),
    /** A quoted text that does not end. */
    UNCLOSED("unclosed"),
    /** A quoted text that does not end soon enough; detail {@code max}. */
    ENDLESS("endless"),
    /** Begins with blanks and a quote, which quotes nothing there. */
    LOOSE_QUOTE("loose_quote"),
    /** A file that is no FeatureCollection. */
    NO_FEATURES("no_features"),
    /** Something else than a Feature. */
    NO_FEATURE("no_feature"),
    /** A geometry that is no point. */
    NO_POINT("no_point"),
    /** Numbers that are said to be other than degrees of WGS 84; detail {@code value}: the name of their system. */
    OTHER_CRS("other_crs"),
    /** Bytes that are said to be packed, and cannot be unpacked, or not to their end. */
    PACKED("packed"),
    /** More bytes than a file may have; detail {@code max}. */
    TOO_LARGE("too_large"),
    /** The file of a form, without a name, as browsers and programs send fields. */
    NO_FILE_NAME("no_file_name"),
    /** What a form brings besides its one file. */
    ONE_FILE("one_file"),
    /** A file that its sender has not sent whole. */
    BROKEN_OFF("broken_off"),
    /** The process that was to do it ended before. */
    ABANDONED("abandoned"),
    /** Its turn came when whoever ordered it had lost the right to. */
    WITHDRAWN("withdrawn"),
    /** The store failed, or has no room. */
    STORE("store"),
    /** A refused row, of which no more is kept; detail {@code max}: so many characters. */
    CUT("cut"),
    /** Stands behind the last fault that is told; detail {@code max}: how many are. */
    MORE("more");

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    /** The fault's name on the wire and in the message files. */
    public String code() {
        return code;
    }
}
