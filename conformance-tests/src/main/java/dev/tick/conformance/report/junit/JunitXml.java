package dev.tick.conformance.report.junit;

import dev.tick.conformance.report.model.ReportFormat;
import dev.tick.conformance.report.model.ReportModel;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results for CI servers ({@code junit.xml}): a suite for each operation, a test for each case. A {@code FAIL} is a
 * failure and an {@code ERROR} an error; what was not tested, and what a known deviation waives, is skipped; a {@code WARN} or a
 * {@code NOTE} passes and says so in its output, since JUnit knows nothing between.
 */
public final class JunitXml implements ReportFormat {
    @Override
    public String file() {
        return "junit.xml";
    }

    @Override
    public String render(ReportModel model) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitWriter(model, xml).suites();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes all that is written to it", e);
        }
        return text + "\n";
    }
}
