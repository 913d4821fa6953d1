package dev.tick.conformance.report;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
final class Template {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .strictSections(true)
            .withEscaper(Markup::escape)
            .withCollector(new DefaultCollector() {
                @Override
                public Iterator<?> toIterator(Object value) {
                    return value instanceof Optional<?> optional
                            ? optional.stream().iterator()
                            : super.toIterator(value);
                }
            })
            .withLoader(name -> new StringReader(resource(name + ".html")));

    private Template() {}

    /**
     * What stands around the content of a page.
     *
     * @param page what the template is about
     */
    private record Frame(String style, String script, String policy, Object page) {}

    /**
     * Fills in a template.
     *
     * @param name of the template, such as {@code report.html}
     * @param script of its script; empty for none
     * @param page what it is about; each of its texts is escaped
     */
    static String render(String name, Optional<String> script, Object page) {
        String style = resource("page.css");
        String code = script.map(Template::resource).orElse("");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style)
                + "; script-src " + (code.isEmpty() ? "'none'" : hash(code));
        return COMPILER.compile(resource(name)).execute(new Frame(style, code, policy, page));
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
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside " + Template.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
