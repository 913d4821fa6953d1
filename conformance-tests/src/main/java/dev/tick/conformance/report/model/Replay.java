package dev.tick.conformance.report.model;

import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.spec.text.VisibleText;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as a line to paste. A token is read from the environment variable whose placeholder stands for it. */
public final class Replay {
    /** Characters that an argument may have on Linux, less some room for the quoting. */
    private static final int LONGEST_ARGUMENT = 100_000;

    /** Where a body lies that is too long for a line. */
    private static final String FILE = "body.json";

    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern TOKEN = Pattern.compile("\\[(TICK_TOKEN[A-Z_]*)]");

    private final URI baseUrl;

    /**
     * Creates lines for one target.
     *
     * @param baseUrl of the target
     */
    public Replay(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Returns what has to be put in place by hand before the line can be run; empty for nothing. */
    public static Optional<String> missing(RecordedRequest request) {
        return missing(request, FILE);
    }

    /** Returns the same where a body that is too long lies in another file. */
    public static Optional<String> missing(RecordedRequest request, String file) {
        if (request.headers().stream().anyMatch(header -> header.value().contains("[another token]"))) {
            return Optional.of(
                    "Its token is shown nowhere, since the kit altered it or a client sent it: put one of that kind in place.");
        }
        boolean tooLong = request.body()
                .filter(body -> body.omitted() > 0 || body.text().length() > LONGEST_ARGUMENT)
                .isPresent();
        return tooLong
                ? Optional.of("The body is too long for a command line: save it as " + file + " first.")
                : Optional.empty();
    }

    /** Returns a line for a POSIX shell. */
    public String curl(RecordedRequest request) {
        return curl(request, ShellWords.literal(), FILE);
    }

    /** Returns the same with its texts quoted in a way of the caller's, and a body that is too long in another file. */
    public String curl(RecordedRequest request, ShellWords words, String file) {
        Optional<String> printed = request.body()
                .filter(body -> isShort(body) && hasInvisible(body.text()))
                .map(body -> words.printed(body.text()));
        StringBuilder line = new StringBuilder(
                printed.map(body -> "printf %b " + body + " | ").orElse(""));
        line.append("curl -gsSi --path-as-is -X ")
                .append(request.method())
                .append(' ')
                .append(words.url(baseUrl, request.path()));
        for (RecordedHeader header : request.headers()) {
            line.append(" -H ").append(curlHeader(header.name() + ": " + header.value()));
        }
        if (request.body().isPresent() && !hasContentType(request)) {
            line.append(" -H 'Content-Type:'");
        }
        if (printed.isPresent()) {
            return line.append(" --data-binary @-").toString();
        }
        request.body()
                .ifPresent(body -> line.append(
                        isShort(body) ? " --data-raw " + words.body(body.text()) : " --data-binary @" + file));
        return line.toString();
    }

    private static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(VisibleText::isInvisible);
    }

    private static String curlHeader(String header) {
        Matcher token = TOKEN.matcher(header);
        return token.find() ? "\"" + token.replaceAll("\\$$1") + "\"" : ShellWords.quoted(header);
    }

    /** Returns a line for PowerShell 7. */
    public String powerShell(RecordedRequest request) {
        StringBuilder line =
                new StringBuilder("Invoke-WebRequest -SkipHttpErrorCheck -SkipHeaderValidation -MaximumRedirection 0"
                        + " -CustomMethod " + request.method() + " -Uri " + doubled(baseUrl + request.path()));
        StringBuilder headers = new StringBuilder();
        for (RecordedHeader header : request.headers()) {
            if (header.name().equalsIgnoreCase(CONTENT_TYPE)) {
                line.append(" -ContentType ").append(doubled(header.value()));
            } else {
                headers.append(headers.isEmpty() ? "" : "; ")
                        .append(doubled(header.name()))
                        .append(" = ")
                        .append(powerShellValue(header.value()));
            }
        }
        if (!headers.isEmpty()) {
            line.append(" -Headers @{ ").append(headers).append(" }");
        }
        request.body()
                .ifPresent(body -> line.append(
                        isShort(body)
                                ? " -Body ([Text.Encoding]::UTF8.GetBytes(" + powerShellText(body.text()) + "))"
                                : " -InFile " + FILE));
        return line.toString();
    }

    private static String powerShellValue(String value) {
        Matcher token = TOKEN.matcher(value);
        return token.find() ? "\"" + token.replaceAll("\\$env:$1") + "\"" : doubled(value);
    }

    private static String powerShellText(String text) {
        StringBuilder sum = new StringBuilder();
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(one -> {
            if (VisibleText.isInvisible(one)) {
                sum.append(doubled(visible.toString()))
                        .append(String.format(Locale.ROOT, " + [char]::ConvertFromUtf32(0x%X) + ", one));
                visible.setLength(0);
            } else {
                visible.appendCodePoint(one);
            }
        });
        return sum + doubled(visible.toString());
    }

    private static String doubled(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isShort(RecordedBody body) {
        return body.omitted() == 0 && body.text().length() <= LONGEST_ARGUMENT;
    }

    private static boolean hasContentType(RecordedRequest request) {
        return request.headers().stream()
                .anyMatch(header -> header.name().toLowerCase(Locale.ROOT).equals("content-type"));
    }
}
