package dev.tick.stub.wiremock;

import java.util.concurrent.TimeUnit;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.io.ssl.SslConnection;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * The watch over heads of requests that come too slowly. The web server itself ends a connection only that is silent; one byte now and
 * then kept it for ever.
 */
final class SlowSenders extends AbstractLifeCycle {
    private static final long EVERY_MILLIS = 250;

    private final ServerConnector connector;

    SlowSenders(ServerConnector connector) {
        this.connector = connector;
    }

    @Override
    protected void doStart() {
        next();
    }

    private void next() {
        connector.getScheduler().schedule(this::look, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        try {
            connector.getConnectedEndPoints().forEach(SlowSenders::expire);
        } finally {
            next();
        }
    }

    private static void expire(EndPoint endPoint) {
        Connection connection = endPoint.getConnection() instanceof SslConnection tls
                ? tls.getDecryptedEndPoint().getConnection()
                : endPoint.getConnection();
        if (connection instanceof GatedConnections.Gated gated) {
            gated.expire();
        }
    }
}
