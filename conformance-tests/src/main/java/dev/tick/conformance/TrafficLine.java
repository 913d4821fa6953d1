package dev.tick.conformance;

import dev.tick.conformance.client.TrafficJudge;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.text.VisibleText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The line that tells of a call while the traffic goes on. */
final class TrafficLine {
    private TrafficLine() {}

    /** Returns the line for a row that a client breaks for the first time. */
    static String of(TrafficJudge.Breach breach) {
        String call = breach.call().exchange().line();
        // The detail of most begins with the call.
        String detail = breach.detail().startsWith(call + ": ")
                ? breach.detail().substring(call.length() + 2)
                : breach.detail();
        return of(
                breach.call().time(),
                breach.call().exchange(),
                breach.result() + " " + breach.row().id() + " " + breach.row().statement() + " | " + detail);
    }

    /** Returns the line for what there is to say of an exchange. */
    static String of(Instant time, Exchange exchange, String what) {
        return VisibleText.line(time.truncatedTo(ChronoUnit.SECONDS) + " " + exchange.line() + " | " + what);
    }
}
