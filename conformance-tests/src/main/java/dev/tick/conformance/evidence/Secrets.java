package dev.tick.conformance.evidence;

import dev.tick.conformance.subject.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Hides the tokens of a run wherever they stand in a text: as they are, percent-encoded, escaped as in JSON, in base64 at whatever
 * offset, whole or in part. What looks like a JWT is hidden as well, since a target may hand out tokens of its own, and so is a
 * password in a URL.
 */
public final class Secrets implements UnaryOperator<String> {
    static final String HIDDEN = "[hidden]";

    /** In place of a token that is none of the run's, such as one that a defect has altered. */
    static final String OTHER_TOKEN = "[another token]";

    private static final String JWT_BEGIN = "eyJ";
    private static final Pattern JWT = Pattern.compile(JWT_BEGIN + "[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*");

    /** A user and a password in a URL, also in one whose slashes are escaped as in JSON. */
    private static final Pattern PASSWORD =
            Pattern.compile("(:(?:\\\\?/){2})[^\\s/\\\\\"'<>?#@]*:[^\\s/\\\\\"'<>?#]*@");

    /** A scheme, and what is left behind it of a token that was altered. */
    private static final Pattern CREDENTIALS = Pattern.compile("^(\\S+ )?(.*)$", Pattern.DOTALL);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[[A-Z_]+]");

    private static final int BASE64_GROUP = 3;
    private static final int SHORTEST = 4;

    private final List<Form> forms;
    private final List<Form> tooShortForParts;
    private final SecretFragments parts = new SecretFragments();

    /** One way in which a token can be written. */
    private record Form(String text, String placeholder) {}

    private Secrets(List<Form> forms) {
        this.forms = forms;
        tooShortForParts = forms.stream()
                .filter(form -> form.text().length() < SecretFragments.PIECE)
                .toList();
        forms.forEach(
                form -> parts.add(form.text(), "[part of " + form.placeholder().substring(1)));
    }

    /** Returns what hides the tokens of a target. */
    public static Secrets of(Target target) {
        List<Form> forms = new ArrayList<>();
        target.tokens().forEach((kind, token) -> add(forms, token, kind.placeholder()));
        return sorted(forms);
    }

    /** Returns what hides other secrets, such as the password of a key. */
    public static Secrets of(List<String> secrets) {
        List<Form> forms = new ArrayList<>();
        secrets.forEach(secret -> add(forms, secret, HIDDEN));
        return sorted(forms);
    }

    /** Returns what hides a secret as well, such as a token that took the place of another. */
    public Secrets with(String secret, String placeholder) {
        List<Form> more = new ArrayList<>(forms);
        add(more, secret, placeholder);
        return sorted(more);
    }

    private static void add(List<Form> forms, String secret, String placeholder) {
        if (secret.length() >= SHORTEST) {
            forms(secret).forEach(text -> forms.add(new Form(text, placeholder)));
        }
    }

    private static Secrets sorted(List<Form> forms) {
        // The longest first: one token may begin like another.
        forms.sort(Comparator.comparing((Form form) -> form.text().length())
                .reversed()
                .thenComparing(Form::text));
        return new Secrets(List.copyOf(forms));
    }

    @Override
    public String apply(String text) {
        // Nearly every text holds no secret, and a run has thousands; looking once is far cheaper than replacing each
        // form.
        boolean suspect = parts.mayHold(text);
        String hidden = text;
        for (Form form : suspect ? forms : tooShortForParts) {
            hidden = hidden.replace(form.text(), form.placeholder());
        }
        hidden = hidden.contains(JWT_BEGIN) ? JWT.matcher(hidden).replaceAll(OTHER_TOKEN) : hidden;
        hidden = hidden.indexOf('@') < 0 ? hidden : PASSWORD.matcher(hidden).replaceAll("$1" + HIDDEN + "@");
        return suspect ? parts.hide(hidden) : hidden;
    }

    /** Masks the rest of an Authorization value whose known tokens are already replaced. */
    static String credentials(String value) {
        String behind = CREDENTIALS.matcher(value).replaceFirst("$2");
        return behind.isEmpty() || PLACEHOLDER.matcher(behind).matches()
                ? value
                : CREDENTIALS.matcher(value).replaceFirst("$1" + OTHER_TOKEN);
    }

    private static Set<String> forms(String token) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(token);
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
        forms.add(encoded);
        String spaced = encoded.replace("+", "%20");
        forms.add(spaced);
        // RFC 3986, section 2.3, leaves the tilde as it is, and its section 2.2 lets these stand as well.
        String bare = spaced.replace("%7E", "~");
        forms.add(bare);
        forms.add(
                bare.replace("%21", "!").replace("%27", "'").replace("%28", "(").replace("%29", ")"));
        forms.add(lowerEscapes(encoded));
        forms.add(token.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(token.replace("/", "\\/"));
        for (int offset = 0; offset < BASE64_GROUP; offset++) {
            forms.addAll(base64(token, offset));
        }
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    private static String lowerEscapes(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** Returns the base64 forms of a token without the characters at either end that depend on its neighbours. */
    private static List<String> base64(String token, int offset) {
        byte[] bytes = ("x".repeat(offset) + token).getBytes(StandardCharsets.UTF_8);
        int whole = bytes.length / BASE64_GROUP * 4;
        int begin = offset == 0 ? 0 : 4;
        if (whole - begin < SHORTEST) {
            return List.of();
        }
        return List.of(Base64.getEncoder(), Base64.getUrlEncoder()).stream()
                .map(encoder -> encoder.encodeToString(bytes).substring(begin, whole))
                .toList();
    }
}
