package dev.tick.conformance.target;

import dev.tick.spec.document.LocatedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The texts of a file that look like secrets, none of which belongs there; no problem quotes one. */
final class SecretTexts {
    /** A JWT begins with the base64 of a brace and a quote; a client secret of Entra has Q~ behind its fourth character. */
    private static final Map<String, Pattern> FORMS = Map.of(
            "an access token", Pattern.compile("(?i:bearer\\s+\\S{8,})|eyJ[A-Za-z0-9_-]{8,}\\.?"),
            "a client secret", Pattern.compile("[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{20,}"),
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));

    private final LocatedDocument yaml;
    private final List<String> problems = new ArrayList<>();

    private SecretTexts(LocatedDocument yaml) {
        this.yaml = yaml;
    }

    /** Returns a problem for each; none where nothing looks like a secret. */
    static List<String> in(LocatedDocument yaml) {
        SecretTexts texts = new SecretTexts(yaml);
        texts.look("", yaml.root());
        return List.copyOf(texts.problems);
    }

    private void look(String pointer, JsonNode node) {
        if (node.isString()) {
            FORMS.forEach((what, form) -> {
                if (form.matcher(node.asString()).find()) {
                    problem(pointer, named(pointer), what);
                }
            });
        }
        int index = 0;
        for (JsonNode item : node) {
            String name = node.isObject() ? List.copyOf(node.propertyNames()).get(index) : String.valueOf(index);
            String place = pointer + "/" + LocatedDocument.segment(name);
            List<String> looks = FORMS.entrySet().stream()
                    .filter(form -> form.getValue().matcher(name).find())
                    .map(Map.Entry::getKey)
                    .toList();
            looks.forEach(what -> problem(place, named(pointer) + "a key ", what));
            if (looks.isEmpty()) {
                // Else each place below would quote the key.
                look(place, item);
            }
            index++;
        }
    }

    private void problem(String pointer, String named, String what) {
        problems.add(yaml.file() + ":" + yaml.lineOf(pointer) + ": " + named + "looks like " + what
                + "; name the environment variable that holds it, and replace the secret, which"
                + " has been in a file");
    }

    private static String named(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1) + ": ";
    }
}
