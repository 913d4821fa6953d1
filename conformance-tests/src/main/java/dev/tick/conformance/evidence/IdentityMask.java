package dev.tick.conformance.evidence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Masks what identifies a tenant, its applications and its users, for a report that is shown to others: each GUID, each address of
 * a user and each tenant's domain is replaced by an invented one, equal ones by equal ones. Not thread-safe.
 */
public final class IdentityMask implements UnaryOperator<String> {
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    /** A word is tried from its beginning alone: from each of its letters, a long one would take as long as its square. */
    private static final Pattern USER = Pattern.compile("(?<![\\w.+-])[\\w.+-]++(?:@|%40)[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern TENANT =
            Pattern.compile("(?<![\\w-])[\\w-]++\\.onmicrosoft\\.com", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> guids = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, String> tenants = new LinkedHashMap<>();

    @Override
    public String apply(String text) {
        String masked =
                GUID.matcher(text).replaceAll(found -> mask(guids, found.group(), "00000000-0000-0000-0000-%012d"));
        masked = USER.matcher(masked).replaceAll(found -> mask(users, found.group(), "user-%d@users.example"));
        return TENANT.matcher(masked).replaceAll(found -> mask(tenants, found.group(), "tenant-%d.example"));
    }

    private static String mask(Map<String, String> masks, String found, String format) {
        String same = found.toLowerCase(Locale.ROOT).replace("%40", "@");
        return masks.computeIfAbsent(same, one -> String.format(Locale.ROOT, format, masks.size() + 1));
    }
}
