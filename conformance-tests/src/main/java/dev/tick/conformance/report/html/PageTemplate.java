package dev.tick.conformance.report.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.tick.spec.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;

/**
 * A page that stands alone: a template beside this class, with the style and the script inlined. Its policy lets a browser run
 * that script and nothing else, and load nothing, so that even a hole in the escaping would let nobody in.
 */
final class PageTemplate {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .strictSections(true)
            .withEscaper(PageTemplate::escape)
            .withCollector(new DefaultCollector() {
                @Override
                public Iterator<?> toIterator(Object value) {
                    return value instanceof Optional<?> optional
                            ? optional.stream().iterator()
                            : super.toIterator(value);
                }
            })
            .withLoader(name -> new StringReader(resource(name + ".html")));

    private PageTemplate() {}

    /**
     * A page and the frame around its content.
     *
     * @param page the values of the template
     */
    private record Frame(String style, String script, String policy, Mustache.Lambda between, Object page) {}

    /**
     * Fills in a template.
     *
     * @param name of the template, such as {@code report.html}
     * @param script of its script; empty for none
     * @param page its values; each of their texts is escaped
     */
    static String render(String name, Optional<String> script, Object page) {
        String style = resource("page.css");
        String code = script.map(PageTemplate::resource).orElse("");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style)
                + "; script-src " + (code.isEmpty() ? "'none'" : hash(code));
        return COMPILER.compile(resource(name))
                .execute(new Frame(style, code, policy, PageTemplate::betweenTags, page));
    }

    /**
     * Writes a part of a template that stands between two tags and has none in it: quotes need no escaping there, and would
     * make up a third of a report.
     */
    private static void betweenTags(Template.Fragment part, Writer out) throws IOException {
        out.write(part.execute().replace("&quot;", "\"").replace("&#39;", "'"));
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + PageTemplate.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text of any origin fit to stand between tags and in quoted attributes, with invisible characters shown. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(one -> escape(escaped, one));
        return escaped.toString();
    }

    private static void escape(StringBuilder escaped, int one) {
        switch (one) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.appendCodePoint(one);
            default -> VisibleText.append(escaped, one);
        }
    }
}
