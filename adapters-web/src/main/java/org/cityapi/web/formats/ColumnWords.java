package org.cityapi.web.formats;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What columns are called in files of others, in English, in French, and at GeoNames. */
final class ColumnWords {

    /** Without case, accents and whatever is neither letter nor digit; the most usual first. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "name",
                    words(
                            "name city cityname ville nom nomville villename nomdelaville town commune nomcommune"
                                    + " municipality municipalite localite locality place placename lieu label libelle asciiname")),
            Map.entry(
                    "countryCode",
                    words(
                            "countrycode country pays codepays paysiso codepaysiso codeiso iso2 iso isocode iso3166 iso3 alpha2"
                                    + " alpha3 countryname nompays nomdupays nation")),
            Map.entry(
                    "population",
                    words("population pop habitants nombredhabitants nbhabitants nbrehabitants inhabitants people"
                            + " populationtotale poptotale totalpopulation populationtotal residents")),
            Map.entry("latitude", words("latitude lat latitudewgs84 latitudedd coordlat ylat latitudedeg")),
            Map.entry(
                    "longitude",
                    words("longitude lon lng long longitudewgs84 longitudedd coordlon coordlng xlong longitudedeg")),
            Map.entry(
                    "adminCode",
                    words("admincode admin1code admin1 admin coderegion codedivision region division province state"
                            + " statecode canton departement")),
            Map.entry("timezone", words("timezone tz timezoneid tzid fuseauhoraire fuseau zonehoraire")),
            Map.entry("geonameId", words("geonameid geonamesid geoname idgeonames idgeoname geonames")),
            Map.entry(
                    "otherNames",
                    words("othernames alternatenames alternativenames autresnoms aliases alias nomsalternatifs altnames"
                            + " synonyms names noms")),
            Map.entry("id", words("id cityid")),
            Map.entry("country", words("country pays")));

    /** Of which the values could be taken for something else. */
    private static final Set<String> LEFT_OUT = Set.copyOf(
            words("elevation altitude height dem area surface superficie density densite modificationdate featureclass"
                    + " featurecode cc2 admin2code admin3code admin4code postcode postalcode zip zipcode codepostal"
                    + " plz postleitzahl codigopostal cp codecommune codecommuneinsee codgeo ars ags"
                    + " codeinsee insee siren year annee date capital capitale notes note comment comments commentaire"
                    + " remarks remarques source url wikidata wikipedia rank rang continent currency"));

    /** GeoNames' column of other names. */
    private static final String BY_COMMA = "alternatenames";

    /** Characters; longer than any name of a column. */
    private static final int LONGEST = 100;

    private static final Pattern BESIDES = Pattern.compile("[^\\p{L}\\p{N}]");

    private ColumnWords() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** What a field may be called, the most usual name first. */
    static List<String> of(String field) {
        return WORDS.getOrDefault(field, List.of());
    }

    /** Whether columns of that name tell nothing of a city that is kept here, though their values may look like it. */
    static boolean areLeftOut(String name) {
        return LEFT_OUT.contains(plain(name));
    }

    /** Whether it is a name that columns have in some file. */
    static boolean areKnown(String name) {
        String plain = plain(name);
        return LEFT_OUT.contains(plain) || WORDS.values().stream().anyMatch(words -> words.contains(plain));
    }

    /** Whether the texts in a cell of a column of that name stand with commas between them. */
    static boolean areByComma(String name) {
        return plain(name).equals(BY_COMMA);
    }

    /** As {@link #WORDS} has it; a text that is too long for a name is left as it is. */
    static String plain(String name) {
        if (name.length() > LONGEST) {
            return name;
        }
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return BESIDES.matcher(decomposed).replaceAll("");
    }
}
