package dev.tick.stub.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of a tenant.
 *
 * @param id a GUID, as tokens and paths have it
 * @param name a word for people, which stands for the id wherever a tenant is asked for; empty for none
 */
public record TenantName(String id, Optional<String> name) {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The name of a Java class is one. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}._$-]{0,99}");

    /** Words in place of a tenant by which the vendor's authority means no particular one. */
    private static final Set<String> OF_ANY = Set.of("common", "organizations", "consumers");

    /** Checks both. */
    public TenantName {
        requireId(id);
        name.filter(TenantName::meansAny).ifPresent(word -> {
            throw new IllegalArgumentException("name: '" + word
                    + "' is a word of the authority for no particular tenant; choose another, such as team-a");
        });
        name.filter(word -> !NAME.matcher(word).matches() || GUID.matcher(word).matches())
                .ifPresent(word -> {
                    throw new IllegalArgumentException(
                            "name: expected up to 100 letters, digits and any of . _ $ -, such as team-a, got '" + word
                                    + "'");
                });
    }

    /** Returns the names of a new tenant that is asked for by this word: its id if it is a GUID, or else its name. */
    public static TenantName of(String word) {
        return GUID.matcher(word).matches()
                ? new TenantName(word, Optional.empty())
                : new TenantName(UUID.randomUUID().toString(), Optional.of(word));
    }

    /**
     * Returns an id that is one.
     *
     * @throws IllegalArgumentException when it is no GUID
     */
    public static String requireId(String id) {
        if (!GUID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id: expected a GUID such as 11111111-2222-3333-4444-555555555555, got '" + id + "'");
        }
        return id;
    }

    /** Returns whether a tenant can have this id or name. */
    public static boolean canBe(String word) {
        return GUID.matcher(word).matches() || (NAME.matcher(word).matches() && !meansAny(word));
    }

    private static boolean meansAny(String word) {
        return OF_ANY.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns whether it is meant by this word. */
    public boolean isMeantBy(String word) {
        // As it is written most often: each request with a token asks this.
        return word.equals(id) || keys().contains(key(word));
    }

    /** Returns the words that stand for it, in the form that {@link #key} gives a word. */
    public List<String> keys() {
        return Stream.concat(Stream.of(id), name.stream()).map(TenantName::key).toList();
    }

    /** Returns a word in the form that is compared: letters of an id count in whatever case. */
    public static String key(String word) {
        return GUID.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : word;
    }

    /** Returns the word for people. */
    public String shown() {
        return name.orElse(id);
    }
}
