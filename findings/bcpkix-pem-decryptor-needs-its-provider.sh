#!/usr/bin/env bash
# BouncyCastle's bcpkix 1.82: JcePEMDecryptorProviderBuilder cannot decrypt a classic PEM key by the providers of the JDK.
#
# Package:  org.bouncycastle:bcpkix-jdk18on:1.82 (Maven)
# Expected: a provider is an option of the builder (setProvider); without one, what is installed serves. Such a key (RFC 1421, section
#           4.6.1.1; "openssl genrsa -traditional -aes256" writes one) takes MD5 and AES in CBC, both of which each JDK has.
# Seen:     "PBKDF-OpenSSL SecretKeyFactory not available": the derivation is asked for by a name that BouncyCastle's own
#           provider alone has. BcPEMDecryptorProvider, of the same package, needs no provider and decrypts it.
# In Tick:  conformance-tests/.../credential/KeyedCertificate.java uses the latter.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need mvn java openssl
folder
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.bouncycastle</groupId><artifactId>bcpkix-jdk18on</artifactId><version>1.82</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
    cannot "mvn: $(tail -1 mvn.txt)"
openssl genrsa -traditional -aes256 -passout pass:secret -out key.pem 2048 2>openssl.txt || cannot "openssl: $(tail -1 openssl.txt)"
grep -q "DEK-Info: AES-256-CBC" key.pem || cannot "openssl writes another form"
cat >Run.java <<'JAVA'
import java.io.FileReader;
import org.bouncycastle.openssl.*;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;

class Run {
    public static void main(String[] args) throws Exception {
        char[] password = "secret".toCharArray();
        System.out.print("Jce: " + tried(new JcePEMDecryptorProviderBuilder().build(password)));
        System.out.println("; Bc: " + tried(new BcPEMDecryptorProvider(password)));
    }

    private static String tried(PEMDecryptorProvider provider) throws Exception {
        try (PEMParser parser = new PEMParser(new FileReader("key.pem"))) {
            PEMEncryptedKeyPair locked = (PEMEncryptedKeyPair) parser.readObject();
            try {
                return locked.decryptKeyPair(provider).getPrivateKeyInfo() == null ? "nothing" : "a key";
            } catch (PEMException e) {
                return e.getMessage();
            }
        }
    }
}
JAVA
seen=$(java -cp "$(cat cp.txt)" Run.java 2>/dev/null || true)
finding "bcpkix-jdk18on 1.82" "Jce: a key; Bc: a key" \
    "Jce: Unable to create OpenSSL PBDKF: PBKDF-OpenSSL SecretKeyFactory not available; Bc: a key" "$seen"
