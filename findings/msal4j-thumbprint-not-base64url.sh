#!/usr/bin/env bash
# MSAL4J 1.26.1: the header x5t#S256 of a client assertion is written in plain Base64, with padding.
#
# Package:  com.microsoft.azure:msal4j:1.26.1 (Maven)
# Expected: RFC 7515, section 4.1.8: "x5t#S256" is a base64url-encoded thumbprint; section 2: without padding. So 43
#           characters of A-Z, a-z, 0-9, "-" and "_".
# Seen:     44 characters, the last of them "=" (and "+" and "/" among them, where the digest has such). A library that
#           compares the text with the one of RFC 7515 finds no key.
# In Tick:  stub-server/.../authority/ClientAssertions.java reads both.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need mvn java keytool
folder
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.microsoft.azure</groupId><artifactId>msal4j</artifactId><version>1.26.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
    cannot "mvn: $(tail -1 mvn.txt)"
keytool -genkeypair -alias a -keyalg RSA -keysize 2048 -dname CN=a -keystore a.p12 -storetype PKCS12 -storepass secret 2>keytool.txt ||
    cannot keytool
cat >Run.java <<'JAVA'
import com.microsoft.aad.msal4j.*;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.util.*;

class Run {
    public static void main(String[] args) throws Exception {
        String[] body = new String[1];
        // Nothing is sent: the request is looked at, and refused.
        IHttpClient network = request -> {
            body[0] = request.body();
            throw new IllegalStateException("looked at");
        };
        try (FileInputStream store = new FileInputStream("a.p12")) {
            ConfidentialClientApplication client = ConfidentialClientApplication.builder(
                            "client", ClientCredentialFactory.createFromCertificate(store, "secret"))
                    .authority("https://login.microsoftonline.com/tenant/")
                    .instanceDiscovery(false)
                    .httpClient(network)
                    .build();
            client.acquireToken(ClientCredentialParameters.builder(Set.of("api/.default")).build()).get();
        } catch (java.util.concurrent.ExecutionException e) {
            String jwt = body[0].replaceFirst(".*client_assertion=([^&]*).*", "$1");
            String header = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[0]), StandardCharsets.UTF_8);
            String thumbprint = header.replaceFirst(".*\"x5t#S256\":\"([^\"]*)\".*", "$1");
            System.out.println(thumbprint.length() + " characters, padding: " + thumbprint.endsWith("="));
        }
    }
}
JAVA
seen=$(java -cp "$(cat cp.txt)" Run.java 2>/dev/null || true)
finding "msal4j 1.26.1" "43 characters, padding: false" "44 characters, padding: true" "$seen"
